% SPDX-License-Identifier: MIT
%
% run.pl - runs files of queries with their expected answers.
%
%     horn -q tests/run.pl -- [--scratch FOLDER] [--scale PERCENT] FILE...
%     swipl -q tests/run.pl -- FILE...              to compare what is expected with a peer
%
% A test file holds Prolog text and queries. The text is loaded first, all of it; then the queries run in order.
%
%     p(a).  p(b).
%     ?- p(X).
%        X = a
%     ;  X = b.
%     ?- atom_length(_, 4).
%        error(instantiation_error, _).
%     ?- fail.
%        false.
%     ?- write(hello).
%        true, outputs "hello".
%
% A query starts with ?- at the beginning of a line; the next clause-like text is what is expected: one answer, or
% several with ; between them. An answer is a conjunction of
%
%     true             nothing is bound
%     X = Term         X is bound to a variant of Term (all variables of the query are compared together; those that
%                      begin with _ are not looked at)
%     outputs Text     this is written since the answer before
%     det              no choice point is left
%     check(Goal)      Goal holds; variables that it mentions and that have no X = Term are not compared
%     false            there is no (further) answer
%     error(F, C)      this error comes; a term in its place that is more special is good as well
%     throws(Ball)     this comes, and is no error(_, _)
%     ...              last of all: further answers may come and are not looked at. Mind the blank in "; ... ."
%
% After the last answer nothing more may come. test_size(Full, Size) scales sizes in slow builds: Size is Full times
% the PERCENT of the command line (at least 1).
%
% Only standard predicates are used (and setup_call_cleanup/3 for det), so that any Prolog can run the file.
% Names begin with tr_ in order to stay clear of the tests' own.

:- dynamic(tr_option/2).
:- dynamic(tr_count/2).
:- dynamic(tr_outcome/1).
:- dynamic(tr_answers/1).
:- dynamic(tr_capture/1).

:- initialization(tr_main).

tr_main :-
    catch(tr_run_all(Failed), Ball, tr_die(Ball)),
    (   Failed =:= 0
    ->  halt(0)
    ;   halt(1)
    ).

tr_die(Ball) :-
    write('the test runner itself failed: '),
    writeq(Ball),
    nl,
    halt(1).

tr_run_all(Failed) :-
    set_prolog_flag(double_quotes, chars),
    tr_set(passed, 0),
    tr_set(failed, 0),
    tr_arguments(Arguments),
    tr_options(Arguments, Files),
    tr_run_files(Files),
    tr_count(passed, Passed),
    tr_count(failed, Failed),
    write(Passed), write(' passed, '), write(Failed), write(' failed'), nl.

% ---- command line ---------------------------------------------------------------------------------------------------

% Systems differ in whether the flag still holds the program's name and the --.
tr_arguments(Arguments) :-
    current_prolog_flag(argv, All),
    (   tr_append(_, [--|After], All)
    ->  Arguments = After
    ;   All = [Program|Rest],
        \+ sub_atom(Program, _, 3, 0, '.pl'),
        \+ sub_atom(Program, 0, 2, _, '--')
    ->  Arguments = Rest
    ;   Arguments = All
    ).

tr_options([], []).
tr_options([Word|Words], Files) :-
    (   Word == '--scratch',
        Words = [Folder|Rest]
    ->  assertz(tr_option(scratch, Folder)),
        tr_options(Rest, Files)
    ;   Word == '--scale',
        Words = [Percent|Rest]
    ->  atom_codes(Percent, Codes),
        number_codes(Number, Codes),
        assertz(tr_option(scale, Number)),
        tr_options(Rest, Files)
    ;   Files = [Word|Others],
        tr_options(Words, Others)
    ).

tr_scratch(Name, Path) :-
    (   tr_option(scratch, Folder)
    ->  true
    ;   Folder = '/tmp'
    ),
    atom_concat(Folder, '/', Prefix),
    atom_concat(Prefix, Name, Path).

test_size(Full, Size) :-
    (   tr_option(scale, Percent)
    ->  true
    ;   Percent = 100
    ),
    Scaled is Full * Percent // 100,
    (   Scaled < 1
    ->  Size = 1
    ;   Size = Scaled
    ).

