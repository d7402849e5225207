% SPDX-License-Identifier: MIT
%
% The answers of current_op/3 that are still to come stay when a collection happens between two of them.

garbage(0) :- !.
garbage(N) :- atom_length(abc, _), length(L, 3), L = [_|_], N1 is N - 1, garbage(N1).
?- findall(_P, ( current_op(_P, xfx, _O), memberchk(_O, [=, is, -->]), test_size(100000, _N), garbage(_N), garbage_collect ), _Ps), msort(_Ps, L).
   L = [700, 700, 1200].
