% SPDX-License-Identifier: MIT
%
% Control beyond the standard: soft cut, cleanup, between/3, forall/2, findall/4; long clauses, deep nesting, long
% recursion; exact determinism.

num(1).
num(2).
num(3).

% ---- soft cut ----

soft(X, Y) :- ( num(X), X > 1 *-> Y = yes ; Y = no ).
soft_none(X, Y) :- ( num(X), X > 3 *-> Y = yes ; X = 0, Y = no ).
soft_cut(X, Y) :- ( num(X) *-> !, Y = a ; Y = b ).
soft_cut(z, z).
soft_in_condition(X) :- ( ( num(X), ! ) *-> true ; X = none ).
soft_in_condition(after).
soft_nested(X, Y) :- ( num(X) *-> ( X > 1 *-> num(Y) ; Y = small ) ; Y = never ).
soft_alone(X) :- ( num(X) *-> X > 1 ).
soft_body_fails(X) :- ( num(X) *-> X > 2 ; X = else ).

?- soft(X, Y).
   X = 2, Y = yes
;  X = 3, Y = yes, det.
?- soft_none(X, Y).
   X = 0, Y = no, det.
?- soft_cut(X, Y).
   X = 1, Y = a, det.
?- soft_in_condition(X).
   X = 1
;  X = after, det.
?- soft_nested(X, Y).
   X = 1, Y = small
;  X = 2, Y = 1
;  X = 2, Y = 2
;  X = 2, Y = 3
;  X = 3, Y = 1
;  X = 3, Y = 2
;  X = 3, Y = 3, det.
?- soft_alone(X).
   X = 2
;  X = 3, det.
?- soft_body_fails(X).
   X = 3, det.
?- ( fail *-> X = 1 ; X = 2 ).
   X = 2, det.
?- ( num(X) *-> true ; X = none ), X > 2.
   X = 3, det.
?- G = ( num(X) *-> true ; X = none ), call(G).
   G = ( num(1) *-> true ; 1 = none ), X = 1
;  G = ( num(2) *-> true ; 2 = none ), X = 2
;  G = ( num(3) *-> true ; 3 = none ), X = 3, det.
?- catch(( throw(x) *-> true ; true ), B, true).
   B = x.
?- ( num(X), X > 5 *-> true ), Y = 1.
   false.
?- ( ( true ; true ) *-> X = 1 ; X = 2 ).
   X = 1
;  X = 1, det.

% ---- setup_call_cleanup/3: the cleanup runs once, as soon as it is certain that no answer follows ----

note(X) :- write(X), write(' ').

?- setup_call_cleanup(note(setup), note(goal), note(cleanup)), note(after).
   outputs "setup goal cleanup after ", det.
?- setup_call_cleanup(true, num(X), note(cleanup)), note(X).
   X = 1, outputs "1 "
;  X = 2, outputs "2 "
;  X = 3, outputs "cleanup 3 ", det.
?- setup_call_cleanup(true, fail, note(cleanup)).
   false, outputs "cleanup ".
?- catch(setup_call_cleanup(true, throw(x), note(cleanup)), B, note(B)).
   B = x, outputs "cleanup x ".
?- setup_call_cleanup(true, num(X), note(cleanup)), !, note(X).
   X = 1, outputs "cleanup 1 ", det.
?- once(setup_call_cleanup(true, num(X), note(cleanup))), note(X).
   X = 1, outputs "cleanup 1 ".
?- ( setup_call_cleanup(true, num(_), note(cleanup)) -> note(then) ; true ).
   outputs "cleanup then ".
?- \+ setup_call_cleanup(true, num(_), note(cleanup)).
   false, outputs "cleanup ".
?- catch(( setup_call_cleanup(true, num(X), note(cleanup)), X > 1, throw(out) ), out, note(caught)).
   outputs "cleanup caught ".
?- findall(X, setup_call_cleanup(true, num(X), note(cleanup)), L).
   L = [1, 2, 3], outputs "cleanup ".
?- setup_call_cleanup(true, ( num(X), X > 2 ), Det = true).
   X = 3, Det = true.
