# Answers are goals that give the same bindings again; the dialogue over input that is no terminal.
"$HORN" -q 2>&1 <<'END'
X = 1.
X = Y.
X = f(A, B, _C), A = B.
X = 'A b', Y = [], Z = '[]', W = {}.
X = "text", Y = [a|T].
X = - 1, Y = -(1), Z = 1 - (-1), W = -a.
X = (a :- b, c), Y = (:- d), Z = [(a, b)].
X = f(X).
X = [a|X].
X = f(Y), Y = g(X).
X = f(A), A = g(A), B = 1.
_X = 1, Y = _X.
member(X, [1, 2]).
true ; true.
fail.
length(L, 3).
X = f(_A, B), B = _.
atom_length(_, _).
X = .
[user].
p(1).
p(2) :- q.
end_of_file.
p(X).
:- p(1).
?- p(1).
catch(abort, E, true).
throw(x).
module(m), assertz(here(1)).
here(X).
module(user).
here(X).
m:here(X).
set_prolog_flag(answer_write_options, [quoted(false), max_depth(3)]).
X = 'A b', Y = [1, 2, 3, 4, 5, 6], Z = f(V).
set_prolog_flag(answer_write_options, []).
X = 'A b', Y = [1, 2, 3, 4, 5, 6].
prolog.
X = inner.
END
echo "status $?"
