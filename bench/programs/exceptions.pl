% SPDX-License-Identifier: MIT
%
% exceptions - 200 000 times: five calls deep, throw a small term, catch it.

work(Answer) :-
    throw_often(200000, 0, Answer).

throw_often(0, Sum, Sum) :-
    !.
throw_often(N, Sum0, Sum) :-
    catch(down(5, N), found(M, _), true),
    Sum1 is Sum0 + M mod 3,
    N1 is N - 1,
    throw_often(N1, Sum1, Sum).

down(0, N) :-
    throw(found(N, because(of, this))).
down(Depth, N) :-
    Depth > 0,
    Depth1 is Depth - 1,
    down(Depth1, N),
    true.

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