?- setup_call_cleanup(true, num(X), Det = true), X >= 2.
   X = 2
;  X = 3, Det = true.
?- setup_call_cleanup(S = 1, G = 2, note(S-G)).
   S = 1, G = 2, outputs "1-2 ".
?- setup_call_cleanup(true, true, fail).
   true.
?- setup_call_cleanup(true, true, throw(cleanup)).
   throws(cleanup).
?- catch(setup_call_cleanup(true, throw(goal), throw(cleanup)), B, true).
   B = goal.
?- catch(setup_call_cleanup(true, fail, throw(cleanup)), B, true).
   B = cleanup.
?- setup_call_cleanup(fail, note(goal), note(cleanup)).
   false, outputs "".
?- setup_call_cleanup(throw(setup), note(goal), note(cleanup)).
   throws(setup), outputs "".
?- setup_call_cleanup(num(X), true, note(X)).
   X = 1, outputs "1 ", det.
?- setup_call_cleanup(true, true, _).
   error(instantiation_error, _).
?- setup_call_cleanup(_, true, true).
   error(instantiation_error, _).
?- setup_call_cleanup(true, _, true).
   error(instantiation_error, _).
?- setup_call_cleanup(true, setup_call_cleanup(true, num(X), note(inner)), note(outer)), X >= 2, !, note(X).
   X = 2, outputs "inner outer 2 ".
?- setup_call_cleanup(true, ( true ; true ), note(c)), note(1), fail.
   false, outputs "1 c 1 ".
?- setup_call_cleanup(true, ( true ; fail ), note(c)), note(1), fail.
   false, outputs "1 c ".
?- setup_call_cleanup(true, ( num(X), ! ), note(c)), note(X).
   X = 1, outputs "c 1 ", det.
?- call_cleanup(num(X), note(c)), X == 3.
   X = 3, outputs "c ", det.
?- setup_call_cleanup(true, X = 1, ( X = 2 ; note(X) )).
   X = 1, outputs "1 ".
?- setup_call_cleanup(true, num(X), ( note(a) ; note(b) )), X == 3.
   X = 3, outputs "a ".

% why a goal is finished

?- setup_call_catcher_cleanup(true, true, C, note(C)).
   C = exit, outputs "exit ", det.
?- setup_call_catcher_cleanup(true, fail, C, note(C)).
   false, outputs "fail ".
?- catch(setup_call_catcher_cleanup(true, throw(x), C, note(C)), B, true).
   B = x, outputs "exception(x) ".
?- setup_call_catcher_cleanup(true, num(X), C, note(C)), !, note(X).
   X = 1, C = !, outputs "! 1 ".
?- setup_call_catcher_cleanup(true, num(X), C, note(C)).
   X = 1
;  X = 2
;  X = 3, C = exit, outputs "exit ", det.
?- setup_call_catcher_cleanup(true, true, fail, note(never)).
   true, outputs "".
?- setup_call_catcher_cleanup(true, fail, exit, note(never)).
   false, outputs "".
?- catch(setup_call_catcher_cleanup(true, throw(x), exception(E), note(E)), x, true).
   outputs "x ".
?- setup_call_catcher_cleanup(note(s), note(g), exit, note(c)).
   outputs "s g c ".
?- setup_call_catcher_cleanup(true, true, _, _).
   error(instantiation_error, _).
?- setup_call_catcher_cleanup(true, true, _, 3).
   error(type_error(callable, 3), _).
?- setup_call_catcher_cleanup(_, true, _, true).
   error(instantiation_error, _).
?- call_cleanup(true, C, note(C)).
   C = exit, outputs "exit ".
?- setup_call_cleanup(true, true, 3).
   error(type_error(callable, 3), _).
?- setup_call_cleanup(true, 3, note(c)).
   error(type_error(callable, 3), _).
?- call_cleanup(fail, note(c)).
   false, outputs "c ".
?- call_cleanup(true, _).
   error(instantiation_error, _).
?- catch(abort, B, true).
   B = '$aborted'.
?- catch(call_cleanup(abort, note(c)), _, note(b)).
   outputs "c b ".

