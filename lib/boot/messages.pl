% SPDX-License-Identifier: MIT
%
% messages.pl - all text that the system says to people.
%
% A message is a term. '$message'(Term, Lines, Rest) gives its text as a difference list of Format-Arguments, plain
% formats, and nl. print_message/2 puts position and kind in front and writes to user_error:
%
%     family.pl:12:5: error: unknown procedure foo/3
%         did you mean foo/2?
%
% Programs may take part: user:message_hook/3 swallows messages, prolog:message//1 gives text for terms of their own, prolog:error_message//1
% for error terms, and user:message_property/2 says for a kind of messages the prefix(P) of their lines and the stream(S) they go to.

:- module(system, []).

:- multifile([user:(message_hook/3), user:(message_property/2), prolog:(message/3), prolog:(error_message/3), user:(portray/1)]).
:- dynamic([user:(message_hook/3), user:(message_property/2), prolog:(message/3), prolog:(error_message/3), user:(portray/1)]).

%! print_message(+Kind, +Message) is det.
%  Kind: error, warning, informational, silent, help, banner, debug(Topic).
print_message(Kind, Message) :-
    (   var(Kind)
    ->  throw(error(instantiation_error, context(print_message/2, _)))
    ;   '$message_lines'(Message, Lines),
        (   '$message_hooked'(Message, Kind, Lines)
        ->  true
        ;   '$print_kind'(Kind, Message, Lines),
            '$note_complaint'(Kind)
        )
    ).

'$message_hooked'(Message, Kind, Lines) :-
    '$has_clauses'(user, message_hook, 3),
    catch(user:message_hook(Message, Kind, Lines), _, fail),
    !.

%! message_to_lines(+Message, -Lines) is det.
%  The text of Message as print_message/2 would print it, without prefix.
message_to_lines(Message, Lines) :-
    '$message_lines'(Message, Lines).

'$message_lines'(Message, Lines) :-
    (   nonvar(Message),
        Message = at(_, _, _, Inner)
    ->  '$message_lines'(Inner, Lines)
    ;   nonvar(Message),
        Message = traced(Places, Inner)
    ->  '$message_lines'(Inner, Lines0),
        '$trace_lines'(Places, Inner, Lines1, []),
        '$append'(Lines0, Lines1, Lines)
    ;   '$user_message'(Message, Lines)
    ->  true
    ;   catch('$message'(Message, Lines0, []), _, fail)
    ->  Lines = Lines0
    ;   Lines = ['~p'-[Message]]
    ).

'$user_message'(Message, Lines) :-
    '$has_clauses'(prolog, message, 3),
    catch(prolog:message(Message, Lines, []), _, fail),
    !.

'$print_kind'(silent, _, _) :-
    !.
'$print_kind'(Kind, _, Lines) :-
    '$has_clauses'(user, message_property, 2),
    '$kind_properties'(Kind, Stream, Prefix),
    !,
    print_message_lines(Stream, Prefix, Lines),
    flush_output(Stream).
'$print_kind'(debug(_), _, Lines) :-
    !,
    '$print_with_prefix'('% ', Lines).
'$print_kind'(informational, _, Lines) :-
    !,
    (   current_prolog_flag(verbose, silent)
    ->  true
    ;   '$print_with_prefix'('% ', Lines)
    ).
'$print_kind'(banner, _, Lines) :-
    !,
    (   current_prolog_flag(verbose, silent)
    ->  true
    ;   '$print_with_prefix'('', Lines)
    ).
'$print_kind'(Kind, Message, Lines) :-
    '$kind_word'(Kind, Word),
    !,
    '$message_place'(Message, Place),
    atomic_list_concat([Place, Word, ': '], Prefix),
    '$print_with_prefix'(Prefix, Lines).
'$print_kind'(_, _, Lines) :-
    '$print_with_prefix'('', Lines).

% What user:message_property/2 says about a kind, if anything.
'$kind_properties'(Kind, Stream, Prefix) :-
    (   '$kind_property'(Kind, prefix(Prefix0))
    ->  Prefix = Prefix0
    ;   '$kind_property'(Kind, stream(_))
    ->  '$line_prefix'(kind(Kind), Prefix)
    ),
    (   '$kind_property'(Kind, stream(Stream0))
    ->  Stream = Stream0
    ;   '$message_stream'(Stream)
    ).

'$kind_property'(Kind, Property) :-
    catch(user:message_property(Kind, Property), _, fail),
    !.

'$kind_word'(error, error).
'$kind_word'(warning, warning).

% Where a message belongs, as 'file:line:column: ', or ''.
'$message_place'(Message, Place) :-
    (   nonvar(Message),
        '$place'(Message, Text, Line, Column),
        nonvar(Text)
    ->  '$shown_path'(Text, Shown),
        (   integer(Column),
            Column > 0
        ->  atomic_list_concat([Shown, ':', Line, ':', Column, ': '], Place)
        ;   atomic_list_concat([Shown, ':', Line, ': '], Place)
        )
    ;   '$load_place'(Place)
    ).

