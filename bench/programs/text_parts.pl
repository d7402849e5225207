% SPDX-License-Identifier: MIT
%
% text_parts - atoms taken apart and put together: atom_codes, atom_chars, sub_atom, atom_concat, atomic_list_concat.

work(Answer) :-
    churn(60000, 0, Answer).

churn(0, Sum, Sum) :-
    !.
churn(N, Sum0, Sum) :-
    M is N mod 1000,
    atomic_list_concat([path, M, 'file name', to_be, N], /, Path),
    atom_codes(Path, Codes),
    stars(Codes, Starred),
    atom_codes(Atom, Starred),
    atom_length(Atom, Length),
    atomic_list_concat(Parts, /, Path),
    atomic_list_concat(Parts, Joined),
    atom_chars(Joined, Chars),
    initials(Chars, Count),
    sub_atom(Path, Before, _, _, to_be),
    sub_atom(Path, 0, Before, _, Front),
    sub_atom(Path, _, 5, 0, Back),
    atom_concat(Back, Front, Turned),
    findall(B, sub_atom(Turned, B, 1, _, e), Es),
    findall(X, atom_concat(X, _, Back), Prefixes),
    total(Es, 0, Sum1),
    last_length(Prefixes, Longest),
    Sum2 is Sum0 + Length + Count + Sum1 + Longest,
    N1 is N - 1,
    churn(N1, Sum2, Sum).

% Slashes become stars.
stars([], []).
stars([C|Cs], [D|Ds]) :-
    (   C =:= 0'/
    ->  D = 0'*
    ;   D = C
    ),
    stars(Cs, Ds).

initials([], 0).
initials([C|Cs], Count) :-
    initials(Cs, Count0),
    (   C == e
    ->  Count is Count0 + 1
    ;   Count = Count0
    ).

total([], Sum, Sum).
total([X|Xs], Sum0, Sum) :-
    Sum1 is Sum0 + X,
    total(Xs, Sum1, Sum).

last_length([Atom], Length) :-
    !,
    atom_length(Atom, Length).
last_length([_|Atoms], Length) :-
    last_length(Atoms, Length).

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
