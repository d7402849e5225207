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

:- multifile(user:file_search_path/2).
:- dynamic(user:file_search_path/2).
user:file_search_path(scratch_alias, '/tmp/alias').
user:file_search_path(nested_alias, scratch_alias(nested)).

% Goal in a new directory with these files; deleted afterwards.
with_files(Files, Goal) :-
    tmp_file(tree, Directory),
    make_directory_path(Directory),
    working_directory(Old, Directory),
    forall(member(File, Files), ( file_directory_name(File, Parent), make_directory_path(Parent), make_file(File, "") )),
    call_cleanup(once(Goal), ( working_directory(_, Old), delete_directory_and_contents(Directory) )).

% What absolute_file_name/3 gives, relative to the working directory.
relative(File, Options, Relative) :-
    absolute_file_name(File, Path, Options),
    working_directory(Here, Here),
    atom_concat(Here, Relative, Path).

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

% links and sameness
?- scratch(_F), make_file(_F, "x"), atom_concat(_F, '_link', _L), catch(delete_file(_L), _, true), '$make_link'(_F, _L, true), read_link(_L, _S, _T),
   same_file(_F, _L), same_file(_T, _F), \+ read_link(_F, _, _), _S == _F, delete_file(_L), delete_file(_F).
   true.
?- same_file('/no/such/file', '/no/such/file').
   true.
?- same_file('/no/such/file', '/tmp').
   false.
?- same_file('/tmp', '/tmp/.').
   true.
?- same_file(_, '/tmp').
   error(instantiation_error, _).
?- read_link(_, _, _).
   error(instantiation_error, _).
?- exists_file(_).
   error(instantiation_error, _).
?- exists_directory(f(x)).
   error(type_error(source_sink, f(x)), _).
?- make_directory('/no/such/directory').
   error(existence_error(directory, '/no/such/directory'), _).
?- make_directory('/tmp').
   error(permission_error(create, directory, '/tmp'), _).
?- delete_directory('/no/such/directory').
   error(existence_error(directory, '/no/such/directory'), _).
?- delete_file('/tmp').
   error(permission_error(delete, file, '/tmp'), _).
?- scratch(_F), make_directory(_F), atom_concat(_F, '/x', _G), make_file(_G, ""), catch(delete_directory(_F), error(E, _), true), delete_file(_G), delete_directory(_F).
   check(E = permission_error(delete, directory, _)).
?- time_file('/no/such/file', _).
   error(existence_error(file, '/no/such/file'), _).
?- access_file('/tmp', execute), access_file('/tmp', append).
   true.

% temporary files
?- tmp_file_stream(utf8, _F, _S), write(_S, λ), close(_S), size_file(_F, N), delete_file(_F).
   N = 2.
?- tmp_file_stream(_F, _S, [encoding(binary), extension(txt)]), put_byte(_S, 255), close(_S), size_file(_F, N), file_name_extension(_, E, _F), delete_file(_F).
   N = 1, E = txt.
?- tmp_file_stream(_F, _S, []), stream_property(_S, encoding(E)), stream_property(_S, mode(M)), close(_S), access_file(_F, read), delete_file(_F).
   E = utf8, M = write.
?- tmp_file_stream(_, _, foo).
   error(type_error(list, foo), _).
?- tmp_file_stream(_, _, _).
   error(instantiation_error, _).
?- tmp_file_stream(klingon, _, _).
   error(domain_error(stream_option, encoding(klingon)), _).

% wildcards
?- findall(P, (member(m(P, T), [m('*.pl', 'a.pl'), m('*.pl', 'a.txt'), m('?', a), m('?', ''), m('?', ab), m('*', ''), m('a*b*c', abbc), m('a*b*c', abb), m('[a-c]x', bx), m('[a-c]x', dx), m('[]]', ']'), m('[x-]', '-'),
                            m('{foo,ba*}z', barz), m('{foo,ba*}z', fooz), m('{foo,ba*}z', foo), m('{a,b{c,d}}', bd), m('\\*', '*'), m('\\*', a), m('[', '['), m('{a', '{a'), m('é?', 'éλ')]), wildcard_match(P, T)), Ps).
   Ps = ['*.pl', '?', '*', 'a*b*c', '[a-c]x', '[x-]', '{foo,ba*}z', '{foo,ba*}z', '{a,b{c,d}}', '\\*', '[', '{a', 'é?'].
?- wildcard_match('A*', abc).
   false.
?- wildcard_match('A*', abc, [case_sensitive(false)]), wildcard_match("a*", "ABC", [case_sensitive(false)]).
   true, det.
