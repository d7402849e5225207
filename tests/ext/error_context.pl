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

% Compiled arithmetic says which goal it stands for.
in(G, PI) :-
    catch(G, error(_, context(PI, _)), true).
less(X) :- X + 1 < 3.
more(X) :- Y is X + 1, Y > a.
same(X) :- X * 2 =:= X * 3 + foo.
value(X, Y) :- Y is X + 1.5.
bits(X, Y) :- Y is msb(X).
?- in(less(_), PI).
   PI = (<)/2.
?- in(more(1), PI).
   PI = (>)/2.
?- in(more(b), PI).
   PI = (is)/2.
?- in(same(1), PI).
   PI = (=:=)/2.
?- in(value(a, _), PI).
   PI = (is)/2.
?- in(bits(-1, _), PI), in(_ is msb(-1), PI).
   PI = (is)/2.
