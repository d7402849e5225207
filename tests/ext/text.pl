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
?- atomic_list_concat([a, b], [x], X).
   X = axb.
?- atomic_list_concat([a, b], ab).
   true.
?- atomic_list_concat([a, b], abc).
   false.
?- atomic_list_concat(_, _).
   error(instantiation_error, _).
?- atomic_list_concat(foo, _).
   error(type_error(list, foo), _).
?- atomic_list_concat([a|b], _).
   error(type_error(list, [a|b]), _).
?- atomic_list_concat([a, f(x)], _).
   error(type_error(text, f(x)), _).
?- atomic_list_concat([a, _], ab).
   error(instantiation_error, _).
?- atomic_list_concat([], ',', X).
   X = ''.
?- atomic_list_concat([a, _], ',', _).
   error(instantiation_error, _).
?- atomic_list_concat([f(x)], ',', _).
   error(type_error(text, f(x)), _).
?- atomic_list_concat(_, f(x), _).
   error(type_error(text, f(x)), _).
?- atomic_list_concat(_, ',', f(x)).
   error(type_error(atomic, f(x)), _).
?- atomic_list_concat([a|foo], ',', abc).
   error(type_error(list, [a|foo]), _).
?- atomic_list_concat(_, _, 'a,b').
   error(instantiation_error, _).
?- atomic_list_concat([a, _|T], ',', 'a,b,c').
   T = [c].
?- atomic_list_concat([1, _], ',', '1,2').
   false.
?- atomic_list_concat(L, 1, 2131).
   L = ['2', '3', ''].
?- atomic_list_concat(L, 'ß', 'aßbßßc').
   L = [a, b, '', c].
?- atomic_list_concat(L, aa, aaaaa).
   L = ['', '', a].

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
?- atom_number('+7', X).
   X = 7.
?- atom_number('0''a', X).
   X = 97.
?- atom_number(' 1', _).
   false.
?- atom_number('1 ', _).
   false.
?- atom_number('- 1', X).
   X = -1.
?- atom_number("12", X).
   X = 12.
?- atom_number('12', 12).
   true.
?- atom_number('12', 13).
   false.
?- atom_number(12, _).
   error(type_error(atom, 12), _).
?- atom_number(f(x), _).
   error(type_error(atom, f(x)), _).

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
?- upcase_atom(straße, X).
   X = 'STRAßE'.
?- upcase_atom(abc, 'ABC').
   true.
?- upcase_atom(f(x), _).
   error(type_error(atomic, f(x)), _).
?- upcase_atom(12, X).
   X = '12'.
?- string_upper(_, _).
   error(instantiation_error, _).

% sub_atom_icasechk/3
?- sub_atom_icasechk('Hello World', S, world).
   S = 6, det.
?- sub_atom_icasechk('Hello World', S, 'WORLD').
   S = 6.
?- sub_atom_icasechk('Hello World', 6, 'WORLD').
   true.
?- sub_atom_icasechk('Hello World', 5, world).
   false.
?- sub_atom_icasechk('Hello World', S, o).
   S = 4, det.
?- sub_atom_icasechk('ÄÖ', S, 'ö').
   S = 1.
?- sub_atom_icasechk(abc, S, '').
   S = 0.
?- sub_atom_icasechk(abc, 3, '').
   true.
?- sub_atom_icasechk(abc, 10, a).
   false.
?- sub_atom_icasechk(_, _, a).
   error(instantiation_error, _).
?- sub_atom_icasechk(abc, a, b).
   error(type_error(integer, a), _).
?- sub_atom_icasechk(abc, -1, b).
   error(domain_error(not_less_than_zero, -1), _).

% normalize_space/2
?- normalize_space(atom(A), "  a \n\t  b c  ").
   A = 'a b c'.
?- normalize_space(atom(A), '').
   A = ''.
?- normalize_space(codes(Cs), " a  b").
   Cs = [97, 32, 98].
?- normalize_space(chars(Cs), ' a ').
   Cs = [a].
?- normalize_space(string(S), 'a\x2003\b'), string(S), atom_string(A, S).
   check(string(S)), A = 'a b'.
?- normalize_space(atom(_), _).
   error(instantiation_error, _).
?- normalize_space(atom(_), f(x)).
   error(type_error(_, f(x)), _).

% collation_key/2, locale_sort/2
?- locale_sort(['Zebra', apple, 'Äpfel', 'Apple', zoo, apfel], L).
   L = [apfel, 'Äpfel', 'Apple', apple, 'Zebra', zoo].
?- collation_key(abc, K), collation_key(abc, K).
   check(string(K)).
?- collation_key(_, _).
   error(instantiation_error, _).

% term_string/2,3, atomics_to_string/2
?- term_string(T, "f(X, Y, X)").
   T = f(_A, _B, _A).
?- term_string(f(x, 'A b'), S), atom_string(A, S).
   check(string(S)), A = 'f(x,\'A b\')'.
?- term_string('A b', S, [quoted(false)]), atom_string(A, S).
   check(string(S)), A = 'A b'.
