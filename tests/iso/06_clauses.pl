% SPDX-License-Identifier: MIT
%
% Chapter 6 clause by clause: what each says, and the texts that it rules out. More of all is in 06_syntax.pl and 06_conformity.pl.

% Text is read by read/1 with the default operators.
r(Text, Term) :-
    open_string(Text, Stream),
    catch(read(Stream, Read), Error, true),
    close(Stream),
    (   var(Error)
    ->  Term = Read
    ;   throw(Error)
    ).

% All terms of Text; bad is one with a syntax error.
all(Text, Terms) :-
    open_string(Text, Stream),
    read_all(Stream, Terms),
    close(Stream).

read_all(Stream, Terms) :-
    catch(read(Stream, Term), error(syntax_error(_), _), Term = bad),
    (   Term == end_of_file
    ->  Terms = []
    ;   Terms = [Term|Terms1],
        read_all(Stream, Terms1)
    ).

% Text is loaded as a file; Kinds are the messages that come.
load_text(Text, Kinds) :-
    tmp_file(clauses, File),
    open(File, write, Stream),
    forall(member(Char, Text), put_char(Stream, Char)),
    close(Stream),
    retractall(message(_)),
    assertz((user:message_hook(_, Kind, _) :- ( memberchk(Kind, [error, warning]) -> assertz(message(Kind)) ; true )), Ref),
    load_files(File, []),
    erase(Ref),
    delete_file(File),
    findall(Kind, message(Kind), Kinds).

:- dynamic(message/1).
:- dynamic(user:message_hook/3).
:- multifile(user:message_hook/3).

% 6.2.1 Prolog text
?- load_text("six_a(1).\nsix_a(2) :- true.\n:- op(700, xfx, six_op).\nsix_b(1 six_op 2).\n:- op(0, xfx, six_op).\n", Kinds), findall(X, six_a(X), Xs), six_b(Y), Y =.. L.
   Kinds = [], Xs = [1, 2], Y = six_op(1, 2), L = [six_op, 1, 2].
?- load_text("six_c(1).\nsix_c(2\nsix_c(3).\nsix_c(4).\n", Kinds), findall(X, six_c(X), Xs).
   Kinds = [error], Xs = [1, 4].
?- r("a :- b", _).
   error(syntax_error(_), _).

% 6.2.1.1 Directives
?- load_text(":- dynamic(six_d/1).\n:- assertz(six_d(x)).\n", Kinds), findall(X, six_d(X), Xs).
   Kinds = [], Xs = [x].
?- r(":- dynamic foo/1, bar/2.", T), T = (:- D).
   D = (dynamic foo/1, bar/2), T = (:- dynamic foo/1, bar/2).
?- r(":- a, b.", T), T =.. L.
   T = (:- a, b), L = [:-, (a, b)].

% 6.2.1.2 Clauses
?- r("a :- b, c.", T), T =.. L.
   T = (a :- b, c), L = [:-, a, (b, c)].
?- r("a(X) :- X.", (_ :- B)), var(B).
   true, check(true).
?- r("a :- b :- c.", _).
   error(syntax_error(_), _).
?- load_text("1.\n", Kinds).
   Kinds = [error].

% 6.2.2 Prolog data
?- all("a. b(c).\n'd' .\n", L).
   L = [a, b(c), d].
?- all("a. b c. d.", L).
   L = [a, bad, d].
?- all("", L).
   L = [].
?- r("a", _).
   error(syntax_error(_), _).
?- r("a b.", _).
   error(syntax_error(_), _).
?- r(".", _).
   error(syntax_error(_), _).

% 6.3.1.1 Numbers
?- r("[0, 12, 0x1F, 0o17, 0b101, 0'a, 1.5, 1.0e3, 1.0E-3].", L).
   L = [0, 12, 31, 15, 5, 97, 1.5, 1000.0, 0.001].

% 6.3.1.2 Negative numbers
?- r("[-1, - 1, -1.5, - 0x10, -/**/ 1, '-'1].", L).
   error(syntax_error(_), _).
?- r("[-1, - 1, -1.5, - 0x10, - /**/ 1, '-'1, -\n1].", L).
   L = [-1, -1, -1.5, -16, -1, -1, -1].
?- r("- 1.", T), integer(T).
   T = -1.
?- r("-(1).", T), compound(T), T =.. L.
   T = -(1), L = [-, 1].
?- r("- (1).", T), compound(T).
   T = -(1).
?- r("a - 1.", T), T =.. L.
   T = a - 1, L = [-, a, 1].
?- r("a - - 1.", T), T =.. L.
   T = a - -1, L = [-, a, -1].
