% SPDX-License-Identifier: MIT
%
% Packed text is a list of characters in all that a program can see. Each query runs a goal on one text in all the ways in
% which the list can lie in memory, and wants the same answers, in the same order, or the same error.

:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(pairs)).
:- use_module(library(assoc)).
:- use_module(library(aggregate)).
:- use_module(library(solution_sequences)).
:- use_module(library(readutil)).

:- dynamic(stored/1).
:- dynamic(stored/2).

% ---- texts, and how they lie ----

text('').
text(a).
text(abc).
text(cab).
text('hello world').
text('größte').
text('12').
text('f(x, Y).').
text(Atom) :-
    atom_codes(Atom, [0'a, 0, 0'b]).
text(Atom) :-
    atom_codes(Atom, [0, 0, 0'b, 0]).
text(Atom) :-
    atom_codes(Atom, [0x1f600, 0'a, 0x10ffff, 0x800, 0'b]).

% Longer than a block; the end of the first block falls into a character of several bytes, or NUL stands around it.
long_text(Atom) :-
    repeated("0123456789abcdefg\xe4\\x20ac\\x1f600\", 4000, Atom).
long_text(Atom) :-
    repeated("a", 65527, Before),
    char_code(Nul, 0),
    repeated("xyz", 30000, After),
    atomic_list_concat([Before, Nul, b, Nul, Nul, After, Nul], Atom).

repeated(Chars, Full, Atom) :-
    test_size(Full, Times),
    atom_chars(Part, Chars),
    findall(Part, between(1, Times, _), Parts),
    atomic_list_concat(Parts, Atom).

% The list of the characters of Atom: cells; packed; packed and looked at from its second character; cells before packed text;
% packed text whose tail was bound later to cells; packed in pieces.
lie(cells, Atom, List) :-
    atom_chars(Atom, Chars),
    cells(Chars, [], List).
lie(packed, Atom, List) :-
    atom_chars(Atom, List).
lie(inside, Atom, List) :-
    atom_concat('\xe4\z', Atom, Longer),
    atom_chars(Longer, [_, _|List]).
lie(behind, Atom, List) :-
    atom_chars(Atom, Chars),
    first_cell(Chars, List).
lie(before, Atom, List) :-
    atom_length(Atom, Length),
    Half is Length // 2,
    sub_atom(Atom, 0, Half, Rest, Front),
    sub_atom(Atom, _, Rest, 0, Back),
    atom_chars(Back, Chars),
    cells(Chars, [], Cells),
    open_text(Front, List, Cells).
lie(pieces, Atom, List) :-
    atom_length(Atom, Length),
    Half is Length // 2,
    sub_atom(Atom, 0, Half, Rest, Front),
    sub_atom(Atom, _, Rest, 0, Back),
    open_text(Front, List, Tail),
    atom_chars(Back, Tail).

first_cell([], []).
first_cell([C|Cs], [C|Cs]).

cells([], Tail, Tail).
cells([C|Cs], Tail, [C|Ds]) :-
    cells(Cs, Tail, Ds).

% The characters of Atom as packed text from List to the unbound Tail.
open_text(Atom, List, Tail) :-
    open_string(Atom, Stream),
    open_text_rest(Stream, List, Tail),
    close(Stream).

open_text_rest(Stream, List, Tail) :-
    '$read_text'(Stream, chars, 8192, '', List, Rest, End),
    (   End == []
    ->  open_text_rest(Stream, Rest, Tail)
    ;   Rest = Tail
    ).

% Lists that end in a variable.
partial(cells, Atom, List, Tail) :-
    atom_chars(Atom, Chars),
    cells(Chars, Tail, List).
partial(packed, Atom, List, Tail) :-
    open_text(Atom, List, Tail).
partial(behind, Atom, List, Tail) :-
    open_text(Atom, Chars, Tail),
    (   nonvar(Chars)
    ->  first_cell(Chars, List)
    ;   List = Chars
    ).

% ---- comparing ----

outcome(Result, Goal, Outcome) :-
    catch(findall(Result, limit(30, Goal), Results), error(Error, _), true),
    (   nonvar(Error)
    ->  Outcome = raised(Error)
    ;   Outcome = answers(Results)
    ).

% Goal has the same outcome however List lies.
alike(List, Result, Goal) :-
    forall(text(Atom), alike_of(Atom, List, Result, Goal)).

% The same for long texts.
alike_long(List, Result, Goal) :-
    forall(long_text(Atom), alike_of(Atom, List, Result, Goal)).

alike_of(Atom, List, Result, Goal) :-
    expected(Atom, List, Result, Goal, Expected),
    forall(lie(Lie, Atom, Text), agrees(Lie-Atom, List-Text, Result, Goal, Expected)).

expected(Atom, List, Result, Goal, Expected) :-
    copy_term(List-Result-Goal, Text-Result1-Goal1),
    once(lie(cells, Atom, Text)),
    outcome(Result1, Goal1, Expected).

agrees(What, List-Text, Result, Goal, Expected) :-
    copy_term(List-Result-Goal, Text-Result1-Goal1),
    outcome(Result1, Goal1, Outcome),
    compared(What, Outcome, Expected).

compared(What, Outcome, Expected) :-
    (   Outcome =@= Expected
    ->  true
    ;   write_term(differs(What, Outcome, Expected), [quoted(true), max_depth(12)]),
        nl,
        fail
    ).

% Goal has the same outcome on partial lists, whatever lies before their tail.
alike_partial(List, Tail, Result, Goal) :-
    forall(text(Atom),
           ( copy_term(List-Tail-Result-Goal, Text0-Tail0-Result0-Goal0),
             once(partial(cells, Atom, Text0, Tail0)),
             outcome(Result0, Goal0, Expected),
             forall(partial(Lie, Atom, Text, Tail1),
                    ( copy_term(List-Tail-Result-Goal, Text-Tail1-Result1-Goal1),
                      outcome(Result1, Goal1, Outcome),
                      compared(Lie-Atom, Outcome, Expected)
                    ))
           )).

% Goal has the same outcome for all pairs of ways in which two lists lie.
alike_pair(List1, List2, Result, Goal) :-
    forall(( text(Atom1),
             text(Atom2)
           ),
           ( copy_term(f(List1, List2, Result, Goal), f(Text1, Text2, Result0, Goal0)),
             once(lie(cells, Atom1, Text1)),
             once(lie(cells, Atom2, Text2)),
             outcome(Result0, Goal0, Expected),
             forall(( lie(Lie1, Atom1, A),
                      lie(Lie2, Atom2, B)
                    ),
                    ( copy_term(f(List1, List2, Result, Goal), f(A, B, Result1, Goal1)),
                      outcome(Result1, Goal1, Outcome),
                      compared(Lie1/Lie2-Atom1/Atom2, Outcome, Expected)
                    ))
           )).

% The lists are what they say.
?- forall((text(A), lie(_, A, L)), (atom_chars(B, L), A == B)).
   true.
?- forall((long_text(A), lie(_, A, L)), (atom_chars(B, L), A == B)).
   true.

% ---- types ----
?- alike(L, T, (member(T, [var, nonvar, atom, atomic, compound, callable, is_list, ground, number, string, acyclic_term, cyclic_term]), call(T, L))).
   true.
?- alike_long(L, T, (member(T, [compound, callable, is_list, ground, acyclic_term]), call(T, L))).
   true.
?- alike_partial(L, _, T, (member(T, [var, nonvar, compound, callable, is_list, ground, acyclic_term]), call(T, L))).
   true.

% ---- taking apart ----
?- alike(L, H-T, L = [H|T]).
   true.
?- alike(L, [A, B]-T, L = [A, B|T]).
   true.
?- alike(L, X, (L = [_|T], T = [X|_])).
   true.
?- alike(L, F/N, functor(L, F, N)).
   true.
?- alike(L, N-A, arg(N, L, A)).
   true.
?- alike(L, A, arg(2, L, A)).
   true.
?- alike(L, P, L =.. P).
   true.
?- alike(L, N-As, compound_name_arguments(L, N, As)).
   true.
?- alike(L, N/A, compound_name_arity(L, N, A)).
   true.
?- alike_long(L, P, L =.. P).
   true.
?- alike_partial(L, T, L-T, L = [_, _|_]).
   true.
?- alike_partial(L, T, L-T, T = [x]).
   true.
?- alike_partial(L, T, P-T, L =.. P).
   true.
?- alike_partial(L, _, L, L = "abcd").
   true.

% ---- unification, comparison ----
?- alike_pair(L, M, yes, L = M).
   true.
?- alike_pair(L, M, yes, L \= M).
   true.
?- alike_pair(L, M, yes, L == M).
   true.
?- alike_pair(L, M, O, compare(O, L, M)).
   true.
?- alike_pair(L, M, yes, L =@= M).
   true.
?- alike_pair(L, M, yes, unify_with_occurs_check(L, M)).
   true.
?- alike_pair(L, M, yes, subsumes_term(L, M)).
   true.
?- alike_pair(L, M, yes, ?=(L, M)).
   true.
?- alike_pair(L, M, R, append(L, M, R)).
   true.
?- alike_pair(L, M, R, append(L, R, M)).
   true.
?- alike_pair(L, M, R, append(R, L, M)).
   true.
?- alike_pair(L, M, yes, same_length(L, M)).
   true.
?- alike_pair(L, M, R, subtract(L, M, R)).
   true.
?- alike_pair(L, M, R, union(L, M, R)).
   true.
?- alike_pair(L, M, R, sort([L, M, x, f(x), 1], R)).
   true.
?- alike_pair(L, M, R, (term_to_atom(L-M, R))).
   true.
?- alike_pair(L, M, yes, (assertz(stored(L)), call_cleanup(once(stored(M)), retractall(stored(_))))).
   true.
?- forall((long_text(A), lie(_, A, L), lie(_, A, M)), (L = M, L == M, compare(=, L, M), L =@= M, \+ L \= M)).
   true.
?- forall((long_text(A), lie(_, A, L), atom_concat(A, z, B), lie(_, B, M)), (L \= M, L \== M, compare(<, L, M))).
   true.
?- alike(L, O, compare(O, L, [b|x])).
   true.
?- alike(L, O, compare(O, L, [b, f(x)])).
   true.
?- alike(L, O, compare(O, L, f(a))).
   true.
?- alike(L, O, compare(O, L, f(a, b, c))).
   true.
?- alike(L, O, compare(O, L, [a|_])).
   true.
?- alike_partial(L, _, M, (copy_term(L, M), L = M)).
   true.
?- alike_partial(L, T, M-T, (atom_chars(abc, M), L = M)).
   true.
?- alike_partial(L, T, M-T, (atom_chars(abc, M), subsumes_term(L, M))).
   true.
?- alike_partial(L, T, L-T, unify_with_occurs_check(T, [a|L])).
   true.
?- alike_partial(L, T, yes, (T = L, cyclic_term(L))).
   true.
?- alike_partial(L, _, O, compare(O, L, "abc")).
   true.

% ---- terms ----
?- alike(L, M, copy_term(L, M)).
   true.
?- alike_long(L, M, copy_term(L, M)).
   true.
?- alike(L, M, duplicate_term(L, M)).
   true.
?- alike_partial(L, T, M, copy_term(L-T, M)).
   true.
?- alike(L, Vs, term_variables(f(_, L, _, L), Vs)).
   true.
?- alike_partial(L, _, Vs, term_variables(L, Vs)).
   true.
?- alike(L, H, term_hash(L, H)).
   true.
?- alike_long(L, H, term_hash(L, H)).
   true.
?- alike_partial(L, _, H, term_hash(L, H)).
   true.
?- alike(L, L-E, numbervars(L, 0, E)).
   true.
?- alike_partial(L, _, L-E, numbervars(L, 0, E)).
   true.
?- alike(L, M, (copy_term(L, M), catch(setarg(1, M, z), error(_, _), true))).
   true.
?- alike(L, M, (copy_term(L, M), catch(setarg(2, M, [z]), error(_, _), true))).
   true.
?- alike(L, M, (copy_term(L, M), catch(nb_setarg(1, M, z), error(_, _), true))).
   true.
?- alike(L, L, (M = f(L), setarg(1, M, z), M = f(_))).
   true.
% Text is shared and does not change in place: the variable that holds it gets a copy. Where it is held by no variable that
% can be found, setarg/3 raises an error, the one difference that a program can see.
?- atom_chars(ab, L), setarg(1, L, z).
   L = [z, b].
?- atom_chars(ab, _L), X = f(_L), arg(1, X, Y), setarg(1, Y, z).
   X = f([a, b]), Y = [z, b].
?- atom_chars(ab, L), (setarg(1, L, z), fail ; true).
   L = [a, b].
?- alike(L, V, (nb_setval(packed_text_key, L), nb_getval(packed_text_key, V))).
   true.
?- alike(L, V, (b_setval(packed_text_key, L), b_getval(packed_text_key, V))).
   true.
?- alike_long(L, V, (nb_setval(packed_text_key, L), nb_getval(packed_text_key, V))).
   true.
?- alike(L, B, catch(throw(f(L)), f(B), true)).
   true.
?- alike_long(L, B, catch(throw(f(L)), f(B), true)).
   true.
?- alike_partial(L, T, B, catch(throw(f(L, T)), B, true)).
   true.

% ---- all solutions ----
?- alike(L, R, findall(L, true, R)).
   true.
?- alike_long(L, R, findall(L-X, member(X, [1, 2]), R)).
   true.
?- alike(L, R, findall(X, member(X, L), R, [end])).
   true.
?- alike(L, X-R, bagof(L, member(X, [b, a]), R)).
   true.
?- alike(L, R, setof(X-L, member(X, L), R)).
   true.
?- alike(L, X-R, bagof(Y, member(X-Y, [L-1, L-2, a-3]), R)).
   true.
?- alike(L, yes, forall(member(X, L), atom(X))), X = a.
   X = a.
?- alike(L, R, aggregate_all(count, member(_, L), R)).
   true.
?- alike(L, R, aggregate_all(max(X), (member(C, L), char_code(C, X)), R)).
   true.
?- alike(L, R, aggregate_all(bag(L), member(_, [1, 2]), R)).
   true.
?- alike_partial(L, T, R, findall(L-T, true, R)).
   true.

% ---- the database ----
?- alike(L, X, (assertz(stored(L)), call_cleanup(findall(Y, stored(Y), X), retractall(stored(_))))).
   true.
?- alike_long(L, X, (assertz(stored(L)), call_cleanup(findall(Y, stored(Y), X), retractall(stored(_))))).
   true.
?- alike(L, X, (assertz((stored(Y) :- Y = L)), call_cleanup(once(stored(X)), retractall(stored(_))))).
   true.
?- alike(L, B, (assertz((stored(Y) :- member(Y, L))), call_cleanup(once(clause(stored(_), B)), retractall(stored(_))))).
   true.
?- alike(L, X, (assertz(stored(L)), once(retract(stored(X))), \+ stored(_))).
   true.
?- alike(L, N, (assertz(stored("abc", 1)), assertz(stored(L, 2)), assertz(stored([], 3)), assertz(stored(x, 4)), call_cleanup(findall(M, stored(L, M), N), retractall(stored(_, _))))).
   true.
?- alike(L, N, (assertz(stored([a|_], 1)), assertz(stored([b|_], 2)), assertz(stored([_, b|_], 3)), assertz(stored([], 4)), call_cleanup(findall(M, stored(L, M), N), retractall(stored(_, _))))).
   true.
?- alike_partial(L, T, X, (assertz(stored(L, T)), call_cleanup(findall(Y-Z, stored(Y, Z), X), retractall(stored(_, _))))).
   true.
?- alike_partial(L, _, N, (assertz(stored("abc", 1)), assertz(stored("cabs", 2)), call_cleanup(findall(L-M, stored(L, M), N), retractall(stored(_, _))))).
   true.

% ---- lists ----
?- alike(L, N, length(L, N)).
   true.
?- alike(L, L, length(L, 3)).
   true.
?- alike_long(L, N, length(L, N)).
   true.
?- alike_partial(L, _, L-N, length(L, N)).
   true.
?- alike_partial(L, T, L-T, length(L, 5)).
   true.
?- alike(L, X+Y, append(X, Y, L)).
   true.
?- alike(L, R, append([L, L, [x]], R)).
   true.
?- alike_long(L, R, append(L, [x], R)).
   true.
?- alike_long(L, R, append(["ab", L, L], R)).
   true.
?- alike_partial(L, T, T-R, append(L, "xy", R)).
   true.
?- alike(L, R, reverse(L, R)).
   true.
?- alike_long(L, R, reverse(L, R)).
   true.
?- alike(L, I-X, nth0(I, L, X)).
   true.
?- alike(L, X, nth1(2, L, X)).
   true.
?- alike(L, X-R, nth0(1, L, X, R)).
   true.
?- alike_long(L, X, nth1(4000, L, X)).
   true.
?- alike(L, X, last(L, X)).
   true.
?- alike_long(L, X, last(L, X)).
   true.
?- alike(L, X, member(X, L)).
   true.
?- alike(L, yes, memberchk(b, L)).
   true.
?- alike_partial(L, T, T, memberchk(q, L)).
   true.
?- alike(L, R, select(b, L, R)).
   true.
?- alike(L, R, selectchk(a, L, R)).
   true.
?- alike(L, R, select(a, L, z, R)).
   true.
?- alike(L, R, permutation(L, R)).
   true.
?- alike(L, R, delete(L, l, R)).
   true.
?- alike(L, R, exclude(==(l), L, R)).
   true.
?- alike(L, R, partition(@<(d), L, R, _)).
   true.
?- alike(L, R, maplist(char_code, L, R)).
   true.
?- alike_long(L, R, maplist(char_code, L, R)).
   true.
?- alike(L, R, foldl([C, A0, A]>>(A = [C|A0]), L, [], R)).
   true.
?- alike(L, R, msort(L, R)).
   true.
?- alike_long(L, R, msort(L, R)).
   true.
?- alike(L, R, sort(L, R)).
   true.
?- alike_long(L, R, sort(L, R)).
   true.
?- alike(L, R, sort(0, @>=, L, R)).
   true.
?- alike(L, R, sort(0, @>, L, R)).
   true.
?- alike(L, R, sort(1, @<, [L, [a, b]], R)).
   true.
?- alike(L, R, predsort(compare, L, R)).
   true.
?- alike(L, R, keysort(L, R)).
   true.
?- alike(L, R, keysort([L-1, "b"-2, x-3], R)).
   true.
?- alike_partial(L, _, R, msort(L, R)).
   true.
?- alike_partial(L, _, R, sort(L, R)).
   true.
?- alike_partial(L, _, R, sort(0, @>=, L, R)).
   true.
?- alike_partial(L, _, R, keysort(L, R)).
   true.
?- alike(L, R, list_to_set(L, R)).
   true.
?- alike(L, yes, is_set(L)).
   true.
?- alike(L, R, list_to_ord_set(L, R)).
   true.
?- alike(L, R, sum_list(L, R)).
   true.
?- alike(L, R, max_member(R, L)).
   true.
?- alike(L, R, min_member(R, L)).
   true.
?- alike(L, X-Y, nextto(X, Y, L)).
   true.
?- alike(L, R, flatten([x, L, [L]], R)).
   true.
?- alike(L, R, clumped(L, R)).
   true.
?- alike(L, R, pairs_keys(R, L)).
   true.
?- alike(L, R, pairs_keys(L, R)).
   true.
?- alike(L, R, (list_to_assoc([L-1, x-2], A), get_assoc(L, A, R))).
   true.
?- alike(L, R, subseq(L, R, _)).
   true.
?- alike(L, R, proper_length(L, R)).
   true.
?- alike(L, R, numlist(1, L, R)).
   true.
?- alike(L, X, (member(X, L), X @> b)).
   true.

% ---- grammars ----
any([]) --> [].
any([C|Cs]) --> [C], any(Cs).

word([C|Cs]) --> [C], { char_type(C, alpha) }, !, word(Cs).
word([]) --> [].

look, [C] --> [C].

?- alike(L, A-B, phrase((any(A), any(B)), L)).
   true.
?- alike(L, W-R, phrase(word(W), L, R)).
   true.
?- alike_long(L, W, phrase(word(W), L, _)).
   true.
?- alike(L, R, phrase("ab", L, R)).
   true.
?- alike(L, X-R, phrase(("a", [X], any(_)), L, R)).
   true.
?- alike(L, R, phrase((look, look), L, R)).
   true.
?- alike(L, yes, phrase(L, L)).
   true.
?- alike(L, R, phrase(L, R)).
   true.
?- alike(L, R, phrase((L, "x", L), R)).
   true.
?- alike(L, yes, phrase(\+ "ab", L, _)).
   true.
?- alike_partial(L, T, L-T-R, phrase((any(_), look), L, R)).
   true.
?- alike_partial(L, T, L-T-R, phrase((any(_), "z"), L, R)).
   true.
?- alike_long(L, N, (phrase(any(Cs), L), length(Cs, N))).
   true.

% ---- text ----
?- alike(L, A, atom_chars(A, L)).
   true.
?- alike(L, A, atom_codes(A, L)).
   true.
?- alike_long(L, A, atom_chars(A, L)).
   true.
?- alike_partial(L, _, A, atom_chars(A, L)).
   true.
?- alike_partial(L, T, T, atom_chars(abcdef, L)).
   true.
?- alike_partial(L, T, T, number_chars(12, L)).
   true.
?- alike(L, yes, (text(A), atom_chars(A, L))).
   true.
?- alike(L, N, number_chars(N, L)).
   true.
?- alike(L, N, number_codes(N, L)).
   true.
?- alike(L, yes, number_chars(12, L)).
   true.
?- alike(L, N, atom_length(L, N)).
   true.
?- alike(L, A, atom_concat(L, x, A)).
   true.
?- alike(L, A-B, atom_concat(A, B, L)).
   true.
?- alike(L, B-A, sub_atom(L, B, 1, A, b)).
   true.
?- alike(L, A, atom_number(L, A)).
   true.
?- alike(L, A, upcase_atom(L, A)).
   true.
?- alike(L, A, atomic_list_concat([L, x, L], A)).
   true.
?- alike(L, A, atomic_list_concat(A, b, L)).
   true.
?- alike(L, A, atom_string(A, L)).
   true.
?- alike(L, S, string_chars(S, L)).
   true.
?- alike(L, S, string_codes(S, L)).
   true.
?- alike(L, S, text_to_string(L, S)).
   true.
?- alike(L, S, string_concat(L, L, S)).
   true.
?- alike(L, S, split_string(L, " ", "", S)).
   true.
?- alike(L, S, sub_string(L, 1, _, 0, S)).
   true.
?- alike(L, C, string_code(2, L, C)).
   true.
?- alike_long(L, N, string_length(L, N)).
   true.
?- alike(L, A, char_code(L, A)).
   true.
?- alike(L, T, term_to_atom(T, L)).
   true.
?- alike(L, T-B, atom_to_term(L, T, B)).
   true.
?- alike(L, T, read_term_from_atom(L, T, [])).
   true.
?- alike(L, X, X is L).
   true.
?- alike(L, A, normalize_space(atom(A), L)).
   true.
?- alike(L, T, char_type(L, T)).
   true.

% ---- writing ----
?- alike(L, A, (member(P, [write, writeq, print, write_canonical, writeln]), with_output_to(atom(A), call(P, L)))).
   true.
?- alike_long(L, A, with_output_to(atom(A), writeq(L))).
   true.
?- alike(L, A, with_output_to(atom(A), write_term(L, [max_depth(3)]))).
   true.
?- alike(L, A, with_output_to(atom(A), write_term(L, [ignore_ops(true), quoted(true)]))).
   true.
?- alike(L, A, with_output_to(atom(A), write_term([x|L], [double_quotes(true), quoted(true)]))).
   true.
?- alike_partial(L, _, A, (numbervars(L, 0, _), with_output_to(atom(A), print(L)))).
   true.
?- alike(L, A, format(atom(A), "~s|~w|~q|~p", [L, L, L, L])).
   true.
?- alike_long(L, A, format(atom(A), "~s", [L])).
   true.
?- alike(L, A, format(atom(A), "~a", [L])).
   true.
?- alike(L, A, (atom_chars('~w', F), append(F, L, G), format(atom(A), G, [x]))).
   true.
?- alike(L, A, format(atom(A), "~d", [L])).
   true.
?- alike(L, A, with_output_to(atom(A), maplist(put_char, L))).
   true.
?- alike(L, A, with_output_to(chars(A), write(L))).
   true.
?- alike(L, T, (open_string(L, S), call_cleanup(read_stream_to_chars(S, T), close(S)))).
   true.

% ---- goals ----
?- alike(L, yes, call(L)).
   true.
?- alike(L, yes, L).
   true.
?- alike(L, R, call(append(L), [z], R)).
   true.
?- alike(L, X, call([A, X]>>nth0(0, A, X), L, X)).
   true.
?- alike(L, X, (X = f(L), arg(1, X, Y), Y == L)).
   true.
?- alike(L, yes, (L = [a|_] -> true ; fail)).
   true.
?- alike(L, R, (L == "abc" -> R = yes ; R = no)).
   true.
?- alike(L, R, (\+ L = [_|_] -> R = empty ; R = full)).
   true.
