% SPDX-License-Identifier: MIT
%
% Numbers of 10^9, 10^18, 10^30 and below zero where a size, a place or a count goes; arithmetic at its edges.

wild(1000000000).
wild(1000000000000000000).
wild(9223372036854775807).
wild(9223372036854775808).
wild(18446744073709551617).
wild(1000000000000000000000000000000).
below(-1).
below(-9223372036854775808).
below(-1000000000000000000000000000000).
over(N) :- wild(N), N > 1000000000.

% ---- terms ----------------------------------------------------------------------------------------------------------

hostile(functor(N), functor(_, f, N), error(representation_error(max_arity), _)) :- wild(N).
hostile(functor(N), functor(_, f, N), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(compound_name_arity(N), compound_name_arity(_, f, N), error(representation_error(max_arity), _)) :- wild(N).
hostile(arg(N), arg(N, f(a), _), false) :- wild(N).
hostile(arg(N), arg(N, f(a), _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(setarg(N), setarg(N, f(a), b), false) :- wild(N).
hostile(setarg(N), setarg(N, f(a), b), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(nb_setarg(N), nb_setarg(N, f(a), b), false) :- wild(N).
hostile(numbervars(N), (T = f(_, _), numbervars(T, N, E), N2 is N + 2, E == N2, with_output_to(atom(_), write_term(T, [numbervars(true)]))), true) :- wild(N), N < 1 << 62.
hostile(numbervars(N), numbervars(f(_, _), N, _), error(representation_error(max_integer), _)) :- wild(N), N > 1 << 62.
hostile(var_name(N), (with_output_to(atom(A), write_term('$VAR'(N), [numbervars(true), quoted(true)])), atom_length(A, L), L > 0), true) :- ( wild(N) ; below(N) ).
hostile(length(N), length(_, N), error(resource_error(memory), _)) :- wild(N).
hostile(length(N), length(_, N), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(length_partial(N), length([a, b|_], N), error(resource_error(memory), _)) :- over(N).
hostile(length_proper(N), length([a, b], N), false) :- wild(N).
hostile(numlist(N), (numlist(1, N, L), L == []), error(resource_error(memory), _)) :- over(N).
hostile(numlist_below(N), (numlist(N, 0, L), L == []), error(resource_error(memory), _)) :- below(N), N < -1.
hostile(numlist_empty(N), numlist(N, 0, _), false) :- wild(N).
hostile(nth0(N), nth0(N, [a, b], _), false) :- wild(N).
hostile(nth1(N), nth1(N, [a, b], _), false) :- wild(N).
hostile(nth0(N), nth0(N, [a, b], _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(between(N), (between(1, N, X), X > 1), true) :- wild(N).
hostile(between_from(N), (M is N + 1, findall(X, between(N, M, X), L), L == [N, M]), true) :- ( wild(N) ; below(N) ).
hostile(succ(N), (M is N + 1, succ(N, X), X == M), true) :- wild(N).
hostile(succ(N), succ(N, _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(plus(N), (plus(N, X, N), X == 0), true) :- ( wild(N) ; below(N) ).
hostile(sort_key(N), sort(N, @<, [f(a)], _), error(type_error(compound, f(a)), _)) :- wild(N), N < 1 << 63. % no such argument
hostile(sort_key(N), sort(N, @<, [f(a)], _), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(sort_key(N), sort(N, @<, [f(a)], _), error(domain_error(not_less_than_zero, N), _)) :- below(N).
hostile(term_hash(N), term_hash(f(a), N), false) :- wild(N).
hostile(write_max_depth(N), with_output_to(atom(_), write_term(f(a, [b]), [max_depth(N)])), true) :- wild(N), N < 1 << 60.
hostile(write_priority(N), with_output_to(atom(_), write_term(a+b, [priority(N)])), error(domain_error(_, _), _)) :- wild(N).
hostile(op(N), op(N, xfx, foo), error(domain_error(operator_priority, _), _)) :- ( wild(N) ; below(N) ).
hostile(limit(N), (findall(X, limit(N, member(X, [a, b])), L), L == [a, b]), true) :- wild(N).
hostile(offset(N), findall(X, offset(N, member(X, [a, b])), []), true) :- wild(N).
hostile(call_nth(N), call_nth(member(_, [a, b]), N), false) :- wild(N).
hostile(limit(N), limit(N, true), false) :- below(N).
hostile(findnsols(N), (findnsols(N, X, member(X, [a, b]), L), L == [a, b]), true) :- wild(N).
hostile(arity_of_dynamic(N), dynamic(foo/N), error(representation_error(max_arity), _)) :- wild(N).
hostile(arity_of_dynamic(N), dynamic(foo/N), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(arity_of_abolish(N), abolish(foo/N), error(representation_error(max_arity), _)) :- wild(N).
hostile(arity_of_current(N), current_predicate(foo/N), error(representation_error(max_arity), _)) :- wild(N).
hostile(call_many, (numlist(1, 1000, L), G =.. [call, foo|L], call(G)), error(existence_error(procedure, call/1001), _)).
hostile(widest, (functor(T, f, 16777215), functor(T, _, N), N == 16777215), true).
hostile(widest_call, (functor(T, f, 16777215), call(T)), error(existence_error(procedure, f/16777215), _)).
hostile(widest_add, (functor(T, f, 16777215), call(T, a)), error(representation_error(max_arity), _)).
hostile(wide_assert, (functor(T, wide_fact, 100000), assertz(T), call(T)), true).
hostile(wide_copy, (functor(T, f, 5000000), copy_term(T, U), T =@= U, T = U), true).
hostile(wide_findall, (functor(T, f, 5000000), findall(T, true, [U]), functor(U, f, 5000000)), true).
hostile(wide_univ, (functor(T, f, 5000000), T =.. [_|L], length(L, 5000000)), true).
hostile(wide_throw, (functor(T, f, 5000000), catch(throw(T), U, true), functor(U, f, 5000000)), true).

% ---- text -----------------------------------------------------------------------------------------------------------

hostile(atom_length(N), atom_length(abc, N), false) :- wild(N).
hostile(atom_length(N), atom_length(abc, N), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(sub_atom_before(N), sub_atom(abc, N, _, _, _), false) :- wild(N).
hostile(sub_atom_length(N), sub_atom(abc, _, N, _, _), false) :- wild(N).
hostile(sub_atom_after(N), sub_atom(abc, _, _, N, _), false) :- wild(N).
hostile(sub_atom_sum(N), sub_atom(abc, N, N, N, _), false) :- wild(N).
hostile(sub_atom_before(N), sub_atom(abc, N, _, _, _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(sub_atom_length(N), sub_atom(abc, _, N, _, _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(sub_atom_after(N), sub_atom(abc, _, _, N, _), error(domain_error(not_less_than_zero, _), _)) :- below(N).
hostile(sub_string(N), (text_to_string(abc, S), sub_string(S, N, 1, _, _)), false) :- wild(N).
hostile(string_code(N), (text_to_string(abc, S), string_code(N, S, _)), false) :- wild(N), N < 1 << 63.
hostile(string_code(N), (text_to_string(abc, S), string_code(N, S, _)), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(string_code(N), (text_to_string(abc, S), string_code(N, S, _)), error(domain_error(not_less_than_zero, N), _)) :- below(N).
hostile(char_code(N), char_code(_, N), error(representation_error(character_code), _)) :- ( wild(N) ; below(N) ).
hostile(char_code(N), char_code(_, N), error(representation_error(character_code), _)) :- member(N, [0x110000, 0xD800, 0xDFFF]).
hostile(atom_codes(N), atom_codes(_, [0'a, N]), error(representation_error(character_code), _)) :- ( wild(N) ; below(N) ).
hostile(string_codes(N), string_codes(_, [0'a, N]), error(representation_error(character_code), _)) :- ( wild(N) ; below(N) ).
hostile(put_code(N), put_code(N), error(representation_error(character_code), _)) :- ( wild(N) ; below(N) ).
hostile(put_byte(N), (hc_scratch(b, P), open(P, write, S, [type(binary)]), put_byte(S, N)), error(type_error(byte, _), _)) :- ( wild(N) ; below(N) ).
hostile(code_type(N), code_type(N, alpha), error(_, _)) :- below(N), N < -1.
hostile(tab_kept(N), with_output_to(string(_), tab(N)), error(resource_error(memory), _)) :- over(N), N < 1 << 63.
hostile(tab_kept(N), with_output_to(string(_), tab(N)), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(tab_expression, with_output_to(string(_), tab(7 ^ 7 ^ 7 ^ 7)), error(resource_error(memory), _)).
hostile(tab(N), (with_output_to(atom(A), tab(N)), A == ''), true) :- below(N), N >= -(1 << 63).
hostile(tab_billion, to_nowhere(S, tab(S, 1000000000)), true).
hostile(peek_string(N), (hostile_file(f, [text(abc)], P), open(P, read, S), peek_string(S, N, T), string_length(T, 3)), true) :- wild(N), N < 1 << 63.
hostile(peek_string(N), (hostile_file(f, [text(abc)], P), open(P, read, S), peek_string(S, N, T), string_length(T, 3)), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(copy_stream(N), (hostile_file(f, [text(abc)], P), open(P, read, S), open_null_stream(O), copy_stream_data(S, O, N)), true) :- wild(N), N < 1 << 63.
hostile(copy_stream(N), (hostile_file(f, [text(abc)], P), open(P, read, S), open_null_stream(O), copy_stream_data(S, O, N)), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(read_length(N), (hostile_file(f, [text(abc)], P), open(P, read, S), read_string(S, N, T), string_length(T, 3)), true) :- wild(N), N < 1 << 63.
hostile(read_length(N), (hostile_file(f, [text(abc)], P), open(P, read, S), read_string(S, N, T), string_length(T, 3)), error(representation_error(max_integer), _)) :- wild(N), N >= 1 << 63.
hostile(seek(N), (hostile_file(f, [text(abc)], P), open(P, read, S), seek(S, N, bof, _), get_char(S, C), C == end_of_file), error(_, _)) :- over(N), N > 9223372036854775807.
hostile(seek(N), (hostile_file(f, [text(abc)], P), open(P, read, S), seek(S, N, bof, _)), error(_, _)) :- below(N).
hostile(line_position(N), (open_null_stream(S), set_stream(S, line_position(N))), error(domain_error(stream_property, _), _)) :- below(N).
hostile(string_long, (length(L, 100), maplist(=(a), L), atom_chars(A, L), atomic_list_concat([A, A], '', B), atom_length(B, 200)), true).

% ---- format ---------------------------------------------------------------------------------------------------------

hostile(format_chars(N), format(atom(_), "~*c", [N, 0'x]), error(format(_), _)) :- over(N).
% A gigabyte of text: there is room for it, or there is not.
hostile(format_chars_billion, (format(string(S), "~*c", [1000000000, 0'x]), string_length(S, 1000000000)), (true ; error(resource_error(memory), _))).
hostile(format_chars(N), format(atom(_), "~*c", [N, 0'x]), error(format(_), _)) :- below(N).
hostile(format_digits(F, N), format(atom(_), F, [N, 1.5]), error(format(_), _)) :- over(N), member(F, ["~*e", "~*f", "~*g"]).
hostile(format_digits(F), (format(string(S), F, [100000, 1.5]), string_length(S, N), N > 2), true) :- member(F, ["~*e", "~*f", "~*g"]).
hostile(format_digits(F, N), format(atom(_), F, [N, 1.5]), error(format(_), _)) :- below(N), member(F, ["~*e", "~*f", "~*g", "~*d"]).
hostile(format_point(N), format(atom(_), "~*d", [N, 5]), error(format(_), _)) :- over(N).
hostile(format_groups(N), format(atom(_), "~*D", [N, 5]), error(format(_), _)) :- over(N).
hostile(format_radix(N), format(atom(_), "~*r", [N, 5]), error(format(_), _)) :- ( over(N) ; below(N) ).
hostile(format_radix(N), format(atom(_), "~*r", [N, 5]), error(domain_error(radix, N), _)) :- member(N, [1000000000, 37, 1, 0]).
hostile(format_newlines(N), format(atom(_), "~*n", [N]), error(format(_), _)) :- over(N).
hostile(format_ignore(N), format(atom(_), "~*i", [N, a]), error(format(_), _)) :- below(N).
hostile(format_column(N), format(atom(_), "~w~*|", [a, N]), error(format(_), _)) :- over(N).
hostile(format_column_more(N), format(atom(_), "~w~*+", [a, N]), error(format(_), _)) :- over(N).
hostile(format_fill(N), format(atom(_), "~`xt~w~*|", [a, N]), error(format(_), _)) :- over(N).
hostile(format_column_billion, format(string(_), "~w~1000000000|", [a]), error(format(_), _)).
hostile(format_column_written, format(atom(_), "~w~1000000000000000000|", [a]), error(format(_), _)).
hostile(format_number_written, format(atom(_), "~1000000000000000000e", [1.0]), error(format(_), _)).
hostile(format_integer_long, (X is 7 ^ 100000, format(atom(A), "~D", [X]), atom_length(A, N), N > 100000), true).
hostile(format_float_of_integer, (X is 7 ^ 1000, format(atom(A), "~2f", [X]), atom_length(A, N), N > 800), true).
hostile(format_exponent_of_integer, (X is 7 ^ 1000, format(atom(A), "~2e", [X]), A == '1.25e+845'), true).

% ---- arithmetic -----------------------------------------------------------------------------------------------------

hostile(shift_left(N), _ is 1 << N, error(resource_error(memory), _)) :- over(N).
hostile(shift_left_zero(N), (X is 0 << N, X == 0), true) :- wild(N).
hostile(shift_left_below(N), (X is 5 << N, X == 2), true) :- N = -1.
hostile(shift_left_far_below(N), (X is 5 << N, X == 0), true) :- below(N), N < -1.
hostile(shift_right(N), (X is 5 >> N, Y is -5 >> N, X-Y == 0 - (-1)), true) :- wild(N).
hostile(shift_right_below(N), _ is 5 >> N, error(resource_error(memory), _)) :- below(N), N < -1.
hostile(shift_2_62, _ is 1 << (1 << 62), error(resource_error(memory), _)).
hostile(power(N), _ is 2 ^ N, error(resource_error(memory), _)) :- over(N).
hostile(power_one(N), (X is 1 ^ N, Y is 0 ^ N, X-Y == 1-0), true) :- wild(N).
hostile(power_minus_one(N), (X is (-1) ^ N, Y is 1 - 2 * (N mod 2), X =:= Y), true) :- ( wild(N) ; below(N) ).
hostile(power_below(N), _ is 2 ^ N, error(type_error(float, 2), _)) :- below(N).
hostile(power_zero_below(N), _ is 0 ^ N, error(evaluation_error(undefined), _)) :- below(N).
hostile(power_float(N), _ is 2.0 ** N, error(evaluation_error(float_overflow), _)) :- wild(N).
hostile(power_float_below(N), (X is 2.0 ** N, X =< 0.5), true) :- below(N).
hostile(powm(N), (X is powm(3, N, 7), integer(X), X < 7), true) :- wild(N).
hostile(powm_zero, _ is powm(3, 2, 0), error(domain_error(not_less_than_one, 0), _)).
hostile(powm_below(N), catch((X is powm(3, N, 7), integer(X)), error(_, _), true), true) :- below(N).
hostile(msb_zero, _ is msb(0), error(domain_error(not_less_than_one, 0), _)).
hostile(msb(N), _ is msb(N), error(domain_error(not_less_than_one, N), _)) :- below(N).
hostile(getbit(N), (X is getbit(5, N), X == 0), true) :- wild(N).
hostile(getbit(N), _ is getbit(5, N), error(domain_error(not_less_than_zero, N), _)) :- below(N).
hostile(least_divided, (M is -9223372036854775808, X is M // -1, X =:= 9223372036854775808), true).
hostile(least_div, (M is -9223372036854775808, X is M div -1, X =:= 9223372036854775808), true).
hostile(least_mod, (M is -9223372036854775808, X is M mod -1, Y is M rem -1, X-Y == 0-0), true).
hostile(least_abs, (M is -9223372036854775808, X is abs(M), Y is -M, X =:= 9223372036854775808, X =:= Y), true).
hostile(least_minus, (M is -9223372036854775808, X is M - 1, Y is 0 - M, X < M, Y > 0), true).
hostile(least_times, (M is -9223372036854775808, X is M * -1, Y is M * M, X =:= 1 << 63, Y =:= 1 << 126), true).
hostile(least_gcd, (M is -9223372036854775808, X is gcd(M, M), Y is gcd(M, 0), X =:= 1 << 63, Y =:= X), true).
hostile(least_lcm, (M is -9223372036854775808, X is lcm(M, M), X =:= 1 << 63), true).
hostile(least_bits, (M is -9223372036854775808, X is \ M, Y is M /\ X, Z is xor(M, -1), X =:= 9223372036854775807, Y =:= 0, Z =:= X), true).
hostile(least_shift, (M is -9223372036854775808, X is M >> 63, Y is M >> 64, Z is M << 1, X-Y == (-1) - (-1), Z =:= -(1 << 64)), true).
hostile(least_sign, (M is -9223372036854775808, X is sign(M), Y is max(M, 0), Z is min(M, 0.0), X-Y == (-1)-0, Z =:= M), true).
hostile(least_float, (M is -9223372036854775808, X is integer(float(M)), X =:= M), true).
hostile(least_tagged, (M is -1152921504606846976, X is M // -1, Y is -M, Z is abs(M), X =:= 1 << 60, Y =:= X, Z =:= X), true).
hostile(least_power, (M is -9223372036854775808, X is M ^ 2, X =:= 1 << 126), true).
hostile(least_text, (atom_number('-9223372036854775808', X), X =:= -(1 << 63), atom_number(A, X), A == '-9223372036854775808'), true).
hostile(divide_by_zero(E), _ is E, error(evaluation_error(zero_divisor), _)) :-
    member(E, [1 // 0, 1 mod 0, 1 rem 0, 1 div 0, 7 ^ 1000 // 0, 1 / 0, 1 / 0.0]).
hostile(undefined(E), _ is E, error(evaluation_error(undefined), _)) :- member(E, [0 / 0.0, sqrt(-1), log(0), log(-1), acos(2), asin(2), acosh(0)]).
hostile(overflow(E), _ is E, error(evaluation_error(float_overflow), _)) :-
    member(E, [exp(1000), 1.0e308 * 10, float(7 ^ 1000), 7 ^ 1000 * 1.0, 1.0e308 + 1.0e308, 10.0 ** 400, cosh(1000)]).
hostile(to_integer(E), _ is E, error(evaluation_error(undefined), _)) :- member(E, [integer(inf), truncate(inf), round(nan), floor(nan), ceiling(inf)]).
hostile(to_integer_large, (X is truncate(1.0e308), integer(X), Y is msb(X), Y =:= 1023), true).
hostile(compare_large, (X is 7 ^ 1000, X > 1.0e308, \+ X =:= 1.0e308, compare(O, X, 1.0e308), atom(O)), true).
hostile(random(E), _ is E, error(domain_error(not_less_than_one, _), _)) :- member(E, [random(0), random(-5)]).
hostile(random_large, (X is random(10 ^ 30), integer(X), random_between(1, 1000000000000000000000000000000, Y), integer(Y)), true).
hostile(random_between_empty, random_between(2, 1, _), false).
hostile(seed(N), set_random(seed(N)), true) :- ( wild(N) ; below(N) ).
hostile(randseq(N), randseq(N, 10, _), error(type_error(nonneg, N), _)) :- below(N).
hostile(randset_too_many, randset(10, 5, _), false).
hostile(factorial, (numlist(1, 5000, L), foldl([X, A, B]>>(B is A * X), L, 1, F), F > 0, number_codes(F, C), length(C, 16326)), true).
hostile(fibonacci, (fibonacci(100000, 0, 1, F), number_codes(F, C), length(C, 20899)), true).
hostile(divide_large, (X is 7 ^ 300000, Y is 3 ^ 200000, Q is X // Y, R is X mod Y, X =:= Q * Y + R), true).
hostile(gcd_large, (X is 6 ^ 50000, Y is 10 ^ 50000, G is gcd(X, Y), G =:= 2 ^ 50000), true).
hostile(root_large, (X is 10 ^ 300, Y is sqrt(X), Y =:= 1.0e150), true).

fibonacci(N, A, B, F) :- ( N =:= 0 -> F = A ; N1 is N - 1, C is A + B, fibonacci(N1, B, C, F) ).

% ---- times, dates, the system ---------------------------------------------------------------------------------------

hostile(date(T), (stamp_date_time(T, D, 'UTC'), nonvar(D)), true) :- member(T, [1.0e300, -1.0e300, 1000000000000000000000000000000]).
hostile(date_of(E), (T is E, stamp_date_time(T, _, 'UTC')), error(evaluation_error(undefined), _)) :- member(E, [inf, nan]).
hostile(date_back(N), (catch((date_time_stamp(date(N, 1, 1, 0, 0, 0.0, 0, -, -), S), number(S)), error(_, _), true)), true) :- ( wild(N) ; below(N) ).
hostile(format_time(T), format_time(atom(_), '%Y-%m-%d', T), error(_, _)) :- member(T, [1.0e300, 1000000000000000000000000000000]).
hostile(day_of_the_week(N), catch(day_of_the_week(date(N, 1, 1), _), error(_, _), true), true) :- wild(N).
hostile(sleep(N), sleep(N), true) :- below(N).
hostile(sleep_not_a_number, (X is nan, sleep(X)), true).
hostile(halt_code, halt(a), error(type_error(integer, a), _)).
hostile(getenv_long, (test_size(3000000, N), findall(a, between(1, N, _), L), atom_chars(A, L), getenv(A, _)), false).
hostile(path_long, (test_size(3000000, N), N1 is N + 10000, findall(a, between(1, N1, _), L), atom_chars(A, L), open(A, read, _)), error(permission_error(open, source_sink, _), _)).
hostile(path_long_exists, (test_size(3000000, N), N1 is N + 10000, findall(a, between(1, N1, _), L), atom_chars(A, L), exists_file(A)), false).
hostile(open_directory, open('/', read, _), error(permission_error(open, source_sink, '/'), _)).
hostile(open_device_full, (open('/dev/full', write, S), write(S, some), flush_output(S)), error(system_error(_), _)).
hostile(flag(N), (flag(hostile_flag, _, N), flag(hostile_flag, X, 0), X =:= N), true) :- ( wild(N) ; below(N) ).
hostile(stack_limit(N), set_prolog_flag(stack_limit, N), error(domain_error(flag_value, _), _)) :- below(N).
