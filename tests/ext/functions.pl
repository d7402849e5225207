% SPDX-License-Identifier: MIT
%
% Evaluable functors beyond the standard, flags of floats, and predicates on numbers. What the standard has: tests/iso/09_evaluables.pl.

% gcd/2, lcm/2
?- X is gcd(12, -18).
   X = 6.
?- X is lcm(12, -18).
   X = 36.
?- X is gcd(0, 0).
   X = 0.
?- X is lcm(0, 0).
   X = 0.
?- X is gcd(0, 5).
   X = 5.
?- X is lcm(0, 5).
   X = 0.
?- X is gcd(-5, 0).
   X = 5.
?- X is lcm(-5, 0).
   X = 0.
?- X is gcd(7, 1).
   X = 1.
?- X is lcm(7, 1).
   X = 7.
?- X is gcd(1606938044258990275541962092341162602522202993782792835301376, 653318623500070906096690267158057820537143710472954871543071966369497141477376).
   X = 1267650600228229401496703205376.
?- X is lcm(1606938044258990275541962092341162602522202993782792835301376, 653318623500070906096690267158057820537143710472954871543071966369497141477376).
   X = 828179745220145502584084235957368498016122811853894435464201864103254919330121223037770283296858019385573376.
?- X is gcd(-1267650600228229401496703205376, 42391158275216203514294433201).
   X = 1.
?- X is lcm(-1267650600228229401496703205376, 42391158275216203514294433201).
   X = 53737177231947694196522058292370319892062343406969816088576.
?- X is gcd(6917529027641081856, 11529215046068469760).
   X = 2305843009213693952.
?- X is lcm(6917529027641081856, 11529215046068469760).
   X = 34587645138205409280.
?- X is gcd(18446744073709551616, 18446744073709551615).
   X = 1.
?- X is lcm(18446744073709551616, 18446744073709551615).
   X = 340282366920938463444927863358058659840.
?- X is gcd(265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044001, 2589919395245888810472905477161876509305311702728060816706290837112237743).
   X = 369988485035126972924700782451696644186473100389722973815184405301748249.
?- X is lcm(265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044001, 2589919395245888810472905477161876509305311702728060816706290837112237743).
   X = 1859297922131123385371469254250457387804634168573761471822024732173647436309115280960692893308007.
?- X is gcd(1.0, 2).
   error(type_error(integer, 1.0), _).
?- X is gcd(2, 1.5).
   error(type_error(integer, 1.5), _).
?- X is gcd(_, 2).
   error(instantiation_error, _).
?- X is gcd(a, 2).
   error(type_error(evaluable, a/0), _).
?- X is lcm(1.0, 2).
   error(type_error(integer, 1.0), _).
?- X is lcm(2, 1.5).
   error(type_error(integer, 1.5), _).
?- X is lcm(_, 2).
   error(instantiation_error, _).
?- X is lcm(a, 2).
   error(type_error(evaluable, a/0), _).

% msb/1, lsb/1, tzcnt/1, popcount/1, getbit/2
?- X is msb(1).
   X = 0.
?- X is lsb(1).
   X = 0.
?- X is tzcnt(1).
   X = 0.
?- X is popcount(1).
   X = 1.
?- X is msb(2).
   X = 1.
?- X is lsb(2).
   X = 1.
?- X is tzcnt(2).
   X = 1.
?- X is popcount(2).
   X = 1.
?- X is msb(3).
   X = 1.
?- X is lsb(3).
   X = 0.
?- X is tzcnt(3).
   X = 0.
?- X is popcount(3).
   X = 2.
?- X is msb(255).
   X = 7.
?- X is lsb(255).
   X = 0.
?- X is tzcnt(255).
   X = 0.
?- X is popcount(255).
   X = 8.
?- X is msb(256).
   X = 8.
?- X is lsb(256).
   X = 8.
?- X is tzcnt(256).
   X = 8.
?- X is popcount(256).
   X = 1.
?- X is msb(1000).
   X = 9.
?- X is lsb(1000).
   X = 3.
?- X is tzcnt(1000).
   X = 3.
?- X is popcount(1000).
   X = 6.
?- X is msb(1152921504606846975).
   X = 59.
?- X is lsb(1152921504606846975).
   X = 0.
?- X is tzcnt(1152921504606846975).
   X = 0.
?- X is popcount(1152921504606846975).
   X = 60.
?- X is msb(1152921504606846976).
   X = 60.
?- X is lsb(1152921504606846976).
   X = 60.
?- X is tzcnt(1152921504606846976).
   X = 60.
?- X is popcount(1152921504606846976).
   X = 1.
?- X is msb(9223372036854775808).
   X = 63.
?- X is lsb(9223372036854775808).
   X = 63.
?- X is tzcnt(9223372036854775808).
   X = 63.
?- X is popcount(9223372036854775808).
   X = 1.
?- X is msb(18446744073709551616).
   X = 64.
?- X is lsb(18446744073709551616).
   X = 64.
?- X is tzcnt(18446744073709551616).
   X = 64.
?- X is popcount(18446744073709551616).
   X = 1.
?- X is msb(1267650600228229401496703205376).
   X = 100.
?- X is lsb(1267650600228229401496703205376).
   X = 100.
?- X is tzcnt(1267650600228229401496703205376).
   X = 100.
?- X is popcount(1267650600228229401496703205376).
   X = 1.
?- X is msb(1267650601408821022214114508800).
   X = 100.
?- X is lsb(1267650601408821022214114508800).
   X = 70.
