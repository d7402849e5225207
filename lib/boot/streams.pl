% SPDX-License-Identifier: MIT
%
% streams.pl - what can be said about streams in Prolog: output to texts, parts of input, positions, the standard streams.

:- module(system, []).

% --- Output to texts ------------------------------------------------------------------------------------------------

:- meta_predicate((with_output_to(?, 0), with_output_to(?, 0, +))).

%! with_output_to(?Sink, :Goal) is semidet.
%  Runs Goal once; what it writes to current output becomes Sink: atom(A), string(S), chars(Cs), codes(Cs), or chars(Cs, Tail) and
%  codes(Cs, Tail), lists that end in Tail. When Goal fails or raises, what it wrote is gone.
with_output_to(Sink, Goal) :-
    '$with_output_to'(Sink, Goal, [], with_output_to/2).

%! with_output_to(?Sink, :Goal, +Options) is semidet.
%  The same. Option capture(Aliases) names what is captured beside current output: user_output, user_error. Other options mean nothing here.
with_output_to(Sink, Goal, Options) :-
    '$check_options'(Options, with_output_to/3),
    '$capture_aliases'(Options, Aliases),
    '$with_output_to'(Sink, Goal, Aliases, with_output_to/3).

'$with_output_to'(Sink, Goal, Aliases, Caller) :-
    '$sink'(Sink, Kind, Text, Tail, Caller),
    current_output(Old),
    '$alias_streams'(Aliases, Streams),
    setup_call_cleanup(
        '$open_capture'(Stream),
        '$captured'(Goal, Aliases, Stream, Kind, Text0, Tail, State),
        '$end_capture'(Aliases, Streams, Old, State, Stream)),
    Text = Text0.

% A goal of its own: a conjunction would be compiled anew for each call.
'$captured'(Goal, Aliases, Stream, Kind, Text, Tail, State) :-
    set_output(Stream),
    '$set_aliases'(Aliases, Stream),
    call(Goal),
    !,
    '$capture_text'(Stream, Kind, Text, Tail),
    State = done.

'$end_capture'(Aliases, Streams, Old, State, Stream) :-
    '$restore_aliases'(Aliases, Streams),
    '$restore_output'(Old),
    (   State == done
    ->  true
    ;   is_stream(Stream)
    ->  close(Stream, [force(true)])
    ;   true
    ).

% The stream that was the current output may have been closed by the goal.
'$restore_output'(Old) :-
    (   is_stream(Old)
    ->  set_output(Old)
    ;   set_output(user_output)
    ).

'$sink'(Sink, _, _, _, Caller) :-
    var(Sink),
    !,
    throw(error(instantiation_error, context(Caller, _))).
'$sink'(atom(Text), atom, Text, [], _) :-
    !.
'$sink'(string(Text), string, Text, [], _) :-
    !.
'$sink'(chars(Text), chars, Text, [], _) :-
    !.
'$sink'(codes(Text), codes, Text, [], _) :-
    !.
'$sink'(chars(Text, Tail), chars, Text, Tail, _) :-
    !.
'$sink'(codes(Text, Tail), codes, Text, Tail, _) :-
    !.
'$sink'(Sink, _, _, _, Caller) :-
    throw(error(domain_error(output_sink, Sink), context(Caller, _))).

'$capture_aliases'(Options, Aliases) :-
    (   '$memberchk'(capture(Aliases0), Options)
    ->  '$check_captures'(Aliases0, Aliases)
    ;   Aliases = []
    ).

'$check_captures'([], []).
'$check_captures'([Alias|Aliases0], [Alias|Aliases]) :-
    (   '$memberchk'(Alias, [user_output, user_error])
    ->  '$check_captures'(Aliases0, Aliases)
    ;   throw(error(domain_error(output_stream_alias, Alias), context(with_output_to/3, _)))
    ).

'$alias_streams'([], []).
'$alias_streams'([Alias|Aliases], [Stream|Streams]) :-
    '$alias_stream'(Alias, Stream),
    '$alias_streams'(Aliases, Streams).

'$alias_stream'(Alias, Stream) :-
    stream_property(Stream, alias(Alias)),
    !.

'$set_aliases'([], _).
'$set_aliases'([Alias|Aliases], Stream) :-
    set_stream(Stream, alias(Alias)),
    '$set_aliases'(Aliases, Stream).

