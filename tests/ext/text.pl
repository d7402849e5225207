% SPDX-License-Identifier: MIT
%
% Text of any kind: predicates beside those of 8.16.

% atomic_list_concat/2,3
?- atomic_list_concat([a, 1, "bc", 2.5], X).
   X = 'a1bc2.5'.
?- atomic_list_concat([], X).
   X = ''.
?- atomic_list_concat([a, _], _).
   error(instantiation_error, _).
?- atomic_list_concat([a|_], _).
   error(instantiation_error, _).
?- atomic_list_concat([f(x)], _).
   error(type_error(_, f(x)), _).
?- atomic_list_concat([a, b, c], ', ', X).
   X = 'a, b, c'.
?- atomic_list_concat([a, b, c], "", X).
   X = abc.
?- atomic_list_concat(L, ',', 'a,bc,,d').
   L = [a, bc, '', d].
?- atomic_list_concat(L, ',', '').
   L = [''].
?- atomic_list_concat([X, b], '-', 'a-b').
   X = a.
?- atomic_list_concat([a|T], '--', 'a--b--c').
   T = [b, c].
?- atomic_list_concat([_, _], ',', a).
   false.
?- atomic_list_concat(_, '', abc).
   error(domain_error(non_empty_atom, ''), _).
?- atomic_list_concat(_, ',', _).
   error(instantiation_error, _).
?- atomic_list_concat([a, b], _, 'a,b').
   error(instantiation_error, _).
?- atomic_list_concat(foo, ',', _).
   error(type_error(list, foo), _).
?- atomic_list_concat([a, b], ',', 'a,b').
   true.

% atom_number/2
?- atom_number('42', X).
   X = 42.
?- atom_number('0x1A', X).
   X = 26.
?- atom_number('1.5e3', X).
   X = 1500.0.
?- atom_number('-7', X).
   X = -7.
?- atom_number(foo, _).
   false.
?- atom_number('1 2', _).
   false.
?- atom_number('', _).
   false.
?- atom_number(A, 42).
   A = '42'.
?- atom_number(_, _).
   error(instantiation_error, _).
?- atom_number(_, a).
   error(type_error(number, a), _).

% Case
?- upcase_atom('mixed Case ä', X).
   X = 'MIXED CASE Ä'.
?- downcase_atom('MIXED Case Ä', X).
   X = 'mixed case ä'.
?- upcase_atom("abc", X).
   X = 'ABC'.
?- upcase_atom(_, _).
   error(instantiation_error, _).
?- string_upper(abc, S), string(S), string_chars(S, L).
   check(string_length(S, 3)), L = "ABC".
?- string_lower("AbC", S), atom_string(A, S).
   check(string(S)), A = abc.

% Strings
?- string_concat(abc, "def", S), string(S), string_chars(S, L).
   check(string(S)), L = "abcdef".
?- string_concat(X, Y, ab), atom_string(A, X), atom_string(B, Y).
   check(string(X)), check(string(Y)), A = '', B = ab
;  check(string(X)), check(string(Y)), A = a, B = b
;  check(string(X)), check(string(Y)), A = ab, B = '', det.
?- string_concat(a, _, "abc").
   check(true).
?- string_concat(b, _, "abc").
   false.
?- string_concat("", "", S), string_length(S, N).
   check(string(S)), N = 0.
?- string_length(hello, N).
   N = 5.
?- string_length("", N).
   N = 0.
?- string_length(12345, N).
   N = 5.
?- string_chars(S, [a, b]), atom_string(A, S).
   check(string(S)), A = ab.
?- string_codes(S, "ab"), string_codes(S, Cs).
   check(string(S)), Cs = [97, 98].
?- string_to_atom("abc", A).
   A = abc.
?- string_to_atom(S, abc), string_chars(S, L).
   check(string(S)), L = "abc".
?- string_to_atom(_, _).
   error(instantiation_error, _).