cleanup_loop(0) :- !.
cleanup_loop(N) :-
    setup_call_cleanup(true, num(_), true),
    !,
    N1 is N - 1,
    cleanup_loop(N1).

?- test_size(200000, _N), cleanup_loop(_N).
   det.

% ---- findall/3, findall/4, forall/2 ----

?- findall(X-Y, ( num(X), num(Y), X < Y ), L).
   L = [1-2, 1-3, 2-3], det.
?- findall(X, fail, L).
   L = [], det.
?- findall(X-Z, num(X), L).
   L = [1-_, 2-_, 3-_].
?- findall(X, num(X), [A|B]).
   A = 1, B = [2, 3].
?- findall(X, num(X), [1]).
   false.
?- findall(X, num(X), L, [end]).
   L = [1, 2, 3, end].
?- findall(X, num(X), L, T).
   L = [1, 2, 3|T].
?- findall(X, G, _).
   error(instantiation_error, _).
?- findall(X, 4, _).
   error(type_error(callable, 4), _).
?- findall(X, num(X), [a|b]).
   error(type_error(list, [a|b]), _).
?- findall(X, num(X), a).
   error(type_error(list, a), _).
?- catch(findall(X, ( num(X), ( X < 3 -> true ; throw(at(X)) ) ), _), at(Y), true), findall(X, num(X), L).
   Y = 3, L = [1, 2, 3].
?- findall(L, ( num(X), findall(Y, ( num(Y), Y =< X ), L) ), Ls).
   Ls = [[1], [1, 2], [1, 2, 3]].
?- findall(L, ( num(X), catch(findall(Y, ( num(Y), Y =< X, ( Y < 3 -> true ; throw(e) ) ), L), e, L = caught) ), Ls).
   Ls = [[1], [1, 2], caught].
?- findall(X, ( num(X), ! ), L).
   L = [1].
?- findall(X, ( num(X), once(findall(_, num(_), _)) ), L).
   L = [1, 2, 3].
?- test_size(300000, _N), findall(_X, between(1, _N, _X), _L), length(_L, _N).
   true.
% Answers of all sizes, also larger than what is kept together.
?- findall(_L, ( member(_N, [1, 30, 29, 100000, 2]), numlist(1, _N, _L) ), _Ls), maplist(length, _Ls, Lengths), last(_Ls, Last).
   Lengths = [1, 30, 29, 100000, 2], Last = [1, 2].
?- findall(X, member(X, [_, 1.5, "ab", `ab`, 100000000000000000000, f(_A, _A), a, -1, [_|_], []]), L).
   L = [_, 1.5, "ab", [97, 98], 100000000000000000000, f(A, A), a, -1, [_|_], []].
?- findall(X-Y, ( num(X), atomic_list_concat([dropped_, X], Y), garbage_collect, garbage_collect_atoms ), L).
   L = [1-dropped_1, 2-dropped_2, 3-dropped_3].
?- findall(X, ( num(Y), atomic_list_concat([dropped_, Y], X), garbage_collect, garbage_collect_atoms ), L).
   L = [dropped_1, dropped_2, dropped_3].
?- findall(f(X, Y, X), member(X, [_, a]), L).
   L = [f(A, _, A), f(a, _, a)].
?- forall(num(X), X > 0).
   true, det.
?- forall(num(X), X > 1).
   false.
?- forall(fail, true).
   true.
?- forall(num(X), _).
   error(instantiation_error, _).
?- catch(forall(num(X), throw(X)), B, true).
   B = 1.
?- forall(( num(X), ! ), X =:= 1).
   true.

% ---- between/3 ----

?- between(1, 3, X).
   X = 1
;  X = 2
;  X = 3, det.
?- between(1, 1, X).
   X = 1, det.
?- between(2, 1, _).
   false.
?- between(1, 3, 2).
   true, det.
?- between(1, 3, 4).
   false.
?- between(1, inf, X), X > 4.
   X = 5
;  X = 6
;  ... .
?- between(1, infinite, 100).
   true, det.
?- between(_, 3, _).
   error(instantiation_error, _).
?- between(1, _, _).
   error(instantiation_error, _).
