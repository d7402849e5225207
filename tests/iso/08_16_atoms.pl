% SPDX-License-Identifier: MIT
%
% 8.16 Atomic term processing.
% The errors are those of Cor.2, in their order. What serves as an atom with the flag iso off: tests/ext/iso_flag.pl.

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
?- atom_length('enchanted\
 evening', N).
   N = 17.
?- atom_length('\x0\a', N).
   N = 2.
?- atom_length('\x10000\\xe9\z', N).
   N = 3.
?- atom_length(scarlet, N), N > 6.
   N = 7, det.
?- atom_length(atom, 36893488147419103232).
   false.
?- atom_length(atom, -36893488147419103232).
   error(domain_error(not_less_than_zero, -36893488147419103232), _).
?- atom_length(_, foo).
   error(instantiation_error, _).
?- atom_length(f(a), foo).
   error(type_error(atom, f(a)), _).
?- atom_length([a|_], _).
   error(type_error(atom, [a|_]), _).
?- atom_length(1.23, 4).
   error(type_error(atom, 1.23), _).
?- atom_length(1, _).
   error(type_error(atom, 1), _).
?- atom_length("abc", _).
   error(type_error(atom, [a, b, c]), _).

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
?- atom_concat(hello, ' world', X), X == 'hello world'.
   X = 'hello world', det.
?- atom_concat('', X, abc).
   X = abc, det.
?- atom_concat(X, '', abc).
   X = abc, det.
?- atom_concat('', '', X).
   X = ''.
?- atom_concat(ab, X, abc).
   X = c, det.
?- atom_concat(X, c, ab).
   false.
?- atom_concat(X, Y, a), X == Y.
   false.
?- atom_concat(a, _, b).
   false.
?- atom_concat(_, f(a), _).
   error(instantiation_error, _).
?- atom_concat(f(a), _, _).
   error(instantiation_error, _).
?- atom_concat(f(a), f(b), f(c)).
   error(type_error(atom, f(a)), _).
?- atom_concat(a, f(b), f(c)).
   error(type_error(atom, f(b)), _).
?- atom_concat(f(a), _, abc).
   error(type_error(atom, f(a)), _).
?- atom_concat(_, f(b), abc).
   error(type_error(atom, f(b)), _).
?- atom_concat(a, b, f(c)).
   error(type_error(atom, f(c)), _).
?- atom_concat(_, _, [a|_]).
   error(type_error(atom, [a|_]), _).
?- atom_concat(1, _, 2).
   error(type_error(atom, 1), _).
?- atom_concat(_, [a], f(b)).
   error(type_error(atom, [a]), _).
?- atom_concat(_, f(b), _).
   error(instantiation_error, _).
?- atom_concat(1, a, _).
   error(type_error(atom, 1), _).
?- atom_concat(a, 1, _).
   error(type_error(atom, 1), _).
?- atom_concat(_, _, 12).
   error(type_error(atom, 12), _).

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
?- sub_atom(abracadabra, B, 2, A, S), S == ac.
   B = 3, A = 6, S = ac.
?- sub_atom(abc, 0, 3, 0, abc).
   true, det.
?- sub_atom(abc, 1, 1, 1, b).
   true, det.
?- sub_atom(abc, 1, 1, 1, c).
   false.
?- sub_atom(abc, 0, L, 0, S).
   L = 3, S = abc, det.
?- sub_atom(abc, 3, L, A, S).
   L = 0, A = 0, S = '', det.
?- sub_atom(abc, B, 0, 0, S).
   B = 3, S = '', det.
?- sub_atom(abc, B, 3, A, S).
   B = 0, A = 0, S = abc, det.
?- sub_atom(abc, B, L, 3, S).
   B = 0, L = 0, S = '', det.
?- sub_atom(abcab, 0, _, A, ab).
   A = 3, det.
?- sub_atom(abcab, B, 2, 0, ab).
   B = 3, det.
?- sub_atom(abcab, B, 3, _, ab).
   false.
?- sub_atom(abcab, B, _, A, c).
   B = 2, A = 2, det.
?- sub_atom(abab, B, L, A, ab).
   B = 0, L = 2, A = 2
;  B = 2, L = 2, A = 0, det.
?- sub_atom('\x1f600\a\x1f600\b', B, 1, 1, S), atom_codes(S, Codes).
   B = 2, check(atom(S)), Codes = [0x1f600].
?- sub_atom('', _, 1, _, _).
   false.
?- sub_atom(abc, B, B, A, S).
   B = 0, A = 3, S = ''
;  B = 1, A = 1, S = b.
?- sub_atom(f(a), x, _, _, f(b)).
   error(type_error(atom, f(a)), _).
