% SPDX-License-Identifier: MIT
%
% main.pl - programs that are run as commands.
%
%     :- use_module(library(main)).
%     :- initialization(main, main).
%     main(Arguments) :- argv_options(Arguments, Files, Options), ...
%
% Elsewhere there are cli_enable_development_system/0 and the options --spy, --gspy and --interactive of
% cli_parse_debug_options/2, which switch to a debugger; they are left out.

:- module(main, [
    main/0,
    argv_options/3,
    argv_options/4,
    argv_usage/1,
    cli_parse_debug_options/2
]).

:- use_module(library(apply), [foldl/4]).
:- use_module(library(debug), [debug/1]).
:- use_module(library(error), [must_be/2]).
:- use_module(library(lists), [append/2, append/3, list_to_set/2, memberchk/2]).
:- use_module(library(option), [option/2]).

:- meta_predicate(argv_options(:, -, -)).
:- meta_predicate(argv_options(:, -, -, +)).
:- meta_predicate(argv_usage(:)).

%! main is semidet.
%  Calls user:main/1 with the arguments of the command line that are for the program.
main :-
    current_prolog_flag(argv, Arguments),
    user:main(Arguments).

% --- Options of the command line ----------------------------------------------------------------------------------------

%! argv_options(:Arguments, -Positional, -Options) is det.
%  Splits Arguments, a list of atoms, into Options, terms Name(Value), and Positional, the others. After -- all are positional.
%
%  If the calling module defines opt_type(Option, Name, Type), only these options are taken. Option is the text after the dashes, one
%  character for a short option (-v), more for a long one (--verbose; _ in its name may be written -). Type is one of
%
%      boolean, boolean(Default)        no value: true or Default; --no-NAME is the opposite. Or --NAME=true, on, 1, false, off, 0
%      integer, nonneg, natural, float, number, between(Low, High)
%      atom, oneof(Atoms), string, file, file(Access), term, term(Options)
%      Type1|Type2                      the first one that fits
%
%  A value comes after = (--name=value), directly after a short option (-nvalue), or as the next argument. A wrong option ends the
%  program with a message; -h, -? or --help as the only argument print what argv_usage/1 says.
%
%  If there is no opt_type/3, --NAME=VALUE becomes Name(Value), where Value is a number if it looks like one and else an atom, --NAME
%  becomes Name(true) and --no-NAME becomes Name(false).
argv_options(Module:Arguments, Positional, Options) :-
    (   defines(Module, opt_type, 3)
    ->  argv_options(Module:Arguments, Positional, Options, [on_error(halt(1))])
    ;   must_be(list, Arguments),
        untyped(Arguments, Positional0, Options0),
        Positional = Positional0,
        Options = Options0
    ).

%! argv_options(:Arguments, -Positional, -Options, +ParseOptions) is det.
%  The same by opt_type/3, with ParseOptions: on_error(halt(Status)) ends the program after a message; without it wrong options raise
%  error(opt_error(What), _). options_after_arguments(false) takes everything from the first positional argument on as positional.
argv_options(Module:Arguments, Positional, Options, ParseOptions) :-
    must_be(list, Arguments),
    (   option(on_error(halt(Status)), ParseOptions)
    ->  catch(typed(Arguments, Module, ParseOptions, Positional0, Options0),
              error(opt_error(What), _),
              ( wrong_option(What, Module),
                halt(Status)
              ))
    ;   typed(Arguments, Module, ParseOptions, Positional0, Options0)
    ),
    Positional = Positional0,
    Options = Options0.

defines(Module, Name, Arity) :-
    catch(current_predicate(Module:Name/Arity), error(_, _), fail),
    !.

% --- Without types

untyped([], [], []).
untyped([Argument|Arguments], Positional, Options) :-
    (   Argument == (--)
    ->  Positional = Arguments,
        Options = []
    ;   atom_concat(--, Long, Argument)
    ->  untyped_option(Long, Option),
        Options = [Option|Options1],
        untyped(Arguments, Positional, Options1)
    ;   Positional = [Argument|Positional1],
        untyped(Arguments, Positional1, Options)
    ).