?- X is tzcnt(1267650601408821022214114508800).
   X = 70.
?- X is popcount(1267650601408821022214114508800).
   X = 2.
?- X is msb(515377520732011331036461129765621272702107522001).
   X = 158.
?- X is lsb(515377520732011331036461129765621272702107522001).
   X = 0.
?- X is tzcnt(515377520732011331036461129765621272702107522001).
   X = 0.
?- X is popcount(515377520732011331036461129765621272702107522001).
   X = 85.
?- X is popcount(0).
   X = 0.
?- X is getbit(5, 0).
   X = 1.
?- X is getbit(5, 1).
   X = 0.
?- X is getbit(5, 2).
   X = 1.
?- X is getbit(5, 3).
   X = 0.
?- X is getbit(1267650600228229401496703205376, 100).
   X = 1.
?- X is getbit(1267650600228229401496703205376, 99).
   X = 0.
?- X is getbit(1267650600228229401496703205376, 1000).
   X = 0.
?- X is getbit(0, 0).
   X = 0.
?- X is getbit(1, 1 << 70).
   X = 0.
?- X is msb(0).
   error(domain_error(not_less_than_one, 0), _).
?- X is msb(-8).
   error(domain_error(not_less_than_one, -8), _).
?- X is msb(1.0).
   error(type_error(integer, 1.0), _).
?- X is msb(_).
   error(instantiation_error, _).
?- X is lsb(0).
   error(domain_error(not_less_than_one, 0), _).
?- X is lsb(-8).
   error(domain_error(not_less_than_one, -8), _).
?- X is lsb(1.0).
   error(type_error(integer, 1.0), _).
?- X is lsb(_).
   error(instantiation_error, _).
?- X is tzcnt(0).
   error(domain_error(not_less_than_one, 0), _).
?- X is tzcnt(-8).
   error(domain_error(not_less_than_one, -8), _).
?- X is tzcnt(1.0).
   error(type_error(integer, 1.0), _).
?- X is tzcnt(_).
   error(instantiation_error, _).
?- X is popcount(-1).
   error(domain_error(not_less_than_zero, -1), _).
?- X is popcount(1.0).
   error(type_error(integer, 1.0), _).
?- X is getbit(-1, 0).
   error(domain_error(not_less_than_zero, -1), _).
?- X is getbit(1, -1).
   error(domain_error(not_less_than_zero, -1), _).
?- X is getbit(1.0, 1).
   error(type_error(integer, 1.0), _).
?- X is getbit(1, 1.0).
   error(type_error(integer, 1.0), _).

% powm/3
?- X is powm(2, 100, 7).
   X = 2.
?- X is powm(3, 1180591620717411303424, 100000000000000000000).
   X = 43194639010082324481.
?- X is powm(2, 0, 1).
   X = 0.
?- X is powm(0, 0, 5).
   X = 1.
?- X is powm(0, 5, 7).
   X = 0.
?- X is powm(5, 1, 1).
   X = 0.
?- X is powm(1000000000000000000000000000000, 1000000000000000000000000000000, 1000000007).
   X = 806875036.
?- X is powm(1798465042647412146620280340569649349251249, 12157665459056928801, 170141183460469231731687303715884105727).
   X = 7253240858954269604388569030558486045.
?- X is powm(2, 1000000000000000000, 136891479058588375991326027382088315966463695625337436471480190078368997177499076593800206155688941388250484440597994042813512732765695774566001).
   X = 91058223363164726845360258042563240292561893912696770368836051760296812201551808158168491537709619005486044187141086150889086642434256276570655.
?- X is powm(2, -1, 7).
   error(domain_error(not_less_than_zero, -1), _).
?- X is powm(-2, 3, 7).
   error(domain_error(not_less_than_zero, -2), _).
?- X is powm(2, 3, 0).
   error(domain_error(not_less_than_one, 0), _).
?- X is powm(2, 3, -7).
   error(domain_error(not_less_than_one, -7), _).
?- X is powm(2.0, 3, 7).
   error(type_error(integer, 2.0), _).
?- X is powm(2, 3.0, 7).
   error(type_error(integer, 3.0), _).
?- X is powm(2, 3, 7.0).
   error(type_error(integer, 7.0), _).
?- X is powm(2, _, 7).
   error(instantiation_error, _).

% succ/1, plus/2, trunc/1, ceil/1, integer/1, eval/1
?- X is succ(3).
   X = 4.
?- X is succ(-1).
   X = 0.
?- X is succ(1152921504606846975).
   X = 1152921504606846976.
?- X is plus(3, 4).
   X = 7.
?- X is plus(1, 0.5).
   X = 1.5.
?- X is trunc(2.7).
   X = 2.
?- X is trunc(-2.7).
   X = -2.
?- X is ceil(2.1).
   X = 3.
?- X is ceil(-2.1).
   X = -2.
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
?- X is integer(1.0e20).
   X = 100000000000000000000.
?- X is eval(1 + 2).
   X = 3.
?- X is eval(eval(7.5)).
   X = 7.5.
?- X is succ(1.0).
   error(type_error(integer, 1.0), _).
?- X is integer(inf).
   error(evaluation_error(undefined), _).
?- X is integer(nan).
   error(evaluation_error(undefined), _).
?- X is eval(foo).
   error(type_error(evaluable, foo/0), _).

% maxr/2, minr/2: the integer of two equal numbers, no NaN
?- X is maxr(1, 2).
   X = 2.
?- X is minr(1, 2).
   X = 1.
?- X is maxr(1, 1.0).
   X = 1.
