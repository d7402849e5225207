% SPDX-License-Identifier: MIT
%
% differential.pl - runs goals from a file and prints what they do, in a form that does not depend on the system.
%
% Standard Prolog only, for tools/differential.py, which calls df_main(GoalFile, First, Scratch) under several systems. The
% file holds a goal a line. For each from the First-th on, one line is printed: its number, its answers (at most 8), and how
% it ends. All names begin with df_ but for what the goals use, at the end.

:- dynamic(df_counter/1).
:- dynamic(df_folder/1).
:- dynamic(df_next/1).
:- dynamic(fact/2).
:- dynamic(keep/1).
:- dynamic(rule/2).

df_main(File, First, Scratch) :-
    df_set_up,
    assertz(df_folder(Scratch)),
    open(File, read, In),
    df_skip(1, First, In),
    df_goals(First, In),
    close(In).

df_set_up :-
    set_prolog_flag(double_quotes, chars),
    findall(op(Type, Name), current_op(_, Type, Name), Operators),
    df_only_common(Operators).

% The operators of the standard and (:)/2 stay, so that one table holds in all systems.
df_only_common([]).
df_only_common([op(Type, Name)|Operators]) :-
    (   df_common(Name)
    ->  true
    ;   catch(op(0, Type, Name), _, true)
    ),
    df_only_common(Operators).