% Where the text that is loaded has come to.
'$load_place'(Place) :-
    '$load_position'(Text, Line, Column),
    (   Text == []
    ->  Place = ''
    ;   '$message_place'(at(Text, Line, Column, []), Place)
    ).

'$place'(traced(Places, _), Text, Line, Column) :-
    '$first_place'(Places, _, place(_, Text, Line, Column), _),
    !.
'$place'(traced(_, Message), Text, Line, Column) :-
    '$place'(Message, Text, Line, Column).
'$place'(at(Text, Line, Column, Inner), Text1, Line1, Column1) :-
    (   nonvar(Inner),
        Inner = error(_, Context),
        nonvar(Context),
        '$syntax_place'(Context, Text1, Line1, Column1)
    ->  true
    ;   Text \== [],
        Text1 = Text,
        Line1 = Line,
        Column1 = Column
    ).
'$place'(error(_, Context), Text, Line, Column) :-
    nonvar(Context),
    '$syntax_place'(Context, Text, Line, Column).

'$syntax_place'(syntax(Source, Line, Column), Source1, Line, Column) :-
    (   atom(Source)
    ->  Source1 = Source
    ;   Source1 = 'input'
    ).
'$syntax_place'(syntax(Source, Line, Column, _), Source1, Line, Column) :-
    '$syntax_place'(syntax(Source, Line, Column), Source1, Line, Column).
'$syntax_place'(file(File, Line, Column, _), File, Line, Column).
'$syntax_place'(context(_, Detail), File, Line, Column) :-
    nonvar(Detail),
    '$detail_place'(Detail, File, Line, Column).

'$detail_place'(at(File, Line), File, Line, 0).
'$detail_place'(at(File, Line, Column), File, Line, Column).
'$detail_place'(syntax(Source, Line, Column), Shown, Line, Column) :-
    '$syntax_place'(syntax(Source, Line, Column), Shown, _, _).
'$detail_place'(syntax(Source, Line, Column, _), Shown, Line, Column) :-
    '$syntax_place'(syntax(Source, Line, Column), Shown, _, _).

% Paths below the working directory are shown relative to it.
'$shown_path'(Path, Shown) :-
    (   atom(Path),
        catch('$working_directory'(Here), _, fail),
        Here \== (/),
        atom_concat(Here, Relative, Path)
    ->  Shown = Relative
    ;   Shown = Path
    ).

%! print_message_lines(+Stream, +Prefix, +Lines) is det.
%  Writes Lines to Stream. Prefix stands before each line: a format, in which ~N begins a new line only where that is needed, or kind(Kind), the
%  prefix of messages of that kind. Lines is a list of Format-Arguments, formats, nl, ansi(Attributes, Format, Arguments), url(Location),
%  url(Location, Label), begin(Term, Id), end(Id), flush as the last (no newline comes after it) and at_same_line as the first (the text goes on
%  where the stream stands).
print_message_lines(_, _, Lines) :-
    '$check_options'(Lines, print_message_lines/3), % an endless list would be written without end
    Lines == [],
    !.
print_message_lines(Stream, Prefix0, Lines0) :-
    '$line_prefix'(Prefix0, Prefix),
    (   Lines0 = [at_same_line|Lines1]
    ->  Start = none
    ;   Lines1 = Lines0,
        Start = Prefix
    ),
    (   '$append'(Lines2, [flush], Lines1)
    ->  End = flush
    ;   '$append'(Lines2, [nl], Lines1)
    ->  End = nl
    ;   Lines2 = Lines1,
        End = nl
    ),
    '$begin_line'(Start, Stream),
    '$write_lines'(Lines2, Stream, Prefix),
    (   End == nl
    ->  nl(Stream)
    ;   flush_output(Stream)
    ).

'$line_prefix'(Prefix0, Prefix) :-
    (   compound(Prefix0),
        Prefix0 = kind(Kind)
    ->  (   '$kind_word'(Kind, Word)
        ->  atom_concat(Word, ': ', Prefix)
        ;   Prefix = ''
        )
    ;   Prefix = Prefix0
    ).

'$begin_line'(Prefix, Stream) :-
    (   Prefix == none
    ->  true
    ;   '$fresh_line'(Stream),
        '$format_item'(Stream, Prefix, [])
    ).

'$print_with_prefix'(Prefix, Lines) :-
    '$message_stream'(Stream),
    '$print_with_prefix'(Stream, Prefix, '    ', Lines).

'$message_stream'(Stream) :-
    stream_property(Stream, alias(user_error)),
    !.

'$print_with_prefix'(Stream, Prefix, Indent, Lines) :-
    catch(flush_output(user_output), _, true),
    '$fresh_line'(Stream),
    write(Stream, Prefix),
    '$write_lines'(Lines, Stream, Indent),
    nl(Stream),
    flush_output(Stream).

'$fresh_line'(Stream) :-
    format(Stream, '~N', []).

