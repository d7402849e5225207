% SPDX-License-Identifier: MIT
%
% Evaluable functors, by clause of ISO/IEC 13211-1 with Cor.2 and Cor.3. Where the standard leaves a choice, what Horn chose is in the
% opening comment of src/arith/eval.h.

% 8.6.1 is/2
?- X is 3 + 11.0.
   X = 14.0.
?- X is 7.
   X = 7.
?- X is 2.5.
   X = 2.5.
?- X is _.
   error(instantiation_error, _).
?- X is _ + 1.
   error(instantiation_error, _).
?- X is 1 + _.
   error(instantiation_error, _).
?- X is foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo + 1.
   error(type_error(evaluable, foo/0), _).
?- X is 1 + foo.
   error(type_error(evaluable, foo/0), _).
?- X is foo(1).
   error(type_error(evaluable, foo/1), _).
?- X is foo(1, 2, 3, 4).
   error(type_error(evaluable, foo/4), _).
?- X is a.
   error(type_error(evaluable, a/0), _).
?- X is [].
   error(type_error(evaluable, []/0), _).

% 9.1.7 sum, difference, product
?- X is 7 + 35.
   X = 42.
?- X is 0 + (3 + 11).
   X = 14.
?- X is 0 + (3.2 + 11).
   X = 14.2.
?- X is 7 - 35.
   X = -28.
?- X is 20 - (3 + 11).
   X = 6.
?- X is 0 - (3.2 + 11).
   X = -14.2.
?- X is 0 * (3 + 11).
   X = 0.
?- X is 7 * 35.
   X = 245.
?- X is 1.5 * (3.2 + 11).
   X = 21.299999999999997.
?- X is 1152921504606846975 + 1.
   X = 1152921504606846976.
?- X is -1152921504606846976 - 1.
   X = -1152921504606846977.
?- X is 9223372036854775807 + 1.
   X = 9223372036854775808.
?- X is -9223372036854775808 - 1.
   X = -9223372036854775809.
?- X is 9223372036854775807 * 9223372036854775807.
   X = 85070591730234615847396907784232501249.
?- X is 18446744073709551616 - 18446744073709551615.
   X = 1.
?- X is -4294967296 * 4294967296.
   X = -18446744073709551616.
?- X is _ * 2.
   error(instantiation_error, _).
?- X is 2 - bar.
   error(type_error(evaluable, bar/0), _).
?- X is 1.0e308 * 10.
   error(evaluation_error(float_overflow), _).
?- X is 1.0e308 + 1.0e308.
   error(evaluation_error(float_overflow), _).

% 9.1.7 quotients
?- X is 7 / 35.
   X = 0.2.
?- X is 0 / (3 + 11).
   X = 0.
?- X is 4 / 2.
   X = 2.
?- X is 7 / 2.
   X = 3.5.
?- X is -7 / 2.
   X = -3.5.
?- X is 7.0 / 2.
   X = 3.5.
?- X is 1.5 / 3.
   X = 0.5.
?- X is 1267650600228229401496703205376 / 2.
   X = 633825300114114700748351602688.
?- X is 1 / 1267650600228229401496703205376.
   X = 7.888609052210118e-31.
?- X is 1267650600228229401496703205376 / 3.
   X = 4.2255020007607644e29.
?- X is 9007199254740993 / 2.
   X = 4503599627370496.0.
?- X is 140 / 7.
   X = 20.
?- X is 7 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 7.0 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 7 / 0.0.
   error(evaluation_error(zero_divisor), _).
?- X is 0.0 / 0.0.
   error(evaluation_error(undefined), _).
?- X is 0 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is foo / 0.
   error(type_error(evaluable, foo/0), _).

% 9.1.7 integer quotients and remainders
?- X is 7 // 2.
   X = 3.
?- X is -7 // 2.
   X = -3.
?- X is 7 // -2.
   X = -3.
?- X is -7 // -2.
   X = 3.
?- X is 0 // 3.
   X = 0.