?- r("+ 1.", T), T =.. L.
   T = +1, L = [+, 1].

% 6.3.1.3 Atoms
?- r("[a, [], {}, !, ;, +, 'B c', [ ], { }].", L).
   L = [a, [], {}, !, ;, +, 'B c', [], {}].
?- r("[+, -, *, :-, dynamic|is].", L).
   L = [+, -, *, :-, dynamic|is].
?- r("f(+, -, :-).", T), T =.. L.
   T = f(+, -, :-), L = [f, +, -, :-].
?- r("+ .", T).
   T = (+).
?- r("{+}.", T), T =.. L.
   T = {+}, L = [{}, +].
?- r("(+) = (+).", T), T =.. L.
   T = ((+) = (+)), L = [=, +, +].
?- r("+ = + .", _).
   error(syntax_error(_), _).
% dynamic and its like are no operators of the standard: without an operand they are atoms.
?- r("X = dynamic.", T), T =.. L.
   T = (_X = (dynamic)), L = [=, _X, (dynamic)].
?- r("style_check(- discontiguous).", T), T =.. [_, U], U =.. L.
   T = style_check(-(discontiguous)), U = -(discontiguous), L = [-, (discontiguous)].
?- r("\\+ (-).", T), T =.. L.
   T = (\+ (-)), L = [\+, -].
?- set_prolog_flag(strict_syntax, false), r("X = + .", _ = T), r("- = 1.", U), r("- 1.", V), set_prolog_flag(strict_syntax, true), V =.. L.
   T = (+), U = ((-) = 1), V = -(1), L = [-, 1].

% 6.3.2 Variables
?- r("f(X, Y, X).", T).
   T = f(X, _, X).
?- r("f(_, _, _a, _a, A1).", f(A, B, C, D, E)), A \== B, C == D, E \== A.
   D = C.
?- r("[X|X].", [A|B]), A == B.
   B = A.

% 6.3.3 Compound terms: functional notation
?- r("f(a).", T), T =.. L.
   T = f(a), L = [f, a].
?- r("'F g'( a , b ).", T), T =.. L.
   T = 'F g'(a, b), L = ['F g', a, b].
?- r("+(1, 2).", T).
   T = 1 + 2.
?- r("[](1).", T), T =.. L.
   T = [](1), L = [[], 1].
?- r("{}(1).", T).
   T = {1}.
?- r("- (1, 2).", T), T =.. L.
   T = -((1, 2)), L = [-, (1, 2)].
?- r("f (a).", _).
   error(syntax_error(_), _).
?- r("f().", _).
   error(syntax_error(_), _).
?- r("X(a).", _).
   error(syntax_error(_), _).
?- r("f(a", _).
   error(syntax_error(_), _).
?- r("(f)(a).", _).
   error(syntax_error(_), _).

% 6.3.3.1 Arguments
?- r("f((a, b), [c, d], -).", T), functor(T, N, A).
   T = f((a, b), [c, d], -), N = f, A = 3.
?- r("f((a :- b)).", T), arg(1, T, A).
   T = f((a :- b)), A = (a :- b).
?- r("f(a :- b).", _).
   error(syntax_error(_), _).
?- r("f(a, :- b).", _).
   error(syntax_error(_), _).
?- r("f(,).", _).
   error(syntax_error(_), _).
?- r("f(a,).", _).
   error(syntax_error(_), _).

% 6.3.4.1 Operand
?- r("(a, b) = c.", T), T =.. L.
   T = ((a, b) = c), L = [=, (a, b), c].
?- r("1 - (2 - 3).", T), T =.. L.
   T = 1 - (2 - 3), L = [-, 1, 2 - 3].
?- r("((a)).", T).
   T = a.
?- r("(a.", _).
   error(syntax_error(_), _).
?- r("a).", _).
   error(syntax_error(_), _).
?- r("().", _).
   error(syntax_error(_), _).

% 6.3.4.2 Operators as functors
?- r("1 + 2 * 3.", T), T =.. L.
   T = 1 + 2 * 3, L = [+, 1, 2 * 3].
?- r("1 - 2 - 3.", T), T =.. L.
   T = 1 - 2 - 3, L = [-, 1 - 2, 3].
?- r("2 ^ 3 ^ 4.", T), T =.. L.
   T = 2 ^ 3 ^ 4, L = [^, 2, 3 ^ 4].
?- r("- - a.", T), T =.. L.
   T = -(-a), L = [-, -a].
?- r("\\+ a, b.", T), T =.. L.
   T = (\+ a, b), L = [',', \+ a, b].