?- sub_atom(abc, x, y, z, f(b)).
   error(type_error(atom, f(b)), _).
?- sub_atom(abc, x, y, z, _).
   error(type_error(integer, x), _).
?- sub_atom(abc, -1, y, z, _).
   error(type_error(integer, y), _).
?- sub_atom(abc, -1, -2, z, _).
   error(type_error(integer, z), _).
?- sub_atom(abc, -1, -2, -3, _).
   error(domain_error(not_less_than_zero, -1), _).
?- sub_atom(abc, _, -2, -3, _).
   error(domain_error(not_less_than_zero, -2), _).
?- sub_atom(abc, 1.0, _, _, _).
   error(type_error(integer, 1.0), _).
?- sub_atom(abc, _, -36893488147419103232, _, _).
   error(domain_error(not_less_than_zero, -36893488147419103232), _).
?- sub_atom(12, _, _, _, _).
   error(type_error(atom, 12), _).
?- sub_atom(abc, _, _, _, 1).
   error(type_error(atom, 1), _).

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
   error(type_error(atom, 123), _).
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
?- atom_chars(soap, [s, o, p]).
   false.
?- atom_chars(X, ['1', '2']), Y is X + 1.
   error(type_error(evaluable, '12'/0), _).
?- atom_chars('\x0\a', [C|L]), char_code(C, N).
   check(atom(C)), L = [a], N = 0.
?- atom_chars(A, [a|T]), T = [b].
   error(instantiation_error, _).
?- L = [a, b|T], T = [c], atom_chars(A, L).
   L = [a, b, c], T = [c], A = abc.
?- atom_chars(abc, L), L = [H|T], T == [b, c].
   L = [a, b, c], H = a, T = [b, c].
?- atom_chars(abc, [X, b, Y]).
   X = a, Y = c.
?- atom_chars(_, [a, f(b), _]).
   error(instantiation_error, _).
?- atom_chars(_, [f(b)|_]).
   error(instantiation_error, _).
?- atom_chars(_, [_|b]).
   error(type_error(list, [_|b]), _).
?- atom_chars(f(a), b).
   error(type_error(atom, f(a)), _).
?- atom_chars(f(a), [1]).
   error(type_error(atom, f(a)), _).
?- atom_chars(abc, [a|b]).
   error(type_error(list, [a|b]), _).
?- atom_chars(abc, [f(b)]).
   error(type_error(character, f(b)), _).
?- atom_chars(abc, [_, _, f(b)|_]).
   error(type_error(character, f(b)), _).
?- atom_chars(abc, [f(b)|c]).
   error(type_error(list, [f(b)|c]), _).
?- L = [a|L], catch(atom_chars(_, L), error(type_error(Type, _), _), true).
   Type = list, check(cyclic_term(L)).
