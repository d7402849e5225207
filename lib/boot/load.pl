% SPDX-License-Identifier: MIT
%
% load.pl - from source files to clauses.
%
% A load reads clause after clause in a failure-driven loop, so that what one clause needs is gone before the next. Most
% clauses take the short way: read, look whether something special applies, '$add_clause'. Directives, grammar rules and
% terms under term expansion take the long way. A false `:- if` reads on in a loop of its own.
%
% The state of a load lives in global variables, saved around nested loads:
%
%     $load_source      file(Path), library(Name), user or none: what is loaded
%     $load_key         its key, the origin of its clauses
%     $load_text        the key of the text that is read: differs from $load_key inside include/1
%     $load_stream      where the text comes from
%     $load_term        what is read at the moment: term(Term, Names)
%     $load_module      none, or the module that the file defines
%     $load_conditions  one of then(Line), else(Line) for each open `:- if`
%     $load_counts      counts(Errors, Warnings) of this load
%     $style_off        style checks that are switched off
%
% Elsewhere: names of files (files.pl), expansion (expand.pl), text of messages (messages.pl).

:- module(system, []).

% '$loaded'(Key, Source, Time, Module, Into): Key was loaded; Module is none for a file without module header.
% '$module_operator'(Module, Priority, Type, Name): exported operators.
% '$after_load'(Key, Goal): goals of initialization/1 that wait for the end of the load of Key.
% '$main_goal'(Goal), '$program_goal'(At): goals of initialization(Goal, main) and initialization(Goal, program).
% '$library_export'(Name, Arity, Library): the autoload index; '$library_index_built' when it is there.
:- dynamic(['$loaded'/5, '$module_operator'/4, '$after_load'/2, '$main_goal'/1, '$program_goal'/1]).
% '$image_library'(Key, Module, Needs, Operators): a library that is in the image; it imports from those that Needs names.
:- dynamic(['$library_export'/3, '$library_index_built'/0, '$image_library'/4]).

:- meta_predicate((consult(:), load_files(:), load_files(:, +), ensure_loaded(:), use_module(:), use_module(:, +))).
:- meta_predicate((reexport(:), reexport(:, +), initialization(0), initialization(0, +), include(:), compile(:))).

% --- Entry points -----------------------------------------------------------------------------------------------

%! consult(:Files) is det.
%  Loads a file or each file of a list; what an earlier load of the same file defined is replaced.
consult(Files) :-
    '$strip_module'(Files, Into, Plain),
    '$load_files'(Plain, Into, [if(true)]).

compile(Files) :-
    consult(Files).

%! [:File|:Files] is det.
[File|Files] :-
    consult([File|Files]).

%! ensure_loaded(:Files) is det.
%  Loads what is not loaded yet.
ensure_loaded(Files) :-
    '$strip_module'(Files, Into, Plain),
    '$load_files'(Plain, Into, [if(not_loaded)]).

%! use_module(:Files) is det.
%! use_module(:File, +Imports) is det.
%  Loads a module file unless it is loaded, and imports what it exports; Imports is a list of Name/Arity,
%  Name/Arity as NewName and op(_, _, _), or except(List), or all.
use_module(Files) :-
    '$strip_module'(Files, Into, Plain),
    '$load_files'(Plain, Into, [if(not_loaded), must_be_module(true)]).

use_module(File, Imports) :-
    '$strip_module'(File, Into, Plain),
    '$load_files'(Plain, Into, [if(not_loaded), must_be_module(true), imports(Imports)]).

%! reexport(:Files) is det.
%! reexport(:File, +Imports) is det.
%  As use_module, and exports again what was imported.
reexport(Files) :-
    '$strip_module'(Files, Into, Plain),
    '$load_files'(Plain, Into, [if(not_loaded), must_be_module(true), reexport(true)]).

reexport(File, Imports) :-
    '$strip_module'(File, Into, Plain),
    '$load_files'(Plain, Into, [if(not_loaded), must_be_module(true), reexport(true), imports(Imports)]).

%! load_files(:Files) is det.
%! load_files(:Files, +Options) is det.
%  Options: if(true | changed | not_loaded | exists), imports(Imports), must_be_module(Bool), which is looked at when the
%  file was loaded, reexport(Bool), stream(Stream).
load_files(Files) :-
    load_files(Files, []).

load_files(Files, Options) :-
    '$strip_module'(Files, Into, Plain),
    '$check_options'(Options, load_files/2),
    '$load_files'(Plain, Into, Options).

%! make is det.
%  Loads again the files that changed since they were loaded.
make :-
    findall(Source-Into, '$changed_source'(Source, Into), Changed),
    '$load_again'(Changed).

'$changed_source'(Source, Into) :-
    '$loaded'(_, Source, Time, _, Into),
    Source = file(_),
    '$source_time'(Source, Now),
    Now > Time.

'$load_again'([]).
'$load_again'([Source-Into|Rest]) :-
    '$source_key'(Source, Key),
    '$load_and_import'(Source, Key, Into, []),
    '$load_again'(Rest).

%! unload_file(+File) is det.
%  Removes what File defined.
unload_file(File) :-
    (   var(File)
    ->  throw(error(instantiation_error, context(unload_file/1, _)))
    ;   catch('$resolve_source'(File, Source), error(existence_error(_, _), _), fail),
        '$source_key'(Source, Key),
        '$loaded'(Key, _, _, Module, _)
    ->  '$load_begin'(Key),
        '$load_end'(Key),
        retractall('$loaded'(Key, _, _, _, _)),
        (   Module == none
        ->  true
        ;   '$module_unexport'(Module)
        )
    ;   true
    ).

%! exists_source(+File) is semidet.
%! exists_source(+File, -Path) is semidet.
%  There is a source file that load_files/2 would load for File; Path is its name, library(Name) for one in the executable.
exists_source(File) :-
    exists_source(File, _).

exists_source(File, Path) :-
    (   var(File)
    ->  throw(error(instantiation_error, context(exists_source/1, _)))
    ;   '$module_without_file'(File, _)
    ->  Path = File
    ;   catch('$resolve_source'(File, Source), error(existence_error(_, _), _), fail),
        '$source_key'(Source, Path)
    ).

%! source_file(?File) is nondet.
source_file(File) :-
    '$loaded'(File, file(_), _, _, _).

%! source_file(:Head, -File) is semidet.
source_file(Head, File) :-
    '$strip_module'(Head, Module, Plain),
    callable(Plain),
    functor(Plain, Name, Arity),
    '$pred_property'(Module, Name/Arity, file(File)),
    !.