'$write_lines'([], _, _).
'$write_lines'([Item|Items], Stream, Indent) :-
    '$write_item'(Item, Stream, Indent),
    '$write_lines'(Items, Stream, Indent).

'$write_item'(Item, Stream, _) :-
    var(Item),
    !,
    print(Stream, Item).
'$write_item'(nl, Stream, Indent) :-
    !,
    nl(Stream),
    '$format_item'(Stream, Indent, []).
'$write_item'(flush, Stream, _) :-
    !,
    flush_output(Stream).
'$write_item'(at_same_line, _, _) :-
    !.
'$write_item'(Format-Arguments, Stream, _) :-
    !,
    '$format_item'(Stream, Format, Arguments).
'$write_item'(ansi(_, Format, Arguments), Stream, _) :-
    !,
    '$format_item'(Stream, Format, Arguments).
'$write_item'(url(Location), Stream, _) :-
    !,
    write(Stream, Location).
'$write_item'(url(_, Label), Stream, _) :-
    !,
    write(Stream, Label).
'$write_item'(begin(_, _), _, _) :-
    !.
'$write_item'(end(_), _, _) :-
    !.
'$write_item'(Format, Stream, _) :-
    '$format_item'(Stream, Format, []).

% A message with a bad format is shown as it is: it must not hide what it was about.
'$format_item'(Stream, Format, Arguments) :-
    catch(format(Stream, Format, Arguments), error(_, _), '$show_item'(Stream, Format, Arguments)).

'$show_item'(Stream, Format, Arguments) :-
    (   Arguments == []
    ->  print(Stream, Format)
    ;   print(Stream, Format-Arguments)
    ).

%! '$print_ball'(+Ball) is det.
%  Says what was thrown and not caught.
'$print_ball'(Ball) :-
    '$print_ball'(Ball, []).

%! '$print_ball'(+Ball, +Frames) is det.
%  The same with the goals that were running.
'$print_ball'(Ball, Frames) :-
    (   nonvar(Ball),
        Ball = error(_, _)
    ->  '$print_traced'(Frames, Ball)
    ;   print_message(error, unhandled_exception(Ball))
    ).

%! '$print_traced'(+Frames, +Message) is det.
%  Prints an error message with the goals that were running.
'$print_traced'(Frames, Message) :-
    (   '$own_frames'(Frames, Own),
        Own = [_|_]
    ->  '$frame_places'(Own, Places),
        print_message(error, traced(Places, Message))
    ;   print_message(error, Message)
    ).

% Frames without what is hidden, such as must_be/2.
'$own_frames'(Frames, Own) :-
    findall(Frame, ( '$member'(Frame, Frames), \+ '$is_hidden_frame'(Frame) ), Own).

'$is_hidden_frame'(frame(Module:PI, _, _, _, _)) :-
    (   Module == error
    ->  true
    ;   '$is_hidden'(PI)
    ).

%! assertion(:Goal) is det.
%  Raises an assertion error if Goal fails.
assertion(Goal) :-
    '$strip_module'(Goal, Module, Plain),
    (   \+ \+ catch(Module:Plain, Error, ( print_message(error, Error), fail ))
    ->  true
    ;   throw(error(assertion_failed(Module:Plain), _))
    ).

:- meta_predicate(assertion(0)).

% --- Text of messages -----------------------------------------------------------------------------------------------

'$message'(Message, ['unknown message (unbound)'|Rest], Rest) :-
    var(Message),
    !.
'$message'(error(Formal, Context), Lines, Rest) :-
    !,
    '$error_text'(Formal, Context, Lines, Lines1),
    '$context_text'(Formal, Context, Lines1, Lines2),
    '$iso_hint'(Formal, Context, Lines2, Rest).
'$message'(format(Format, Arguments), [Format-Arguments|Rest], Rest) :-
    !.
'$message'(Message, Lines, Rest) :-
    '$known_message'(Message, Lines, Rest),
    !.
'$message'(Message, ['unknown message: ~p'-[Message]|Rest], Rest).

% What was thrown and not caught; need not be an error term.
'$ball_text'(Ball, Lines, Rest) :-
    (   '$has_text'(Ball)
    ->  '$message'(Ball, Lines, Rest)
    ;   Lines = ['uncaught exception: ~q'-[Ball]|Rest]
    ).

'$has_text'(Ball) :-
    nonvar(Ball),
    (   Ball = error(_, _)
    ->  true
    ;   '$known_message'(Ball, _, [])
    ).

'$known_message'(singletons([Name]), ['variable ~w occurs only once in its clause (write _~w if that is meant)'-[Name, Name]|Rest], Rest).
'$known_message'(singletons(Names), ['variables '|Lines], Rest) :-
    '$comma_list'(Names, Lines, [' occur only once in their clause (write _Name if that is meant)'|Rest]).
'$known_message'(repeated_singletons(Names), Lines, Rest) :-
    Lines = ['marked as single by its _ but used several times: '|Lines1],
    '$comma_list'(Names, Lines1, Rest).
