% SPDX-License-Identifier: MIT
%
% Files by name, the environment, the clock, statistics.

:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(files, File),
    assertz(scratch_file(File)).

make_file(File, Text) :-
    open(File, write, Out),
    format(Out, "~s", [Text]),
    close(Out).

?- scratch(_F), exists_file(_F).
   false.
?- scratch(_F), make_file(_F, "hello"), exists_file(_F), size_file(_F, N).
   N = 5.
?- scratch(_F), exists_directory(_F).
   false.
?- exists_directory('/tmp'), \+ exists_file('/tmp').
   true.
?- scratch(_F), time_file(_F, _T), float(_T), get_time(_Now), _Now - _T < 1000.
   true.
?- scratch(_F), access_file(_F, read), access_file(_F, write), access_file(_F, exist), access_file(_F, none).
   true.
?- access_file('/no/such/file', read).
   false.
?- access_file('/no/such/file', write).
   false.
?- scratch(_F), access_file(_F, strange).
   error(domain_error(io_mode, strange), _).
?- scratch(_F), access_file(_F, _).
   error(instantiation_error, _).
?- scratch(_F), atom_concat(_F, '_moved', _G), rename_file(_F, _G), \+ exists_file(_F), exists_file(_G), rename_file(_G, _F).
   true.
?- rename_file('/no/such/file', x).
   error(existence_error(file, '/no/such/file'), _).
?- scratch(_F), delete_file(_F), \+ exists_file(_F).
   true.
?- scratch(_F), delete_file(_F).
   error(existence_error(file, _), _).
?- delete_file(_).
   error(instantiation_error, _).
?- size_file('/no/such/file', _).
   error(existence_error(file, '/no/such/file'), _).
?- scratch(_F), make_directory(_F), exists_directory(_F), directory_files(_F, _Fs), msort(_Fs, Fs), delete_directory(_F).
   Fs = ['.', '..'].
?- directory_files('/no/such/directory', _).
   error(existence_error(directory, '/no/such/directory'), _).
?- scratch(_F), make_directory(_F), atom_concat(_F, '/x y', _G), make_file(_G, ""), directory_files(_F, _Fs), memberchk('x y', _Fs),
   delete_file(_G), delete_directory(_F).
   true.
?- working_directory(_Old, '/tmp'), working_directory(D, _Old), working_directory(_Now, _Now), _Now == _Old.
   D = '/tmp/'.
?- working_directory(_, '/no/such/directory').
   error(existence_error(directory, '/no/such/directory'), _).
?- tmp_file(x, _A), tmp_file(x, _B), _A \== _B, atom(_A).
   true.

% names
?- file_base_name('/a/b/c.pl', B), file_directory_name('/a/b/c.pl', D).
   B = 'c.pl', D = '/a/b'.
?- file_base_name(c, B), file_directory_name(c, D).
   B = c, D = '.'.
?- file_name_extension(B, E, 'x/y.tar.gz').
   B = 'x/y.tar', E = gz.
?- file_name_extension(foo, pl, N), file_name_extension(foo, '.pl', M).
   N = 'foo.pl', M = 'foo.pl'.
?- file_name_extension(foo, pl, 'foo.txt').
   false.
?- absolute_file_name('/a/./b/../c', A).
   A = '/a/c'.

% environment
?- setenv(horn_test_variable, 'a b'), getenv(horn_test_variable, V), unsetenv(horn_test_variable), \+ getenv(horn_test_variable, _).
   V = 'a b'.
?- setenv(horn_test_variable, 42), getenv("horn_test_variable", V), unsetenv(horn_test_variable).
   V = '42'.
?- getenv(_, _).
   error(instantiation_error, _).
?- setenv('', x).
   error(domain_error(_, ''), _).

% clock
?- get_time(_A), sleep(0.01), get_time(_B), _B - _A >= 0.009.
   true.
?- sleep(-1), sleep(0).
   true.
?- sleep(_).
   error(instantiation_error, _).
?- sleep(a).
   error(type_error(evaluable, a/0), _).

% statistics
?- statistics(runtime, [_A, _]), statistics(runtime, [_B, _L]), integer(_A), _B >= _A, _L >= 0.
   true.
?- statistics(walltime, [_A, _]), sleep(0.02), statistics(walltime, [_B, L0]), _B >= _A + 19, L0 >= 19.
   check(L0 < 1000).
?- statistics(cputime, _C), float(_C), statistics(process_cputime, _D), _D >= _C.
   true.
?- statistics(inferences, _A), statistics(inferences, _B), integer(_A), _B >= _A.
   true.
?- statistics(epoch, _E), get_time(_N), _N >= _E, _N - _E < 100000.
   true.
?- statistics(real_time, [_A, _B]), integer(_A), integer(_B).
   true.
?- forall(member(K, [atoms, globalused, global, trailused, trail, localused, local, stack, heapused, codes, modules, predicates, clauses]),
          (statistics(K, N), integer(N), N >= 0)).
   true.
?- statistics(garbage_collection, L), length(L, N).
   N = 4, check(L = [_|_]).
?- statistics(_, _).
   error(instantiation_error, _).
?- statistics(foo, _).
   error(domain_error(statistics_key, foo), _).
?- statistics(1, _).
   error(type_error(atom, 1), _).
