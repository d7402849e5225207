% SPDX-License-Identifier: MIT
%
% backcomp.pl - names that older programs use for predicates on text. New programs have better ones, named below.

:- module(backcomp, [
    concat/3,
    concat_atom/2,
    concat_atom/3,
    atomic_concat/3,
    sformat/2,
    sformat/3,
    string_to_list/2
]).

%! concat(+Atomic1, +Atomic2, -Atom) is det.
%! atomic_concat(+Atomic1, +Atomic2, -Atom) is det.
%  Atom is the text of both; see atomic_list_concat/2.
concat(Atomic1, Atomic2, Atom) :-
    atomic_list_concat([Atomic1, Atomic2], Atom).

atomic_concat(Atomic1, Atomic2, Atom) :-
    atomic_list_concat([Atomic1, Atomic2], Atom).

%! concat_atom(+Atomics, -Atom) is det.
%! concat_atom(?Atomics, +Separator, ?Atom) is semidet.
%  As atomic_list_concat/2,3.
concat_atom(Atomics, Atom) :-
    atomic_list_concat(Atomics, Atom).

concat_atom(Atomics, Separator, Atom) :-
    atomic_list_concat(Atomics, Separator, Atom).

%! sformat(-String, +Format, +Arguments) is det.
%! sformat(-String, +Format) is det.
%  As format(string(String), Format, Arguments).
sformat(String, Format, Arguments) :-
    format(string(String), Format, Arguments).

sformat(String, Format) :-
    format(string(String), Format, []).

%! string_to_list(?String, ?Codes) is det.
%  As string_codes/2.
string_to_list(String, Codes) :-
    string_codes(String, Codes).
