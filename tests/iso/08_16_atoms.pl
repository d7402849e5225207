% SPDX-License-Identifier: MIT
%
% 8.16 Atomic term processing.

% 8.16.1 atom_length/2
?- atom_length('enchanted evening', N).
   N = 17.
?- atom_length('', N).
   N = 0.
?- atom_length(scarlet, 5).
   false.
?- atom_length('grüße', N).
   N = 5.
?- atom_length([], N).
   N = 2.
?- atom_length(_, 4).
   error(instantiation_error, _).
?- atom_length(f(a), _).
   error(type_error(atom, f(a)), _).
?- atom_length(atom, foo).
   error(type_error(integer, foo), _).
?- atom_length(atom, -4).
   error(domain_error(not_less_than_zero, -4), _).
?- atom_length(atom, 1.0).
   error(type_error(integer, 1.0), _).
?- atom_length(1234, N).
   N = 4.
?- atom_length("abc", N).
   N = 3.

% 8.16.2 atom_concat/3
?- atom_concat(hello, ' world', A).
   A = 'hello world', det.
?- atom_concat(T, ' world', 'small world').
   T = small, det.
?- atom_concat(small, T, 'small world').
   T = ' world', det.
?- atom_concat(hello, ' world', 'small world').
   false.
?- atom_concat(T1, T2, hello).
   T1 = '', T2 = hello
;  T1 = h, T2 = ello
;  T1 = he, T2 = llo
;  T1 = hel, T2 = lo
;  T1 = hell, T2 = o
;  T1 = hello, T2 = '', det.
?- atom_concat(X, Y, 'äö').
   X = '', Y = 'äö'
;  X = 'ä', Y = 'ö'
;  X = 'äö', Y = '', det.
?- atom_concat(X, X, abab).
   X = ab.
?- atom_concat(X, Y, '').
   X = '', Y = '', det.
?- atom_concat(X, abcd, bcd).
   false.
?- atom_concat(f(a), b, _).
   error(type_error(atom, f(a)), _).
?- atom_concat(a, f(b), _).
   error(type_error(atom, f(b)), _).
?- atom_concat(_, b, f(c)).
   error(type_error(atom, f(c)), _).
?- atom_concat(small, _, _).
   error(instantiation_error, _).
?- atom_concat(_, small, _).
   error(instantiation_error, _).
?- atom_concat(_, _, _).
   error(instantiation_error, _).
?- atom_concat(a, 1, A).
   A = a1.

% 8.16.3 sub_atom/5
?- sub_atom(abracadabra, 0, 5, _, S).
   S = abrac, det.
?- sub_atom(abracadabra, _, 5, 0, S).
   S = dabra, det.
?- sub_atom(abracadabra, 3, L, 3, S).
   L = 5, S = acada, det.
?- sub_atom(abracadabra, B, 2, A, ab).
   B = 0, A = 9
;  B = 7, A = 2, det.
?- sub_atom('Banana', 3, 2, _, S).
   S = an, det.
?- sub_atom(charity, _, 3, _, S).
   S = cha
;  S = har
;  S = ari
;  S = rit
;  S = ity, det.
?- sub_atom(ab, Start, Length, _, S).
   Start = 0, Length = 0, S = ''
;  Start = 0, Length = 1, S = a
;  Start = 0, Length = 2, S = ab
;  Start = 1, Length = 0, S = ''
;  Start = 1, Length = 1, S = b
;  Start = 2, Length = 0, S = '', det.
?- sub_atom(abc, 1, L, A, S).
   L = 0, A = 2, S = ''
;  L = 1, A = 1, S = b
;  L = 2, A = 0, S = bc, det.
?- sub_atom(abc, B, L, 1, S).
   B = 0, L = 2, S = ab
;  B = 1, L = 1, S = b
;  B = 2, L = 0, S = '', det.
?- sub_atom(aaa, B, _, _, aa).
   B = 0
;  B = 1, det.
?- sub_atom(ab, B, _, _, '').
   B = 0
;  B = 1
;  B = 2, det.
?- sub_atom(abcbc, B, _, 0, bc).
   B = 3, det.
?- sub_atom(abcbc, 1, L, A, bc).
   L = 2, A = 2, det.
?- sub_atom('größte', B, 2, A, S), S = 'öß'.
   B = 2, A = 2, S = 'öß'.
?- sub_atom('größte', B, L, A, 'ß').
   B = 3, L = 1, A = 2, det.
?- sub_atom('größte', 3, 2, A, S).
   A = 1, S = 'ßt', det.
