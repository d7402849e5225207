% SPDX-License-Identifier: MIT
%
% Adversarial text: nesting, chains, huge tokens, bytes that are no characters, what never ends.

:- dynamic(kept/1).

% ---- nesting --------------------------------------------------------------------------------------------------------

hostile(nest_round, (read_text([times(1000000, '('), text(a), times(1000000, ')'), text('.\n')], T), T == a), true).
hostile(nest_square, (read_text([times(1000000, '['), text(a), times(1000000, ']'), text('.\n')], T), T = [_]), true).
hostile(nest_curly, (read_text([times(1000000, '{'), text(a), times(1000000, '}'), text('.\n')], T), T = {_}), true).
hostile(nest_compound, (read_text([times(1000000, 'f('), text(a), times(1000000, ')'), text('.\n')], T), T = f(_)), true).
hostile(nest_mixed, (read_text([times(500000, '[{(f('), text(a), times(500000, '))}]'), text('.\n')], T), T = [{f(_)}]), true).
hostile(nest_tail, (read_text([times(1000000, '[a|'), text([]), times(1000000, ']'), text('.\n')], T), length(T, N), test_size(1000000, N)), true).
hostile(nest_comma, (read_text([times(1000000, '(a,'), text(a), times(1000000, ')'), text('.\n')], T), T = (_, _)), true).
hostile(nest_open(C), read_text([times(1000000, C), text('a.\n')], _), error(syntax_error(_), _)) :- opening(C).
hostile(nest_close(C), read_text([text(a), times(1000000, C), text('.\n')], _), error(syntax_error(_), _)) :- closing(C).
hostile(nest_wrong, read_text([times(1000000, '('), text(a), times(1000000, ']'), text('.\n')], _), error(syntax_error(_), _)).
hostile(nest_crossed, read_text([times(500000, '(['), text(a), times(500000, ')]'), text('.\n')], _), error(syntax_error(_), _)).
hostile(nest_open_without_end(C), read_text([times(1000000, C)], _), error(syntax_error(_), _)) :- opening(C).
hostile(nest_comments, (read_text([times(1000000, '/* /* */ '), text('a.\n')], T), T == a), true).

opening('(').
opening('[').
opening('{').
opening('f(').
opening('[a|').
opening('\\+ (').
closing(')').
closing(']').
closing('}').
closing(' a').
closing(' |').
closing(' ,').

% ---- chains of operators --------------------------------------------------------------------------------------------

hostile(chain_prefix, (read_text([times(1000000, '- '), text('a.\n')], T), T = - - _), true).
hostile(chain_not, (read_text([times(1000000, '\\+ '), text('a.\n')], T), T = (\+ _)), true).
hostile(chain_prefix_as_atoms, (read_text([times(1000000, '- '), text('.\n')], _)), error(syntax_error(_), _)).
hostile(chain_left, (read_text([text(a), times(1000000, ' + a'), text('.\n')], T), T = _ + a), true).
hostile(chain_right, (read_text([times(1000000, 'a, '), text('a.\n')], T), T = (a, _)), true).
hostile(chain_power, (read_text([times(1000000, '2 ^ '), text('a.\n')], T), T = 2 ^ _), true).
hostile(chain_none, read_text([text(a), times(1000000, ' = a'), text('.\n')], _), error(syntax_error(_), _)).
hostile(chain_bar, (read_text([text(a), times(1000000, ' | a'), text('.\n')], T), T = '|'(_, _)), true).
hostile(chain_mixed, (read_text([text('a = '), times(300000, '- 1 * 2 ^ 3 + '), text('b.\n')], T), T = (a = _ + b)), true).
hostile(chain_operators_only, read_text([times(1000000, '= '), text('.\n')], _), error(syntax_error(_), _)).
hostile(chain_prefix_infix, (read_text([times(500000, '- - '), text('- a.\n')], T), T = - _), true).
hostile(chain_prefix_and_infix, (op(700, xfx, ~~), op(200, fy, ~~), read_text([times(300000, '~~ '), text('a.\n')], T), nonvar(T)), true).
hostile(chain_prefix_ambiguous, (op(200, xfy, &&), op(200, fy, &&), read_text([times(300001, '&& '), text('a.\n')], T), nonvar(T)), true).
hostile(chain_xfx_prefix, read_text([times(300000, ':- '), text('a.\n')], _), error(syntax_error(_), _)).

