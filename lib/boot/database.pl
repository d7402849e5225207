% SPDX-License-Identifier: MIT
%
% database.pl - what programs keep beside their clauses: references to clauses, recorded terms, flags of flag/3.
%
% A reference is '$clause'(Number). It names a clause until that is gone, and then nothing: numbers are not used again.
% A recorded term is a clause of '$recorded'(Name, Arity, Term), where Name/Arity is that of its key; so its reference is one
% of a clause too, and erase/1 knows no difference.
%
% Elsewhere: assert/2 and its kin, clause/3 and erase/1 are in C.

:- module(system, []).

:- dynamic(['$recorded'/3, '$flag'/2]).

:- meta_predicate((assert(:, -), asserta(:, -), assertz(:, -), clause(:, ?, ?), nth_clause(:, ?, ?), compile_predicates(:), copy_predicate_clauses(:, :), abolish(:, +))).

% --- Clauses ------------------------------------------------------------------------------------------------------

%! nth_clause(:Head, ?Place, ?Reference) is nondet.
%  Reference names the clause number Place, from 1, of the predicate of Head.
nth_clause(Spec, Place, Reference) :-
    nonvar(Reference),
    !,
    '$in_name_of'(nth_clause/3, '$clause_info'(Reference, Module, Name, Arity, Place, _, _, _, _)),
    '$strip_query'(Spec, Module0, Head),
    functor(Head0, Name, Arity),
    (   var(Head),
        Module \== user
    ->  Head = Module:Head0
    ;   Head = Head0,
        (   var(Module0)
        ->  Module0 = Module
        ;   true
        )
    ).
nth_clause(Spec, Place, Reference) :-
    '$strip_module'(Spec, Module, Head),
    (   var(Head)
    ->  throw(error(instantiation_error, context(nth_clause/3, _)))
    ;   callable(Head)
    ->  functor(Head, Name, Arity)
    ;   throw(error(type_error(callable, Head), context(nth_clause/3, _)))
    ),
    (   var(Place)
    ->  '$clause_references'(Module, Name/Arity, References),
        '$nth_member'(References, 1, Place, Reference)
    ;   integer(Place)
    ->  Place > 0,
        '$nth_reference'(Module, Name/Arity, Place, Reference)
    ;   throw(error(type_error(integer, Place), context(nth_clause/3, _)))
    ).

'$nth_member'([X|Xs], N, Place, Y) :-
    '$nth_member'(Xs, X, N, Place, Y).

'$nth_member'(_, X, N, N, X).
'$nth_member'([X|Xs], _, N, Place, Y) :-
    N1 is N + 1,
    '$nth_member'(Xs, X, N1, Place, Y).

%! clause_property(+Reference, ?Property) is nondet.
%  Property is fact, erased, predicate(PI), module(Module), size(Bytes), or, for a clause that comes from a file, file(File), source(File) or
%  line_count(Line), the line on which it begins.
clause_property(Reference, Property) :-
    (   '$in_name_of'(clause_property/2, '$clause_info'(Reference, Module, Name, Arity, _, Kind, Bytes, File, Line))
    ->  '$clause_property'(Property, info(Module, Name/Arity, Kind, Bytes, File, Line))
    ;   Property = erased
    ).

'$clause_property'(fact, info(_, _, fact, _, _, _)).
'$clause_property'(predicate(Module:PI), info(Module, PI, _, _, _, _)).
'$clause_property'(module(Module), info(Module, _, _, _, _, _)).
'$clause_property'(size(Bytes), info(_, _, _, Bytes, _, _)).
'$clause_property'(file(File), info(_, _, _, _, File, _)) :-
    File \== [].
'$clause_property'(source(File), info(_, _, _, _, File, _)) :-
    File \== [].
'$clause_property'(line_count(Line), info(_, _, _, _, _, Line)) :-
    Line > 0.

%! instance(+Reference, -Term) is semidet.
%  Term is the recorded term, or the clause, Head :- Body, that Reference names.
instance(Reference, Term) :-
    '$in_name_of'(instance/2, '$clause_info'(Reference, Module, Name, Arity, _, _, _, _, _)),
    functor(Head, Name, Arity),
    (   Module == system,
        Head = '$recorded'(_, _, Recorded)
    ->  clause('$recorded'(_, _, Recorded), true, Reference),
        Term = Recorded
    ;   clause(Module:Head, Body, Reference),
        (   Module == user
        ->  Term = (Head :- Body)
        ;   Term = (Module:Head :- Body)
        )
    ).

