% SPDX-License-Identifier: MIT
%
% Evaluable functors, by clause of ISO/IEC 13211-1 with Cor.2 and Cor.3. Where the standard leaves a choice, what Horn chose is in the
% opening comment of src/arith/eval.h. Functions beyond the standard: tests/ext/functions.pl.

% 9.1.2 Integer operations and axioms
% Integers are unbounded: nothing overflows.
?- X is 9223372036854775807 + 1.
   X = 9223372036854775808.
?- X is -9223372036854775808 - 1.
   X = -9223372036854775809.
?- X is 1152921504606846975 + 1.
   X = 1152921504606846976.
?- X is -1152921504606846976 - 1.
   X = -1152921504606846977.
?- X is 1152921504606846976 - 1.
   X = 1152921504606846975.
?- X is -(-1152921504606846976).
   X = 1152921504606846976.
?- X is -(-9223372036854775808).
   X = 9223372036854775808.
?- X is abs(-9223372036854775808).
   X = 9223372036854775808.
?- X is 9223372036854775807 * 9223372036854775807.
   X = 85070591730234615847396907784232501249.
?- X is -4294967296 * 4294967296.
   X = -18446744073709551616.
?- X is 3037000500 * 3037000500.
   X = 9223372037000250000.
?- X is 18446744073709551616 - 18446744073709551615.
   X = 1.
?- X is -9223372036854775808 // -1.
   X = 9223372036854775808.
?- X is -1152921504606846976 // -1.
   X = 1152921504606846976.
?- X is (9223372036854775807 + 1) - 1.
   X = 9223372036854775807.
?- X is max(9223372036854775807, 9223372036854775808).
   X = 9223372036854775808.
?- X is 1000000007 * 1000000009 * 1000000021.
   X = 1000000037000000399000001323.
?- X is 0 * 18446744073709551616.
   X = 0.
?- X is 18446744073709551616 - 18446744073709551616.
   X = 0.
?- X is -18446744073709551616 + 18446744073709551617.
   X = 1.
?- current_prolog_flag(bounded, X).
   X = false.
?- current_prolog_flag(max_integer, _MI), X is '+'(_MI, 1).
   X = 9223372036854775808.
?- current_prolog_flag(max_integer, _MI), X is '-'('+'(_MI, 1), 1).
   X = 9223372036854775807.
?- current_prolog_flag(max_integer, _MI), X is '-'(-(_MI), 2).
   X = -9223372036854775809.
?- current_prolog_flag(max_integer, _MI), X is '*'(_MI, 2).
   X = 18446744073709551614.
?- current_prolog_flag(max_integer, _MI), X is float(_MI) * 2.
   X = 1.8446744073709552e19.
?- current_prolog_flag(min_integer, _MI), X is - _MI.
   X = 9223372036854775808.

% 9.1.3 Integer division function
% The flag integer_rounding_function is toward_zero.
?- current_prolog_flag(integer_rounding_function, X).
   X = toward_zero.
?- X is 7 // 2.
   X = 3.
?- X is 7 rem 2.
   X = 1.
?- X is 7 div 2.
   X = 3.
?- X is 7 mod 2.
   X = 1.
?- X is -7 // 2.
   X = -3.
?- X is -7 rem 2.
   X = -1.
?- X is -7 div 2.
   X = -4.
?- X is -7 mod 2.
   X = 1.
?- X is 7 // -2.
   X = -3.
?- X is 7 rem -2.
   X = 1.
?- X is 7 div -2.
   X = -4.
?- X is 7 mod -2.
   X = -1.
?- X is -7 // -2.
   X = 3.
?- X is -7 rem -2.
   X = -1.
?- X is -7 div -2.
   X = 3.
?- X is -7 mod -2.
   X = -1.
?- X is 0 // 3.
   X = 0.
?- X is 0 rem 3.
   X = 0.
?- X is 0 div 3.
   X = 0.
?- X is 0 mod 3.
   X = 0.
?- X is 6 // 3.
   X = 2.
?- X is 6 rem 3.
   X = 0.
?- X is 6 div 3.
   X = 2.
?- X is 6 mod 3.
   X = 0.
?- X is -6 // 3.
   X = -2.
?- X is -6 rem 3.
   X = 0.
?- X is -6 div 3.
   X = -2.
?- X is -6 mod 3.
   X = 0.
?- X is 7 // 35.
   X = 0.
?- X is 7 rem 35.
   X = 7.
?- X is 7 div 35.
   X = 0.
?- X is 7 mod 35.
   X = 7.
?- X is 1267650600228229401496703205376 // 3.
   X = 422550200076076467165567735125.
?- X is 1267650600228229401496703205376 rem 3.
   X = 1.
?- X is 1267650600228229401496703205376 div 3.
   X = 422550200076076467165567735125.
?- X is 1267650600228229401496703205376 mod 3.
   X = 1.
?- X is -1267650600228229401496703205376 // 3.
   X = -422550200076076467165567735125.
?- X is -1267650600228229401496703205376 rem 3.
   X = -1.
?- X is -1267650600228229401496703205376 div 3.
   X = -422550200076076467165567735126.
?- X is -1267650600228229401496703205376 mod 3.
   X = 2.
?- X is 1267650600228229401496703205376 // -3.
   X = -422550200076076467165567735125.
?- X is 1267650600228229401496703205376 rem -3.
   X = 1.
?- X is 1267650600228229401496703205376 div -3.
   X = -422550200076076467165567735126.
?- X is 1267650600228229401496703205376 mod -3.
   X = -2.
?- X is -1 // 1267650600228229401496703205376.
   X = 0.
?- X is -1 rem 1267650600228229401496703205376.
   X = -1.
?- X is -1 div 1267650600228229401496703205376.
   X = -1.
?- X is -1 mod 1267650600228229401496703205376.
   X = 1267650600228229401496703205375.
?- X is 1 // -1267650600228229401496703205376.
   X = 0.
?- X is 1 rem -1267650600228229401496703205376.
   X = 1.
?- X is 1 div -1267650600228229401496703205376.
   X = -1.
?- X is 1 mod -1267650600228229401496703205376.
   X = -1267650600228229401496703205375.
?- X is 1267650600228229401496703205376 // 1267650600228229401496703205376.
   X = 1.
?- X is 1267650600228229401496703205376 rem 1267650600228229401496703205376.
   X = 0.
?- X is 1267650600228229401496703205376 div 1267650600228229401496703205376.
   X = 1.
?- X is 1267650600228229401496703205376 mod 1267650600228229401496703205376.
   X = 0.
?- X is -1267650600228229401496703205376 // 1267650600228229401496703205376.
   X = -1.
?- X is -1267650600228229401496703205376 rem 1267650600228229401496703205376.
   X = 0.
?- X is -1267650600228229401496703205376 div 1267650600228229401496703205376.
   X = -1.
?- X is -1267650600228229401496703205376 mod 1267650600228229401496703205376.
   X = 0.
?- X is 1361129467683753853853498429727072845829 // 36893488147419103232.
   X = 36893488147419103232.
?- X is 1361129467683753853853498429727072845829 rem 36893488147419103232.
   X = 5.
?- X is 1361129467683753853853498429727072845829 div 36893488147419103232.
   X = 36893488147419103232.
?- X is 1361129467683753853853498429727072845829 mod 36893488147419103232.
   X = 5.
?- X is -1361129467683753853853498429727072845829 // 36893488147419103232.
   X = -36893488147419103232.
?- X is -1361129467683753853853498429727072845829 rem 36893488147419103232.
   X = -5.