?- X is maxr(1.0, 1).
   X = 1.
?- X is minr(1, 1.0).
   X = 1.
?- X is minr(2.0, 2).
   X = 2.
?- X is maxr(nan, 1).
   X = 1.
?- X is maxr(1, nan).
   X = 1.
?- X is minr(nan, 1.5).
   X = 1.5.
?- X is maxr(1.5, nan).
   X = 1.5.
?- X is max(1, nan), Y is min(nan, 1).
   X = 1.5NaN, Y = 1.5NaN.
?- X is maxr(nan, nan).
   X = 1.5NaN.

% hyperbolic functions and those of angles
?- X is sinh(0).
   X = 0.0.
?- X is sinh(1).
   X = 1.1752011936438014.
?- X is sinh(-1).
   X = -1.1752011936438014.
?- X is sinh(_).
   error(instantiation_error, _).
?- X is sinh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is cosh(0).
   X = 1.0.
?- X is cosh(1).
   X = 1.5430806348152437.
?- X is cosh(_).
   error(instantiation_error, _).
?- X is cosh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is tanh(0).
   X = 0.0.
?- X is tanh(1).
   X = 0.7615941559557649.
?- X is tanh(_).
   error(instantiation_error, _).
?- X is tanh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is asinh(0).
   X = 0.0.
?- X is asinh(1).
   X = 0.881373587019543.
?- X is asinh(_).
   error(instantiation_error, _).
?- X is asinh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acosh(1).
   X = 0.0.
?- X is acosh(2).
   X = 1.3169578969248166.
?- X is acosh(_).
   error(instantiation_error, _).
?- X is acosh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is atanh(0).
   X = 0.0.
?- X is atanh(0.5).
   X = 0.5493061443340548.
?- X is atanh(_).
   error(instantiation_error, _).
?- X is atanh(foo).
   error(type_error(evaluable, foo/0), _).
?- X is cot(1).
   X = 0.6420926159343306.
?- X is cot(0.5).
   X = 1.830487721712452.
?- X is cot(_).
   error(instantiation_error, _).
?- X is cot(foo).
   error(type_error(evaluable, foo/0), _).
?- X is sec(0).
   X = 1.0.
?- X is sec(1).
   X = 1.8508157176809255.
?- X is sec(_).
   error(instantiation_error, _).
?- X is sec(foo).
   error(type_error(evaluable, foo/0), _).
?- X is csc(1).
   X = 1.1883951057781212.
?- X is csc(0.5).
   X = 2.085829642933488.
?- X is csc(_).
   error(instantiation_error, _).