% ---- many -----------------------------------------------------------------------------------------------------------

hostile(many_arguments, (read_text([text('f('), times(2000000, 'a,'), text('a).\n')], T), functor(T, f, N), test_size(2000000, M), N =:= M + 1), true).
hostile(too_many_arguments, read_text([text('f('), times(17000000, 'a,'), text('a).\n')], _), error(syntax_error(too_many_arguments), _)) :- full_size.
hostile(many_elements, (read_text([text('['), times(2000000, '1,'), text('1].\n')], T), length(T, N), test_size(2000000, M), N =:= M + 1), true).
hostile(many_variables, (variables(500000, Parts), read_text(Parts, T), term_variables(T, V), length(V, N), test_size(500000, N)), true).
hostile(many_anonymous, (read_text([text('['), times(2000000, '_,'), text('_].\n')], T), term_variables(T, V), length(V, N), test_size(2000000, M), N =:= M + 1), true).
hostile(many_errors, (consult_parts([times(20000, 'a b.\n'), text('kept(1).\n')]), kept(1)), true).
hostile(many_clauses, (consult_parts([times(500000, 'kept(1).\n')]), aggregate_all(count, kept(_), N), test_size(500000, N)), true).
hostile(many_predicates, (facts(200000, Parts), consult_parts(Parts), kept(1)), true).
hostile(many_directives, consult_parts([times(100000, ':- true.\n')]), true).
hostile(many_ends, catch_all([times(1000000, '. ')]), true).
hostile(many_lines, (read_text([times(5000000, '\n'), text('a.\n')], T), T == a), true).
hostile(big_clause, (consult_parts([text('kept(1) :- '), times(300000, 'true, '), text('true.\n')]), kept(1)), true).
hostile(big_clause_of_variables, (variables(100000, [_|Parts]), consult_parts([text('kept(X) :- X = ['), text(']')|[]]), Parts \== []), true).
hostile(big_head, (facts_of(100000, Parts), consult_parts(Parts), clause(kept(_), true)), true).

full_size :- test_size(100, 100).
variables(Full, [text('['), text(First)|Parts]) :-
    test_size(Full, N),
    variable(1, First),
    findall(text(A), (between(2, N, I), variable(I, V), atom_concat(',', V, A)), Parts, [text('].\n')]).
