% SPDX-License-Identifier: MIT
%
% toplevel.pl - the command `horn`: its options, and the dialogue of queries and answers.
%
%     horn [OPTIONS] FILE... [-- ARGS]
%
% Exit status: 0, 1 when a goal of the command line failed or raised or a file could not be read, 2 on bad usage.
% On a terminal each answer waits for a key; otherwise there is no prompt and each query gives its first answer.

:- module(system, []).

% --- The command line -----------------------------------------------------------------------------------------------

%! '$main'(+Arguments) is det.
%  Arguments are the words of the command line, as atoms, without the name of the command. Ends in halt/1.
'$main'(Arguments) :-
    '$parse_arguments'(Arguments, options([], [], none, run, []), Options),
    '$obey'(Options).

% options(Files, Goals, Last, Mode, Rest), the first two in reverse.
'$parse_arguments'([], Options, Options).
'$parse_arguments'([Argument|Arguments], Options0, Options) :-
    (   Argument == '--'
    ->  '$set_option'(rest, Arguments, Options0, Options)
    ;   '$flag_argument'(Argument, Name)
    ->  '$set_option'(Name, '', Options0, Options1),
        '$parse_arguments'(Arguments, Options1, Options)
    ;   '$valued_argument'(Argument, Name)
    ->  (   Arguments = [Value|Arguments1]
        ->  '$set_option'(Name, Value, Options0, Options1),
            '$parse_arguments'(Arguments1, Options1, Options)
        ;   '$bad_usage'('option ~w needs a value', [Argument])
        )
    ;   Argument \== (-),
        sub_atom(Argument, 0, 1, _, '-')
    ->  '$bad_usage'('unknown option ~w', [Argument])
    ;   '$set_option'(file, Argument, Options0, Options1),
        '$parse_arguments'(Arguments, Options1, Options)
    ).

'$flag_argument'('-q', quiet).
'$flag_argument'('--quiet', quiet).
'$flag_argument'('--swi', swi).
'$flag_argument'('-h', help).
'$flag_argument'('--help', help).
'$flag_argument'('-v', version).
'$flag_argument'('--version', version).

'$valued_argument'('-g', goal).
'$valued_argument'('-t', last).
'$valued_argument'('-s', file).
'$valued_argument'('-l', file).
'$valued_argument'('-f', init).
'$valued_argument'('--to-asm', asm).
'$valued_argument'('--on-error', on_error).
'$valued_argument'('--on-warning', on_warning).
'$valued_argument'(Option, limit(Option)) :-
    '$limit_option'(Option, _, _, _).

% Option, what its value is, the flag that it sets, and what is said of a value that is none.
'$limit_option'('--limit-memory', size, memory_limit, 'bytes, with K, M or G behind them if need be').
'$limit_option'('--limit-stack', size, stack_limit, 'bytes, with K, M or G behind them if need be').
'$limit_option'('--limit-integer', size, max_integer_size, 'bytes, with K, M or G behind them if need be').
'$limit_option'('--limit-atoms', count, atom_limit, 'a number of atoms').
'$limit_option'('--limit-inferences', count, inference_limit, 'a number of inferences').
'$limit_option'('--limit-time', count, time_limit, 'seconds').
'$limit_option'('--limit-cpu', count, cpu_time_limit, 'seconds').

'$set_option'(quiet, _, Options, Options) :-
    set_prolog_flag(verbose, silent).
'$set_option'(swi, _, Options, Options) :-
    forall('$swi_flag'(Flag, Value), set_prolog_flag(Flag, Value)).
'$set_option'(help, _, options(F, G, L, _, R), options(F, G, L, help, R)).
'$set_option'(version, _, options(F, G, L, _, R), options(F, G, L, version, R)).
'$set_option'(goal, Goal, options(F, G, L, M, R), options(F, [Goal|G], L, M, R)).
'$set_option'(last, Goal, options(F, G, _, M, R), options(F, G, last(Goal), M, R)).
'$set_option'(file, File, options(F, G, L, M, R), options([File|F], G, L, M, R)).
'$set_option'(init, File, options(F, G, L, M, R), Options) :-
    (   File == none
    ->  Options = options(F, G, L, M, R)
    ;   Options = options([File|F], G, L, M, R)
    ).
