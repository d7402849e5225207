% SPDX-License-Identifier: MIT
%
% Chapter 6: syntax, by reading and writing. Many cases are those of the well known table of conformity.

% Text (characters) is read as a term.
t(Text, Term) :-
    atom_chars(Atom, Text),
    read_term_from_atom(Atom, Term, []).

% What writeq makes of a text.
w(Text) :-
    t(Text, Term),
    writeq(Term).

% 6.4.2.1 Quoted characters

?- writeq('\n').
   outputs "'\\n'".
?- w("'\n").
   error(syntax_error(_), _).
?- w("'a").
   error(syntax_error(_), _).
?- w("'a\nb'").
   error(syntax_error(_), _).
?- writeq('a\
b').
   outputs "ab".
?- writeq('a\
 b').
   outputs "'a b'".
?- writeq('\
').
   outputs "''".
?- writeq('\
a').
   outputs "a".
?- w("'\\ '").
   error(syntax_error(_), _).
?- w("'\\ 1'").
   error(syntax_error(_), _).
?- writeq('\a').
   outputs "'\\a'".
?- writeq('\b\f\n\r\t\v').
   outputs "'\\b\\f\\n\\r\\t\\v'".
?- w("'\\7\\'").
   outputs "'\\a'".
?- w("'\\d'").
   error(syntax_error(_), _).
?- w("'\\x41\\'").
   outputs "'A'".
?- w("'\\x61\\b'").
   outputs "ab".
?- w("'\\x0061\\'").
   outputs "a".
?- w("'\\x61'").
   error(syntax_error(_), _).
?- w("'\\x\\'").
   error(syntax_error(_), _).
?- w("'\\x61g'").
   error(syntax_error(_), _).
?- w("'\\141\\'").
   outputs "a".
?- w("'\\9'").
   error(syntax_error(_), _).
?- w("'\\8\\'").
   error(syntax_error(_), _).
?- w("'\\x110000\\'").
   error(syntax_error(_), _).
?- writeq('\\').
   outputs "\\".
