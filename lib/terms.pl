% SPDX-License-Identifier: MIT
%
% terms.pl - comparing, generalising and mapping terms.
%
% Built in are cyclic_term/1, term_hash/2, term_variables/3 and =@=, which libraries of this name offer elsewhere.

:- module(terms, [
    term_size/2,
    term_hash/4,
    variant/2,
    subsumes/2,
    subsumes_chk/2,
    term_subsumer/3,
    term_factorized/3,
    mapargs/3,
    mapsubterms/3,
    mapsubterms_var/3,
    foldsubterms/4,
    foldsubterms/5,
    same_functor/2,
    same_functor/3,
    same_functor/4
]).

:- use_module(library(error), [must_be/2]).
:- use_module(library(rbtrees), [rb_empty/1, rb_insert/4, rb_lookup/3]).

:- meta_predicate(mapargs(2, ?, ?)).
:- meta_predicate(mapsubterms(2, +, -)).
:- meta_predicate(mapsubterms_var(2, +, -)).
:- meta_predicate(foldsubterms(3, +, +, -)).
:- meta_predicate(foldsubterms(4, +, ?, +, -)).

% --- Properties -----------------------------------------------------------------------------------------------------

%! term_size(@Term, -Cells) is det.
%  Cells is the memory that Term takes on the heap beside the cell that holds it: one cell for each argument and one for the functor of
%  a compound term, two for a pair of a list, more than none for large integers, floats and strings. What is shared counts once,
%  and text that is packed takes less than its characters would.
term_size(Term, Cells) :-
    '$term_size'(Term, Cells).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).

%! term_hash(@Term, +Depth, +Range, -Hash) is det.
%  Hash is an integer from 0 to Range - 1 that equal terms have in common; only what stands at most Depth levels deep counts, where Depth
%  -1 means everything. Left unbound when there is a variable in that part.
term_hash(Term, Depth, Range, Hash) :-
    must_be(integer, Depth),
    must_be(positive_integer, Range),
    (   Depth < 0
    ->  Top = Term
    ;   cut_below(Depth, Term, Top)
    ),
    term_hash(Top, Hash0),
    (   var(Hash0)
    ->  true
    ;   Hash is Hash0 mod Range
    ).

% Top is Term with an atom for whatever stands deeper.
cut_below(Depth, Term, Top) :-
    (   Depth =:= 0
    ->  Top = []
    ;   compound(Term)
    ->  Depth1 is Depth - 1,
        compound_name_arguments(Term, Name, Arguments0),
        cut_each(Arguments0, Depth1, Arguments),
        compound_name_arguments(Top, Name, Arguments)
    ;   Top = Term
    ).

cut_each([], _, []).
cut_each([X|Xs], Depth, [Y|Ys]) :-
    cut_below(Depth, X, Y),
    cut_each(Xs, Depth, Ys).

% --- Two terms --------------------------------------------------------------------------------------------------------

%! variant(@Term1, @Term2) is semidet.
%  The two are equal up to the names of their variables.
variant(Term1, Term2) :-
    Term1 =@= Term2.

%! subsumes_chk(@General, @Specific) is semidet.
%  As subsumes_term/2, its name in the standard.
subsumes_chk(General, Specific) :-
    subsumes_term(General, Specific).

%! subsumes(+General, @Specific) is semidet.
%  Unifies the two if that does not change Specific.
subsumes(General, Specific) :-
    subsumes_term(General, Specific),
    General = Specific.

%! term_subsumer(+Special1, +Special2, -General) is det.
%  General is the most specific term that subsumes both: where the two differ it has variables, the same one for the same pair of
%  subterms. The terms may be cyclic.
term_subsumer(Special1, Special2, General) :-
    rb_empty(Map),
    (   acyclic_term(Special1),
        acyclic_term(Special2)
    ->  Kind = acyclic
    ;   Kind = cyclic
    ),
    generalised(Special1, Special2, Kind, Map, _, General0),
    General = General0.

% Map is from pairs of subterms to what stands for them. Those of cyclic terms are entered before their arguments, which ends cycles.
generalised(Term1, Term2, Kind, Map0, Map, General) :-
    (   same_shape(Term1, Term2, Name, Arity)
    ->  generalised_compound(Kind, Term1, Term2, Name, Arity, Map0, Map, General)
    ;   Term1 == Term2
    ->  General = Term1,
        Map = Map0
    ;   rb_lookup(Term1-Term2, Known, Map0)
    ->  General = Known,
        Map = Map0
    ;   rb_insert(Map0, Term1-Term2, General, Map)
    ).

generalised_compound(acyclic, Term1, Term2, Name, Arity, Map0, Map, General) :-
    compound_name_arity(General, Name, Arity),
    generalised_arguments(1, Arity, Term1, Term2, acyclic, Map0, Map, General).
generalised_compound(cyclic, Term1, Term2, Name, Arity, Map0, Map, General) :-
    (   rb_lookup(Term1-Term2, Known, Map0)
    ->  General = Known,
        Map = Map0
    ;   compound_name_arity(General, Name, Arity),
        rb_insert(Map0, Term1-Term2, General, Map1),
        generalised_arguments(1, Arity, Term1, Term2, cyclic, Map1, Map, General)
    ).

