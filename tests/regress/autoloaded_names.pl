% SPDX-License-Identifier: MIT
%
% What was autoloaded gives way when the program gives a name clauses of its own, as it does when nothing was called before.

?- append([a], [b], L), assertz(append(1, 2, 3)), append(1, X, Y).
   L = [a, b], X = 2, Y = 3.
?- append([], [], _).
   false.
?- catch(call(a/1), _, true), assertz(1/b), clause(X/Y, true).
   X = 1, Y = b.
% A name that is imported by name does not.
?- use_module(library(lists), [last/2]), assertz(last(1, 2)).
   error(permission_error(modify, static_procedure, _), _).