'$known_message'(discontiguous(PI), Lines, Rest) :-
    Lines = ['clauses of ~q are not together'-[PI], nl, 'put them together or write :- discontiguous ~q.'-[PI]|Rest].
'$known_message'(redefined(PI, File, Line), Lines, Rest) :-
    '$shown_path'(File, Shown),
    (   Line > 0
    ->  Lines = ['~q is defined again; its clauses from ~w:~w are gone'-[PI, Shown, Line]|Rest]
    ;   Lines = ['~q is defined again; its clauses from ~w are gone'-[PI, Shown]|Rest]
    ).
'$known_message'(undefined_export(Module, PI), Lines, Rest) :-
    Lines = ['module ~q exports ~q, which is not defined'-[Module, PI]|Rest].
'$known_message'(directive_failed(Goal), ['directive failed: ~p'-[Goal]|Rest], Rest).
'$known_message'(unhandled_exception(Ball), Lines, Rest) :-
    '$ball_text'(Ball, Lines, Rest).
'$known_message'(directive_raised(_, Ball), Lines, Rest) :-
    '$ball_text'(Ball, Lines, Rest).
'$known_message'(initialization_failed(Goal), ['initialization goal failed: ~p'-[Shown]|Rest], Rest) :-
    '$shown_goal'(Goal, Shown).
'$known_message'(initialization_raised(_, Ball), Lines, Rest) :-
    '$ball_text'(Ball, Lines, Rest).
'$known_message'(goal_failed(Goal), ['goal failed: ~p'-[Shown]|Rest], Rest) :-
    '$shown_goal'(Goal, Shown).
'$known_message'(goal_raised(_, Ball), Lines, Rest) :-
    '$ball_text'(Ball, Lines, Rest).
'$known_message'(load_errors(Key, Errors, Warnings), Lines, Rest) :-
    '$shown_path'(Key, Shown),
    '$plural'(Errors, error, ErrorWord),
    '$plural'(Warnings, warning, WarningWord),
    Lines = ['~w: ~w ~w, ~w ~w'-[Shown, Errors, ErrorWord, Warnings, WarningWord]|Rest].
'$known_message'(loaded(Key), ['~w: loaded'-[Shown]|Rest], Rest) :-
    '$shown_path'(Key, Shown).
'$known_message'(misplaced_conditional(What), [':- ~w without :- if'-[What]|Rest], Rest).
'$known_message'(unclosed_conditional, [':- if without :- endif'|Rest], Rest).
'$known_message'(halt_cancelled(Reason), ['halt is cancelled: ~p'-[Reason]|Rest], Rest).
'$known_message'(statistics(Cpu, Elapsed, Inferences, gc(Collections, Collected, Milliseconds), Areas, Atoms, Clauses, Memory), Lines, Rest) :-
    Lines = ['~3f seconds of CPU, ~3f seconds, ~D inferences'-[Cpu, Elapsed, Inferences], nl,
             '~D collections in ~D ms gained ~D bytes'-[Collections, Milliseconds, Collected], nl,
             '~D atoms, ~D clauses, ~D bytes of program'-[Atoms, Clauses, Memory]|Lines1],
    '$area_lines'(Areas, Lines1, Rest).
'$known_message'(interrupted, ['interrupted'|Rest], Rest).
'$known_message'('$aborted', ['execution aborted'|Rest], Rest).
'$known_message'(unwind(abort), ['execution aborted'|Rest], Rest).
'$known_message'(version(Version), ['Horn ~w'-[Version]|Rest], Rest).
'$known_message'(banner(Version), Lines, Rest) :-
    Lines = ['Horn ~w. Type a query and a full stop; ; for more answers, halt. to leave.'-[Version]|Rest].
'$known_message'(usage, Lines, Rest) :-
    '$usage_lines'(Usage),
    '$append'(Usage, Rest, Lines).
'$known_message'(bad_usage(Format, Arguments), Lines, Rest) :-
    Lines = [Format-Arguments, nl, 'horn --help lists the options'|Rest].

'$area_lines'([], Rest, Rest).
'$area_lines'([area(Area, Used, Size)|Areas], [nl, '~w stack:~t~D~30| of ~D bytes in use'-[Area, Used, Size]|Lines], Rest) :-
    '$area_lines'(Areas, Lines, Rest).

'$plural'(Count, Singular, Word) :-
    (   Count =:= 1
    ->  Word = Singular
    ;   atom_concat(Singular, s, Word)
    ).

'$shown_goal'(Goal, Shown) :-
    (   nonvar(Goal),
        Goal = Module:Plain,
        Module == user
    ->  Shown = Plain
    ;   Shown = Goal
    ).

'$comma_list'([], Rest, Rest).
'$comma_list'([Name|Names], ['~w'-[Name]|Lines], Rest) :-
    (   Names == []
    ->  Lines = Rest
    ;   Lines = [', '|Lines1],
        '$comma_list'(Names, Lines1, Rest)
    ).

