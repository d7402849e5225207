% SPDX-License-Identifier: MIT
%
% atoms - makes 300 000 new atoms a time, looks at them and forgets them.

work(Answer) :-
    make(300000, 0, Answer).

make(0, Sum, Sum) :-
    !.
make(N, Sum0, Sum) :-
    number_codes(N, Codes),
    atom_codes(Atom, [0'h, 0'o, 0'r, 0'n, 0'_|Codes]),
    atom_length(Atom, Length),
    Sum1 is Sum0 + Length,
    N1 is N - 1,
    make(N1, Sum1, Sum).

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
