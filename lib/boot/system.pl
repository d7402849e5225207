% SPDX-License-Identifier: MIT
%
% system.pl - control, solutions and declarations: what every other Prolog file of Horn may use.
%
% This is the first file the bare loader reads. The loader knows clauses, `:- module(...)` and directives which it
% calls; it does no expansion. Everything under lib/boot/ belongs to module `system`, which every module sees.
%
% Two habits hold in all boot files: quoted atoms instead of double quotes, and no term that is changed by setarg or
% nb_setarg is written as a ground term in a clause (ground terms may be shared constants of the clause code).
%
% ------------------------------------------------------------------------------------------------------------------
% Primitives that C supplies beside the builtins of the standard. `PI` is Name/Arity, `M` a module name (an atom),
% `File` an atom, or [] when there is none. Everything is det unless it says otherwise; nothing here leaves a choice
% point after its last answer.
%
% Clauses and predicates
%   '$add_clause'(+M, +Clause, +File, +Line, -Notice)
%         Adds Clause (Head, Head :- Body, M2:Head ..., as assertz/1 takes them) at the end of its predicate in M,
%         as a static clause (unless the predicate is dynamic) with origin File:Line. Raises the errors of assertz/1, with
%         permission_error(modify, static_procedure, PI) for protected predicates of the system only.
%         An import of the same PI into M is replaced by the new local predicate.
%         When it is the first clause that this load of File gives to the predicate (see '$load_begin'), then the
%         clauses of an earlier load of File are removed first, and, unless the predicate is multifile or dynamic,
%         those of any other origin too. File == [] means no bookkeeping.
%         Notice is [] or one of
%           discontiguous(PI)                   a clause of another predicate came between, no declaration
%           redefined(PI, OldFile, OldLine)     clauses that came from another file were removed
%   '$load_begin'(+File)
%         Starts a load: every clause whose origin is File counts as old. Loads nest (a stack).
%   '$load_end'(+File)
%         Ends the innermost load: old clauses that are still there are removed, with their predicates if empty
%         and not dynamic or multifile; properties set by the old load and not by this one are dropped.
%   '$read_clause'(+Stream, -Term, -Names, -Singletons, -Line)
%         Reads the next clause with the operators and flags of the current source module. Names is the list
%         Name = Var of variable_names(_); Singletons that of singletons(_): named variables that occur once, `_X`
%         included, `_` not. Line is the line on which the term starts. At the end Term is end_of_file. Throws
%         error(syntax_error(What), syntax(Source, Line, Column)), or the same with a fourth argument, opened(Line, Column)
%         of what is not closed or near(Name) of a wrong name, after having skipped to the end of the bad clause, so that the next call reads the next one. Source is the file name, or the stream if it has none;
%         Line and Column (both from 1) are those of the offending token.
%   '$term_position'(+Stream, -Line, -Column)
%         Where the last term read by '$read_clause' from Stream starts, both from 1.
%   '$has_clauses'(+M, +Name, +Arity)                                                              semidet
%         M itself (no imports) holds that predicate, and it has a clause.
%   '$has_hook'(+M, +Name)                                                                         semidet
%         M, user or system has clauses of Name/2 or Name/4.
%   '$predicate'(?M, ?Name, ?Arity)                                                                nondet
%         M itself holds that predicate, and it is defined: it has clauses, is a C builtin, or is declared dynamic,
%         multifile or discontiguous. The three may be unbound; det when all are bound.
%   '$pred_property'(+M, +PI, ?Property)                                                           nondet
%         The predicate that PI means in M (local, imported, of user, of system) has Property, one of
%           defined, static, dynamic, discontiguous, multifile, public, exported, built_in (of module system),
%           foreign (in C), iso (protected), imported_from(From) (seen in M but held by From), file(File),
%           line_count(Line), number_of_clauses(Count), meta_predicate(Head)
%   '$set_pred_property'(+M, +PI, +Property)
%         Sets dynamic, discontiguous, multifile, public, iso or meta_predicate(Head), creating M and the predicate if
%         needed. dynamic on a static predicate with clauses or on a protected one raises
%         permission_error(modify, static_procedure, PI). Inside a load, counts as a definition by File.
%         meta_predicate(Head): calls of the predicate from code of a module M other than `user` and `system` get each
%         argument marked 0..9, ^, // or : wrapped as M:Argument (unless it is already M2:_).
%   '$nearest_names'(+Name, +Arity, +M, -PIs)
%         At most four PIs visible in M that a person may have meant: same name with another arity first, then
%         names within a small edit distance. May be [].
%   '$undefined'(+M, +Goal)  is NOT a primitive but a callback, defined in load.pl: when flag unknown=error, C calls it in
%         place of a Goal whose predicate does not exist as seen from M. It autoloads or throws existence_error.
%
% Modules. A name is looked up in the module itself, in its imports, in `user`, in `system`.
%   '$current_module'(?M)                                                                          nondet
%   '$module_create'(+M)                          nothing happens if it exists
%   '$module_export'(+M, +PI)
%   '$module_exports'(+M, -PIs)                   in order of export
%   '$module_unexport'(+M)                        forgets all exports (before a module file is loaded again)
%   '$module_import'(+Into, +From, +PI, +Strength, -Notice)
%         Makes From's PI visible in Into (it may be defined later). Strength is weak, when a later definition of Into's
%         own takes its place silently, or strong, when clauses for it in the same load are errors. Notice is [] if that
%         was done or was so already; local if Into defines PI itself (nothing is done); imported(Other) if Into
%         imports it from Other already (nothing is done).
%   '$module_bases'(+M, -Modules)                 where names are looked up that M has not, in order         semidet
%   '$module_set_bases'(+M, +Modules)             permission_error(add_import, module, M) if that gave a cycle
%   '$module_unknown'(+M, -Action)                what flag unknown is for M
%   '$strip_module'(+Term, -M, -Plain)            Plain is Term without its Module: prefixes; without any, M is user, or system while booting
%   '$strip_module'(+Term, +Default, -M, -Plain)  the same with Default instead
%   '$source_module'(-M), '$set_source_module'(+M)
%         Where clauses read go to and unqualified goals of directives run: `system` while booting, then `user`.
%   M:Goal calls Goal in M; op/3 takes Module:Name and otherwise uses the source module. call(G) from code of module
%         `system` of an unqualified G looks it up from `user`.
%
% Beyond the standard, from C: write_term options variable_names(Names) (names written as they are, any text),
% priority(P), spacing(next_argument), max_depth(0); format directives ~a ~w ~q ~p ~d ~s ~c ~N ~n ~t ~| ~+ ~e ~f ~g;
% nb_getval raises existence_error(variable, Key) for an unknown key.
%
% Files, streams, terminal
%   '$embedded_file'(+Name, -Stream)                                                               semidet
%         Opens a library file that is part of the executable for reading, e.g. 'lists.pl'.
%   '$embedded_files'(-Names)                     all such names, boot files left out
%   '$file_info'(+Path, -Kind, -Time)                                                              semidet
%         Path exists: Kind is file, directory or other; Time its modification as a float of seconds.
%   '$working_directory'(-Directory)              absolute, ends in /
%   '$change_directory'(+Path)                    raises existence_error(directory, Path) and the like
%   '$open_capture'(-Stream)                      opens an output stream to memory
%   '$capture_text'(+Stream, +Kind, -Text, +Tail) closes it, gives what was written; Kind: atom, string, chars, codes (before Tail)
%   '$read_line'(+Stream, +Kind, -Text)                                                             semidet
%         The next line without its end; fails at the end of the stream.
%   '$read_line_to'(+Stream, +Kind, -List, +Tail) the same with its end, before Tail; Tail is [] at the end of the stream
%   '$read_all'(+Stream, +Kind, -Text, +Tail)     what is left of the stream
%   '$read_some'(+Stream, +Count, -String)        at most Count characters
%   '$is_tty'(+Stream)                                                                             semidet
%   '$prompt'(+First, +Next)                      First is shown when user_input reads its next line from a terminal, Next
%                                                 for every line after that
%   '$read_key'(-Char)                            one key from the terminal without waiting for Enter
%   '$to_asm'(+Files)                             for each File writes its assembly text beside it (.hasm)
%   '$version'(-Atom)                             e.g. '0.1.0'
% ------------------------------------------------------------------------------------------------------------------

