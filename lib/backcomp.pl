% SPDX-License-Identifier: MIT
%
% backcomp.pl - predicates that older programs use. New programs have better ones, named below.

:- module(backcomp, [
    '$arch'/2,
    'C'/3,
    at_initialization/1,
    checklist/2,
    concat/3,
    concat_atom/2,
    concat_atom/3,
    atomic_concat/3,
    convert_time/2,
    convert_time/8,
    current_module/2,
    current_thread/2,
    displayq/1,
    displayq/2,
    export_list/2,
    feature/2,
    flush/0,
    free_variables/2,
    hash/1,
    hash_term/2,
    index/1,
    lock_predicate/2,
    merge/3,
    merge_set/3,
    proper_list/1,
    read_clause/1,
    read_clause/2,
    read_variables/2,
    read_variables/3,
    set_base_module/1,
    set_feature/2,
    setup_and_call_cleanup/3,
    setup_and_call_cleanup/4,
    sformat/2,
    sformat/3,
    string_to_list/2,
    sublist/3,
    substring/4,
    unlock_predicate/2,
    write_ln/1
]).

:- use_module(library(apply), [include/3, maplist/2]).
:- use_module(library(lists), [append/3]).
:- use_module(library(ordsets), [ord_union/3]).

:- meta_predicate(set_base_module(:)).
:- meta_predicate(at_initialization(0)).
:- meta_predicate(checklist(1, ?)).
:- meta_predicate(sublist(1, +, -)).
:- meta_predicate(setup_and_call_cleanup(0, 0, 0)).
:- meta_predicate(setup_and_call_cleanup(0, 0, ?, 0)).

% --- Text -----------------------------------------------------------------------------------------------------------

%! concat(?Atomic1, ?Atomic2, ?Atom) is nondet.
%! atomic_concat(+Atomic1, +Atomic2, -Atom) is det.
%  Atom is the text of both; see atomic_list_concat/2 and atom_concat/3.
concat(Atomic1, Atomic2, Atom) :-
    (   nonvar(Atomic1),
        nonvar(Atomic2)
    ->  atomic_list_concat([Atomic1, Atomic2], Atom)
    ;   atom_concat(Atomic1, Atomic2, Atom)
    ).

atomic_concat(Atomic1, Atomic2, Atom) :-
    atomic_list_concat([Atomic1, Atomic2], Atom).

%! concat_atom(+Atomics, -Atom) is det.
%! concat_atom(?Atomics, +Separator, ?Atom) is semidet.
%  As atomic_list_concat/2,3.
concat_atom(Atomics, Atom) :-
    atomic_list_concat(Atomics, Atom).

concat_atom(Atomics, Separator, Atom) :-
    atomic_list_concat(Atomics, Separator, Atom).

%! sformat(-String, +Format, +Arguments) is det.
%! sformat(-String, +Format) is det.
%  As format(string(String), Format, Arguments).
sformat(String, Format, Arguments) :-
    format(string(String), Format, Arguments).

sformat(String, Format) :-
    format(string(String), Format, []).

%! string_to_list(?String, ?Codes) is det.
%  As string_codes/2.
string_to_list(String, Codes) :-
    string_codes(String, Codes).

%! substring(+Text, +Start, +Length, -String) is semidet.
%  String is what begins at the Start-th character, from 1; see sub_string/5.
substring(Text, Start, Length, String) :-
    Before is Start - 1,
    sub_string(Text, Before, Length, _, String).

%! convert_time(+Stamp, -String) is det.
%! convert_time(+Stamp, -Year, -Month, -Day, -Hour, -Minute, -Second, -Milliseconds) is det.
%  The local time of a time stamp; see format_time/3 and stamp_date_time/3.
convert_time(Stamp, String) :-
    format_time(string(String), '%a %b %e %H:%M:%S %Y', Stamp).

convert_time(Stamp, Year, Month, Day, Hour, Minute, Second, Milliseconds) :-
    stamp_date_time(Stamp, date(Year, Month, Day, Hour, Minute, Seconds, _, _, _), local),
    Second is truncate(Seconds),
    Milliseconds is truncate((Seconds - Second) * 1000).

% --- Lists and terms ------------------------------------------------------------------------------------------------

%! 'C'(?List, ?Element, ?Rest) is semidet.
%  List is Element followed by Rest: what grammar rules once called for a terminal.
'C'([Element|Rest], Element, Rest).

%! checklist(:Closure, ?List) is nondet.
%  As maplist/2.
checklist(Closure, List) :-
    maplist(Closure, List).

