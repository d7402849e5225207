% SPDX-License-Identifier: MIT
% A slot that is first filled after a call may not lie where that call has left environments behind.

permuted([], []).
permuted([Y|Ys], Xs) :-
    selected(Y, Xs, Rest),
    permuted(Ys, Rest).

selected(X, [X|Xs], Xs).
selected(X, [Y|Xs], [Y|Ys]) :-
    selected(X, Xs, Ys).

permutation_of(Xs, Ys) :-
    same_length_as(Xs, Ys),
    permuted(Ys, Xs).

same_length_as([], []).
same_length_as([_|Xs], [_|Ys]) :-
    same_length_as(Xs, Ys).

pass_on(_, _).

% Result is unused by the first call and used by two later ones.
count(N) :-
    functor(State, state, 1),
    setarg(1, State, 0),
    (   permutation_of([1,2,3,4], _),
        arg(1, State, Old),
        pass_on(State, Old),
        New is Old + 1,
        nb_setarg(1, State, New),
        fail
    ;   arg(1, State, N)
    ).

?- count(N).
   N = 24.
