% SPDX-License-Identifier: MIT
%
% assembly.pl - files of assembly text (.hasm): loading them, and writing one from a source file.
%
% The text of a file is directives, one a line, and predicates as blocks; the form of both is told in src/compile/asm_int.h. C reads
% and checks it item by item; directives are run here, as those of source files are.
%
% Elsewhere: looking at the code of single predicates (lib/vm.pl), loads as such (load.pl).

:- module(system, []).

% '$asm_recording'(Key): directives of the load of Key are noted; '$asm_noted'(Key, Directive): in order.
:- dynamic(['$asm_recording'/1, '$asm_noted'/2]).

% --- Loading ----------------------------------------------------------------------------------------------------

'$is_assembly'(file(Path)) :-
    sub_atom(Path, _, 5, 0, '.hasm').

'$load_assembly'(Stream, Key) :-
    catch('$asm_header'(Stream), Error, true),
    (   var(Error)
    ->  '$load_through'('$asm_items'(Stream, Key), Stream)
    ;   '$load_goes_on'(Error, Stream, -1, _)
    ->  '$load_message'(error, Error)
    ;   throw(Error)
    ).

'$asm_items'(Stream, Key) :-
    repeat,
    '$asm_item'(Stream, Key, Item),
    '$asm_item_done'(Item),
    !.

% Fails for every item but the last.
'$asm_item_done'(end_of_file).
'$asm_item_done'(directive(Directive)) :-
    (   nonvar(Directive),
        Directive = module(Module)
    ->  '$set_source_module'(Module)
    ;   '$run_directive'(Directive)
    ),
    fail.

% --- Writing ----------------------------------------------------------------------------------------------------

%! '$to_asm'(+Files) is det.
%  Loads each file and writes its assembly text beside it. Goals of initialization/1 are not run.
'$to_asm'([]).
'$to_asm'([File|Files]) :-
    '$file_to_asm'(File),
    '$to_asm'(Files).

'$file_to_asm'(File) :-
    '$resolve_source'(File, Source),
    '$source_key'(Source, Key),
    (   Source = file(Path)
    ->  true
    ;   throw(error(permission_error(create, assembly, File), _))
    ),
    setup_call_cleanup(
        assertz('$asm_recording'(Key)),
        '$load_and_import'(Source, Key, user, []),
        retractall('$asm_recording'(_))),
    findall(Directive, retract('$asm_noted'(Key, Directive)), Directives),
    '$asm_file_name'(Path, Output),
    setup_call_cleanup(
        open(Output, write, Stream),
        '$write_asm'(Stream, Key, Directives),
        close(Stream)).

'$asm_file_name'(Path, Output) :-
    (   file_name_extension(Base, Extension, Path),
        Extension \== ''
    ->  true
    ;   Base = Path
    ),
    file_name_extension(Base, hasm, Output).

% Called for each directive of a load: true when it is not to be run.
'$note_directive'(Directive) :-
    '$asm_recording'(Key),
    '$nb_default'('$load_key', [], Key),
    nonvar(Directive),
    \+ Directive = include(_),
    assertz('$asm_noted'(Key, Directive)),
    '$waits_for_run'(Directive).

'$waits_for_run'(initialization(_)).
'$waits_for_run'(initialization(_, _)).

'$write_asm'(Stream, Key, Directives) :-
    write(Stream, 'horn_asm(1).\n'),
    '$write_declarations'(Directives, Stream, Goals),
    '$asm_preds'(Key, PIs),
    '$loaded_module'(Key, Module),
    '$write_asm_preds'(PIs, Module, Stream, Key),
    '$write_directives'(Goals, Stream).

'$loaded_module'(Key, Module) :-
    (   '$loaded'(Key, _, _, Module, _),
        Module \== none
    ->  true
    ;   Module = user
    ).

% Declarations come before the predicates, Goals are those after them.
'$write_declarations'([], _, []).
'$write_declarations'([Directive|Directives], Stream, Goals) :-
    (   '$is_declaration'(Directive)
    ->  '$write_directive'(Directive, Stream),
        Goals = Goals1
    ;   Goals = [Directive|Goals1]
    ),
    '$write_declarations'(Directives, Stream, Goals1).

'$is_declaration'(Directive) :-
    functor(Directive, Name, _),
    '$memberchk'(Name, [module, op, dynamic, discontiguous, multifile, meta_predicate, public, use_module, ensure_loaded,
                        reexport, set_prolog_flag, style_check, encoding, license, expects_dialect, (',')]).

'$write_directives'([], _).
'$write_directives'([Directive|Directives], Stream) :-
    '$write_directive'(Directive, Stream),
    '$write_directives'(Directives, Stream).

'$write_directive'(Directive, Stream) :-
    (   Directive = op(Priority, Type, Name),
        atom(Name)
    ->  '$write_quoted'(Stream, op, ' '),
        '$write_quoted'(Stream, Priority, ' '),
        '$write_quoted'(Stream, Type, ' '),
        '$write_quoted'(Stream, Name, '.\n')
    ;   '$property_directive'(Directive, Word, Specs)
    ->  '$write_properties'(Specs, Word, Stream)
    ;   '$write_quoted'(Stream, directive, ' '),
        '$write_quoted'(Stream, Directive, ' .\n')
    ).

'$write_quoted'(Stream, Term, After) :-
    write_term(Stream, Term, [quoted(true), ignore_ops(true), dotlists(false)]),
    write(Stream, After).

'$property_directive'(dynamic(Specs), dynamic, Specs).
'$property_directive'(discontiguous(Specs), discontiguous, Specs).
'$property_directive'(multifile(Specs), multifile, Specs).

'$write_properties'(Specs, _, _) :-
    var(Specs),
    !.
'$write_properties'([], _, _) :-
    !.
'$write_properties'([Spec|Specs], Word, Stream) :-
    !,
    '$write_properties'(Spec, Word, Stream),
    '$write_properties'(Specs, Word, Stream).
'$write_properties'((Spec, Specs), Word, Stream) :-
    !,
    '$write_properties'(Spec, Word, Stream),
    '$write_properties'(Specs, Word, Stream).
'$write_properties'(Spec, Word, Stream) :-
    '$write_quoted'(Stream, Word, ' '),
    (   Spec = Name/Arity
    ->  '$write_quoted'(Stream, Name, /),
        '$write_quoted'(Stream, Arity, '.\n')
    ;   '$write_quoted'(Stream, Spec, ' .\n')
    ).

'$write_asm_preds'([], _, _, _).
'$write_asm_preds'([Module:PI|PIs], Current, Stream, Key) :-
    (   Module == Current
    ->  true
    ;   '$write_module_line'(Stream, Module)
    ),
    '$asm_put'(Stream, Module, PI, Key, false),
    '$write_asm_preds'(PIs, Module, Stream, Key).

'$write_module_line'(Stream, Module) :-
    '$write_quoted'(Stream, module, ' '),
    '$write_quoted'(Stream, Module, '.\n').

%! '$write_asm_pred'(+Stream, +Module, +PI, +Offsets) is det.
%  The whole text that defines one predicate.
'$write_asm_pred'(Stream, Module, PI, Offsets) :-
    write(Stream, 'horn_asm(1).\n'),
    '$write_module_line'(Stream, Module),
    (   '$asm_property'(Property),
        '$pred_property'(Module, PI, Property),
        '$write_properties'(PI, Property, Stream),
        fail
    ;   true
    ),
    '$asm_put'(Stream, Module, PI, [], Offsets).

'$asm_property'(dynamic).
'$asm_property'(discontiguous).
'$asm_property'(multifile).