untyped_option(Long, Option) :-
    (   split_value(Long, Text, ValueText)
    ->  (   atom_number(ValueText, Number)
        ->  Value = Number
        ;   Value = ValueText
        )
    ;   atom_concat('no-', Text0, Long)
    ->  Text = Text0,
        Value = false
    ;   Text = Long,
        Value = true
    ),
    option_name(Text, Name),
    Option =.. [Name, Value].

% Text and Value stand before and after the first = of Long.
split_value(Long, Text, Value) :-
    sub_atom(Long, Before, 1, After, =),
    !,
    sub_atom(Long, 0, Before, _, Text),
    sub_atom(Long, _, After, 0, Value).

% Name is Text with _ for -.
option_name(Text, Name) :-
    atomic_list_concat(Parts, -, Text),
    atomic_list_concat(Parts, '_', Name).

% --- With types

typed([Argument], Module, _, _, _) :-
    asks_for_help(Argument, Module),
    !,
    argv_usage(Module:help),
    halt(0).
typed(Arguments, Module, ParseOptions, Positional, Options) :-
    (   option(options_after_arguments(false), ParseOptions)
    ->  After = false
    ;   After = true
    ),
    take_arguments(Arguments, Module, After, Positional, Options).

asks_for_help(Argument, Module) :-
    (   option_type(Module, _, help, boolean)
    ->  option_type(Module, Option, help, boolean),
        dashed(Option, Argument)
    ;   memberchk(Argument, ['-h', '-?', '--help'])
    ),
    !.

option_type(Module, Option, Name, Type) :-
    defines(Module, opt_type, 3),
    call(Module:opt_type(Option, Name, Type)).

dashed(Option, Argument) :-
    (   is_short(Option)
    ->  atom_concat(-, Option, Argument)
    ;   atom_concat(--, Option, Argument)
    ).

is_short(Option) :-
    atom_length(Option, 1).

take_arguments([], _, _, [], []).
take_arguments([Argument|Arguments], Module, After, Positional, Options) :-
    (   Argument == (--)
    ->  Positional = Arguments,
        Options = []
    ;   atom_concat(--, Long, Argument)
    ->  take_long(Long, Arguments, Module, Arguments1, Option),
        Options = [Option|Options1],
        take_arguments(Arguments1, Module, After, Positional, Options1)
    ;   Argument \== (-),
        atom_concat(-, Shorts, Argument)
    ->  atom_chars(Shorts, Chars),
        take_shorts(Chars, Arguments, Module, Arguments1, Options, Options1),
        take_arguments(Arguments1, Module, After, Positional, Options1)
    ;   After == false
    ->  Positional = [Argument|Arguments],
        Options = []
    ;   Positional = [Argument|Positional1],
        take_arguments(Arguments, Module, After, Positional1, Options)
    ).

% Rest is what is left of Arguments after the value.
take_long(Long, Arguments, Module, Rest, Option) :-
    (   split_value(Long, Text, ValueText)
    ->  option_name(Text, Flag),
        (   option_type(Module, Flag, Name, Type)
        ->  option_value(Type, Flag, ValueText, Value),
            Rest = Arguments
        ;   opt_error(unknown_option(Module:Text))
        )
    ;   option_name(Long, Flag),
        plain_long(Flag, Arguments, Module, Rest, Name, Value)
    ),
    Option =.. [Name, Value].

plain_long(Flag, Arguments, Module, Rest, Name, Value) :-
    (   boolean_option(Module, Flag, Name0, Value0)
    ->  Name = Name0,
        Value = Value0,
        Rest = Arguments
    ;   negated(Flag, Positive),
        boolean_option(Module, Positive, Name0, Value0)
    ->  Name = Name0,
        opposite(Value0, Value),
        Rest = Arguments
    ;   option_type(Module, Flag, Name0, Type)
    ->  Name = Name0,
        next_value(Arguments, Flag, Type, Value, Rest)
    ;   opt_error(unknown_option(Module:Flag))
    ).