?- term_string('A b', S, []), atom_string(A, S).
   check(string(S)), A = '\'A b\''.
?- term_string(1 + 2, S, [ignore_ops(true)]), atom_string(A, S).
   check(string(S)), A = '+(1,2)'.
?- term_string(T, "X + Y", [variable_names(Vs)]).
   T = _X + _Y, Vs = ['X' = _X, 'Y' = _Y].
?- term_string(_, "a b").
   error(syntax_error(_), _).
?- atomics_to_string([a, 1, "b"], S), atom_string(A, S).
   check(string(S)), A = a1b.

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
?- text_concat(X, b, ab).
   X = a, det.
?- text_concat(a, b, X).
   X = ab.
?- text_concat(1, 2, X).
   X = '12'.
?- atom_string(abc, _S), text_concat(_S, d, X), string(X), atom_string(A, X).
   check(string(X)), A = abcd.
?- atom_string(abc, _S), text_concat(X, c, _S), string(X), atom_string(A, X).
   check(string(X)), A = ab.
?- text_concat(_, _, _).
   error(instantiation_error, _).
?- text_concat(f(x), b, _).
   error(type_error(_, f(x)), _).
?- string_chars(_, abc).
   error(type_error(list, abc), _).
?- string_codes(_, f(x)).
   error(type_error(list, f(x)), _).
?- string_chars(_, _).
   error(instantiation_error, _).
?- string_chars(_, [a, f(x)]).
   error(type_error(character, f(x)), _).
?- string_length(f(x), _).
   error(type_error(text, f(x)), _).
?- string_length(abc, a).
   error(type_error(integer, a), _).
?- string_code(a, abc, _).
   error(type_error(integer, a), _).
?- string_code(_, abc, _).
   error(instantiation_error, _).
?- string_code(1, _, _).
   error(instantiation_error, _).
?- text_to_string(12, _).
   error(type_error(text, 12), _).
?- text_to_string([a, f(x)], _).
   error(type_error(character, f(x)), _).
?- number_string(_, _).
   error(instantiation_error, _).
?- number_string(a, "1").
   error(type_error(number, a), _).
?- sub_string(abc, a, _, _, _).
   error(type_error(integer, a), _).
?- sub_string(f(x), _, _, _, _).
   error(type_error(text, f(x)), _).
?- atom_string(abc, _S), atom_chars(A, _S), atom_codes(B, _S), atom_string('12', _T), number_codes(N, _T), number_chars(M, _T).
   A = abc, B = abc, N = 12, M = 12.

% Strings are atomic, and no other type.
?- atom_string(abc, S), atomic(S), ground(S), \+ atom(S), \+ compound(S), \+ var(S), \+ number(S), \+ callable(S), \+ is_list(S).
   check(string(S)).
?- atom_string(abc, _S), call(_S).
   error(type_error(callable, _), _).
?- atom_string(abc, _S), assertz(_S).
   error(type_error(callable, _), _).
?- atom_string(abc, _S), atom_string(abc, _T), _S == _T, _S = _T, \+ _S = abc, copy_term(_S, _U), _U == _S, term_variables(_S, Vs).
   Vs = [].
?- atom_string(abc, _S), functor(_S, _N, A), _N == _S, _S =.. [_M], _M == _S.
   A = 0.
?- atom_string(abc, _S), arg(1, _S, _).
   error(type_error(compound, _), _).
?- atom_string(b, _S), atom_string(ab, _T), compare(O1, _S, _T), compare(O2, 1, _S), compare(O3, _S, f(x)), compare(O4, _, _S).
   O1 = (>), O2 = (<), O3 = (<), O4 = (<).
?- atom_string(a, _S), X is _S + 1.
   X = 98.

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
   U = 97.
?- code_type(-1, alpha).
   false.
?- findall(_T, char_type(' ', _T), _Ts), memberchk(space, _Ts), memberchk(white, _Ts), memberchk(code(32), _Ts), \+ memberchk(graph, _Ts).
   true.
?- char_type(ab, alpha).
   error(type_error(character, ab), _).
?- char_type(a, nonsense).
   error(domain_error(char_type, nonsense), _).
?- char_type(a, to_lower(U)), char_type('A', to_upper(L)).
   U = 'A', L = a.
?- char_type(L, to_lower('A')), char_type(U, to_upper(a)).
   L = a, U = 'A', det.
?- char_type(a, to_lower('A')), char_type(a, to_lower(a)).
   true.
?- char_type(X, upper(a)).
   X = 'A', det.
?- code_type(-1, T).
   T = end_of_file, det.
?- code_type(-1, end_of_file).
   true.
?- char_type(_, end_of_file).
   false.
?- char_type('(', paren(C)), char_type(')', paren).
   C = ')'.
?- char_type(O, paren(C)).
   O = '(', C = ')'
;  O = '[', C = ']'
;  O = '{', C = '}', det.
?- char_type('٣', decimal(W)), \+ char_type('٣', digit(_)).
   W = 3.
?- char_type('ä', alpha), char_type('ä', lower('Ä')), char_type('Ω', upper('ω')), char_type('中', alpha), \+ char_type('中', upper).
   true.