'$restore_aliases'([], []).
'$restore_aliases'([Alias|Aliases], [Stream|Streams]) :-
    set_stream(Stream, alias(Alias)),
    '$restore_aliases'(Aliases, Streams).

%! write_length(@Term, -Length, +Options) is semidet.
%  Length is the number of characters that write_term(Term, Options) writes. Option max_length(Max): fails when these are more than Max.
write_length(Term, Length, Options0) :-
    '$check_options'(Options0, write_length/3),
    '$take_max_length'(Options0, Options, infinite, Max),
    '$in_name_of'(write_length/3, with_output_to(string(Text), write_term(Term, Options))),
    string_length(Text, Found),
    (   Max == infinite
    ->  true
    ;   Found =< Max
    ),
    Length = Found.

'$take_max_length'([], [], Max, Max).
'$take_max_length'([Option|Options0], Options, Max0, Max) :-
    (   nonvar(Option),
        Option = max_length(Given)
    ->  '$must_be_integer'(Given, write_length/3),
        '$take_max_length'(Options0, Options, Given, Max)
    ;   Options = [Option|Options1],
        '$take_max_length'(Options0, Options1, Max0, Max)
    ).

'$must_be_integer'(Value, Caller) :-
    (   integer(Value)
    ->  true
    ;   var(Value)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   throw(error(type_error(integer, Value), context(Caller, _)))
    ).

% --- Formats ----------------------------------------------------------------------------------------------------------

% What format/1,2,3 call when a directive needs Prolog: ~@, ~W, those of format_predicate/2, and ~p where there is a portray/1. Sink 0 is current output.
'$format_with_calls'(Sink, Format, Arguments) :-
    '$format_calls'(Format, Arguments, Calls),
    '$format_texts'(Calls, Texts),
    '$format_insert'(Sink, Format, Arguments, Texts).

'$format_texts'([], []).
'$format_texts'([Call|Calls], [Text|Texts]) :-
    '$format_text'(Call, Text),
    '$format_texts'(Calls, Texts).

'$format_text'(print(Term), Text) :-
    with_output_to(string(Text), print(Term)).
'$format_text'(write_term(Term-Options), Text) :-
    with_output_to(string(Text), '$in_name_of'(format/2, write_term(Term, Options))).
'$format_text'(call(Goal), Text) :-
    with_output_to(string(Text), user:Goal).

% A directive of format_predicate/2. Value is default or the number before its letter.
'$format_text'(directive(Letter-(Value-Argument)), Text) :-
    (   '$format_directive'(Letter, Goal)
    ->  with_output_to(string(Text), call(Goal, Value, Argument))
    ;   throw(error(existence_error(format_character, Letter), context(format/2, _)))
    ).

% '$format_directive'(Letter, Goal): Goal is called with two more arguments.
:- dynamic('$format_directive'/2).

:- meta_predicate((format_predicate(+, :), current_format_predicate(?, :))).

%! format_predicate(+Letter, :Head) is det.
%  From now on format/1,2,3 call the predicate of Head, which has two arguments, for the directive ~Letter, a character or its code: with
%  the number before the Letter, or default, and with the next of the arguments. What it writes is the text. The directives that
%  format/1,2,3 have themselves stay as they are.
format_predicate(Letter, Spec) :-
    '$format_letter'(Letter, Char),
    '$strip_module'(Spec, Module, Head),
    '$check_goal'(Head, format_predicate/2),
    functor(Head, Name, Arity),
    (   Arity =:= 2
    ->  retractall('$format_directive'(Char, _)),
        assertz('$format_directive'(Char, Module:Name))
    ;   throw(error(domain_error(format_predicate, Head), context(format_predicate/2, _)))
    ).

'$format_letter'(Letter, Char) :-
    (   var(Letter)
    ->  throw(error(instantiation_error, context(format_predicate/2, _)))
    ;   integer(Letter)
    ->  '$in_name_of'(format_predicate/2, char_code(Char, Letter))
    ;   atom(Letter),
        atom_length(Letter, 1)
    ->  Char = Letter
    ;   throw(error(type_error(character, Letter), context(format_predicate/2, _)))
    ).

%! current_format_predicate(?Code, :Head) is nondet.
%  Code is that of the letter of a directive for which the predicate of Head is called.
current_format_predicate(Code, Spec) :-
    '$format_directive'(Char, Module:Name),
    char_code(Char, Code),
    functor(Head0, Name, 2),
    '$strip_module'(Spec, Wanted, Head),
    Head = Head0,
    Wanted = Module.