?- atom_chars(1, _).
   error(type_error(atom, 1), _).

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
   error(type_error(integer, s), _).
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
?- atom_codes(soap, [0's, 0'o, 0'p]).
   false.
?- atom_codes(A, [0'n, 0x1f600]), atom_length(A, N).
   check(atom(A)), N = 2.
?- atom_codes(A, []).
   A = ''.
?- atom_codes(abc, [X, 0'b|Y]).
   X = 97, Y = [99].
?- atom_codes(_, [-1, _]).
   error(instantiation_error, _).
?- atom_codes(_, [_|b]).
   error(type_error(list, [_|b]), _).
?- atom_codes(_, [f(x)]).
   error(type_error(integer, f(x)), _).
?- atom_codes(_, [0'a, 1.0]).
   error(type_error(integer, 1.0), _).
?- atom_codes(_, [36893488147419103232]).
   error(representation_error(character_code), _).
?- atom_codes(f(a), [-1]).
   error(type_error(atom, f(a)), _).
?- atom_codes(abc, [-1]).
   error(representation_error(character_code), _).
?- atom_codes(abc, [f(x)|_]).
   error(type_error(integer, f(x)), _).
?- atom_codes(abc, [0'a|b]).
   error(type_error(list, [97|b]), _).
?- atom_codes(_, [a]).
   error(type_error(integer, a), _).
?- atom_codes(abc, [a]).
   error(type_error(integer, a), _).
?- atom_codes(12, _).
   error(type_error(atom, 12), _).

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
?- char_code(b, 0'b).
   true.
?- char_code(X, 0), atom_length(X, N), char_code(X, C).
   check(atom(X)), N = 1, C = 0.
?- char_code(f(x), f(y)).
   error(type_error(character, f(x)), _).
?- char_code(a, 1.0).
   error(type_error(integer, 1.0), _).
?- char_code(a, -1).
   error(representation_error(character_code), _).
?- char_code(a, 0xd800).
   error(representation_error(character_code), _).
?- char_code(_, 36893488147419103232).
   error(representation_error(character_code), _).
?- char_code('', _).
   error(type_error(character, ''), _).

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
?- number_chars(X, [' ', '0', o, '1', '1']).
   X = 9.
?- number_chars(X, [' ', '0', b, '1', '1']).
   X = 3.
?- number_chars(X, ['/', '*', '*', '/', '1']).
   X = 1.
?- number_chars(X, ['%', '\n', '1']).
   X = 1.
?- number_chars(X, ['0', '''', \, n]).
   X = 10.
?- number_chars(X, ['0', '''', '''', '''']).
   X = 39.
?- number_chars(X, "1.0e10").
   X = 1.0e10.
?- number_chars(-1, L).
   L = [-, '1'].
?- number_chars(-1, ['-'|L]).
   L = ['1'].
?- number_chars(1234, [1, 2, 3, 4]).
   error(type_error(character, 1), _).
?- number_chars(42, [A, B]).
   A = '4', B = '2'.
?- number_chars(42, [A, B|T]).
   A = '4', B = '2', T = [].
?- number_chars(42, [_]).
   false.
?- number_chars(4, [' ', '4']).
   true.
?- number_chars(5, [' ', '4']).
   false.
?- number_chars(_, [f(a), _]).
   error(instantiation_error, _).
?- number_chars(_, [f(a)|_]).
   error(instantiation_error, _).
?- number_chars(_, [_|a]).
   error(type_error(list, [_|a]), _).
?- number_chars(a, b).
   error(type_error(number, a), _).
?- number_chars(1, [a|b]).
   error(type_error(list, [a|b]), _).
?- number_chars(1, b).
   error(type_error(list, b), _).
?- number_chars(1, [f(a)|_]).
   error(type_error(character, f(a)), _).
?- number_chars(1, [_, f(a)]).
   error(type_error(character, f(a)), _).
?- number_chars(1, []).
   error(syntax_error(_), _).
?- number_chars(1, [a]).
   error(syntax_error(_), _).
?- number_chars(_, ['3', '.']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', 'B', '1']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', 'O', '7']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', 'X', f]).
   error(syntax_error(_), _).
?- number_chars(_, ['0', o, '8']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', b, '2']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', x, '0', '.', '0']).
   error(syntax_error(_), _).
?- number_chars(_, [+, '1']).
   error(syntax_error(_), _).
?- number_chars(X, [-, ' ', '1']).
   X = -1.
?- number_chars(_, [-, -, '1']).
   error(syntax_error(_), _).
?- number_chars(_, [' ']).
   error(syntax_error(_), _).
?- number_chars(_, ['1', 'E', '5', ' ']).
   error(syntax_error(_), _).
?- number_chars(_, ['0', '''']).
   error(syntax_error(_), _).
?- number_chars(_, "foo(").
   error(syntax_error(_), _).
?- number_chars(_, ['1', '\n']).
   error(syntax_error(_), _).
?- number_chars(_, "1 % one").
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
?- number_codes(A, [0'4, 0'2, 0'., 0'0, 0'e, 0'-, 0'1]).
   A = 4.2.
?- number_codes(X, [0'3, 0'., 0'3, 0'E, 0'+, 0'0]).
   X = 3.3.
?- number_codes(3.3, [0'3|L]).
   L = [0'., 0'3].
?- number_codes(A, [0'\n, 0' , 0'3]).
   A = 3.
?- number_codes(_, [0'+, 0'1]).
   error(syntax_error(_), _).
?- number_codes(_, []).
   error(syntax_error(_), _).
?- number_codes(_, [0'3, _]).
   error(instantiation_error, _).
?- number_codes(_, [f(x), _]).
   error(instantiation_error, _).
?- number_codes(_, [0'3|a]).
   error(type_error(list, [51|a]), _).
?- number_codes(1, [f(x)|_]).
   error(type_error(integer, f(x)), _).
?- number_codes(1, [_, -1]).
   error(representation_error(character_code), _).
?- number_codes(_, [0'3, 0x110000]).
   error(representation_error(character_code), _).
?- number_codes(_, "12").
   error(type_error(integer, '1'), _).
?- length(_Zeros, 100), code_list(_Zeros, [0'7], _Codes), number_codes(X, _Codes).
   X = 7.

% Zeros are digits 0, and Codes the same followed by Rest.
code_list([], Rest, Rest).
code_list([0'0|Zeros], Rest, [0'0|Codes]) :-
    code_list(Zeros, Rest, Codes).
