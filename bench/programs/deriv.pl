% SPDX-License-Identifier: MIT
%
% deriv - symbolic derivatives of four expressions. First-argument selection by functor, structures built on the way out.

work(Answer) :-
    derive_often(20000),
    d(x * x * x, x, Derivative),
    Answer = Derivative.

derive_often(0) :-
    !.
derive_often(N) :-
    products,
    quotients,
    logarithms,
    mixture,
    N1 is N - 1,
    derive_often(N1).

products :-
    d(((((((((x * x) * x) * x) * x) * x) * x) * x) * x) * x, x, _).

quotients :-
    d(((((((((x / x) / x) / x) / x) / x) / x) / x) / x) / x, x, _).

logarithms :-
    d(log(log(log(log(log(log(log(log(log(log(x)))))))))), x, _).

mixture :-
    d((x + 1) * ((x ^ 2 + 2) * (x ^ 3 + 3)), x, _).

d(U + V, X, DU + DV) :-
    !,
    d(U, X, DU),
    d(V, X, DV).
d(U - V, X, DU - DV) :-
    !,
    d(U, X, DU),
    d(V, X, DV).
d(U * V, X, DU * V + U * DV) :-
    !,
    d(U, X, DU),
    d(V, X, DV).
d(U / V, X, (DU * V - U * DV) / V ^ 2) :-
    !,
    d(U, X, DU),
    d(V, X, DV).
d(U ^ N, X, DU * N * U ^ N1) :-
    !,
    integer(N),
    N1 is N - 1,
    d(U, X, DU).
d(-U, X, -DU) :-
    !,
    d(U, X, DU).
d(exp(U), X, exp(U) * DU) :-
    !,
    d(U, X, DU).
d(log(U), X, DU / U) :-
    !,
    d(U, X, DU).
d(X, X, 1) :-
    !.
d(_, _, 0).

% ---- the driver: works that many times and prints the last answer ----

:- initialization(main).

repetitions(1).

main :-
    repetitions(N),
    run(N).

run(1) :-
    !,
    work(Answer),
    write(Answer),
    nl.
run(N) :-
    \+ \+ work(_),
    N1 is N - 1,
    run(N1).