:- module(system, []).

% --- Declarations -----------------------------------------------------------------------------------------------

%! dynamic(:Specs) is det.
%  Specs is Name/Arity, or a list or conjunction of them; the same for the declarations that follow. Either all of them
%  are declared or none.
dynamic(Specs) :-
    '$declare'(Specs, dynamic).

%! dynamic(:Specs, +Options) is det.
%  As dynamic/1. Options: multifile(true), discontiguous(true); the others that systems know, incremental(Bool),
%  abstract(0), thread(Where), change nothing here.
dynamic(Specs, Options) :-
    '$check_options'(Options, (dynamic)/2),
    '$declare'(Specs, dynamic),
    (   '$memberchk'(multifile(true), Options)
    ->  '$declare'(Specs, multifile)
    ;   true
    ),
    (   '$memberchk'(discontiguous(true), Options)
    ->  '$declare'(Specs, discontiguous)
    ;   true
    ).

%! thread_local(:Specs) is det.
%  As dynamic/1: a machine has one thread.
thread_local(Specs) :-
    '$declare'(Specs, dynamic).

discontiguous(Specs) :-
    '$declare'(Specs, discontiguous).

multifile(Specs) :-
    '$declare'(Specs, multifile).

public(Specs) :-
    '$declare'(Specs, public).

%! module_transparent(:Specs) is det.
%  Accepted so that programs load; meta_predicate/1 is what Horn goes by.
module_transparent(_).

%! noprofile(:Specs) is det.
noprofile(_).

%! non_terminal(:Specs) is det.
non_terminal(_).

%! volatile(:Specs) is det.
volatile(_).

%! meta_predicate(:Heads) is det.
%  Each argument of a Head is 0..9, ^, //, : (it takes a module) or one of +, -, ?, * (it does not).
meta_predicate(Heads) :-
    '$check_finite'(Heads, (meta_predicate)/1),
    '$strip_module'(Heads, Module, Plain),
    '$meta_heads'(Plain, Module).

'$meta_heads'(Heads, _) :-
    var(Heads),
    !,
    throw(error(instantiation_error, context((meta_predicate)/1, _))).
'$meta_heads'([], _) :-
    !.
'$meta_heads'([Head|Heads], Module) :-
    !,
    '$meta_heads'(Head, Module),
    '$meta_heads'(Heads, Module).
'$meta_heads'((Head, Heads), Module) :-
    !,
    '$meta_heads'(Head, Module),
    '$meta_heads'(Heads, Module).
'$meta_heads'(Inner:Heads, _) :-
    atom(Inner),
    !,
    '$meta_heads'(Heads, Inner).
'$meta_heads'(Head, Module) :-
    callable(Head),
    !,
    functor(Head, Name, Arity),
    '$set_pred_property'(Module, Name/Arity, meta_predicate(Head)).
'$meta_heads'(Head, _) :-
    throw(error(type_error(callable, Head), context((meta_predicate)/1, _))).

'$declare'(Specs, Property) :-
    '$check_finite'(Specs, Property/1),
    '$strip_module'(Specs, Module, Plain),
    '$indicators'(Plain, Module, Property, PIs, []),
    '$check_declared'(PIs, Property),
    '$declare_all'(PIs, Property).

'$declare_all'([], _).
'$declare_all'([Module:PI|PIs], Property) :-
    '$in_name_of'(Property/1, '$set_pred_property'(Module, PI, Property)),
    '$declare_all'(PIs, Property).

% Terms that are walked through, and so must come to an end.
'$check_finite'(Term, Caller) :-
    (   acyclic_term(Term)
    ->  true
    ;   throw(error(type_error(acyclic_term, Term), context(Caller, _)))
    ).