?- X is 1267650600228229401496703205376 // 3.
   X = 422550200076076467165567735125.
?- X is -1267650600228229401496703205376 // 3.
   X = -422550200076076467165567735125.
?- X is 7 // 0.
   error(evaluation_error(zero_divisor), _).
?- X is 7.5 // 2.
   error(type_error(integer, 7.5), _).
?- X is 7 // 2.0.
   error(type_error(integer, 2.0), _).
?- X is 7 div 2.
   X = 3.
?- X is -7 div 2.
   X = -4.
?- X is 7 div -2.
   X = -4.
?- X is -7 div -2.
   X = 3.
?- X is -1 div 1267650600228229401496703205376.
   X = -1.
?- X is 5 div 0.
   error(evaluation_error(zero_divisor), _).
?- X is 5.0 div 2.
   error(type_error(integer, 5.0), _).
?- X is 7 mod 3.
   X = 1.
?- X is -7 mod 3.
   X = 2.
?- X is 7 mod -2.
   X = -1.
?- X is -7 mod -3.
   X = -1.
?- X is 0 mod (3 + 11).
   X = 0.
?- X is -1 mod 1267650600228229401496703205376.
   X = 1267650600228229401496703205375.
?- X is 77 mod _.
   error(instantiation_error, _).
?- X is foo mod 77.
   error(type_error(evaluable, foo/0), _).
?- X is 7.5 mod 2.
   error(type_error(integer, 7.5), _).
?- X is 7 mod 0.
   error(evaluation_error(zero_divisor), _).
?- X is 7 rem 3.
   X = 1.
?- X is -7 rem 3.
   X = -1.
?- X is 7 rem -2.
   X = 1.
?- X is -7 rem -2.
   X = -1.
?- X is -1 rem 1267650600228229401496703205376.
   X = -1.
?- X is 5 rem 0.
   error(evaluation_error(zero_divisor), _).
?- X is 5 rem 2.5.
   error(type_error(integer, 2.5), _).

% 9.1.7 signs
?- X is - (7).
   X = -7.
?- X is - (3 - 11).
   X = 8.
?- X is - (3.2 - 11).
   X = 7.8.
?- X is - (-1152921504606846976).
   X = 1152921504606846976.
?- X is + (1).
   X = 1.
?- X is + (1 + 2).
   X = 3.
?- X is - (_).
   error(instantiation_error, _).
?- X is - foo.
   error(type_error(evaluable, foo/0), _).
?- X is abs(7).
   X = 7.
?- X is abs(3 - 11).
   X = 8.
?- X is abs(3.2 - 11.0).
   X = 7.8.
?- X is abs(-1267650600228229401496703205376).
   X = 1267650600228229401496703205376.
?- X is abs(_).
   error(instantiation_error, _).
?- X is sign(-5).
   X = -1.
?- X is sign(0).
   X = 0.
?- X is sign(3).
   X = 1.
?- X is sign(-2.5).
   X = -1.0.
?- X is sign(-1267650600228229401496703205376).
   X = -1.
?- X is sign(foo).
   error(type_error(evaluable, foo/0), _).

% 9.1.7 rounding
?- X is float(7).
   X = 7.0.
?- X is float(7.3).
   X = 7.3.
?- X is float(7 / 3).
   X = 2.3333333333333335.
?- X is float(9007199254740993).
   X = 9007199254740992.0.
?- X is float(9007199254740995).
   X = 9007199254740996.0.
?- X is float(1 << 2000).
   error(evaluation_error(float_overflow), _).
?- X is float(_).
   error(instantiation_error, _).
?- X is float(foo).
   error(type_error(evaluable, foo/0), _).
?- X is floor(7.4).
   X = 7.
?- X is floor(-0.4).
   X = -1.
?- X is floor(1.0e20).
   X = 100000000000000000000.
?- X is truncate(-0.5).
   X = 0.
?- X is truncate(-7.9).
   X = -7.
?- X is round(7.5).
   X = 8.
?- X is round(7.6).
   X = 8.