?- sub_atom(aabb, X, X, X, S).
   false.
?- sub_atom(abcdef, X, X, X, S).
   X = 2, S = cd.
?- sub_atom(abc, 4, _, _, _).
   false.
?- sub_atom(abc, _, 4, _, _).
   false.
?- sub_atom(abc, 2, 2, _, _).
   false.
?- sub_atom(abc, _, _, _, abcd).
   false.
?- sub_atom(abc, 1267650600228229401496703205376, _, _, _).
   false.
?- sub_atom(abc, 9223372036854775807, 9223372036854775807, _, _).
   false.
?- sub_atom('', B, L, A, S).
   B = 0, L = 0, A = 0, S = '', det.
?- sub_atom(_, _, _, _, s).
   error(instantiation_error, _).
?- sub_atom(abc, _, _, _, f(x)).
   error(type_error(atom, f(x)), _).
?- sub_atom(f(a), _, _, _, _).
   error(type_error(atom, f(a)), _).
?- sub_atom(abc, a, _, _, _).
   error(type_error(integer, a), _).
?- sub_atom(abc, _, a, _, _).
   error(type_error(integer, a), _).
?- sub_atom(abc, _, _, a, _).
   error(type_error(integer, a), _).
?- sub_atom(abc, -1, _, _, _).
   error(domain_error(not_less_than_zero, -1), _).
?- sub_atom(abc, _, -1, _, _).
   error(domain_error(not_less_than_zero, -1), _).
?- sub_atom(abc, _, _, -1, _).
   error(domain_error(not_less_than_zero, -1), _).

% 8.16.4 atom_chars/2
?- atom_chars('', L).
   L = [].
?- atom_chars([], L).
   L = ['[', ']'].
