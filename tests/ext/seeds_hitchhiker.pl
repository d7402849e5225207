% SPDX-License-Identifier: MIT
%
% The programs of Tarau's "A Hitchhiker's Guide to Reinventing a Prolog Machine": the two-clause meta-interpreter, the
% programs of its table, indexing on any argument.

% ---- the meta-interpreter (2.1) ----

metaint([]).
metaint([G|Gs]) :-
    cls([G|Bs], Gs),
    metaint(Bs).

cls([add(0, X, X)|Tail], Tail).
cls([add(s(X), Y, s(Z)), add(X, Y, Z)|Tail], Tail).
cls([goal(R), add(s(s(0)), s(s(0)), R)|Tail], Tail).

?- metaint([goal(R)]).
   R = s(s(s(s(0)))).
?- metaint([add(X, Y, s(s(0)))]).
   X = 0, Y = s(s(0))
;  X = s(0), Y = s(0)
;  X = s(s(0)), Y = 0.
?- metaint([add(s(0), X, Y)]).
   Y = s(X).
?- metaint([no_such_goal]).
   false.

% ---- equations rebuild the clause (2.2) ----

?- T = add(SX, Y, SZ), SX = s(X), SZ = s(Z).
   T = add(s(X), Y, s(Z)), SX = s(X), SZ = s(Z).
?- SX = s(X), SZ = s(Z), T = add(SX, Y, SZ), C = [T, add(X, Y, Z)].
   C = [add(s(X), Y, s(Z)), add(X, Y, Z)], T = add(s(X), Y, s(Z)), SX = s(X), SZ = s(Z).

% ---- queens by sliding lists: no arithmetic ----

queens(Queens, Rows) :-
    as_long(Queens, Rows),
    put_all(Queens, Rows, _, _).

as_long([], []).
as_long([_|Xs], [_|Ys]) :-
    as_long(Xs, Ys).

put_all([], _, _, _).
put_all([Queen|Queens], Rows, Rising, [_|Falling]) :-
    put_all(Queens, Rows, [_|Rising], Falling),
    put(Queen, Rows, Rising, Falling).

put(Queen, [Queen|_], [Queen|_], [Queen|_]).
put(Queen, [_|Rows], [_|Rising], [_|Falling]) :-
    put(Queen, Rows, Rising, Falling).

numbers_down(0, []) :- !.
numbers_down(N, [N|Ns]) :-
    N1 is N - 1,
    numbers_down(N1, Ns).

queens_count(N, Count) :-
    numbers_down(N, Queens),
    findall(x, queens(Queens, _), Found),
    length(Found, Count).

?- queens_count(4, N).
   N = 2.
?- queens_count(6, N).
   N = 4.
?- queens_count(8, N).
   N = 92.
?- queens([1, 2, 3, 4], Rows).
   Rows = [2, 4, 1, 3]
;  Rows = [3, 1, 4, 2].
% The table's size, called 11 queens there: rows 0 to 11.
?- test_size(100, _Percent), ( _Percent < 100 -> N = 14200 ; queens_count(12, N) ).
   N = 14200.
?- test_size(100, _Percent), ( _Percent < 50 -> N = 2680 ; queens_count(11, N) ).
   N = 2680.

% ---- permutations and naive reverse ----

perm([], []).
perm([X|Xs], Zs) :-
    perm(Xs, Ys),
    sel(X, Zs, Ys).

sel(X, [X|Xs], Xs).
sel(X, [Y|Xs], [Y|Ys]) :-
    sel(X, Xs, Ys).

nrev([], []).
nrev([X|Xs], Zs) :-
    nrev(Xs, Ys),
    concatenate(Ys, [X], Zs).

concatenate([], Xs, Xs).
concatenate([X|Xs], Ys, [X|Zs]) :-
    concatenate(Xs, Ys, Zs).

perms_count(N, Count) :-
    numbers_down(N, Down),
    nrev(Down, Up),
    findall(x, ( nrev(Up, Zs), perm(Up, Zs), perm(Zs, Up) ), Found),
    length(Found, Count).

?- perm([a, b, c], P).
   P = [a, b, c]
;  P = [b, a, c]
;  P = [b, c, a]
;  P = [a, c, b]
;  P = [c, a, b]
;  P = [c, b, a].
?- perms_count(7, N).
   N = 1.
?- test_size(100, _Percent), ( _Percent < 100 -> N = 1 ; perms_count(11, N) ).
   N = 1.

% ---- sudoku 4x4 ----

board(Rows) :-
    views([Rows|Views]),
    all_views([Rows|Views], [1, 2, 3, 4]).

views([[[A1, A2, A3, A4], [B1, B2, B3, B4], [C1, C2, C3, C4], [D1, D2, D3, D4]],
       [[A1, B1, C1, D1], [A2, B2, C2, D2], [A3, B3, C3, D3], [A4, B4, C4, D4]],
       [[A1, A2, B1, B2], [A3, A4, B3, B4], [C1, C2, D1, D2], [C3, C4, D3, D4]]]).

