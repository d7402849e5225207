% SPDX-License-Identifier: MIT
%
% \+ is no control construct: a body may hold it whatever its argument is, and the error comes when it is run (7.6.2, 8.15.1).

?- \+ 3.
   error(type_error(callable, 3), _).
?- \+ (fail, 1).
   error(type_error(callable, (fail, 1)), _).
?- \+ (fail ; 1).
   error(type_error(callable, (fail ; 1)), _).
?- call((fail, \+ 1)).
   false.
?- G = 1, \+ G.
   error(type_error(callable, 1), _).
?- \+ \+ (true ; 1).
   error(type_error(callable, (true ; 1)), _).
:- dynamic(p/1).
p(X) :- \+ f(X, "a"), \+ (X, 1).
?- clause(p(X), B).
   B = ( \+ f(X, "a"), \+ (X, 1) ).
?- assertz((p(_) :- \+ 1)), clause(p(_), \+ N).
   N = 1.
?- \+ (fail, f(_)).
   true.
?- (\+ 7 ; true).
   error(type_error(callable, 7), _).