%! sublist(:Closure, +List, -Selected) is det.
%  As include/3.
sublist(Closure, List, Selected) :-
    include(Closure, List, Selected).

%! merge(+List1, +List2, -Merged) is det.
%! merge_set(+Set1, +Set2, -Union) is det.
%  Two sorted lists as one. In Merged all elements stay; merge_set/3 is ord_union/3.
merge(List1, List2, Merged) :-
    append(List1, List2, List),
    msort(List, Merged).

merge_set(Set1, Set2, Union) :-
    ord_union(Set1, Set2, Union).

%! proper_list(@Term) is semidet.
%  As is_list/1.
proper_list(Term) :-
    is_list(Term).

%! free_variables(@Term, -Variables) is det.
%  As term_variables/2.
free_variables(Term, Variables) :-
    term_variables(Term, Variables).

%! hash_term(@Term, -Hash) is det.
%  As term_hash/2.
hash_term(Term, Hash) :-
    term_hash(Term, Hash).

% --- Reading and writing --------------------------------------------------------------------------------------------

%! flush is det.
%  As flush_output/0.
flush :-
    flush_output.

%! write_ln(@Term) is det.
%  As writeln/1.
write_ln(Term) :-
    writeln(Term).

%! displayq(@Term) is det.
%! displayq(+Stream, @Term) is det.
%  Writes Term without operators, with quotes; see write_canonical/1.
displayq(Term) :-
    write_term(Term, [quoted(true), ignore_ops(true)]).

displayq(Stream, Term) :-
    write_term(Stream, Term, [quoted(true), ignore_ops(true)]).

%! read_clause(-Term) is det.
%! read_clause(+Stream, -Term) is det.
%  As read/1 and read/2.
read_clause(Term) :-
    read(Term).

read_clause(Stream, Term) :-
    read(Stream, Term).

%! read_variables(-Term, -Names) is det.
%! read_variables(+Stream, -Term, -Names) is det.
%  As read_term/2,3 with option variable_names(Names).
read_variables(Term, Names) :-
    read_term(Term, [variable_names(Names)]).

read_variables(Stream, Term, Names) :-
    read_term(Stream, Term, [variable_names(Names)]).

% --- The program and the system -------------------------------------------------------------------------------------

%! setup_and_call_cleanup(:Setup, :Goal, :Cleanup) is nondet.
%! setup_and_call_cleanup(:Setup, :Goal, ?Catcher, :Cleanup) is nondet.
%  As setup_call_cleanup/3 and setup_call_catcher_cleanup/4.
setup_and_call_cleanup(Setup, Goal, Cleanup) :-
    setup_call_cleanup(Setup, Goal, Cleanup).

setup_and_call_cleanup(Setup, Goal, Catcher, Cleanup) :-
    setup_call_catcher_cleanup(Setup, Goal, Catcher, Cleanup).

%! at_initialization(:Goal) is det.
%  As initialization/1.
at_initialization(Goal) :-
    initialization(Goal).

%! current_module(?Module, ?File) is nondet.
%! export_list(+Module, -PIs) is semidet.
%  Properties file and exports of module_property/2.
current_module(Module, File) :-
    current_module(Module),
    module_property(Module, file(File)).

export_list(Module, PIs) :-
    module_property(Module, exports(PIs)).

%! set_base_module(:Base) is det.
%  As set_module(base(Base)).
set_base_module(Base) :-
    strip_module(Base, Module, Plain),
    set_module(Module:base(Plain)).

%! feature(?Flag, ?Value) is nondet.
%! set_feature(+Flag, +Value) is det.
%  As current_prolog_flag/2 and set_prolog_flag/2; a new Flag is created.
feature(Flag, Value) :-
    current_prolog_flag(Flag, Value).

set_feature(Flag, Value) :-
    (   catch(current_prolog_flag(Flag, _), error(domain_error(_, _), _), fail)
    ->  set_prolog_flag(Flag, Value)
    ;   create_prolog_flag(Flag, Value, [])
    ).

%! '$arch'(-Architecture, -Version) is det.
%  Flag arch. Version is unknown.
'$arch'(Architecture, unknown) :-
    current_prolog_flag(arch, Architecture).

%! current_thread(?Thread, ?Status) is semidet.
%  The only thread is main, and it is running.
current_thread(main, running).

%! index(+Head) is det.
%! hash(+PI) is det.
%! lock_predicate(+Name, +Arity) is det.
%! unlock_predicate(+Name, +Arity) is det.
%  Nothing needs to be done: clauses are indexed on what calls have bound.
index(_).

hash(_).

lock_predicate(_, _).

unlock_predicate(_, _).
