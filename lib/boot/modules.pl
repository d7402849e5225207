% SPDX-License-Identifier: MIT
%
% modules.pl - questions about modules and predicates, and a few commands.
%
% What modules are, and how names are looked up, is decided in C (the table in system.pl).

:- module(system, []).

:- meta_predicate((current_predicate(:), current_predicate(?, :), predicate_property(:, ?), @(0, +))).

%! current_predicate(:PI) is nondet.
%  PI is Name/Arity of a predicate of the program, not of the system (ISO 8.8.2).
current_predicate(Spec) :-
    '$strip_query'(Spec, Module, PI),
    '$check_partial_indicator'(PI),
    Name/Arity = PI,
    '$visible_predicate'(Module, Name, Arity).

%! current_predicate(?Name, :Head) is nondet.
current_predicate(Name, Spec) :-
    '$strip_query'(Spec, Module, Head),
    (   var(Head)
    ->  '$visible_predicate'(Module, Name, Arity),
        functor(Head, Name, Arity)
    ;   callable(Head)
    ->  functor(Head, Name, Arity),
        '$visible_predicate'(Module, Name, Arity)
    ;   throw(error(type_error(callable, Head), context(current_predicate/2, _)))
    ).

% As strip_module, but a module may be asked for with a variable.
'$strip_query'(Spec, Module, Plain) :-
    '$strip_module'(Spec, Module0, Plain0),
    (   nonvar(Plain0),
        Plain0 = Module1:Plain1
    ->  (   var(Module1)
        ->  Module = Module1,
            Plain = Plain1
        ;   throw(error(type_error(atom, Module1), _))
        )
    ;   nonvar(Plain0),
        Plain0 = Qualified/Arity,               % m:p/1 reads as (m:p)/1
        nonvar(Qualified),
        Qualified = Module1:Name
    ->  (   var(Module1)
        ->  true
        ;   atom(Module1)
        ->  true
        ;   throw(error(type_error(atom, Module1), _))
        ),
        Module = Module1,
        Plain = Name/Arity
    ;   Module = Module0,
        Plain = Plain0
    ).

'$check_partial_indicator'(PI) :-
    (   var(PI)
    ->  true
    ;   PI = Name/Arity
    ->  (   var(Name)
        ->  true
        ;   atom(Name)
        ->  true
        ;   '$bad_indicator'(PI)
        ),
        (   var(Arity)
        ->  true
        ;   integer(Arity)
        ->  true
        ;   '$bad_indicator'(PI)
        )
    ;   '$bad_indicator'(PI)
    ).

'$bad_indicator'(PI) :-
    throw(error(type_error(predicate_indicator, PI), context(current_predicate/1, _))).

% Predicates of the program that Module holds, imports or sees in user.
'$visible_predicate'(Module, Name, Arity) :-
    nonvar(Module),
    atom(Name),
    integer(Arity),
    !,
    '$pred_property'(Module, Name/Arity, defined),
    \+ '$pred_property'(Module, Name/Arity, built_in),
    !.
'$visible_predicate'(Module, Name, Arity) :-
    (   var(Module)
    ->  '$current_module'(Module),
        Module \== system
    ;   true
    ),
    '$predicate'(Module, Name, Arity),
    Module \== system.
'$visible_predicate'(Module, Name, Arity) :-
    nonvar(Module),
    Module \== user,
    Module \== system,
    '$predicate'(user, Name, Arity),
    \+ '$predicate'(Module, Name, Arity).

%! predicate_property(:Head, ?Property) is nondet.
%  Property is defined, built_in, dynamic, static, multifile, discontiguous, exported, foreign, iso, public, visible,
%  file(F), line_count(L), number_of_clauses(N), imported_from(M) or meta_predicate(Head).
predicate_property(Spec, Property) :-
    '$strip_query'(Spec, Module0, Head),
    (   var(Module0)
    ->  '$current_module'(Module)
    ;   Module = Module0
    ),
    Module0 = Module,
    (   var(Head)
    ->  '$predicate'(Module, Name, Arity),
        functor(Head, Name, Arity)
    ;   callable(Head)
    ->  functor(Head, Name, Arity)
    ;   throw(error(type_error(callable, Head), context(predicate_property/2, _)))
    ),
    '$property'(Property, Module, Name/Arity).

'$property'(Property, Module, PI) :-
    Property == visible,
    !,
    '$pred_property'(Module, PI, defined),
    !.
'$property'(Property, Module, PI) :-
    '$pred_property'(Module, PI, Property).

%! current_module(?Module) is nondet.
current_module(Module) :-
    '$current_module'(Module).

%! module_property(+Module, ?Property) is nondet.
%  Property is exports(PIs), exported_operators(Operators) or file(File).
module_property(Module, Property) :-
    '$current_module'(Module),
    '$module_property'(Property, Module).

'$module_property'(exports(PIs), Module) :-
    '$module_exports'(Module, PIs).
'$module_property'(exported_operators(Operators), Module) :-
    findall(op(Priority, Type, Name), '$module_operator'(Module, Priority, Type, Name), Operators),
    Operators \== [].
'$module_property'(file(File), Module) :-
    '$loaded'(File, file(_), _, Module, _).

%! export(:PIs) is det.
export(Specs) :-
    '$strip_module'(Specs, Module, PIs),
    '$export_specs'(PIs, Module).

'$export_specs'(PIs, _) :-
    var(PIs),
    !,
    throw(error(instantiation_error, context(export/1, _))).
'$export_specs'((PI, PIs), Module) :-
    !,
    '$export_specs'(PI, Module),
    '$export_specs'(PIs, Module).
'$export_specs'([], _) :-
    !.
'$export_specs'([PI|PIs], Module) :-
    !,
    '$export_specs'(PI, Module),
    '$export_specs'(PIs, Module).
'$export_specs'(Inner:PI, _) :-
    !,
    '$export_specs'(PI, Inner).
'$export_specs'(PI, Module) :-
    '$export_one'(PI, Module).

%! import(:PI) is det.
%  Makes Module:PI visible in the source module.
import(Module:PI) :-
    '$source_module'(Into),
    '$import_one'(PI, Module, Into).

%! import_module(+Module, -Default) is nondet.
%  Where names are looked up that Module neither holds nor imports.
import_module(Module, Default) :-
    (   Module == user
    ->  Default = system
    ;   Module \== system,
        Default = user
    ).

%! module(+Module) is det.
%  Makes Module the one that the toplevel works in.
module(Module) :-
    (   atom(Module)
    ->  '$module_create'(Module),
        '$set_source_module'(Module)
    ;   var(Module)
    ->  throw(error(instantiation_error, context((module)/1, _)))
    ;   throw(error(type_error(atom, Module), context((module)/1, _)))
    ).

%! @(:Goal, +Module) is nondet.
%  Calls Goal with Module as its context.
@(Goal, Module) :-
    '$strip_module'(Goal, _, Plain),
    call(Module:Plain).

:- meta_predicate(export(:)).
:- '$protect'([current_predicate/1]).
