% SPDX-License-Identifier: MIT
%
% Global variables.

fill(N) :-
    length(L, N),
    nb_setval(test_big, big(L, L)).

?- nb_setval(test_a, f(X, Y, X)), nb_getval(test_a, V).
   V = f(A, _, A).
?- nb_getval(test_a, V).
   V = f(A, _, A).
?- nb_setval(test_a, 1), nb_getval(test_a, V).
   V = 1.
?- nb_setval(test_a, "text"), nb_getval(test_a, V).
   V = "text".
?- nb_setval(test_a, 2.5), nb_getval(test_a, V).
   V = 2.5.
?- ( nb_setval(test_a, 7), fail ; nb_getval(test_a, V) ).
   V = 7.
?- nb_getval(test_unknown, _).
   error(existence_error(variable, test_unknown), _).
?- nb_getval(_, _).
   error(instantiation_error, _).
?- nb_setval(f(x), 1).
   error(type_error(atom, f(x)), _).
?- b_setval(test_b, X), X = 5, b_getval(test_b, V).
   X = 5, V = 5.
?- b_setval(test_b, f(X)), b_getval(test_b, f(Y)), Y = 1.
   X = 1, Y = 1.
?- b_setval(test_c, 1), ( b_setval(test_c, 2), fail ; b_getval(test_c, V) ).
   V = 1.
?- b_getval(test_c, _).
   error(existence_error(variable, test_c), _).
?- nb_setval(test_d, 1), ( b_setval(test_d, 2), b_getval(test_d, 2), fail ; b_getval(test_d, V) ).
   V = 1.
?- b_setval(test_d, 2), nb_getval(test_d, V).
   V = 2.
?- b_setval(test_d, 2), nb_setval(test_d, 3), b_getval(test_d, V).
   V = 3.
?- fill(200), nb_getval(test_big, big(_L, _M)), _L == _M, length(_L, N).
   N = 200.
?- fill(200), nb_getval(test_big, _A), nb_getval(test_big, _B), _A == _B, fill(300), nb_getval(test_big, big(_L, _)), length(_L, N).
   N = 300.
?- fill(200), ( nb_getval(test_big, big([x|_], _)), fill(100), fail ; nb_getval(test_big, big([_Y|_], _)) ), var(_Y).
   true.
?- ( between(1, 100, _I), atomic_list_concat([test_many_, _I], _K), b_setval(_K, f(_I)), fail ; true ).
   true.
?- findall(_I, ( between(1, 50, _I), atomic_list_concat([test_many_, _I], _K), b_setval(_K, f(_I)), b_getval(_K, f(_I)) ), _L), length(_L, N).
   N = 50.
?- nb_setval(test_e, here), findall(_V, nb_current(test_e, _V), L).
   L = [here].
?- nb_current(test_nowhere, _).
   false.
?- nb_setval(test_f, only_here), nb_current(K, only_here), !.
   K = test_f.
% A compound value is the same term at every nb_getval/2: what one binds or assigns, the next one sees.
?- nb_setval(test_e, f(_, a)), nb_getval(test_e, f(_A, _)), _A = bound, nb_getval(test_e, V).
   V = f(bound, a).
?- nb_setval(test_e, f(x, a)), nb_getval(test_e, _T), setarg(1, _T, y), nb_getval(test_e, V).
   V = f(y, a).
?- nb_setval(test_e, f(_, a)), ( nb_getval(test_e, f(_A, _)), _A = bound, fail ; nb_getval(test_e, f(_B, _)), ( var(_B) -> R = free ; R = _B ) ).
   R = free.

?- nb_linkval(linked, f(a)), nb_getval(linked, V).
   V = f(a).
