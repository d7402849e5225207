% SPDX-License-Identifier: MIT
%
% Assembly text: what is listed loads back, lists the same, and answers the same. The C test compile_assembly does so with every
% construct, and has the errors one by one.

:- use_module(library(vm)).

concatenate([], L, L).
concatenate([X|L1], L2, [X|L3]) :-
    concatenate(L1, L2, L3).

:- dynamic(seen/1).
seen(1).
seen("text").
seen(f(_, [])).
seen('A b').

class(X, C) :-
    (   var(X)
    ->  C = variable
    ;   number(X),
        X > 0
    ->  C = positive
    ;   \+ X = f(_),
        atom(X)
    ->  C = atom
    ;   X = [H|T],
        class(H, C0),
        class(T, C1)
    *-> C = C0/C1
    ;   C = other
    ).

len([], 0).
len([_|T], N) :-
    len(T, N0),
    N is N0 + 1.

c(a, 1).
c(a, 2).
c(X, 3) :- atom(X).
c(f(_), 4).
c(g(_, _), 5).
c(a, 6).
c(1.5, 7).
c([], 8).
c([_], 9).

:- dynamic(asm_file/1).

asm_path(Path) :-
    asm_file(Path),
    !.
asm_path(Path) :-
    tmp_file(horn, Base),
    atom_concat(Base, '.hasm', Path),
    assertz(asm_file(Path)).

put_file(Text, Path) :-
    asm_path(Path),
    setup_call_cleanup(open(Path, write, S), write(S, Text), close(S)).

load_asm(Text) :-
    put_file(Text, Path),
    consult(Path).

% The first error in a text, without the file.
asm_error(Text, Error, Line) :-
    put_file(Text, Path),
    setup_call_cleanup(
        open(Path, read, S),
        catch(( '$asm_header'(S), repeat, '$asm_item'(S, [], Item), Item == end_of_file ), error(Error, syntax(_, Line, 1)), true),
        close(S)).

% Lists, loads that, lists again: the same text.
round_trip(PI) :-
    with_output_to(atom(Text), vm_listing(PI)),
    load_asm(Text),
    with_output_to(atom(Again), vm_listing(PI)),
    Again == Text.

?- with_output_to(atom(A), vm_listing(concatenate/3)).
   A = 'horn_asm(1).\nmodule user.\npredicate concatenate/3\nclause 1  % concatenate([], A, A)\n    get_nil A1\n    get_value A3 A2\n    proceed\nclause 2  % concatenate([A|B], C, [A|D]):-concatenate(B, C, D)\n    get_list_variable_variable A1 X4 A1\n    get_list_value_variable A3 X4 A3\n    execute concatenate/3\nend\n'.
?- vm_clause_size(concatenate/3, 2, N).
   N = 3.
?- vm_clause_size(concatenate/3, K, N).
   K = 1, N = 3
;  K = 2, N = 3.
?- round_trip(concatenate/3), concatenate(X, [c|Y], [a, b, c, d]).
   X = [a, b], Y = [d]
;  false.
?- with_output_to(atom(_Text), vm_listing(seen/1)), retractall(seen(_)), load_asm(_Text), with_output_to(atom(_Text), vm_listing(seen/1)),
   predicate_property(seen(_), dynamic), findall(_X, seen(_X), L).
   L = [1, "text", f(_, []), 'A b'].
?- retract(seen("text")), assertz(seen(new)), findall(_X, seen(_X), L).
   L = [1, f(_, []), 'A b', new].
?- clause(class(_A, _B), _Body0), round_trip(class/2), clause(class(_C, _D), _Body), _A-_B-_Body0 =@= _C-_D-_Body.
   true.
?- findall(_C, ( member(_X, [_, 3, -1, a, f(1), [1|b], [[]]]), class(_X, _C) ), L).
   L = [variable, positive, other, atom, other, positive/atom, atom/atom].
?- round_trip(len/2), test_size(10000, _N), length(_L, _N), len(_L, _M), _M =:= _N.
   true.
?- round_trip(c/2), findall(_N, c(a, _N), L), findall(_N, c(f(1), _N), M).
   L = [1, 2, 3, 6], M = [4].
?- vm_index(c/2, 1, Nodes).
   Nodes = [specific([a-[1, 2]]), generic(3), specific([f/1-[4], g/2-[5], a-[6], 1.5-[7], []-[8], '.'/2-[9]])].
% Code of the system's own predicates.
?- with_output_to(atom(_A), vm_listing(system:consult/1)), sub_atom(_A, 0, _, _, 'horn_asm(1).\nmodule system.\npredicate consult/1\n').
   true.
?- vm_listing(no_such_predicate/3).
   error(existence_error(procedure, no_such_predicate/3), _).
?- vm_listing(atom_length/2).
   error(permission_error(access, private_procedure, atom_length/2), _).
?- vm_listing(_).
   error(instantiation_error, _).
% Errors, with their lines.
?- asm_error('', E, L).
   E = syntax_error('the first line does not name the format of assembly text'), L = 1.
?- asm_error('horn_asm(1).\npredicate q/1\nclause 1\n  get_ball A1\n  proceed\nend\n', E, L).
   E = syntax_error('no such instruction'), L = 4.
?- asm_error('horn_asm(1).\npredicate q/1\nclause 1\n  get_nil A2\n  proceed\nend\n', E, L).
   E = domain_error(instruction, 'the register holds nothing here'), L = 4.
?- asm_error('horn_asm(1).\ndynamic q/.\n', E, L), E = syntax_error(_).
   L = 2, check(nonvar(E)).
?- asm_error('horn_asm(1).\npredicate q/1\nclause 1\n  proceed\n', E, L).
   E = syntax_error('end is wanted'), L = 5.
?- asm_error('horn_asm(1).\npredicate system:atom_length/2\nclause 1\n  proceed\nend\n', E, L).
   error(permission_error(modify, static_procedure, atom_length/2), _).
?- asm_path(_F), delete_file(_F).
   true.
