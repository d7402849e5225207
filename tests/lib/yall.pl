% SPDX-License-Identifier: MIT
% Tests of library(yall).

:- use_module(library(yall)).
:- use_module(library(apply)).

times(N, Xs, Ys) :-
    maplist([X,Y]>>( Y is X * N ), Xs, Ys).

sum(A, B, C, D, E, F, G, Sum) :-
    Sum is A + B + C + D + E + F + G.

% --- Parameters

?- call([X]>>( X = 1 ), A).
   A = 1, det.
?- call([]>>true).
   true, det.
?- []>>( Y = 1 ).
   true, det.
?- maplist([X,Y]>>( Y is 2 * X ), [1,2,3], L).
   L = [2,4,6].
?- maplist([X]>>( X > 0 ), [1,2]).
   true, det.
?- foldl([X,S0,S]>>( S is S0 + X ), [1,2,3], 0, S).
   S = 6.
?- times(3, [1,2], L).
   L = [3,6].
?- call([X]>>( member(X, [1,2]) ), A).
   A = 1
;  A = 2, det.
?- call([X,X]>>true, 1, 2).
   false.
?- call([X,Y]>>( Z = X-Y ), 1, 2).
   true, det.
?- call([X|T]>>( T = [2,3], X = 1 ), 1, 2, 3).
   true, det.
?- call([X]>>atom_length(X), abc, N).
   N = 3, det.
?- call([X]>>([Y]>>( R = X-Y )), 1, 2).
   true, det.
?- call([X]>>([Y,Z]>>( Z = X-Y )), 1, 2, Z).
   Z = 1-2, det.
?- call([A,B,C,Z]>>( Z = f(A,B,C) ), 1, 2, 3, Z).
   Z = f(1,2,3), det.
?- call([A,B,C,D,Z]>>( Z = f(A,B,C,D) ), 1, 2, 3, 4, Z).
   Z = f(1,2,3,4), det.
?- call([A,B,C,D,E,Z]>>( Z = f(A,B,C,D,E) ), 1, 2, 3, 4, 5, Z).
   Z = f(1,2,3,4,5), det.
?- call([A,B,C,D,E,F,Z]>>( Z = f(A,B,C,D,E,F) ), 1, 2, 3, 4, 5, 6, Z).
   Z = f(1,2,3,4,5,6), det.

% --- What is copied, and what is shared

?- call([X]>>( Y = X ), 1).
   true, det.
?- maplist([X]>>( Y = X ), [1,2]).
   true.
?- F = Y/[_]>>( Y = 1 ), call(F, 2).
   F = 1/[_]>>( 1 = 1 ), Y = 1, det.
?- call(Y/[X]>>( Y = X ), 1).
   Y = 1, det.
?- maplist(Y/[X]>>( Y = X ), [1,1]).
   Y = 1.
?- maplist(Y/[X]>>( Y = X ), [1,2]).
   false.
?- N = 2, maplist([X,Y]>>( Y is X * N ), [1,2], L).
   N = 2, L = [2,4].
?- call(f(A)/[X]>>( A-X = 1-2 ), 2).
   A = 1, det.
?- call(A/( =(A) ), 1).
   A = 1, det.
?- call(x/atom_length, abc, N).
   N = 3, det.
?- /(x, true).
   true, det.
?- '/'(A, [_X,_Y]>>( A = _X-_Y ), 1, 2).
   A = 1-2, det.
?- call(Y/sum, 1, 2, 3, 4, 5, 6, S).
   error(existence_error(procedure, _), _).
?- '/'(x, sum, 1, 2, 3, 4, 5, 6, 7), fail.
   error(existence_error(procedure, _), _).
?- '/'(x, sum(1), 2, 3, 4, 5, 6, 7, S).
   S = 28, det.
?- '/'(x, sum(1,2), 3, 4, 5, 6, 7, S).
   S = 28, det.
?- '/'(x, sum(1,2,3), 4, 5, 6, 7, S).
   S = 28, det.
?- '/'(x, sum(1,2,3,4), 5, 6, 7, S).
   S = 28, det.
?- '/'(x, sum(1,2,3,4,5), 6, 7, S).
   S = 28, det.
?- '>>'([A], sum(A,0), 1, 2, 3, 4, 5, 6, S).
   S = 21, det.
?- '>>'([A], sum(A,0,0), 1, 2, 3, 4, 5, S).
   S = 15, det.
?- '>>'([A], sum(A,0,0,0), 1, 2, 3, 4, S).
   S = 10, det.

% --- Local variables

?- call(\X^( X = 1 ), A).
   A = 1, det.
?- call(\X^( Y = X ), 1).
   Y = 1, det.
?- maplist(\X^( Y = f(X) ), [1,1]).
   Y = f(1).