negated(Flag, Positive) :-
    atom_concat(no_, Positive, Flag).
negated(Flag, Positive) :-
    atom_concat(no, Positive, Flag).

opposite(true, false).
opposite(false, true).

boolean_option(Module, Flag, Name, Value) :-
    option_type(Module, Flag, Name, Type),
    boolean_value(Type, Value),
    !.

boolean_value(boolean, true).
boolean_value(boolean(Value), Value).

next_value([ValueText|Rest], Flag, Type, Value, Rest) :-
    option_value(Type, Flag, ValueText, Value).
next_value([], Flag, Type, _, _) :-
    opt_error(missing_value(Flag, Type)).

% Options that take no value may stand together; what follows the first one that takes a value is its value.
take_shorts([], Arguments, _, Arguments, Options, Options).
take_shorts([Flag|Flags], Arguments, Module, Rest, [Option|Options0], Options) :-
    (   boolean_option(Module, Flag, Name, Value)
    ->  Option =.. [Name, Value],
        take_shorts(Flags, Arguments, Module, Rest, Options0, Options)
    ;   option_type(Module, Flag, Name, Type)
    ->  (   Flags == []
        ->  next_value(Arguments, Flag, Type, Value, Rest)
        ;   atom_chars(ValueText, Flags),
            option_value(Type, Flag, ValueText, Value),
            Rest = Arguments
        ),
        Option =.. [Name, Value],
        Options = Options0
    ;   opt_error(unknown_option(Module:Flag))
    ).

opt_error(What) :-
    throw(error(opt_error(What), _)).

option_value(Type, Flag, Text, Value) :-
    (   converted(Type, Text, Value0)
    ->  Value = Value0
    ;   opt_error(value_type(Flag, Type, Text))
    ).

converted('|'(Type1, Type2), Text, Value) :-
    (   converted(Type1, Text, Value0)
    ->  Value = Value0
    ;   converted(Type2, Text, Value)
    ).
converted((Type1;Type2), Text, Value) :-
    converted('|'(Type1, Type2), Text, Value).
converted(boolean, Text, Value) :-
    downcase_atom(Text, Lower),
    truth(Lower, Value).
converted(boolean(_), Text, Value) :-
    converted(boolean, Text, Value).
converted(integer, Text, Value) :-
    atom_number(Text, Value),
    integer(Value).
converted(nonneg, Text, Value) :-
    converted(integer, Text, Value),
    Value >= 0.
converted(natural, Text, Value) :-
    converted(integer, Text, Value),
    Value >= 1.
converted(number, Text, Value) :-
    atom_number(Text, Value).
converted(float, Text, Value) :-
    atom_number(Text, Number),
    Value is float(Number).
converted(between(Low, High), Text, Value) :-
    (   integer(Low),
        integer(High)
    ->  converted(integer, Text, Value)
    ;   converted(float, Text, Value)
    ),
    Value >= Low,
    Value =< High.
converted(atom, Text, Text).
converted(oneof(Atoms), Text, Text) :-
    memberchk(Text, Atoms).
converted(string, Text, Value) :-
    atom_string(Text, Value).
converted(file, Text, Text).
converted(file(Access), Text, Text) :-
    (   Text == (-)                             % standard input or output
    ->  true
    ;   access_file(Text, Access)
    ->  true
    ;   opt_error(access_file(Text, Access))
    ).
converted(term, Text, Value) :-
    converted(term([]), Text, Value).
converted(term(Options), Text, Value) :-
    catch(read_term_from_atom(Text, Term, Options), error(syntax_error(_), _), fail),
    (   memberchk(variable_names(Names), Options)
    ->  Value = Term-Names
    ;   Value = Term
    ).

truth(true, true).
truth(on, true).
truth('1', true).
truth(false, false).
truth(off, false).
truth('0', false).

% --- Messages -----------------------------------------------------------------------------------------------------------