%! source_file_property(?File, ?Property) is nondet.
%  Property of a file that was loaded is modified(Time), the time of the text that was loaded; source(file); module(Module), where it is a
%  module file.
source_file_property(File, Property) :-
    '$loaded'(File, file(_), Time, Module, _),
    '$source_property'(Property, Time, Module).

'$source_property'(modified(Time), Time, _) :-
    number(Time).
'$source_property'(source(file), _, _).
'$source_property'(module(Module), _, Module) :-
    Module \== none.

% --- Which files, whether at all, and what to import --------------------------------------------------------------

'$load_files'(Files, _, _) :-
    var(Files),
    !,
    throw(error(instantiation_error, context(load_files/2, _))).
'$load_files'([], _, _) :-
    !.
'$load_files'([File|Files], Into, Options) :-
    !,
    '$ends'(Files),
    '$load_files'(File, Into, Options),
    '$load_files'(Files, Into, Options).
'$load_files'(Inner:Files, _, Options) :-
    atom(Inner),
    !,
    '$load_files'(Files, Inner, Options).
'$load_files'(File, Into, Options) :-
    (   '$memberchk'(stream(Stream), Options)
    ->  '$path_text'(File, Path),
        '$load_and_import'(stream(Stream, Path), Path, Into, Options)
    ;   '$module_without_file'(File, Module)
    ->  '$import_module'(Module, Into, Options)
    ;   '$memberchk'(if(exists), Options),
        \+ exists_source(File)
    ->  true
    ;   '$resolve_source'(File, Source),
        '$source_key'(Source, Key),
        '$load_if_needed'(Source, Key, Into, Options)
    ).

% library(Name) where module Name came with the executable in another form than as a file.
'$module_without_file'(library(Name), Module) :-
    ground(Name),
    catch('$path_text'(Name, Text), _, fail),
    '$builtin_module'(Text, Module).

% Libraries of other systems whose predicates are built in here.
'$builtin_module'(between, system).
'$builtin_module'(dialect, system).
'$builtin_module'(system, system).
'$builtin_module'(prolog_load_context, system).

'$load_if_needed'(Source, Key, Into, Options) :-
    (   '$memberchk'(if(Condition), Options)
    ->  true
    ;   Condition = true
    ),
    (   '$loading_now'(Key)
    ->  '$import_loaded'(Key, Into, Options)
    ;   Condition == not_loaded,
        '$loaded'(Key, _, _, _, _)
    ->  '$import_loaded'(Key, Into, Options)
    ;   Condition == changed,
        '$loaded'(Key, _, Time, _, _),
        '$source_time'(Source, Now),
        Now =< Time
    ->  '$import_loaded'(Key, Into, Options)
    ;   '$load_and_import'(Source, Key, Into, Options)
    ).

'$loading_now'(Key) :-
    '$loaded'(Key, _, loading, _, _),
    !.

'$load_and_import'(Source, Key, Into, Options) :-
    '$load_source'(Source, Key, Into),
    (   '$memberchk'(must_be_module(true), Options),
        '$loaded'(Key, _, _, none, _)
    ->  throw(error(domain_error(module_file, Key), context(load_files/2, _)))
    ;   '$import_loaded'(Key, Into, Options)
    ).

'$import_loaded'(Key, Into, Options) :-
    (   '$loaded'(Key, _, _, Module, _),
        Module \== none,
        Module \== Into
    ->  '$import_module'(Module, Into, Options)
    ;   true
    ).

'$import_module'(system, _, _) :-
    !.
'$import_module'(Module, Into, Options) :-
    '$module_exports'(Module, PIs),
    (   '$memberchk'(imports(Imports), Options)
    ->  true
    ;   Imports = all
    ),
    '$select_imports'(Imports, PIs, Module, Into, Selected),
    (   '$names_imports'(Imports)
    ->  '$import_all'(Selected, Module, Into, strong)
    ;   '$import_all'(Selected, Module, Into, weak)
    ),
    (   '$memberchk'(reexport(true), Options)
    ->  '$export_all'(Selected, Into),
        '$reexport_operators'(Module, Into)
    ;   true
    ).

% Imports asked for by name are not overridden by definitions of the importer.
'$names_imports'([_|_]).

% Selected holds Name/Arity or as(Name/Arity, NewName).
'$select_imports'(Imports, _, _, _, _) :-
    var(Imports),
    !,
    throw(error(instantiation_error, context(use_module/2, _))).
'$select_imports'(all, PIs, Module, Into, PIs) :-
    !,
    '$import_operators'(Module, Into, op(_, _, _)).
'$select_imports'(except(Except), PIs, Module, Into, Selected) :-
    !,
    '$predicates_except'(PIs, Except, Selected0),
    '$renamed'(Except, Renamed),
    '$append'(Selected0, Renamed, Selected),
    '$import_operators'(Module, Into, op(_, _, _)).
'$select_imports'([], _, _, _, []) :-
    !.
'$select_imports'([Import|_], _, _, _, _) :-
    var(Import),
    !,
    throw(error(instantiation_error, context(use_module/2, _))).
'$select_imports'([op(P, T, N)|Imports], PIs, Module, Into, Selected) :-
    !,
    '$import_operators'(Module, Into, op(P, T, N)),
    '$select_imports'(Imports, PIs, Module, Into, Selected).
