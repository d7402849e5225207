% SPDX-License-Identifier: MIT
%
% 8.3 Type testing.

% 8.3.1 var/1
?- var(foo).
   false.
?- var(_).
   true.
?- foo = X, var(X).
   false.
?- var(f(_)).
   false.

% 8.3.2 atom/1
?- atom(atom).
   true.
?- atom('string').
   true.
?- atom(a(b)).
   false.
?- atom(_).
   false.
?- atom([]).
   true.
?- atom(6).
   false.
?- atom(3.3).
   false.
?- atom("").
   true.
?- atom("a").
   false.

% 8.3.3 integer/1
?- integer(3).
   true.
?- integer(-3).
   true.
?- integer(3.3).
   false.
?- integer(_).
   false.
?- integer(atom).
   false.
?- integer(1 + 2).
   false.
?- integer(1267650600228229401496703205376).
   true.

% 8.3.4 float/1
?- float(3.3).
   true.
?- float(-3.3).
   true.
?- float(3).
   false.
?- float(atom).
   false.
?- float(_).
   false.

% 8.3.5 atomic/1
?- atomic(atom).
   true.
?- atomic(a(b)).
   false.
?- atomic(_).
   false.
?- atomic([]).
   true.
?- atomic(6).
   true.
?- atomic(3.3).
   true.
?- atomic("abc").
   false.

% 8.3.6 compound/1
?- compound(33.3).
   false.
?- compound(-33).
   false.
?- compound(-a).
   true.
?- compound(_).
   false.
?- compound(a).
   false.
?- compound(a(b)).
   true.
?- compound([]).
   false.
?- compound([a]).
   true.
?- compound("ab").
   true.

% 8.3.7 nonvar/1
?- nonvar(33.3).
   true.
?- nonvar(foo).
   true.
?- nonvar(_).
   false.
?- foo = Foo, nonvar(Foo).
   Foo = foo.
?- nonvar(a(_)).
   true.

% 8.3.8 number/1
?- number(3).
   true.
?- number(3.3).
   true.
?- number(-3).
   true.
?- number(a).
   false.
?- number(_).
   false.

% 8.3.9 callable/1
?- callable(a).
   true.
?- callable(3).
   false.
?- callable(_).
   false.
?- callable((a, b)).
   true.
?- callable([a]).
   true.
?- callable(3.0).
   false.

% 8.3.10 ground/1
?- ground(3).
   true.
?- ground(a(1, _)).
   false.
?- ground("abc").
   true.
?- ground([a|_]).
   false.
?- X = f(X), ground(X).
   check(cyclic_term(X)).

% 8.3.11 acyclic_term/1
?- acyclic_term(a(1, _)).
   true.
?- X = f(X), acyclic_term(X).
   false.
?- X = f(_Y), _Z = g(X, X), acyclic_term(_Z).
   X = f(_).

% By call/1.
?- call(var, _).
   true.
?- G = atom(x), call(G).
   G = atom(x).
?- call(callable, 1).
   false.