?- r("- a ^ 2.", T), T =.. L.
   T = -(a ^ 2), L = [-, a ^ 2].
?- r("a , b.", T), T =.. L.
   T = (a, b), L = [',', a, b].
?- r("a = b = c.", _).
   error(syntax_error(_), _).
?- r(":- :- a.", _).
   error(syntax_error(_), _).
?- r("1 ** 2 ** 3.", _).
   error(syntax_error(_), _).
?- r("a = \\+ b.", _).
   error(syntax_error(_), _).
?- r("* a.", _).
   error(syntax_error(_), _).

% 6.3.4.3 Operators
?- op(200, xf, six_xf), r("a six_xf.", T), catch(r("a six_xf six_xf.", _), error(syntax_error(_), _), E = bad), op(0, xf, six_xf).
   T = six_xf(a), E = bad.
?- op(200, yf, six_yf), r("a six_yf six_yf.", T), op(0, yf, six_yf).
   T = six_yf(six_yf(a)).
?- op(200, fx, six_fx), r("six_fx a.", T), catch(r("six_fx six_fx a.", _), error(syntax_error(_), _), E = bad), op(0, fx, six_fx).
   T = six_fx(a), E = bad.
?- op(1105, xfy, '|'), r("(a | b | c).", T), op(1100, xfy, '|').
   T = '|'(a, '|'(b, c)).
?- op(0, xfy, '|'), catch(r("(a | b).", _), error(syntax_error(E), _), true), op(1100, xfy, '|').
   E = operator_expected.
?- r("a six_unknown b.", _).
   error(syntax_error(_), _).
?- r("a , .", _).
   error(syntax_error(_), _).

