% SPDX-License-Identifier: MIT
%
% codesio.pl - writing to and reading from lists of codes.

:- module(codesio, [
    format_to_codes/3,
    format_to_codes/4,
    write_to_codes/2,
    write_to_codes/3,
    write_term_to_codes/3,
    write_term_to_codes/4,
    read_from_codes/2,
    read_term_from_codes/3,
    open_codes_stream/2,
    with_output_to_codes/2,
    with_output_to_codes/3,
    with_output_to_codes/4
]).

:- meta_predicate(with_output_to_codes(0, -)).
:- meta_predicate(with_output_to_codes(0, -, ?)).
:- meta_predicate(with_output_to_codes(0, -, -, ?)).

%! format_to_codes(+Format, +Arguments, -Codes) is det.
%! format_to_codes(+Format, +Arguments, -Codes, ?Tail) is det.
%  What format/2 would write; with four arguments the list ends in Tail.
format_to_codes(Format, Arguments, Codes) :-
    format(codes(Codes), Format, Arguments).

format_to_codes(Format, Arguments, Codes, Tail) :-
    format(codes(Codes0), Format, Arguments),
    put_before(Codes0, Tail, Codes).

%! write_to_codes(+Term, -Codes) is det.
%! write_to_codes(+Term, -Codes, ?Tail) is det.
%  What write/1 would write.
write_to_codes(Term, Codes) :-
    format(codes(Codes), '~w', [Term]).

write_to_codes(Term, Codes, Tail) :-
    format_to_codes('~w', [Term], Codes, Tail).

%! write_term_to_codes(+Term, -Codes, +Options) is det.
%! write_term_to_codes(+Term, -Codes, ?Tail, +Options) is det.
%  What write_term/2 would write.
write_term_to_codes(Term, Codes, Options) :-
    with_output_to(codes(Codes), write_term(Term, Options)).

write_term_to_codes(Term, Codes, Tail, Options) :-
    write_term_to_codes(Term, Codes0, Options),
    put_before(Codes0, Tail, Codes).

%! read_from_codes(+Codes, -Term) is det.
%! read_term_from_codes(+Codes, -Term, +Options) is det.
%  The term that the text holds, with or without a full stop.
read_from_codes(Codes, Term) :-
    read_term_from_codes(Codes, Term, []).

read_term_from_codes(Codes, Term, Options) :-
    read_term_from_atom(Codes, Term, Options).

%! open_codes_stream(+Codes, -Stream) is det.
%  Stream reads the text.
open_codes_stream(Codes, Stream) :-
    open_string(Codes, Stream).

%! with_output_to_codes(:Goal, -Codes) is semidet.
%! with_output_to_codes(:Goal, -Codes, ?Tail) is semidet.
%! with_output_to_codes(:Goal, -Stream, -Codes, ?Tail) is semidet.
%  Runs Goal once; Codes is what it writes to current output, which is also known as Stream.
with_output_to_codes(Goal, Codes) :-
    with_output_to(codes(Codes), Goal).

with_output_to_codes(Goal, Codes, Tail) :-
    with_output_to(codes(Codes0), Goal),
    put_before(Codes0, Tail, Codes).

with_output_to_codes(Goal, Stream, Codes, Tail) :-
    with_output_to_codes(( current_output(Stream), call(Goal) ), Codes, Tail).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).