same_shape(Term1, Term2, Name, Arity) :-
    compound(Term1),
    compound(Term2),
    compound_name_arity(Term1, Name, Arity),
    compound_name_arity(Term2, Name, Arity).

% The last argument is followed without coming back, so that lists may be long.
generalised_arguments(N, Arity, Term1, Term2, Kind, Map0, Map, General) :-
    (   N < Arity
    ->  arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        arg(N, General, Argument),
        generalised(Argument1, Argument2, Kind, Map0, Map1, Argument),
        N1 is N + 1,
        generalised_arguments(N1, Arity, Term1, Term2, Kind, Map1, Map, General)
    ;   N =:= Arity
    ->  arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        arg(N, General, Argument),
        generalised(Argument1, Argument2, Kind, Map0, Map, Argument)
    ;   Map = Map0
    ).

%! term_factorized(+Term, -Skeleton, -Equations) is det.
%  Skeleton is Term with a variable for each compound subterm that stands in it more than once, and Equations holds Variable = Subterm
%  for them, where such subterms inside Subterm are replaced too. Cycles become equations of a variable with a term that it stands
%  in. Unifying the two sides of all Equations makes Skeleton equal to Term.
term_factorized(Term, Skeleton, Equations) :-
    rb_empty(Counts0),
    count_subterms([Term], Counts0, Counts),
    rb_empty(Variables0),
    factorized(Term, Counts, Variables0, _, Equations0, [], Skeleton0),
    Skeleton = Skeleton0,
    Equations = Equations0.

% Counts maps each compound subterm to once or often.
count_subterms([], Counts, Counts).
count_subterms([Term|Terms], Counts0, Counts) :-
    (   \+ compound(Term)
    ->  count_subterms(Terms, Counts0, Counts)
    ;   rb_lookup(Term, Count, Counts0)
    ->  (   Count == often
        ->  Counts1 = Counts0
        ;   rb_insert(Counts0, Term, often, Counts1)
        ),
        count_subterms(Terms, Counts1, Counts)
    ;   rb_insert(Counts0, Term, once, Counts1),
        compound_name_arguments(Term, _, Arguments),
        put_before(Arguments, Terms, Terms1),
        count_subterms(Terms1, Counts1, Counts)
    ).

% Variables maps the repeated subterms met so far to their variables.
factorized(Term, Counts, Variables0, Variables, Equations, Rest, Skeleton) :-
    (   \+ compound(Term)
    ->  Skeleton = Term,
        Variables = Variables0,
        Equations = Rest
    ;   rb_lookup(Term, Known, Variables0)
    ->  Skeleton = Known,
        Variables = Variables0,
        Equations = Rest
    ;   rb_lookup(Term, often, Counts)
    ->  rb_insert(Variables0, Term, Skeleton, Variables1),
        Equations = [Skeleton = Value|Equations1],
        factorized_arguments(Term, Counts, Variables1, Variables, Equations1, Rest, Value)
    ;   factorized_arguments(Term, Counts, Variables0, Variables, Equations, Rest, Skeleton)
    ).

factorized_arguments(Term, Counts, Variables0, Variables, Equations, Rest, Skeleton) :-
    compound_name_arity(Term, Name, Arity),
    compound_name_arity(Skeleton, Name, Arity),
    factorized_each(1, Arity, Term, Counts, Variables0, Variables, Equations, Rest, Skeleton).

factorized_each(N, Arity, Term, Counts, Variables0, Variables, Equations, Rest, Skeleton) :-
    (   N > Arity
    ->  Variables = Variables0,
        Equations = Rest
    ;   arg(N, Term, Argument),
        arg(N, Skeleton, ArgumentSkeleton),
        factorized(Argument, Counts, Variables0, Variables1, Equations, Equations1, ArgumentSkeleton),
        N1 is N + 1,
        factorized_each(N1, Arity, Term, Counts, Variables1, Variables, Equations1, Rest, Skeleton)
    ).

% --- Mapping ----------------------------------------------------------------------------------------------------------

%! mapargs(:Closure, ?Term1, ?Term2) is nondet.
%  Both terms have the same functor, and call(Closure, Argument1, Argument2) holds for each pair of arguments. One of them may be
%  unbound.
mapargs(Closure, Term1, Term2) :-
    same_functor(Term1, Term2, Arity),
    map_arguments(1, Arity, Closure, Term1, Term2).

map_arguments(N, Arity, Closure, Term1, Term2) :-
    (   N > Arity
    ->  true
    ;   arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        call(Closure, Argument1, Argument2),
        N1 is N + 1,
        map_arguments(N1, Arity, Closure, Term1, Term2)
    ).