%! copy_predicate_clauses(:From, :To) is det.
%  Adds the clauses of predicate From to the dynamic or undefined predicate To; both are Name/Arity.
copy_predicate_clauses(FromSpec, ToSpec) :-
    '$strip_module'(FromSpec, FromModule, FromPI),
    '$strip_module'(ToSpec, ToModule, ToPI),
    '$must_be_indicator'(FromPI, copy_predicate_clauses/2),
    '$must_be_indicator'(ToPI, copy_predicate_clauses/2),
    FromPI = FromName/Arity,
    ToPI = ToName/ToArity,
    (   Arity =:= ToArity
    ->  true
    ;   throw(error(domain_error(arity_mismatch, FromPI-ToPI), context(copy_predicate_clauses/2, _)))
    ),
    functor(From, FromName, Arity),
    (   '$pred_property'(FromModule, FromPI, defined)
    ->  true
    ;   throw(error(existence_error(procedure, FromPI), context(copy_predicate_clauses/2, _)))
    ),
    From =.. [_|Arguments],
    To =.. [ToName|Arguments],
    findall((To :- Body), clause(FromModule:From, Body), Clauses),
    '$assert_all'(Clauses, ToModule).

'$assert_all'([], _).
'$assert_all'([Clause|Clauses], Module) :-
    assertz(Module:Clause),
    '$assert_all'(Clauses, Module).

'$must_be_indicator'(PI, Caller) :-
    (   var(PI)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   '$indicator_error'(PI, Error)
    ->  throw(error(Error, context(Caller, _)))
    ;   true
    ).

%! abolish(+Name, +Arity) is det.
%  As abolish(Name/Arity).
abolish(Name, Arity) :-
    '$strip_module'(Name, Module, Plain),
    '$must_be_indicator'(Plain/Arity, abolish/2),
    '$in_name_of'(abolish/2, abolish(Module:(Plain/Arity))).

%! compile_predicates(:PIs) is det.
%  Makes the dynamic predicates of a list static.
compile_predicates(PIs) :-
    '$strip_module'(PIs, Module, Plain),
    '$check_options'(Plain, compile_predicates/1),
    '$compile_each'(Plain, Module).

'$compile_each'([], _).
'$compile_each'([Spec|Specs], Module) :-
    '$strip_module'(Spec, Module, Inner, PI),
    '$must_be_indicator'(PI, compile_predicates/1),
    (   '$pred_property'(Inner, PI, dynamic)
    ->  PI = Name/Arity,
        functor(Head, Name, Arity),
        findall((Head :- Body), clause(Inner:Head, Body), Clauses),
        abolish(Inner:PI),
        '$add_static'(Clauses, Inner)
    ;   '$pred_property'(Inner, PI, defined)
    ->  true
    ;   throw(error(existence_error(procedure, PI), context(compile_predicates/1, _)))
    ),
    '$compile_each'(Specs, Module).

'$add_static'([], _).
'$add_static'([Clause|Clauses], Module) :-
    '$add_clause'(Module, Clause, [], 0, _),
    '$add_static'(Clauses, Module).

% --- Recorded terms -----------------------------------------------------------------------------------------------

%! recorda(+Key, +Term) is det.
%! recorda(+Key, +Term, -Reference) is det.
%! recordz(+Key, +Term) is det.
%! recordz(+Key, +Term, -Reference) is det.
%  Records Term before or after the others with the same key. A key is an atomic term, or a compound of which name and
%  arity count.
recorda(Key, Term) :-
    recorda(Key, Term, _).

recorda(Key, Term, Reference) :-
    '$record_key'(Key, recorda/3, Name, Arity),
    '$check_finite'(Term, recorda/3),
    asserta('$recorded'(Name, Arity, Term), Reference).

recordz(Key, Term) :-
    recordz(Key, Term, _).

recordz(Key, Term, Reference) :-
    '$record_key'(Key, recordz/3, Name, Arity),
    '$check_finite'(Term, recordz/3),
    assertz('$recorded'(Name, Arity, Term), Reference).

'$record_key'(Key, Caller, Name, Arity) :-
    (   var(Key)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   functor(Key, Name, Arity)
    ).