'$set_option'(on_error, Style, Options, Options) :-
    '$set_style'(on_error, '--on-error', Style).
'$set_option'(on_warning, Style, Options, Options) :-
    '$set_style'(on_warning, '--on-warning', Style).
'$set_option'(limit(Option), Text, Options, Options) :-
    '$limit_option'(Option, Kind, Flag, Wanted),
    (   '$amount'(Kind, Text, Amount),
        catch(set_prolog_flag(Flag, Amount), error(_, _), fail)
    ->  true
    ;   '$bad_usage'('option ~w takes ~w, not ~w', [Option, Wanted, Text])
    ).
'$set_option'(asm, File, options(F, G, L, _, R), options([File|F], G, L, asm, R)).
'$set_option'(rest, Rest, options(F, G, L, M, _), options(F, G, L, M, Rest)).

% What programs written for SWI-Prolog expect of flags that are different here.
'$swi_flag'(double_quotes, string).
'$swi_flag'(back_quotes, codes).
'$swi_flag'(strict_syntax, false).
'$swi_flag'(iso, false).
'$swi_flag'(emulated_dialect, swi).

'$amount'(count, Text, Amount) :-
    atom_number(Text, Amount),
    integer(Amount).
'$amount'(size, Text, Amount) :-
    (   '$unit'(Unit, Factor),
        atom_concat(Digits, Unit, Text)
    ->  '$amount'(count, Digits, Count),
        Amount is Count * Factor
    ;   '$amount'(count, Text, Amount)
    ).

'$unit'('K', 1024).
'$unit'('M', 1048576).
'$unit'('G', 1073741824).

'$set_style'(Flag, Option, Style) :-
    (   catch(set_prolog_flag(Flag, Style), error(domain_error(_, _), _), fail)
    ->  true
    ;   '$bad_usage'('option ~w is print, status or halt, not ~w', [Option, Style])
    ).

'$bad_usage'(Format, Arguments) :-
    print_message(error, bad_usage(Format, Arguments)),
    halt(2).

'$usage_lines'([
    'usage: horn [OPTIONS] FILE... [-- ARGS]', nl,
    'Loads the files and runs initialization(main); without one, starts the dialogue.', nl, nl,
    '    -g GOAL         run GOAL after loading; may be repeated', nl,
    '    -t GOAL         run GOAL at the end instead of the dialogue, e.g. -t halt', nl,
    '    -s FILE         load FILE', nl,
    '    -q, --quiet     no banner, no informational messages', nl,
    '    --swi           flags as programs for SWI-Prolog expect them: double_quotes=string,', nl,
    '                    back_quotes=codes, strict_syntax=false, iso=false, emulated_dialect=swi', nl,
    '    --on-error STYLE, --on-warning STYLE', nl,
    '                    print: go on (default); status: halt. ends with 1; halt: stop with 2', nl,
    '    --limit-memory SIZE, --limit-stack SIZE, --limit-integer SIZE', nl,
    '                    bytes (or 100K, 100M, 2G) that the whole, the stacks, an integer may take', nl,
    '    --limit-atoms N, --limit-inferences N, --limit-time SECONDS, --limit-cpu SECONDS', nl,
    '                    of the machine; the last three of each goal. Beyond: resource_error(What)', nl,
    '    --to-asm FILE   write the assembly text of FILE and stop', nl,
    '    -v, --version   show the version and stop', nl,
    '    -h, --help      show this text and stop', nl,
    '    -- ARGS         the rest is for the program: flag argv', nl, nl,
    'Exit status: 0; 1 after a failed or raised goal or an unreadable file; 2 on bad usage.']).

'$obey'(options(_, _, _, help, _)) :-
    !,
    current_output(Stream),
    '$usage_lines'(Lines),
    print_message_lines(Stream, '', Lines),
    halt(0).
'$obey'(options(_, _, _, version, _)) :-
    !,
    '$version'(Version),
    format('Horn ~w~n', [Version]),
    halt(0).
'$obey'(options(Files0, _, _, asm, _)) :-
    !,
    '$reverse'(Files0, Files),
    '$run_and_stop'('$to_asm'(Files)).