?- X is csc(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acot(1).
   X = 0.7853981633974483.
?- X is acot(-2).
   X = -0.4636476090008061.
?- X is acot(_).
   error(instantiation_error, _).
?- X is acot(foo).
   error(type_error(evaluable, foo/0), _).
?- X is asec(1).
   X = 0.0.
?- X is asec(2).
   X = 1.0471975511965979.
?- X is asec(-1).
   X = 3.141592653589793.
?- X is asec(_).
   error(instantiation_error, _).
?- X is asec(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acsc(1).
   X = 1.5707963267948966.
?- X is acsc(2).
   X = 0.5235987755982989.
?- X is acsc(-1).
   X = -1.5707963267948966.
?- X is acsc(_).
   error(instantiation_error, _).
?- X is acsc(foo).
   error(type_error(evaluable, foo/0), _).
?- X is coth(1).
   X = 1.3130352854993315.
?- X is coth(0.5).
   X = 2.163953413738653.
?- X is coth(_).
   error(instantiation_error, _).
?- X is coth(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acoth(2).
   X = 0.5493061443340548.
?- X is acoth(-2).
   X = -0.5493061443340548.
?- X is acoth(_).
   error(instantiation_error, _).
?- X is acoth(foo).
   error(type_error(evaluable, foo/0), _).
?- X is acot(0).
   X = 1.5707963267948966.
?- X is acosh(0.5).
   error(evaluation_error(undefined), _).
?- X is atanh(1).
   error(evaluation_error(undefined), _).
?- X is atanh(-1.0).
   error(evaluation_error(undefined), _).
?- X is atanh(2).
   error(evaluation_error(undefined), _).
?- X is cot(0).
   error(evaluation_error(undefined), _).
?- X is cot(0.0).
   error(evaluation_error(undefined), _).
?- X is csc(0).
   error(evaluation_error(undefined), _).
?- X is asec(0).
   error(evaluation_error(undefined), _).
?- X is asec(0.5).
   error(evaluation_error(undefined), _).
?- X is acsc(0).
   error(evaluation_error(undefined), _).
?- X is acsc(-0.5).
   error(evaluation_error(undefined), _).
?- X is coth(0).
   error(evaluation_error(undefined), _).
?- X is acoth(1).
   error(evaluation_error(undefined), _).
?- X is acoth(0.5).
   error(evaluation_error(undefined), _).
?- X is acoth(0).
   error(evaluation_error(undefined), _).
?- X is sinh(1000).
   error(evaluation_error(float_overflow), _).
?- X is cosh(1000).
   error(evaluation_error(float_overflow), _).

% atan/2, logarithms, exponentials
?- X is atan(1, 1) * 4.
   X = 3.141592653589793.
?- X is atan(0, -1).
   X = 3.141592653589793.
?- X is atan(0, 0).
   error(evaluation_error(undefined), _).
?- X is log2(8).
   X = 3.0.
?- X is log2(1 << 2000).
   X = 2000.0.
?- X is log2(0.5).
   X = -1.0.
?- X is log10(1000).
   X = 3.0.
?- X is log10(0.001).
   X = -3.0.
?- X is log(2, 8).
   X = 3.0.
?- X is log(4, 2).
   X = 0.5.
?- X is exp(2, 3).
   X = 8.0.
?- X is exp(2, 0.5).
   X = 1.4142135623730951.
?- X is exp(2.0, -1).
   X = 0.5.
?- X is log2(0).
   error(evaluation_error(undefined), _).
?- X is log2(-1).
   error(evaluation_error(undefined), _).
?- X is log10(0).
   error(evaluation_error(undefined), _).
?- X is log10(-1.5).
   error(evaluation_error(undefined), _).
?- X is log(0, 8).
   error(evaluation_error(undefined), _).
?- X is log(8, 0).
   error(evaluation_error(undefined), _).
?- X is log(2, -8).
   error(evaluation_error(undefined), _).
?- X is exp(0, -1).
   error(evaluation_error(undefined), _).
?- X is exp(-1, 0.5).
   error(evaluation_error(undefined), _).
?- X is log(1, 8).
   error(evaluation_error(zero_divisor), _).

% erf/1, erfc/1, lgamma/1
?- X is erf(0).
   X = 0.0.
?- X is erfc(0).
   X = 1.0.
?- X is erf(1).
   X = 0.8427007929497149.
?- X is erf(inf).
   X = 1.0.
?- X is lgamma(1).
   X = 0.0.
?- X is abs(lgamma(5) - log(24)), X < 1.0e-14.
   check(float(X)).

% copysign/2, nexttoward/2
?- X is copysign(2, -0.0).
   X = -2.0.
?- X is copysign(-2.5, 1).
   X = 2.5.
?- X is copysign(0, -1).
   X = -0.0.
?- X is nexttoward(1, 2).
   X = 1.0000000000000002.
?- X is nexttoward(1, 0).
   X = 0.9999999999999999.
?- X is nexttoward(0, 1).
   X = 5.0e-324.
?- X is nexttoward(0, -1).
   X = -5.0e-324.
?- X is nexttoward(1.5, 1.5).
   X = 1.5.
?- X is nexttoward(1.7976931348623157e308, inf).
   error(evaluation_error(float_overflow), _).

% constants
?- X is e.
   X = 2.718281828459045.
?- X is epsilon.
   X = 2.220446049250313e-16.
?- X is inf.
   X = 1.0Inf.
?- X is infinite.
   X = 1.0Inf.
?- X is nan.
   X = 1.5NaN.
?- X is - inf.
   X = -1.0Inf.
?- X is - nan.
   X = 1.5NaN.
?- X is max_tagged_integer.
   X = 1152921504606846975.
?- X is min_tagged_integer.
   X = -1152921504606846976.
?- X is max_integer.
   X = 9223372036854775807.
?- X is min_integer.
   X = -9223372036854775808.

% characters as numbers: a string of one character; lists are not evaluable
?- atom_string(a, _S), X is _S + 0.
   X = 97.
?- atom_string(ab, _S), catch(_ is _S, error(_E, _), true), _E = type_error(E, _T), _T == _S.
   E = evaluable.
?- X is [7].
   error(type_error(evaluable, '.'/2), _).
?- X is [_].
   error(type_error(evaluable, '.'/2), _).

% there are no rational numbers
?- X is rdiv(1, 2).
   error(type_error(evaluable, (rdiv)/2), _).
?- X is rational(0.5).
   error(type_error(evaluable, rational/1), _).
?- X is rationalize(0.5).
   error(type_error(evaluable, rationalize/1), _).

% numbers that are not the same each time
?- X is random(10), X >= 0, X < 10.
   check(integer(X)).
?- X is random(1).
   X = 0.
?- X is random(1 << 200), X >= 0, X < 1 << 200.
   check(integer(X)).
?- X is random_float, X > 0.0, X < 1.0.
   check(float(X)).
?- X is cputime.
   check((float(X), X >= 0.0)).
?- X is realtime, X > 1000000000.
   check(integer(X)).
?- X is random(0).
   error(domain_error(not_less_than_one, 0), _).
?- X is random(-1).
   error(domain_error(not_less_than_one, -1), _).
?- X is random(1.0).
   error(type_error(integer, 1.0), _).

% roundtoward/2
?- X is roundtoward(1 / 3, to_nearest).
   X = 0.3333333333333333.
?- X is roundtoward(-1 / 3, to_nearest).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3.0, to_nearest).
   X = 0.3333333333333333.
?- X is roundtoward(-1.0 / 3, to_nearest).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3, to_zero).
   X = 0.3333333333333333.
?- X is roundtoward(-1 / 3, to_zero).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3.0, to_zero).
   X = 0.3333333333333333.
?- X is roundtoward(-1.0 / 3, to_zero).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3, to_positive).
   X = 0.33333333333333337.
?- X is roundtoward(-1 / 3, to_positive).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3.0, to_positive).
   X = 0.33333333333333337.
?- X is roundtoward(-1.0 / 3, to_positive).
   X = -0.3333333333333333.
?- X is roundtoward(1 / 3, to_negative).
   X = 0.3333333333333333.
?- X is roundtoward(-1 / 3, to_negative).
   X = -0.33333333333333337.
?- X is roundtoward(1 / 3.0, to_negative).
   X = 0.3333333333333333.
?- X is roundtoward(-1.0 / 3, to_negative).
   X = -0.33333333333333337.