?- between(1, a, _).
   error(type_error(integer, a), _).
?- between(1, 3, a).
   error(type_error(integer, a), _).
?- between(1.0, 3, _).
   error(type_error(integer, 1.0), _).
?- X is 2 ^ 100, Y is X + 2, between(X, Y, Z), Z > X.
   X = 1267650600228229401496703205376, Y = 1267650600228229401496703205378, Z = 1267650600228229401496703205377
;  X = 1267650600228229401496703205376, Y = 1267650600228229401496703205378, Z = 1267650600228229401496703205378, det.
?- L is 2 ^ 60 - 2, H is L + 3, findall(X, between(L, H, X), Xs).
   L = 1152921504606846974, H = 1152921504606846977,
   Xs = [1152921504606846974, 1152921504606846975, 1152921504606846976, 1152921504606846977].
?- between(-1, 1, X).
   X = -1
;  X = 0
;  X = 1, det.

% ---- call/N, once, ignore, apply ----

add(X, Y, Z) :- Z is X + Y.
tuple(A, B, C, D, E, F, G, [A, B, C, D, E, F, G]).

?- call(add(1), 2, X).
   X = 3, det.
?- call(add, 1, 2, X).
   X = 3.
?- call(tuple, a, b, c, d, e, f, g, L).
   L = [a, b, c, d, e, f, g].
?- call(tuple(a), b, c, d, e, f, g, L).
   L = [a, b, c, d, e, f, g].
?- call(call(call(add, 1), 2), X).
   X = 3.
?- call(',', X = 1, Y = 2).
   X = 1, Y = 2.
?- call(;, X = 1, X = 2).
   X = 1
;  X = 2.
?- call((;), fail, num(X)).
   X = 1
;  X = 2
;  X = 3.
?- call(\+, fail).
   true.
?- call(->, true, X = 1).
   X = 1.
?- call(;, ( fail -> true ), X = else).
   X = else.
?- call((num(X), !)), X = 1.
   X = 1, det.
?- call(!), num(X).
   X = 1
;  X = 2
;  X = 3.
?- call(_, 1).
   error(instantiation_error, _).
?- call(1, 2).
   error(type_error(callable, 1), _).
?- call((a, b), 2).
   error(existence_error(procedure, (',')/3), _).
?- call("text", 1).
   error(_, _).
?- once(num(X)).
   X = 1, det.
?- once(fail).
   false.
?- ignore(num(X)).
   X = 1, det.
?- ignore(fail).
   true.
?- ignore(_).
   error(instantiation_error, _).
?- ignore(3).
   error(type_error(callable, 3), _).
?- ignore(( num(X), X > 1 )).
   X = 2, det.
?- not(num(4)).
   true, det.
?- not(num(_)).
   false.
?- not(_).
   error(instantiation_error, _).
?- not(3).
   error(type_error(callable, 3), _).
?- apply(add, [1, 2, X]).
   X = 3, det.
?- apply(add(1), [2, X]).
   X = 3.
?- apply(num, [X]), X > 1.
   X = 2
;  X = 3.
?- apply(fail, []).
   false.
?- apply(_, [a]).
   error(instantiation_error, _).
?- apply(add, _).
   error(instantiation_error, _).
?- apply(add, [1|_]).
   error(instantiation_error, _).
?- apply(add, [1|a]).
   error(type_error(list, [1|a]), _).
?- apply(3, [a]).
   error(type_error(callable, 3), _).
?- forall(_, true).
   error(instantiation_error, _).
?- forall(3, true).
   error(type_error(callable, 3), _).
?- forall(num(_), 3).
   error(type_error(callable, 3), _).
?- \+ ( num(X), X > 3 ).
   true.
?- num(X), call(( X > 1, ! ; fail )).
   X = 2
;  X = 3.

% ---- nested disjunctions ----

