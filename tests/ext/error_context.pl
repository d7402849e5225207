% SPDX-License-Identifier: MIT
%
% The context of an error of a builtin says in which of its arguments the culprit is, or which must be bound.

where(Goal, Where) :- catch(Goal, error(_, context(_, Where)), true).
?- where(atom_length(_, _), W).
   W = argument(1).
?- where(arg(_, _, _), W).
   W = argument(2).
?- where(arg(x, f(a), _), W).
   W = argument(1).
?- where(arg(1, 3, _), W).
   W = argument(2).
?- where(functor(_, foo, -1), W).
   W = argument(3).
?- where(atom_codes(_, _), _), where(sub_atom(_, _, _, _, _), W).
   W = argument(1).
?- where(set_prolog_flag(bounded, true), W).
   W = argument(1).
?- where(set_prolog_flag(debug, maybe), W), var(W).
   true.
% The culprit is inside an argument: nothing is claimed.
?- where(atom_chars(_, [a, f(x)]), W), var(W).
   true.
?- where(close(no_such_stream), W).
   W = argument(1).