?- maplist(\X^Y^( Y is X * 2 ), [1,2], L).
   L = [2,4].
?- maplist(\X^( Y is X * 2 ), [1,2]).
   false.
?- maplist(\X^(\Y^( Y is X * 2 )), [1,2], L).
   L = [2,4].
?- call(\X^foo(X) = \X^foo(X)).
   true, det.
?- \X^( X = 1 ), var(X).
   true, det.
?- '\\'(X^sum(X,0), 1, 2, 3, 4, 5, 6, S).
   S = 21, det.
?- '\\'(X^sum(X,0,0), 1, 2, 3, 4, 5, S).
   S = 15, det.
?- '\\'(X^sum(X,0,0,0), 1, 2, 3, 4, S).
   S = 10, det.
?- '\\'(X^sum(X,0,0,0,0), 1, 2, 3, S).
   S = 6, det.
?- '\\'(X^sum(X,0,0,0,0,0), 1, 2, S).
   S = 3, det.
?- '\\'(X^sum(X,0,0,0,0,0,0), 1, S).
   S = 1, det.
?- call(\foo, 1).
   error(type_error(lambda_expression, \foo), _).
?- call(\_, 1).
   error(instantiation_error, _).
?- ^(X, X = 1, 1).
   X = 1, det.
?- ^(X, succ(X), 1, Y).
   X = 1, Y = 2, det.
?- ^(X, plus(X), 1, 2, Y).
   X = 1, Y = 3, det.
?- ^(1, sum(0,0,0,0,0), 1, 2, 3, S).
   S = 5, det.
?- ^(1, sum(0,0,0,0), 1, 2, 3, 4, S).
   S = 9, det.
?- ^(1, sum(0,0,0), 1, 2, 3, 4, 5, S).
   S = 14, det.
?- ^(1, sum(0,0), 1, 2, 3, 4, 5, 6, S).
   S = 20, det.
?- ^(1, sum, 2, fail).
   false.

% --- Errors

?- call([X,Y]>>true, 1).
   error(domain_error(lambda_parameters, _), _).
?- call(foo>>true, 1).
   error(type_error(list, foo), _).
?- call([X]>>_, 1).
   error(instantiation_error, _).
?- call([X]>>3, 1).
   error(type_error(callable, 3), _).

% --- is_lambda, lambda_calls

?- is_lambda([X]>>foo(X)).
   true, det.
?- is_lambda(Y/[X]>>foo(X)).
   true, det.
?- is_lambda(x/foo).
   true, det.
?- is_lambda(\X^foo(X)).
   true, det.
?- is_lambda(foo).
   false.
?- is_lambda(_).
   false.
?- lambda_calls([X]>>foo(X), 1, G).
   G = foo(_), det.
?- lambda_calls([X]>>foo(X), [a,b], G).
   G = foo(a,b), det.
?- lambda_calls(Z/[X]>>foo(X,Z), [a], G).
   G = foo(a,Z), det.
?- lambda_calls(\_X^_Y^foo(_X,_Y), [a,b], G).
   G = foo(a,b), det.
?- lambda_calls([]>>foo, G).
   G = foo, det.
?- lambda_calls(foo, 1, _).
   error(type_error(lambda_expression, foo), _).
?- lambda_calls(_, 1, _).
   error(instantiation_error, _).

% --- With other predicates

?- maplist([X,Y]>>(Y is X*2), [1,2,3], L).
   L = [2,4,6].
?- maplist([X]>>(X > 0), [1,2]).
   true.
?- maplist([X]>>(X > 1), [1,2]).
   false.
?- N = 5, maplist(N/[X,Y]>>(Y is X+N), [1,2], L).
   N = 5, L = [6,7].
?- maplist([X,Z]>>(Z = f(X,_)), [a,b], L).
   L = [f(a,_),f(b,_)].
?- foldl([X,S0,S]>>(S is S0+X), [1,2,3], 0, T).
   T = 6.
?- maplist([X]>>([Y]>>(Y = X)), [a,b], L).
   L = [a,b].
?- call(F/[X]>>(F = X), a).
   F = a.
?- call([X,Y]>>atom_concat(X, Y), a, b, Z).
   Z = ab.
?- include([X]>>(X mod 2 =:= 0), [1,2,3,4], L).
   L = [2,4].

% --- Called by their own names

?- '>>'([X], X = 1, A).
   A = 1, det.
?- '>>'([X,Y,Z], Z = X-Y, 1, 2, R).
   R = 1-2, det.
?- '>>'([X], sum(0,0,0,0,X), 1, 2, 3, S).
   S = 6, det.
?- '>>'([X,Y], sum(0,0,0,0,X,Y), 1, 2, 3, S).
   S = 6, det.
?- '/'(x, atom, a).
   true, det.
?- '/'(A, =(A), b).
   A = b, det.
