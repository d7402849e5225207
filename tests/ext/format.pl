% SPDX-License-Identifier: MIT
%
% format/1,2,3: every directive, columns, sinks, errors.

formatted(Format, Arguments, Chars) :-
    format(chars(Chars), Format, Arguments).

% plain text, and what arguments may be
?- format("hello~n").
   true, outputs "hello\n".
?- format('hello', []).
   true, outputs "hello".
?- format("~w", x).
   true, outputs "x".
?- format("~w ~w", [a, f(b, "c")]).
   true, outputs "a f(b,[c])".
?- format([], []).
   true, outputs "".
?- format("~~ 100%", []).
   true, outputs "~ 100%".
?- format("äöü λ ~w", ['→']).
   true, outputs "äöü λ →".

% ~w ~p ~q ~k ~a ~i
?- format("~w ~p ~q ~a", ['A b', 'A b', 'A b', 'A b']).
   true, outputs "A b 'A b' 'A b' A b".
?- format("~w ~q ~k", ['$VAR'(1), '$VAR'(1), '$VAR'(1)]).
   true, outputs "B B '$VAR'(1)".
?- format("~k", [1 + 2]).
   true, outputs "+(1,2)".
?- format("~a~a~a", [abc, 12, "def"]).
   true, outputs "abc12def".
?- format("~i~w", [skipped, shown]).
   true, outputs "shown".
?- format("~q", [[a, 'B'|c]]).
   true, outputs "[a,'B'|c]".

% ~s ~c
?- format("~s ~s ~s", ["chars", [0'c, 0'o], abc]).
   true, outputs "chars co abc".
?- format("~s", [[]]).
   true, outputs "".
?- format("~c~c ~3c", [0'a, 955, 0'x]).
   true, outputs "aλ xxx".