?- char_type('\x2003\ ', space).
   error(type_error(character, _), _).
?- code_type(0x2003, space), code_type(0xa0, space), \+ code_type(0x2003, white), code_type(10, newline), code_type(13, end_of_line).
   true.
?- char_type('+', prolog_symbol), char_type('A', prolog_var_start), char_type('_', prolog_var_start), char_type(a, prolog_atom_start).
   true.
?- char_type('_', csym), char_type('_', csymf), \+ char_type('1', csymf), \+ char_type('_', alpha), char_type('1', alnum).
   true.
?- findall(C, code_type(C, digit), L), length(L, N).
   check(L = [48|_]), N = 10.
?- char_type(X, code(97)).
   X = a, det.
?- findall(_T, char_type('5', _T), Ts), memberchk(digit(5), Ts), memberchk(xdigit(W), Ts), memberchk(decimal(5), Ts), memberchk(digit, Ts).
   check(is_list(Ts)), W = 5.
?- code_type(f(x), alpha).
   error(type_error(character, f(x)), _).
?- code_type(0x110000, alpha).
   error(representation_error(character_code), _).
?- char_type(a, 1).
   error(domain_error(char_type, 1), _).

% name/2
?- name(X, [0'a, 0'b]).
   X = ab.
?- name(X, [0'-, 0'1]).
   X = -1.
?- name(X, [0' , 0'1]).
   X = ' 1'.
?- name(X, [0'-, 0' , 0'1]).
   X = '- 1'.
?- name(X, ['1', a]).
   X = '1a'.
?- name(X, []).
   X = ''.
?- name(1.5, Cs).
   Cs = [49, 46, 53].
?- name([], Cs).
   Cs = [91, 93].
?- name('12', [0'1, 0'2]).
   true.
?- string_codes(S, [0'1, 0'2]), name(12, S), name(X, S).
   check(string(S)), X = 12.
?- name(_, _).
   error(instantiation_error, _).
?- name(_, [0'a|_]).
   error(instantiation_error, _).
?- name(_, a).
   error(type_error(list, a), _).
?- name(f(x), _).
   error(type_error(atomic, f(x)), _).

% get_string_code/3
?- get_string_code(2, abc, C).
   C = 98, det.
?- get_string_code(0, abc, _).
   error(domain_error(range(1, 3), 0), _).
?- get_string_code(4, abc, _).
   error(domain_error(range(1, 3), 4), _).
?- get_string_code(_, abc, _).
   error(instantiation_error, _).
?- get_string_code(a, abc, _).
   error(type_error(integer, a), _).

% string_bytes/3
?- string_bytes(aé, Bs, utf8).
   Bs = [97, 195, 169].
?- string_bytes(aé, Bs, iso_latin_1).
   Bs = [97, 233].
?- string_bytes(a, Bs, utf16be).
   Bs = [0, 97].
?- string_bytes('😀', Bs, utf16le).
   Bs = [0x3d, 0xd8, 0, 0xde].
?- string_bytes('', Bs, utf8).
   Bs = [].
?- string_bytes(S, [195, 169], utf8), atom_string(A, S).
   check(string(S)), A = é.
?- string_bytes(S, [], utf8), atom_string(A, S).
   check(string(S)), A = ''.
?- string_bytes(λ, _, iso_latin_1).
   error(representation_error(encoding), _).
?- string_bytes(_, [195], utf8).
   error(representation_error(encoding), _).
?- string_bytes(_, [256], utf8).
   error(type_error(byte, 256), _).
?- string_bytes(_, [97|_], utf8).
   error(instantiation_error, _).
?- string_bytes(a, _, _).
   error(instantiation_error, _).
?- string_bytes(a, _, nope).
   error(domain_error(encoding, nope), _).

% char_type/2 of a code: values are characters all the same.
?- char_type(0'a, to_lower(X)).
   X = 'A'.
?- char_type(0'5, digit(W)).
   W = 5.
?- char_type(0'a, digit(_)).
   false.
?- char_type(-2, alpha).
   error(representation_error(character_code), _).

% A separator that is padding swallows the padding behind it.
?- fields(xxaxxbxx, ax, x, L).
   L = ['', '', b].
?- fields('a / b', '/ ', ' ', L).
   L = [a, '', '', b].
?- fields('a  /b', '/ ', ' ', L).
   L = [a, '', b].
?- fields('//a//b//', /, /, L).
   L = [a, b].
?- fields(' a, b ,c ', ',', ' ', L).
   L = [a, b, c].

% Positions in long atoms, of ASCII and not.
?- length(L, 5000), maplist(=(a), L), atom_chars(A, L), atom_concat(A, b, _B), sub_atom(_B, 5000, 1, After, Sub), sub_atom(_B, Where, _, 0, b),
   atom_concat(A, 'äb', _C), sub_atom(_C, 5000, 1, Rest, Part), sub_atom(_C, At, 1, 0, _).
   check(atom(A)), check(is_list(L)), After = 0, Sub = b, Where = 5000, Rest = 1, Part = ä, At = 5001.