% 6.3.4.4 The operator table
six_table([1200-xfx-[:-, -->], 1200-fx-[:-, ?-], 1100-xfy-[;], 1050-xfy-[->], 1000-xfy-[','], 900-fy-[\+],
           700-xfx-[=, \=, ==, \==, @<, @=<, @>, @>=, =.., is, =:=, =\=, <, =<, >, >=], 500-yfx-[+, -, /\, \/],
           400-yfx-[*, /, //, div, rem, mod, <<, >>], 200-xfx-[**], 200-xfy-[^], 200-fy-[-, +, \]]).
?- six_table(_Rows), forall(( member(P-T-Names, _Rows), member(N, Names) ), current_op(P, T, N)).
   true.
?- current_op(P, T, :).
   P = 600, T = xfy.

% 6.3.5 Compound terms: list notation
?- r("[a, b].", T), T = '.'(A, '.'(B, C)).
   T = [a, b], A = a, B = b, C = [].
?- r("[a|b].", T), T = '.'(A, B).
   T = [a|b], A = a, B = b.
?- r("[a, b|[c]].", T).
   T = [a, b, c].
?- r("[(a, b)].", T).
   T = [(a, b)].
?- r("[a|b, c].", _).
   error(syntax_error(_), _).
?- r("[a|b|c].", _).
   error(syntax_error(_), _).
?- r("[a,].", _).
   error(syntax_error(_), _).
?- r("[|a].", _).
   error(syntax_error(_), _).
?- r("[a :- b].", _).
   error(syntax_error(_), _).

% 6.3.6 Compound terms: curly bracketed term
?- r("{a}.", T), T =.. L.
   T = {a}, L = [{}, a].
?- r("{a, b :- c}.", T), T =.. L.
   T = {a, b :- c}, L = [{}, (a, b :- c)].
?- r("{}.", T), atom(T).
   T = {}.
?- r("{a.", _).
   error(syntax_error(_), _).
?- r("{a]}.", _).
   error(syntax_error(_), _).
?- r("{,}.", _).
   error(syntax_error(_), _).

% 6.3.7 Terms: double quoted list notation
six_quotes(Kind, Term) :-
    open_string("\"ab\" .", Stream),
    read_term(Stream, Term, [double_quotes(Kind)]),
    close(Stream).
?- six_quotes(chars, T).
   T = [a, b].
?- six_quotes(codes, T).
   T = [97, 98].
?- six_quotes(atom, T).
   T = ab.
?- r("\"\".", T).
   T = [].

% 6.4.1 Layout text
?- r("f( % to the end of the line\n a /* block * / */ ,\tb\n) .", T).
   T = f(a, b).
?- r("a/* not closed", _).
   error(syntax_error(end_of_file_in_block_comment), _).
?- r("X/**/=/**/1.", T), T = (_ = One).
   error(syntax_error(_), _).
?- r("/* a */ /**/ /***/ x. % end", T).
   T = x.

% 6.4.2 Names
?- r("[aB_1, +, =.., 'a b', !, ;, [], {}, é, 日本, ∀].", L).
   L = [aB_1, +, =.., 'a b', !, ;, [], {}, é, 日本, ∀].
?- r("a.", T), r("'a'.", U), T == U.
   T = a, U = a.

% 6.4.2.1 Quoted characters
?- r("'it''s \\n \\x41\\ \\101\\ \\\\ \\' \\\" \\`'.", T), atom_length(T, N).
   T = 'it\'s \n A A \\ \' \" \`', N = 18.
?- r("'a\\\nb'.", T).
   T = ab.
?- r("'\\q'.", _).
   error(syntax_error(undefined_char_escape), _).
?- r("'\\x110000\\'.", _).
   error(syntax_error(_), _).
?- r("'\\x41'.", _).
   error(syntax_error(_), _).
?- r("'a\tb'.", _).
   error(syntax_error(illegal_character), _).
?- r("'a\nb'.", _).
   error(syntax_error(newline_in_quoted), _).
?- r("'a", _).
   error(syntax_error(end_of_file_in_quoted), _).

% 6.4.3 Variables as tokens
?- open_string("f(X, _y, _, Äpfel, _1, A_b1). ", _S), read_term(_S, _, [variable_names(_Ns)]), close(_S), findall(N, member(N=_, _Ns), L).
   L = ['X', '_y', 'Äpfel', '_1', 'A_b1'].

% 6.4.4 Integer numbers
?- r("0'\\n + 0''' + 0'a + 0' .", T), X is T.
   T = 10 + 39 + 97 + 32, X = 178.
?- r("0b12.", _).
   error(syntax_error(_), _).
?- r("0xg.", _).
   error(syntax_error(_), _).
?- r("12ab.", _).
   error(syntax_error(_), _).
?- r("123456789012345678901234567890.", T), X is T mod 1000.
   T = 123456789012345678901234567890, X = 890.

% 6.4.5 Floating point numbers
?- r("[1.0, 0.5e10, 1.0e+2, 1.0E-2].", L).
   L = [1.0, 5.0e9, 100.0, 0.01].
?- r("1.e5.", _).
   error(syntax_error(_), _).
?- r(".5.", _).
   error(syntax_error(_), _).
?- r("1.0e.", _).
   error(syntax_error(_), _).
?- r("1.0e999.", _).
   error(syntax_error(illegal_number), _).

% 6.4.6 Double quoted lists
?- r("\"a\"\"b\\\"c\".", T).
   T = [a, '"', b, '"', c].
?- r("\"a.", _).
   error(syntax_error(_), _).
?- r("\"a\nb\".", _).
   error(syntax_error(_), _).

% 6.4.7 Back quoted strings
?- r("`ab`.", T).
   T = [97, 98].
?- open_string("`a``b` .", _S), read_term(_S, T, [back_quotes(chars)]), close(_S).
   T = [a, '`', b].

% 6.4.8 Other tokens
?- r("f(a,[b|c],{d},(e)).", T).
   T = f(a, [b|c], {d}, e).
?- all("a.b. c.%\nd./* */e.", L).
   L = [bad, c, bad].
?- all("a. b.% c\nd.", L).
   L = [a, b, d].
?- r("(a].", _).
   error(syntax_error(mismatched_bracket), _).
?- r("]", _).
   error(syntax_error(cannot_start_term), _).

% 6.5.1 Graphic characters
?- r("#$&*+-./:<=>?@^~ .", T), atom_length(T, N).
   T = '#$&*+-./:<=>?@^~', N = 16.

% 6.5.2 Alphanumeric characters
?- r("aZ09_é.", T), atom_length(T, N).
   T = 'aZ09_é', N = 6.

% 6.5.3 Solo characters
?- r("[!, ;].", L).
   L = [!, ;].
?- r("f((!;!)).", T), T =.. L.
   T = f((!;!)), L = [f, (!;!)].

% 6.5.4 Layout characters
?- r("\t\n\r \f\v f(\n\t a\r).", T).
   T = f(a).

% 6.5.5 Meta characters
?- r("[\\, '''', '\"', '`'].", L), atom_codes(C, [0'\\]).
   L = [\, '''', '"', '`'], C = (\).

% 6.6 Collating sequence
?- 0'0 < 0'9, 0'A < 0'Z, 0'a < 0'z, X is 0'9 - 0'0.
   X = 9.
?- sort([b, a, 'B', 'A', '0', '_', é], L).
   L = ['0', 'A', 'B', '_', a, b, é].