'$obey'(options(Files0, Goals0, Last, run, Rest)) :-
    '$reverse'(Files0, Files),
    '$reverse'(Goals0, Goals),
    set_prolog_flag(argv, Rest),
    '$load_command_files'(Files),
    '$run_command_goals'(Goals),
    '$run_program_goals',
    '$run_main_goal',
    '$run_last'(Last).

'$run_and_stop'(Goal) :-
    (   '$command_goal'(Goal)
    ->  halt(0)
    ;   halt(1)
    ).

% Runs Goal once; false after a message when it fails or raises.
'$command_goal'(Goal) :-
    '$catch_traced'(( '$within_limits'(user:Goal)
                    ->  true
                    ;   print_message(error, goal_failed(Goal)),
                        fail
                    ),
                    Error,
                    Frames,
                    ( '$print_ball'(Error, Frames),
                      fail
                    )).

'$load_command_files'([]).
'$load_command_files'([File|Files]) :-
    (   File == (-)
    ->  Spec = user
    ;   Spec = File
    ),
    catch(load_files(user:Spec, []), Error, true),
    (   var(Error)
    ->  '$load_command_files'(Files)
    ;   '$print_ball'(Error),
        halt(1)
    ).

'$run_command_goals'([]).
'$run_command_goals'([Text|Texts]) :-
    '$goal_from_text'(Text, Goal),
    (   '$command_goal'(Goal)
    ->  '$run_command_goals'(Texts)
    ;   halt(1)
    ).

'$goal_from_text'(Text, Goal) :-
    catch(term_to_atom(Goal0, Text), Error, true),
    (   var(Error)
    ->  expand_goal(Goal0, Goal)
    ;   '$print_ball'(Error),
        '$bad_usage'('~w is not a goal', [Text])
    ).

'$run_program_goals' :-
    findall(Goal, retract('$program_goal'(Goal)), Goals),
    '$run_initializations'(Goals).

'$run_main_goal' :-
    (   '$main_goal'(Goal)
    ->  '$run_and_stop'(Goal)
    ;   true
    ).

'$run_last'(last(Text)) :-
    '$goal_from_text'(Text, Goal),
    '$run_and_stop'(Goal).
'$run_last'(none) :-
    '$toplevel',
    halt.

% --- The dialogue ---------------------------------------------------------------------------------------------------

%! prolog is det.
%  The dialogue of queries and answers, up to the end of the input.
prolog :-
    '$toplevel'.

'$toplevel' :-
    stream_property(Input, alias(user_input)),
    !,
    (   '$is_tty'(Input)
    ->  Mode = terminal,
        '$version'(Version),
        print_message(banner, banner(Version))
    ;   Mode = batch
    ),
    repeat,
    '$dialogue_step'(Input, Mode),
    !.

% Succeeds at the end of the input.
'$dialogue_step'(Input, Mode) :-
    catch('$read_query'(Input, Mode, Term, Names), Error, true),
    (   nonvar(Error)
    ->  '$print_ball'(Error),
        '$unreadable'(Error)
    ;   Term == end_of_file
    ->  (   Mode == terminal
        ->  nl(user_output)
        ;   true
        )
    ;   '$query'(Term, Names, Mode),
        fail
    ).

% The dialogue goes on after a syntax error, and ends when reading itself is impossible.
'$unreadable'(Error) :-
    nonvar(Error),
    (   Error = error(syntax_error(_), _)
    ->  fail
    ;   Error == '$aborted'
    ->  fail
    ;   Error = unwind(_)
    ->  fail
    ;   halt(1)
    ).

'$read_query'(Input, Mode, Term, Names) :-
    (   Mode == terminal
    ->  '$query_prompt'(First),
        '$prompt'(First, '|    ')
    ;   true
    ),
    '$read_clause'(Input, Term, Names, _, _),
    (   Mode == terminal
    ->  '$prompt'('|: ', '|: ')
    ;   true
    ).

'$query_prompt'(Prompt) :-
    '$source_module'(Module),
    (   Module == user
    ->  current_prolog_flag(toplevel_prompt, Prompt)
    ;   atomic_list_concat([Module, ': ?- '], Prompt)
    ).

