% SPDX-License-Identifier: MIT
%
% Control constructs nested more deeply than the compiler goes: they mean the same as others (7.8).

:- dynamic(nested/1).
:- dynamic(nested/2).

% inside(N, Kind, Inner, Goal): Inner as the last goal inside N constructs of a kind.
inside(0, _, G, G) :- !.
inside(N, Kind, G0, G) :- inside(Kind, G0, G1), N1 is N - 1, inside(N1, Kind, G1, G).

inside(then, G, ( true -> G ; fail )).
inside(else, G, ( fail -> true ; G )).
inside(soft, G, ( true *-> G ; fail )).
inside(left, G, ( G ; fail )).
inside(right, G, ( fail ; G )).
inside(module, G, ( user:( true, G ) )).

% In a condition a cut is local; in the other places it is not.
transparent(K) :- member(K, [then, else, soft, left, right]).
nested(K, Inner, G) :- inside(150, K, Inner, G).

% Answers come back one by one.
?- transparent(_K), nested(_K, member(_X, [a, b, c]), _G), findall(_X, _G, L).
   L = [a, b, c]
;  L = [a, b, c]
;  L = [a, b, c]
;  L = [a, b, c]
;  L = [a, b, c].
% A cut goes through to the goal that is called, and to the clause.
?- transparent(_K), nested(_K, ( member(_X, [a, b]), ! ), _G), findall(_X, ( call(_G) ; _X = c ), L).
   L = [a, c]
;  L = [a, c]
;  L = [a, c]
;  L = [a, c]
;  L = [a, c].
?- transparent(_K), nested(_K, ( member(_X, [a, b]), ! ), _G), findall(_X, call(( _G ; _X = c )), L).
   L = [a]
;  L = [a]
;  L = [a]
;  L = [a]
;  L = [a].
?- transparent(_K), nested(_K, ( member(_X, [a, b]), ! ), _G), retractall(nested(_)), assertz((nested(_X) :- _G)), assertz(nested(c)), findall(_Y, nested(_Y), L).
   L = [a]
;  L = [a]
;  L = [a]
;  L = [a]
;  L = [a].
% In a condition, and below \+, it does not.
?- inside(150, then, ( member(_X, [a, b]), ! ), _G), findall(_X, ( member(_Y, [1, 2]), ( _G -> true ) ), L).
   L = [a, a].
?- inside(150, then, ( member(_X, [a, b]), ! ), _G), findall(_Y, ( member(_Y, [1, 2]), \+ \+ _G ), L).
   L = [1, 2].
nested_conditions(0, G, G) :- !.
nested_conditions(N, G0, G) :- N1 is N - 1, nested_conditions(N1, ( G0 -> true ), G).
nested_nots(0, G, G) :- !.
nested_nots(N, G0, G) :- N1 is N - 1, nested_nots(N1, \+ G0, G).
?- nested_conditions(150, ( member(_X, [a, b]), ! ), _G), findall(_X-_Y, call(( member(_Y, [1, 2]), _G )), L).
   L = [a-1, a-2].
?- nested_nots(151, ( !, fail ), _G), findall(_Y, call(( member(_Y, [1, 2]), _G )), L).
   L = [1, 2].
?- test_size(20000, _N), nested_conditions(_N, X = 1, _G), call(_G).
   X = 1.
?- test_size(20000, _N), nested_nots(_N, true, _G), call(_G).
   true.
?- test_size(20000, _N), inside(_N, else, X = 1, _G), call(_G).
   X = 1.
% What stands as a variable is called: a cut in it is local, and it is looked at when its turn comes.
?- transparent(_K), nested(_K, ( _C = !, member(_X, [a, b]), _C ), _G), findall(_X, _G, L).
   L = [a, b]
;  L = [a, b]
;  L = [a, b]
;  L = [a, b]
;  L = [a, b].
?- inside(150, then, ( _C = ( fail -> true ; true ), ( _C ; fail ) ), _G), call(_G).
   true.
?- inside(150, then, ( _M = user, _M:( member(X, [a, b]), ! ) ), _G), call(_G).
   X = a.
?- inside(150, then, _X, _G), call(_G).
   error(instantiation_error, _).
% A goal that is none is found before anything is run, but below \+ when that is run.
?- inside(150, then, 1, _G), call(( throw(too_late) ; _G )).
   error(type_error(callable, _), _).
?- inside(150, then, 1, _G), assertz((nested(x) :- _G)).
   error(type_error(callable, _), _).
?- inside(150, then, \+ 1, _G), catch(call(( throw(first), _G )), B, true).
   B = first.
?- inside(150, then, \+ ( fail, 1 ), _G), call(_G).
   error(type_error(callable, ( fail, 1 )), _).
?- inside(150, then, \+ ( fail, atom ), _G), call(_G).
   true.
% Modules go with the goals.
?- inside(150, module, X = 1, _G), call(_G).
   X = 1.
?- inside(150, then, lists:( true, append(X, [c], [a, b, c]) ), _G), call(_G).
   X = [a, b].
% Such a clause can be read and retracted.
?- inside(150, right, nested(_X), _G), assertz((nested(_X, y) :- _G)), clause(nested(A, y), _B), _B =@= _G, retract((nested(_, y) :- _B)).
   true.
?- clause(nested(_, y), _).
   false.
% Exceptions leave it as they leave others.
?- transparent(_K), nested(_K, throw(ball(_K)), _G), catch(_G, ball(_C), true), _C == _K.
   true
;  true
;  true
;  true
;  true.
