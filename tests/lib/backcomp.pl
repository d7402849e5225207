% SPDX-License-Identifier: MIT
%
% Tests of library(backcomp).

:- use_module(library(backcomp)).

?- concat(a, 1, X).
   X = a1.
?- atomic_concat(a, "b", X).
   X = ab.
?- atomic_concat(a, _, _).
   error(instantiation_error, _).
?- concat_atom([a, b, 1], X).
   X = ab1.
?- concat_atom([a, b], ', ', X).
   X = 'a, b'.
?- concat_atom(L, ',', 'a,b').
   L = [a, b].
?- sformat(S, "a~w~q", [b, 'C']), string(S), atom_string(A, S).
   check(string(S)), A = 'ab\'C\''.
?- sformat(S, "x~n"), string(S), atom_string(A, S).
   check(string(S)), A = 'x\n'.
?- string_to_list(S, [97, 98]), string_to_list(S, Cs).
   check(string(S)), Cs = [97, 98].
