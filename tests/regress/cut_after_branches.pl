% SPDX-License-Identifier: MIT
%
% Issue 2: a cut after an if-then-else of which only one branch had called something cut too little.

o(_).

p1(a) :- ( var(D) -> var(A), o(b), D = A ; ! ), !.
p1(g).
p2(a) :- ( var(_) -> o(b) ; ! ), !.
p2(g).
p3(a) :- ( var(_) -> true ; o(b) ), !.
p3(g).
p4(a) :- ( atom(a) -> ( var(_) -> o(b) ; true ) ; true ), !.
p4(g).
p5(a) :- ( nonvar(_) -> o(b) ; true ), !.
p5(g).
p6(X) :- ( var(X) -> o(b) ; ! ), ( var(X) -> X = a, ! ; true ).
p6(g).

?- findall(X, p1(X), L).
   L = [a].
?- findall(X, p2(X), L).
   L = [a].
?- findall(X, p3(X), L).
   L = [a].
?- findall(X, p4(X), L).
   L = [a].
?- findall(X, p5(X), L).
   L = [a].
?- findall(X, p6(X), L).
   L = [a].
