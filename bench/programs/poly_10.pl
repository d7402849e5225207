% SPDX-License-Identifier: MIT
%
% poly_10 - raises 1 + x + y + z to the tenth power. A polynomial is a number or poly(Variable, Terms) with terms
% term(Exponent, Coefficient), exponents rising, coefficients polynomials in later variables. Structures, comparisons.

work(Answer) :-
    base(Base),
    power(10, Base, Power),
    constant(Power, Constant),
    sum_of(Power, Sum),
    Answer = Constant-Sum.

base(Base) :-
    add(poly(x, [term(0, 1), term(1, 1)]), poly(y, [term(1, 1)]), Sum),
    add(poly(z, [term(1, 1)]), Sum, Base).

power(0, _, 1) :-
    !.
power(N, Base, Power) :-
    N1 is N - 1,
    power(N1, Base, Power1),
    multiply(Base, Power1, Power).

before(x, y).
before(x, z).
before(y, z).

add(poly(V, Terms1), poly(V, Terms2), poly(V, Terms)) :-
    !,
    add_terms(Terms1, Terms2, Terms).
add(poly(V1, Terms1), poly(V2, Terms2), poly(V1, Terms)) :-
    before(V1, V2),
    !,
    add_to_constant(Terms1, poly(V2, Terms2), Terms).
add(Poly, poly(V2, Terms2), poly(V2, Terms)) :-
    !,
    add_to_constant(Terms2, Poly, Terms).
add(poly(V, Terms1), Number, poly(V, Terms)) :-
    !,
    add_to_constant(Terms1, Number, Terms).
add(Number1, Number2, Number) :-
    Number is Number1 + Number2.

add_to_constant([term(0, C1)|Terms], C2, [term(0, C)|Terms]) :-
    !,
    add(C1, C2, C).
add_to_constant(Terms, C, [term(0, C)|Terms]).

add_terms([], Terms, Terms) :-
    !.
add_terms(Terms, [], Terms) :-
    !.
add_terms([term(E, C1)|Terms1], [term(E, C2)|Terms2], [term(E, C)|Terms]) :-
    !,
    add(C1, C2, C),
    add_terms(Terms1, Terms2, Terms).
add_terms([term(E1, C1)|Terms1], [term(E2, C2)|Terms2], [term(E1, C1)|Terms]) :-
    E1 < E2,
    !,
    add_terms(Terms1, [term(E2, C2)|Terms2], Terms).
add_terms(Terms1, [Term|Terms2], [Term|Terms]) :-
    add_terms(Terms1, Terms2, Terms).

multiply(poly(V, Terms1), poly(V, Terms2), poly(V, Terms)) :-
    !,
    multiply_terms(Terms1, Terms2, Terms).
multiply(poly(V1, Terms1), poly(V2, Terms2), poly(V1, Terms)) :-
    before(V1, V2),
    !,
    multiply_by_constant(Terms1, poly(V2, Terms2), Terms).
multiply(Poly, poly(V2, Terms2), poly(V2, Terms)) :-
    !,
    multiply_by_constant(Terms2, Poly, Terms).
multiply(poly(V, Terms1), Number, poly(V, Terms)) :-
    !,
    multiply_by_constant(Terms1, Number, Terms).
multiply(Number1, Number2, Number) :-
    Number is Number1 * Number2.

multiply_by_constant([], _, []).
multiply_by_constant([term(E, C1)|Terms1], C2, [term(E, C)|Terms]) :-
    multiply(C1, C2, C),
    multiply_by_constant(Terms1, C2, Terms).

multiply_terms([], _, []).
multiply_terms([Term|Terms1], Terms2, Terms) :-
    multiply_by_term(Terms2, Term, Part),
    multiply_terms(Terms1, Terms2, Rest),
    add_terms(Part, Rest, Terms).

multiply_by_term([], _, []).
multiply_by_term([term(E1, C1)|Terms1], term(E2, C2), [term(E, C)|Terms]) :-
    E is E1 + E2,
    multiply(C1, C2, C),
    multiply_by_term(Terms1, term(E2, C2), Terms).

constant(poly(_, [term(0, C)|_]), Constant) :-
    !,
    constant(C, Constant).
constant(Number, Number).

% The sum of all coefficients, which is the value where every variable is 1: here 4 to the tenth.
sum_of(poly(_, Terms), Sum) :-
    !,
    sum_of_terms(Terms, 0, Sum).
sum_of(Number, Number).

sum_of_terms([], Sum, Sum).
sum_of_terms([term(_, C)|Terms], Sum0, Sum) :-
    sum_of(C, Part),
    Sum1 is Sum0 + Part,
    sum_of_terms(Terms, Sum1, Sum).

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