all_views([], _).
all_views([View|Views], Numbers) :-
    all_lines(View, Numbers),
    all_views(Views, Numbers).

all_lines([], _).
all_lines([Line|Lines], Numbers) :-
    permutation_by_insertion(Numbers, Line),
    all_lines(Lines, Numbers).

permutation_by_insertion([], []).
permutation_by_insertion([X|Xs], Zs) :-
    permutation_by_insertion(Xs, Ys),
    insert(X, Ys, Zs).

insert(X, Xs, [X|Xs]).
insert(X, [Y|Xs], [Y|Ys]) :-
    insert(X, Xs, Ys).

?- findall(Rest, board([[1, 2, 3, 4], [3, 4, 1, 2]|Rest]), L).
   L = [[[2, 3, 4, 1], [4, 1, 2, 3]], [[2, 1, 4, 3], [4, 3, 2, 1]], [[4, 1, 2, 3], [2, 3, 4, 1]],
        [[4, 3, 2, 1], [2, 1, 4, 3]]].
?- test_size(100, _Percent), ( _Percent < 50 -> N = 288 ; findall(x, board(_), _L), length(_L, N) ).
   N = 288.

% ---- permutations through the meta-interpreter ----

pcls([sel(X, [X|Xs], Xs)|Tail], Tail).
pcls([sel(X, [Y|Xs], [Y|Ys]), sel(X, Xs, Ys)|Tail], Tail).
pcls([perm([], [])|Tail], Tail).
pcls([perm([X|Xs], Zs), perm(Xs, Ys), sel(X, Zs, Ys)|Tail], Tail).

pmeta([]).
pmeta([G|Gs]) :-
    pcls([G|Bs], Gs),
    pmeta(Bs).

meta_perms_count(N, Count) :-
    numbers_down(N, Down),
    nrev(Down, Up),
    findall(x, pmeta([perm(Up, Down), perm(Down, Up)]), Found),
    length(Found, Count).

?- findall(P, pmeta([perm([a, b, c], P)]), L), findall(P, perm([a, b, c], P), L).
   L = [[a, b, c], [b, a, c], [b, c, a], [a, c, b], [c, a, b], [c, b, a]].
?- meta_perms_count(6, N).
   N = 1.
?- test_size(100, _Percent), ( _Percent < 100 -> N = 1 ; meta_perms_count(11, N) ).
   N = 1.

% ---- indexing on any argument (5) ----

fact(a, 1, x(1), "one").
fact(b, 2, x(2), "two").
fact(c, 3, y(3), "three").
fact(d, 4, y(4), [q]).
fact(e, 4, z, []).
fact(f, 5.5, _, 100000000000000000000).

?- fact(c, N, T, _).
   N = 3, T = y(3), det.
?- fact(X, 2, _, _).
   X = b, det.
?- fact(X, _, z, _).
   X = e
;  X = f.
?- fact(X, _, _, []).
   X = e, det.
?- fact(X, _, _, "two").
   X = b
;  false.
?- fact(X, _, _, [t, h|_]).
   X = c
;  false.
?- fact(X, 4, y(_), _).
   X = d, det.
?- fact(X, 5.5, _, _).
   X = f, det.
?- fact(X, _, _, 100000000000000000000).
   X = f, det.
?- fact(X, 4, _, _).
   X = d
;  X = e, det.
?- fact(X, 9, _, _).
   false.
?- findall(X, fact(X, _, _, _), L).
   L = [a, b, c, d, e, f].

:- dynamic(big_fact/3).

fill_facts(0) :- !.
fill_facts(N) :-
    atom_number_name(N, K),
    assertz(big_fact(K, N, g(N))),
    N1 is N - 1,
    fill_facts(N1).

atom_number_name(N, K) :-
    number_codes(N, Codes),
    atom_codes(K, [0'k|Codes]).

?- test_size(50000, _N), fill_facts(_N), _M is (_N + 1) // 2, atom_number_name(_M, _K),
   big_fact(_K, _A, _), big_fact(_B, _M, _), _A == _M, _B == _K.
   det.
?- big_fact(k7, X, _).
   X = 7, det.
?- big_fact(X, 7, _).
   X = k7, det.
?- big_fact(X, _, g(7)).
   X = k7
;  false.
?- big_fact(k7, 8, _).
   false.
?- big_fact(X, Y, Z), Y =< 2.
   X = k2, Y = 2, Z = g(2)
;  X = k1, Y = 1, Z = g(1), det.

% ---- failing matches build nothing; unification is not recursive (4.1) ----

nested(0, T, T) :- !.
nested(N, T0, T) :-
    N1 is N - 1,
    nested(N1, s(T0), T).

?- test_size(300000, _N), nested(_N, 0, _X), nested(_N, 0, _Y), _X = _Y, _X == _Y, copy_term(_X, _Z), _Z == _Y.
   true.
?- test_size(300000, _N), nested(_N, _A, _X), nested(_N, b, _Y), _X = _Y.
   true.
?- test_size(300000, N), nested(N, a, X), nested(N, b, Y), X = Y.
   false.