?- X is roundtoward(float(1267650600228229401496703205377), to_nearest).
   X = 1.2676506002282294e30.
?- X is roundtoward(float(1267650600228229401496703205377), to_positive).
   X = 1.2676506002282297e30.
?- X is roundtoward(float(1267650600228229401496703205377), to_negative).
   X = 1.2676506002282294e30.
?- X is roundtoward(float(1267650600228229401496703205377), to_zero).
   X = 1.2676506002282294e30.
?- X is roundtoward(float(9007199254740993), to_nearest).
   X = 9007199254740992.0.
?- X is roundtoward(float(9007199254740993), to_positive).
   X = 9007199254740994.0.
?- X is roundtoward(float(9007199254740993), to_negative).
   X = 9007199254740992.0.
?- X is roundtoward(float(9007199254740993), to_zero).
   X = 9007199254740992.0.
?- X is roundtoward(float(18446744073709551615), to_nearest).
   X = 1.8446744073709552e19.
?- X is roundtoward(float(18446744073709551615), to_positive).
   X = 1.8446744073709552e19.
?- X is roundtoward(float(18446744073709551615), to_negative).
   X = 1.844674407370955e19.
?- X is roundtoward(float(18446744073709551615), to_zero).
   X = 1.844674407370955e19.
?- X is roundtoward(float(-1267650600228229401496703205377), to_nearest).
   X = -1.2676506002282294e30.
?- X is roundtoward(float(-1267650600228229401496703205377), to_positive).
   X = -1.2676506002282294e30.
?- X is roundtoward(float(-1267650600228229401496703205377), to_negative).
   X = -1.2676506002282297e30.
?- X is roundtoward(float(-1267650600228229401496703205377), to_zero).
   X = -1.2676506002282294e30.
?- X is roundtoward(float(-9007199254740993), to_nearest).
   X = -9007199254740992.0.
?- X is roundtoward(float(-9007199254740993), to_positive).
   X = -9007199254740992.0.
?- X is roundtoward(float(-9007199254740993), to_negative).
   X = -9007199254740994.0.
?- X is roundtoward(float(-9007199254740993), to_zero).
   X = -9007199254740992.0.
?- X is roundtoward(float(1152921504606846975), to_nearest).
   X = 1.152921504606847e18.
?- X is roundtoward(float(1152921504606846975), to_positive).
   X = 1.152921504606847e18.
?- X is roundtoward(float(1152921504606846975), to_negative).
   X = 1.1529215046068468e18.
?- X is roundtoward(float(1152921504606846975), to_zero).
   X = 1.1529215046068468e18.
?- X is roundtoward(float(42391158275216203514294433201), to_nearest).
   X = 4.23911582752162e28.
?- X is roundtoward(float(42391158275216203514294433201), to_positive).
   X = 4.23911582752162e28.
?- X is roundtoward(float(42391158275216203514294433201), to_negative).
   X = 4.2391158275216195e28.
?- X is roundtoward(float(42391158275216203514294433201), to_zero).
   X = 4.2391158275216195e28.
?- X is roundtoward(float(-42391158275216203514294433201), to_nearest).
   X = -4.23911582752162e28.
?- X is roundtoward(float(-42391158275216203514294433201), to_positive).
   X = -4.2391158275216195e28.
?- X is roundtoward(float(-42391158275216203514294433201), to_negative).
   X = -4.23911582752162e28.
?- X is roundtoward(float(-42391158275216203514294433201), to_zero).
   X = -4.2391158275216195e28.
?- X is roundtoward(1000000000000000000000000000000 / 12157665459056928801, to_nearest).
   X = 82252633399.69958.
?- X is roundtoward(1000000000000000000000000000000 / 12157665459056928801, to_positive).
   X = 82252633399.6996.
?- X is roundtoward(1000000000000000000000000000000 / 12157665459056928801, to_negative).
   X = 82252633399.69958.
?- X is roundtoward(1000000000000000000000000000000 / 12157665459056928801, to_zero).
   X = 82252633399.69958.
?- X is roundtoward(-1000000000000000000000000000000 / 12157665459056928801, to_nearest).
   X = -82252633399.69958.
?- X is roundtoward(-1000000000000000000000000000000 / 12157665459056928801, to_positive).
   X = -82252633399.69958.
?- X is roundtoward(-1000000000000000000000000000000 / 12157665459056928801, to_negative).
   X = -82252633399.6996.
?- X is roundtoward(-1000000000000000000000000000000 / 12157665459056928801, to_zero).
   X = -82252633399.69958.
?- X is roundtoward(1000000000000000000000000000000 / -7, to_nearest).
   X = -1.4285714285714285e29.
?- X is roundtoward(1000000000000000000000000000000 / -7, to_positive).
   X = -1.4285714285714285e29.
?- X is roundtoward(1000000000000000000000000000000 / -7, to_negative).
   X = -1.4285714285714287e29.
?- X is roundtoward(1000000000000000000000000000000 / -7, to_zero).
   X = -1.4285714285714285e29.
?- X is roundtoward(1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_nearest).
   X = 1.0e-320.
?- X is roundtoward(1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_positive).
   X = 1.0005e-320.
?- X is roundtoward(1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_negative).
   X = 1.0e-320.
?- X is roundtoward(1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_zero).
   X = 1.0e-320.
?- X is roundtoward(-1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_nearest).
   X = -1.0e-320.
?- X is roundtoward(-1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_positive).
   X = -1.0e-320.
?- X is roundtoward(-1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_negative).
   X = -1.0005e-320.