?- wildcard_match(_, a).
   error(instantiation_error, _).
?- with_files([a, b, 'a.pl', 'b.pl', '.h.pl', 'sub/c.pl', 'sub/d.txt'], findall(Fs, (member(P, ['*.pl', '[ab]', '.*.pl', '*/*.pl', 'sub/{c,d}.*', 'zz*', zz, '{a,zz}', '?']), expand_file_name(P, Fs)), R)).
   R = [['a.pl', 'b.pl'], [a, b], ['.h.pl'], ['sub/c.pl'], ['sub/c.pl', 'sub/d.txt'], [], [zz], [a], [a, b]].
?- getenv('HOME', _H), expand_file_name(~, [_A]), expand_file_name('~/x', [_B]), expand_file_name('$HOME/x', [_C]), expand_file_name('${HOME}x', [_D]),
   _A == _H, atom_concat(_H, '/x', _B), _B == _C, atom_concat(_H, x, _D).
   true.
?- expand_file_name('$NO_SUCH_VARIABLE/x', _).
   error(existence_error(variable, 'NO_SUCH_VARIABLE'), _).
?- expand_file_name('a$', Fs).
   Fs = ['a$'].
?- expand_file_name(_, _).
   error(instantiation_error, _).
?- prolog_to_os_filename('a/b', A), prolog_to_os_filename(B, 'a/b').
   A = 'a/b', B = 'a/b'.

% absolute_file_name/3
?- with_files(['a.pl', 'b.txt', 'sub/c.pl'], findall(A, (member(F-Os, [a-[extensions([pl])], a-[extensions(['.pl'])], a-[file_type(prolog), access(read)], sub-[file_type(directory)],
       c-[relative_to(sub), extensions([pl]), access(exist)], zz-[extensions([pl])], zz-[file_type(prolog)], zz-[], 'sub/../a.pl'-[access(read)], 'zz'-[access(write)],
       '*.txt'-[expand(true)], "b.txt"-[], sub/c-[extensions(['', pl])]]), relative(F, Os, A)), As)).
   As = ['a.pl', 'a.pl', 'a.pl', sub, 'sub/c.pl', 'zz.pl', 'zz.pl', zz, 'a.pl', zz, 'b.txt', 'b.txt', 'sub/c.pl'].
?- with_files(['a.pl', 'b.pl', 'a.txt'], ( findall(A, relative('*.pl', [expand(true), solutions(all)], A), As), findall(B, relative(a, [extensions([pl, txt]), solutions(all), access(read)], B), Bs) )).
   As = ['a.pl', 'b.pl'], Bs = ['a.pl', 'a.txt'].
?- absolute_file_name('/no/such/file', _, [access(read), file_errors(fail)]).
   false.
?- absolute_file_name('/no/such/file', _, [access(read), file_errors(error)]).
   error(existence_error(source_sink, '/no/such/file'), _).
?- absolute_file_name('/tmp', _, [access(read)]).
   error(existence_error(source_sink, '/tmp'), _).
?- absolute_file_name('/no/such', _, [file_type(directory)]).
   error(existence_error(source_sink, '/no/such'), _).
?- absolute_file_name(no_such_alias(x), _, []).
   error(existence_error(source_sink, no_such_alias(x)), _).
?- absolute_file_name(no_such_alias(x), _, [file_errors(fail), solutions(all)]).
   false.
?- absolute_file_name(scratch_alias(x), A).
   A = '/tmp/alias/x'.
?- absolute_file_name(nested_alias('x.y'), A, [extensions([z, ''])]).
   A = '/tmp/alias/nested/x.y.z'.
?- absolute_file_name(_, _).
   error(instantiation_error, _).
?- absolute_file_name(f(x, y), _, []).
   error(type_error(source_sink, f(x, y)), _).
?- absolute_file_name(a, _, [access(foo)]).
   error(domain_error(io_mode, foo), _).
?- absolute_file_name(a, _, [file_type(foo)]).
   error(domain_error(file_type, foo), _).
?- absolute_file_name(a, _, [solutions(some)]).
   error(domain_error(solutions, some), _).
?- absolute_file_name(a, _, [file_errors(loud)]).
   error(domain_error(file_errors, loud), _).
?- absolute_file_name('/etc/passwd', A, [access(execute), file_errors(error)]).
   error(permission_error(execute, source_sink, '/etc/passwd'), _).
?- absolute_file_name('/a//b/', A), absolute_file_name('/..', B), absolute_file_name('/', C).
   A = '/a/b', B = (/), C = (/).