% --- Errors of the standard -----------------------------------------------------------------------------------------

'$error_text'(Formal, _, ['unknown error'|Rest], Rest) :-
    var(Formal),
    !.
'$error_text'(Formal, _, Lines, Rest) :-
    '$has_clauses'(prolog, error_message, 3),
    catch(prolog:error_message(Formal, Lines0, Rest0), _, fail),
    !,
    Lines = Lines0,
    Rest = Rest0.
'$error_text'(Formal, Context, Lines, Rest) :-
    '$formal'(Formal, Context, Lines, Rest),
    !.
'$error_text'(Formal, _, ['~p'-[Formal]|Rest], Rest).

'$formal'(instantiation_error, _, ['a value is needed where there is an unbound variable'|Rest], Rest).
'$formal'(uninstantiation_error(Culprit), _, ['an unbound variable is needed, not ~p'-[Culprit]|Rest], Rest).
'$formal'(type_error(evaluable, Culprit), _, Lines, Rest) :-
    Lines = ['~p is not an arithmetic function'-[Culprit]|Rest].
'$formal'(type_error(callable, Culprit), _, Lines, Rest) :-
    (   compound(Culprit)
    ->  Lines = ['~p cannot be called: a part of it is neither an atom nor a compound term'-[Culprit]|Rest]
    ;   Lines = ['~p cannot be called: it is neither an atom nor a compound term'-[Culprit]|Rest]
    ).
'$formal'(type_error(Type, Culprit), _, Lines, Rest) :-
    '$type_name'(Type, Name),
    Lines = ['~w is needed, not ~p'-[Name, Culprit]|Rest].
'$formal'(domain_error(module_file, File), _, ['~w has no :- module(Name, Exports) at its start'-[File]|Rest], Rest).
'$formal'(domain_error(Domain, Culprit), _, Lines, Rest) :-
    '$domain_name'(Domain, Name),
    Lines = ['~p is not ~w'-[Culprit, Name]|Rest].
'$formal'(existence_error(procedure, PI), Context, Lines, Rest) :-
    '$indicator_text'(PI, Text),
    Lines = ['unknown procedure ~w'-[Text]|Lines1],
    '$nearest'(PI, Context, Lines1, Rest).
'$formal'(existence_error(source_sink, File), _, ['there is no file ~p'-[File]|Rest], Rest).
'$formal'(existence_error(Kind, Culprit), _, ['there is no ~w ~p'-[Word, Culprit]|Rest], Rest) :-
    '$words'(Kind, Word).
'$formal'(existence_error(export, PI, module(Module)), _, ['module ~q does not export ~q'-[Module, PI]|Rest], Rest).
'$formal'(existence_error(Kind, Culprit, In), _, ['there is no ~w ~p in ~p'-[Word, Culprit, In]|Rest], Rest) :-
    '$words'(Kind, Word).
'$formal'(permission_error(modify, static_procedure, PI), _, Lines, Rest) :-
    '$indicator_text'(PI, Text),
    Lines = ['~w cannot be changed'-[Text]|Lines1],
    '$static_reason'(PI, Lines1, Rest).
'$formal'(permission_error(access, private_procedure, PI), _, Lines, Rest) :-
    '$indicator_text'(PI, Text),
    Lines = ['the clauses of ~w cannot be seen: it is private'-[Text]|Rest].
'$formal'(permission_error(create, module, Name), Context, Lines, Rest) :-
    (   nonvar(Context),
        Context = context(_, Detail),
        nonvar(Detail),
        Detail = loaded_from(File)
    ->  Lines = ['module ~q is already defined by ~w'-[Name, File]|Rest]
    ;   Lines = ['module ~q cannot be started here: the file is a module already'-[Name]|Rest]
    ).
'$formal'(permission_error(import_into(Into), procedure, PI), Context, Lines, Rest) :-
    '$indicator_text'(PI, Text),
    Lines = ['~w is not imported into ~q'-[Text, Into]|Lines1],
    '$import_reason'(Context, Lines1, Rest).
'$formal'(permission_error(redefine, imported_procedure, PI), _, Lines, Rest) :-
    '$indicator_text'(PI, Text),
    Lines = ['~w is imported by name: there can be no other definition'-[Text]|Rest].
'$formal'(permission_error(add_import, module, Module), _, ['module ~q would be looked up in itself'-[Module]|Rest], Rest).
'$formal'(permission_error(Action, Type, Culprit), _, ['not allowed: to ~w the ~w ~p'-[ActionWords, TypeWords, Culprit]|Rest], Rest) :-
    '$words'(Action, ActionWords),
    '$words'(Type, TypeWords).
'$formal'(representation_error(Limit), _, ['a limit was reached: ~w'-[Words]|Rest], Rest) :-
    '$words'(Limit, Words).