?- X is roundtoward(-1 / 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_zero).
   X = -1.0e-320.
?- X is roundtoward(1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_nearest).
   X = 0.0.
?- X is roundtoward(1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_positive).
   X = 5.0e-324.
?- X is roundtoward(1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_negative).
   X = 0.0.
?- X is roundtoward(1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_zero).
   X = 0.0.
?- X is roundtoward(-1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_nearest).
   X = -0.0.
?- X is roundtoward(-1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_positive).
   X = -0.0.
?- X is roundtoward(-1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_negative).
   X = -5.0e-324.
?- X is roundtoward(-1 / 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, to_zero).
   X = -0.0.
?- X is roundtoward(0.1 + 0.2, to_positive).
   X = 0.30000000000000004.
?- X is roundtoward(0.1 + 0.2, to_negative).
   X = 0.3.
?- X is roundtoward(1.0e308 * 10, to_zero).
   X = 1.7976931348623157e308.
?- X is roundtoward(1.0e308 * 10, to_negative).
   X = 1.7976931348623157e308.
?- X is roundtoward(float(10 ^ 400), to_negative).
   X = 1.7976931348623157e308.
?- X is roundtoward(float(-(10 ^ 400)), to_positive).
   X = -1.7976931348623157e308.
?- X is roundtoward(1 + 2, to_positive).
   X = 3.
?- X is roundtoward(roundtoward(1 / 3.0, to_positive) + 0, to_negative).
   X = 0.33333333333333337.
?- X is roundtoward(1 / 3.0, to_positive) - 1 / 3.0.
   X = 5.551115123125783e-17.
?- X is roundtoward(1.0e308 * 10, to_positive).
   error(evaluation_error(float_overflow), _).
?- catch(_ is roundtoward(1 / 0, to_positive), _, true), X is 1 / 3.0.
   X = 0.3333333333333333.
?- X is roundtoward(1 / 3, _).
   error(instantiation_error, _).
?- X is roundtoward(1 / 3, 1).
   error(type_error(atom, 1), _).
?- X is roundtoward(1 / 3, up).
   error(domain_error(float_rounding, up), _).
?- X is roundtoward(foo, to_zero).
   error(type_error(evaluable, foo/0), _).
?- X is roundtoward(_, to_zero).
   error(instantiation_error, _).
?- M = to_positive, X is roundtoward(1 / 3.0, M).
   M = to_positive, X = 0.33333333333333337.
rounded(X, Mode, Y) :-
    Y is roundtoward(X / 3.0, Mode).
less_rounded(X, Y) :-
    roundtoward(X / 3.0, to_negative) < roundtoward(Y / 3.0, to_positive).
?- rounded(1, to_positive, Y), rounded(1, to_negative, Z).
   Y = 0.33333333333333337, Z = 0.3333333333333333.
?- less_rounded(1, 1).
   true.

% flag float_rounding
?- set_prolog_flag(float_rounding, to_positive), X is 1 / 3.0, Y is -1 / 3.0, Z is roundtoward(1 / 3.0, to_nearest), set_prolog_flag(float_rounding, to_nearest).
   X = 0.33333333333333337, Y = -0.3333333333333333, Z = 0.3333333333333333.
?- set_prolog_flag(float_rounding, to_negative), X is 1 / 3.0, Y is -1 / 3.0, set_prolog_flag(float_rounding, to_nearest).
   X = 0.3333333333333333, Y = -0.33333333333333337.
?- set_prolog_flag(float_rounding, to_zero), atom_number('0.1', X), atom_number(A, 0.3), Y is X * 1, set_prolog_flag(float_rounding, to_nearest).
   X = 0.1, A = '0.3', Y = 0.1.
?- current_prolog_flag(float_rounding, X).
   X = to_nearest.
?- set_prolog_flag(float_rounding, up).
   error(domain_error(flag_value, float_rounding + up), _).

% flags float_overflow, float_zero_div, float_undefined
?- current_prolog_flag(float_overflow, X), current_prolog_flag(float_zero_div, Y), current_prolog_flag(float_undefined, Z).
   X = error, Y = error, Z = error.
?- set_prolog_flag(float_overflow, nan).
   error(domain_error(flag_value, float_overflow + nan), _).
with_flag(Flag, Value, Goal) :-
    current_prolog_flag(Flag, Old),
    setup_call_cleanup(set_prolog_flag(Flag, Value), once(Goal), set_prolog_flag(Flag, Old)).
?- with_flag(float_overflow, infinity, X is 1.0e308 * 10).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is -1.0e308 * 10).
   X = -1.0Inf.
?- with_flag(float_overflow, infinity, X is exp(1000)).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is float(10 ^ 400)).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is float(-(10 ^ 400))).
   X = -1.0Inf.
?- with_flag(float_overflow, infinity, X is 10 ^ 400 + 1.0).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is inf + 1).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is 10.0 ** 400).
   X = 1.0Inf.
?- with_flag(float_overflow, infinity, X is 1 / 2.0).
   X = 0.5.
?- with_flag(float_zero_div, infinity, X is 1 / 0.0).
   X = 1.0Inf.
?- with_flag(float_zero_div, infinity, X is 1 / -0.0).
   X = -1.0Inf.
?- with_flag(float_zero_div, infinity, X is -1 / 0.0).
   X = -1.0Inf.
?- with_flag(float_zero_div, infinity, X is 1.5 / 0).
   X = 1.0Inf.
?- with_flag(float_zero_div, infinity, X is 1 / 0).
   X = 1.0Inf.
