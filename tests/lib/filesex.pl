% SPDX-License-Identifier: MIT
% Tests of library(filesex).

:- use_module(library(filesex)).
:- use_module(library(lists)).
:- dynamic(scratch_directory/1).

scratch(Directory) :-
    scratch_directory(Directory),
    !.
scratch(Directory) :-
    tmp_file(filesex, Directory),
    assertz(scratch_directory(Directory)).

at(Name, Path) :-
    scratch(Directory),
    directory_file_path(Directory, Name, Path).

make_file(Name, Text) :-
    at(Name, Path),
    open(Path, write, Out),
    write(Out, Text),
    close(Out).

text(Name, Text) :-
    at(Name, Path),
    read_file_to_string(Path, String, []),
    atom_string(Text, String).

% Names below the scratch directory of what directory_member/3 gives.
members(Options, Names) :-
    scratch(Directory),
    findall(Name, ( directory_member(Directory, Path, Options), directory_file_path(Directory, Name, Path) ), Names).

?- scratch(_D), make_directory_path(_D), exists_directory(_D).
   true.
?- directory_file_path(a, b, P), directory_file_path('a/', b, Q), directory_file_path('.', b, R), directory_file_path(a, '/b', S), directory_file_path("a", "b", T).
   P = 'a/b', Q = 'a/b', R = b, S = '/b', T = 'a/b'.
?- directory_file_path(D, F, 'a/b/c').
   D = 'a/b', F = c.
?- directory_file_path(D, b, 'a/b'), directory_file_path(a, F, 'a/b').
   D = a, F = b.
?- directory_file_path(b, _, 'a/b').
   false.
?- directory_file_path(_, _, _).
   error(instantiation_error, _).
?- relative_file_name('/a/b/c', '/a/d/e', R), relative_file_name('/a/b', '/a/c', S), relative_file_name('/a', '/b/c/d', T).
   R = '../b/c', S = b, T = '../../a'.
?- relative_file_name(P, '/a/d/e', '../x').
   P = '/a/x'.
?- at('p/q/r', _P), make_directory_path(_P), exists_directory(_P), make_directory_path(_P), ensure_directory(_P).
   true.
?- make_file('a.pl', x), make_file('b.txt', yy), make_file('p/c.pl', z), make_file('p/.hidden', h).
   true.
?- at(under, _P), make_file(under, x), at('under/x/y', _Q), make_directory_path(_Q).
   error(_, _).
?- members([], Ns).
   Ns = ['a.pl', 'b.txt', p, under].
?- members([recursive(true)], Ns).
   Ns = ['a.pl', 'b.txt', p, 'p/.hidden', 'p/c.pl', 'p/q', 'p/q/r', under].
?- members([recursive(true), extensions([pl])], Ns), members([recursive(true), matches('?.pl')], Ms), members([recursive(true), file_type(prolog)], Ps).
   Ns = ['a.pl', 'p/c.pl'], Ms = ['a.pl', 'p/c.pl'], Ps = ['a.pl', 'p/c.pl'].
?- members([file_type(directory)], Ns), members([recursive(true), exclude_directory(p)], Ms), members([exclude('*.pl'), exclude(p), access(read)], Ps).
   Ns = [p], Ms = ['a.pl', 'b.txt', p, under], Ps = ['b.txt', under].
?- at('b.txt', _B), at('b2.txt', _C), copy_file(_B, _C), text('b2.txt', T), at(p, _P), copy_file(_B, _P), text('p/b.txt', U).
   T = yy, U = yy.
?- at('b.txt', _B), at(link, _L), link_file(_B, _L, symbolic), text(link, T), read_link(_L, _S, _R), _S == _B, same_file(_L, _B), same_file(_R, _B).
   T = yy.
?- at('a.pl', _B), at(hard, _L), link_file(_B, _L, hard), text(hard, T), \+ read_link(_L, _, _).
   T = x.
?- link_file(a, b, soft).
   error(domain_error(oneof([symbolic, hard]), soft), _).
?- at('a.pl', _A), set_time_file(_A, _, [modified(1000000000.5)]), set_time_file(_A, Old, []).
   Old = [modified(1000000000.5)].
?- at(p, _P), at(copy, _C), copy_directory(_P, _C), text('copy/c.pl', T), at('copy/q/r', _R), exists_directory(_R).
   T = z.
?- at(p, _P), link_file(_P, _P, symbolic).
   error(permission_error(create, file, _), _).
?- at(copy, _C), at(p, _P), at('copy/to_p', _L), link_file(_P, _L, symbolic), delete_directory_contents(_C), directory_files(_C, _Ns), msort(_Ns, Ns), text('p/c.pl', T).
   Ns = ['.', '..'], T = z.
?- scratch(_D), delete_directory_and_contents(_D), \+ exists_directory(_D).
   true.
?- copy_file('/no/such/file', x).
   error(existence_error(source_sink, '/no/such/file'), _).
?- delete_directory_and_contents('/no/such/directory').
   error(existence_error(directory, '/no/such/directory'), _).

?- tmp_file(members, _D), make_directory(_D), forall(member(N, [a, b]), ( directory_file_path(_D, N, P), open(P, write, S), close(S) )),
   setup_call_cleanup(true, ( directory_member(_D, M, []), file_base_name(M, B) ), true).
   check(atom(M)), B = a
;  check(atom(M)), B = b, det.