% Calls Goal, whose errors are those of the predicate Caller.
'$in_name_of'(Caller, Goal) :-
    catch(Goal, error(Error, _), throw(error(Error, context(Caller, _)))).

% Builtins are refused before anything is changed.
'$check_declared'([], _).
'$check_declared'([_:PI|PIs], Property) :-
    (   '$pred_property'(system, PI, iso)
    ->  throw(error(permission_error(modify, static_procedure, PI), context(Property/1, _)))
    ;   '$check_declared'(PIs, Property)
    ).

% PIs is what Specs names: a difference list of Module:Name/Arity.
'$indicators'(Specs, _, Property, _, _) :-
    var(Specs),
    !,
    throw(error(instantiation_error, context(Property/1, _))).
'$indicators'([], _, _, PIs, PIs) :-
    !.
'$indicators'([Spec|Specs], Module, Property, PIs, Rest) :-
    !,
    '$indicators'(Spec, Module, Property, PIs, PIs1),
    '$indicators'(Specs, Module, Property, PIs1, Rest).
'$indicators'((Spec, Specs), Module, Property, PIs, Rest) :-
    !,
    '$indicators'(Spec, Module, Property, PIs, PIs1),
    '$indicators'(Specs, Module, Property, PIs1, Rest).
'$indicators'(Inner:Specs, _, Property, PIs, Rest) :-
    atom(Inner),
    !,
    '$indicators'(Specs, Inner, Property, PIs, Rest).
'$indicators'(as(Specs, _), Module, Property, PIs, Rest) :-
    !,
    '$indicators'(Specs, Module, Property, PIs, Rest).
'$indicators'(Qualified/Arity, _, Property, PIs, Rest) :-
    nonvar(Qualified),
    Qualified = Inner:Name,
    atom(Inner),
    !,
    '$indicators'(Name/Arity, Inner, Property, PIs, Rest).