?- with_flag(float_zero_div, infinity, X is -1 / 0).
   X = -1.0Inf.
?- with_flag(float_zero_div, infinity, X is 0.0 ** -1).
   X = 1.0Inf.
?- with_flag(float_undefined, nan, X is 0 / 0.0).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is 0 / 0).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is log(-1)).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is sqrt(-1)).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is acos(2)).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is inf - inf).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is inf * 0).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is nan + 1).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is - nan).
   X = 1.5NaN.
?- with_flag(float_undefined, nan, X is log(0)).
   X = -1.0Inf.
?- with_flag(float_undefined, nan, X is atan2(0, 0)).
   X = 0.0.
?- with_flag(float_undefined, nan, X is -1.0 ** 0.5).
   X = 1.5NaN.
?- with_flag(float_overflow, infinity, X is 1 / 0.0).
   error(evaluation_error(zero_divisor), _).
?- with_flag(float_overflow, infinity, X is 0 / 0.0).
   error(evaluation_error(undefined), _).
?- with_flag(float_zero_div, infinity, X is 0 / 0.0).
   error(evaluation_error(undefined), _).
?- with_flag(float_zero_div, infinity, X is 0 / 0).
   error(evaluation_error(undefined), _).
?- with_flag(float_zero_div, infinity, X is 1.0e308 * 10).
   error(evaluation_error(float_overflow), _).
