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
    (   '$is_name_or_var'(Name)
    ->  true
    ;   throw(error(type_error(atom, Name), context(current_predicate/2, _)))
    ),
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
    ;   PI = Name/Arity,
        '$is_name_or_var'(Name),
        '$is_arity_or_var'(Arity)
    ->  true
    ;   '$bad_indicator'(PI)
    ).

'$is_name_or_var'(Name) :-
    (   var(Name)
    ->  true
    ;   atom(Name)
    ).

'$is_arity_or_var'(Arity) :-
    (   var(Arity)
    ->  true
    ;   integer(Arity),
        Arity >= 0
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
%  Property is one of
%
%      defined, undefined, visible      the predicate is there; it is not, although it is exported; it is, or a library would give it
%      interpreted, foreign             in Prolog; in C
%      built_in, iso                    of the system; of the standard, and protected
%      dynamic, static, multifile, discontiguous, public, exported, transparent
%      imported_from(Module), autoload(Library), file(File), line_count(Line), meta_predicate(Head)
%      number_of_clauses(Count), number_of_rules(Count), size(Bytes)
%
%  A predicate that a library would give is loaded when more is asked about it than visible, autoload and undefined.
predicate_property(Spec, Property) :-
    '$strip_query'(Spec, Module, Head),
    (   var(Head)
    ->  '$current_module'(Module),
        '$predicate'(Module, Name, Arity),
        functor(Head, Name, Arity),
        '$property'(Property, Module, Name/Arity)
    ;   callable(Head)
    ->  functor(Head, Name, Arity),
        (   var(Module)
        ->  '$current_module'(Module),
            '$predicate'(Module, Name, Arity)
        ;   atom(Module)
        ->  '$property_loads'(Property, Module, Name, Arity)
        ;   throw(error(type_error(atom, Module), context(predicate_property/2, _)))
        ),
        '$property'(Property, Module, Name/Arity)
    ;   throw(error(type_error(callable, Head), context(predicate_property/2, _)))
    ).

% Loads the library that has the predicate, if that is needed to answer.
'$property_loads'(Property, Module, Name, Arity) :-
    (   nonvar(Property),
        '$property_of_names'(Property)
    ->  true
    ;   '$pred_property'(Module, Name/Arity, defined)
    ->  true
    ;   '$autoload'(Module, Name, Arity)
    ->  true
    ;   true
    ).

'$property_of_names'(visible).
'$property_of_names'(undefined).
'$property_of_names'(autoload(_)).

'$property'(Property, Module, PI) :-
    (   var(Property)
    ->  findall(Found, '$property_found'(Found, Module, PI), Properties),
        '$member'(Property, Properties)
    ;   '$property_found'(Property, Module, PI)
    ).

'$property_found'(Property, Module, PI) :-
    '$pred_property'(Module, PI, Property).
'$property_found'(visible, Module, PI) :-
    (   '$pred_property'(Module, PI, defined)
    ->  true
    ;   '$autoload_library'(Module, PI, _)
    ).
'$property_found'(undefined, Module, PI) :-
    \+ '$pred_property'(Module, PI, defined),
    '$current_module'(Module),
    '$module_exports'(Module, PIs),
    '$memberchk'(PI, PIs).
'$property_found'(autoload(Library), Module, PI) :-
    \+ '$pred_property'(Module, PI, defined),
    '$autoload_library'(Module, PI, Library).

% --- Modules --------------------------------------------------------------------------------------------------------

:- dynamic('$module_class'/2).

%! current_module(?Module) is nondet.
current_module(Module) :-
    (   var(Module)
    ->  '$current_module'(Module)
    ;   atom(Module)
    ->  '$current_module'(Module)
    ;   throw(error(type_error(atom, Module), context(current_module/1, _)))
    ).

%! module_property(?Module, ?Property) is nondet.
%  Property is class(user | library | system | temporary | test | development), file(File), exports(PIs) or
%  exported_operators(Operators).
module_property(Module, Property) :-
    current_module(Module),
    '$module_property'(Property, Module).

'$module_property'(class(Class), Module) :-
    '$class_of_module'(Module, Class0),
    Class = Class0.
'$module_property'(file(File), Module) :-
    '$loaded'(File, file(_), _, Module, _).
'$module_property'(exports(PIs), Module) :-
    '$module_exports'(Module, PIs).
'$module_property'(exported_operators(Operators), Module) :-
    findall(op(Priority, Type, Name), '$module_operator'(Module, Priority, Type, Name), Operators),
    Operators \== [].

'$class_of_module'(Module, Class) :-
    (   '$module_class'(Module, Class0)
    ->  Class = Class0
    ;   Module == system
    ->  Class = system
    ;   '$loaded'(_, library(_), _, Module, _)
    ->  Class = library
    ;   Class = user
    ).

%! set_module(:Property) is det.
%  Property is base(Module), which makes Module the only one where names are looked up that the module has not, or
%  class(Class).
set_module(Spec) :-
    '$strip_module'(Spec, Module, Property),
    (   var(Property)
    ->  throw(error(instantiation_error, context(set_module/1, _)))
    ;   Property = base(Base)
    ->  '$must_be_module'(Base, set_module/1),
        '$set_bases'(Module, [Base], set_module/1)
    ;   Property = class(Class)
    ->  '$set_class'(Class, Module)
    ;   throw(error(domain_error(module_property, Property), context(set_module/1, _)))
    ).

'$set_class'(Class, Module) :-
    (   var(Class)
    ->  throw(error(instantiation_error, context(set_module/1, _)))
    ;   '$memberchk'(Class, [user, library, system, temporary, test, development])
    ->  retractall('$module_class'(Module, _)),
        assertz('$module_class'(Module, Class))
    ;   throw(error(domain_error(module_class, Class), context(set_module/1, _)))
    ).

'$must_be_module'(Module, Caller) :-
    (   atom(Module)
    ->  true
    ;   var(Module)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   throw(error(type_error(module, Module), context(Caller, _)))
    ).

'$set_bases'(Module, Bases, Caller) :-
    '$in_name_of'(Caller, '$module_set_bases'(Module, Bases)).

%! import_module(?Module, ?Base) is nondet.
%  Names that Module neither holds nor imports are looked up in Base. user has the base system, and other modules user,
%  unless add_import_module/3 and its kin changed that.
import_module(Module, Base) :-
    current_module(Module),
    '$module_bases'(Module, Bases),
    '$member'(Base, Bases).

%! add_import_module(+Module, +Base, +Where) is det.
%  Has names of Module looked up in Base too, before the other bases, start, or after them, end.
add_import_module(Module, Base, Where) :-
    '$must_be_module'(Module, add_import_module/3),
    '$must_be_module'(Base, add_import_module/3),
    '$module_create'(Module),
    '$module_bases'(Module, Bases),
    (   var(Where)
    ->  throw(error(instantiation_error, context(add_import_module/3, _)))
    ;   '$memberchk'(Base, Bases)
    ->  true
    ;   Where == start
    ->  '$set_bases'(Module, [Base|Bases], add_import_module/3)
    ;   Where == end
    ->  '$append'(Bases, [Base], Bases1),
        '$set_bases'(Module, Bases1, add_import_module/3)
    ;   throw(error(domain_error(start_or_end, Where), context(add_import_module/3, _)))
    ).

%! delete_import_module(+Module, +Base) is semidet.
%  Undoes add_import_module/3. Fails when Base is no base of Module.
delete_import_module(Module, Base) :-
    '$must_be_module'(Module, delete_import_module/2),
    '$must_be_module'(Base, delete_import_module/2),
    '$module_bases'(Module, Bases),
    '$append'(Before, [Base|After], Bases),
    !,
    '$append'(Before, After, Bases1),
    '$set_bases'(Module, Bases1, delete_import_module/2).

%! export(:PIs) is det.
%  Adds PIs, a predicate indicator or several in a conjunction or list, to what the module exports.
export(Specs) :-
    '$strip_module'(Specs, Module, PIs),
    '$indicators'(PIs, Module, export, Indicators, []),
    '$export_indicators'(Indicators).

'$export_indicators'([]).
'$export_indicators'([Module:PI|PIs]) :-
    '$module_export'(Module, PI),
    '$export_indicators'(PIs).

%! import(:PIs) is det.
%  Makes the predicates visible in the source module: From:Name/Arity, or several in a conjunction or list.
import(Specs) :-
    '$import_target'(Specs, Into, PIs),
    '$indicators'(PIs, Into, import, Indicators, []),
    '$import_indicators'(Indicators, Into).

% Into:From:PI, or From:PI, into the module that is loaded or that the dialogue is in.
'$import_target'(Specs, Into, PIs) :-
    (   nonvar(Specs),
        Specs = Module:Inner,
        atom(Module),
        nonvar(Inner),
        '$names_modules'(Inner)
    ->  Into = Module,
        PIs = Inner
    ;   '$source_module'(Into),
        PIs = Specs
    ).

'$names_modules'(_:_).
'$names_modules'((_, _)).
'$names_modules'([_|_]).
'$names_modules'([]).

'$import_indicators'([], _).
'$import_indicators'([From:PI|PIs], Into) :-
    '$import_checked'(PI, From, Into, strong, import/1),
    '$import_indicators'(PIs, Into).

%! module(+Module) is det.
%  Makes Module the one that the dialogue works in.
module(Module) :-
    (   atom(Module)
    ->  '$module_create'(Module),
        '$set_source_module'(Module)
    ;   var(Module)
    ->  throw(error(instantiation_error, context((module)/1, _)))
    ;   throw(error(type_error(atom, Module), context((module)/1, _)))
    ).

%! '$set_source_module'(-Old, +New) is det.
%! '$current_source_module'(-Module) is det.
%! '$current_typein_module'(-Module) is det.
%! '$set_typein_module'(+Module) is det.
%  What programs written for SWI-Prolog use to know and to change the module of the text that is loaded, and of the dialogue.
'$set_source_module'(Old, New) :-
    '$source_module'(Old),
    '$set_source_module'(New).

'$current_source_module'(Module) :-
    '$source_module'(Module).

'$current_typein_module'(Module) :-
    '$source_module'(Module).

'$set_typein_module'(Module) :-
    module(Module).

%! context_module(-Module) is det.
%  Module is the one that the call stands in.
context_module(Spec) :-
    '$strip_module'(Spec, Module, Asked),
    Asked = Module.

%! @(:Goal, +Module) is nondet.
%  Calls Goal, found where it is, as if the call stood in Module: that is the module of its meta arguments.
@(Spec, Module) :-
    '$strip_module'(Spec, Home, Goal),
    (   var(Goal)
    ->  throw(error(instantiation_error, context((@)/2, _)))
    ;   callable(Goal)
    ->  '$must_be_module'(Module, (@)/2),
        '$in_context'(Goal, Home, Module, Goal1),
        call(Home:Goal1)
    ;   throw(error(type_error(callable, Goal), context((@)/2, _)))
    ).

% Control constructs are as transparent as meta predicates.
'$in_context'(Goal, Home, Module, Goal1) :-
    (   '$expandable_arguments'(Goal, Home, Head)
    ->  functor(Goal, Name, Arity),
        functor(Goal1, Name, Arity),
        '$in_context'(1, Arity, Head, Goal, Module, Goal1)
    ;   Goal1 = Goal
    ).

'$in_context'(N, Arity, Head, Goal, Module, Goal1) :-
    (   N > Arity
    ->  true
    ;   arg(N, Head, Mode),
        arg(N, Goal, Argument),
        arg(N, Goal1, Argument1),
        (   '$takes_module'(Mode),
            \+ '$is_qualified'(Argument)
        ->  Argument1 = Module:Argument
        ;   Argument1 = Argument
        ),
        N1 is N + 1,
        '$in_context'(N1, Arity, Head, Goal, Module, Goal1)
    ).

'$takes_module'(Mode) :-
    (   integer(Mode)
    ->  true
    ;   '$memberchk'(Mode, [:, ^, //])
    ).

'$is_qualified'(Argument) :-
    nonvar(Argument),
    Argument = Module:_,
    atom(Module).

:- meta_predicate((export(:), import(:), set_module(:), context_module(:), set_prolog_flag(:, +), current_prolog_flag(:, ?))).
:- '$protect'([current_predicate/1]).