'$formal'(evaluation_error(zero_divisor), _, ['division by zero'|Rest], Rest).
'$formal'(evaluation_error(undefined), _, ['the value of this expression is undefined'|Rest], Rest).
'$formal'(evaluation_error(float_overflow), _, ['the result is too large for a float'|Rest], Rest).
'$formal'(evaluation_error(float_underflow), _, ['the result is too small for a float'|Rest], Rest).
'$formal'(evaluation_error(int_overflow), _, ['the result is too large for an integer'|Rest], Rest).
'$formal'(evaluation_error(What), _, ['arithmetic: ~w'-[Words]|Rest], Rest) :-
    '$words'(What, Words).
'$formal'(resource_error(Resource), _, ['out of resources: ~w'-[Words]|Rest], Rest) :-
    '$words'(Resource, Words).
'$formal'(syntax_error(What), Context, Lines, Rest) :-
    '$syntax_text'(What, Text),
    Lines = ['syntax error: ~w'-[Text]|Lines1],
    '$syntax_source'(Context, Lines1, Rest).
'$formal'(system_error, _, ['internal error'|Rest], Rest).
'$formal'(system_error(What), _, ['system: ~w'-[What]|Rest], Rest).
'$formal'(timeout_error(_, _), _, ['time is up'|Rest], Rest).
'$formal'(time_limit_exceeded, _, ['time is up'|Rest], Rest).
'$formal'(assertion_failed(Goal), _, ['assertion failed: ~p'-[Shown]|Rest], Rest) :-
    '$shown_goal'(Goal, Shown).
'$formal'(shell(Code), _, ['the command ended with status ~w'-[Code]|Rest], Rest).

'$import_reason'(Context, Lines, Rest) :-
    (   nonvar(Context),
        Context = context(_, Detail),
        nonvar(Detail)
    ->  (   Detail = already_from(Other)
        ->  Lines = [': it comes from ~q already'-[Other]|Rest]
        ;   Detail = defined_in(Into)
        ->  Lines = [': ~q has a definition of its own'-[Into]|Rest]
        ;   Lines = Rest
        )
    ;   Lines = Rest
    ).

% What is not closed, and the name that an error is about; a syntax error in a term that does not come from a file: the place is told at
% the end.
'$syntax_source'(Context, Lines, Rest) :-
    (   nonvar(Context),
        Context = syntax(_, _, _, opened(Line, Column))
    ->  Lines = ['; it was opened in line ~w, column ~w'-[Line, Column]|Rest]
    ;   nonvar(Context),
        Context = syntax(_, _, _, near(Name))
    ->  Lines = [' at ~q'-[Name]|Rest]
    ;   nonvar(Context),
        Context = syntax(Source, _, _),
        nonvar(Source),
        Source = text(Text)
    ->  Lines = [nl, 'in ~w'-[Text]|Rest]
    ;   Lines = Rest
    ).

'$syntax_text'(What, Text) :-
    (   atom(What)
    ->  '$words'(What, Text)
    ;   nonvar(What),
        What = expected(Wanted)
    ->  atomic_list_concat([Wanted, ' expected'], Text)
    ;   nonvar(What),
        What = expected(Wanted, Found)
    ->  atomic_list_concat([Wanted, ' expected, but found ', Found], Text)
    ;   Text = What
    ).

% m:p/1 without the brackets that writeq/1 needs.
'$indicator_text'(PI, Text) :-
    (   nonvar(PI),
        PI = Module:Plain,
        nonvar(Plain),
        Plain = _/_
    ->  format(atom(Text), '~q:~q', [Module, Plain])
    ;   format(atom(Text), '~q', [PI])
    ).

'$static_reason'(PI, Lines, Rest) :-
    '$plain_indicator'(PI, Module, Name/Arity),
    (   catch('$pred_property'(Module, Name/Arity, built_in), _, fail)
    ->  Lines = [': it belongs to the system'|Rest]
    ;   nonvar(PI),
        PI = _:_
    ->  Lines = [' while the program runs: it is not dynamic'|Rest]
    ;   Lines = [' while the program runs: it is not dynamic', nl, 'write :- dynamic ~q. to allow it'-[Name/Arity]|Rest]
    ).

'$plain_indicator'(PI, Module, Plain) :-
    (   nonvar(PI),
        PI = Module0:Plain0
    ->  Module = Module0,
        Plain = Plain0
    ;   Module = user,
        Plain = PI
    ).

% What may have been meant instead.
'$nearest'(PI, Context, Lines, Rest) :-
    (   '$plain_indicator'(PI, Module0, Name/Arity),
        '$error_module'(Context, Module0, Module),
        catch('$nearest_names'(Name, Arity, Module, PIs), _, fail),
        PIs = [_|_]
    ->  Lines = [nl, 'did you mean '|Lines1],
        '$alternatives'(PIs, Lines1, ['?'|Rest])
    ;   '$plain_indicator'(PI, _, Name/Arity),
        catch('$elsewhere'(Name, Arity, Where), _, fail)
    ->  Lines = [nl, 'there is '|Lines1],
        '$alternatives'(Where, Lines1, Rest)
    ;   Lines = Rest
    ).