'$select_imports'([Name//Arity0|Imports], PIs, Module, Into, Selected) :-
    integer(Arity0),
    !,
    Arity is Arity0 + 2,
    '$select_imports'([Name/Arity|Imports], PIs, Module, Into, Selected).
'$select_imports'([Import|Imports], PIs, Module, Into, Selected) :-
    '$import_indicator'(Import, PI),
    !,
    (   '$memberchk'(PI, PIs)
    ->  Selected = [Import|Selected1]
    ;   Import == PI,
        '$built_in_instead'(PI, Module)
    ->  Selected = Selected1
    ;   '$load_message'(error, error(existence_error(export, PI, module(Module)), _)),
        Selected = [Import|Selected1]
    ),
    '$select_imports'(Imports, PIs, Module, Into, Selected1).
'$select_imports'(Imports, _, _, _, _) :-
    throw(error(type_error(import_list, Imports), context(use_module/2, _))).

% What libraries of other systems export may be built in here, e.g. library(aggregate) and aggregate_all/3.
'$built_in_instead'(PI, Module) :-
    '$loaded'(_, library(_), _, Module, _),
    '$pred_property'(system, PI, built_in),
    !.

'$import_indicator'(Name/Arity, Name/Arity).
'$import_indicator'(as(Name/Arity, _), Name/Arity).

'$predicates_except'([], _, []).
'$predicates_except'([PI|PIs], Except, Selected) :-
    (   '$is_excepted'(PI, Except)
    ->  Selected = Selected1
    ;   Selected = [PI|Selected1]
    ),
    '$predicates_except'(PIs, Except, Selected1).

'$is_excepted'(PI, Except) :-
    '$memberchk'(PI, Except),
    !.
'$is_excepted'(Name/Arity, Except) :-
    '$memberchk'(as(Name/Arity, _), Except),
    !.
'$is_excepted'(Name/Arity, Except) :-
    '$memberchk'(Name//RuleArity, Except),
    Arity =:= RuleArity + 2.

'$renamed'([], []).
'$renamed'([Import|Imports], Renamed) :-
    (   Import = as(_, _)
    ->  Renamed = [Import|Renamed1]
    ;   Renamed = Renamed1
    ),
    '$renamed'(Imports, Renamed1).

% What cannot be imported is said, and the others are.
'$import_all'([], _, _, _).
'$import_all'([Import|Imports], Module, Into, Strength) :-
    catch('$import_one'(Import, Module, Into, Strength), Error, '$load_message'(error, Error)),
    '$import_all'(Imports, Module, Into, Strength).

'$import_one'(as(Name/Arity, NewName), Module, Into, _) :-
    !,
    '$nb_default'('$load_key', [], Key),
    (   Key == [],
        '$has_clauses'(Into, NewName, Arity)
    ->  true
    ;   functor(Goal0, Name, Arity),
        Goal0 =.. [_|Arguments],
        Head =.. [NewName|Arguments],
        (   '$pred_property'(Module, Name/Arity, meta_predicate(Modes))
        ->  '$in_context'(Goal0, Module, Into, Goal),
            Modes =.. [_|ArgumentModes],
            NewModes =.. [NewName|ArgumentModes],
            '$set_pred_property'(Into, NewName/Arity, meta_predicate(NewModes))
        ;   Goal = Goal0
        ),
        '$add_clause'(Into, (Head :- Module:Goal), Key, 0, _)
    ).
'$import_one'(PI, Module, Into, Strength) :-
    '$import_checked'(PI, Module, Into, Strength, use_module/2).

% Names that stand for something else in Into are errors, but for its own definitions where all exports are imported.
'$import_checked'(PI, Module, Into, Strength, Caller) :-
    '$module_import'(Into, Module, PI, Strength, Notice),
    (   Notice = imported(Other)
    ->  Detail = already_from(Other)
    ;   Notice == local,
        Strength == strong
    ->  Detail = defined_in(Into)
    ;   true
    ),
    (   var(Detail)
    ->  true
    ;   throw(error(permission_error(import_into(Into), procedure, Module:PI), context(Caller, Detail)))
    ).

'$export_all'([], _).
'$export_all'([Import|Imports], Module) :-
    (   Import = as(_/Arity, Name)
    ->  '$module_export'(Module, Name/Arity)
    ;   '$module_export'(Module, Import)
    ),
    '$export_all'(Imports, Module).

'$import_operators'(Module, Into, op(Priority, Type, Name)) :-
    (   '$module_operator'(Module, Priority, Type, Name),
        op(Priority, Type, Into:Name),
        fail
    ;   true
    ).

'$reexport_operators'(Module, Into) :-
    (   '$module_operator'(Module, Priority, Type, Name),
        \+ '$module_operator'(Into, Priority, Type, Name),
        assertz('$module_operator'(Into, Priority, Type, Name)),
        fail
    ;   true
    ).

% --- One load ---------------------------------------------------------------------------------------------------

'$load_source'(Source, Key, Into) :-
    '$image_library'(Key, Module, Needs, Operators),
    !,
    '$check_module_is_free'(Module, Key),
    '$image_load'(Key),
    retractall('$loaded'(Key, _, _, _, _)),
    assertz('$loaded'(Key, Source, 0.0, Module, Into)),
    retractall('$module_operator'(Module, _, _, _)),
    '$note_operators'(Operators, Module),
    '$load_needs'(Needs, Module).
'$load_source'(Source, Key, Into) :-
    '$source_time'(Source, Time),
    '$enter_load'(Source, Key, Saved),
    setup_call_cleanup(
        '$start_load'(Source, Key, Into, Stream),
        '$load_contents'(Source, Stream, Key),
        '$finish_load'(Source, Key, Stream, Time, Into, Saved)),
    '$run_after_load'(Key).

'$load_contents'(Source, Stream, Key) :-
    (   '$is_assembly'(Source)
    ->  '$load_assembly'(Stream, Key)
    ;   '$load_text'(Stream, Key)
    ).

'$note_operators'([], _).
'$note_operators'([op(Priority, Type, Name)|Operators], Module) :-
    assertz('$module_operator'(Module, Priority, Type, Name)),
    '$note_operators'(Operators, Module).

'$load_needs'([], _).
'$load_needs'([Name|Names], Into) :-
    '$source_key'(library(Name), Key),
    '$load_if_needed'(library(Name), Key, Into, [if(not_loaded), imports([])]),
    '$load_needs'(Names, Into).

% What must be put back when the load is over.
'$enter_load'(_, _, saved(Module, Quotes, Globals)) :-
    '$source_module'(Module),
    current_prolog_flag(double_quotes, Quotes),
    (   '$nb_default'('$load_key', [], [])
    ->  nb_setval('$quotes_outside', Quotes)
    ;   true
    ),
    findall(Name-Value,
            ( '$load_global'(Name, Default),
              '$nb_default'(Name, Default, Value)
            ),
            Globals).

'$load_global'('$load_source', none).
'$load_global'('$load_key', []).
'$load_global'('$load_text', []).
'$load_global'('$load_stream', none).
'$load_global'('$load_including', []).
'$load_global'('$load_refused', false).
'$load_global'('$load_term', none).
'$load_global'('$load_module', none).
'$load_global'('$load_conditions', []).
'$load_global'('$load_counts', counts(0, 0)).
'$load_global'('$style_off', []).

'$start_load'(Source, Key, Into, Stream) :-
    '$open_for_load'(Source, Stream),
    retractall('$after_load'(Key, _)),
    (   retract('$loaded'(Key, _, _, Old, _))
    ->  (   Old == none
        ->  true
        ;   '$module_unexport'(Old),
            retractall('$module_operator'(Old, _, _, _))
        )
    ;   true
    ),
    assertz('$loaded'(Key, Source, loading, none, Into)),
    '$set_source_module'(Into),
    (   Source = library(_)
    ->  set_prolog_flag(double_quotes, chars)
    ;   true
    ),
    nb_setval('$load_source', Source),
    nb_setval('$load_key', Key),
    nb_setval('$load_text', Key),
    nb_setval('$load_stream', Stream),
    nb_setval('$load_including', []),
    nb_setval('$load_refused', false),
    nb_setval('$load_term', none),
    nb_setval('$load_module', none),
    nb_setval('$load_conditions', []),
    nb_setval('$load_counts', counts(0, 0)),
    '$load_begin'(Key).

'$open_for_load'(Source, Stream) :-
    (   Source = stream(Given, _)
    ->  Stream = Given
    ;   Source == user
    ->  stream_property(Stream, alias(user_input)),
        '$prompt'('|: ', '|: ')
    ;   '$open_source'(Source, Stream),
        '$skip_script_line'(Stream)
    ).

% A first line that starts with # is for the operating system.
'$skip_script_line'(Stream) :-
    peek_char(Stream, Char),
    (   Char == '#'
    ->  repeat,
        peek_char(Stream, Next),
        (   '$line_end'(Next)
        ->  true
        ;   get_char(Stream, _),
            fail
        ),
        !
    ;   true
    ).

'$line_end'('\n').
'$line_end'(end_of_file).

'$finish_load'(Source, Key, Stream, Time, Into, saved(Module, Quotes, Globals)) :-
    '$load_end'(Key),
    '$nb_default'('$load_module', none, Defined),
    retractall('$loaded'(Key, _, _, _, _)),
    (   '$nb_default'('$load_refused', false, true)
    ->  true
    ;   assertz('$loaded'(Key, Source, Time, Defined, Into)),
        '$check_exports'(Defined)
    ),
    '$nb_default'('$load_counts', counts(0, 0), counts(Errors, Warnings)),
    '$close_after_load'(Source, Stream),
    '$set_source_module'(Module),
    set_prolog_flag(double_quotes, Quotes),
    '$restore_globals'(Globals),
    (   Errors > 0
    ->  print_message(informational, load_errors(Key, Errors, Warnings))
    ;   true
    ),
    (   current_prolog_flag(verbose_load, silent)
    ->  true
    ;   print_message(informational, loaded(Key))
    ).

% What a module exports is there.
'$check_exports'(Module) :-
    (   Module == none
    ->  true
    ;   '$module_exports'(Module, PIs),
        '$member'(PI, PIs),
        \+ '$pred_property'(Module, PI, defined),
        '$load_message'(error, undefined_export(Module, PI)),
        fail
    ;   true
    ).

'$close_after_load'(Source, Stream) :-
    (   Source == user
    ->  true
    ;   Source = stream(_, _)
    ->  true
    ;   close(Stream)
    ).

'$restore_globals'([]).
'$restore_globals'([Name-Value|Globals]) :-
    nb_setval(Name, Value),
    '$restore_globals'(Globals).

'$run_after_load'(Key) :-
    findall(Goal, retract('$after_load'(Key, Goal)), Goals),
    '$run_initializations'(Goals).

'$run_initializations'([]).
'$run_initializations'([Goal|Goals]) :-
    '$run_initialization'(Goal),
    '$run_initializations'(Goals).

'$run_initialization'(at(Text, Line, Column, Goal)) :-
    '$catch_traced'(( call(Goal)
                    ->  true
                    ;   print_message(warning, at(Text, Line, Column, initialization_failed(Goal)))
                    ),
                    Error,
                    Frames,
                    '$goal_raised'(Error, Frames, at(Text, Line, Column, initialization_raised(Goal, Error)))).

% --- The loop -----------------------------------------------------------------------------------------------------

'$load_text'(Stream, Key) :-
    '$load_through'('$load_clauses'(Stream, Key), Stream).

% Calls Goal, which reads from Stream to its end, again after each error.
'$load_through'(Goal, Stream) :-
    '$load_through'(Goal, Stream, -1).

'$load_through'(Goal, Stream, Before) :-
    catch(system:Goal, Error, true),
    (   var(Error)
    ->  true
    ;   '$load_goes_on'(Error, Stream, Before, Here)
    ->  '$load_message'(error, Error),
        '$load_through'(Goal, Stream, Here)
    ;   throw(Error)
    ).

% An error concerns one term, after which the next can be read, unless resources lack, or the stream stands where it stood at the error
% before.
'$load_goes_on'(error(Formal, _), Stream, Before, Here) :-
    Formal \= resource_error(_),
    '$nb_default'('$load_refused', false, false),
    catch(character_count(Stream, Here), _, fail),
    Here \== Before.

'$load_clauses'(Stream, Key) :-
    repeat,
    '$read_clause'(Stream, Term, Names, Singletons, Line),
    '$load_term'(Term, Names, Singletons, Line, Stream, Key),
    !.

% Fails for every term but the last, to be called again for the next one.
'$load_term'(Term, Names, Singletons, Line, Stream, Key) :-
    '$source_module'(Module),
    (   '$is_special'(Term, Module)
    ->  '$load_special'(Term, Names, Singletons, Line, Stream, Key, Module)
    ;   Names == []
    ->  '$add_clause'(Module, Term, Key, Line, Notice),
        Notice \== [],
        '$report_notice'(Notice),
        fail
    ;   '$check_variables'(Names, Singletons),
        '$add_clause'(Module, Term, Key, Line, Notice),
        Notice \== [],
        '$report_notice'(Notice),
        fail
    ).

'$is_special'(Term, _) :-
    var(Term),
    !.
'$is_special'(Term, _) :-
    '$special_term'(Term),
    !.
'$is_special'(Term, Module) :-
    (   '$term_expansion_exists'(Module)
    ->  true
    ;   Term = (_ :- _),
        '$goal_expansion_exists'(Module)
    ).

'$special_term'(end_of_file).
'$special_term'((:- _)).
'$special_term'((?- _)).
'$special_term'((_ --> _)).

'$load_special'(Term, Names, Singletons, Line, Stream, Key, Module) :-
    nb_setval('$load_term', term(Term, Names)),
    (   Names == []
    ->  true
    ;   '$check_variables'(Names, Singletons)
    ),
    (   nonvar(Term),
        Term = (:- Directive),
        '$conditional'(Directive)
    ->  ignore('$run_conditional'(Directive, Line, Stream)),
        fail
    ;   '$expand_term'(Term, Module, Expanded),
        '$load_expanded'(Expanded, Line, Key, End),
        (   End == true
        ;   Term == end_of_file
        )
    ->  '$check_conditions_closed'
    ).

% End becomes true when the end of the file was among the terms.
'$load_expanded'(Term, Line, Key, End) :-
    (   var(Term)
    ->  throw(error(instantiation_error, _))
    ;   Term == []
    ->  true
    ;   Term = [First|Rest]
    ->  '$load_expanded'(First, Line, Key, End),
        '$load_expanded'(Rest, Line, Key, End)
    ;   Term == end_of_file
    ->  End = true
    ;   Term = (:- Directive)
    ->  '$run_directive'(Directive)
    ;   Term = (?- Directive)
    ->  '$run_directive'(Directive)
    ;   '$source_module'(Module),
        (   Term = (_ :- _),
            '$goal_expansion_exists'(Module)
        ->  '$expand_bodies'(Term, Module, Clause)
        ;   Clause = Term
        ),
        '$add_clause'(Module, Clause, Key, Line, Notice),
        (   Notice == []
        ->  true
        ;   '$report_notice'(Notice)
        )
    ).

'$report_notice'(discontiguous(PI)) :-
    (   '$style_is_off'(discontiguous)
    ->  true
    ;   '$load_message'(warning, discontiguous(PI))
    ).
'$report_notice'(redefined(PI, File, Line)) :-
    '$load_message'(warning, redefined(PI, File, Line)).

%! compile_aux_clauses(+Clauses) is det.
%  Adds Clauses, a clause or a list of them, to the file that is loaded, as if they stood behind the clause or directive that runs; outside of
%  loads to the source module.
compile_aux_clauses(Clauses) :-
    '$nb_default'('$load_key', [], Key),
    '$load_position'(_, Line, _),
    '$check_finite'(Clauses, compile_aux_clauses/1),
    '$load_expanded'(Clauses, Line, Key, _).

% --- Warnings about variables -------------------------------------------------------------------------------------

'$check_variables'(Names, Singletons) :-
    '$unmarked_singletons'(Singletons, Unmarked),
    '$repeated_marked'(Names, Singletons, Repeated),
    (   Unmarked == [],
        Repeated == []
    ->  true
    ;   '$style_is_off'(singleton)
    ->  true
    ;   '$variable_warning'(Unmarked, singletons(Unmarked)),
        '$variable_warning'(Repeated, repeated_singletons(Repeated))
    ).

'$variable_warning'([], _) :-
    !.
'$variable_warning'(_, Message) :-
    '$load_message'(warning, Message).

% What read_term/2,3 call for option singletons(warning).
'$warn_singletons'(Singletons) :-
    '$unmarked_singletons'(Singletons, Unmarked),
    '$variable_warning'(Unmarked, singletons(Unmarked)).

'$unmarked_singletons'([], []).
'$unmarked_singletons'([Name = _|Singletons], Unmarked) :-
    (   sub_atom(Name, 0, 1, _, '_')
    ->  Unmarked = Unmarked1
    ;   Unmarked = [Name|Unmarked1]
    ),
    '$unmarked_singletons'(Singletons, Unmarked1).

% _Name promises a single occurrence; _name and __name promise nothing.
'$repeated_marked'([], _, []).
'$repeated_marked'([Name = _|Names], Singletons, Repeated) :-
    (   sub_atom(Name, 0, 1, _, '_'),
        sub_atom(Name, 1, 1, _, Second),
        '$is_upper'(Second),
        \+ '$memberchk'(Name = _, Singletons)
    ->  Repeated = [Name|Repeated1]
    ;   Repeated = Repeated1
    ),
    '$repeated_marked'(Names, Singletons, Repeated1).

'$is_upper'(Char) :-
    Char @>= 'A',
    Char @=< 'Z'.

%! style_check(+Style) is det.
%  Switches a warning on or off: +singleton, -singleton, +discontiguous, -discontiguous. Holds to the end of the file.
style_check(Style) :-
    (   nonvar(Style)
    ->  '$style_check'(Style)
    ;   throw(error(instantiation_error, context(style_check/1, _)))
    ).

'$style_check'([]) :-
    !.
'$style_check'([Style|Styles]) :-
    !,
    style_check(Style),
    '$style_check'(Styles).
'$style_check'(-Style) :-
    !,
    '$nb_default'('$style_off', [], Off),
    nb_setval('$style_off', [Style|Off]).
'$style_check'(+Style) :-
    !,
    '$nb_default'('$style_off', [], Off0),
    findall(Other, ( '$member'(Other, Off0), Other \== Style ), Off),
    nb_setval('$style_off', Off).
'$style_check'(Style) :-
    throw(error(domain_error(style_name, Style), context(style_check/1, _))).

'$style_is_off'(Style) :-
    '$nb_default'('$style_off', [], Off),
    '$memberchk'(Style, Off).

% --- Conditional compilation --------------------------------------------------------------------------------------

'$conditional'(Directive) :-
    nonvar(Directive),
    '$conditional_directive'(Directive).

'$conditional_directive'(if(_)).
'$conditional_directive'(elif(_)).
'$conditional_directive'(else).
'$conditional_directive'(endif).

'$run_conditional'(if(Condition), Line, Stream) :-
    (   '$condition_holds'(Condition)
    ->  '$push_condition'(then(Line))
    ;   '$skip_branch'(Stream, 0, Line, search)
    ).
'$run_conditional'(elif(_), Line, Stream) :-
    (   '$pop_condition'(then(_))
    ->  '$skip_branch'(Stream, 0, Line, close)
    ;   '$load_message'(error, misplaced_conditional(elif))
    ).
'$run_conditional'(else, Line, Stream) :-
    (   '$pop_condition'(then(_))
    ->  '$skip_branch'(Stream, 0, Line, close)
    ;   '$load_message'(error, misplaced_conditional(else))
    ).
'$run_conditional'(endif, _, _) :-
    (   '$pop_condition'(_)
    ->  true
    ;   '$load_message'(error, misplaced_conditional(endif))
    ).

'$push_condition'(Condition) :-
    '$nb_default'('$load_conditions', [], Conditions),
    nb_setval('$load_conditions', [Condition|Conditions]).

'$pop_condition'(Condition) :-
    '$nb_default'('$load_conditions', [], [Condition|Conditions]),
    nb_setval('$load_conditions', Conditions).

'$condition_holds'(Condition) :-
    '$source_module'(Module),
    expand_goal(Condition, Goal),
    catch(Module:Goal, Error, ( '$load_message'(error, directive_raised(if(Condition), Error)), fail )),
    !.

% Reads over a branch that is left out. Depth counts the ifs inside it; Mode is search while a later branch may still be
% taken and close when one was.
'$skip_branch'(Stream, Depth, Line, Mode) :-
    catch('$read_clause'(Stream, Term, _, _, Line1), error(syntax_error(_), _), Term = []),
    (   nonvar(Term)
    ->  true
    ;   Term = []
    ),
    '$skip_term'(Term, Stream, Depth, Line, Line1, Mode).

'$skip_term'(end_of_file, _, _, Line, _, _) :-
    !,
    '$nb_default'('$load_text', [], Text),
    print_message(error, at(Text, Line, 1, unclosed_conditional)),
    '$count_message'(error),
    fail.                                       % the loop meets the end of the file again
'$skip_term'((:- Directive), Stream, Depth, Line, Line1, Mode) :-
    '$conditional'(Directive),
    !,
    '$skip_conditional'(Directive, Stream, Depth, Line, Line1, Mode).
'$skip_term'(_, Stream, Depth, Line, _, Mode) :-
    '$skip_branch'(Stream, Depth, Line, Mode).

'$skip_conditional'(if(_), Stream, Depth, Line, _, Mode) :-
    !,
    Depth1 is Depth + 1,
    '$skip_branch'(Stream, Depth1, Line, Mode).
'$skip_conditional'(endif, Stream, Depth, Line, _, Mode) :-
    !,
    (   Depth > 0
    ->  Depth1 is Depth - 1,
        '$skip_branch'(Stream, Depth1, Line, Mode)
    ;   true
    ).
'$skip_conditional'(else, _, 0, _, Line1, search) :-
    !,
    '$push_condition'(else(Line1)).
'$skip_conditional'(elif(Condition), _, 0, _, Line1, search) :-
    '$condition_holds'(Condition),
    !,
    '$push_condition'(then(Line1)).
'$skip_conditional'(_, Stream, Depth, Line, _, Mode) :-
    '$skip_branch'(Stream, Depth, Line, Mode).

'$check_conditions_closed' :-
    '$nb_default'('$load_conditions', [], Conditions),
    (   Conditions = [Open|_]
    ->  arg(1, Open, Line),
        '$nb_default'('$load_text', [], Text),
        print_message(error, at(Text, Line, 1, unclosed_conditional)),
        '$count_message'(error),
        nb_setval('$load_conditions', [])
    ;   true
    ).

% --- Directives -----------------------------------------------------------------------------------------------------

'$run_directive'(Directive) :-
    '$source_module'(Module),
    (   '$note_directive'(Directive)
    ->  true
    ;   nonvar(Directive),
        '$load_directive'(Directive)
    ->  '$call_directive'(Directive, system:'$obey_directive'(Directive))
    ;   expand_goal(Directive, Goal),
        '$call_directive'(Directive, Module:Goal)
    ).

'$call_directive'(Directive, Goal) :-
    '$catch_traced'(( call(Goal)
                    ->  true
                    ;   '$load_message'(warning, directive_failed(Directive))
                    ),
                    Error,
                    Frames,
                    '$directive_error'(Error, Frames, Directive)).

% A file that would be a module of a name that is taken is not loaded.
'$directive_error'(Error, Frames, Directive) :-
    '$load_position'(Text, Line, Column),
    (   '$is_module_directive'(Directive),
        '$names_taken_module'(Error)
    ->  nb_setval('$load_refused', true),
        throw(Error)
    ;   Text == []
    ->  '$goal_raised'(Error, Frames, directive_raised(Directive, Error))
    ;   '$goal_raised'(Error, Frames, at(Text, Line, Column, directive_raised(Directive, Error)))
    ),
    '$count_message'(error).

'$names_taken_module'(error(Formal, context(_, Detail))) :-
    nonvar(Formal),
    Formal = permission_error(create, module, _),
    nonvar(Detail),
    Detail = loaded_from(_).

'$is_module_directive'(Directive) :-
    nonvar(Directive),
    ( Directive = module(_, _) ; Directive = module(_, _, _) ),
    !.

'$goal_raised'(Error, Frames, Message) :-
    (   '$is_abort'(Error)
    ->  throw(Error)
    ;   '$print_traced'(Frames, Message)
    ).

'$is_abort'(Error) :-
    nonvar(Error),
    (   Error = '$aborted'
    ->  true
    ;   Error = unwind(_)
    ).

% Directives that concern the load itself.
'$load_directive'(module(_, _)).
'$load_directive'(module(_, _, _)).
'$load_directive'(encoding(_)).
'$load_directive'(expects_dialect(_)).
'$load_directive'(set_prolog_flag(generate_debug_info, _)).
'$load_directive'(license(_)).

'$obey_directive'(module(Name, Exports)) :-
    '$start_module'(Name, Exports).
'$obey_directive'(module(Name, Exports, _)) :-
    '$start_module'(Name, Exports).
'$obey_directive'(encoding(Encoding)) :-
    nb_getval('$load_stream', Stream),
    set_stream(Stream, encoding(Encoding)).
'$obey_directive'(expects_dialect(_)).
'$obey_directive'(set_prolog_flag(_, _)).
'$obey_directive'(license(_)).

'$start_module'(Name0, Exports) :-
    '$nb_default'('$load_key', [], Key),
    '$module_name'(Name0, Key, Name),
    '$nb_default'('$load_module', none, Current),
    (   Current == none
    ->  true
    ;   throw(error(permission_error(create, module, Name), context((module)/2, _)))
    ),
    '$check_module_is_free'(Name, Key),
    '$module_create'(Name),
    nb_setval('$load_module', Name),
    (   retract('$loaded'(Key, Source, Time, _, Into))
    ->  assertz('$loaded'(Key, Source, Time, Name, Into))
    ;   true
    ),
    '$set_source_module'(Name),
    (   '$nb_default'('$load_source', none, library(_))
    ->  '$module_library'(Name)
    ;   '$nb_default'('$quotes_outside', chars, Quotes),  % what the loading file has set is its own
        set_prolog_flag(double_quotes, Quotes)
    ),
    '$export_list'(Exports, Name).

'$check_module_is_free'(Name, Key) :-
    (   ( Name == user ; Name == system )
    ->  throw(error(permission_error(create, module, Name), context((module)/2, loaded_from(Name))))
    ;   '$loaded'(Other, _, _, Name, _),
        Other \== Key
    ->  throw(error(permission_error(create, module, Name), context((module)/2, loaded_from(Other))))
    ;   true
    ).

'$module_name'(Name, Key, Module) :-
    (   var(Name)
    ->  file_base_name(Key, Base),
        file_name_extension(Module, _, Base),
        Name = Module
    ;   atom(Name)
    ->  Module = Name
    ;   throw(error(type_error(atom, Name), context((module)/2, _)))
    ).

'$export_list'(Exports, _) :-
    var(Exports),
    !,
    throw(error(instantiation_error, context((module)/2, _))).
'$export_list'([], _) :-
    !.
'$export_list'([Export|Exports], Module) :-
    !,
    catch('$export_one'(Export, Module), Error, '$load_message'(error, Error)),
    '$export_list'(Exports, Module).
'$export_list'(Exports, _) :-
    throw(error(type_error(list, Exports), context((module)/2, _))).

'$export_one'(Export, _) :-
    var(Export),
    !,
    throw(error(instantiation_error, context((module)/2, _))).
'$export_one'(op(Priority, Type, Names), Module) :-
    !,
    '$export_operators'(Names, Priority, Type, Module).
'$export_one'(Name//Arity, Module) :-
    integer(Arity),
    !,
    PredicateArity is Arity + 2,
    '$module_export'(Module, Name/PredicateArity).
'$export_one'(PI, Module) :-
    (   '$indicator_error'(PI, Error)
    ->  throw(error(Error, context((module)/2, _)))
    ;   '$module_export'(Module, PI)
    ).

'$export_operators'([], _, _, _) :-
    !.
'$export_operators'([Name|Names], Priority, Type, Module) :-
    !,
    '$export_operators'(Name, Priority, Type, Module),
    '$export_operators'(Names, Priority, Type, Module).
'$export_operators'(Name, Priority, Type, Module) :-
    op(Priority, Type, Module:Name),
    assertz('$module_operator'(Module, Priority, Type, Name)).

%! include(+File) is det.
%  Reads File as if its text stood in place of the directive.
include(File) :-
    '$strip_module'(File, _, Plain),
    (   '$nb_default'('$load_key', [], Key),
        Key \== []
    ->  '$include'(Plain, Key)
    ;   throw(error(permission_error(directive, include, Plain), context(include/1, _)))
    ).

'$include'(File, _) :-
    var(File),
    !,
    throw(error(instantiation_error, context(include/1, _))).
'$include'([], _) :-
    !.
'$include'([File|Files], Key) :-
    !,
    '$include'(File, Key),
    '$include'(Files, Key).
'$include'(File, Key) :-
    '$resolve_source'(File, Source),
    '$source_key'(Source, Text),
    nb_getval('$load_text', OldText),
    nb_getval('$load_stream', OldStream),
    '$nb_default'('$load_including', [], Including),
    (   '$memberchk'(Text, [OldText|Including])
    ->  throw(error(permission_error(include, source_sink, File), context(include/1, 'the file includes itself')))
    ;   true
    ),
    '$nb_default'('$load_conditions', [], OldConditions),
    setup_call_cleanup(
        ( '$open_source'(Source, Stream),
          nb_setval('$load_text', Text),
          nb_setval('$load_stream', Stream),
          nb_setval('$load_conditions', []),
          nb_setval('$load_including', [OldText|Including]),
          '$load_reads'(Key, Text)
        ),
        '$load_text'(Stream, Key),
        ( close(Stream),
          nb_setval('$load_text', OldText),
          nb_setval('$load_stream', OldStream),
          nb_setval('$load_conditions', OldConditions),
          nb_setval('$load_including', Including),
          '$load_reads'(Key, OldText)
        )).

%! initialization(:Goal) is det.
%  Runs Goal after the file that says so is loaded; outside of a load at once.
initialization(Goal) :-
    initialization(Goal, after_load).

%! initialization(:Goal, +When) is det.
%  When: after_load, or restore, which is the same; now; program (before the main goal, after the files and the goals of
%  the command line); main (as the program itself, which ends with it).
initialization(Goal0, When) :-
    '$strip_module'(Goal0, Module, Goal1),
    Goal = Module:Goal1,
    '$check_goal'(Goal1, (initialization)/2),
    (   var(When)
    ->  throw(error(instantiation_error, context((initialization)/2, _)))
    ;   '$initialization'(When, Goal)
    ->  true
    ;   throw(error(domain_error(initialization_type, When), context((initialization)/2, _)))
    ).

'$initialization'(after_load, Goal) :-
    '$nb_default'('$load_key', [], Key),
    '$load_position'(Text, Line, Column),
    (   Key == []
    ->  '$run_initialization'(at(Text, Line, Column, Goal))
    ;   assertz('$after_load'(Key, at(Text, Line, Column, Goal)))
    ).
'$initialization'(program, Goal) :-
    '$load_position'(Text, Line, Column),
    assertz('$program_goal'(at(Text, Line, Column, Goal))).
'$initialization'(restore, Goal) :-
    '$initialization'(after_load, Goal).
'$initialization'(now, Goal) :-
    '$load_position'(Text, Line, Column),
    '$run_initialization'(at(Text, Line, Column, Goal)).
'$initialization'(main, Goal) :-
    retractall('$main_goal'(_)),
    assertz('$main_goal'(Goal)).

% --- Context and messages -------------------------------------------------------------------------------------------

%! prolog_load_context(?Key, -Value) is nondet.
%  What is being loaded: module, source, file, directory, stream, dialect, term, variable_names, term_position.
prolog_load_context(Key, Value) :-
    '$load_context'(Key, Value0),
    Value = Value0.

'$load_context'(module, Module) :-
    '$source_module'(Module).
'$load_context'(dialect, horn).
'$load_context'(source, Source) :-
    '$nb_default'('$load_key', [], Source),
    Source \== [].
'$load_context'(file, File) :-
    '$nb_default'('$load_text', [], File),
    File \== [].
'$load_context'(directory, Directory) :-
    '$nb_default'('$load_source', none, file(_)),
    '$load_directory'(Directory).
'$load_context'(stream, Stream) :-
    '$nb_default'('$load_stream', none, Stream),
    Stream \== none.
'$load_context'(term, Term) :-
    '$nb_default'('$load_term', none, term(Term, _)).
'$load_context'(variable_names, Names) :-
    '$nb_default'('$load_term', none, term(_, Names)).
'$load_context'(term_position, '$stream_position'(0, Line, Column, 0)) :-
    '$load_position'(Text, Line, Column),
    Text \== [].

%! source_location(-File, -Line) is semidet.
source_location(File, Line) :-
    '$load_position'(File, Line, _),
    File \== [].

% Text is [] outside of loads.
'$load_position'(Text, Line, Column) :-
    '$nb_default'('$load_text', [], Text),
    (   Text == []
    ->  Line = 0,
        Column = 0
    ;   nb_getval('$load_stream', Stream),
        '$term_position'(Stream, Line, Column)
    ).

% Prints Message with the position of the clause that is loaded, and counts it.
'$load_message'(Kind, Message) :-
    '$load_position'(Text, Line, Column),
    (   '$has_position'(Message)
    ->  print_message(Kind, Message)
    ;   Text == []
    ->  print_message(Kind, Message)
    ;   print_message(Kind, at(Text, Line, Column, Message))
    ),
    '$count_message'(Kind).

'$has_position'(error(_, Context)) :-
    nonvar(Context),
    '$is_syntax_place'(Context).

'$is_syntax_place'(syntax(_, _, _)).
'$is_syntax_place'(syntax(_, _, _, _)).

'$count_message'(Kind) :-
    '$nb_default'('$load_counts', counts(0, 0), counts(Errors0, Warnings0)),
    (   Kind == error
    ->  Errors is Errors0 + 1,
        Warnings = Warnings0
    ;   Errors = Errors0,
        Warnings is Warnings0 + 1
    ),
    nb_setval('$load_counts', counts(Errors, Warnings)).

% --- Unknown procedures ---------------------------------------------------------------------------------------------

%! '$undefined'(+Module, +Goal) is nondet.
%  Called in place of Goal when Module sees no such predicate: loads the library that exports it, or raises, or does
%  what flag unknown says.
'$undefined'(Module, Goal) :-
    functor(Goal, Name, Arity),
    (   '$autoload'(Module, Name, Arity)
    ->  call(Module:Goal)
    ;   '$module_unknown'(Module, Unknown),
        '$unknown'(Unknown, Module, Name, Arity)
    ).

'$unknown'(fail, _, _, _) :-
    !,
    fail.
'$unknown'(warning, Module, Name, Arity) :-
    !,
    print_message(warning, error(existence_error(procedure, Name/Arity), context(Module:(Name/Arity), _))),
    fail.
'$unknown'(_, Module, Name, Arity) :-
    (   Module == user
    ->  PI = Name/Arity
    ;   Module == system
    ->  PI = Name/Arity
    ;   PI = Module:(Name/Arity)
    ),
    throw(error(existence_error(procedure, PI), context(Module:(Name/Arity), _))).

% Makes Name/Arity visible in Module when a library exports it.
'$autoload'(Module, Name, Arity) :-
    '$autoload_library'(Module, Name/Arity, Library),
    '$load_files'(library(Library), Module, [if(not_loaded), imports([])]),
    '$source_key'(library(Library), Key),
    '$loaded'(Key, _, _, Home, _),
    '$module_import'(Module, Home, Name/Arity, weak, _),
    '$pred_property'(Module, Name/Arity, defined),
    !.

% The library that Name/Arity is loaded from when it is called in Module: flag autoload says whether.
'$autoload_library'(Module, Name/Arity, Library) :-
    current_prolog_flag(autoload, Flag),
    (   '$autoload_declared'(Module, Name, Arity, Library0)
    ->  Flag \== false
    ;   '$autoloads_all'(Flag, Module),
        '$library_index',
        '$library_export'(Name, Arity, Library0)
    ->  true
    ),
    Library = Library0.

'$autoloads_all'(true, _).
'$autoloads_all'(user, user).
'$autoloads_all'(user_or_explicit, user).

:- dynamic('$autoload_file'/3).

'$autoload_declared'(Module, Name, Arity, Library) :-
    '$autoload_file'(Module, Library, Imports),
    (   Imports == all
    ->  '$library_index',
        '$library_export'(Name, Arity, Library)
    ;   '$memberchk'(Name/Arity, Imports)
    ),
    !.

%! autoload(:File) is det.
%! autoload(:File, +Imports) is det.
%  Predicates of the library File, library(Name), those that Imports names, are loaded when they are first called, also
%  when flag autoload is explicit. Other files are loaded at once, as by use_module/2.
autoload(File) :-
    '$declare_autoload'(File, all).

autoload(File, Imports) :-
    '$declare_autoload'(File, Imports).

'$declare_autoload'(Spec, Imports) :-
    '$strip_module'(Spec, Module, File),
    (   nonvar(File),
        File = library(Library),
        atom(Library),
        '$library_index',
        '$library_export'(_, _, Library)
    ->  assertz('$autoload_file'(Module, Library, Imports))
    ;   Imports == all
    ->  use_module(Module:File)
    ;   use_module(Module:File, Imports)
    ).

:- meta_predicate((autoload(:), autoload(:, +))).

'$library_index' :-
    '$library_index_built',
    !.
'$library_index' :-
    assertz('$library_index_built'),
    '$embedded_files'(Files),
    '$index_libraries'(Files).

'$index_libraries'([]).
'$index_libraries'([File|Files]) :-
    (   \+ sub_atom(File, _, _, _, /),         % in folders are grammar rules with names such as atom//1
        catch('$library_exports'(File, Exports), _, fail)
    ->  atom_concat(Library, '.pl', File),
        '$index_exports'(Exports, Library)
    ;   true
    ),
    '$index_libraries'(Files).

'$library_exports'(File, Exports) :-
    '$embedded_file'(File, Stream),
    call_cleanup('$read_clause'(Stream, Term, _, _, _), close(Stream)),
    Term = (:- module(_, Exports)).

'$index_exports'([], _).
'$index_exports'([Export|Exports], Library) :-
    (   '$export_indicator'(Export, Name, Arity),
        Name/Arity \== main/0,                  % would hide that a program has none
        \+ '$library_export'(Name, Arity, _)
    ->  assertz('$library_export'(Name, Arity, Library))
    ;   true
    ),
    '$index_exports'(Exports, Library).

'$export_indicator'(Name/Arity, Name, Arity).
'$export_indicator'(Name//RuleArity, Name, Arity) :-
    Arity is RuleArity + 2.

:- '$protect'([consult/1, ensure_loaded/1, include/1, (initialization)/1, '.'/2]).