wrong_option(What, Module) :-
    error_text(What, Text0),
    (   What = unknown_option(_),
        help_flag(Module, Flag)
    ->  format(atom(Text), '~w (~w for help)', [Text0, Flag])
    ;   Text = Text0
    ),
    print_message(error, format('~w', [Text])).

help_flag(Module, Flag) :-
    (   option_type(Module, _, help, boolean)
    ->  once(option_type(Module, Option, help, boolean)),
        dashed(Option, Flag)
    ;   Flag = '-h'
    ).

error_text(unknown_option(_:Option), Text) :-
    dashed(Option, Shown),
    format(atom(Text), 'unknown option ~w', [Shown]).
error_text(missing_value(Option, Type), Text) :-
    dashed(Option, Shown),
    type_text(Type, TypeText),
    format(atom(Text), 'option ~w needs a value: ~w', [Shown, TypeText]).
error_text(value_type(Option, Type, Found), Text) :-
    dashed(Option, Shown),
    type_text(Type, TypeText),
    format(atom(Text), 'option ~w needs ~w, not ~w', [Shown, TypeText, Found]).
error_text(access_file(File, Access), Text) :-
    (   Access == exist
    ->  format(atom(Text), 'there is no file ~w', [File])
    ;   format(atom(Text), 'no ~w access to file ~w', [Access, File])
    ).

type_text('|'(Type1, Type2), Text) :-
    type_text(Type1, Text1),
    type_text(Type2, Text2),
    format(atom(Text), '~w or ~w', [Text1, Text2]).
type_text((Type1;Type2), Text) :-
    type_text('|'(Type1, Type2), Text).
type_text(boolean, 'true or false').
type_text(boolean(_), 'true or false').
type_text(integer, 'an integer').
type_text(nonneg, 'an integer that is not negative').
type_text(natural, 'a positive integer').
type_text(number, 'a number').
type_text(float, 'a number').
type_text(between(Low, High), Text) :-
    format(atom(Text), 'a number from ~w to ~w', [Low, High]).
type_text(atom, text).
type_text(string, text).
type_text(oneof(Atoms), Text) :-
    atomic_list_concat(Atoms, ', ', List),
    format(atom(Text), 'one of ~w', [List]).
type_text(file, 'a file').
type_text(file(Access), Text) :-
    format(atom(Text), 'a file with ~w access', [Access]).
type_text(term, 'a term').
type_text(term(_), 'a term').

%! argv_usage(:Kind) is det.
%  Prints, as a message of Kind, how the program is called: opt_help(help(header), Text) of the calling module, a line `usage`
%  (with opt_help(help(usage), Text) in place of [options]), a line for each option of opt_type/3 with its opt_help(Name, Text), and
%  opt_help(help(footer), Text). opt_meta(Name, Word) names the value of an option.
argv_usage(Module:Kind) :-
    help_part(Module, help(header), Header),
    usage_line(Module, Usage),
    findall(Name, option_type(Module, _, Name, _), Names0),
    list_to_set(Names0, Names),
    help_rows(Names, Module, Rows0),
    (   memberchk(help, Names)
    ->  Rows = Rows0
    ;   own_help(Module, Row),
        Rows = [Row|Rows0]
    ),
    foldl(widest, Rows, 0, Width0),
    Width is min(Width0, 30) + 4,
    row_lines(Rows, Width, Lines),
    help_part(Module, help(footer), Footer),
    append([Header, [Usage, 'options:'|Lines], Footer], All),
    atomic_list_concat(All, '\n', Text),
    print_message(Kind, format('~w', [Text])).

help_text(Module, Topic, Text) :-
    defines(Module, opt_help, 2),
    call(Module:opt_help(Topic, Text0)),
    !,
    to_atom(Text0, Text).

to_atom(Text, Atom) :-
    (   is_list(Text)
    ->  catch(text_to_string(Text, String), error(_, _), fail),
        atom_string(Atom, String)
    ;   format(atom(Atom), '~w', [Text])
    ).

help_part(Module, Topic, Lines) :-
    (   help_text(Module, Topic, Text)
    ->  Lines = [Text]
    ;   Lines = []
    ).