%! recorded(?Key, ?Term) is nondet.
%! recorded(?Key, ?Term, ?Reference) is nondet.
%  Term was recorded with Key, in the order of the record.
recorded(Key, Term) :-
    recorded(Key, Term, _).

recorded(Key, Term, Reference) :-
    (   nonvar(Key)
    ->  functor(Key, Name, Arity),
        clause('$recorded'(Name, Arity, Term), true, Reference)
    ;   clause('$recorded'(Name, Arity, Term), true, Reference),
        functor(Key, Name, Arity)
    ).

%! current_key(?Key) is nondet.
%  Something is recorded with Key, shown with unbound arguments.
current_key(Key) :-
    (   nonvar(Key)
    ->  functor(Key, Name, Arity),
        \+ \+ '$recorded'(Name, Arity, _)
    ;   findall(Name/Arity, '$recorded'(Name, Arity, _), Keys0),
        sort(Keys0, Keys),
        '$member'(Name/Arity, Keys),
        functor(Key, Name, Arity)
    ).

% --- flag/3 ---------------------------------------------------------------------------------------------------------

%! flag(+Key, -Old, +New) is det.
%  Old is the value of the flag Key, 0 at first; its new value is that of the expression New, or the atom New.
flag(Key, Old, New) :-
    '$flag_key'(Key, flag/3, Name),
    get_flag(Key, Value),
    Old = Value,
    (   atom(New)
    ->  Result = New
    ;   Result is New
    ),
    '$set_flag'(Name, Result).

'$flag_key'(Key, Caller, Name) :-
    (   var(Key)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   atomic(Key)
    ->  Name = Key
    ;   functor(Key, Plain, Arity),
        Name = Plain/Arity
    ).

%! get_flag(+Key, -Value) is det.
%! set_flag(+Key, +Value) is det.
%  The value of a flag of flag/3, 0 at first. It is a number or an atom.
get_flag(Key, Value) :-
    '$flag_key'(Key, get_flag/2, Name),
    (   '$flag'(Name, Found)
    ->  Value = Found
    ;   Value = 0
    ).

set_flag(Key, Value) :-
    '$flag_key'(Key, set_flag/2, Name),
    (   var(Value)
    ->  throw(error(instantiation_error, context(set_flag/2, _)))
    ;   number(Value)
    ->  true
    ;   atom(Value)
    ->  true
    ;   throw(error(type_error(flag_value, Value), context(set_flag/2, _)))
    ),
    '$set_flag'(Name, Value).

'$set_flag'(Name, Value) :-
    retractall('$flag'(Name, _)),
    assertz('$flag'(Name, Value)).

%! current_flag(?Key) is nondet.
%  flag/3 has given Key a value.
current_flag(Key) :-
    (   nonvar(Key)
    ->  '$flag_key'(Key, current_flag/1, Name),
        \+ \+ '$flag'(Name, _)
    ;   findall(Name, '$flag'(Name, _), Names),
        '$member'(Name, Names),
        (   Name = Plain/Arity
        ->  functor(Key, Plain, Arity)
        ;   Key = Name
        )
    ).

% --- Atoms and functors -----------------------------------------------------------------------------------------------

%! current_atom(?Atom) is nondet.
%  Atom is an atom that the system knows. Of those with one character only ASCII ones are given.
current_atom(Atom) :-
    (   var(Atom)
    ->  '$atoms'(Atoms),
        '$member'(Atom, Atoms)
    ;   atom(Atom)
    ->  true
    ;   throw(error(type_error(atom, Atom), context(current_atom/1, _)))
    ).

%! current_functor(?Name, ?Arity) is nondet.
%  Name/Arity is a predicate of some module, or Name an atom and Arity 0.
current_functor(Name, Arity) :-
    (   var(Name)
    ->  true
    ;   atom(Name)
    ->  true
    ;   throw(error(type_error(atom, Name), context(current_functor/2, _)))
    ),
    (   var(Arity)
    ->  true
    ;   integer(Arity)
    ->  true
    ;   throw(error(type_error(integer, Arity), context(current_functor/2, _)))
    ),
    (   Arity == 0
    ->  current_atom(Name)
    ;   findall(Name/Arity, '$predicate'(_, Name, Arity), Found0),
        sort([Name/0|Found0], Found),
        '$member'(Name/Arity, Found),
        atom(Name)
    ).