?- X is round(-0.6).
   X = -1.
?- X is round(-2.5).
   X = -3.
?- X is ceiling(-0.5).
   X = 0.
?- X is ceiling(7.1).
   X = 8.
?- X is truncate(1.0e300).
   X = 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.
?- X is round(_).
   error(instantiation_error, _).
?- X is floor(foo).
   error(type_error(evaluable, foo/0), _).
?- X is float_integer_part(-2.5).
   X = -2.0.
?- X is float_fractional_part(-2.5).
   X = -0.5.
?- X is integer(2.5).
   X = 3.
?- X is integer(-2.5).
   X = -3.
?- X is integer(2.4).
   X = 2.
?- X is integer(0.49999999999999994).
   X = 0.
?- X is integer(7).
   X = 7.

% 9.3.1 (**)/2: two integers give an integer where they can
?- X is 5 ** 3.
   X = 125.
?- X is -5.0 ** 3.
   X = -125.0.
?- X is 5 ** -1.
   X = 0.2.
?- X is 2 ** 3.0.
   X = 8.0.
?- X is 0 ** 0.
   X = 1.
?- X is 0.0 ** 0.
   X = 1.0.
?- X is 0 ** 0.0.
   X = 1.0.
?- X is 2 ** -1.
   X = 0.5.
?- X is 2 ** 100.
   X = 1267650600228229401496703205376.
?- X is 1 ** -3.
   X = 1.
?- X is -1 ** -3.
   X = -1.
?- X is 77 ** _.
   error(instantiation_error, _).
?- X is foo ** 2.
   error(type_error(evaluable, foo/0), _).
?- X is -1.0 ** 0.5.
   error(evaluation_error(undefined), _).
?- X is 0.0 ** -1.
   error(evaluation_error(undefined), _).
?- X is 10.0 ** 400.
   error(evaluation_error(float_overflow), _).

% 9.3.2 to 9.3.4 sine, cosine, arc tangent
?- X is sin(0.0).
   X = 0.0.
?- X is sin(0).
   X = 0.0.
?- X is cos(0.0).
   X = 1.0.
?- X is cos(0).
   X = 1.0.
?- X is atan(0.0).
   X = 0.0.
?- X is atan(1) * 4.
   X = 3.141592653589793.
?- X is sin(_).
   error(instantiation_error, _).
?- X is cos(foo).
   error(type_error(evaluable, foo/0), _).

% 9.3.5 to 9.3.7 exponential, logarithm, root
?- X is exp(0.0).
   X = 1.0.
?- X is exp(0).
   X = 1.0.
?- X is exp(1000).
   error(evaluation_error(float_overflow), _).
?- X is log(1.0).
   X = 0.0.
?- X is log(0).
   error(evaluation_error(undefined), _).
?- X is log(0.0).
   error(evaluation_error(undefined), _).
?- X is log(-1).
   error(evaluation_error(undefined), _).
?- X is log(_).
   error(instantiation_error, _).
?- X is sqrt(0.0).
   X = 0.0.
?- X is sqrt(1).
   X = 1.0.
?- X is sqrt(1.21).
   X = 1.1.
?- X is sqrt(-1.0).
   error(evaluation_error(undefined), _).
?- X is sqrt(foo).
   error(type_error(evaluable, foo/0), _).
?- X is log(2, 8).
   X = 3.0.
?- X is log2(1024).
   X = 10.0.

% 9.3.8, 9.3.9 maximum and minimum
?- X is max(2, 3).
   X = 3.
?- X is max(2.0, 3).
   X = 3.
?- X is max(2, 3.0).
   X = 3.0.
?- X is min(2, 3).
   X = 2.
?- X is min(2, 3.0).
   X = 2.
?- X is max(1, 1.0).
   X = 1.0.
?- X is min(1.0, 1).
   X = 1.0.
?- X is max(1267650600228229401496703205376, 1.0e30).
   X = 1267650600228229401496703205376.
?- X is max(_, 1).
   error(instantiation_error, _).