% ---- one file -------------------------------------------------------------------------------------------------------

tr_run_files([]).
tr_run_files([File|Files]) :-
    tr_run_file(File),
    tr_run_files(Files).

tr_run_file(File) :-
    tr_scratch('horn_test_program.pl', Program),
    tr_extract_program(File, Program),
    (   catch(consult(Program), Ball, (tr_fail_file(File, Ball), fail))
    ->  true
    ;   true
    ),
    open(File, read, In),
    tr_queries(In, File, 1),
    close(In).

tr_fail_file(File, Ball) :-
    tr_add(failed),
    write(File), write(':1: loading its program threw '), writeq(Ball), nl.

% Copies the Prolog text; a query and its answers leave their line ends only, so that line numbers stay true.
tr_extract_program(File, Program) :-
    open(File, read, In),
    open(Program, write, Out),
    tr_program_lines(In, Out),
    close(In),
    close(Out).

tr_program_lines(In, Out) :-
    tr_line_start(In, Out, Kind),
    tr_program_line(Kind, In, Out).

tr_program_line(end, _, _).
tr_program_line(text, In, Out) :-
    tr_rest_of_line(In, Out, _),
    tr_program_lines(In, Out).
tr_program_line(query, In, Out) :-
    tr_copy_clause(In, none, 0, Lines1, _),
    tr_skip_layout(In, Lines1, Lines2, Next),
    (   Next == answer
    ->  tr_copy_clause(In, none, Lines2, Lines, _),
        Kind = text
    ;   Lines = Lines2,
        Kind = Next
    ),
    tr_newlines(Lines, Out),
    tr_program_line(Kind, In, Out).

tr_newlines(N, Out) :-
    (   N > 0
    ->  nl(Out),
        N1 is N - 1,
        tr_newlines(N1, Out)
    ;   true
    ).

% Runs the queries of a file; Line is the number of the line that begins now.
tr_queries(In, File, Line) :-
    tr_line_start(In, none, Kind),
    tr_queries(Kind, In, File, Line).

tr_queries(end, _, _, _).
tr_queries(text, In, File, Line) :-
    tr_rest_of_line(In, none, Ends),
    Line1 is Line + Ends,
    tr_queries(In, File, Line1).
tr_queries(query, In, File, Line) :-
    tr_query(In, File, Line, Line1, Next),
    (   Next == answer
    ->  tr_queries(text, In, File, Line1)
    ;   tr_queries(Next, In, File, Line1)
    ).

tr_query(In, File, Line, LineOut, Next) :-
    tr_scratch('horn_test_query', QueryFile),
    tr_scratch('horn_test_answer', AnswerFile),
    open(QueryFile, write, QueryOut),
    tr_copy_clause(In, QueryOut, Line, Line1, _),
    nl(QueryOut),
    close(QueryOut),
    tr_skip_layout(In, Line1, Line2, Next),
    open(AnswerFile, write, AnswerOut),
    (   Next == answer
    ->  tr_copy_clause(In, AnswerOut, Line2, LineOut, _)
    ;   LineOut = Line2
    ),
    nl(AnswerOut),
    close(AnswerOut),
    (   Next == answer
    ->  tr_test(QueryFile, AnswerFile, Outcome)
    ;   Outcome = failed(unclear('no expected answer'))
    ),
    tr_report(Outcome, File, Line, QueryFile, AnswerFile).

tr_report(passed, _, _, _, _) :-
    tr_add(passed).
tr_report(failed(Got), File, Line, QueryFile, AnswerFile) :-
    tr_add(failed),
    write(File), write(':'), write(Line), write(': ?-'),
    tr_type_line(QueryFile),
    write(' expected: '),
    tr_type_line(AnswerFile),
    write(' got: '),
    tr_write_got(Got),
    nl.

% ---- reading the file as text ---------------------------------------------------------------------------------------

tr_put(none, _) :- !.
tr_put(Out, Char) :-
    put_char(Out, Char).