usage_line(Module, Line) :-
    (   help_text(Module, help(usage), Text)
    ->  true
    ;   Text = ' [options]'
    ),
    (   source_file(Module:opt_type(_, _, _), File)
    ->  file_base_name(File, Program)
    ;   Program = program
    ),
    format(atom(Line), 'usage: ~w~w', [Program, Text]).

own_help(Module, row('-h, -?, --help', Text)) :-
    (   help_text(Module, help, Text0)
    ->  Text = Text0
    ;   Text = 'print this and exit'
    ).

% row(Options, Help) for each name.
help_rows([], _, []).
help_rows([Name|Names], Module, [row(Shown, Help)|Rows]) :-
    findall(Option-Type, option_type(Module, Option, Name, Type), Pairs),
    split_short(Pairs, Short, Long),
    append(Short, Long, Ordered),
    shown_options(Ordered, Name, Module, Texts),
    atomic_list_concat(Texts, ', ', Shown),
    (   help_text(Module, Name, Help0)
    ->  Help = Help0
    ;   Help = ''
    ),
    help_rows(Names, Module, Rows).

split_short([], [], []).
split_short([Option-Type|Pairs], Short, Long) :-
    (   is_short(Option)
    ->  Short = [Option-Type|Short1],
        Long = Long1
    ;   Short = Short1,
        Long = [Option-Type|Long1]
    ),
    split_short(Pairs, Short1, Long1).

shown_options([], _, _, []).
shown_options([Option-Type|Pairs], Name, Module, [Text|Texts]) :-
    atomic_list_concat(Parts, '_', Option),
    atomic_list_concat(Parts, -, Written),
    dashed(Written, Dashed),
    (   boolean_value(Type, _)
    ->  Text = Dashed
    ;   meta_word(Module, Name, Type, Word),
        (   is_short(Option)
        ->  format(atom(Text), '~w ~w', [Dashed, Word])
        ;   format(atom(Text), '~w=~w', [Dashed, Word])
        )
    ),
    shown_options(Pairs, Name, Module, Texts).

meta_word(Module, Name, Type, Word) :-
    (   defines(Module, opt_meta, 2),
        call(Module:opt_meta(Name, Word0))
    ->  Word = Word0
    ;   first_type(Type, Plain),
        type_word(Plain, Word)
    ).

type_word(Type, Word) :-
    (   Type = oneof(Atoms)
    ->  atomic_list_concat(Atoms, '|', Word)
    ;   functor(Type, Name, _),
        upcase_atom(Name, Word)
    ).

first_type(Type, First) :-
    (   nonvar(Type),
        alternative(Type, Type1)
    ->  first_type(Type1, First)
    ;   First = Type
    ).

alternative('|'(Type, _), Type).
alternative((Type;_), Type).

widest(row(Options, _), Width0, Width) :-
    atom_length(Options, Length),
    Width is max(Width0, Length).

row_lines([], _, []).
row_lines([row(Options, Help)|Rows], Width, [Line|Lines]) :-
    (   Help == ''
    ->  format(atom(Line), '  ~w', [Options])
    ;   atom_length(Options, Length),
        Length + 4 > Width
    ->  format(atom(Line), '  ~w~n~*c~w', [Options, Width, 0' , Help])
    ;   format(atom(Line), '  ~w~t~*|~w', [Options, Width, Help])
    ),
    row_lines(Rows, Width, Lines).

%! cli_parse_debug_options(+Options, -Rest) is det.
%  Obeys the options debug(Topic) - each switches on the messages of debug/3 about Topic, a text to be read as a term - and leaves the
%  others in Rest.
cli_parse_debug_options([], []).
cli_parse_debug_options([Option|Options], Rest) :-
    (   Option = debug(Text)
    ->  term_to_atom(Topic, Text),
        debug(Topic),
        Rest = Rest1
    ;   Rest = [Option|Rest1]
    ),
    cli_parse_debug_options(Options, Rest1).