?- X is min(a, 1).
   error(type_error(evaluable, a/0), _).

% 9.3.10 (^)/2
?- X is 3 ^ 27.
   X = 7625597484987.
?- X is 3 ^ 1.0.
   X = 3.0.
?- X is 2 ^ 3 ^ 2.
   X = 512.
?- X is 2.0 ^ -1.
   X = 0.5.
?- X is 1 ^ -1.
   X = 1.
?- X is -1 ^ -1.
   X = -1.
?- X is -1 ^ -2.
   X = 1.
?- X is 0 ^ 0.
   X = 1.
?- X is 2 ^ 100.
   X = 1267650600228229401496703205376.
?- X is -2 ^ 63.
   X = -9223372036854775808.
?- X is (-3) ^ 41.
   X = -36472996377170786403.
?- X is 2 ^ -1.
   error(type_error(float, 2), _).
?- X is 1267650600228229401496703205376 ^ -1.
   error(type_error(float, 1267650600228229401496703205376), _).
?- X is 2 ^ _.
   error(instantiation_error, _).
?- X is 0 ^ -1.
   error(evaluation_error(zero_divisor), _).
?- X is 2 ^ (10 ^ 12).
   error(resource_error(memory), _).

% 9.3.11 to 9.3.15 further functions of angles
?- X is asin(0.0).
   X = 0.0.
?- X is acos(1.0).
   X = 0.0.
?- X is asin(2).
   error(evaluation_error(undefined), _).
?- X is acos(-1.5).
   error(evaluation_error(undefined), _).
?- X is atan2(1, 1) * 4.
   X = 3.141592653589793.
?- X is atan2(0.0, -1).
   X = 3.141592653589793.
?- X is atan2(0, 1).
   X = 0.0.
?- X is atan2(0, 0).
   error(evaluation_error(undefined), _).
?- X is atan2(0.0, 0.0).
   error(evaluation_error(undefined), _).
?- X is atan2(1, _).
   error(instantiation_error, _).
?- X is tan(0.0).
   X = 0.0.
?- X is pi.
   X = 3.141592653589793.
?- X is e.
   X = 2.718281828459045.

% 9.4.1, 9.4.2 shifts
?- X is 16 >> 2.
   X = 4.
?- X is 19 >> 2.
   X = 4.
?- X is -16 >> 2.
   X = -4.
?- X is -1 >> 100.
   X = -1.
?- X is 1267650600228229401496703205376 >> 99.
   X = 2.
?- X is 16 << 2.
   X = 64.
?- X is -16 << 2.
   X = -64.
?- X is 1 << 100.
   X = 1267650600228229401496703205376.
?- X is -1 << 60.
   X = -1152921504606846976.
?- X is 1 << -1.
   X = 0.
?- X is foo >> 2.
   error(type_error(evaluable, foo/0), _).
?- X is 1.0 >> 2.
   error(type_error(integer, 1.0), _).
?- X is 16 << 1.0.
   error(type_error(integer, 1.0), _).
?- X is 1 << _.
   error(instantiation_error, _).
?- X is 0 << (1 << 70).
   X = 0.

% 9.4.3 to 9.4.6 bitwise functions
?- X is 10 /\ 12.
   X = 8.
?- X is 125 /\ 255.
   X = 125.
?- X is -10 /\ 12.
   X = 4.
?- X is -1 /\ 1267650600228229401496703205376.
   X = 1267650600228229401496703205376.
?- X is 10 \/ 12.
   X = 14.
?- X is 125 \/ 255.
   X = 255.
?- X is -10 \/ 12.
   X = -2.
?- X is -1267650600228229401496703205376 \/ 1.
   X = -1267650600228229401496703205375.
?- X is \ (\ (10)).
   X = 10.
?- X is \ (10).
   X = -11.
?- X is \ (-1).
   X = 0.
?- X is \ (1267650600228229401496703205376).
   X = -1267650600228229401496703205377.
?- X is 10 xor 12.
   X = 6.
