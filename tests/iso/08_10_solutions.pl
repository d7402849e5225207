% SPDX-License-Identifier: MIT
%
% 8.10 All solutions.

a(1, f(_)).
a(2, f(_)).

b(1, 1).
b(1, 1).
b(1, 2).
b(2, 1).
b(2, 2).
b(2, 2).

d(1, 1).
d(1, 2).
d(1, 1).
d(2, 2).
d(2, 1).
d(2, 2).

item(1, f(_)).
item(2, f(_)).
item(3, g).

element(X, [X|_]).
element(X, [_|Xs]) :-
    element(X, Xs).

age(peter, 7).
age(ann, 11).
age(pat, 8).
age(tom, 5).
age(mike, 11).

% 8.10.1 findall/3
?- findall(X, ( X = 1 ; X = 2 ), S).
   S = [1, 2].
?- findall(X + _, ( X = 1 ), S).
   S = [1 + _].
?- findall(_, fail, L).
   L = [].
?- findall(X, ( X = 1 ; X = 1 ), S).
   S = [1, 1].
?- findall(X, ( X = 2 ; X = 1 ), [1, 2]).
   false.
?- findall(X, ( X = 1 ; X = 2 ), [X, Y]).
   X = 1, Y = 2.
?- findall(_, _, _).
   error(instantiation_error, _).
?- findall(_, 4, _).
   error(type_error(callable, 4), _).
?- findall(X, X = 1, [_|1]).
   error(type_error(list, [_|1]), _).
?- findall(_, true, foo).
   error(type_error(list, foo), _).
?- findall(_, _, foo).
   error(instantiation_error, _).
?- findall(_, 4, foo).
   error(type_error(callable, 4), _).
?- findall(_, ( true, 1 ), _).
   error(type_error(callable, ( true, 1 )), _).
?- findall(_, throw(oops), _).
   throws(oops).
?- findall(_, no_such_procedure_here, _).
   error(existence_error(procedure, no_such_procedure_here/0), _).
?- findall(_, X^element(X, [a]), _).
   error(existence_error(procedure, (^)/2), _).
?- findall(X-Y, element(X, [A, A, B]), L).
   L = [_-_, _-_, _-_], check(term_variables(L, [_, _, _, _, _, _])).
?- findall(X, element(X, [f(A, A), B]), [P, Q]).
   P = f(C, C), Q = D.
?- findall(X, ( element(X, [a, b]), ! ), L).
   L = [a].
?- findall(X, element(X, "abc"), L).
   L = "abc".
?- findall(X-L1, ( element(X, [1, 2]), findall(Y, ( element(Y, [a, b]), X > 1 ), L1) ), L).
   L = [1-[], 2-[a, b]].
?- findall(X, element(X, [a, b]), [H|T]).
   H = a, T = [b].
?- findall(X, element(X, [a, b]), [_]).
   false.
?- _X = f(_X), findall(_X, true, [_Y]), _X == _Y.
   true.
?- _L = [a|_L], findall(x, true, _L).
   error(type_error(list, _), _).
?- test_size(300000, _N), numlist(1, _N, _L0), findall(X, element(X, _L0), _L), _L == _L0.
   true.
?- test_size(3000000, _N), length(_L0, _N), findall(_L0, true, [_L]), length(_L, _N), _L \== _L0.
   true.

% 8.10.2 bagof/3
?- bagof(X, ( X = 1 ; X = 2 ), S).
   S = [1, 2].
?- bagof(X, ( X = 1 ; X = 2 ), X).
   X = [1, 2].
?- bagof(X, ( X = Y ; X = Z ), S).
   S = [Y, Z].
?- bagof(_, fail, _).
   false.
?- bagof(1, ( Y = 1 ; Y = 2 ), L).
   L = [1], Y = 1
;  L = [1], Y = 2.
?- bagof(f(X, Y), ( X = a ; Y = b ), L).
   L = [f(a, _), f(_, b)].
?- bagof(X, Y^( ( X = 1, Y = 1 ) ; ( X = 2, Y = 2 ) ), S).
   S = [1, 2].