?- string_code(1, abc, X).
   X = 97.
?- string_code(4, abc, _).
   false.
?- string_code(0, abc, _).
   false.
?- string_code(-1, abc, _).
   error(domain_error(not_less_than_zero, -1), _).
?- number_string(N, " 42 ").
   N = 42.
?- number_string(_, "4x").
   false.
?- number_string(42, S), atom_string(A, S).
   check(string(S)), A = '42'.
?- atom_string(A, "abc").
   A = abc.
?- atom_string(42, S), string_chars(S, L).
   check(string(S)), L = "42".
?- atom_string(abc, "abc").
   true.
?- atom_string(_, _).
   error(instantiation_error, _).
?- text_to_string([a, b], S), atom_string(A, S).
   check(string(S)), A = ab.
?- text_to_string([0'a, 0'b], S), atom_string(A, S).
   check(string(S)), A = ab.
?- text_to_string(_, _).
   error(instantiation_error, _).
?- text_concat(abc, X, abcdef).
   X = def, det.
?- text_concat(X, Y, ab).
   X = '', Y = ab
;  X = a, Y = b
;  X = ab, Y = '', det.
?- sub_string("hello world", 6, 5, A, S), atom_string(W, S).
   A = 0, check(string(S)), W = world.
?- sub_string("abcabc", B, _, _, bc).
   B = 1
;  B = 4, det.
?- text_length("häß", N).
   N = 3.
?- string_chars(S, [a|_]).
   error(instantiation_error, _).
?- text_to_string(abc, _S1), string_to_atom(_S2, abc), _S1 == _S2.
   true.

% split_string/4
fields(Text, Separators, Pad, Atoms) :-
    split_string(Text, Separators, Pad, Fields),
    atoms(Fields, Atoms).

atoms([], []).
atoms([String|Strings], [Atom|Atoms]) :-
    string(String),
    atom_string(Atom, String),
    atoms(Strings, Atoms).

?- fields("a.b.c.d", ".", "", L).
   L = [a, b, c, d].
?- fields("/home//jan///nice/path", "/", "", L).
   L = ['', home, '', jan, '', '', nice, path].
?- fields("SWI-Prolog, 7.0", ",", " ", L).
   L = ['SWI-Prolog', '7.0'].
?- fields("  a b  ", " ", " ", L).
   L = [a, b].
?- fields("  a b  ", "", " ", L).
   L = ['a b'].
?- fields("", "", "", L).
   L = [''].
?- fields("a,", ",", "", L).
   L = [a, ''].
?- fields("aäbßc", "äß", "", L).
   L = [a, b, c].
?- fields("a;b,c", ",;", "", L).
   L = [a, b, c].
?- split_string(_, "", "", _).
   error(instantiation_error, _).

% char_type/2, code_type/2
?- char_type(a, alpha), char_type(a, lower), char_type(a, alnum), char_type(a, csym), char_type(a, graph).
   true.
?- char_type(a, upper).
   false.
?- char_type('A', upper(L)).
   L = a.
?- char_type(a, lower(U)).
   U = 'A'.
?- char_type('7', digit(W)).
   W = 7.
?- char_type(X, digit(3)).
   X = '3', det.
?- char_type(f, xdigit(W)).
   W = 15.
?- char_type(X, period).
   X = '!'
;  X = '.'
;  X = '?', det.
?- code_type(0'a, alpha).
   true.
?- code_type(X, white).
   X = 9
;  X = 32, det.
?- code_type(a, to_upper(U)).
   U = 65.
?- code_type(-1, alpha).
   false.
?- findall(_T, char_type(' ', _T), _Ts), memberchk(space, _Ts), memberchk(white, _Ts), memberchk(code(32), _Ts), \+ memberchk(graph, _Ts).
   true.
?- char_type(ab, alpha).
   error(type_error(character, ab), _).
?- char_type(a, nonsense).
   error(domain_error(char_type, nonsense), _).