% Modules that have such a predicate, or a library that would give it.
'$elsewhere'(Name, Arity, Where) :-
    atom(Name),
    integer(Arity),
    findall(Module:Name/Arity,
            ( '$current_module'(Module),
              Module \== system,
              '$predicate'(Module, Name, Arity)
            ),
            Found),
    (   Found = [_|_]
    ->  '$first_few'(3, Found, Where)
    ;   '$library_export'(Name, Arity, Library),
        Where = [library(Library)]
    ).

'$first_few'(N, List, Few) :-
    (   N > 0,
        List = [X|Rest]
    ->  Few = [X|Few1],
        N1 is N - 1,
        '$first_few'(N1, Rest, Few1)
    ;   Few = []
    ).

'$error_module'(Context, Default, Module) :-
    (   nonvar(Context),
        Context = context(Where, _),
        nonvar(Where),
        Where = Module0:_,
        atom(Module0)
    ->  Module = Module0
    ;   Module = Default
    ).

'$alternatives'([PI], ['~w'-[Text]|Rest], Rest) :-
    !,
    '$alternative'(PI, Text).
'$alternatives'([PI, Last], ['~w or ~w'-[Text, LastText]|Rest], Rest) :-
    !,
    '$alternative'(PI, Text),
    '$alternative'(Last, LastText).
'$alternatives'([PI|PIs], ['~w, '-[Text]|Lines], Rest) :-
    '$alternative'(PI, Text),
    '$alternatives'(PIs, Lines, Rest).

% (m:p)/1, or m:(p/1), without brackets.
'$alternative'(PI, Text) :-
    (   PI = Qualified/Arity,
        nonvar(Qualified),
        Qualified = Module:Name
    ->  '$indicator_text'(Module:(Name/Arity), Text)
    ;   '$indicator_text'(PI, Text)
    ).

% --- Where it happened ----------------------------------------------------------------------------------------------

'$context_text'(Formal, Context, Lines, Rest) :-
    (   nonvar(Context),
        Context = context(Where, Detail)
    ->  '$where_text'(Formal, Where, Lines, Lines1),
        '$detail_text'(Detail, Lines1, Rest)
    ;   Lines = Rest
    ).

'$where_text'(Formal, Where, Lines, Rest) :-
    (   var(Where)
    ->  Lines = Rest
    ;   '$is_self'(Formal, Where)
    ->  Lines = Rest
    ;   '$where_name'(Where, Name)
    ->  Lines = [nl, 'in ~q'-[Name]|Rest]
    ;   Lines = Rest
    ).

% "unknown procedure foo/0 in foo/0" says the same twice.
'$is_self'(existence_error(procedure, _), _:_).
'$is_self'(existence_error(procedure, PI), Where) :-
    PI == Where.

'$where_name'(system:PI, PI) :-
    !.
'$where_name'(user:PI, PI) :-
    !.
'$where_name'(PI, PI) :-
    \+ '$is_hidden'(PI).

% What the flag iso would have taken, were it off.
'$iso_hint'(Formal, Context, Lines, Rest) :-
    (   nonvar(Context),
        Context = context(Where, Detail),
        nonvar(Where),
        '$where_name'(Where, PI),
        '$narrow'(PI, Formal, What),
        Detail \== argument(2),
        current_prolog_flag(iso, true)
    ->  Lines = [nl, 'with the flag iso off, as by --swi, ~w'-[What]|Rest]
    ;   Lines = Rest
    ).

'$narrow'(Name/_, type_error(atom, Culprit), 'numbers and lists serve as text here') :-
    '$memberchk'(Name, [atom_length, atom_concat, sub_atom, atom_chars, atom_codes]),
    \+ atom(Culprit),
    ( number(Culprit) ; is_list(Culprit) ),
    !.
'$narrow'(Name/2, type_error(integer, Culprit), 'a list of characters serves as well') :-
    '$memberchk'(Name, [atom_codes, number_codes]),
    atom(Culprit),
    atom_length(Culprit, 1).
'$narrow'(arg/3, instantiation_error, 'all arguments are tried when the first is unbound').

% Predicates of the system that programs do not know.
'$is_hidden'(Name/_) :-
    atom(Name),
    sub_atom(Name, 0, 1, _, $).

'$detail_text'(Detail, Lines, Rest) :-
    (   var(Detail)
    ->  Lines = Rest
    ;   Detail = argument(N)
    ->  Lines = [', argument ~w'-[N]|Rest]
    ;   Detail = at(_, _)
    ->  Lines = Rest
    ;   Detail = at(_, _, _)
    ->  Lines = Rest
    ;   Detail = syntax(_, _, _)
    ->  Lines = Rest
    ;   Detail = syntax(_, _, _, _)
    ->  Lines = Rest
    ;   '$is_reason'(Detail)
    ->  Lines = Rest
    ;   Detail = backtrace(Frames)
    ->  '$frame_places'(Frames, Places),
        '$caller_lines'(Places, Lines, Rest)
    ;   Detail == []
    ->  Lines = Rest
    ;   '$is_message_text'(Detail)
    ->  Lines = [nl, '~w'-[Detail]|Rest]
    ;   Lines = [nl, '~p'-[Detail]|Rest]
    ).