?- bagof(X, Y^( ( X = 1 ; Y = 1 ) ; ( X = 2, Y = 2 ) ), S).
   S = [1, _, 2].
?- bagof(X, ( Y^( X = 1 ; Y = 1 ) ; X = 3 ), S).
   error(existence_error(procedure, (^)/2), _).
?- bagof(X, ( X = Y ; X = Z ; Y = 1 ), S).
   S = [Y, Z]
;  S = [_], Y = 1.
?- bagof(X, a(X, Y), L).
   L = [1, 2], Y = f(_).
?- bagof(X, b(X, Y), L).
   L = [1, 1, 2], Y = 1
;  L = [1, 2, 2], Y = 2, det.
?- bagof(_, _^_, _).
   error(instantiation_error, _).
?- bagof(_, 1, _).
   error(type_error(callable, 1), _).
?- bagof(_, _, _).
   error(instantiation_error, _).
?- bagof(_, X^Y^1, _).
   error(type_error(callable, 1), _).
?- bagof(_, _^ ( true, 1 ), _).
   error(type_error(callable, ( true, 1 )), _).
?- bagof(X, X = 1, [_|b]).
   error(type_error(list, [_|b]), _).
?- bagof(_, fail, b).
   error(type_error(list, b), _).
?- _L = [a|_L], bagof(x, true, _L).
   error(type_error(list, _), _).
?- bagof(X, throw(X), _).
   throws(_).
?- bagof(X, A^element(X-A, [1-b, 2-a, 3-b]), L).
   L = [1, 2, 3].
?- bagof(X, element(X-A, [1-b, 2-a, 3-b]), L).
   L = [2], A = a
;  L = [1, 3], A = b.
?- bagof(X, element(X-A, [1-B, 2-a, 3-B]), L).
   L = [1, 3], A = B
;  L = [2], A = a.
?- bagof(X, item(X, A), L).
   L = [3], A = g
;  L = [1, 2], A = f(_).
?- bagof(X, element(X-A, [1-f(_), 2-f(_)]), L).
   L = [1], A = f(_)
;  L = [2], A = f(_).
?- bagof(X, user:element(X, [a, b]), L).
   L = [a, b].
?- bagof(X, A^user:element(X-A, [1-b, 2-a]), L).
   L = [1, 2].
?- bagof(X, user:(A^element(X-A, [1-b, 2-a])), L).
   L = [1, 2].
?- _G = A^element(X-A, [1-b, 2-a]), bagof(X, _G, L).
   L = [1, 2].
?- bagof(X, \+ fail, L).
   L = [_].
?- bagof(X-Z, element(X, [1, 2]), L).
   L = [1-Z1, 2-Z2], check(( Z1 \== Z2, var(Z) )).
?- bagof(x, element(_, [a, b]), L).
   L = [x]
;  L = [x].
?- bagof(X, element(X, [V, U, f(U), f(V)]), L).
   L = [V, U, f(U), f(V)].
?- bagof(X, ( element(X, [b, a]), element(Y, [d, c]) ), L).
   Y = c, L = [b, a]
;  Y = d, L = [b, a].
?- _X = f(_X), bagof(A, element(A-_X, [1-_X, 2-_X]), L).
   L = [1, 2].
?- test_size(100000, _N), numlist(1, _N, _Ns), bagof(K, ( element(_I, _Ns), K is _I mod 3 ), _L), _I == _N, _K is _N mod 3, _L == [_K].
   true.

?- bagof(_, 4, foo).
   error(type_error(callable, 4), _).
?- bagof(_, _^_, foo).
   error(instantiation_error, _).

% 8.10.3 setof/3
?- setof(X, ( X = 1 ; X = 2 ), S).
   S = [1, 2].
?- setof(X, ( X = 1 ; X = 2 ), X).
   X = [1, 2].
?- setof(X, ( X = 2 ; X = 1 ), S).
   S = [1, 2].
?- setof(X, ( X = 2 ; X = 2 ), S).
   S = [2].