?- format("~*c|", [4, 0'-]).
   true, outputs "----|".
?- format("~0c|", [0'-]).
   true, outputs "|".

% ~d ~D
?- format("~d ~d ~d", [0, -12, 100000000000000000000]).
   true, outputs "0 -12 100000000000000000000".
?- format("~2d ~2d ~2d ~2d", [1234, 5, -5, 0]).
   true, outputs "12.34 0.05 -0.05 0.00".
?- format("~0d", [7]).
   true, outputs "7".
?- format("~D ~D ~D ~D", [1, 123, 1234, -1234567]).
   true, outputs "1 123 1,234 -1,234,567".
?- format("~2D", [1234567]).
   true, outputs "12,345.67".
?- format("~*d", [3, 12345]).
   true, outputs "12.345".

% ~e ~f ~g
?- format("~e ~3e", [1.0, 12345.678]).
   true, outputs "1.000000e+00 1.235e+04".
?- format("~f ~2f ~0f ~1f", [1.5, 3.14159, 2.7, -0.05]).
   true, outputs "1.500000 3.14 3 -0.1".
?- format("~g ~g ~g", [0.1, 100000.0, 1.0e10]).
   true, outputs "0.1 100000 1e+10".
?- format("~2f ~0f ~f", [3, 3, 2]).
   true, outputs "3.00 3 2.000000".
?- format("~2f", [10 ^ 30]).
   true, outputs "1000000000000000000000000000000.00".
?- format("~30f", [0.1]).
   true, outputs "0.100000000000000005551115123126".
?- format("~2f ~4f", [2 * 3.5, pi]).
   true, outputs "7.00 3.1416".

% ~r ~R
?- format("~2r ~8r ~16r ~16R ~36r", [10, 64, 255, 255, 35]).
   true, outputs "1010 100 ff FF z".
?- format("~16r ~2r", [-255, 1 << 3]).
   true, outputs "-ff 1000".
?- format("~16r", [-255]).
   true, outputs "-ff".

% ~n ~N
?- format("a~nb~2nc", []).
   true, outputs "a\nb\n\nc".
?- format("a~Nb~N~Nc", []).
   true, outputs "a\nb\nc".
?- format("~Na", []), format("~Nb", []), nl, format("~Nc", []).
   true, outputs "a\nb\nc".

% column stops
?- format("~w~10|~w", [abc, def]).
   true, outputs "abc       def".
?- format("~t~w~10|~w", [abc, def]).
   true, outputs "       abcdef".
?- format("~t~w~t~11|~w", [abc, def]).
   true, outputs "    abc    def".
?- format("~w~t~10|~w", [abc, def]).
   true, outputs "abc       def".
?- format("~`-t~20|", []).
   true, outputs "--------------------".
?- format("~`*t~t~5|~w", [x]).
   true, outputs "**   x".
?- format("~45t~5|", []).
   true, outputs "-----".
?- format("~w~t~w~20|~w", [left, right, end]).
   true, outputs "left           rightend".
?- format("~w~t~8+~w~t~8+~w", [a, bb, ccc]).
   true, outputs "a       bb      ccc".
?- format("~w~+~w~+~w", [a, bb, ccc]).
   true, outputs "a       bb      ccc".
?- format("~t~d~6|~t~d~12|", [7, 42]).
   true, outputs "     7    42".
?- format("~t~2f~10|", [3.14159]).
   true, outputs "      3.14".
?- format("abcdef~3|g", []).
   true, outputs "abcdefg".
?- format("abcdef~3+g", []).
   true, outputs "abcdefg".
?- format("~w~30|~w~n~w~30|~w~n", [a, b, cc, d]).
   true, outputs "a                             b\ncc                            d\n".
?- write('ab'), format("~t~w~10|x", [c]).
   true, outputs "ab       cx".
?- format("~`xt~*|", [3]).
   true, outputs "xxx".
?- format("λ~3|x", []).
   true, outputs "λ  x".
?- format("~ta~t~tb~10|", []).
   true, outputs "  a      b".

% sinks
?- format(atom(A), "~w-~w", [a, b]).
   A = 'a-b'.
?- format(chars(Cs), "~w", [ab]), format(codes(Ds), "~w", [ab]).
   Cs = "ab", Ds = [97, 98].
?- format(string(S), "x~w", [1]), string(S), string_length(S, N).
   N = 2, check(string(S)).
?- format(codes(Cs, T), "ab", []).
   Cs = [97, 98|T].
?- format(codes(Cs, T), "", []).
   Cs = T.
?- format(atom(abc), "ab~w", [c]).
   true, det.
?- format(atom(abd), "ab~w", [c]).
   false.
?- format(atom(A), "~t~w~5|", [x]).
   A = '    x'.
?- current_output(_S), format(_S, "~w", [here]).
   true, outputs "here".
?- format(user_output, "", []).
   true, outputs "".

% errors; nothing is written then
?- format(_, []).
   error(instantiation_error, _).
?- format("before ~w", []).
   error(format(_), _), outputs "".
?- format("~w", [a, b]).
   error(format(_), _), outputs "".
?- format("no directive", [a]).
   error(format(_), _).
?- format("~y", [a]).
   error(existence_error(format_character, y), _).
?- format("abc~", []).
   error(format(_), _).
?- format("~d", [a]).
   error(type_error(integer, a), _).
?- format("~d", [1.0]).
   error(type_error(integer, 1.0), _).
?- format("~d", [_]).
   error(instantiation_error, _).
?- format("~a", [_]).
   error(instantiation_error, _).
?- format("~a", [f(x)]).
   error(type_error(_, f(x)), _).
?- format("~f", [foo]).
   error(type_error(evaluable, foo/0), _).
?- format("~f", [_]).
   error(instantiation_error, _).
?- format("~r", [10]).
   error(format(_), _).
?- format("~37r", [10]).
   error(domain_error(radix, 37), _).
?- format("~c", [-1]).
   error(representation_error(character_code), _).
?- format("~*c", [a, 0'x]).
   error(type_error(integer, a), _).
?- format(nostream, "x", []).
   error(existence_error(stream, nostream), _).
?- format(_, "x", []).
   error(instantiation_error, _).
?- format(strange(_), "x", []).
   error(domain_error(stream_or_alias, strange(_)), _).
?- format(user_input, "x", []).
   error(permission_error(output, stream, user_input), _).

% expressions, exact integers, grouping by locale
?- format("~d ~D ~2d", [1 + 2, 10 ^ 6, 3 * 50]).
   true, outputs "3 1,000,000 1.50".
?- format("~d", [a]).
   error(type_error(integer, a), _).
?- format("~d", [1.0]).
   error(type_error(integer, 1.0), _).
?- format("~d", [1 + 0.5]).
   error(type_error(integer, 1 + 0.5), _).
?- format("~d", [foo(1)]).
   error(type_error(evaluable, foo/1), _).
?- format("~:d ~:2d", [1234567, 1]).
   error(existence_error(format_character, _), _).
?- format("~:d ~2:d", [1234567, 1]).
   true, outputs "1234567 0.01".
?- format("~e ~3e ~0e", [1 << 2000, -(1 << 70), 5]).
   true, outputs "1.148131e+602 -1.181e+21 5e+00".
?- format("~20e ~2e ~2e ~1e ~0e", [9007199254740993, 9995, 9985, 995, 0]).
   true, outputs "9.00719925474099300000e+15 1.00e+04 9.98e+03 1.0e+03 0e+00".
?- format("~g ~g ~g ~3g ~g ~0g", [100000, 1000000, 1 << 100, 1250, 0, 25]).
   true, outputs "100000 1e+06 1.26765e+30 1.25e+03 0 2e+01".
?- format("~40g", [1 << 100]).
   true, outputs "1267650600228229401496703205376".
?- format("~0f ~0f ~0f ~1f", [0.5, 1.5, 2.5, 0.25]).
   true, outputs "0 2 2 0.2".
?- format("~50f", [0.1]).
   true, outputs "0.10000000000000000555111512312578270211815834045410".
?- _X is 10 ^ 400, format(atom(_A), "~3f", [_X]), atom_length(_A, N).
   check(N =:= 405).

% width of characters in columns
?- format("日本~t~10|x~n", []).
   true, outputs "日本      x\n".
?- format("~t日本~10|x", []).
   true, outputs "      日本x".
?- format("e\x301\~t~4|x", []).
   true, outputs "e\x301\   x".
?- format("~`日t~9|x", []).
   true, outputs "日日日日日日日日日x".

% ~@
?- format("a~@c", [put_char(b)]).
   true, outputs "abc".
?- format("~t~@~10|~w", [write(hello), x]).
   true, outputs "     hellox".
?- format(atom(A), "~w ~@ ~w", [1, (member(_X, [2, 3]), write(_X)), 4]).
   A = '1 2 4'.
?- format("~@", [fail]).
   false.
?- format("~@", [no_such_goal]).
   error(existence_error(procedure, no_such_goal/0), _).
?- catch(format("shown ~@", [throw(oops)]), oops, true).
   true, outputs "".
?- format("~@", [_]).
   error(instantiation_error, _).
?- format("~@~@", [write(a)]).
   error(format('not enough arguments'), _).
?- format("~@", [write(a), b]).
   error(format('too many arguments'), _).
?- format(codes(Cs, T), "~@", [format("~@", [write(ab)])]).
   Cs = [0'a, 0'b|T].

% ~p and portray/1
?- assertz((user:portray(secret(_)) :- write(hidden))), format("~p ~w ~t~p~20|~p", [secret(1), secret(1), f(secret(2)), 'A']).
   true, outputs "hidden secret(1) f(hidden)'A'".
?- format(atom(A), "~p~@~p", [secret(1), write(+), 'B c']).
   A = 'hidden+\'B c\''.
?- retractall(user:portray(_)), format("~p", [secret(1)]).
   true, outputs "secret(1)".

% errors leave nothing behind
?- format("~z", [a]).
   error(existence_error(format_character, z), _).
?- format("~λ", []).
   error(existence_error(format_character, λ), _).
?- format("shown ~d", [a]).
   error(type_error(integer, a), _).
?- catch(format("shown ~d", [a]), _, true).
   true, outputs "".
?- format("~", []).
   error(format('truncated format'), _).
?- format("~w ~w", [a]).
   error(format('not enough arguments'), context(format/2, _)).
?- format("~w", [a, b]).
   error(format('too many arguments'), _).
?- format("x", foo).
   error(format('too many arguments'), _).
?- format("~1r", [10]).
   error(domain_error(radix, 1), _).
?- format("~37R", [10]).
   error(domain_error(radix, 37), _).
?- format("~r", [10]).
   error(format('~r needs a radix'), _).
?- format("~*c", [a, 0'x]).
   error(type_error(integer, a), _).
?- format("~*c", [-1, 0'x]).
   error(format('number out of range'), _).
?- format("~99999999999999999999d", [1]).
   error(format('number out of range'), _).
?- format("~c", [-1]).
   error(representation_error(character_code), _).
?- format("~c", [a]).
   error(type_error(integer, a), _).
?- format("~a", [f(x)]).
   error(type_error(atomic, f(x)), _).
?- format("~a", [_]).
   error(instantiation_error, _).
?- format("~s", [f(x)]).
   error(type_error(text, f(x)), _).
?- format("~e", [a]).
   error(type_error(evaluable, a/0), _).
?- format("~e", [_]).
   error(instantiation_error, _).
?- format(_, []).
   error(instantiation_error, _).
?- format(f(x), []).
   error(type_error(text, f(x)), _).
?- format(_, "x", []).
   error(instantiation_error, _).
?- format(foo(_), "x", []).
   error(domain_error(stream_or_alias, foo(_)), _).
?- format(0, "x", []).
   error(domain_error(stream_or_alias, 0), _).
?- format(no_such_stream, "x", []).
   error(existence_error(stream, no_such_stream), _).
?- format(user_input, "x", []).
   error(permission_error(output, stream, user_input), _).

% long output in time that grows with its length
?- test_size(200000, _N), findall(0'a, between(1, _N, _), _Cs), atom_codes(_F0, _Cs), format(atom(_A), "~a~t~w~t~a~30|~a", [_F0, y, _F0, _F0]),
   atom_length(_A, _L), _L =:= 3 * _N + 1.
   true.
?- test_size(50000, _N), findall(_X, ( between(1, _N, _I), member(_X, [0'~, 0'w, 0' ]) ), _F), numlist(1, _N, _As), format(codes(_Cs), _F, _As), length(_Cs, _L), _L >= 2 * _N.
   true.

% format_predicate/2
star(Count, Term) :-
    (   Count == default
    ->  N = 1
    ;   N = Count
    ),
    forall(between(1, N, _), write(Term)).

?- format_predicate(z, star(_, _)), format("~z~3z|~w", [a, b, c]).
   true, outputs "abbb|c".
?- format(atom(A), "<~*z>", [2, x]).
   A = '<xx>'.
?- current_format_predicate(C, star(_, _)).
   C = 0'z.
?- format("~y", [a]).
   error(existence_error(format_character, y), _).
?- format_predicate(zz, star(_, _)).
   error(type_error(character, zz), _).
?- format_predicate(z, star(_)).
   error(domain_error(format_predicate, star(_)), _).

% ~W, ~I, ~E, ~G, and numbers before ~N and ~s
?- format("~W|~W", [f(X, 'A b'), [quoted(true), variable_names(['X' = X])], a + b, [ignore_ops(true)]]).
   true, outputs "f(X,'A b')|+(a,b)".
?- format("~W", [a]).
   error(format('not enough arguments'), _).
?- format("~W", [a, x]).
   error(type_error(list, x), _).
?- format("~I ~I ~I ~2I ~0I", [123, 1234567, -1234, 12345, 12345]).
   true, outputs "123 1_234_567 -1_234 1_23_45 12345".
?- format("~I", [1.0]).
   error(type_error(integer, 1.0), _).
?- format("~E ~3E ~G ~3G", [1.5, 100, 1.0e30, 123456]).
   true, outputs "1.500000E+00 1.000E+02 1E+30 1.23E+05".
?- format("a~2Nb~0Nc~n~2Nd~Ne", []).
   true, outputs "a\n\nbc\n\nd\ne".
?- format("~2s|~4s|~0s|", ["abc", "abc", "abc"]).
   true, outputs "ab|abc||".