% Details that the text of the error tells.
'$is_reason'(loaded_from(_)).
'$is_reason'(already_from(_)).
'$is_reason'(defined_in(_)).

'$is_message_text'(Detail) :-
    atom(Detail),
    !.
'$is_message_text'(Detail) :-
    string(Detail).

% The goals that were running, innermost first. The place of the first one that has one stands in front of the message.
'$trace_lines'(Places, Message, Lines, Rest) :-
    (   '$first_place'(Places, Before, place(PI, _, _, _), After)
    ->  '$caller_lines'(Before, Lines, Lines1),
        '$caller_lines'([place(PI, [], 0, 0)|After], Lines1, Lines2),
        '$directive_line'(Message, Lines2, Rest)
    ;   '$caller_lines'(Places, Lines, Rest)
    ).

'$first_place'(Places, Before, Place, After) :-
    '$append'(Before, [Place|After], Places),
    Place = place(_, File, _, _),
    File \== [],
    !.

'$caller_lines'([], Rest, Rest).
'$caller_lines'([place(PI, File, Line, Column)|Places], [nl, 'in ~q'-[Shown]|Lines], Rest) :-
    '$shown_indicator'(PI, Shown),
    (   File == []
    ->  Lines = Lines1
    ;   '$shown_path'(File, Path),
        (   Column > 0
        ->  Lines = [', ~w:~w:~w'-[Path, Line, Column]|Lines1]
        ;   Lines = [', ~w:~w'-[Path, Line]|Lines1]
        )
    ),
    '$caller_lines'(Places, Lines1, Rest).

'$directive_line'(Message, Lines, Rest) :-
    (   Message = at(File, Line, Column, _),
        Line > 0
    ->  '$shown_path'(File, Path),
        Lines = [nl, 'in the directive ~w:~w:~w'-[Path, Line, Column]|Rest]
    ;   Lines = Rest
    ).

'$shown_indicator'(user:PI, PI) :-
    !.
'$shown_indicator'(PI, PI).

% --- Names of types and domains -------------------------------------------------------------------------------------

'$type_name'(Type, Name) :-
    (   '$known_type'(Type, Name0)
    ->  Name = Name0
    ;   atom(Type)
    ->  '$words'(Type, Words),
        '$article'(Words, Name)
    ;   term_to_atom(Type, Text),
        atom_concat('something of type ', Text, Name)
    ).

'$known_type'(list, 'a list').
'$known_type'(in_character, 'a character or end_of_file').
'$known_type'(in_byte, 'a byte or -1').
'$known_type'(in_character_code, 'a character code or -1').
'$known_type'(predicate_indicator, 'a predicate indicator Name/Arity').
'$known_type'(boolean, 'true or false').
'$known_type'(bool, 'true or false').
'$known_type'(nonneg, 'an integer that is not negative').
'$known_type'(positive_integer, 'an integer above 0').
'$known_type'(number, 'a number').
'$known_type'(callable, 'something callable').
'$known_type'(source_sink, 'a file name').

'$domain_name'(Domain, Name) :-
    (   '$known_domain'(Domain, Name0)
    ->  Name = Name0
    ;   atom(Domain)
    ->  '$words'(Domain, Words),
        '$article'(Words, Name)
    ;   term_to_atom(Domain, Text),
        atom_concat('in ', Text, Name)
    ).

'$known_domain'(not_less_than_zero, 'zero or above').
'$known_domain'(not_less_than_one, 'one or above').
'$known_domain'(non_empty_list, 'a list with elements').
'$known_domain'(stream_or_alias, 'a stream or the alias of one').
'$known_domain'(operator_priority, 'an operator priority (0 to 1200)').
'$known_domain'(operator_specifier, 'an operator type (xfx, xfy, yfx, fy, fx, xf, yf)').
'$known_domain'(close_option, 'an option of close/2').
'$known_domain'(read_option, 'an option for reading').
'$known_domain'(write_option, 'an option for writing').
'$known_domain'(io_mode, 'read, write, append or update').
'$known_domain'(prolog_flag, 'the name of a flag').
'$known_domain'(flag_value, 'a value that this flag can take').
'$known_domain'(output_sink, 'atom(A), string(S), chars(Cs) or codes(Cs)').
'$known_domain'(initialization_type, 'now, after_load or main').

'$article'(Words, Name) :-
    (   sub_atom(Words, 0, 1, _, First),
        '$memberchk'(First, [a, e, i, o, u])
    ->  atom_concat('an ', Words, Name)
    ;   atom_concat('a ', Words, Name)
    ).

% static_procedure as 'static procedure'.
'$words'(Name, Words) :-
    (   atom(Name)
    ->  atomic_list_concat(Parts, '_', Name),
        atomic_list_concat(Parts, ' ', Words)
    ;   Words = Name
    ).