?- with_flag(float_zero_div, infinity, X is 1 // 0).
   error(evaluation_error(zero_divisor), _).
?- with_flag(float_zero_div, infinity, X is 1 mod 0).
   error(evaluation_error(zero_divisor), _).
?- with_flag(float_undefined, nan, X is 1 / 0.0).
   error(evaluation_error(zero_divisor), _).
?- with_flag(float_undefined, nan, X is 1 mod 0).
   error(evaluation_error(zero_divisor), _).
?- with_flag(float_undefined, nan, X is 1.0e308 * 10).
   error(evaluation_error(float_overflow), _).
?- with_flag(float_undefined, nan, X is integer(nan)).
   error(evaluation_error(undefined), _).
?- with_flag(float_undefined, nan, (X is nan, Y is inf - inf, Z is copysign(nan, -1))), X == Y, Y = Z.
   X = 1.5NaN, Y = 1.5NaN, Z = 1.5NaN.
?- _ is inf + 1.
   error(evaluation_error(float_overflow), _).
?- _ is inf - inf.
   error(evaluation_error(undefined), _).
?- X is max(inf, 1), Y is -inf.
   X = 1.0Inf, Y = -1.0Inf.

% numbers as keys: 1 and 1.0, 0.0 and -0.0 are different terms, and the indexes know
key(1, int).  key(1.0, float).  key(0.0, zero).  key(-0.0, minus_zero).  key(2, a).  key(3, b).  key(4, c).  key(5, d).
key(18446744073709551616, big).  key(18446744073709551616.0, big_float).  key(-18446744073709551616, minus_big).  key(1.5NaN, nan).
key(1.0Inf, inf).  key(-1.0Inf, minus_inf).  key(1.5, e).  key(2.5, f).
?- key(1, X).
   X = int, det.
?- key(1.0, X).
   X = float, det.
?- key(0.0, X).
   X = zero, det.
?- key(-0.0, X).
   X = minus_zero, det.
?- Z is 0 * -1.0, key(Z, X).
   Z = -0.0, X = minus_zero.
?- N is 2 ^ 64, key(N, X).
   N = 18446744073709551616, X = big.
?- N is -(2 ^ 64), key(N, X).
   N = -18446744073709551616, X = minus_big.
?- N is 2.0 ** 64, key(N, X).
   N = 18446744073709551616.0, X = big_float.
?- N is nan, key(N, X).
   N = 1.5NaN, X = nan.
?- N is inf, key(N, X).
   N = 1.0Inf, X = inf.
?- key(0, _).
   false.
?- term_hash(1, _X), term_hash(1.0, _Y), _X \== _Y, term_hash(0.0, _Z), term_hash(-0.0, _M), _Z \== _M.
   true.
?- X is 2 ^ 64 - 1, term_hash(X, _H), Y is (2 ^ 65 - 2) // 2, term_hash(Y, _H).
   X = 18446744073709551615, Y = 18446744073709551615.

% standard order: floats before integers, NaN first of all
?- X is nan, I is inf, msort([2, 1, 1.0, X, I, 0, 0.0, -0.0, 1.5, -1], L), length(L, N).
   X = 1.5NaN, I = 1.0Inf, L = [1.5NaN, -0.0, 0.0, 1.0, 1.5, 1.0Inf, -1, 0, 1, 2], N = 10.
?- compare(O, 1, 1.0), compare(P, 1.0, 1), compare(Q, 1, 1.5), compare(R, 2, 1.5).
   O = (>), P = (<), Q = (>), R = (>).
?- compare(O, 9007199254740993, 9007199254740992.0), compare(P, 9007199254740992, 9007199254740992.0), compare(Q, 9007199254740991, 9007199254740992.0).
   O = (>), P = (>), Q = (>).
?- compare(O, 0.0, -0.0), X is nan, compare(P, X, X), compare(Q, X, -1.0Inf).
   O = (>), X = 1.5NaN, P = (=), Q = (<).
?- 1 = 1.0.
   false.
?- 0.0 = -0.0.
   false.
?- X is nan, X = X, X == X.
   X = 1.5NaN.

% float_class/2, float_parts/4
?- float_class(1.0, X).
   X = normal.
?- float_class(0.0, X).
   X = zero.
?- float_class(-0.0, X).
   X = zero.
?- float_class(5.0e-324, X).
   X = subnormal.
?- float_class(2.2250738585072014e-308, X).
   X = normal.
?- float_class(1.0Inf, X).
   X = infinite.
?- float_class(-1.0Inf, X).
   X = infinite.
?- float_class(1.5NaN, X).
   X = nan.
?- float_class(1.0, zero).
   false.
?- float_class(1, _).
   error(type_error(float, 1), _).
?- float_class(_, _).
   error(instantiation_error, _).
?- float_class(1.0, 1).
   error(type_error(atom, 1), _).
?- float_parts(10.0, M, B, E).
   M = 1.25, B = 2, E = 3.
?- float_parts(-0.1, M, B, E).
   M = -1.6, B = 2, E = -4.
?- float_parts(5.0e-324, M, B, E).
   M = 1.0, B = 2, E = -1074.
?- float_parts(0.0, M, B, E).
   M = 0.0, B = 2, E = 0.
?- float_parts(1, _, _, _).
   error(type_error(float, 1), _).

% truncate/2, current_arithmetic_function/1
?- truncate(-2.5, X), truncate(7, Y).
   X = -2, Y = 7.
?- truncate(_, _).
   error(instantiation_error, _).
?- truncate(a, _).
   error(type_error(number, a), _).
?- current_arithmetic_function(sin(_)).
   true, det.
?- current_arithmetic_function(roundtoward(_, _)).
   true.
?- current_arithmetic_function(pi).
   true.
?- current_arithmetic_function(foo(_)).
   false.
?- findall(F, (current_arithmetic_function(F), functor(F, max, _)), L).
   L = [max(_, _)].
?- current_arithmetic_function(1).
   error(type_error(callable, 1), _).

% divmod/4
?- divmod(7, 2, Q, R).
   Q = 3, R = 1.
?- divmod(-7, 2, Q, R).
   Q = -4, R = 1.
?- divmod(7, -2, Q, R).
   Q = -4, R = -1.
?- divmod(1267650600228229401496703205376, 10000000000, Q, R).
   Q = 126765060022822940149, R = 6703205376.
?- divmod(7, 2, 3, 0).
   false.
?- divmod(7, 0, _, _).
   error(evaluation_error(zero_divisor), _).
?- divmod(_, 0, _, _).
   error(instantiation_error, _).
?- divmod(1, _, _, _).
   error(instantiation_error, _).
?- divmod(a, 0, _, _).
   error(type_error(integer, a), _).
?- divmod(7.0, 2, _, _).
   error(type_error(integer, 7.0), _).
?- divmod(1 + 1, 2, _, _).
   error(type_error(integer, 1 + 1), _).

% nth_integer_root_and_remainder/4
?- nth_integer_root_and_remainder(2, 10, X, R).
   X = 3, R = 1.
?- nth_integer_root_and_remainder(3, -10, X, R).
   X = -2, R = -2.
?- nth_integer_root_and_remainder(1, -5, X, R).
   X = -5, R = 0.
?- nth_integer_root_and_remainder(100, 0, X, R).
   X = 0, R = 0.
?- nth_integer_root_and_remainder(1 , 1267650600228229401496703205376, X, R).
   X = 1267650600228229401496703205376, R = 0.
?- nth_integer_root_and_remainder(100, 1267650600228229401496703205375, X, R).
   X = 1, R = 1267650600228229401496703205374.
?- nth_integer_root_and_remainder(100, 1267650600228229401496703205376, X, R).
   X = 2, R = 0.
?- nth_integer_root_and_remainder(1267650600228229401496703205376, 5, X, R).
   X = 1, R = 4.
?- _I is 10 ^ 200 + 12345, nth_integer_root_and_remainder(2, _I, _X, R), _I =:= _X ^ 2 + R, _X =:= 10 ^ 100.
   R = 12345.
?- nth_integer_root_and_remainder(2, 10, 4, _).
   false.
?- nth_integer_root_and_remainder(0, 10, _, _).
   error(domain_error(not_less_than_one, 0), _).
?- nth_integer_root_and_remainder(2, -10, _, _).
   error(evaluation_error(undefined), _).
?- nth_integer_root_and_remainder(a, 10, _, _).
   error(type_error(integer, a), _).
?- nth_integer_root_and_remainder(2, 1.0, _, _).
   error(type_error(integer, 1.0), _).
?- nth_integer_root_and_remainder(_, 1, _, _).
   error(instantiation_error, _).
?- nth_integer_root_and_remainder(2, _, _, _).
   error(instantiation_error, _).
root_is_right(N, I) :-
    nth_integer_root_and_remainder(N, I, Root, Rest),
    Rest =:= I - Root ^ N,
    (   I >= 0
    ->  Rest >= 0,
        (Root + 1) ^ N > I
    ;   Rest =< 0,
        (Root - 1) ^ N < I
    ).
?- set_random(seed(7)), test_size(2000, _T), \+ ( between(1, _T, _), _N is 1 + random(30), _I is random(1 << random(900)), \+ root_is_right(_N, _I) ).
   true.
?- set_random(seed(8)), test_size(500, _T), \+ ( between(1, _T, _), _N is 1 + 2 * random(10), _I is -random(1 << random(900)), \+ root_is_right(_N, _I) ).
   true.
?- test_size(100000, _D), I is 3 ^ _D, root_is_right(2, I), root_is_right(3, I), root_is_right(77, I), root_is_right(5000, I).
   check(integer(I)).