?- X is -1 xor 1267650600228229401496703205376.
   X = -1267650600228229401496703205377.
?- X is xor(5, 1).
   X = 4.
?- X is foo /\ 2.
   error(type_error(evaluable, foo/0), _).
?- X is 1 /\ 1.5.
   error(type_error(integer, 1.5), _).
?- X is 1.5 \/ 1.
   error(type_error(integer, 1.5), _).
?- X is \ 1.5.
   error(type_error(integer, 1.5), _).
?- X is \ (_).
   error(instantiation_error, _).

% Not in the standard
?- X is gcd(12, -18).
   X = 6.
?- X is gcd(0, 0).
   X = 0.
?- X is gcd(2 ^ 200, 6 ^ 100).
   X = 1267650600228229401496703205376.
?- X is gcd(1.0, 2).
   error(type_error(integer, 1.0), _).
?- X is lcm(4, 6).
   X = 12.
?- X is msb(1000).
   X = 9.
?- X is msb(1 << 100).
   X = 100.
?- X is msb(0).
   error(domain_error(not_less_than_one, 0), _).
?- X is msb(1.0).
   error(type_error(integer, 1.0), _).
?- X is powm(2, 100, 7).
   X = 2.
?- X is powm(3, 2 ^ 70, 10 ^ 20).
   X = 43194639010082324481.
?- X is popcount(255).
   X = 8.
?- X is getbit(5, 2).
   X = 1.
?- X is succ(3).
   X = 4.
?- X is plus(3, 4).
   X = 7.
?- X is copysign(2, -0.0).
   X = -2.0.
?- X is nexttoward(1, 2).
   X = 1.0000000000000002.
?- X is trunc(2.7).
   X = 2.
?- X is random(1).
   X = 0.
?- X is sinh(0).
   X = 0.0.
?- X is cosh(0).
   X = 1.0.
?- X is tanh(0).
   X = 0.0.
?- X is asinh(0).
   X = 0.0.
?- X is acosh(1).
   X = 0.0.
?- X is atanh(0).
   X = 0.0.
?- X is acosh(0.5).
   error(evaluation_error(undefined), _).
?- X is max_tagged_integer.
   X = 1152921504606846975.
?- X is min_tagged_integer.
   X = -1152921504606846976.
?- X is max_integer.
   X = 9223372036854775807.
?- X is min_integer.
   X = -9223372036854775808.
?- X is epsilon.
   X = 2.220446049250313e-16.
?- X is [7].
   X = 7.
?- X is [a].
   X = 97.
?- X is "a" + 0.
   X = 97.
?- X is [1, 2].
   error(type_error(evaluable, '.'/2), _).

% 8.7.1 arithmetic comparison is exact between integers and floats
?- 9007199254740993 > 9007199254740992.0.
   true.
?- 9007199254740993 =:= 9007199254740992.0.
   false.
?- 1 =:= 1.0.
   true.
?- 1.0 =\= 2.
   true.
?- 2 ^ 1000 > 1.0e301.
   true.
?- 2 ^ 1000 < 1.1e301.
   true.
?- 10 ^ 400 > 1.0e308.
   true.
?- -(10 ^ 400) < -1.0e308.
   true.
?- 3 =< 2.
   false.
?- 2 >= 2.0.
   true.
?- _ =:= 1.
   error(instantiation_error, _).
?- foo < 1.
   error(type_error(evaluable, foo/0), _).

% Numbers that are not the same each time
?- X is random(10), X >= 0, X < 10.
   check(integer(X)).
?- X is random_float, X > 0.0, X < 1.0.
   check(float(X)).
?- X is cputime.
   check(float(X)).
?- X is realtime, X > 1000000000.
   check(integer(X)).
?- inf =:= inf, inf > 1.0e308.
   true.
?- -inf < inf.
   true.
?- X is nan, X =\= X.
   check(float(X)).
?- _ is integer(inf).
   error(evaluation_error(undefined), _).
?- _ is inf - inf.
   error(evaluation_error(undefined), _).