'$query'(Term, Names, Mode) :-
    '$query_goal'(Term, Goal),
    '$source_module'(Module),
    '$catch_traced'('$solve'(Goal, Module, Names, Mode), Error, Frames, '$query_error'(Error, Frames)),
    '$flush'.

'$query_goal'(Term, Goal) :-
    (   nonvar(Term),
        Term = (?- Inner)
    ->  Goal = Inner
    ;   nonvar(Term),
        Term = (:- Inner)
    ->  Goal = Inner
    ;   Goal = Term
    ).

'$query_error'(Error, Frames) :-
    '$column_zero',
    '$print_ball'(Error, Frames).

'$flush' :-
    flush_output(user_output).

'$column_zero' :-
    format(user_output, '~N', []).

% Det is bound as soon as Goal has no more answers.
'$solve'(Goal0, Module, Names, Mode) :-
    expand_goal(Goal0, Goal),
    (   call_cleanup('$within_limits'(Module:Goal), Det = true),
        '$answer'(Names, Det, Mode)
    ->  true
    ;   '$column_zero',
        write(user_output, 'false.'),
        nl(user_output)
    ).

% Shows an answer; true when no other is wanted.
'$answer'(Names, Det, Mode) :-
    '$column_zero',
    '$write_answer'(Names),
    (   Det == true
    ->  write(user_output, '.'),
        nl(user_output)
    ;   Mode == batch
    ->  write(user_output, ' .'),
        nl(user_output)
    ;   '$flush',
        '$more_wanted'
    ->  write(user_output, ' ;'),
        nl(user_output),
        fail
    ;   write(user_output, ' .'),
        nl(user_output)
    ).

'$more_wanted' :-
    '$read_key'(Key),
    (   '$key_meaning'(Key, Meaning)
    ->  true
    ;   Meaning = help
    ),
    (   Meaning == more
    ->  true
    ;   Meaning == stop
    ->  fail
    ;   nl(user_output),
        write(user_output, '; or space: next answer, Enter or a full stop: enough, a: abort'),
        nl(user_output),
        '$flush',
        '$more_wanted'
    ).

'$key_meaning'(;, more).
'$key_meaning'(' ', more).
'$key_meaning'(n, more).
'$key_meaning'('\t', more).
'$key_meaning'('.', stop).
'$key_meaning'('\n', stop).
'$key_meaning'('\r', stop).
'$key_meaning'(c, stop).
'$key_meaning'(q, stop).
'$key_meaning'(end_of_file, stop).
'$key_meaning'(a, stop).

% --- Answers as Prolog text -----------------------------------------------------------------------------------------

% Writes the bindings as a goal that gives them again, or true.
'$write_answer'(Names0) :-
    '$visible_names'(Names0, Names),
    '$name_variables'(Names, Named0, Equations0),
    '$break_cycles'(Equations0, Equations, Cycles),
    '$append'(Cycles, Named0, Named),
    '$other_variables'(Equations, Named, Others),
    '$used_names'(Names0, Used),
    '$invent_names'(Others, 0, Used, Invented),
    '$append'(Named, Invented, VariableNames),
    '$equation_texts'(Equations, VariableNames, Texts),
    (   Texts == []
    ->  write(user_output, true)
    ;   '$separator'(Texts, Separator),
        atomic_list_concat(Texts, Separator, Text),
        write(user_output, Text)
    ).

'$visible_names'([], []).
'$visible_names'([Name = Value|Names0], Names) :-
    (   sub_atom(Name, 0, 1, _, '_')
    ->  Names = Names1
    ;   Names = [Name = Value|Names1]
    ),
    '$visible_names'(Names0, Names1).

% Named gives each unbound variable of the query the last of its names; its other names and those of bound variables
% become equations Name-Value.
'$name_variables'([], [], []).
'$name_variables'([Name = Value|Names], Named, Equations) :-
    (   var(Value),
        \+ '$is_named'(Value, Names)
    ->  Named = [Name = Value|Named1],
        Equations = Equations1
    ;   Named = Named1,
        Equations = [Name-Value|Equations1]
    ),
    '$name_variables'(Names, Named1, Equations1).

'$is_named'(Variable, [_ = Value|Names]) :-
    (   Variable == Value
    ->  true
    ;   '$is_named'(Variable, Names)
    ).

