% SPDX-License-Identifier: MIT
%
% edinburgh.pl - input and output in the way of DEC-10 Prolog: see/1, tell/1 and their family, get/1 and put/1.
%
% see/1 and tell/1 open a file when it is named for the first time and go back to it when it is named again, until seen/0 or told/0
% closes it. They take streams and aliases too.

:- module(edinburgh, [
    see/1,
    seeing/1,
    seen/0,
    tell/1,
    append/1,
    telling/1,
    told/0,
    get0/1,
    get0/2,
    get/1,
    get/2,
    put/1,
    put/2,
    display/1,
    display/2,
    unknown/2,
    reconsult/1
]).

:- use_module(library(error)).

:- meta_predicate(unknown(:, +)).
:- meta_predicate(reconsult(:)).

% seen_file(Path, Stream), told_file(Path, Stream): what is open by name.
:- dynamic([seen_file/2, told_file/2]).

%! see(+FileOrStream) is det.
%  Makes it the current input; user is the terminal.
see(Source) :-
    must_be(nonvar, Source),
    (   Source == user
    ->  set_input(user_input)
    ;   is_stream(Source)
    ->  set_input(Source)
    ;   absolute_file_name(Source, Path),
        (   open_by_name(seen_file, Path, Stream)
        ->  set_input(Stream)
        ;   open(Source, read, Stream),
            assertz(seen_file(Path, Stream)),
            set_input(Stream)
        )
    ).

%! seeing(-Stream) is det.
%  The current input; the atom user when that is user_input.
seeing(Stream) :-
    current_input(Current),
    (   stream_property(Current, alias(user_input))
    ->  Stream = user
    ;   Stream = Current
    ).

%! seen is det.
%  Closes the current input; user_input becomes that.
seen :-
    current_input(Current),
    retractall(seen_file(_, Current)),
    close(Current),
    set_input(user_input).

%! tell(+FileOrStream) is det.
%! append(+FileOrStream) is det.
%  Makes it the current output; append/1 goes on at the end of a file that exists.
tell(Sink) :-
    tell(Sink, write).

append(Sink) :-
    tell(Sink, append).

tell(Sink, Mode) :-
    must_be(nonvar, Sink),
    (   Sink == user
    ->  set_output(user_output)
    ;   is_stream(Sink)
    ->  set_output(Sink)
    ;   absolute_file_name(Sink, Path),
        (   open_by_name(told_file, Path, Stream)
        ->  set_output(Stream)
        ;   open(Sink, Mode, Stream),
            assertz(told_file(Path, Stream)),
            set_output(Stream)
        )
    ).

%! telling(-Stream) is det.
%  The current output; the atom user when that is user_output.
telling(Stream) :-
    current_output(Current),
    (   stream_property(Current, alias(user_output))
    ->  Stream = user
    ;   Stream = Current
    ).

%! told is det.
%  Closes the current output; user_output becomes that.
told :-
    current_output(Current),
    retractall(told_file(_, Current)),
    close(Current),
    set_output(user_output).

% A file that was closed by other means counts no more.
open_by_name(Table, Path, Stream) :-
    Fact =.. [Table, Path, Stream0],
    call(Fact),
    (   is_stream(Stream0)
    ->  Stream = Stream0
    ;   retractall(Fact),
        fail
    ),
    !.

%! get0(-Code) is det.
%! get0(+Stream, -Code) is det.
%  The next character's code, -1 at the end.
get0(Code) :-
    get_code(Code).

get0(Stream, Code) :-
    get_code(Stream, Code).

%! get(-Code) is det.
%! get(+Stream, -Code) is det.
%  The code of the next character that is no layout, -1 at the end.
get(Code) :-
    current_input(Stream),
    get(Stream, Code).

get(Stream, Code) :-
    get_code(Stream, Code0),
    (   Code0 =\= -1,
        code_type(Code0, space)
    ->  get(Stream, Code)
    ;   Code = Code0
    ).

%! put(+Code) is det.
%! put(+Stream, +Code) is det.
%  Writes a character; Code is its code, an expression, or the character itself.
put(Code) :-
    current_output(Stream),
    put(Stream, Code).

put(Stream, Code) :-
    (   atom(Code)
    ->  put_char(Stream, Code)
    ;   Value is Code,
        put_code(Stream, Value)
    ).

%! display(+Term) is det.
%! display(+Stream, +Term) is det.
%  Writes Term without operators and quotes.
display(Term) :-
    write_term(Term, [ignore_ops(true)]).

display(Stream, Term) :-
    write_term(Stream, Term, [ignore_ops(true)]).

%! unknown(-Old, +New) is det.
%  Old is what calls of predicates that do not exist did so far, error, warning or fail: the flag unknown of the module; from now on they do
%  New.
unknown(QualifiedOld, New) :-
    strip_module(QualifiedOld, Module, Old),
    '$module_unknown'(Module, Current),
    Old = Current,
    must_be(oneof([error, warning, fail]), New),
    (   New == Current
    ->  true
    ;   Module:set_prolog_flag(unknown, New)
    ).

%! reconsult(:Files) is det.
%  As consult/1, which takes clauses of an earlier load away too.
reconsult(Files) :-
    consult(Files).