variable(I, V) :- number_codes(I, Codes), atom_codes(V, [0'V|Codes]).
facts(Full, Parts) :-
    test_size(Full, N),
    findall(text(A), (between(1, N, I), new_atom(I, P), atom_concat(P, '(a).\n', A)), Parts, [text('kept(1).\n')]).
facts_of(Full, [text('kept(f(')|Parts]) :-
    test_size(Full, N),
    findall(text(A), (between(1, N, I), variable(I, V), atom_concat(V, ',', A)), Parts, [text('a)).\n')]).
consult_parts(Parts) :-
    hostile_file('consulted.pl', Parts, Path),
    consult(Path).
catch_all(Parts) :-
    hostile_file('read.pl', Parts, Path),
    open(Path, read, In),
    read_all(In),
    close(In).
read_all(In) :-
    catch(read(In, T), error(E, _), true),
    ( var(E) -> true ; wrong_text_error(E) ),
    (   T == end_of_file
    ->  true
    ;   read_all(In)
    ).

wrong_text_error(syntax_error(_)).
wrong_text_error(representation_error(character)).

% ---- huge tokens ----------------------------------------------------------------------------------------------------

hostile(atom_plain, (read_text([times(20000000, a), text('.\n')], T), atom_length(T, N), test_size(20000000, N)), true).
hostile(atom_quoted, (read_text([text(''''), times(20000000, b), text('''.\n')], T), atom_length(T, N), test_size(20000000, N)), true).
hostile(atom_symbols, (read_text([times(20000000, (+)), text(' .\n')], T), atom_length(T, N), test_size(20000000, N)), true).
hostile(atom_escapes, (read_text([text(''''), times(2000000, '\\x41\\'), text('''.\n')], T), atom_length(T, N), test_size(2000000, N)), true).
hostile(atom_quotes, (read_text([text(''''), times(5000000, ''''''), text('''.\n')], T), atom_length(T, N), test_size(5000000, N)), true).
hostile(atom_continued, (read_text([text(''''), times(5000000, '\\\n'), text('''.\n')], T), T == ''), true).
hostile(variable_name, (read_text([text('V'), times(20000000, a), text('.\n')], T), var(T)), true).
hostile(functor_name, (read_text([times(20000000, a), text('(1).\n')], T), compound(T)), true).
hostile(string, (read_text([text('"'), times(20000000, c), text('".\n')], T), length(T, N), test_size(20000000, N)), true).
hostile(back_quoted, (read_text([text('`'), times(5000000, c), text('`.\n')], T), length(T, N), test_size(5000000, N)), true).
hostile(number, (read_text([times(1000000, '7'), text('.\n')], T), integer(T), test_size(1000000, N), T > 10 ^ (N - 1)), true).
hostile(number_hexadecimal, (read_text([text('0x'), times(10000000, f), text('.\n')], T), msb(T, M), test_size(10000000, N), M =:= 4 * N - 1), true).
hostile(number_binary, (read_text([text('0b'), times(10000000, '1'), text('.\n')], T), msb(T, M), test_size(10000000, N), M =:= N - 1), true).
hostile(number_zeros, (read_text([times(20000000, '0'), text('1.\n')], T), T == 1), true).
hostile(number_radix, (swi, read_text([text('36\''), times(200000, z), text('.\n')], T), integer(T)), true).
hostile(number_groups, (swi, read_text([text('1'), times(300000, '_000'), text('.\n')], T), integer(T)), true).
hostile(float_digits, (read_text([text('1.'), times(1000000, '3'), text('.\n')], T), T =:= 1.3333333333333333), true).
hostile(float_long, read_text([times(1000000, '3'), text('.0.\n')], _), error(syntax_error(_), _)) :- full_size.
hostile(float_small, (read_text([text('0.'), times(1000000, '0'), text('1.\n')], T), T =:= 0.0), true).
hostile(float_exponent, read_text([text('1.0e'), times(1000000, '9'), text('.\n')], _), error(syntax_error(_), _)).
hostile(float_exponent_64, read_text([text('1.0e18446744073709551617.\n')], _), error(syntax_error(_), _)).
hostile(float_exponent_small, (read_text([text('1.0e-'), times(1000000, '9'), text('.\n')], T), T =:= 0.0), true).
hostile(float_exponent_32, (read_text([text('0.0e4294967297.\n')], T), T =:= 0.0), true).
hostile(number_written_back, (test_size(1000000, N), X is 7 ^ N, number_codes(X, C), number_codes(Y, C), X =:= Y), true).
hostile(number_of_text, (findall(0'9, (test_size(1000000, N), between(1, N, _)), L), atom_codes(A, L), atom_number(A, X), integer(X)), true).

msb(X, M) :- M is msb(X).
swi :- set_prolog_flag(strict_syntax, false).

% ---- what never ends ------------------------------------------------------------------------------------------------

hostile(unended(C), read_text([text(C), times(5000000, 'x\n')], _), error(syntax_error(_), _)) :- beginning(C).
hostile(unended_long_line(C), read_text([text(C), times(20000000, 'x')], _), error(syntax_error(_), _)) :- beginning(C).
hostile(unended_comments, catch_all([times(1000000, '/*')]), true).
hostile(unended_term, read_text([text('f('), times(5000000, 'a,\n')], _), error(syntax_error(_), _)).
hostile(unended_atom, read_text([times(20000000, a)], _), error(syntax_error(_), _)).
hostile(unended_consulted(C), (consult_parts([text('kept(1).\n'), text(C), times(5000000, 'x\n')]), kept(1)), true) :- beginning(C).
hostile(comment_long, (read_text([text('%'), times(20000000, x), text('\na.\n')], T), T == a), true).
hostile(comment_lines, (read_text([times(2000000, '% x\n'), text('a.\n')], T), T == a), true).
hostile(comment_block, (read_text([text('/*'), times(20000000, '*'), text('/a.\n')], T), T == a), true).
hostile(nothing, (read_text([], T), T == end_of_file), true).

beginning('''').
beginning('"').
beginning('`').
beginning('/*').
beginning('a /* ').
beginning('0''').

% ---- bytes that are no characters -----------------------------------------------------------------------------------

hostile(bytes(Name), read_text([text('f('''), bytes(Bytes), text(''').\n')], _), error(representation_error(character), _)) :- wrong_bytes(Name, Bytes).
hostile(bytes_read(Name), (hostile_file(bytes, [bytes(Bytes)], Path), open(Path, read, In), get_char(In, _)), error(representation_error(character), _)) :- wrong_bytes(Name, Bytes).
hostile(bytes_plain(Name), read_text([text('f('), bytes(Bytes), text(').\n')], _), error(representation_error(character), _)) :- wrong_bytes(Name, Bytes).
hostile(bytes_in_comment(Name), read_text([text('% '), bytes(Bytes), text('\na.\n')], _), error(representation_error(character), _)) :- wrong_bytes(Name, Bytes).
hostile(bytes_many, catch_all([times(1000000, x), bytes([0xC0, 0x80]), times(100000, '. ')]), true).
hostile(bytes_consulted(Name), (consult_parts([text('kept(2).\nf('''), bytes(Bytes), text(''').\nkept(1).\n')]), kept(2)), true) :- wrong_bytes(Name, Bytes).
hostile(bytes_code, (read_text([bytes([0xF4, 0x8F, 0xBF, 0xBF]), text('.\n')], T), nonvar(T)), error(syntax_error(_), _)).
hostile(bytes_last_character, (read_text([text(''''), bytes([0xF4, 0x8F, 0xBF, 0xBF]), text('''.\n')], T), char_code(T, 0x10FFFF)), true).
hostile(nul_plain, read_text([text('a'), bytes([0]), text('b.\n')], _), error(syntax_error(_), _)).
hostile(nul_atom, (A = 'a\x0\b', atom_length(A, 3), atom_codes(A, [0'a, 0, 0'b]), term_to_atom(f(A), T), term_to_atom(U, T), U == f(A)), true).
hostile(nul_string, (atom_codes(A, [0'a, 0, 0'b]), atom_string(A, S), string_length(S, 3), string_concat(S, S, T), string_length(T, 6)), true).
hostile(nul_path, open('/dev/null\x0\x', read, _), error(domain_error(source_sink, _), _)).
hostile(nul_path_exists, exists_file('/dev\x0\x'), error(domain_error(source_sink, _), _)).
hostile(nul_environment, setenv('A\x0\B', x), error(domain_error(_, _), _)).
hostile(nul_environment_value, setenv('A', 'x\x0\y'), error(domain_error(_, _), _)).
hostile(environment_name(Name), setenv(Name, x), error(domain_error(_, _), _)) :- member(Name, ['', 'A=B']).
hostile(byte_order_marks, catch_all([bytes([0xEF, 0xBB, 0xBF]), bytes([0xEF, 0xBB, 0xBF]), text('a.\n')]), true).
hostile(utf16_half, (hostile_file(utf16, [bytes([0x61, 0, 0x62])], Path), open(Path, read, In, [encoding(utf16le)]), get_char(In, A), A == a, get_char(In, _)), error(representation_error(character), _)).
hostile(utf16_surrogate, (hostile_file(utf16, [bytes([0, 0xD8, 0x62, 0])], Path), open(Path, read, In, [encoding(utf16le)]), get_char(In, _)), error(representation_error(character), _)).

wrong_bytes(overlong_2, [0xC0, 0x80]).
wrong_bytes(overlong_3, [0xE0, 0x80, 0x80]).
wrong_bytes(overlong_4, [0xF0, 0x80, 0x80, 0x80]).
wrong_bytes(surrogate_high, [0xED, 0xA0, 0x80]).
wrong_bytes(surrogate_pair, [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]).
wrong_bytes(too_large, [0xF4, 0x90, 0x80, 0x80]).
wrong_bytes(five, [0xF8, 0x88, 0x80, 0x80, 0x80]).
wrong_bytes(lone_tail, [0x80]).
wrong_bytes(cut, [0xE2, 0x82]).
wrong_bytes(ff, [0xFF, 0xFF]).

% ---- escapes and numbers that are wrong -----------------------------------------------------------------------------

hostile(escape(Text), read_text([text(Text)], _), error(syntax_error(_), _)) :- wrong_escape(Text).
wrong_escape('''\\x110000\\''.\n').
wrong_escape('''\\xD800\\''.\n').
wrong_escape('''\\xFFFFFFFFFFFFFFFFF\\''.\n').
wrong_escape('''\\7777777777777777777777777\\''.\n').
wrong_escape('''\\x''.\n').
wrong_escape('''\\x\\''.\n').
wrong_escape('''\\9''.\n').
wrong_escape('''\\q''.\n').
wrong_escape('''\\').
wrong_escape('0''').
wrong_escape('0''\\').
wrong_escape('0''\\x110000\\.\n').
wrong_escape('0x.\n').
wrong_escape('0b2.\n').
wrong_escape('0o8.\n').
wrong_escape('"\\u12".\n').
wrong_escape('''\\UFFFFFFFF''.\n').
hostile(escape_long, read_text([text('''\\x'), times(1000000, f), text('\\''.\n')], _), error(syntax_error(_), _)).
hostile(escape_long_zeros, (read_text([text('''\\x'), times(1000000, '0'), text('41\\''.\n')], T), T == 'A'), true).

% ---- text through predicates ----------------------------------------------------------------------------------------

hostile(from_atom(Text), term_to_atom(_, Text), error(syntax_error(_), _)) :- wrong_text(Text).
wrong_text('f(').
wrong_text('f(a').
wrong_text('a b').
wrong_text('''a').
wrong_text('/* ').
wrong_text('a. b').
wrong_text(')').
wrong_text('[a|b,c]').
wrong_text('{a').
wrong_text('= =').
wrong_text('X = ').
wrong_text('a:-b:-c').

hostile(from_atom_nested, (test_size(1000000, N), findall('(', between(1, N, _), L), atom_chars(A, L), term_to_atom(_, A)), error(syntax_error(_), _)).
hostile(number_from_nested, (test_size(1000000, N), findall(' ', between(1, N, _), L), append(L, ['1'], M), number_chars(X, M), X == 1), true).
hostile(number_from_comment, (test_size(1000000, N), findall(x, between(1, N, _), L), append(['/', *|L], [*, '/', '1'], M), number_chars(X, M), X == 1), true).
hostile(number_from_minus, (test_size(1000000, N), findall(-, between(1, N, _), L), append(L, ['1'], M), number_chars(_, M)), error(syntax_error(_), _)).
hostile(split_long, (long_text(3000000, 'a,', A), split_string(A, ",", " ", L), length(L, M), test_size(3000000, N), M =:= N + 1), true).
hostile(split_pad, (long_text(3000000, ' ', A), split_string(A, "", " ", L), L = [S], string_length(S, 0)), true).
hostile(split_pad_each, (long_text(300000, ' ,', A), split_string(A, ",", " ", L), length(L, M), test_size(300000, N), M =:= N + 1), true).
hostile(sub_atom_backwards, (long_text(3000000, ab, A), sub_atom(A, B, 1, 0, X), X == b, test_size(3000000, N), B =:= 2 * N - 1), true).
hostile(sub_atom_search, (test_size(300000, N), long_text(300000, a, A), sub_atom(A, 0, N, _, A1), A1 == A, atom_concat(A, b, B), \+ sub_atom(A, _, _, _, B)), true).
hostile(sub_atom_worst, (long_text(400000, a, A), long_text(100000, a, B0), atom_concat(B0, b, B), \+ sub_atom(A, _, _, _, B)), true).
hostile(sub_atom_each, (long_text(300000, ab, A), aggregate_all(count, sub_atom(A, _, 1, _, a), M), test_size(300000, M)), true).
hostile(sub_atom_wide, (test_size(100000, N), long_text(100000, 'é', A), aggregate_all(count, sub_atom(A, _, 1, _, _), M), M == N), true).
hostile(string_code_wide, (test_size(100000, N), long_text(100000, 'é', A), atom_string(A, S), forall(between(1, N, I), string_code(I, S, 0xE9))), true).
hostile(atom_concat_all, (test_size(20000, N), long_text(20000, ab, A), aggregate_all(count, atom_concat(_, _, A), M), M =:= 2 * N + 1), true).
hostile(replace_all, (long_text(1000000, ab, A), atomic_list_concat(L, a, A), atomic_list_concat(L, xyz, B), atom_length(B, M), test_size(1000000, N), M =:= 4 * N), true).
hostile(upcase, (long_text(5000000, 'ß', A), upcase_atom(A, B), atom_length(B, M), test_size(5000000, N), M >= N), true).
hostile(quoted_write, (long_text(2000000, 'x''\n', A), with_output_to(string(S), writeq(A)), string_length(S, M), test_size(2000000, N), M =:= 5 * N + 2), true).
hostile(line_long, (hostile_file(line, [times(20000000, x), text('\n')], P), open(P, read, In), read_line_to_string(In, S), close(In), string_length(S, M), test_size(20000000, M)), true).
hostile(lines_many, (hostile_file(line, [times(1000000, 'x\n')], P), read_file_to_string(P, S, []), split_string(S, "\n", "", L), length(L, M), test_size(1000000, N), M =:= N + 1), true).
hostile(lazy_file, (hostile_file(line, [times(3000000, x)], P), phrase_from_file(all_x(N), P), test_size(3000000, N)), true).
hostile(format_directives, (findall(C, ((test_size(500000, N), between(1, N, _)), member(C, ['~', '~'])), F), format(atom(A), F, []), atom_length(A, N2), test_size(500000, N2)), true).
hostile(format_wrong(F), format(F, [a]), error(E, _)) :- wrong_format(F, E).
hostile(line_positions, (hostile_file(line, [times(20000000, '\t')], P), open(P, read, In), read(In, T), T == end_of_file, line_position(In, _)), true).

wrong_format("~", format(_)).
wrong_format("~y", existence_error(format_character, y)).
wrong_format("~99999999999999999999a", format(_)).
wrong_format("~`", existence_error(format_character, _)).
wrong_format("~*c", type_error(integer, a)).
wrong_format("~a~a", format(_)).
wrong_format("a", format(_)).
wrong_format("~d", type_error(integer, a)).

long_text(Full, Text, Atom) :-
    test_size(Full, N),
    findall(Text, between(1, N, _), L),
    atomic_list_concat(L, Atom).
all_x(N) --> all_x(0, N).
all_x(N0, N) --> [X], !, { X == 0'x ; X == x }, !, { N1 is N0 + 1 }, all_x(N1, N).
all_x(N, N) --> [].