?- setof(X, ( X = Y ; X = Z ), S).
   check(( sort([Y, Z], S1), S == S1 )).
?- setof(_, fail, _).
   false.
?- setof(1, ( Y = 2 ; Y = 1 ), L).
   L = [1], Y = 1
;  L = [1], Y = 2.
?- setof(f(X, Y), ( X = a ; Y = b ), L).
   L = [f(_, b), f(a, _)].
?- setof(X, Y^( ( X = 1, Y = 1 ) ; ( X = 2, Y = 2 ) ), S).
   S = [1, 2].
?- setof(X, Y^( ( X = 1 ; Y = 1 ) ; ( X = 2, Y = 2 ) ), S).
   S = [_, 1, 2].
?- setof(X, ( Y^( X = 1 ; Y = 1 ) ; X = 3 ), S).
   error(existence_error(procedure, (^)/2), _).
?- setof(X, ( X = Y ; X = Z ; Y = 1 ), S), var(Y).
   check(( sort([Y, Z], S1), S == S1 ))
;  false.
?- setof(X, ( X = Y ; X = Z ; Y = 1 ), S), nonvar(Y).
   S = [_], Y = 1.
?- setof(X, a(X, Y), L).
   L = [1, 2], Y = f(_).
?- setof(X, element(X, [f(U, b), f(V, c)]), L).
   check(( sort([f(U, b), f(V, c)], L1), L == L1 )).
?- setof(X, element(X, [f(U, b), f(V, c)]), [f(a, c), f(a, b)]), ( U @< V -> W = no ; W = yes ).
   false.
?- setof(X, element(X, [f(b, U), f(c, V)]), [f(b, a), f(c, a)]).
   U = a, V = a.
?- setof(X, element(X, [V, U, f(U), f(V)]), L).
   check(( sort([V, U, f(U), f(V)], L1), L == L1 )).
?- setof(X, element(X, [V, U, f(U), f(V)]), [a, b, f(b), f(a)]).
   false.
?- setof(X, exists(U, V)^element(X, [V, U, f(U), f(V)]), [a, b, f(b), f(a)]).
   check(( var(U), var(V) )).
?- setof(X, b(X, Y), L).
   L = [1, 2], Y = 1
;  L = [1, 2], Y = 2.
?- setof(X-Xs, Y^setof(Y, b(X, Y), Xs), L).
   L = [1-[1, 2], 2-[1, 2]].
?- setof(X-Xs, setof(Y, b(X, Y), Xs), L).
   L = [1-[1, 2], 2-[1, 2]], check(var(Y)).
?- setof(X-Xs, bagof(Y, d(X, Y), Xs), L).
   L = [1-[1, 2, 1], 2-[2, 1, 2]], check(var(Y)).
?- setof(_, _, _).
   error(instantiation_error, _).
?- setof(_, _^_, _).
   error(instantiation_error, _).
?- setof(_, 4, _).
   error(type_error(callable, 4), _).
?- setof(_, X^4, _).
   error(type_error(callable, 4), _).
?- setof(X, X = 1, [_|b]).
   error(type_error(list, [_|b]), _).
?- setof(_, true, [1|b]).
   error(type_error(list, [1|b]), _).
?- setof(Age-Names, setof(Name, age(Name, Age), Names), L).
   L = [5-[tom], 7-[peter], 8-[pat], 11-[ann, mike]], check(var(Name)).
?- setof(Age, Name^age(Name, Age), L).
   L = [5, 7, 8, 11], check(var(Name)).
?- setof(Name, age(Name, Age), L).
   Age = 5, L = [tom]
;  Age = 7, L = [peter]
;  Age = 8, L = [pat]
;  Age = 11, L = [ann, mike].
?- setof(X, element(X, [c, a, b, a]), [a|T]).
   T = [b, c].
?- setof(X, element(X, [2, 1.0, a, f(x), Y]), L).
   L = [Y, 1.0, 2, a, f(x)].
?- setof(K-V, element(K-V, [b-1, a-2, b-0]), L).
   L = [a-2, b-0, b-1].
