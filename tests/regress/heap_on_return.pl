% SPDX-License-Identifier: MIT
%
% Cells that clauses wrote after their last call, on the way back from a deep recursion, were not asked for: the heap could overflow.

build(0, []).
build(N, L) :-
    N > 0,
    M is N - 1,
    build(M, L0),
    L = [f(N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N)|L0].

?- test_size(200000, _N), build(_N, _L), length(_L, _K), _K =:= _N.
   true.
?- with_output_to(atom(_A), vm_listing(build/2)), once(sub_atom(_A, _, _, _, '    need 43\n')).
   true.