% Cyclic values become finite ones and more equations: X = f(X). Cycles gives the variables in them their names.
'$break_cycles'(Equations0, Equations, Cycles) :-
    (   acyclic_term(Equations0)
    ->  Equations = Equations0,
        Cycles = []
    ;   '$load_files'(library(terms), user, [if(not_loaded), imports([])]),
        terms:term_factorized(Equations0, Equations1, Factors),
        '$name_factors'(Factors, 1, Equations1, Equations, Cycles)
    ).

% A variable of the query whose value is cyclic lends it its name.
'$name_factors'([], _, Equations, Equations, []).
'$name_factors'([Variable = Value|Factors], N, Equations0, Equations, [Name = Variable|Cycles]) :-
    (   '$replace_value'(Equations0, Variable, Value, Name, Equations1)
    ->  N1 = N
    ;   atomic_list_concat(['_S', N], Name),
        N1 is N + 1,
        '$append'(Equations0, [Name-Value], Equations1)
    ),
    '$name_factors'(Factors, N1, Equations1, Equations, Cycles).

'$replace_value'([Name0-Value0|Equations0], Variable, Value, Name, Equations) :-
    (   Value0 == Variable
    ->  Name = Name0,
        Equations = [Name-Value|Equations0]
    ;   Equations = [Name0-Value0|Equations1],
        '$replace_value'(Equations0, Variable, Value, Name, Equations1)
    ).

'$other_variables'(Equations, Named, Others) :-
    term_variables(Equations, Variables),
    term_variables(Named, NamedVariables),
    '$subtract_variables'(Variables, NamedVariables, Others).

'$used_names'([], []).
'$used_names'([Name = _|Names], [Name|Used]) :-
    '$used_names'(Names, Used).

% _A, _B, ..., _Z, _A1, _B1, ... without those that the query uses.
'$invent_names'([], _, _, []).
'$invent_names'([Variable|Variables], N, Used, Invented) :-
    '$invented_name'(N, Name),
    N1 is N + 1,
    (   '$memberchk'(Name, Used)
    ->  '$invent_names'([Variable|Variables], N1, Used, Invented)
    ;   Invented = [Name = Variable|Invented1],
        '$invent_names'(Variables, N1, Used, Invented1)
    ).

'$invented_name'(N, Name) :-
    Code is 0'A + N mod 26,
    char_code(Letter, Code),
    Round is N // 26,
    (   Round =:= 0
    ->  atom_concat('_', Letter, Name)
    ;   atomic_list_concat(['_', Letter, Round], Name)
    ).

'$equation_texts'([], _, []).
'$equation_texts'([Name-Value|Equations], Names, [Text|Texts]) :-
    with_output_to(atom(Text), '$write_equation'(Name, Value, Names)),
    '$equation_texts'(Equations, Names, Texts).

% An atom that is an operator is an operand of = here, and stands in brackets.
'$write_equation'(Name, Value, Names) :-
    write(Name),
    write(' = '),
    current_prolog_flag(answer_write_options, Wanted),
    '$append'([variable_names(Names), priority(699)], Wanted, Options0),
    '$default_options'([quoted(true), spacing(next_argument), max_depth(0)], Wanted, Defaults),
    '$append'(Options0, Defaults, Options),
    (   atom(Value),
        \+ \+ current_op(_, _, Value)
    ->  write('('),
        write_term(Value, Options),
        write(')')
    ;   write_term(Value, Options)
    ).

% The defaults of which Wanted says nothing.
'$default_options'([], _, []).
'$default_options'([Default|Defaults], Wanted, Options) :-
    functor(Default, Name, 1),
    functor(Other, Name, 1),
    (   '$memberchk'(Other, Wanted)
    ->  Options = Options1
    ;   Options = [Default|Options1]
    ),
    '$default_options'(Defaults, Wanted, Options1).

% On one line when they fit.
'$separator'(Texts, Separator) :-
    '$total_length'(Texts, 0, Length),
    (   Length =< 76
    ->  Separator = ', '
    ;   Separator = ',\n'
    ).

'$total_length'([], Length, Length).
'$total_length'([Text|Texts], Length0, Length) :-
    atom_length(Text, TextLength),
    Length1 is Length0 + TextLength + 2,
    '$total_length'(Texts, Length1, Length).