?- X is -1361129467683753853853498429727072845829 div 36893488147419103232.
   X = -36893488147419103233.
?- X is -1361129467683753853853498429727072845829 mod 36893488147419103232.
   X = 36893488147419103227.
?- X is 1361129467683753853853498429727072845824 // -1180591620717411303425.
   X = -1152921504606846975.
?- X is 1361129467683753853853498429727072845824 rem -1180591620717411303425.
   X = 1179438699212804456449.
?- X is 1361129467683753853853498429727072845824 div -1180591620717411303425.
   X = -1152921504606846976.
?- X is 1361129467683753853853498429727072845824 mod -1180591620717411303425.
   X = -1152921504606846976.
?- X is 7 // 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 // 0.
   error(evaluation_error(zero_divisor), _).
?- X is -7 // 0.
   error(evaluation_error(zero_divisor), _).
?- X is 1267650600228229401496703205376 // 0.
   error(evaluation_error(zero_divisor), _).
?- X is _ // 77.
   error(instantiation_error, _).
?- X is 77 // _.
   error(instantiation_error, _).
?- X is foo // 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 // foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) // 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 // foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A // B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 // 2.
   error(type_error(integer, 7.5), _).
?- X is 7 // 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 // 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 // foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo // 0.
   error(type_error(evaluable, foo/0), _).
?- X is 1.5 // 0.
   error(type_error(integer, 1.5), _).
?- X is 1 // 0.0.
   error(type_error(integer, 0.0), _).
?- X is 7 rem 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 rem 0.
   error(evaluation_error(zero_divisor), _).
?- X is -7 rem 0.
   error(evaluation_error(zero_divisor), _).
?- X is 1267650600228229401496703205376 rem 0.
   error(evaluation_error(zero_divisor), _).
?- X is _ rem 77.
   error(instantiation_error, _).
?- X is 77 rem _.
   error(instantiation_error, _).
?- X is foo rem 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 rem foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) rem 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 rem foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A rem B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 rem 2.
   error(type_error(integer, 7.5), _).
?- X is 7 rem 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 rem 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 rem foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo rem 0.
   error(type_error(evaluable, foo/0), _).
?- X is 1.5 rem 0.
   error(type_error(integer, 1.5), _).
?- X is 1 rem 0.0.
   error(type_error(integer, 0.0), _).
?- X is 7 div 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 div 0.
   error(evaluation_error(zero_divisor), _).
?- X is -7 div 0.
   error(evaluation_error(zero_divisor), _).
?- X is 1267650600228229401496703205376 div 0.
   error(evaluation_error(zero_divisor), _).
?- X is _ div 77.
   error(instantiation_error, _).
?- X is 77 div _.
   error(instantiation_error, _).
?- X is foo div 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 div foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) div 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 div foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A div B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 div 2.
   error(type_error(integer, 7.5), _).
?- X is 7 div 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 div 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 div foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo div 0.
   error(type_error(evaluable, foo/0), _).
?- X is 1.5 div 0.
   error(type_error(integer, 1.5), _).
?- X is 1 div 0.0.
   error(type_error(integer, 0.0), _).
?- X is 7 mod 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 mod 0.
   error(evaluation_error(zero_divisor), _).
?- X is -7 mod 0.
   error(evaluation_error(zero_divisor), _).
?- X is 1267650600228229401496703205376 mod 0.
   error(evaluation_error(zero_divisor), _).
?- X is _ mod 77.
   error(instantiation_error, _).
?- X is 77 mod _.
   error(instantiation_error, _).
?- X is foo mod 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 mod foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) mod 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 mod foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A mod B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 mod 2.
   error(type_error(integer, 7.5), _).
?- X is 7 mod 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 mod 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 mod foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo mod 0.
   error(type_error(evaluable, foo/0), _).
?- X is 1.5 mod 0.
   error(type_error(integer, 1.5), _).
?- X is 1 mod 0.0.
   error(type_error(integer, 0.0), _).

% 9.1.4 Floating point operations and axioms
?- X is 1.5 + 2.25.
   X = 3.75.
?- X is 0.1 + 0.2.
   X = 0.30000000000000004.
?- X is 1.0 - 0.9.
   X = 0.09999999999999998.
?- X is 1.5 * 3.0.
   X = 4.5.
?- X is 7.0 / 35.0.
   X = 0.2.
?- X is 1.0 / 3.0.
   X = 0.3333333333333333.
?- X is - (0.0).
   X = -0.0.
?- X is -0.0 + 0.0.
   X = 0.0.
?- X is 5.0e-324 / 2.0.
   X = 0.0.
?- X is 2.2250738585072014e-308 / 2.0.
   X = 1.1125369292536007e-308.
?- X is 1.7976931348623157e308 + 1.0.
   X = 1.7976931348623157e308.
?- X is abs(-1.5).
   X = 1.5.
?- X is sign(-2.5).
   X = -1.0.
?- X is sign(0.0).
   X = 0.0.
?- X is sign(7.1).
   X = 1.0.
?- X is 1.0e308 * 10.0.
   error(evaluation_error(float_overflow), _).
?- X is 1.0e308 + 1.0e308.
   error(evaluation_error(float_overflow), _).
?- X is -1.0e308 - 1.0e308.
   error(evaluation_error(float_overflow), _).
?- X is 1.7976931348623157e308 * 2.
   error(evaluation_error(float_overflow), _).
?- X is 1.0e308 / 0.1.
   error(evaluation_error(float_overflow), _).
?- X is 1.0e308 * -10.
   error(evaluation_error(float_overflow), _).
?- X is 1.0 / 0.0.
   error(evaluation_error(zero_divisor), _).
?- X is -1.0 / 0.0.
   error(evaluation_error(zero_divisor), _).
?- X is 7.0 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 7 / 0.0.
   error(evaluation_error(zero_divisor), _).
?- X is 1 / -0.0.
   error(evaluation_error(zero_divisor), _).
?- X is 0.0 / 0.0.
   error(evaluation_error(undefined), _).
?- X is 0 / 0.0.
   error(evaluation_error(undefined), _).
?- X is 0.0 / 0.
   error(evaluation_error(undefined), _).

% 9.1.5 Mixed mode operations and axioms
?- X is 3 + 11.0.
   X = 14.0.
?- X is 11.0 + 3.
   X = 14.0.
?- X is 0 + (3.2 + 11).
   X = 14.2.
?- X is 0 - (3.2 + 11).
   X = -14.2.
?- X is 20 - 0.5.
   X = 19.5.
?- X is 1.5 * (3.2 + 11).
   X = 21.299999999999997.
?- X is 2 * 0.5.
   X = 1.0.
?- X is 0 * 1.5.
   X = 0.0.
?- X is 0 * -1.5.
   X = -0.0.
?- X is 7.0 / 35.
   X = 0.2.
?- X is 7 / 35.0.
   X = 0.2.
?- X is 1.5 / (3.2 + 11).
   X = 0.10563380281690142.
?- X is 1267650600228229401496703205376 + 1.0.
   X = 1.2676506002282294e30.
?- X is 1.0 * 1267650600228229401496703205376.
   X = 1.2676506002282294e30.
?- X is 9007199254740993 + 0.0.
   X = 9007199254740992.0.
?- X is 9007199254740995 * 1.0.
   X = 9007199254740996.0.
?- X is 10 ^ 400 + 1.0.
   error(evaluation_error(float_overflow), _).
?- X is 1.0 - 10 ^ 400.
   error(evaluation_error(float_overflow), _).