'$indicators'(Name//Arity, Module, Property, PIs, Rest) :-
    integer(Arity),
    !,
    PredicateArity is Arity + 2,
    '$indicators'(Name/PredicateArity, Module, Property, PIs, Rest).
'$indicators'(Spec, Module, Property, [Module:Spec|Rest], Rest) :-
    '$check_indicator'(Spec, Property).

'$check_indicator'(Spec, Property) :-
    (   '$indicator_error'(Spec, Error)
    ->  throw(error(Error, context(Property/1, _)))
    ;   true
    ).

% Options must be a list without holes.
'$check_options'(Options, Caller) :-
    (   '$partial_list'(Options)
    ->  (   is_list(Options)
        ->  true
        ;   throw(error(instantiation_error, context(Caller, _)))
        )
    ;   throw(error(type_error(list, Options), context(Caller, _)))
    ).

'$indicator_error'(Name/Arity, Error) :-
    !,
    (   var(Name)
    ->  Error = instantiation_error
    ;   var(Arity)
    ->  Error = instantiation_error
    ;   \+ atom(Name)
    ->  Error = type_error(atom, Name)
    ;   \+ integer(Arity)
    ->  Error = type_error(integer, Arity)
    ;   Arity < 0
    ->  Error = domain_error(not_less_than_zero, Arity)
    ).
'$indicator_error'(Spec, type_error(predicate_indicator, Spec)).

:- meta_predicate((dynamic(:), dynamic(:, +), thread_local(:))).
:- meta_predicate(discontiguous(:)).
:- meta_predicate(multifile(:)).
:- meta_predicate(public(:)).
:- meta_predicate(meta_predicate(:)).
:- meta_predicate(strip_module(:, -, -)).
:- meta_predicate((assert(:), asserta(:), assertz(:), retract(:), retractall(:), abolish(:), clause(:, ?))).
:- meta_predicate((call(0), call(1, ?), call(2, ?, ?), call(3, ?, ?, ?), call(4, ?, ?, ?, ?), call(5, ?, ?, ?, ?, ?))).
:- meta_predicate((call(6, ?, ?, ?, ?, ?, ?), call(7, ?, ?, ?, ?, ?, ?, ?), '$call_cleanup'(0, 0))).
:- meta_predicate(('$in_name_of'(?, 0), '$catch_traced'(0, ?, -, 0), '$with_backtrace'(?, 0))).

% --- Control ----------------------------------------------------------------------------------------------------

:- meta_predicate((once(0), ignore(0), forall(0, 0), call_cleanup(0, 0), setup_call_cleanup(0, 0, 0), findall(?, 0, -), findall(?, 0, -, ?), catch(0, ?, 0), apply(:, +), not(0), ^(?, 0))).

%! once(:Goal) is semidet.
%  The first answer of Goal only.
once(Goal) :-
    call(Goal),
    !.

%! ignore(:Goal) is det.
%  Runs Goal once and succeeds also when it fails.
ignore(Goal) :-
    (   call(Goal)
    ->  true
    ;   true
    ).

%! numbervars(?Term, +Start, -End, +Options) is det.
%  Binds the variables of Term to '$VAR'(Start), '$VAR'(Start+1)...; End is the first number not used. Options are
%  singletons(Boolean): those that occur once are bound to '$VAR'('_') (false); functor_name(Atom) in place of '$VAR'; and
%  attvar(What): attributed variables are bound like others (bind), left alone (skip), or a type error (error, the default).
numbervars(Term, Start, End, Options) :-
    '$check_options'(Options, numbervars/4),
    '$numbervars_options'(Options, '$VAR', Name, error, Attributed, false, Singletons),
    '$numbervars_integer'(Start),
    (   Singletons == true
    ->  term_singletons(Term, Once),
        '$bind_singletons'(Once, Name, Attributed, Term)
    ;   true
    ),
    term_variables(Term, Variables),
    '$bind_numbered'(Variables, Name, Attributed, Term, Start, End0),
    End = End0.

'$numbervars_integer'(Start) :-
    (   integer(Start)
    ->  true
    ;   var(Start)
    ->  throw(error(instantiation_error, context(numbervars/4, _)))
    ;   throw(error(type_error(integer, Start), context(numbervars/4, _)))
    ).

'$numbervars_options'([], Name, Name, Attributed, Attributed, Singletons, Singletons).
'$numbervars_options'([Option|Options], Name0, Name, Attributed0, Attributed, Singletons0, Singletons) :-
    (   var(Option)
    ->  throw(error(instantiation_error, context(numbervars/4, _)))
    ;   '$numbervars_option'(Option, Name0, Name1, Attributed0, Attributed1, Singletons0, Singletons1)
    ->  '$numbervars_options'(Options, Name1, Name, Attributed1, Attributed, Singletons1, Singletons)
    ;   throw(error(domain_error(numbervars_option, Option), context(numbervars/4, _)))
    ).

'$numbervars_option'(functor_name(Name), _, Name, Attributed, Attributed, Singletons, Singletons) :-
    atom(Name).
'$numbervars_option'(attvar(What), Name, Name, _, What, Singletons, Singletons) :-
    '$member'(What, [bind, skip, error]).
'$numbervars_option'(singletons(Value), Name, Name, Attributed, Attributed, _, Value) :-
    '$member'(Value, [true, false]).

'$bind_singletons'([], _, _, _).
'$bind_singletons'([Variable|Variables], Name, Attributed, Term) :-
    (   '$is_numbered'(Variable, Attributed, Term)
    ->  Variable =.. [Name, '_']
    ;   true
    ),
    '$bind_singletons'(Variables, Name, Attributed, Term).

'$bind_numbered'([], _, _, _, End, End).
'$bind_numbered'([Variable|Variables], Name, Attributed, Term, Number, End) :-
    (   '$is_numbered'(Variable, Attributed, Term)
    ->  Variable =.. [Name, Number],
        Next is Number + 1
    ;   Next = Number
    ),
    '$bind_numbered'(Variables, Name, Attributed, Term, Next, End).

% Attributed variables are numbered, left alone or an error.
'$is_numbered'(Variable, Attributed, Term) :-
    (   \+ attvar(Variable)
    ->  true
    ;   Attributed == error
    ->  throw(error(type_error(free_of_attvar, Term), context(numbervars/4, _)))
    ;   Attributed == bind
    ).

%! forall(:Condition, :Action) is semidet.
%  Action is true for every answer of Condition. Binds nothing.
forall(Condition, Action) :-
    \+ ( call(Condition),
         \+ call(Action)
       ).

%! not(:Goal) is semidet.
not(Goal) :-
    \+ call(Goal).

%! call_cleanup(:Goal, :Cleanup) is nondet.
%  Goal, and Cleanup once when Goal is finished: failed, raised, cut, or exited without choices.
call_cleanup(Goal, Cleanup) :-
    setup_call_cleanup(true, Goal, Cleanup).

%! apply(:Closure, +Arguments) is nondet.
apply(Closure, Arguments) :-
    '$strip_module'(Closure, Module, Plain),
    (   var(Plain)
    ->  throw(error(instantiation_error, context(apply/2, _)))
    ;   callable(Plain)
    ->  '$check_options'(Arguments, apply/2),
        Plain =.. [Name|Given],
        '$append'(Given, Arguments, All),
        Goal =.. [Name|All],
        call(Module:Goal)
    ;   throw(error(type_error(callable, Plain), context(apply/2, _)))
    ).

%! :(+Module, :Goal) is nondet.
%  Goal in Module. The compiler resolves this when both are known; the rest comes here.
Module:Goal :-
    call(Module:Goal).

%! setup_call_cleanup(:Setup, :Goal, :Cleanup) is nondet.
%  As call_cleanup/2, after Setup was run once. Interrupts and limits of time and inferences wait for Setup and for Cleanup to end, a
%  thousand inferences at most.
setup_call_cleanup(Setup, Goal, Cleanup) :-
    '$mask',
    once(Setup),
    '$check_cleanup'(Cleanup),
    '$call_cleanup'(Goal, Cleanup).

'$check_cleanup'(Cleanup) :-
    '$strip_module'(Cleanup, _, Plain),
    (   var(Plain)
    ->  throw(error(instantiation_error, context(setup_call_cleanup/3, _)))
    ;   callable(Plain)
    ->  true
    ;   throw(error(type_error(callable, Plain), context(setup_call_cleanup/3, _)))
    ).

% The loop enters these when the goal of '$call_cleanup'/2 has exited without choices, failed, or raised; and when its choice points
% were cut. Then the other cleanups run although one raises.
'$run_cleanup'(Cleanup) :-
    '$clean_up'(Cleanup, exit),
    '$unmask'.

'$fail_cleanup'(Cleanup) :-
    '$clean_up'(Cleanup, fail),
    '$unmask',
    fail.

'$throw_cleanup'(Cleanup, Ball) :-
    catch('$clean_up'(Cleanup, exception(Ball)), _, true),
    throw(Ball).

'$cut_cleanups'([]) :-
    '$unmask'.
'$cut_cleanups'([Cleanup|Cleanups]) :-
    catch('$clean_up'(Cleanup, !), Ball, true),
    '$cut_cleanups'(Cleanups),
    (   nonvar(Ball)
    ->  throw(Ball)
    ;   true
    ).

% A control construct that is too wide or too deep for a clause is run goal by goal; a cut in it goes back to the choice point that Cut names.
% Goals are known, for what was a variable has become call/1.
'$interpret'((A, B), Module, Cut) :-
    !,
    '$interpret'(A, Module, Cut),
    '$interpret'(B, Module, Cut).
'$interpret'((A ; B), Module, Cut) :-
    !,
    '$interpret_or'(A, B, Module, Cut).
'$interpret'('|'(A, B), Module, Cut) :-
    !,
    '$interpret_or'(A, B, Module, Cut).
'$interpret'((Condition -> Then), Module, Cut) :-
    !,
    (   '$interpret_condition'(Condition, Module)
    ->  '$interpret'(Then, Module, Cut)
    ).
'$interpret'((Condition *-> Then), Module, Cut) :-
    !,
    '$interpret_condition'(Condition, Module),
    '$interpret'(Then, Module, Cut).
'$interpret'(\+ Goal, Module, _) :-
    !,
    '$must_be_body'(Goal),
    \+ '$interpret_condition'(Goal, Module).
'$interpret'(Module:Goal, _, Cut) :-
    !,
    '$interpret'(Goal, Module, Cut).
'$interpret'(!, _, Cut) :-
    !,
    '$cut_to'(Cut).
'$interpret'(Goal, Module, _) :-
    call(Module:Goal).

% A cut in a condition is local to it.
'$interpret_condition'(Goal, Module) :-
    '$newest_choice'(Cut),
    '$interpret'(Goal, Module, Cut).

'$interpret_or'((Condition -> Then), Else, Module, Cut) :-
    !,
    (   '$interpret_condition'(Condition, Module)
    ->  '$interpret'(Then, Module, Cut)
    ;   '$interpret'(Else, Module, Cut)
    ).
'$interpret_or'((Condition *-> Then), Else, Module, Cut) :-
    !,
    (   '$interpret_condition'(Condition, Module)
    *-> '$interpret'(Then, Module, Cut)
    ;   '$interpret'(Else, Module, Cut)
    ).
'$interpret_or'(A, _, Module, Cut) :-
    '$interpret'(A, Module, Cut).
'$interpret_or'(_, B, Module, Cut) :-
    '$interpret'(B, Module, Cut).

% A cleanup of setup_call_catcher_cleanup/4 runs only for reasons that its catcher matches.
'$clean_up'(Cleanup, Reason) :-
    (   Cleanup = system:'$catcher'(Catcher, Goal)
    ->  (   Catcher = Reason
        ->  ignore(Goal)
        ;   true
        )
    ;   ignore(Cleanup)
    ).

%! setup_call_catcher_cleanup(:Setup, :Goal, ?Catcher, :Cleanup) is nondet.
%  As setup_call_cleanup/3, where Cleanup runs if Catcher unifies with why Goal is finished: exit, fail, !, or
%  exception(Ball).
setup_call_catcher_cleanup(Setup, Goal, Catcher, Cleanup) :-
    '$mask',
    once(Setup),
    '$check_goal'(Cleanup, setup_call_catcher_cleanup/4),
    '$call_cleanup'(Goal, system:'$catcher'(Catcher, Cleanup)).

%! call_cleanup(:Goal, ?Catcher, :Cleanup) is nondet.
call_cleanup(Goal, Catcher, Cleanup) :-
    setup_call_catcher_cleanup(true, Goal, Catcher, Cleanup).

:- meta_predicate((setup_call_catcher_cleanup(0, 0, ?, 0), call_cleanup(0, ?, 0))).

%! abort is erroneous.
%  Ends what runs and goes back to the dialogue.
abort :-
    throw('$aborted').

%! findall(?Template, :Goal, ?List) is det.
%  List holds a copy of Template for each answer of Goal, in order (8.10.1).
findall(Template, Goal, List) :-
    '$check_partial_list'(List, Goal, findall/3),
    findall(Template, Goal, List, []).

%! findall(?Template, :Goal, ?List, ?Tail) is det.
%  The same, and the list ends in Tail.
findall(Template, Goal, List, Tail) :-
    '$findall_begin',
    '$findall_answers'(Template, Goal),
    '$findall_take'(Answers, Tail),
    List = Answers.

'$findall_answers'(Template, Goal) :-
    call(Goal),
    '$findall_add'(Template),
    fail.
'$findall_answers'(_, _).

:- dynamic('$halt_goal'/1).

'$at_halt'(Goal) :-
    assertz('$halt_goal'(Goal)).

%! halt(+Status) is det.
%  Ends the machine with this exit status, after the goals of at_halt/1 (8.17.4). Fails if one of them calls cancel_halt/1.
halt(Status) :-
    (   var(Status)
    ->  throw(error(instantiation_error, context(halt/1, _)))
    ;   integer(Status)
    ->  true
    ;   throw(error(type_error(integer, Status), context(halt/1, _)))
    ),
    '$run_halt_goals',
    '$halt'(Status).

% Fails when a goal calls cancel_halt/1.
'$run_halt_goals' :-
    (   retract('$halt_goal'(Goal))
    ->  catch(ignore(Goal), Error, true),
        (   nonvar(Error),
            Error = cancel_halt(Reason)
        ->  print_message(informational, halt_cancelled(Reason)),
            fail
        ;   '$run_halt_goals'
        )
    ;   true
    ).

%! cancel_halt(+Reason) is erroneous.
%  In a goal of at_halt/1: halt/1 says Reason and fails.
cancel_halt(Reason) :-
    throw(cancel_halt(Reason)).

%! halt is det.
%  As halt(0), but that the status is 1 after errors or warnings where flags on_error or on_warning say status (8.17.3).
halt :-
    (   '$complaint_flag'(Kind, Flag),
        '$complained'(Kind),
        current_prolog_flag(Flag, status)
    ->  halt(1)
    ;   halt(0)
    ).

% A message of this kind was printed.
'$complained'(error) :-
    statistics(errors, Count),
    Count > 0.
'$complained'(warning) :-
    statistics(warnings, Count),
    Count > 0.

'$complaint_flag'(error, on_error).
'$complaint_flag'(warning, on_warning).

% Notes that a message of this kind was printed; ends the machine where the flag says so.
'$note_complaint'(Kind) :-
    (   '$complaint_flag'(Kind, Flag)
    ->  '$count_complaint'(Kind),
        (   current_prolog_flag(Flag, halt)
        ->  halt(2)
        ;   true
        )
    ;   true
    ).

%! repeat is multi.
repeat.
repeat :-
    repeat.

%! '$nb_default'(+Key, +Default, -Value) is det.
%  Value is that of the global variable Key, or Default when it has none.
'$nb_default'(Key, Default, Value) :-
    (   catch(nb_getval(Key, Found), error(_, _), fail)
    ->  Value = Found
    ;   Value = Default
    ).

%! at_halt(:Goal) is det.
at_halt(Goal) :-
    '$check_goal'(Goal, at_halt/1),
    '$strip_module'(Goal, Module, Plain),
    '$at_halt'(Module:Plain).

:- meta_predicate(at_halt(0)).

% --- Small list helpers; libraries have the public ones ---------------------------------------------------------

'$append'([], Rest, Rest).
'$append'([X|Xs], Rest, [X|Ys]) :-
    '$append'(Xs, Rest, Ys).

'$member'(X, [Y|Ys]) :-
    '$member'(Ys, X, Y).

'$member'(_, X, X).
'$member'([Y|Ys], X, _) :-
    '$member'(Ys, X, Y).

'$memq'(X, [Y|Ys]) :-
    (   X == Y
    ->  true
    ;   '$memq'(X, Ys)
    ).

'$reverse'(Xs, Ys) :-
    '$reverse'(Xs, [], Ys).

'$reverse'([], Ys, Ys).
'$reverse'([X|Xs], Ys0, Ys) :-
    '$reverse'(Xs, [X|Ys0], Ys).

% Variables of Xs that are not among Ys, in order.
'$subtract_variables'([], _, []).
'$subtract_variables'([X|Xs], Ys, Zs) :-
    (   '$memq'(X, Ys)
    ->  Zs = Zs1
    ;   Zs = [X|Zs1]
    ),
    '$subtract_variables'(Xs, Ys, Zs1).

% --- All solutions (ISO 8.10) -------------------------------------------------------------------------------------

:- meta_predicate((bagof(?, ^, -), setof(?, ^, -), aggregate_all(?, 0, -), aggregate_all(?, ?, 0, -))).

%! bagof(+Template, :Goal, -Bag) is nondet.
%  Bag holds the instances of Template for the answers of Goal, one Bag for each binding of the variables of Goal that
%  stand neither in Template nor before a ^.
bagof(Template, Goal, Bag) :-
    '$check_partial_list'(Bag, Goal, bagof/3),
    '$bagof'(Template, Goal, bagof/3, Bag).

%! setof(+Template, :Goal, -Set) is nondet.
%  As bagof/3, with each answer sorted and free of duplicates.
setof(Template, Goal, Set) :-
    '$check_partial_list'(Set, Goal, setof/3),
    '$bagof'(Template, Goal, setof/3, Bag),
    sort(Bag, Set).

'$bagof'(Template, Goal, Caller, Bag) :-
    '$quantified'(Goal, Caller, Template, Bound, Plain),
    '$check_goal'(Plain, Caller),
    term_variables(Bound, BoundVariables),
    term_variables(Plain, GoalVariables),
    '$subtract_variables'(GoalVariables, BoundVariables, Free),
    (   Free == []
    ->  findall(Template, Plain, Found),
        Found = [_|_],
        Bag = Found
    ;   Witness =.. [v|Free],
        findall(Witness-Template, Plain, Found),
        Found = [_|_],
        '$bags'(Found, Bags),
        '$member'(Witness-Bag, Bags)
    ).

% Plain is Goal without Variables^, also behind module prefixes; the Variables are gathered in Bound.
'$quantified'(Goal, Caller, Bound0, Bound, Plain) :-
    '$quantified'(Goal, 1000, Caller, Bound0, Bound, Plain).

% When there have been so many quantifiers, they may have no end.
'$quantified'(Goal, Left, Caller, Bound0, Bound, Plain) :-
    (   Left =:= 0
    ->  '$check_finite'(Goal, Caller)
    ;   true
    ),
    (   nonvar(Goal),
        Goal = Variables^Inner
    ->  Left1 is Left - 1,
        '$quantified'(Inner, Left1, Caller, Bound0+Variables, Bound, Plain)
    ;   nonvar(Goal),
        Goal = Qualifier:Inner,
        nonvar(Qualifier),
        Qualifier = Variables^Module
    ->  '$quantified'(Module:Inner, Left, Caller, Bound0+Variables, Bound, Plain)
    ;   nonvar(Goal),
        Goal = _:_,
        '$strip_module'(Goal, Module, Inner),
        nonvar(Inner),
        Inner = _^_
    ->  '$quantified'(Inner, Left, Caller, Bound0, Bound, Plain0),
        Plain = Module:Plain0
    ;   Plain = Goal,
        Bound = Bound0
    ).

% One Witness-Bag per class of variant witnesses, in standard order of the witnesses.
'$bags'(Pairs, Bags) :-
    keysort(Pairs, Sorted),
    (   '$ground_keys'(Sorted)
    ->  '$ground_bags'(Sorted, Bags)
    ;   '$variant_bags'(Sorted, Bags)
    ).

'$ground_keys'([]).
'$ground_keys'([Key-_|Pairs]) :-
    ground(Key),
    '$ground_keys'(Pairs).

'$ground_bags'([], []).
'$ground_bags'([Key-Value|Pairs], [Key-[Value|Values]|Bags]) :-
    '$same_key'(Pairs, Key, Values, Rest),
    '$ground_bags'(Rest, Bags).

'$same_key'([Key0-Value|Pairs], Key, Values, Rest) :-
    Key0 == Key,
    !,
    Values = [Value|Values1],
    '$same_key'(Pairs, Key, Values1, Rest).
'$same_key'(Rest, _, [], Rest).

'$variant_bags'([], []).
'$variant_bags'([Key-Value|Pairs], [Key-[Value|Values]|Bags]) :-
    '$variant_keys'(Pairs, Key, Values, Rest),
    '$variant_bags'(Rest, Bags).

'$variant_keys'([], _, [], []).
'$variant_keys'([Key0-Value|Pairs], Key, Values, Rest) :-
    (   Key0 =@= Key
    ->  Key0 = Key,
        Values = [Value|Values1],
        '$variant_keys'(Pairs, Key, Values1, Rest)
    ;   Rest = [Key0-Value|Rest1],
        '$variant_keys'(Pairs, Key, Values, Rest1)
    ).

'$check_goal'(Goal, Caller) :-
    '$strip_module'(Goal, _, Plain),
    (   var(Plain)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   callable(Plain)
    ->  true
    ;   throw(error(type_error(callable, Plain), context(Caller, _)))
    ).

'$check_partial_list'(List, Caller) :-
    (   '$partial_list'(List)
    ->  true
    ;   throw(error(type_error(list, List), context(Caller, _)))
    ).

% The same for the result of findall/3, bagof/3 or setof/3: the errors of the goal come first.
'$check_partial_list'(List, Goal, Caller) :-
    (   '$partial_list'(List)
    ->  true
    ;   (   Caller == findall/3
        ->  Plain = Goal
        ;   '$quantified'(Goal, Caller, [], _, Plain)
        ),
        '$check_goal'(Plain, Caller),
        throw(error(type_error(list, List), context(Caller, _)))
    ).

%! aggregate_all(+Spec, :Goal, -Result) is semidet.
%  Result over all answers of Goal, by Spec: count, count(T), sum(E), max(E), min(E), max(E, Witness), min(E, Witness),
%  bag(T), set(T), or a compound of such. Without answers max and min fail.
aggregate_all(Spec, _, _) :-
    var(Spec),
    !,
    throw(error(instantiation_error, context(aggregate_all/3, _))).
aggregate_all(count, Goal, Count) :-
    !,
    '$fold_answers'(0, Goal, 1, sum, Count).
aggregate_all(count(_), Goal, Count) :-
    !,
    '$fold_answers'(0, Goal, 1, sum, Count).
aggregate_all(sum(Expression), Goal, Sum) :-
    !,
    '$fold_answers'(0, Goal, Expression, sum, Sum).
aggregate_all(bag(Template), Goal, Bag) :-
    !,
    findall(Template, Goal, Bag).
aggregate_all(set(Template), Goal, Set) :-
    !,
    findall(Template, Goal, Bag),
    sort(Bag, Set).
aggregate_all(max(Expression), Goal, Max) :-
    !,
    '$fold_answers'([], Goal, Expression, max, [Max0]),
    Max = Max0.
aggregate_all(min(Expression), Goal, Min) :-
    !,
    '$fold_answers'([], Goal, Expression, min, [Min0]),
    Min = Min0.
aggregate_all(max(Expression, Witness), Goal, Max) :-
    !,
    '$fold_answers'([], Goal, Expression-Witness, max_witness, Found),
    Found = [Value-Who],
    Max = max(Value, Who).
aggregate_all(min(Expression, Witness), Goal, Min) :-
    !,
    '$fold_answers'([], Goal, Expression-Witness, min_witness, Found),
    Found = [Value-Who],
    Min = min(Value, Who).
aggregate_all(Spec, Goal, Result) :-
    compound(Spec),
    '$compound_spec'(Spec),
    !,
    Spec =.. [Name|Specs],
    '$spec_templates'(Specs, Templates),
    findall(Templates, Goal, Rows),
    '$aggregate_columns'(Specs, Rows, Results),
    Result =.. [Name|Results].
aggregate_all(Spec, _, _) :-
    throw(error(domain_error(aggregate_spec, Spec), context(aggregate_all/3, _))).

%! aggregate_all(+Spec, +Discriminator, :Goal, -Result) is semidet.
%  As aggregate_all/3, counting answers with equal Discriminator and templates once.
aggregate_all(Spec, Discriminator, Goal, Result) :-
    term_variables(Spec, Variables),
    findall(Discriminator-Variables, Goal, Answers0),
    sort(Answers0, Answers),
    aggregate_all(Spec, '$member'(_-Variables, Answers), Result).

'$compound_spec'(Spec) :-
    functor(Spec, _, Arity),
    \+ ( between(1, Arity, N),
         arg(N, Spec, Part),
         \+ '$is_spec'(Part)
       ).

'$is_spec'(Spec) :-
    var(Spec),
    !,
    fail.
'$is_spec'(count).
'$is_spec'(count(_)).
'$is_spec'(sum(_)).
'$is_spec'(max(_)).
'$is_spec'(min(_)).
'$is_spec'(max(_, _)).
'$is_spec'(min(_, _)).
'$is_spec'(bag(_)).
'$is_spec'(set(_)).

'$spec_templates'([], []).
'$spec_templates'([Spec|Specs], [Spec|Templates]) :-
    '$spec_templates'(Specs, Templates).

'$aggregate_columns'([], _, []).
'$aggregate_columns'([Spec|Specs], Rows, [Result|Results]) :-
    '$column'(Rows, Column, Rest),
    aggregate_all(Spec, '$member'(Spec, Column), Result),
    '$aggregate_columns'(Specs, Rest, Results).

'$column'([], [], []).
'$column'([[Cell|Cells]|Rows], [Cell|Column], [Cells|Rest]) :-
    '$column'(Rows, Column, Rest).

% Runs through all answers, folding the values of Expression into an accumulator that survives backtracking.
'$fold_answers'(Start, Goal, Expression, How, Result) :-
    State = state(Start),
    (   call(Goal),
        arg(1, State, Old),
        '$fold'(How, Expression, Old, New),
        nb_setarg(1, State, New),
        fail
    ;   arg(1, State, Result)
    ).

'$fold'(sum, Expression, Old, New) :-
    New is Old + Expression.
'$fold'(max, Expression, Old, [Value]) :-
    '$aggregate_value'(Expression, Value),
    '$improves'(Old, >, Value).
'$fold'(min, Expression, Old, [Value]) :-
    '$aggregate_value'(Expression, Value),
    '$improves'(Old, <, Value).
'$fold'(max_witness, Expression-Witness, Old, [Value-Witness]) :-
    '$aggregate_value'(Expression, Value),
    '$improves_witness'(Old, >, Value).
'$fold'(min_witness, Expression-Witness, Old, [Value-Witness]) :-
    '$aggregate_value'(Expression, Value),
    '$improves_witness'(Old, <, Value).

'$improves'([], _, _).
'$improves'([Old], Order, Value) :-
    (   '$value_order'(Order, Value, Old)
    ->  true
    ;   float(Value),
        integer(Old),
        Value =:= Old
    ).

'$improves_witness'([], _, _).
'$improves_witness'([Old-_], Order, Value) :-
    '$value_order'(Order, Value, Old).

% Numbers compare by value, anything else by the standard order of terms.
'$value_order'(Order, X, Y) :-
    (   number(X),
        number(Y)
    ->  '$number_order'(Order, X, Y)
    ;   compare(Order, X, Y)
    ).

'$number_order'(<, X, Y) :-
    X < Y.
'$number_order'(>, X, Y) :-
    X > Y.

'$aggregate_value'(Expression, Value) :-
    (   number(Expression)
    ->  Value = Expression
    ;   atomic(Expression)
    ->  Value = Expression
    ;   catch(Value is Expression, error(type_error(evaluable, _), _), Value = Expression)
    ).

% --- Conversions of output terms ------------------------------------------------------------------------------------

%! print(+Term) is det.
%! print(+Stream, +Term) is det.
%  Writes Term as a person wants to see it: with the options of the flag print_write_options, or, when that is [], quoted and with
%  user:portray/1 applied to its subterms.
print(Term) :-
    '$print_options'(Options),
    write_term(Term, Options).

print(Stream, Term) :-
    '$print_options'(Options),
    write_term(Stream, Term, Options).

'$print_options'(Options) :-
    (   current_prolog_flag(print_write_options, [Option|Rest])
    ->  Options = [Option|Rest]
    ;   Options = [portray(true), numbervars(true), quoted(true)]
    ).

% What write_term/2,3 call when there is a hook to call. Each subterm that the hook wrote is replaced by a variable whose name is what was
% written. Target is 0 for current output.
'$write_portrayed'(Target, Term, Options0) :-
    '$portray_options'(Options0, Options, user:portray, Hook),
    (   acyclic_term(Term)
    ->  '$portrayed'(Term, Hook, Options0, Shown, Names, [])
    ;   '$portrayed_by'(Hook, Options0, Term, Text)
    ->  Names = [Text = Shown]
    ;   Shown = Term,
        Names = []
    ),
    (   Target == 0
    ->  write_term(Shown, [variable_names(Names)|Options])
    ;   write_term(Target, Shown, [variable_names(Names)|Options])
    ).

% Options without those that name a hook; Hook is Hook0 or the closure of portray_goal(Closure).
'$portray_options'([], [], Hook, Hook).
'$portray_options'([Option|Options0], Options, Hook0, Hook) :-
    (   '$portray_option'(Option, Hook0, Hook1)
    ->  '$portray_options'(Options0, Options, Hook1, Hook)
    ;   Options = [Option|Options1],
        '$portray_options'(Options0, Options1, Hook0, Hook)
    ).

'$portray_option'(portray(_), Hook, Hook).
'$portray_option'(portrayed(_), Hook, Hook).
'$portray_option'(portray = _, Hook, Hook).
'$portray_option'(portrayed = _, Hook, Hook).
'$portray_option'(portray_goal(Goal), _, goal(Goal)).
'$portray_option'(portray_goal = Goal, _, goal(Goal)).

'$portrayed'(Term, Hook, Options, Shown, Names, Rest) :-
    (   var(Term)
    ->  Shown = Term,
        Names = Rest
    ;   '$portrayed_by'(Hook, Options, Term, Text)
    ->  Names = [Text = Shown|Rest]
    ;   Term = [Head|Tail]
    ->  Shown = [ShownHead|ShownTail],
        '$portrayed'(Head, Hook, Options, ShownHead, Names, Names1),
        '$portrayed_tail'(Tail, Hook, Options, ShownTail, Names1, Rest)
    ;   compound(Term),
        Term \= '$VAR'(_)
    ->  compound_name_arity(Term, Name, Arity),
        compound_name_arity(Shown, Name, Arity),
        '$portrayed_arguments'(1, Arity, Term, Hook, Options, Shown, Names, Rest)
    ;   Shown = Term,
        Names = Rest
    ).

% The elements after the first: a list as a whole was portrayed before them.
'$portrayed_tail'(Tail, Hook, Options, Shown, Names, Rest) :-
    (   nonvar(Tail),
        Tail = [Head|Tail1]
    ->  Shown = [ShownHead|ShownTail],
        '$portrayed'(Head, Hook, Options, ShownHead, Names, Names1),
        '$portrayed_tail'(Tail1, Hook, Options, ShownTail, Names1, Rest)
    ;   Tail == []
    ->  Shown = [],
        Names = Rest
    ;   '$portrayed'(Tail, Hook, Options, Shown, Names, Rest)
    ).

'$portrayed_arguments'(N, Arity, Term, Hook, Options, Shown, Names, Rest) :-
    (   N > Arity
    ->  Names = Rest
    ;   arg(N, Term, Argument),
        arg(N, Shown, ShownArgument),
        '$portrayed'(Argument, Hook, Options, ShownArgument, Names, Names1),
        N1 is N + 1,
        '$portrayed_arguments'(N1, Arity, Term, Hook, Options, Shown, Names1, Rest)
    ).

% The hook wrote Text in place of Term. One that fails or raises leaves the term to write_term.
'$portrayed_by'(Hook, Options, Term, Text) :-
    findall(Text, catch('$portray_text'(Hook, Options, Term, Text), _, fail), [Text]).

'$portray_text'(goal(Goal), Options, Term, Text) :-
    with_output_to(atom(Text), call(Goal, Term, Options)).
'$portray_text'(user:portray, _, Term, Text) :-
    with_output_to(atom(Text), user:portray(Term)).

% --- Predicates that programs may not redefine ------------------------------------------------------------------------

'$protect'([]).
'$protect'([PI|PIs]) :-
    '$set_pred_property'(system, PI, iso),
    '$protect'(PIs).

:- '$protect'([once/1, bagof/3, setof/3, halt/0, halt/1, findall/3, findall/4, repeat/0, (:)/2, (dynamic)/1, (discontiguous)/1, (multifile)/1]).
