% SPDX-License-Identifier: MIT
%
% Flags beyond the standard and what they do. Those of the standard: tests/iso/07_11_flags.pl, 08_17_flags.pl.

garbage(0).
garbage(N) :-
    N > 0,
    _ = f(N, N, N, N),
    N1 is N - 1,
    keep(N1),
    garbage(N1).
keep(_).

% gc: collections are put off, and come again (as soon as the heap has outgrown what was put off).
?- set_prolog_flag(gc, false), test_size(1000000, _N), garbage(_N), set_prolog_flag(gc, true), statistics(garbage_collection, [_A|_]), _M is 8 * _N, garbage(_M),
   statistics(garbage_collection, [_B|_]), _B > _A.
   true.

% encoding: of text files that are opened, and loaded, without saying it.
?- tmp_file_stream(_F, _S0, []), close(_S0), open(_F, write, _S, [encoding(iso_latin_1)]), write(_S, 'latin(\'é\').\n'), close(_S),
   set_prolog_flag(encoding, iso_latin_1), open(_F, read, _T), stream_property(_T, encoding(E)), read(_T, X), close(_T), consult(_F),
   set_prolog_flag(encoding, utf8), latin(Y), open(_F, read, _U), stream_property(_U, encoding(G)), close(_U), delete_file(_F).
   E = iso_latin_1, X = latin('é'), Y = 'é', G = utf8.
?- set_prolog_flag(encoding, ebcdic).
   error(domain_error(flag_value, encoding + ebcdic), _).

% A flag that does not exist is an error, but for programs that are written for SWI-Prolog.
?- set_prolog_flag(no_such_flag, 1).
   error(domain_error(prolog_flag, no_such_flag), _).
?- set_prolog_flag(emulated_dialect, swi), set_prolog_flag(a_new_flag, 1), current_prolog_flag(a_new_flag, X), set_prolog_flag(emulated_dialect, horn).
   X = 1.

% Flags of the host and the process.
?- current_prolog_flag(arch, A), current_prolog_flag(executable, E), current_prolog_flag(home, H), current_prolog_flag(pid, P),
   current_prolog_flag(timezone, Z).
   check(( atom(A), exists_file(E), exists_directory(H), integer(P), integer(Z), sub_atom(E, 0, _, _, H) )).
?- current_prolog_flag(tmp_dir, _D), set_prolog_flag(tmp_dir, '/no/such/folder'), tmp_file(x, _F), set_prolog_flag(tmp_dir, _D),
   sub_atom(_F, 0, 21, _, S), tmp_file(x, _G), sub_atom(_G, 0, _, _, _D).
   S = '/no/such/folder/horn_'.
?- set_prolog_flag(home, x).
   error(permission_error(modify, flag, home), _).

% statistics/2: what was complained about, and what is a limit.
?- statistics(errors, A), statistics(warnings, B), print_message(silent, format(x, [])), statistics(functors, C), statistics(c_stack, D).
   check(( integer(A), integer(B), integer(C), integer(D) )).