or1(X) :- ( X = 1 ; ( X = 2 ; X = 3 ), true ; X = 4 ).
or2(X, Y) :- ( X = 1 ; X = 2 ), ( Y = a ; Y = b ).
or3(X, Y, Z) :- ( X = 1, ( Y = 1 ; Y = 2, ( Z = 1 ; Z = 2 ) ) ; X = 2 ), ( var(Z) -> Z = none ; true ).
or4(X) :- ( ( ( ( X = 1 ; fail ) ; fail ) ; X = 2 ) ; fail ).
or5(X, Y) :- ( X = f(A), A = 1 ; X = g(A), A = 2 ), Y = A.
or6(X, Y) :- ( true ; X = f(_) ), ( true ; Y = g(_) ), ( nonvar(X), nonvar(Y) -> true ; fail ).

?- or1(X).
   X = 1
;  X = 2
;  X = 3
;  X = 4, det.
?- or2(X, Y).
   X = 1, Y = a
;  X = 1, Y = b
;  X = 2, Y = a
;  X = 2, Y = b, det.
?- or3(X, Y, Z).
   X = 1, Y = 1, Z = none
;  X = 1, Y = 2, Z = 1
;  X = 1, Y = 2, Z = 2
;  X = 2, Z = none.
?- or4(X).
   X = 1
;  X = 2
;  false.
?- or5(X, Y).
   X = f(1), Y = 1
;  X = g(2), Y = 2.
?- or6(X, Y).
   X = f(_), Y = g(_), det.

% ---- long chains and long clauses, generated ----

:- dynamic(chain500/2).
:- dynamic(goals1000/2).
:- dynamic(or1000/1).
:- dynamic(deep_or/1).
:- dynamic(nested_if/2).
:- dynamic(many_clauses/2).

if_chain(N, N, _, Y, Y = none) :- !.
if_chain(I, N, X, Y, ( X =:= I -> Y = f(I, X) ; Rest )) :-
    I1 is I + 1,
    if_chain(I1, N, X, Y, Rest).

?- retractall(chain500(_, _)), if_chain(0, 500, _X, _Y, _B), assertz((chain500(_X, _Y) :- _B)),
   chain500(0, A0), chain500(250, A1), chain500(499, A2), chain500(500, A3), findall(_V, ( member(_W, [3, 2]), chain500(_W, _V) ), L).
   A0 = f(0, 0), A1 = f(250, 250), A2 = f(499, 499), A3 = none, L = [f(3, 3), f(2, 2)].
?- chain500(499, X).
   X = f(499, 499), det.
?- clause(chain500(_, _), _B), if_chain(0, 500, _X, _Y, _C), subsumes_term(_B, _C), subsumes_term(_C, _B).
   true.

goal_chain(N, N, X, X, true) :- !.
goal_chain(I, N, X, Z, ( add(X, 1, Y), G )) :-
    I1 is I + 1,
    goal_chain(I1, N, Y, Z, G).

?- goal_chain(0, 1000, _X, _Z, _G), assertz((goals1000(_X, _Z) :- _G)), goals1000(5, R).
   R = 1005, det.

or_chain(N, N, X, X = N) :- !.
or_chain(I, N, X, ( X = I ; G )) :-
    I1 is I + 1,
    or_chain(I1, N, X, G).

left_or_chain(N, N, X, X = N) :- !.
left_or_chain(I, N, X, ( G ; X = I )) :-
    I1 is I + 1,
    left_or_chain(I1, N, X, G).

?- or_chain(1, 1000, _X, _G), assertz((or1000(_X) :- _G)), findall(_Y, or1000(_Y), _L), length(_L, N), last_of(_L, Z).
   N = 1000, Z = 1000.
?- or1000(1000).
   true.
?- left_or_chain(1, 1000, _X, _G), assertz((deep_or(_X) :- _G)), findall(_Y, deep_or(_Y), _L), length(_L, N), _L = [A|_], last_of(_L, Z).
   N = 1000, A = 1000, Z = 1.

last_of([X], X) :- !.
last_of([_|Xs], X) :-
    last_of(Xs, X).

% Nesting in the condition.
nest_if(0, X, Y, ( X > 0 -> Y = pos ; Y = neg )) :- !.
nest_if(N, X, Y, ( ( C, Z = pos ) -> Y = Z ; Y = neg )) :-
    N1 is N - 1,
    nest_if(N1, X, Z, C).