?- atom_chars('''', L).
   L = [''''].
?- atom_chars(ant, L).
   L = [a, n, t].
?- atom_chars(ant, ['n'|_]).
   false.
?- atom_chars(A, ['s', 'o', 'p']).
   A = sop.
?- atom_chars(A, "sop").
   A = sop.
?- atom_chars('North', ['N'|X]).
   X = [o, r, t, h].
?- atom_chars('soap', ['s', 'o'|X]).
   X = [a, p].
?- atom_chars(A, []).
   A = ''.
?- atom_chars('äh', L).
   L = ['ä', h].
?- atom_chars(123, L).
   L = ['1', '2', '3'].
?- atom_chars(_, _).
   error(instantiation_error, _).
?- atom_chars(_, [a|_]).
   error(instantiation_error, _).
?- atom_chars(_, [a, _, c]).
   error(instantiation_error, _).
?- atom_chars(_, [a, f(b)]).
   error(type_error(character, f(b)), _).
?- atom_chars(_, [a, bc]).
   error(type_error(character, bc), _).
?- atom_chars(_, [0'a]).
   error(type_error(character, 97), _).
?- atom_chars(_, a).
   error(type_error(list, a), _).
?- atom_chars(_, [a|b]).
   error(type_error(list, [a|b]), _).
?- atom_chars(abc, b).
   error(type_error(list, b), _).
?- atom_chars(f(a), _).
   error(type_error(atom, f(a)), _).

% 8.16.5 atom_codes/2
?- atom_codes('', L).
   L = [].
?- atom_codes([], L).
   L = [0'[, 0']].
?- atom_codes('''', L).
   L = [39].
?- atom_codes(ant, L).
   L = [0'a, 0'n, 0't].
?- atom_codes(A, [0's, 0'o, 0'p]).
   A = sop.
?- atom_codes('North', [0'N|X]).
   X = [0'o, 0'r, 0't, 0'h].
?- atom_codes('soap', [0's, 0'o|X]).
   X = [0'a, 0'p].
?- atom_codes('ä', L).
   L = [228].
?- atom_codes(A, "sop").
   A = sop.
?- atom_codes(_, _).
   error(instantiation_error, _).
?- atom_codes(_, [0'a|_]).
   error(instantiation_error, _).
?- atom_codes(_, [0'a, _]).
   error(instantiation_error, _).
?- atom_codes(f(a), _).
   error(type_error(atom, f(a)), _).
?- atom_codes(_, 0'a).
   error(type_error(list, 97), _).
?- atom_codes(_, [0'a, -1]).
   error(representation_error(character_code), _).
?- atom_codes(_, [0'a, 0x110000]).
   error(representation_error(character_code), _).
?- atom_codes(_, [0'a, 0xd800]).
   error(representation_error(character_code), _).
?- atom_codes(_, [0'a|b]).
   error(type_error(list, [97|b]), _).

% 8.16.6 char_code/2
?- char_code('b', X).
   X = 98.
?- char_code(X, 0'c).
   X = c.
?- char_code(X, 163).
   X = '£'.
?- char_code(X, 0x10ffff), char_code(X, Y).
   check(atom_length(X, 1)), Y = 0x10ffff.
?- char_code('b', 4).
   false.
?- char_code(_, _).
   error(instantiation_error, _).
?- char_code(ab, _).
   error(type_error(character, ab), _).
?- char_code(1, _).
   error(type_error(character, 1), _).
?- char_code(_, a).
   error(type_error(integer, a), _).
?- char_code(a, b).
   error(type_error(integer, b), _).
?- char_code(_, -2).
   error(representation_error(character_code), _).
?- char_code(_, 0x110000).
   error(representation_error(character_code), _).

% 8.16.7 number_chars/2
?- number_chars(33, L).
   L = ['3', '3'].
?- number_chars(33, ['3', '3']).
   true.
?- number_chars(33.0, L).
   L = ['3', '3', '.', '0'].
?- number_chars(X, ['3', '.', '3', 'E', +, '0']).
   X = 3.3.
?- number_chars(3.3, ['3'|X]).
   X = ['.', '3'].
?- number_chars(A, ['-', '2', '5']).
   A = -25.
?- number_chars(A, ['\n', ' ', '3']).
   A = 3.
?- number_chars(A, ['0', x, f]).
   A = 15.
?- number_chars(A, ['0', '''', a]).
   A = 97.
?- number_chars(A, ['4', '.', '2']).
   A = 4.2.
?- number_chars(A, ['4', '2', '.', '0', 'e', '-', '1']).
   A = 4.2.
?- number_chars(1, ['0', '1']).
   true.
?- number_chars(1, ['0', X]).
   false.
?- number_chars(12, ['1', X]).
   X = '2'.
?- number_chars(X, "1267650600228229401496703205376").
   X = 1267650600228229401496703205376.
?- number_chars(_, _).
   error(instantiation_error, _).
?- number_chars(_, ['3'|_]).
   error(instantiation_error, _).
?- number_chars(_, ['3', _]).
   error(instantiation_error, _).
?- number_chars(a, _).
   error(type_error(number, a), _).
?- number_chars(_, a).
   error(type_error(list, a), _).
?- number_chars(_, ['3'|a]).
   error(type_error(list, ['3'|a]), _).
?- number_chars(_, ['3', f(a)]).
   error(type_error(character, f(a)), _).
?- number_chars(_, ['4', 2]).
   error(type_error(character, 2), _).
?- number_chars(_, ['3', ' ']).
   error(syntax_error(_), _).
?- number_chars(_, [a]).
   error(syntax_error(_), _).
?- number_chars(_, []).
   error(syntax_error(_), _).
?- number_chars(_, ['0', x, g]).
   error(syntax_error(_), _).
?- number_chars(_, ['3', ' ', '4']).
   error(syntax_error(_), _).
?- number_chars(_, [-]).
   error(syntax_error(_), _).
?- number_chars(_, [/, *, *, /, '1', ' ']).
   error(syntax_error(_), _).

% 8.16.8 number_codes/2
?- number_codes(33, L).
   L = [0'3, 0'3].
?- number_codes(33, [0'3, 0'3]).
   true.
?- number_codes(33.0, L).
   L = [0'3, 0'3, 0'., 0'0].
?- number_codes(A, [0'-, 0'2, 0'5]).
   A = -25.
?- number_codes(A, [0' , 0'3]).
   A = 3.
?- number_codes(A, [0'0, 0'x, 0'f]).
   A = 15.
?- number_codes(A, [0'0, 0''', 0'a]).
   A = 97.
?- number_codes(A, [0'4, 0'., 0'2]).
   A = 4.2.
?- number_codes(_, _).
   error(instantiation_error, _).
?- number_codes(_, [0'3|_]).
   error(instantiation_error, _).
?- number_codes(a, _).
   error(type_error(number, a), _).
?- number_codes(_, a).
   error(type_error(list, a), _).
?- number_codes(_, [0'3, -1]).
   error(representation_error(character_code), _).
?- number_codes(_, [0'a]).
   error(syntax_error(_), _).
?- number_codes(_, [0'3, 0' ]).
   error(syntax_error(_), _).