% exists_source/1,2
?- exists_source(library(lists)), exists_source(library(readutil)).
   true.
?- exists_source(library(no_such_library)).
   false.
?- exists_source(_).
   error(instantiation_error, _).
?- with_files(['a.pl'], ( exists_source(a, _P), file_base_name(_P, B), \+ exists_source(b) )).
   B = 'a.pl'.

% names
?- file_directory_name('a//b', A), file_directory_name('/a//', B), file_directory_name(/, C), file_directory_name('', D), file_directory_name('a/b/', E).
   A = a, B = (/), C = (/), D = '.', E = a.
?- file_base_name('a//', A), file_base_name(/, B), file_base_name('', C).
   A = a, B = (/), C = ''.
?- file_name_extension(B, E, '.bashrc'), file_name_extension(C, F, 'a.b/c').
   B = '', E = bashrc, C = 'a.b/c', F = ''.
?- file_name_extension('a.pl', pl, A), file_name_extension('a.txt', pl, B), file_name_extension(a, '', C), file_name_extension(D, pl, 'a.pl').
   A = 'a.pl', B = 'a.txt.pl', C = a, D = a.
?- file_name_extension(_, pl, _).
   error(instantiation_error, _).
?- is_absolute_file_name('/x').
   true, det.
?- is_absolute_file_name(x).
   false.
?- is_absolute_file_name(_).
   error(instantiation_error, _).
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

?- environ(_L), memberchk('HOME'=_H, _L), getenv('HOME', _G), _H == _G.
   true.
?- setenv(horn_test_variable, ''), getenv(horn_test_variable, V), unsetenv(horn_test_variable).
   V = ''.
?- setenv(a, f(x)).
   error(type_error(text, f(x)), _).
?- unsetenv(_).
   error(instantiation_error, _).

% commands
?- shell('exit 3', S).
   S = 3.
?- shell(true).
   true, det.
?- shell(false).
   false.
?- shell("exit 0"), shell('kill -9 $$', S).
   S = 137.
?- tmp_file_stream(_F, _S, []), close(_S), atomic_list_concat(['echo hello > ', _F], _C), shell(_C), read_file_to_string(_F, _T, []), atom_string(T, _T), delete_file(_F).
   T = 'hello\n'.
?- shell(_).
   error(instantiation_error, _).
?- shell(f(x)).
   error(type_error(text, f(x)), _).

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
?- forall(member(K, [stack_limit, agc, agc_gained, global_shifts, engines, threads, atom_space]), (statistics(K, N), integer(N), N >= 0)).
   true.
?- member(K, [runtime, process_runtime, system_time, real_time, walltime, global_stack, local_stack, trail_stack, memory, core, program]),
   \+ ( statistics(K, [_A, _B]), integer(_A), integer(_B) ).
   false.
?- statistics(thread_cputime, _T), float(_T), statistics(agc_time, _A), float(_A), statistics(process_epoch, _E), float(_E).
   true.

% collections
?- statistics(garbage_collection, [_A|_]), garbage_collect, statistics(garbage_collection, [_B|_]), _B > _A.
   true.
?- statistics(agc, _A), garbage_collect_atoms, statistics(agc, _B), _B > _A.
   true.
?- test_size(20000, _N), forall(between(1, _N, _I), atomic_list_concat([some_atom_that_goes_, _I], _)), statistics(atoms, _A), garbage_collect_atoms, statistics(atoms, _B),
   _A - _B > _N // 2.
   true.
?- garbage_collect_clauses, trim_stacks.
   true.
?- X = f(_Y, "text", [1, 2.5, 100000000000000000000]), garbage_collect, _Y = done, garbage_collect_atoms.
   X = f(done, "text", [1, 2.5, 100000000000000000000]).

% expand_file_search_path/2
?- assertz(user:file_search_path(shelf, '/books')), assertz(user:file_search_path(row, shelf('2'))).
   true.
?- expand_file_search_path(row(x), P).
   P = '/books/2/x'.
?- expand_file_search_path(a/b, P).
   P = 'a/b'.
?- expand_file_search_path(no_such_alias(x), _).
   false.
?- expand_file_search_path(_, _).
   error(instantiation_error, _).

% Threads and tracing, of which there is one and none.
?- thread_self(T).
   T = main.
?- with_mutex(m, member(X, [1, 2])).
   X = 1, det.
?- with_mutex(m, fail).
   false.
?- with_mutex(_, true).
   error(instantiation_error, _).
?- with_mutex(1, true).
   error(type_error(mutex, 1), _).
?- tracing.
   false.
?- notrace, nodebug, trim_heap.
   true.