% At the beginning of a line: Kind is end, query (and its ?- is taken) or text.
tr_line_start(In, Out, Kind) :-
    peek_char(In, Char),
    (   Char == end_of_file
    ->  Kind = end
    ;   Char == ('?')
    ->  get_char(In, _),
        peek_char(In, Char2),
        (   Char2 == (-)
        ->  get_char(In, _),
            Kind = query
        ;   tr_put(Out, '?'),
            Kind = text
        )
    ;   Kind = text
    ).

% Copies up to and with the line end; Ends is 0 when the file ends before.
tr_rest_of_line(In, Out, Ends) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Ends = 0
    ;   Char == '\n'
    ->  tr_put(Out, Char),
        Ends = 1
    ;   tr_put(Out, Char),
        tr_rest_of_line(In, Out, Ends)
    ).

% Skips blanks and comments after a query. Next is answer, query (the ?- is taken) or end.
tr_skip_layout(In, Line0, Line, Next) :-
    peek_char(In, Char),
    (   Char == end_of_file
    ->  Line = Line0,
        Next = end
    ;   Char == '\n'
    ->  get_char(In, _),
        Line1 is Line0 + 1,
        peek_char(In, Char2),
        (   Char2 == ('?')
        ->  tr_line_start(In, none, Kind),
            Line = Line1,
            (   Kind == query
            ->  Next = query
            ;   Next = answer
            )
        ;   tr_skip_layout(In, Line1, Line, Next)
        )
    ;   tr_blank(Char)
    ->  get_char(In, _),
        tr_skip_layout(In, Line0, Line, Next)
    ;   Char == ('%')
    ->  tr_copy_comment(In, none),
        tr_skip_layout(In, Line0, Line, Next)
    ;   Line = Line0,
        Next = answer
    ).

% Copies one term with its end, as far as tokens matter for finding that end.
tr_copy_clause(In, Out, Line0, Line, End) :-
    tr_copy(In, Out, other, Line0, Line, End).

% Before says what the character before was: symbol, alnum, zero (a digit 0 that begins a number), other.
tr_copy(In, Out, Before, Line0, Line, End) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Line = Line0,
        End = end
    ;   tr_put(Out, Char),
        peek_char(In, Next),
        tr_copy_char(Char, Next, Before, After),
        (   After == end
        ->  Line = Line0,
            End = clause
        ;   After == comment
        ->  tr_copy_comment(In, Out),
            tr_copy(In, Out, other, Line0, Line, End)
        ;   After == block
        ->  tr_copy_block(In, Out, Line0, Line1),
            tr_copy(In, Out, other, Line1, Line, End)
        ;   After == quoted
        ->  tr_copy_quoted(In, Out, Char, Line0, Line1),
            tr_copy(In, Out, other, Line1, Line, End)
        ;   After == character
        ->  tr_copy_character(In, Out),
            tr_copy(In, Out, alnum, Line0, Line, End)
        ;   Char == '\n'
        ->  Line1 is Line0 + 1,
            tr_copy(In, Out, other, Line1, Line, End)
        ;   tr_copy(In, Out, After, Line0, Line, End)
        )
    ).