?- writeq('''').
   outputs "'\\''".
?- writeq('\'').
   outputs "'\\''".
?- writeq('\"').
   outputs "'\"'".
?- writeq('\`').
   outputs "'`'".
?- writeq('"').
   outputs "'\"'".
?- writeq('a''b').
   outputs "'a\\'b'".
?- writeq(a*(b*c)).
   outputs "a*(b*c)".
?- '' = ''.
   true.
?- atom_length('\
', N).
   N = 0.
?- X = "a""b".
   X = [a, '"', b].
?- t("\"a\\x62\\c\"", X).
   X = [a, b, c].
?- X = "\
".
   X = [].
?- w("\"").
   error(syntax_error(_), _).
?- X = "a'b`c".
   X = [a, '''', b, '`', c].

% 6.4.4 Integer numbers, with floating point numbers and their signs

?- X = 0'a.
   X = 97.
?- X = 0'''.
   X = 39.
?- X = 0'\n.
   X = 10.
?- t("0'\\x41\\", X).
   X = 65.
?- X = 0'\\.
   X = 92.
?- X = 0'".
   X = 34.
?- X = 0' .
   X = 32.
?- w("0'").
   error(syntax_error(_), _).
?- X = 0'é.
   X = 233.
?- X = 0b101.
   X = 5.
?- X = 0o17.
   X = 15.
?- X = 0xFf.
   X = 255.
?- w("0x").
   error(syntax_error(_), _).
?- w("0b2").
   error(syntax_error(_), _).
?- w("0o8").
   error(syntax_error(_), _).
?- X = 1.0e10.
   X = 10000000000.0.
?- X = 1.5e-3.
   X = 0.0015.
?- X = 1.0E+2.
   X = 100.0.
?- w("1.e").
   error(syntax_error(_), _).
?- w("1e").
   error(syntax_error(_), _).
?- w("1.0e").
   error(syntax_error(_), _).
?- w("1.0ex").
   error(syntax_error(_), _).
?- X = 00012.
   X = 12.
?- X = 123456789012345678901234567890.
   X = 123456789012345678901234567890.
?- writeq(- (1)).
   outputs "- (1)".
?- writeq(-(1)).
   outputs "- (1)".
?- writeq(-(-(1))).
   outputs "- - (1)".
?- writeq(-(1^2)).
   outputs "- (1^2)".
?- writeq(-1^2).
   outputs "-1^2".
?- writeq(-(a)).
   outputs "-a".
?- writeq(-(-(a))).
   outputs "- -a".
?- writeq(-(-a)).
   outputs "- -a".
?- writeq(-a).
   outputs "-a".
?- writeq(- - 1).
   outputs "- -1".
?- writeq(- -1).
   outputs "- -1".
?- integer(-1).
   true.
% A minus sign and the number after it, with layout between them or without, are a negative number (6.3.4.1).
?- integer(- 1).
   true.
?- X = - 1.
   X = -1.
?- integer(-(1)).
   false.
?- integer('-' 1).
   true.
?- writeq(- (a)).
   outputs "-a".
?- writeq(-(2)).
   outputs "- (2)".
?- writeq(1 - (-1)).
   outputs "1- -1".
?- writeq(1 - 1).
   outputs "1-1".
?- writeq(a- - 1).
   outputs "a- -1".
?- writeq(a- -1).
   outputs "a- -1".
?- writeq(a-1).
   outputs "a-1".
?- X = a-1, X = a-Y.
   X = a-1, Y = 1.
?- writeq(-(1.5)).
   outputs "- (1.5)".
?- writeq(2 ** -1).
   outputs "2** -1".
?- writeq(1 = -1).
   outputs "1= -1".
?- writeq(-(-(-(a)))).
   outputs "- - -a".
?- writeq(-[1]).
   outputs "-[1]".
?- writeq(-{a}).
   outputs "-{a}".
?- writeq(-(-)).
   outputs "- (-)".
?- writeq(-{1}).
   outputs "-{1}".
?- writeq(-p(c)).
   outputs "-p(c)".
?- writeq(-(1)^2).
   outputs "(- (1))^2".
?- writeq([-]).
   outputs "[-]".
?- writeq(- \ a).
   outputs "- \\a".
?- writeq(\ (-1)).
   outputs "\\ -1".
?- writeq(1.0e100).
   outputs "1.0e100".
?- writeq(0.1).
   outputs "0.1".
?- writeq(-0.0).
   outputs "-0.0".

% 6.3.4.3 Operators, and other compound terms

?- writeq(f(:-, a)).
   outputs "f(:-,a)".
?- writeq(f((:-), (a:-b))).
   outputs "f(:-,(a:-b))".
?- writeq([a|b]).
   outputs "[a|b]".
?- writeq([a|[b, c]]).
   outputs "[a,b,c]".
?- w("[a|b|c]").
   error(syntax_error(_), _).
?- w("[a||b]").
   error(syntax_error(_), _).
?- w("[a,|b]").
   error(syntax_error(_), _).
?- w("[a,b,]").
   error(syntax_error(_), _).
?- w("[,]").
   error(syntax_error(_), _).
?- w("f(,)").
   error(syntax_error(_), _).
?- w("f()").
   error(syntax_error(_), _).
?- w("f(a").
   error(syntax_error(_), _).
?- w("f a").
   error(syntax_error(_), _).
?- w("f (a)").
   error(syntax_error(_), _).
?- w("(a").
   error(syntax_error(_), _).
?- w("a)").
   error(syntax_error(_), _).
?- w("[a)").
   error(syntax_error(_), _).
?- w("{a]").
   error(syntax_error(_), _).
?- w("X Y").
   error(syntax_error(_), _).
?- w("X(a)").
   error(syntax_error(_), _).
?- w("f(a, )").
   error(syntax_error(_), _).
?- writeq(f(',', '|', ';', '!', [], {})).
   outputs "f(',','|',;,!,[],{})".
?- writeq({a}).
   outputs "{a}".
?- writeq({a, b}).
   outputs "{a,b}".
?- writeq({}).
   outputs "{}".
?- writeq('{}'(x)).
   outputs "{x}".
?- writeq('{}'(x, y)).
   outputs "{}(x,y)".
?- writeq({-1}).
   outputs "{-1}".
?- writeq({}(a)).
   outputs "{a}".
?- writeq([](a)).
   outputs "[](a)".
?- writeq('[]').
   outputs "[]".
?- '[]' == [].
   true.
?- writeq(f((a, b))).
   outputs "f((a,b))".
?- writeq((a, b)).
   outputs "a,b".
?- writeq(','(a, b, c)).
   outputs "','(a,b,c)".
?- writeq((a :- b, c ; d -> e)).
   outputs "a:-b,c;d->e".
?- writeq(((a :- b) :- c)).
   outputs "(a:-b):-c".
?- w("a:-b:-c").
   error(syntax_error(_), _).
?- writeq((a = b)).
   outputs "a=b".
?- w("a=b=c").
   error(syntax_error(_), _).
?- writeq((a = b) = c).
   outputs "(a=b)=c".
?- writeq(1 - (2 - 3)).
   outputs "1-(2-3)".
?- writeq(1 - 2 - 3).
   outputs "1-2-3".
?- writeq(2 ^ 3 ^ 4).
   outputs "2^3^4".
?- writeq((2 ^ 3) ^ 4).
   outputs "(2^3)^4".
?- writeq(\+ a).
   outputs "\\+a".
?- writeq(\+ (a, b)).
   outputs "\\+ (a,b)".
?- writeq(\+ (\+ a)).
   outputs "\\+ \\+a".
?- writeq(- (-1)).
   outputs "- -1".
?- writeq((:- a)).
   outputs ":-a".
?- writeq((:- :- a)).
   error(syntax_error(_), _).
?- writeq([:- , -]).
   outputs "[:-,-]".
?- writeq([(:-)|(:-)]).
   outputs "[:-|:-]".
?- writeq(- (:-)).
   outputs "- (:-)".
?- writeq(\ (=)).
   outputs "\\ (=)".
?- X = ((=) = (=)), writeq(X).
   X = ((=) = (=)), outputs "(=)=(=)".
?- writeq([=, <]).
   outputs "[=,<]".
?- X = [a|b], writeq(X).
   X = [a|b], outputs "[a|b]".
?- writeq(f(a=b, c:-d)).
   error(syntax_error(_), _).
?- writeq([a:-b]).
   error(syntax_error(_), _).
?- writeq(f((a:-b))).
   outputs "f((a:-b))".
?- writeq([(a:-b)]).
   outputs "[(a:-b)]".
?- writeq(a:b:c).
   outputs "a:b:c".
?- writeq((a:-b,c)).
   outputs "a:-b,c".
?- writeq(dynamic).
   outputs "dynamic".
?- writeq((a;b->c)).
   outputs "a;b->c".
?- writeq(((a->b);c)).
   outputs "a->b;c".
?- writeq(((a;b)->c)).
   outputs "(a;b)->c".
?- writeq((a,b;c)).
   outputs "a,b;c".
?- writeq((a,(b;c))).
   outputs "a,(b;c)".
?- writeq(1 is 2).
   outputs "1 is 2".
?- writeq(a rem b).
   outputs "a rem b".
?- writeq(is(a)).
   outputs "is(a)".
?- writeq(f(is)).
   outputs "f(is)".
?- writeq(\ a).
   outputs "\\a".
?- writeq(@(a)).
   outputs "@(a)".
?- writeq(+ 1).
   outputs "+1".
?- writeq(+(1)).
   outputs "+1".
?- writeq(1 + + 1).
   outputs "1+ +1".
?- X is + 1.
   X = 1.
?- writeq([a, b|_]), fail.
   false.
?- writeq((a|b)).
   outputs "a|b".
?- X = (a|b), X =.. L.
   X = '|'(a, b), L = ['|', a, b].
?- writeq('|').
   outputs "'|'".
?- writeq(;).
   outputs ";".
?- writeq((;)).
   outputs ";".
?- writeq(!).
   outputs "!".
?- writeq((!;a)).
   outputs "!;a".
?- writeq(',').
   outputs "','".
?- writeq(a@b).
   error(syntax_error(_), _).
?- writeq('hello world').
   outputs "'hello world'".
?- writeq(aBc_1).
   outputs "aBc_1".
?- writeq('Abc').
   outputs "'Abc'".
?- writeq('_a').
   outputs "'_a'".
?- writeq('1a').
   outputs "'1a'".
?- writeq(+*).
   outputs "+*".
?- writeq('+a').
   outputs "'+a'".
?- writeq('/*').
   outputs "'/*'".
?- writeq('.').
   outputs "'.'".
?- writeq('.a').
   outputs "'.a'".
?- writeq(..).
   outputs "..".
?- writeq('%').
   outputs "'%'".
?- writeq(é).
   outputs "é".
?- writeq('É').
   outputs "'É'".
?- writeq(日本).
   outputs "日本".
?- X = 'a b', writeq(f(X, 'it''s')).
   X = 'a b', outputs "f('a b','it\\'s')".
?- writeq(f(;, '|', '||')).
   outputs "f(;,'|','||')".
?- writeq(- - a).
   outputs "- -a".
?- writeq(\+ [a]).
   outputs "\\+[a]".
?- writeq(\+ {a}).
   outputs "\\+{a}".
?- writeq(\+ (-)).
   outputs "\\+ (-)".
?- writeq(((-), (-))).
   outputs "(-),(-)".
?- w("(-, -)").
   error(syntax_error(_), _).
?- writeq((-) = (-)).
   outputs "(-)=(-)".

% Infix against prefix operators.
?- X = - -1, X = -(Y).
   X = -(-1), Y = -1.
?- X = -(3) * 2, X = Y * 2.
   X = -(3) * 2, Y = -(3).
?- - (1) = -(1).
   true.
?- X = -a * b, X = A * b.
   X = -a * b, A = -a.
?- X = -a ^ b, X = -(A).
   X = -(a ^ b), A = a ^ b.
?- X = -1 ^ 2, X = A ^ 2.
   X = (-1) ^ 2, A = -1.
?- X = - 1 ^ 2, X = A ^ 2.
   X = -1 ^ 2, A = -1.
?- X = [- | a].
   X = [(-)|a].
?- X = f(+), X = f(Y).
   X = f(+), Y = (+).
?- X = (- - - a).
   X = -(-(-(a))).
?- X = (\+ - a).
   X = \+(-(a)).
?- X = (a :- \+ b, c).
   X = (a :- (\+ b), c).
?- X = (:- dynamic a, b), X = (:- Y).
   X = (:- (dynamic (a, b))), Y = (dynamic (a, b)).

% 6.3.4.3 Operators of programs

?- op(700, xfx, ===>), t("a ===> b", T), writeq(T), op(0, xfx, ===>).
   T = ===>(a, b), outputs "a===>b".
?- op(9, fy, fy), op(9, yf, yf), writeq([fy(yf(1)), yf(fy(1))]), op(0, fy, fy), op(0, yf, yf).
   outputs "[fy 1 yf,(fy 1)yf]".
?- op(200, xfy, &), t("a & b & c", T), op(0, xfy, &).
   T = &(a, &(b, c)).
?- op(200, xf, post), t("a post", T), op(0, xf, post).
   T = post(a).
?- op(200, xf, post), catch(t("a post post", T), error(syntax_error(_), _), T = bad), op(0, xf, post).
   T = bad.
?- op(200, yf, post), t("a post post", T), op(0, yf, post).
   T = post(post(a)).
?- op(700, fx, pre), catch(t("pre pre a", T), error(syntax_error(_), _), T = bad), op(0, fx, pre).
   T = bad.
?- op(700, fy, pre), t("pre pre a", T), op(0, fy, pre).
   T = pre(pre(a)).
?- op(700, fx, pre), t("[pre, pre|pre]", T), op(0, fx, pre).
   T = [pre, pre|pre].
?- op(700, fx, pre), catch(t("pre = a", T), error(syntax_error(_), _), T = bad), op(0, fx, pre).
   T = bad.
?- op(700, fx, pre), t("(pre) = a", T), op(0, fx, pre).
   T = ((pre) = a).
?- op(700, fx, pre), t("f(pre, a)", T), op(0, fx, pre).
   T = f(pre, a).
?- op(700, fx, pre), t("pre(a, b)", T), op(0, fx, pre).
   T = pre(a, b).
?- op(700, fx, pre), t("pre (a)", T), op(0, fx, pre).
   T = pre(a).
?- op(700, fx, pre), t("pre (a, b)", T), op(0, fx, pre).
   T = pre((a, b)).
?- op(700, fx, pre), t("pre [a]", T), op(0, fx, pre).
   T = pre([a]).
?- op(200, xfx, 'is it'), t("a 'is it' b", T), op(0, xfx, 'is it').
   T = 'is it'(a, b).
?- op(700, xfx, =>>), t("X =>> X", T), op(0, xfx, =>>).
   T = =>>(X, X).

% 6.4.1 Layout text, with variables and the end

?- t("f(X, Y, X, _, _)", T).
   T = f(X, _, X, _, _).
?- t("f(_a, _a, _)", T).
   T = f(X, X, _).
?- t("f(a % comment\n, b)", T).
   T = f(a, b).
?- t("f(a /* comment * / ** */ , b)", T).
   T = f(a, b).
?- t("f(a) /* open", _).
   error(syntax_error(_), _).
?- t("a.b", _).
   error(syntax_error(_), _).
?- t("'a'.", T).
   T = a.
?- t("a.%", T).
   T = a.
?- t("X = 'a", _).
   error(syntax_error(_), _).
?- read_term_from_atom('f(X, Y, X)', T, []).
   T = f(A, _, A).
?- atom_to_term('f(X, Y, X, _Z)', T, Bs), Bs = [N1=_, N2=_, N3=_].
   N1 = 'X', N2 = 'Y', N3 = '_Z', T = f(A, B, A, C), Bs = ['X'=A, 'Y'=B, '_Z'=C].

% 6.2.2 Prolog data that is deep and long

deep(0, T, T) :- !.
deep(N, T0, T) :-
    N1 is N - 1,
    deep(N1, -(T0), T).

chars(0, _, L, L) :- !.
chars(N, C, L0, L) :-
    N1 is N - 1,
    chars(N1, C, [C|L0], L).

?- test_size(100000, _N), chars(_N, ')', [], _C), chars(_N, '(', [a|_C], _T), t(_T, X).
   X = a.
?- test_size(100000, _N), chars(_N, ']', [], _C), chars(_N, '[', _C, _T), t(_T, _X), _X = [[[[_|_]|_]|_]|_].
   true.
?- test_size(100000, _N), chars(_N, '(', [a], _T), t(_T, _).
   error(syntax_error(_), _).
?- test_size(100000, _N), chars(_N, a, [], _T), t(_T, _X), atom_length(_X, _L), _L =:= _N.
   true.
