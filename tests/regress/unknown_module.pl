% SPDX-License-Identifier: MIT
%
% Issue 2: Module:Goal whose module the compiler does not know was a call of (:)/2, which does not exist; term_expansion/2 in
% a user's file failed with it.

in(M, X) :- M:append(X, [], [1]).
run(M, G) :- M:G.
test(M, G) :- ( M:G -> true ; fail ).
local(X) :- Y = lists, ( Y:member(X, [1, 2]), X > 1 ).

:- dynamic(kept/2).
kept(M, G) :- M:G, M:foo(G).

?- in(lists, X).
   X = [1]
;  ... .
?- run(user, member(X, [1])).
   X = 1.
?- test(lists, last([1, 2], X)).
   X = 2.
?- local(X).
   X = 2.
?- run(_, true).
   error(instantiation_error, _).
?- run(1, true).
   error(type_error(module, 1), _).
?- clause(kept(A, B), C).
   C = (A:B, A:foo(B)).
?- M = lists, M:append([1], [2], L).
   M = lists, L = [1, 2].