?- nest_if(200, _X, _Y, _G), assertz((nested_if(_X, _Y) :- _G)), nested_if(1, A), nested_if(0, B).
   A = pos, B = neg.

nest_not(0, G, G) :- !.
nest_not(N, G, \+ H) :-
    N1 is N - 1,
    nest_not(N1, G, H).

?- nest_not(301, fail, _G), call(_G).
   true, det.
?- nest_not(300, fail, _G), call(_G).
   false.

conj(0, true) :- !.
conj(N, ( G, true )) :-
    N1 is N - 1,
    conj(N1, G).

?- test_size(100000, _N), conj(_N, _G), call(_G).
   true, det.

% ---- iteration and recursion ----

count_to(N, N) :- !.
count_to(I, N) :-
    I1 is I + 1,
    count_to(I1, N).

len([], 0).
len([_|T], N) :-
    len(T, N0),
    N is N0 + 1.

make_list(0, []) :- !.
make_list(N, [N|T]) :-
    N1 is N - 1,
    make_list(N1, T).

depth(0) :- !.
depth(N) :-
    N1 is N - 1,
    depth(N1),
    true.

failing(N) :-
    between(1, N, X),
    X >= N,
    !.

loop_catch(0) :- !.
loop_catch(N) :-
    catch(num(_), _, true),
    !,
    N1 is N - 1,
    loop_catch(N1).

throw_loop(0) :- !.
throw_loop(N) :-
    catch(throw(f(N, _)), f(M, _), true),
    M == N,
    N1 is N - 1,
    throw_loop(N1).

deep_throw(0) :- !, throw(bottom).
deep_throw(N) :-
    N1 is N - 1,
    deep_throw(N1),
    true.

?- test_size(10000000, _N), count_to(0, _N).
   det.
?- test_size(2000000, _N), depth(_N).
   det.
?- test_size(2000000, _N), make_list(_N, _L), len(_L, _M), _M =:= _N.
   det.
?- test_size(2000000, _N), failing(_N).
   det.
?- test_size(300000, _N), loop_catch(_N).
   det.
?- test_size(200000, _N), throw_loop(_N).
   det.
?- test_size(1000000, _N), catch(deep_throw(_N), B, true).
   B = bottom, det.
?- test_size(500000, _N), catch(( between(1, _N, _X), _X >= _N, throw(x) ), B, true).
   B = x.

% Unbounded recursion ends in an error that can be caught, and the memory comes back.
run_away(X) :-
    run_away(f(X)),
    true.

% ---- exact determinism ----

colour(red, 1, f(a)).
colour(green, 2, f(b)).
colour(blue, 3, g(a)).
colour(red2, 3, h).

mixed(a, 1).
mixed(b, 2).
mixed(_, 3).
mixed(c, 4).

append_([], L, L).
append_([H|T], L, [H|R]) :-
    append_(T, L, R).

last_([X], X).
last_([_|Xs], X) :-
    last_(Xs, X).

classify(X, neg) :- X < 0.
classify(0, zero).
classify(X, pos) :- X > 0.

tree(nil, _, false).
tree(t(_, K, _), K, true) :- !.
tree(t(L, K, _), X, R) :- X < K, tree(L, X, R).
tree(t(_, K, R0), X, R) :- X > K, tree(R0, X, R).

?- member(X, [1, 2, 3]).
   X = 1
;  X = 2
;  X = 3, det.
?- member(3, [1, 2, 3]).
   true, det.
?- member(X, [a]).
   X = a, det.
?- member(X, "ab").
   X = a
;  X = b, det.
?- memberchk(2, [1, 2, 3, 2]).
   true, det.
?- append_(X, Y, [1]).
   X = [], Y = [1]
;  X = [1], Y = [], det.
?- append_([1, 2], [3], L).
   L = [1, 2, 3], det.
?- append_(X, [3], [1, 2, 3]).
   X = [1, 2]
;  false.
?- append(X, Y, [1, 2]).
   X = [], Y = [1, 2]
;  X = [1], Y = [2]
;  X = [1, 2], Y = [], det.
?- last_([1, 2, 3], X).
   X = 3