df_common(Name) :-
    one_of(Name, [(:-), (-->), (?-), (;), (->), (','), (\+), (=), (\=), (==), (\==), (@<), (@=<), (@>), (@>=), (=..), (is), (=:=), (=\=), (<), (=<), (>), (>=), (:),
                  (+), (-), (/\), (\/), (*), (/), (//), (rem), (mod), (div), (<<), (>>), (**), (^), (\)]),
    !.

df_skip(N, First, In) :-
    (   N < First
    ->  df_line(In, _),
        N1 is N + 1,
        df_skip(N1, First, In)
    ;   true
    ).

df_goals(N, In) :-
    df_line(In, Line),
    (   Line == end_of_file
    ->  true
    ;   df_reset,
        df_begin(N),
        df_goal(Line),
        nl,
        flush_output,
        N1 is N + 1,
        df_goals(N1, In)
    ).

% Line is a list of characters, or end_of_file.
df_line(In, Line) :-
    peek_char(In, Char),
    (   Char == end_of_file
    ->  Line = end_of_file
    ;   df_rest_of_line(In, Line)
    ).

df_rest_of_line(In, Line) :-
    get_char(In, Char),
    (   Char == '\n'
    ->  Line = []
    ;   Line = [Char|Chars],
        df_rest_of_line(In, Chars)
    ).

% Systems go on in different places after a syntax error, so each goal is read from a file of its own.
df_goal(Line) :-
    atom_chars(Text, Line),
    catch(reads(Text, Goal, Names), Error, true),
    (   nonvar(Error)
    ->  df_error(Error)
    ;   df_run(Goal, Names)
    ).

df_begin(N) :-
    put_char(@),
    write(N),
    put_char(' ').

% ---- one goal -------------------------------------------------------------------------------------------------------

df_run(Goal, Names) :-
    retractall(df_counter(_)),
    assertz(df_counter(0)),
    (   catch(df_answers(Goal, Names), Ball, (df_error(Ball), true))
    ->  true
    ;   write('no')
    ).

df_answers(Goal, Names) :-
    call(Goal),
    copy_term(Names, Copy),
    df_first_variable,
    df_answer(Copy),
    retract(df_counter(Before)),
    Now is Before + 1,
    assertz(df_counter(Now)),
    Now >= 8,
    write('more').

df_answer(Bindings) :-
    put_char('{'),
    df_bindings(Bindings),
    put_char('}'),
    put_char(' ').

df_bindings([]).
df_bindings([Name=Value|Bindings]) :-
    (   df_hidden(Name)
    ->  true
    ;   write(Name),
        put_char(=),
        df_term(Value),
        put_char(' ')
    ),
    df_bindings(Bindings).

df_hidden(Name) :-
    sub_atom(Name, 0, 1, _, '_').

df_error(Ball) :-
    copy_term(Ball, Copy),
    df_first_variable,
    df_ball(Copy).

df_ball(error(Formal, _)) :-
    !,
    write('error '),
    df_formal(Formal).
df_ball(Ball) :-
    write('throws '),
    df_term(Ball).

df_formal(Formal) :-
    nonvar(Formal),
    Formal = syntax_error(_),
    !,
    write(syntax_error).
df_formal(Formal) :-
    df_term(Formal).

% ---- printing terms -------------------------------------------------------------------------------------------------

% Variables are numbered as they are printed, and bound to their numbers. What is not printed, such as the context of an error, does not count.
df_first_variable :-
    retractall(df_next(_)),
    assertz(df_next(0)).

df_name_variable('$df_variable'(N)) :-
    retract(df_next(N)),
    N1 is N + 1,
    assertz(df_next(N1)).

df_term(Term) :-
    var(Term),
    !,
    df_name_variable(Term),
    df_term(Term).
df_term('$df_variable'(N)) :-
    !,
    put_char('_'),
    write(N).
df_term(Term) :-
    atom(Term),
    !,
    put_char(''''),
    atom_chars(Term, Chars),
    df_chars(Chars),
    put_char('''').
df_term(Term) :-
    integer(Term),
    !,
    write(Term).
df_term(Term) :-
    float(Term),
    !,
    put_char(~),
    write(Term),
    put_char(~).
df_term(error(Formal, _)) :-
    !,
    write('error('),
    df_formal(Formal),
    put_char(')').
df_term([Head|Tail]) :-
    !,
    put_char('['),
    df_term(Head),
    df_tail(Tail).
df_term(Term) :-
    compound(Term),
    !,
    Term =.. [Name|Arguments],
    df_term(Name),
    put_char('('),
    df_arguments(Arguments),
    put_char(')').
df_term(_) :-
    put_char(?).

df_tail(Tail) :-
    Tail == [],
    !,
    put_char(']').
df_tail(Tail) :-
    nonvar(Tail),
    Tail = [Head|Rest],
    !,
    df_pair(Head, Rest).
df_tail(Tail) :-
    put_char('|'),
    df_term(Tail),
    put_char(']').

df_pair(Head, Tail) :-
    put_char(','),
    df_term(Head),
    df_tail(Tail).

df_arguments([]).
df_arguments([Argument|Arguments]) :-
    df_term(Argument),
    (   Arguments == []
    ->  true
    ;   put_char(',')
    ),
    df_arguments(Arguments).

df_chars([]).
df_chars([Char|Chars]) :-
    (   df_plain(Char)
    ->  put_char(Char)
    ;   char_code(Char, Code),
        put_char(\),
        write(Code),
        put_char(\)
    ),
    df_chars(Chars).

df_plain(Char) :-
    char_code(Char, Code),
    Code >= 32,
    Code < 127,
    Char \== (\),
    Char \== ''''.

% ---- the state that goals may have changed --------------------------------------------------------------------------

df_reset :-
    df_operators([xo, yo, po, so, ===>, #, '|', [], [[]], {}, [{}], -]),
    op(500, yfx, -),
    op(200, fy, -),
    df_again(fact/2),
    df_again(keep/1),
    df_again(rule/2),
    df_gone([fresh/0, fresh/1, fresh/2, foo/0, foo/1, foo/2, f/1, a/0, ab/0, user/0, ''/0, []/0, {}/1, (+)/2, (/)/2]),
    df_facts([fact(1, a), fact(2, b), fact(1, c), fact(3, a), fact(2, a)]),
    df_facts([keep(1), keep(2), keep(3)]),
    df_facts([(rule(X, Y) :- keep(X), Y = f(X)), rule(0, z)]).

df_operators([]).
df_operators([Name|Names]) :-
    df_no_operator(Name, xfx),
    df_no_operator(Name, fy),
    df_no_operator(Name, xf),
    df_operators(Names).

df_no_operator(Name, Type) :-
    catch(op(0, Type, Name), _, true).

df_again(Name/Arity) :-
    catch(abolish(Name/Arity), _, true),
    functor(Head, Name, Arity),
    catch(retractall(Head), _, true).

df_gone([]).
df_gone([Indicator|Indicators]) :-
    catch(abolish(Indicator), _, true),
    df_gone(Indicators).

df_facts([]).
df_facts([Clause|Clauses]) :-
    catch(assertz(Clause), _, true),
    df_facts(Clauses).

df_file(Path) :-
    df_folder(Folder),
    atom_concat(Folder, '/text', Path).

df_all(In, Chars) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Chars = []
    ;   Chars = [Char|Rest],
        df_all(In, Rest)
    ).

% ---- what goals use -------------------------------------------------------------------------------------------------

% Text is what writing Term with these options writes.
written(Options, Term, Text) :-
    df_file(Path),
    open(Path, write, Out),
    catch(write_term(Out, Term, Options), Ball, true),
    close(Out),
    (   nonvar(Ball)
    ->  throw(Ball)
    ;   open(Path, read, In),
        df_all(In, Chars),
        close(In),
        atom_chars(Text, Chars)
    ).

% Term is what the text, an atom, reads as.
reads(Text, Term, Names) :-
    df_file(Path),
    open(Path, write, Out),
    write(Out, Text),
    nl(Out),
    close(Out),
    open(Path, read, In),
    catch(read_term(In, Term, [variable_names(Names)]), Ball, true),
    close(In),
    (   nonvar(Ball)
    ->  throw(Ball)
    ;   true
    ).

reads(Text, Term) :-
    reads(Text, Term, _).

one_of(X, [X|_]).
one_of(X, [_|Xs]) :-
    one_of(X, Xs).

joined([], Ys, Ys).
joined([X|Xs], Ys, [X|Zs]) :-
    joined(Xs, Ys, Zs).

between_cut(X, Xs) :-
    one_of(X, Xs),
    X > 1,
    !.