tr_copy_char(Char, Next, Before, After) :-
    (   Char == ('.'),
        Before \== symbol,
        tr_ends(Next)
    ->  After = end
    ;   Char == ('%')
    ->  After = comment
    ;   Char == (/),
        Next == (*),
        Before \== symbol
    ->  After = block
    ;   Char == '''',
        Before == zero
    ->  After = character
    ;   tr_quote(Char)
    ->  After = quoted
    ;   tr_symbol(Char)
    ->  After = symbol
    ;   Char == '0',
        Before \== alnum,
        Before \== zero
    ->  After = zero
    ;   tr_alnum(Char)
    ->  After = alnum
    ;   After = other
    ).

tr_copy_comment(In, Out) :-
    peek_char(In, Char),
    (   ( Char == '\n' ; Char == end_of_file )
    ->  true
    ;   get_char(In, _),
        tr_put(Out, Char),
        tr_copy_comment(In, Out)
    ).

tr_copy_block(In, Out, Line0, Line) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Line = Line0
    ;   tr_put(Out, Char),
        (   Char == (*),
            peek_char(In, /)
        ->  get_char(In, _),
            tr_put(Out, /),
            Line = Line0
        ;   Char == '\n'
        ->  Line1 is Line0 + 1,
            tr_copy_block(In, Out, Line1, Line)
        ;   tr_copy_block(In, Out, Line0, Line)
        )
    ).

% A doubled quote is taken for the end of one item and the beginning of the next, which does no harm here.
tr_copy_quoted(In, Out, Quote, Line0, Line) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Line = Line0
    ;   tr_put(Out, Char),
        (   Char == Quote
        ->  Line = Line0
        ;   Char == (\)
        ->  get_char(In, Escaped),
            tr_put_unless_end(Out, Escaped),
            (   Escaped == '\n'
            ->  Line1 is Line0 + 1
            ;   Line1 = Line0
            ),
            tr_copy_quoted(In, Out, Quote, Line1, Line)
        ;   Char == '\n'
        ->  Line1 is Line0 + 1,
            tr_copy_quoted(In, Out, Quote, Line1, Line)
        ;   tr_copy_quoted(In, Out, Quote, Line0, Line)
        )
    ).

% What follows 0' is one character, or an escape, or a doubled quote.
tr_copy_character(In, Out) :-
    get_char(In, Char),
    tr_put_unless_end(Out, Char),
    (   ( Char == (\) ; Char == '''', peek_char(In, '''') )
    ->  get_char(In, Char2),
        tr_put_unless_end(Out, Char2)
    ;   true
    ).

tr_put_unless_end(Out, Char) :-
    (   Char == end_of_file
    ->  true
    ;   tr_put(Out, Char)
    ).

tr_blank(' ').
tr_blank('\t').
tr_blank('\r').
tr_blank('\n').

tr_ends(end_of_file).
tr_ends('%').
tr_ends(Char) :-
    tr_blank(Char).

tr_quote('''').
tr_quote('"').
tr_quote('`').

tr_symbol(+).   tr_symbol(-).   tr_symbol(*).   tr_symbol(/).   tr_symbol(\).   tr_symbol(^).   tr_symbol(<).
tr_symbol(>).   tr_symbol(=).   tr_symbol(~).   tr_symbol(:).   tr_symbol('.'). tr_symbol(?).   tr_symbol(@).
tr_symbol(#).   tr_symbol(&).   tr_symbol($).

tr_alnum(Char) :-
    Char @>= a,
    Char @=< z,
    !.
tr_alnum(Char) :-
    Char @>= 'A',
    Char @=< 'Z',
    !.
tr_alnum(Char) :-
    Char @>= '0',
    Char @=< '9',
    !.
tr_alnum('_').

% ---- one test -------------------------------------------------------------------------------------------------------

tr_test(QueryFile, AnswerFile, Outcome) :-
    tr_read_answers(AnswerFile, Answers, AnswerNames, Bad),
    (   Bad \== none
    ->  Outcome = failed(unclear(Bad))
    ;   tr_read(QueryFile, Goal, Names, Error),
        tr_visible(Names, Visible),
        (   Error == none
        ->  tr_run_goal(Goal, Visible, Answers, AnswerNames)
        ;   tr_at_error(Error, '', Answers, 1)
        ),
        tr_outcome(Outcome)
    ).

tr_read(File, Term, Names, Error) :-
    open(File, read, In),
    catch((read_term(In, Term, [variable_names(Names)]), Error = none), Error, Names = []),
    close(In).

% Variables that begin with _ are nobody's business.
tr_visible([], []).
tr_visible([Name=Variable|Names], Visible) :-
    (   sub_atom(Name, 0, 1, _, '_')
    ->  Visible = Rest
    ;   Visible = [Name=Variable|Rest]
    ),
    tr_visible(Names, Rest).

% Bad is none, or says what is wrong with the text.
tr_read_answers(File, Answers, Names, Bad) :-
    op(700, fx, outputs),
    tr_read(File, Term, Names, Error),
    op(0, fx, outputs),
    (   Error \== none
    ->  Bad = Error
    ;   tr_alternatives(Term, Terms),
        tr_parse_answers(Terms, Answers, Bad)
    ).

tr_alternatives(Term, Terms) :-
    (   nonvar(Term),
        Term = (Left ; Right)
    ->  Terms = [Left|Rest],
        tr_alternatives(Right, Rest)
    ;   Terms = [Term]
    ).

tr_parse_answers([], [], none).
tr_parse_answers([Term|Terms], Answers, Bad) :-
    tr_conjuncts(Term, Items, []),
    (   tr_parse_items(Items, answer, Kind, Bindings, Details)
    ->  Answers = [expect(Kind, Bindings, Details)|Rest],
        tr_parse_answers(Terms, Rest, Bad)
    ;   Bad = 'cannot understand what is expected'
    ).

tr_conjuncts(Term, Items, Rest) :-
    (   nonvar(Term),
        Term = (Left , Right)
    ->  tr_conjuncts(Left, Items, Middle),
        tr_conjuncts(Right, Middle, Rest)
    ;   Items = [Term|Rest]
    ).

tr_parse_items([], Kind, Kind, [], []).
tr_parse_items([Item|Items], Kind0, Kind, Bindings, Details) :-
    nonvar(Item),
    tr_parse_item(Item, Meaning),
    (   Meaning = kind(Kind1)
    ->  tr_parse_items(Items, Kind1, Kind, Bindings, Details)
    ;   Meaning = (_ = _)
    ->  Bindings = [Meaning|Bindings1],
        tr_parse_items(Items, Kind0, Kind, Bindings1, Details)
    ;   Meaning == nothing
    ->  tr_parse_items(Items, Kind0, Kind, Bindings, Details)
    ;   Details = [Meaning|Details1],
        tr_parse_items(Items, Kind0, Kind, Bindings, Details1)
    ).

tr_parse_item(true, nothing).
tr_parse_item(Variable = Value, Variable = Value).
tr_parse_item(outputs(Text), output(Chars)) :-
    tr_text_chars(Text, Chars).
tr_parse_item(det, det).
tr_parse_item(check(Goal), check(Goal)).
tr_parse_item(false, kind(false)).
tr_parse_item(error(Formal, Context), kind(ball(error(Formal, Context)))).
tr_parse_item(throws(Ball), kind(ball(Ball))).
tr_parse_item('...', kind(more)).

% ---- running the query ----------------------------------------------------------------------------------------------

% Leaves tr_outcome(passed) or tr_outcome(failed(Got)). Answers are compared where they are, not copied.
tr_run_goal(Goal, Visible, Answers, AnswerNames) :-
    retractall(tr_outcome(_)),
    tr_set(answers, 0),
    tr_start_capture,
    tr_wants_det(Answers, Wanted),
    (   catch(tr_solve(Wanted, Goal, Det), Ball, true),
        tr_add(answers),
        tr_count(answers, Number),
        tr_take_capture(Output),
        (   nonvar(Ball)
        ->  tr_at_error(Ball, Output, Answers, Number)
        ;   tr_at_answer(Det, Output, Visible, Answers, AnswerNames, Number)
        )
    ->  true
    ;   tr_count(answers, Before),
        Number is Before + 1,
        tr_take_capture(Output),
        tr_at_end(Output, Answers, Number)
    ),
    tr_stop_capture.

tr_solve(no, Goal, _) :-
    call(Goal).
tr_solve(yes, Goal, Det) :-
    setup_call_cleanup(true, Goal, Det = yes).

tr_wants_det(Answers, Wanted) :-
    (   tr_member(expect(_, _, Details), Answers),
        tr_member(Detail, Details),
        Detail == det
    ->  Wanted = yes
    ;   Wanted = no
    ).

% Fails when the next answer is to be looked at.
tr_at_answer(Det, Output, Visible, Answers, AnswerNames, Number) :-
    (   tr_nth(Number, Answers, expect(Kind, Bindings, Details))
    ->  true
    ;   Kind = none
    ),
    (   Kind == more
    ->  tr_finish(passed)
    ;   ( Kind \== answer ; \+ tr_same(Bindings, Details, Visible, AnswerNames) )
    ->  tr_keep_answer(Number, Visible),
        tr_finish(failed(other_answer))
    ;   tr_member(output(Expected), Details),
        Expected \== Output
    ->  tr_finish(failed(output(Output)))
    ;   tr_member(Detail, Details),
        Detail == det,
        Det \== yes
    ->  tr_finish(failed(choice_point))
    ;   Next is Number + 1,
        tr_nth(Next, Answers, expect(more, _, _))
    ->  tr_finish(passed)
    ).

tr_at_end(Output, Answers, Number) :-
    (   tr_nth(Number, Answers, expect(Kind, _, Details))
    ->  (   Kind \== false
        ->  tr_finish(failed(false))
        ;   tr_member(output(Expected), Details),
            Expected \== Output
        ->  tr_finish(failed(output(Output)))
        ;   tr_finish(passed)
        )
    ;   tr_finish(passed)
    ).

tr_at_error(Ball, Output, Answers, Number) :-
    (   tr_nth(Number, Answers, expect(ball(Expected), _, Details)),
        subsumes_term(Expected, Ball)
    ->  (   tr_member(output(Text), Details),
            Text \== Output
        ->  tr_finish(failed(output(Output)))
        ;   tr_finish(passed)
        )
    ;   tr_finish(failed(ball(Ball)))
    ).

% A term may be too deep or too strange to store; the verdict stands all the same.
tr_finish(Verdict) :-
    retractall(tr_outcome(_)),
    catch(assertz(tr_outcome(Verdict)), _, assertz(tr_outcome(failed(unclear('the result cannot be stored'))))).

% The values of the query's variables are a variant of what is expected.
tr_same(Bindings, Details, Visible, AnswerNames) :-
    \+ \+ (
        tr_unify_all(Bindings),
        tr_pairs(Visible, AnswerNames, Got, Expected),
        tr_checks(Details, Visible, AnswerNames),
        subsumes_term(Expected, Got),
        subsumes_term(Got, Expected)
    ).

tr_unify_all([]).
tr_unify_all([Term = Term|Bindings]) :-
    tr_unify_all(Bindings).

% Got and Expected hold the values of the query's variables in the same order; a variable that the answer does not
% mention is expected to be unbound.
tr_pairs([], _, [], []).
tr_pairs([Name=Value|Visible], AnswerNames, [Value|Got], [Wanted|Expected]) :-
    (   tr_member(Other=Variable, AnswerNames),
        Other == Name
    ->  Wanted = Variable
    ;   true
    ),
    tr_pairs(Visible, AnswerNames, Got, Expected).

tr_checks([], _, _).
tr_checks([Detail|Details], Visible, AnswerNames) :-
    (   Detail = check(Goal)
    ->  tr_share(AnswerNames, Goal, Visible),
        catch(once(Goal), _, fail)
    ;   true
    ),
    tr_checks(Details, Visible, AnswerNames).

% Gives the variables of Goal that are still unbound the values of the query's variables of the same name.
tr_share([], _, _).
tr_share([Name=Variable|Names], Goal, Visible) :-
    (   var(Variable),
        term_variables(Goal, Variables),
        tr_member(Other, Variables),
        Other == Variable,
        tr_member(Name2=Value, Visible),
        Name2 == Name
    ->  Variable = Value
    ;   true
    ),
    tr_share(Names, Goal, Visible).

% Writes the answer to a file at once, for backtracking will take it away.
tr_keep_answer(Number, Visible) :-
    tr_scratch('horn_test_got', Path),
    open(Path, write, Out),
    (   Number =:= 1
    ->  true
    ;   write(Out, 'answer '),
        write(Out, Number),
        write(Out, ': ')
    ),
    (   Visible == []
    ->  write(Out, true)
    ;   tr_write_bindings(Visible, Visible, Out)
    ),
    nl(Out),
    close(Out).

tr_write_bindings([Name=Value|Bindings], Names, Out) :-
    write(Out, Name),
    write(Out, ' = '),
    tr_unbound(Names, Unbound),
    tr_write(Out, Value, Unbound),
    (   Bindings == []
    ->  true
    ;   write(Out, ', '),
        tr_write_bindings(Bindings, Names, Out)
    ).

tr_unbound([], []).
tr_unbound([Name=Value|Names], Unbound) :-
    (   var(Value)
    ->  Unbound = [Name=Value|Rest]
    ;   Unbound = Rest
    ),
    tr_unbound(Names, Rest).

% ---- what a query writes --------------------------------------------------------------------------------------------

tr_start_capture :-
    current_output(Screen),
    tr_scratch('horn_test_output', Path),
    open(Path, write, Out),
    set_output(Out),
    retractall(tr_capture(_)),
    assertz(tr_capture(streams(Screen, Out))).

% What was written since the last time; further output is kept anew.
tr_take_capture(Chars) :-
    tr_capture(streams(Screen, Out)),
    set_output(Screen),
    catch(close(Out), _, true),
    tr_scratch('horn_test_output', Path),
    open(Path, read, In),
    tr_read_chars(In, Chars),
    close(In),
    open(Path, write, Out2),
    set_output(Out2),
    retractall(tr_capture(_)),
    assertz(tr_capture(streams(Screen, Out2))).

tr_stop_capture :-
    tr_capture(streams(Screen, Out)),
    set_output(Screen),
    catch(close(Out), _, true),
    retractall(tr_capture(_)).

tr_read_chars(In, Chars) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Chars = []
    ;   Chars = [Char|Rest],
        tr_read_chars(In, Rest)
    ).

% Types a file on one line, with single blanks.
tr_type_line(File) :-
    open(File, read, In),
    tr_type(In, no),
    close(In).

tr_type(In, Blank) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  true
    ;   tr_blank(Char)
    ->  tr_type(In, yes)
    ;   (   Blank == yes
        ->  put_char(' ')
        ;   true
        ),
        put_char(Char),
        tr_type(In, no)
    ).