;  false.
?- last([1, 2, 3], X).
   X = 3, det.
?- select(X, [a, b], R).
   X = a, R = [b]
;  X = b, R = [a], det.
?- nth0(1, [a, b, c], X).
   X = b, det.
?- nth1(I, [a, b, c], c).
   I = 3, det.
?- nth1(I, [a, b], X).
   I = 1, X = a
;  I = 2, X = b, det.
?- colour(green, X, _).
   X = 2, det.
?- colour(X, 2, _).
   X = green, det.
?- colour(X, _, h).
   X = red2, det.
?- colour(X, 3, _).
   X = blue
;  X = red2, det.
?- colour(X, 3, g(_)).
   X = blue, det.
?- colour(X, _, f(_)).
   X = red
;  X = green, det.
?- colour(X, _, _), X == red2.
   X = red2, det.
?- mixed(a, X).
   X = 1
;  X = 3, det.
?- mixed(c, X).
   X = 3
;  X = 4, det.
?- mixed(z, X).
   X = 3, det.
?- mixed(c, 4).
   true, det.
?- mixed(X, 4).
   X = c, det.
?- classify(0, X).
   X = zero
;  false.
?- classify(-1, X).
   X = neg
;  false.
?- classify(1, X).
   X = pos, det.
?- tree(t(nil, 5, t(nil, 7, nil)), 7, R).
   R = true, det.
?- tree(t(nil, 5, t(nil, 7, nil)), 8, R).
   R = false, det.

:- dynamic(fact/2).
fact(a, 1).
fact(b, 2).
fact(c, 3) :- true.

?- clause(fact(b, X), B).
   X = 2, B = true, det.
?- clause(fact(X, 3), _).
   X = c, det.
?- clause(fact(X, Y), B).
   X = a, Y = 1, B = true
;  X = b, Y = 2, B = true
;  X = c, Y = 3, B = true, det.
?- retract(fact(b, X)).
   X = 2, det.
?- retract(fact(X, _)).
   X = a
;  X = c, det.
?- retract(fact(_, _)).
   false.
?- assertz(fact(x, 1)), retract(fact(x, _)).
   det.
?- current_op(P, xfx, is).
   P = 700, det.
?- atom_length(abc, X).
   X = 3, det.
?- sub_atom(abc, B, 1, 0, S).
   B = 2, S = c, det.
?- sub_atom(abc, 1, 1, A, S).
   A = 1, S = b, det.
?- atom_concat(X, c, abc).
   X = ab, det.
?- atom_concat(X, Y, a).
   X = '', Y = a
;  X = a, Y = '', det.
?- length(L, 2).
   L = [_, _], det.
?- catch(colour(blue, X, _), _, true).
   X = 3, det.
?- catch(num(X), _, true).
   X = 1
;  X = 2
;  X = 3, det.
?- ( X = 1 ; X = 2 ).
   X = 1
;  X = 2, det.
?- ( fail ; X = 2 ).
   X = 2, det.
?- repeat, !.
   det.
?- bagof(X, num(X), L).
   L = [1, 2, 3], det.
?- bagof(X, member(X-Y, [1-a, 2-b, 3-a]), L).
   Y = a, L = [1, 3]
;  Y = b, L = [2], det.
?- findall(X, num(X), L).
   L = [1, 2, 3], det.
?- call(colour, green, X, Y).
   X = 2, Y = f(b), det.

% Goals without end
endless(Goal, Type) :-
    catch(Goal, error(type_error(Type, _), _), true).

?- _X = call(_X), endless(_X, T).
   T = acyclic_term.
?- _X = call(user:_X), endless(call(_X, a), T).
   T = acyclic_term.
?- call(call(call(member(X), [a]))).
   X = a.
?- call(call(( member(X, [a, b]), ! ))).
   X = a.
?- call(call(_)).
   error(instantiation_error, _).
?- _L = [capture(user_error)|_L], endless(with_output_to(string(_), true, _L), T).
   T = list.
?- _L = [case_sensitive(true)|_L], endless(wildcard_match(a, a, _L), T).
   T = list.