% --- Parts of input -------------------------------------------------------------------------------------------------

%! read_string(+Stream, ?Length, -String) is det.
%  String is the next Length characters of Stream, fewer where it ends; all of them, and Length their number, when Length is unbound.
read_string(Stream, Length, String) :-
    (   var(Length)
    ->  '$read_all'(Stream, string, Text, []),
        string_length(Text, Length),
        String = Text
    ;   '$read_some'(Stream, Length, String)
    ).

%! read_string(+Stream, +Separators, +Pad, -Separator, -String) is det.
%  String is what comes before the next of the characters Separators, without the characters Pad at both ends. Separator is the code of
%  the character that ended it, which is read too, or -1 at the end of Stream.
read_string(Stream, Separators, Pad, Separator, String) :-
    '$codes_before'(Stream, Separators, Codes, End),
    string_codes(Text, Codes),
    split_string(Text, '', Pad, [Stripped]),
    Separator = End,
    String = Stripped.

% By the piece: End is [] when a piece is not the last.
'$codes_before'(Stream, Separators, Codes, End) :-
    '$read_text'(Stream, codes, 8192, Separators, Codes, Rest, End0),
    (   End0 == []
    ->  '$codes_before'(Stream, Separators, Rest, End)
    ;   Rest = [],
        End = End0
    ).

% --- Streams and positions ------------------------------------------------------------------------------------------

%! stream_position_data(?Field, +Position, -Value) is nondet.
%  Position is that of stream_property/2; Field is char_count, line_count, line_position or byte_count.
stream_position_data(Field, Position, Value) :-
    (   var(Position)
    ->  throw(error(instantiation_error, context(stream_position_data/3, _)))
    ;   Position = '$stream_position'(_, _, _, _)
    ->  '$check_position_field'(Field),
        '$position_field'(Field, N),
        arg(N, Position, Value)
    ;   throw(error(domain_error(stream_position, Position), context(stream_position_data/3, _)))
    ).

'$check_position_field'(Field) :-
    (   var(Field)
    ->  true
    ;   '$position_field'(Field, _)
    ->  true
    ;   throw(error(domain_error(stream_position_data, Field), context(stream_position_data/3, _)))
    ).

'$position_field'(char_count, 1).
'$position_field'(line_count, 2).
'$position_field'(line_position, 3).
'$position_field'(byte_count, 4).

%! current_stream(?Object, ?Mode, ?Stream) is nondet.
%  Stream is open in Mode, read, write, append or update, on the file Object; Object is [] where there is no file.
current_stream(Object, Mode, Stream) :-
    stream_property(Stream, mode(Mode)),
    (   stream_property(Stream, file_name(Name))
    ->  Object = Name
    ;   Object = []
    ).

%! stream_pair(+Stream, -Input, -Output) is det.
%  Horn has no streams that read and write: a stream stands for the side that it has, and the other is left unbound.
stream_pair(Stream, Input, Output) :-
    (   var(Stream)
    ->  throw(error(instantiation_error, context(stream_pair/3, _)))
    ;   stream_property(Stream, input)
    ->  Input = Stream
    ;   Output = Stream
    ).

%! set_prolog_IO(+Input, +Output, +Error) is det.
%  Makes three streams user_input, user_output and user_error, and the first two the current ones.
set_prolog_IO(Input, Output, Error) :-
    set_stream(Input, alias(user_input)),
    set_stream(Output, alias(user_output)),
    set_stream(Error, alias(user_error)),
    set_input(Input),
    set_output(Output).

%! get_single_char(-Code) is det.
%  Code is that of the next key of the terminal, without waiting for Enter; without a terminal that of the next character of user_input,
%  -1 at its end.
get_single_char(Code) :-
    '$read_key'(Char),
    (   Char == end_of_file
    ->  Code = -1
    ;   char_code(Char, Code)
    ).

%! ttyflush is det.
%  Flushes user_output.
ttyflush :-
    flush_output(user_output).

%! prompt1(+Prompt) is det.
%  Prompt is shown before the next line that is read from user_input, instead of that of prompt/2.
prompt1(Prompt) :-
    text_to_string(Prompt, String),
    atom_string(First, String),
    prompt(Next, Next),
    '$prompt'(First, Next).