tr_write_got(unclear(Why)) :-
    write('nothing, for the test is unclear: '),
    write(Why).
tr_write_got(other_answer) :-
    tr_scratch('horn_test_got', Path),
    tr_type_line(Path).
tr_write_got(false) :-
    write(false).
tr_write_got(choice_point) :-
    write('the answer, but a choice point is left').
tr_write_got(output(Chars)) :-
    write('output '),
    atom_chars(Atom, Chars),
    writeq(Atom).
tr_write_got(ball(Ball)) :-
    write('exception '),
    current_output(Out),
    tr_write(Out, Ball, []).

% max_depth is no standard option.
tr_write(Out, Term, Names) :-
    catch(write_term(Out, Term, [quoted(true), variable_names(Names), max_depth(60)]), _, writeq(Out, Term)).

% ---- small things ---------------------------------------------------------------------------------------------------

tr_set(Name, Value) :-
    retractall(tr_count(Name, _)),
    assertz(tr_count(Name, Value)).

tr_add(Name) :-
    tr_count(Name, Value0),
    Value is Value0 + 1,
    tr_set(Name, Value).

tr_nth(1, [X|_], Y) :-
    !,
    Y = X.
tr_nth(N, [_|Xs], Y) :-
    N > 1,
    N1 is N - 1,
    tr_nth(N1, Xs, Y).

tr_member(X, [X|_]).
tr_member(X, [_|Xs]) :-
    tr_member(X, Xs).

tr_append([], Ys, Ys).
tr_append([X|Xs], Ys, [X|Zs]) :-
    tr_append(Xs, Ys, Zs).

% Text as the double_quotes flag may give it: an atom or string, a list of characters, a list of codes.
tr_text_chars(Text, Chars) :-
    (   Text == []
    ->  Chars = []
    ;   Text = [First|_]
    ->  (   integer(First)
        ->  atom_codes(Atom, Text),
            atom_chars(Atom, Chars)
        ;   Chars = Text
        )
    ;   atom_chars(Text, Chars)
    ).