?- X is 10 ^ 400 * 0.5.
   error(evaluation_error(float_overflow), _).
?- X is 1.0 / 10 ^ 400.
   error(evaluation_error(float_overflow), _).
?- X is max(1, 10 ^ 400) / 2.0.
   error(evaluation_error(float_overflow), _).

% 9.1.6 Type conversion operations
?- X is float(7).
   X = 7.0.
?- X is float(7.3).
   X = 7.3.
?- X is float(7 / 3).
   X = 2.3333333333333335.
?- X is float(5 // 3).
   X = 1.0.
?- X is float(9007199254740993).
   X = 9007199254740992.0.
?- X is float(9007199254740995).
   X = 9007199254740996.0.
?- X is float(-9007199254740993).
   X = -9007199254740992.0.
?- X is float(1 << 1023).
   X = 8.98846567431158e307.
?- X is float((1 << 1024) - (1 << 970) - 1).
   X = 1.7976931348623157e308.
?- X is float(1267650600228229542234191560704).
   X = 1.2676506002282294e30.
?- X is float(1267650600228229542234191560705).
   X = 1.2676506002282297e30.
?- X is floor(7.4).
   X = 7.
?- X is floor(-0.4).
   X = -1.
?- X is floor(-0.0).
   X = 0.
?- X is floor(5).
   error(type_error(float, 5), _).
?- X is floor(1.0e20).
   X = 100000000000000000000.
?- X is floor(-1.0e20).
   X = -100000000000000000000.
?- X is floor(-4503599627370495.5).
   X = -4503599627370496.
?- X is round(7.5).
   X = 8.
?- X is round(7.6).
   X = 8.
?- X is round(-0.6).
   X = -1.
?- X is round(-0.4).
   X = 0.
?- X is round(2.5).
   X = 3.
?- X is round(-2.5).
   X = -2.
?- X is round(-0.5).
   X = 0.
?- X is round(-1.5).
   X = -1.
?- X is round(0.5).
   X = 1.
?- X is round(-4503599627370495.5).
   X = -4503599627370495.
?- X is round(0.49999999999999994).
   X = 0.
?- X is round(4503599627370495.5).
   X = 4503599627370496.
?- X is round(4503599627370497.0).
   X = 4503599627370497.
?- X is round(7).
   error(type_error(float, 7), _).
?- X is round(1.0e300).
   X = 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.
?- X is ceiling(-0.5).
   X = 0.
?- X is ceiling(7.1).
   X = 8.
?- X is ceiling(7.0).
   X = 7.
?- X is ceiling(7).
   error(type_error(float, 7), _).
?- X is ceiling(-1.0e20).
   X = -100000000000000000000.
?- X is truncate(-0.5).
   X = 0.
?- X is truncate(-7.9).
   X = -7.
?- X is truncate(7.9).
   X = 7.
?- X is truncate(7).
   error(type_error(float, 7), _).
?- X is truncate(1.0e300).
   X = 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.
?- X is truncate(-1.0e300).
   X = -1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.
?- X is truncate(1152921504606846976.0).
   X = 1152921504606846976.
?- X is truncate(-1152921504606846976.0).
   X = -1152921504606846976.
?- X is truncate(9223372036854775808.0).
   X = 9223372036854775808.
?- X is truncate(1.7976931348623157e308).
   X = 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368.
?- X is truncate(5.0e-324).
   X = 0.
?- X is float_integer_part(-2.5).
   X = -2.0.
?- X is float_integer_part(2.5).
   X = 2.0.
?- X is float_integer_part(0.25).
   X = 0.0.
?- X is float_integer_part(1.0e300).
   X = 1.0e300.
?- X is float_fractional_part(-2.5).
   X = -0.5.
?- X is float_fractional_part(2.5).
   X = 0.5.
?- X is float_fractional_part(-3.0).
   X = -0.0.
?- X is float_fractional_part(1.0e300).
   X = 0.0.
?- X is float_integer_part(3).
   error(type_error(float, 3), _).
?- X is float_fractional_part(3).
   error(type_error(float, 3), _).
?- X is float(1 << 1024).
   error(evaluation_error(float_overflow), _).
?- X is float((1 << 1024) - (1 << 970)).
   error(evaluation_error(float_overflow), _).
?- X is float(-(1 << 2000)).
   error(evaluation_error(float_overflow), _).
?- X is float(10 ^ 309).
   error(evaluation_error(float_overflow), _).
?- X is float(_).
   error(instantiation_error, _).
?- X is float(foo).
   error(type_error(evaluable, foo/0), _).
?- X is float(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is float([]).
   error(type_error(evaluable, []/0), _).
?- X is float(1 + _).
   error(instantiation_error, _).
?- G = (_ is float(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is floor(_).
   error(instantiation_error, _).
?- X is floor(foo).
   error(type_error(evaluable, foo/0), _).
?- X is floor(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is floor([]).
   error(type_error(evaluable, []/0), _).
?- X is floor(1 + _).
   error(instantiation_error, _).
?- G = (_ is floor(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is round(_).
   error(instantiation_error, _).
?- X is round(foo).
   error(type_error(evaluable, foo/0), _).
?- X is round(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is round([]).
   error(type_error(evaluable, []/0), _).
?- X is round(1 + _).
   error(instantiation_error, _).
?- G = (_ is round(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is ceiling(_).
   error(instantiation_error, _).
?- X is ceiling(foo).
   error(type_error(evaluable, foo/0), _).
?- X is ceiling(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is ceiling([]).
   error(type_error(evaluable, []/0), _).
?- X is ceiling(1 + _).
   error(instantiation_error, _).
?- G = (_ is ceiling(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is truncate(_).
   error(instantiation_error, _).
?- X is truncate(foo).
   error(type_error(evaluable, foo/0), _).
?- X is truncate(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is truncate([]).
   error(type_error(evaluable, []/0), _).
?- X is truncate(1 + _).
   error(instantiation_error, _).
?- G = (_ is truncate(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is float_integer_part(_).
   error(instantiation_error, _).
?- X is float_integer_part(foo).
   error(type_error(evaluable, foo/0), _).
?- X is float_integer_part(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is float_integer_part([]).
   error(type_error(evaluable, []/0), _).
?- X is float_integer_part(1 + _).
   error(instantiation_error, _).
?- G = (_ is float_integer_part(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is float_fractional_part(_).
   error(instantiation_error, _).
?- X is float_fractional_part(foo).
   error(type_error(evaluable, foo/0), _).
?- X is float_fractional_part(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is float_fractional_part([]).
   error(type_error(evaluable, []/0), _).
?- X is float_fractional_part(1 + _).
   error(instantiation_error, _).
?- G = (_ is float_fractional_part(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is floor(inf).
   error(evaluation_error(undefined), _).
?- X is floor(nan).
   error(evaluation_error(undefined), _).
?- X is floor(-inf).
   error(evaluation_error(undefined), _).
?- X is round(inf).
   error(evaluation_error(undefined), _).
?- X is round(nan).
   error(evaluation_error(undefined), _).
?- X is round(-inf).
   error(evaluation_error(undefined), _).
?- X is ceiling(inf).
   error(evaluation_error(undefined), _).
?- X is ceiling(nan).
   error(evaluation_error(undefined), _).
?- X is ceiling(-inf).
   error(evaluation_error(undefined), _).
?- X is truncate(inf).
   error(evaluation_error(undefined), _).
?- X is truncate(nan).
   error(evaluation_error(undefined), _).
?- X is truncate(-inf).
   error(evaluation_error(undefined), _).

% 9.1.7 The simple arithmetic functors
?- X is '+'(7, 35).
   X = 42.
?- X is '+'(0, 3 + 11).
   X = 14.
?- X is '+'(0, 3.2 + 11).
   X = 14.2.
?- X is '+'(1).
   X = 1.
?- X is '+'(1 + 2).
   X = 3.
?- X is '+'(1.5).
   X = 1.5.
?- X is '-'(7).
   X = -7.
?- X is '-'(3 - 11).
   X = 8.
?- X is '-'(3.2 - 11).
   X = 7.8.
?- X is - 1.
   X = -1.
?- X is - (0).
   X = 0.
?- X is '-'(7, 35).
   X = -28.
?- X is '-'(20, 3 + 11).
   X = 6.
?- X is '-'(0, 3.2 + 11).
   X = -14.2.
?- X is '*'(0, 3 + 11).
   X = 0.
?- X is '*'(7, 35).
   X = 245.
?- X is '*'(1.5, 3.2 + 11).
   X = 21.299999999999997.
?- X is '/'(7, 35).
   X = 0.2.
?- X is '//'(7, 35).
   X = 0.
?- X is '/'(7.0, 35).
   X = 0.2.
?- X is '//'(0, 3 + 11).
   X = 0.
?- X is '/'(0, 3 + 11).
   X = 0.0.
?- X is '/'(1.5, 3.2 + 11).
   X = 0.10563380281690142.
?- X is '/'(140, 3 + 11).
   X = 10.0.
?- X is 7 / 2.
   X = 3.5.
?- X is -7 / 2.
   X = -3.5.
?- X is 4 / 2.
   X = 2.0.
?- X is -4 / 2.
   X = -2.0.
?- X is mod(7, 3).
   X = 1.
?- X is mod(0, 3 + 11).
   X = 0.
?- X is mod(7, -2).
   X = -1.
?- X is rem(7, -2).
   X = 1.
?- X is div(7, 2).
   X = 3.
?- X is div(-7, 2).
   X = -4.
?- X is 1267650600228229401496703205376 / 2.
   X = 6.338253001141147e29.
?- X is 1267650600228229401496703205376 / -2.
   X = -6.338253001141147e29.
?- X is 1 / 1267650600228229401496703205376.
   X = 7.888609052210118e-31.
?- X is 1267650600228229401496703205376 / 3.
   X = 4.2255020007607644e29.
?- X is -1267650600228229401496703205376 / 3.
   X = -4.2255020007607644e29.
?- X is 9007199254740993 / 2.
   X = 4503599627370496.0.
?- X is 9007199254740995 / 2.
   X = 4503599627370498.0.
?- X is 10 ^ 400 / 10 ^ 399.
   X = 10.0.
?- X is (10 ^ 400 + 1) / 10 ^ 399.
   X = 10.0.
?- X is 1 / 10 ^ 400.
   X = 0.0.
?- X is 1 / 10 ^ 320.
   X = 1.0e-320.
?- X is abs(7).
   X = 7.
?- X is abs(3 - 11).
   X = 8.
?- X is abs(3.2 - 11.0).
   X = 7.8.
?- X is abs(-1267650600228229401496703205376).
   X = 1267650600228229401496703205376.
?- X is abs(0).
   X = 0.
?- X is abs(-0.0).
   X = 0.0.
?- X is sign(-5).
   X = -1.
?- X is sign(0).
   X = 0.
?- X is sign(3).
   X = 1.
?- X is sign(-1267650600228229401496703205376).
   X = -1.
?- X is sign(1267650600228229401496703205376).
   X = 1.
?- X is 1 - 2 - 3.
   X = -4.
?- X is 1 - (2 - 3).
   X = 2.
?- X is 2 + 3 * 4.
   X = 14.
?- X is 8 / 2 / 2.
   X = 2.0.
?- X is - - 3.
   X = 3.
?- X is 1.0.
   X = 1.0.
?- X is 7.
   X = 7.
?- X is 7 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 / 0.
   error(evaluation_error(undefined), _).
?- X is -1 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 1267650600228229401496703205376 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is _ + 77.
   error(instantiation_error, _).
?- X is 77 + _.
   error(instantiation_error, _).
?- X is foo + 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 + foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) + 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 + foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A + B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is _ - 77.
   error(instantiation_error, _).
?- X is 77 - _.
   error(instantiation_error, _).
?- X is foo - 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 - foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) - 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 - foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A - B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is _ * 77.
   error(instantiation_error, _).
?- X is 77 * _.
   error(instantiation_error, _).
?- X is foo * 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 * foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) * 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 * foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A * B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is _ / 77.
   error(instantiation_error, _).
?- X is 77 / _.
   error(instantiation_error, _).
?- X is foo / 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 / foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) / 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 / foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A / B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is '/'(77, _).
   error(instantiation_error, _).
?- X is foo / 0.
   error(type_error(evaluable, foo/0), _).
?- X is _ / 0.
   error(instantiation_error, _).
?- X is 10 ^ 400 / 3.
   error(evaluation_error(float_overflow), _).
?- X is + (_).
   error(instantiation_error, _).
?- X is + (foo).
   error(type_error(evaluable, foo/0), _).
?- X is + (foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is + ([]).
   error(type_error(evaluable, []/0), _).
?- X is + (1 + _).
   error(instantiation_error, _).
?- G = (_ is + (A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is - (_).
   error(instantiation_error, _).
?- X is - (foo).
   error(type_error(evaluable, foo/0), _).
?- X is - (foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is - ([]).
   error(type_error(evaluable, []/0), _).
?- X is - (1 + _).
   error(instantiation_error, _).
?- G = (_ is - (A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is abs(_).
   error(instantiation_error, _).
?- X is abs(foo).
   error(type_error(evaluable, foo/0), _).
?- X is abs(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is abs([]).
   error(type_error(evaluable, []/0), _).
?- X is abs(1 + _).
   error(instantiation_error, _).
?- G = (_ is abs(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is sign(_).
   error(instantiation_error, _).
?- X is sign(foo).
   error(type_error(evaluable, foo/0), _).
?- X is sign(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is sign([]).
   error(type_error(evaluable, []/0), _).
?- X is sign(1 + _).
   error(instantiation_error, _).
?- G = (_ is sign(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).

% 9.3.1 (**)/2
% Always a float. With the flag iso off two integers give an integer: tests/ext/iso_flag.pl.
?- X is '**'(5, 3).
   X = 125.0.
?- X is '**'(-5.0, 3).
   X = -125.0.
?- X is '**'(5, -1).
   X = 0.2.
?- X is '**'(5, 3.0).
   X = 125.0.
?- X is '**'(0.0, 0).
   X = 1.0.
?- X is '**'(0, 0.0).
   X = 1.0.
?- X is '**'(0, 0).
   X = 1.0.
?- X is 2 ** 3.0.
   X = 8.0.
?- X is 2.0 ** 3.
   X = 8.0.
?- X is 2 ** -1.
   X = 0.5.
?- X is -2 ** -1.
   X = -0.5.
?- X is 2 ** 100.
   X = 1.2676506002282294e30.
?- X is (-3) ** 41.
   X = -3.647299637717079e19.
?- X is 1 ** -3.
   X = 1.0.
?- X is -1 ** -3.
   X = -1.0.
?- X is -1 ** -4.
   X = 1.0.
?- X is 2.0 ** -2.
   X = 0.25.
?- X is 4 ** 0.5.
   X = 2.0.
?- X is 0.0 ** 2.
   X = 0.0.
?- X is 0 ** 2.
   X = 0.0.
?- X is 0 ** 1.5.
   X = 0.0.
?- X is (-8.0) ** 3.0.
   X = -512.0.
?- X is 2 ** -1074.
   X = 5.0e-324.
?- X is 2 ** -1080.
   X = 0.0.
?- X is _ ** 77.
   error(instantiation_error, _).
?- X is 77 ** _.
   error(instantiation_error, _).
?- X is foo ** 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 ** foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) ** 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 ** foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A ** B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is -1.0 ** 0.5.
   error(evaluation_error(undefined), _).
?- X is -1 ** 0.5.
   error(evaluation_error(undefined), _).
?- X is 0.0 ** -1.
   error(evaluation_error(undefined), _).
?- X is 0 ** -1.
   error(evaluation_error(undefined), _).
?- X is 0 ** -1.0.
   error(evaluation_error(undefined), _).
?- X is 0.0 ** -0.5.
   error(evaluation_error(undefined), _).
?- X is -8 ** (1 / 3.0).
   error(evaluation_error(undefined), _).
?- X is 10.0 ** 400.
   error(evaluation_error(float_overflow), _).
?- X is 10 ** 400.0.
   error(evaluation_error(float_overflow), _).
?- X is (-10.0) ** 401.
   error(evaluation_error(float_overflow), _).
?- X is (10 ** 400) ** 1.0.
   error(evaluation_error(float_overflow), _).
?- X is 3 ** (10 ^ 12).
   error(evaluation_error(float_overflow), _).
?- X is 3 ** (1 << 70).
   error(evaluation_error(float_overflow), _).

% 9.3.2 sin/1
?- X is sin(0.0).
   X = 0.0.
?- X is sin(0).
   X = 0.0.
?- X is sin(-0.0).
   X = -0.0.
?- X is sin(0.5).
   X = 0.479425538604203.
?- X is sin(pi / 2).
   X = 1.0.
?- PI is atan(1.0) * 4, X is sin(PI / 2.0).
   PI = 3.141592653589793, X = 1.0.
?- X is sin(_).
   error(instantiation_error, _).
?- X is sin(foo).
   error(type_error(evaluable, foo/0), _).
?- X is sin(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is sin([]).
   error(type_error(evaluable, []/0), _).
?- X is sin(1 + _).
   error(instantiation_error, _).
?- G = (_ is sin(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is sin(inf).
   error(evaluation_error(undefined), _).
?- X is sin(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.3 cos/1
?- X is cos(0.0).
   X = 1.0.
?- X is cos(0).
   X = 1.0.
?- X is cos(0.5).
   X = 0.8775825618903728.
?- X is cos(pi).
   X = -1.0.
?- PI is atan(1.0) * 4, X is cos(PI / 2.0), Y is abs(X), Z is cos(PI).
   PI = 3.141592653589793, X = 6.123233995736766e-17, Y = 6.123233995736766e-17, Z = -1.0.
?- X is cos(_).
   error(instantiation_error, _).
?- X is cos(foo).
   error(type_error(evaluable, foo/0), _).
?- X is cos(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is cos([]).
   error(type_error(evaluable, []/0), _).
?- X is cos(1 + _).
   error(instantiation_error, _).
?- G = (_ is cos(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is cos(inf).
   error(evaluation_error(undefined), _).
?- X is cos(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.4 atan/1
?- X is atan(0.0).
   X = 0.0.
?- X is atan(0).
   X = 0.0.
?- X is atan(0.5).
   X = 0.4636476090008061.
?- X is atan(1.0e300).
   X = 1.5707963267948966.
?- X is atan(-1).
   X = -0.7853981633974483.
?- PI is atan(1.0) * 4.
   PI = 3.141592653589793.
?- X is atan(_).
   error(instantiation_error, _).
?- X is atan(foo).
   error(type_error(evaluable, foo/0), _).
?- X is atan(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is atan([]).
   error(type_error(evaluable, []/0), _).
?- X is atan(1 + _).
   error(instantiation_error, _).
?- G = (_ is atan(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is atan(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.5 exp/1
?- X is exp(0.0).
   X = 1.0.
?- X is exp(0).
   X = 1.0.
?- X is exp(1.0).
   X = 2.718281828459045.
?- X is exp(-1000).
   X = 0.0.
?- X is exp(_).
   error(instantiation_error, _).
?- X is exp(foo).
   error(type_error(evaluable, foo/0), _).
?- X is exp(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is exp([]).
   error(type_error(evaluable, []/0), _).
?- X is exp(1 + _).
   error(instantiation_error, _).
?- G = (_ is exp(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is exp(1000).
   error(evaluation_error(float_overflow), _).
?- X is exp(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.6 log/1
?- X is log(1.0).
   X = 0.0.
?- X is log(1).
   X = 0.0.
?- X is log(2.718281828459045).
   X = 1.0.
?- X is log(0.5).
   X = -0.6931471805599453.
?- X is log(_).
   error(instantiation_error, _).
?- X is log(foo).
   error(type_error(evaluable, foo/0), _).
?- X is log(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is log([]).
   error(type_error(evaluable, []/0), _).
?- X is log(1 + _).
   error(instantiation_error, _).
?- G = (_ is log(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is log(0).
   error(evaluation_error(undefined), _).
?- X is log(0.0).
   error(evaluation_error(undefined), _).
?- X is log(-0.0).
   error(evaluation_error(undefined), _).
?- X is log(-1).
   error(evaluation_error(undefined), _).
?- X is log(-1.5).
   error(evaluation_error(undefined), _).
?- X is log(-1267650600228229401496703205376).
   error(evaluation_error(undefined), _).

% 9.3.7 sqrt/1
?- X is sqrt(0.0).
   X = 0.0.
?- X is sqrt(0).
   X = 0.0.
?- X is sqrt(1).
   X = 1.0.
?- X is sqrt(1.21).
   X = 1.1.
?- X is sqrt(4).
   X = 2.0.
?- X is sqrt(2).
   X = 1.4142135623730951.
?- X is sqrt(-0.0).
   X = -0.0.
?- X is sqrt(10 ^ 400).
   X = 1.0e200.
?- X is sqrt(_).
   error(instantiation_error, _).
?- X is sqrt(foo).
   error(type_error(evaluable, foo/0), _).
?- X is sqrt(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is sqrt([]).
   error(type_error(evaluable, []/0), _).
?- X is sqrt(1 + _).
   error(instantiation_error, _).
?- G = (_ is sqrt(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is sqrt(-1).
   error(evaluation_error(undefined), _).
?- X is sqrt(-1.0).
   error(evaluation_error(undefined), _).
?- X is sqrt(-5.0e-324).
   error(evaluation_error(undefined), _).
?- X is sqrt(-1267650600228229401496703205376).
   error(evaluation_error(undefined), _).
% an integer beyond the doubles has a logarithm; 9.3.6 once more

% 9.3.6 log/1
?- X is log(10 ^ 1000), Y is abs(X - 2302.585092994046), Y < 1.0e-9.
   check((float(X), float(Y))).

% 9.3.8 max/2
?- X is max(2, 3).
   X = 3.
?- X is max(3, 2).
   X = 3.
?- X is max(2.0, 3).
   X = 3.
?- X is max(2, 3.0).
   X = 3.0.
?- X is max(2, 3.0).
   X = 3.0.
?- X is max(0, 0.0).
   X = 0.0.
?- X is max(0.0, 0).
   X = 0.0.
?- X is max(1, 1.0).
   X = 1.0.
?- X is max(-0.0, 0.0).
   X = 0.0.
?- X is max(0.0, -0.0).
   X = 0.0.
?- X is max(1267650600228229401496703205376, 1.0e30).
   X = 1267650600228229401496703205376.
?- X is max(-1267650600228229401496703205376, -1.0e40).
   X = -1267650600228229401496703205376.
?- X is max(9007199254740993, 9007199254740992.0).
   X = 9007199254740993.
?- X is max(1 + 1, 1).
   X = 2.
?- X is max(_, 77).
   error(instantiation_error, _).
?- X is max(77, _).
   error(instantiation_error, _).
?- X is max(foo, 77).
   error(type_error(evaluable, foo/0), _).
?- X is max(77, foo).
   error(type_error(evaluable, foo/0), _).
?- X is max(foo(_), 77).
   error(type_error(evaluable, foo/1), _).
?- X is max(77, foo(a, b)).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is max(A, B)), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).

% 9.3.9 min/2
?- X is min(2, 3).
   X = 2.
?- X is min(3, 2).
   X = 2.
?- X is min(2.0, 3).
   X = 2.0.
?- X is min(2, 3.0).
   X = 2.
?- X is min(0, 0.0).
   X = 0.0.
?- X is min(0.0, 0).
   X = 0.0.
?- X is min(1, 1.0).
   X = 1.0.
?- X is min(-0.0, 0.0).
   X = -0.0.
?- X is min(0.0, -0.0).
   X = -0.0.
?- X is min(1267650600228229401496703205376, 1.0e31).
   X = 1267650600228229401496703205376.
?- X is min(-1267650600228229401496703205376, -1.0e20).
   X = -1267650600228229401496703205376.
?- X is min(9007199254740993, 9007199254740992.0).
   X = 9007199254740992.0.
?- X is min(_, 77).
   error(instantiation_error, _).
?- X is min(77, _).
   error(instantiation_error, _).
?- X is min(foo, 77).
   error(type_error(evaluable, foo/0), _).
?- X is min(77, foo).
   error(type_error(evaluable, foo/0), _).
?- X is min(foo(_), 77).
   error(type_error(evaluable, foo/1), _).
?- X is min(77, foo(a, b)).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is min(A, B)), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).

% 9.3.10 (^)/2
?- X is '^'(0, 0).
   X = 1.
?- X is 3 ^ 1.0.
   X = 3.0.
?- X is 3 ^ 3.
   X = 27.
?- X is 3 ^ 27.
   X = 7625597484987.
?- X is 3 ^ 3 ^ 3.
   X = 7625597484987.
?- X is 1 ^ -1.
   X = 1.
?- X is 0 ^ 0.
   X = 1.
?- X is 0 ^ 0.0.
   X = 1.0.
?- X is 0.0 ^ 0.
   X = 1.0.
?- X is 2 ^ -1.5.
   X = 0.3535533905932738.
?- X is 2.0 ^ -1.
   X = 0.5.
?- X is 2 ^ -1.0.
   X = 0.5.
?- X is 2 ^ 3 ^ 2.
   X = 512.
?- X is -1 ^ -1.
   X = -1.
?- X is -1 ^ -2.
   X = 1.
?- X is -1 ^ 0.
   X = 1.
?- X is 1 ^ -1267650600228229401496703205376.
   X = 1.
?- X is -1 ^ -1267650600228229401496703205376.
   X = 1.
?- X is -1 ^ 1267650600228229401496703205377.
   X = -1.
?- X is 0 ^ 1267650600228229401496703205376.
   X = 0.
?- X is 2 ^ 100.
   X = 1267650600228229401496703205376.
?- X is -2 ^ 63.
   X = -9223372036854775808.
?- X is -2 ^ 60.
   X = 1152921504606846976.
?- X is (-2) ^ 61.
   X = -2305843009213693952.
?- X is (-3) ^ 41.
   X = -36472996377170786403.
?- X is 10 ^ 40.
   X = 10000000000000000000000000000000000000000.
?- X is (2 ^ 64) ^ 3.
   X = 6277101735386680763835789423207666416102355444464034512896.
?- X is 6 ^ 50.
   X = 808281277464764060643139600456536293376.
?- X is 5 ^ 3.0.
   X = 125.0.
?- X is 0 ^ 3.
   X = 0.
?- X is 0.0 ^ 2.
   X = 0.0.
?- X is _ ^ 77.
   error(instantiation_error, _).
?- X is 77 ^ _.
   error(instantiation_error, _).
?- X is foo ^ 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 ^ foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) ^ 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 ^ foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A ^ B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 2 ^ -1.
   error(type_error(float, 2), _).
?- X is 2 ^ -2.
   error(type_error(float, 2), _).
?- X is 2 ^ -1267650600228229401496703205376.
   error(type_error(float, 2), _).
?- X is -2 ^ -1.
   error(type_error(float, -2), _).
?- X is -2 ^ -2.
   error(type_error(float, -2), _).
?- X is -2 ^ -1267650600228229401496703205376.
   error(type_error(float, -2), _).
?- X is 3 ^ -1.
   error(type_error(float, 3), _).
?- X is 3 ^ -2.
   error(type_error(float, 3), _).
?- X is 3 ^ -1267650600228229401496703205376.
   error(type_error(float, 3), _).
?- X is 1267650600228229401496703205376 ^ -1.
   error(type_error(float, 1267650600228229401496703205376), _).
?- X is 1267650600228229401496703205376 ^ -2.
   error(type_error(float, 1267650600228229401496703205376), _).
?- X is 1267650600228229401496703205376 ^ -1267650600228229401496703205376.
   error(type_error(float, 1267650600228229401496703205376), _).
?- X is -1267650600228229401496703205376 ^ -1.
   error(type_error(float, -1267650600228229401496703205376), _).
?- X is -1267650600228229401496703205376 ^ -2.
   error(type_error(float, -1267650600228229401496703205376), _).
?- X is -1267650600228229401496703205376 ^ -1267650600228229401496703205376.
   error(type_error(float, -1267650600228229401496703205376), _).
?- X is 0 ^ -1.
   error(evaluation_error(undefined), _).
?- X is 0 ^ -1267650600228229401496703205376.
   error(evaluation_error(undefined), _).
?- X is 0.0 ^ -1.
   error(evaluation_error(undefined), _).
?- X is 0 ^ -1.0.
   error(evaluation_error(undefined), _).
?- X is -1.0 ^ 0.5.
   error(evaluation_error(undefined), _).
?- X is -2 ^ 0.5.
   error(evaluation_error(undefined), _).
?- X is 10.0 ^ 400.
   error(evaluation_error(float_overflow), _).
?- X is 10 ^ 400.0.
   error(evaluation_error(float_overflow), _).
?- X is 2 ^ (10 ^ 12).
   error(resource_error(memory), _).
?- X is 3 ^ (1 << 40).
   error(resource_error(memory), _).
?- X is 3 ^ (1 << 70).
   error(resource_error(memory), _).
?- X is (1 << 70) ^ (1 << 70).
   error(resource_error(memory), _).

% 9.3.11 asin/1
?- X is asin(0.0).
   X = 0.0.
?- X is asin(0).
   X = 0.0.
?- X is asin(0.5).
   X = 0.5235987755982989.
?- X is asin(1).
   X = 1.5707963267948966.
?- X is asin(-1.0).
   X = -1.5707963267948966.
?- PI is asin(1.0) * 2.
   PI = 3.141592653589793.
?- X is asin(_).
   error(instantiation_error, _).
?- X is asin(foo).
   error(type_error(evaluable, foo/0), _).
?- X is asin(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is asin([]).
   error(type_error(evaluable, []/0), _).
?- X is asin(1 + _).
   error(instantiation_error, _).
?- G = (_ is asin(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is asin(2).
   error(evaluation_error(undefined), _).
?- X is asin(1.5).
   error(evaluation_error(undefined), _).
?- X is asin(-1.0000000000000002).
   error(evaluation_error(undefined), _).
?- X is asin(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.12 acos/1
?- X is acos(1.0).
   X = 0.0.
?- X is acos(1).
   X = 0.0.
?- X is acos(0.0).
   X = 1.5707963267948966.
?- X is acos(0.5).
   X = 1.0471975511965979.
?- X is acos(-1).
   X = 3.141592653589793.
?- PI is acos(0.0) * 2.
   PI = 3.141592653589793.
?- X is acos(_).
   error(instantiation_error, _).
?- X is acos(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acos(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is acos([]).
   error(type_error(evaluable, []/0), _).
?- X is acos(1 + _).
   error(instantiation_error, _).
?- G = (_ is acos(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is acos(2).
   error(evaluation_error(undefined), _).
?- X is acos(-1.5).
   error(evaluation_error(undefined), _).
?- X is acos(1.0000000000000002).
   error(evaluation_error(undefined), _).
?- X is acos(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.13 atan2/2
?- X is atan2(1, 0.0).
   X = 1.5707963267948966.
?- X is atan2(0.0, -1).
   X = 3.141592653589793.
?- X is atan2(-0.0, -1).
   X = -3.141592653589793.
?- X is atan2(0, 1).
   X = 0.0.
?- X is atan2(1, 1) * 4.
   X = 3.141592653589793.
?- X is atan2(-1, 0).
   X = -1.5707963267948966.
?- X is atan2(0, -1).
   X = 3.141592653589793.
?- X is atan2(-1, -1).
   X = -2.356194490192345.
?- X is atan2(_, 77).
   error(instantiation_error, _).
?- X is atan2(77, _).
   error(instantiation_error, _).
?- X is atan2(foo, 77).
   error(type_error(evaluable, foo/0), _).
?- X is atan2(77, foo).
   error(type_error(evaluable, foo/0), _).
?- X is atan2(foo(_), 77).
   error(type_error(evaluable, foo/1), _).
?- X is atan2(77, foo(a, b)).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is atan2(A, B)), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is atan2(0, 0).
   error(evaluation_error(undefined), _).
?- X is atan2(0.0, 0.0).
   error(evaluation_error(undefined), _).
?- X is atan2(0.0, 0).
   error(evaluation_error(undefined), _).
?- X is atan2(0, -0.0).
   error(evaluation_error(undefined), _).
?- X is atan2(10 ^ 400, 1).
   error(evaluation_error(float_overflow), _).

% 9.3.14 tan/1
?- X is tan(0.0).
   X = 0.0.
?- X is tan(0).
   X = 0.0.
?- X is tan(0.5).
   X = 0.5463024898437905.
?- X is tan(_).
   error(instantiation_error, _).
?- X is tan(foo).
   error(type_error(evaluable, foo/0), _).
?- X is tan(foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is tan([]).
   error(type_error(evaluable, []/0), _).
?- X is tan(1 + _).
   error(instantiation_error, _).
?- G = (_ is tan(A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is tan(inf).
   error(evaluation_error(undefined), _).
?- X is tan(10 ^ 400).
   error(evaluation_error(float_overflow), _).

% 9.3.15 pi/0
?- X is pi.
   X = 3.141592653589793.
?- X is cos(pi).
   X = -1.0.
?- X = pi, Y is X + 1.
   X = pi, Y = 4.141592653589793.

% 9.4.1 (>>)/2
% Negative numbers are shifted as in two's complement; a negative distance shifts the other way.
?- X is 16 >> 2.
   X = 4.
?- X is 19 >> 2.
   X = 4.
?- X is -16 >> 2.
   X = -4.
?- X is -19 >> 2.
   X = -5.
?- X is -1 >> 100.
   X = -1.
?- X is 1 >> 100.
   X = 0.
?- X is 1267650600228229401496703205376 >> 99.
   X = 2.
?- X is -1267650600228229401496703205376 >> 99.
   X = -2.
?- X is -1267650600228229401496703205377 >> 99.
   X = -3.
?- X is 1267650600228229401496703205376 >> 100.
   X = 1.
?- X is -1267650600228229401496703205376 >> 100.
   X = -1.
?- X is 1267650600228229401496703205376 >> 101.
   X = 0.
?- X is -1267650600228229401496703205376 >> 101.
   X = -1.
?- X is 7 >> 0.
   X = 7.
?- X is -7 >> 63.
   X = -1.
?- X is -7 >> 64.
   X = -1.
?- X is 18446744073709551616 >> 64.
   X = 1.
?- X is -18446744073709551616 >> 64.
   X = -1.
?- X is -18446744073709551617 >> 64.
   X = -2.
?- X is 1606938044258990275541962092341162602522221440526866544852992 >> 65.
   X = 43556142965880123323311949751266331066368.
?- X is 0 >> 5.
   X = 0.
?- X is 1 >> -4.
   X = 16.
?- X is -3 >> -70.
   X = -3541774862152233910272.
?- X is 1 >> (1 << 70).
   X = 0.
?- X is -1 >> (1 << 70).
   X = -1.
?- X is -1267650600228229401496703205376 >> (1 << 70).
   X = -1.
?- X is _ >> 77.
   error(instantiation_error, _).
?- X is 77 >> _.
   error(instantiation_error, _).
?- X is foo >> 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 >> foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) >> 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 >> foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A >> B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 >> 2.
   error(type_error(integer, 7.5), _).
?- X is 7 >> 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 >> 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 >> foo.
   error(type_error(evaluable, foo/0), _).
?- X is 1.0 >> 2.
   error(type_error(integer, 1.0), _).
?- X is 1 >> -(1 << 70).
   error(resource_error(memory), _).

% 9.4.2 (<<)/2
?- X is 16 << 2.
   X = 64.
?- X is 19 << 2.
   X = 76.
?- X is -16 << 2.
   X = -64.
?- X is 1 << 60.
   X = 1152921504606846976.
?- X is -1 << 60.
   X = -1152921504606846976.
?- X is 1 << 61.
   X = 2305843009213693952.
?- X is -1 << 61.
   X = -2305843009213693952.
?- X is 1 << 62.
   X = 4611686018427387904.
?- X is 1 << 63.
   X = 9223372036854775808.
?- X is 1 << 64.
   X = 18446744073709551616.
?- X is -1 << 64.
   X = -18446744073709551616.
?- X is 1 << 100.
   X = 1267650600228229401496703205376.
?- X is 3 << 127.
   X = 510423550381407695195061911147652317184.
?- X is 1267650600228229401496703205376 << 28.
   X = 340282366920938463463374607431768211456.
?- X is -1267650600228229401496703205376 << 64.
   X = -23384026197294446691258957323460528314494920687616.
?- X is 5 << 0.
   X = 5.
?- X is 0 << 5.
   X = 0.
?- X is 1 << -1.
   X = 0.
?- X is 5 << -1.
   X = 2.
?- X is -5 << -1.
   X = -3.
?- X is -1 << -100.
   X = -1.
?- X is 0 << (1 << 70).
   X = 0.
?- X is _ << 77.
   error(instantiation_error, _).
?- X is 77 << _.
   error(instantiation_error, _).
?- X is foo << 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 << foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) << 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 << foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A << B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 << 2.
   error(type_error(integer, 7.5), _).
?- X is 7 << 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 << 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 << foo.
   error(type_error(evaluable, foo/0), _).
?- X is 16 << 1.0.
   error(type_error(integer, 1.0), _).
?- X is 1 << (1 << 70).
   error(resource_error(memory), _).
?- X is 1 << (1 << 40).
   error(resource_error(memory), _).

% 9.4.3 (/\)/2
?- X is 10 /\ 12.
   X = 8.
?- X is 125 /\ 255.
   X = 125.
?- X is -10 /\ 12.
   X = 4.
?- X is -1 /\ 1267650600228229401496703205376.
   X = 1267650600228229401496703205376.
?- X is -1267650600228229401496703205376 /\ 1.
   X = 0.
?- X is -1267650600228229401496703205376 /\ -1.
   X = -1267650600228229401496703205376.
?- X is 1267650600228229401496703205376 /\ -1267650600228229401496703205376.
   X = 1267650600228229401496703205376.
?- X is 1267650600228229401496703205375 /\ -1267650600228229401496703205376.
   X = 0.
?- X is 18446744073709551616 /\ 18446744073709551615.
   X = 0.
?- X is -18446744073709551616 /\ 18446744073709551615.
   X = 0.
?- X is -18446744073709551616 /\ -340282366920938463463374607431768211456.
   X = -340282366920938463463374607431768211456.
?- X is 0 /\ -5.
   X = 0.
?- X is -1152921504606846976 /\ 1152921504606846975.
   X = 0.
?- X is 170141183460469231740910675752738881536 /\ -9223372036854775808.
   X = 170141183460469231740910675752738881536.
?- X is _ /\ 77.
   error(instantiation_error, _).
?- X is 77 /\ _.
   error(instantiation_error, _).
?- X is foo /\ 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 /\ foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) /\ 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 /\ foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A /\ B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 /\ 2.
   error(type_error(integer, 7.5), _).
?- X is 7 /\ 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 /\ 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 /\ foo.
   error(type_error(evaluable, foo/0), _).

% 9.4.4 (\/)/2
?- X is 10 \/ 12.
   X = 14.
?- X is 125 \/ 255.
   X = 255.
?- X is -10 \/ 12.
   X = -2.
?- X is -1 \/ 1267650600228229401496703205376.
   X = -1.
?- X is -1267650600228229401496703205376 \/ 1.
   X = -1267650600228229401496703205375.
?- X is -1267650600228229401496703205376 \/ -1.
   X = -1.
?- X is 1267650600228229401496703205376 \/ -1267650600228229401496703205376.
   X = -1267650600228229401496703205376.
?- X is 1267650600228229401496703205375 \/ -1267650600228229401496703205376.
   X = -1.
?- X is 18446744073709551616 \/ 18446744073709551615.
   X = 36893488147419103231.
?- X is -18446744073709551616 \/ 18446744073709551615.
   X = -1.
?- X is -18446744073709551616 \/ -340282366920938463463374607431768211456.
   X = -18446744073709551616.
?- X is 0 \/ -5.
   X = -5.
?- X is -1152921504606846976 \/ 1152921504606846975.
   X = -1.
?- X is 170141183460469231740910675752738881536 \/ -9223372036854775808.
   X = -9223372036854775808.
?- X is _ \/ 77.
   error(instantiation_error, _).
?- X is 77 \/ _.
   error(instantiation_error, _).
?- X is foo \/ 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 \/ foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) \/ 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 \/ foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A \/ B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 \/ 2.
   error(type_error(integer, 7.5), _).
?- X is 7 \/ 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 \/ 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 \/ foo.
   error(type_error(evaluable, foo/0), _).

% 9.4.5 (\)/1
?- X is \ (10).
   X = -11.
?- X is \ (-11).
   X = 10.
?- X is \ (0).
   X = -1.
?- X is \ (-1).
   X = 0.
?- X is \ (1152921504606846975).
   X = -1152921504606846976.
?- X is \ (-1152921504606846976).
   X = 1152921504606846975.
?- X is \ (9223372036854775808).
   X = -9223372036854775809.
?- X is \ (-9223372036854775808).
   X = 9223372036854775807.
?- X is \ (1267650600228229401496703205376).
   X = -1267650600228229401496703205377.
?- X is \ (-1267650600228229401496703205376).
   X = 1267650600228229401496703205375.
?- X is \ (18446744073709551615).
   X = -18446744073709551616.
?- X is \ (-18446744073709551616).
   X = 18446744073709551615.
?- X is '\\'('\\'(10)).
   X = 10.
?- X is \ (\ (10)).
   X = 10.
?- X is \ (_).
   error(instantiation_error, _).
?- X is \ (foo).
   error(type_error(evaluable, foo/0), _).
?- X is \ (foo(1, 2)).
   error(type_error(evaluable, foo/2), _).
?- X is \ ([]).
   error(type_error(evaluable, []/0), _).
?- X is \ (1 + _).
   error(instantiation_error, _).
?- X is \ (2.5).
   error(type_error(integer, 2.5), _).
?- X is \ (1.0).
   error(type_error(integer, 1.0), _).
?- G = (_ is \ (A)), A = foo, call(G).
   error(type_error(evaluable, foo/0), _).

% 9.4.6 xor/2
?- X is 10 xor 12.
   X = 6.
?- X is 125 xor 255.
   X = 130.
?- X is -10 xor 12.
   X = -6.
?- X is -1 xor 1267650600228229401496703205376.
   X = -1267650600228229401496703205377.
?- X is -1267650600228229401496703205376 xor 1.
   X = -1267650600228229401496703205375.
?- X is -1267650600228229401496703205376 xor -1.
   X = 1267650600228229401496703205375.
?- X is 1267650600228229401496703205376 xor -1267650600228229401496703205376.
   X = -2535301200456458802993406410752.
?- X is 1267650600228229401496703205375 xor -1267650600228229401496703205376.
   X = -1.
?- X is 18446744073709551616 xor 18446744073709551615.
   X = 36893488147419103231.
?- X is -18446744073709551616 xor 18446744073709551615.
   X = -1.
?- X is -18446744073709551616 xor -340282366920938463463374607431768211456.
   X = 340282366920938463444927863358058659840.
?- X is 0 xor -5.
   X = -5.
?- X is -1152921504606846976 xor 1152921504606846975.
   X = -1.
?- X is 170141183460469231740910675752738881536 xor -9223372036854775808.
   X = -170141183460469231750134047789593657344.
?- X is xor(5, 1).
   X = 4.
?- X is _ xor 77.
   error(instantiation_error, _).
?- X is 77 xor _.
   error(instantiation_error, _).
?- X is foo xor 77.
   error(type_error(evaluable, foo/0), _).
?- X is 77 xor foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(_) xor 77.
   error(type_error(evaluable, foo/1), _).
?- X is 77 xor foo(a, b).
   error(type_error(evaluable, foo/2), _).
?- G = (_ is A xor B), A = 77, B = foo, call(G).
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 xor 2.
   error(type_error(integer, 7.5), _).
?- X is 7 xor 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7.5 xor 2.5.
   error(type_error(integer, 7.5), _).
?- X is 7.5 xor foo.
   error(type_error(evaluable, foo/0), _).