%! mapsubterms(:Closure, +Term1, -Term2) is det.
%! mapsubterms_var(:Closure, +Term1, -Term2) is det.
%  Term2 is Term1 with each subterm replaced by what call(Closure, Subterm, New) gives. Where that fails the arguments are mapped in turn,
%  elements in the case of a list; what Closure gives is not mapped again. Terms are acyclic. mapsubterms/3 leaves variables alone, mapsubterms_var/3
%  calls Closure for them too.
mapsubterms(Closure, Term1, Term2) :-
    must_be(acyclic, Term1),
    map_term(Term1, Closure, keep, Term),
    Term2 = Term.

mapsubterms_var(Closure, Term1, Term2) :-
    must_be(acyclic, Term1),
    map_term(Term1, Closure, map, Term),
    Term2 = Term.

map_term(Term1, Closure, Variables, Term2) :-
    (   var(Term1),
        Variables == keep
    ->  Term2 = Term1
    ;   call(Closure, Term1, New)
    ->  Term2 = New
    ;   compound(Term1)
    ->  map_parts(Term1, Closure, Variables, Term2)
    ;   Term2 = Term1
    ).

map_parts(Term1, Closure, Variables, Term2) :-
    (   Term1 = [X|Xs]
    ->  Term2 = [Y|Ys],
        map_term(X, Closure, Variables, Y),
        map_tail(Xs, Closure, Variables, Ys)
    ;   compound_name_arity(Term1, Name, Arity),
        compound_name_arity(Term2, Name, Arity),
        map_each(1, Arity, Closure, Variables, Term1, Term2)
    ).

map_tail(Xs, Closure, Variables, Ys) :-
    (   Xs == []
    ->  Ys = []
    ;   nonvar(Xs),
        Xs = [_|_]
    ->  map_parts(Xs, Closure, Variables, Ys)
    ;   map_term(Xs, Closure, Variables, Ys)
    ).

map_each(N, Arity, Closure, Variables, Term1, Term2) :-
    (   N > Arity
    ->  true
    ;   arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        map_term(Argument1, Closure, Variables, Argument2),
        N1 is N + 1,
        map_each(N1, Arity, Closure, Variables, Term1, Term2)
    ).

%! foldsubterms(:Closure, +Term, +Start, -End) is det.
%  Calls Closure with each subterm of Term, variables too, and a state that goes from Start to End. Where the call fails the state
%  stays and the arguments are next.
foldsubterms(Closure, Term, Start, End) :-
    must_be(acyclic, Term),
    fold_terms([Term], Closure, Start, End0),
    End = End0.

fold_terms([], _, State, State).
fold_terms([Term|Terms], Closure, State0, State) :-
    (   call(Closure, Term, State0, State1)
    ->  fold_terms(Terms, Closure, State1, State)
    ;   compound(Term)
    ->  compound_name_arguments(Term, _, Arguments),
        put_before(Arguments, Terms, Terms1),
        fold_terms(Terms1, Closure, State0, State)
    ;   fold_terms(Terms, Closure, State0, State)
    ).

%! foldsubterms(:Closure, +Term1, ?Term2, +Start, -End) is det.
%  The same with call(Closure, Subterm1, Subterm2, State0, State): Term2 is Term1 with each Subterm1 replaced by its Subterm2.
foldsubterms(Closure, Term1, Term2, Start, End) :-
    must_be(acyclic, Term1),
    fold_map(Term1, Closure, Start, End0, Term),
    Term2 = Term,
    End = End0.

fold_map(Term1, Closure, State0, State, Term2) :-
    (   call(Closure, Term1, New, State0, State1)
    ->  Term2 = New,
        State = State1
    ;   compound(Term1)
    ->  compound_name_arity(Term1, Name, Arity),
        compound_name_arity(Term2, Name, Arity),
        fold_each(1, Arity, Closure, Term1, State0, State, Term2)
    ;   Term2 = Term1,
        State = State0
    ).

fold_each(N, Arity, Closure, Term1, State0, State, Term2) :-
    (   N < Arity
    ->  arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        fold_map(Argument1, Closure, State0, State1, Argument2),
        N1 is N + 1,
        fold_each(N1, Arity, Closure, Term1, State1, State, Term2)
    ;   N =:= Arity
    ->  arg(N, Term1, Argument1),
        arg(N, Term2, Argument2),
        fold_map(Argument1, Closure, State0, State, Argument2)
    ;   State = State0
    ).

%! same_functor(?Term1, ?Term2) is semidet.
%! same_functor(?Term1, ?Term2, ?Arity) is semidet.
%! same_functor(?Term1, ?Term2, ?Name, ?Arity) is semidet.
%  The two terms have the same functor, Name/Arity; an unbound one becomes a term with new variables as arguments. With Arity 0 both are
%  Name, an atomic term.
same_functor(Term1, Term2) :-
    same_functor(Term1, Term2, _, _).

same_functor(Term1, Term2, Arity) :-
    same_functor(Term1, Term2, _, Arity).

same_functor(Term1, Term2, Name, Arity) :-
    (   nonvar(Term1)
    ->  functor(Term1, Name, Arity),
        functor(Term2, Name, Arity)
    ;   functor(Term2, Name, Arity),
        functor(Term1, Name, Arity)
    ).
