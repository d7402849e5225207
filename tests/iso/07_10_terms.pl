% SPDX-License-Identifier: MIT
%
% 7.10.3 to 7.10.5: options for reading and writing terms, and how terms are written.

% Text is read with Options.
from_text(Text, Term, Options) :-
    open_string(Text, Stream),
    catch(read_term(Stream, Term, Options), Error, true),
    close(Stream),
    (   var(Error)
    ->  true
    ;   throw(Error)
    ).

% Fails when the text reads, with the error otherwise.
reads_badly(Text, Options, Error) :-
    catch(( from_text(Text, _, Options), Error = none ), error(Error, _), true).

% 7.10.3 Read-options list
?- from_text("f(X, Y, _, X).", T, [variables(Vs)]).
   T = f(A, B, C, A), Vs = [A, B, C].
?- from_text("f(X, Y, _, X, _Z).", T, [variable_names(Ns)]).
   T = f(A, B, _, A, C), Ns = ['X'=A, 'Y'=B, '_Z'=C].
?- from_text("f(X, Y, _, X).", _, [singletons(Ns)]).
   Ns = ['Y'=_].
?- from_text("a.", T, []).
   T = a.
?- from_text("  a(b).", _, [term_position('$stream_position'(Chars, Line, Column, _))]).
   Chars = 2, Line = 1, Column = 2.
?- from_text("é /* ü */ .\n ß(x).", _, [term_position(P)]).
   P = '$stream_position'(0, 1, 0, 0).
?- open_string("é. % ü\n\tß(x).", _S), read(_S, _), read_term(_S, _, [term_position(P), comments([_C-_])]), close(_S), _C = '$stream_position'(A, B, C, D).
   P = '$stream_position'(8, 2, 8, 10), A = 3, B = 1, C = 3, D = 4.
?- open_string("a. /* é */ b(é). c.", _S), read(_S, _), read_term(_S, T1, [term_position(_P)]), read(_S, T2), set_stream_position(_S, _P), read(_S, T3), close(_S).
   T1 = b('é'), T2 = c, T3 = b('é').
?- from_text("foo(X, \"abc\", [a,b|T], {x}, -1, 1-2, 'q', (a,b)).", _, [subterm_positions(P)]).
   P = term_position(0, 48, 0, 3, [4-5, string_position(7, 12), list_position(14, 21, [15-16, 17-18], 19-20), brace_term_position(23, 26, 24-25), 28-30, term_position(32, 35, 33, 34, [32-33, 34-35]), 37-40, parentheses_term_position(42, 47, term_position(43, 46, 44, 45, [43-44, 45-46]))]).
?- from_text("- a.", _, [subterm_positions(P)]).
   P = term_position(0, 3, 0, 1, [2-3]).
?- from_text(" [].", _, [subterm_positions(P)]).
   P = 1-3.
?- from_text("[a].", _, [subterm_positions(P)]).
   P = list_position(0, 3, [1-2], none).
?- from_text("- 12.", _, [subterm_positions(P)]).
   P = 0-4.
?- op(200, xf, six_post), from_text("a six_post.", _, [subterm_positions(P)]), op(0, xf, six_post).
   P = term_position(0, 10, 2, 10, [0-1]).
?- from_text("", T, [subterm_positions(P)]).
   T = end_of_file, P = 0-0.
?- from_text("% one\na /* two */ :- b. % three", _, [comments(_Cs)]), findall(Line-A, ( member('$stream_position'(_, Line, _, _)-S, _Cs), atom_string(A, S) ), L).
   L = [1-'% one', 2-'/* two */'].
?- from_text("f(Abc, _x).", T, [var_prefix(true)]).
   T = f('Abc', _).
?- from_text("'a\\nb'.", T, [character_escapes(false)]).
   T = 'a\\nb'.
?- from_text("\"ab\" .", T, [double_quotes(codes)]).
   T = [97, 98].
?- from_text("`ab` .", T, [back_quotes(atom)]).
   T = ab.
?- reads_badly("f(g(h(i))).", [max_depth(2)], E).
   E = resource_error(max_depth).
?- reads_badly("f(g(h(i))).", [max_depth(3)], E).
   E = none.
?- reads_badly("[a,b,c,d,e,f].", [max_size(8)], E).
   E = resource_error(max_size).
?- reads_badly("[a,b,c,d,e,f].", [max_size(100)], E).
   E = none.
?- open_string("f(g(h(i))). ok.", _S), catch(read_term(_S, _, [max_depth(2)]), error(E, _), true), read(_S, T), close(_S).
   E = resource_error(max_depth), T = ok.
?- _X = f(_X, [a|_L]), _L = [b|_L], with_output_to(chars(_Cs), ( writeq(_X), write('. ') )), from_text(_Cs, _Y, [cycles(true)]), _X = _Y, from_text(_Cs, Z, []).
   Z = @(S1, [S1=f(S1, [a|S2]), S2=[b|S2]]).
?- from_text("@(a, b).", T, [cycles(true)]), from_text("@(X, [X=b]).", U, [cycles(true)]).
   T = @(a, b), U = b.
?- from_text("a b.", _, [syntax_errors(quiet)]).
   false.
?- open_string("a b. c d. e.", _S), \+ read_term(_S, _, [syntax_errors(quiet)]), read_term(_S, T, [syntax_errors(dec10)]), close(_S).
   T = e.
?- from_text("a b.", _, [syntax_errors(error)]).
   error(syntax_error(operator_expected), _).
?- from_text("a.", _, [max_depth(-1)]).
   error(domain_error(read_option, max_depth(-1)), _).
?- from_text("a.", _, [max_size(_)]).
   error(instantiation_error, _).
?- from_text("a.", _, [var_prefix(perhaps)]).
   error(domain_error(read_option, var_prefix(perhaps)), _).
?- from_text("a.", _, [double_quotes(none)]).
   error(domain_error(read_option, double_quotes(none)), _).
?- from_text("a.", _, [unheard_of(x)]).
   error(domain_error(read_option, unheard_of(x)), _).
?- from_text("a.", _, [singletons(1)]).
   false.

% 7.10.4 Write-options list
?- write_term('a b', [quoted(true)]), write_term('a b', [quoted(false)]).
   outputs "'a b'a b".
?- write_term(1 + [2] + {3}, [ignore_ops(true)]).
   outputs "+(+(1,.(2,[])),{}(3))".
?- write_term(1 + [2] + {3}, [ignore_ops(true), dotlists(false), brace_terms(true)]).
   outputs "+(+(1,[2]),{3})".
?- write_term([a, b|c], [dotlists(true), quoted(true)]).
   outputs "'.'(a,'.'(b,c))".
?- write_term([a, b|c], [no_lists(true), quoted(true)]).
   outputs "'.'(a,'.'(b,c))".
?- write_term({a}, [brace_terms(false)]).
   outputs "{}(a)".
?- write_term(f('$VAR'(0), '$VAR'(27), '$VAR'(-1), '$VAR'(x), '$VAR'(1, 2)), [numbervars(true)]).
   outputs "f(A,B1,$VAR(-1),$VAR(x),$VAR(1,2))".
?- write_term(f(X, Y), [variable_names(['X'=X, 'Any thing'=Y])]).
   outputs "f(X,Any thing)".
?- write_term(X + 1 is Y, [variable_names(['X'=X, 'Y'=Y])]).
   outputs "X+1 is Y".
?- write_term(- X ^ 2, [variable_names(['X'=X])]).
   outputs "- (X^2)".
?- S = 1 + T, write_term(S, [quoted(true), variable_names([(+)=T])]).
   S = 1 + T, outputs "1++".
?- S = T + 1, write_term(S, [quoted(true), variable_names([(+)=T])]).
   S = T + 1, outputs "++1".
?- S = 1 + T, write_term(S, [quoted(true), variable_names([' /*r*/V'=T])]).
   S = 1 + T, outputs "1+ /*r*/V".
?- T = '$VAR'(9), write_term(T, [quoted(true), variable_names(['_'=T])]).
   T = '$VAR'(9), outputs "'$VAR'(9)".
?- X = Y, write_term(f(X, Y), [variable_names(['X'=X, 'Y'=Y])]).
   X = Y, outputs "f(X,X)".
?- write_term([1, 2, 3, 4, 5], [max_depth(3)]), write_term(f(g(h(i))), [max_depth(2)]).
   outputs "[1,2|...]f(g(...))".
?- write_term(f(a, [b, c], d:-e), [spacing(next_argument)]).
   error(syntax_error(_), _).
?- write_term(f(a, [b, c], (d:-e, g)), [spacing(next_argument)]).
   outputs "f(a, [b, c], (d:-e, g))".
?- write_term(f(a, [b, c]), [spacing(standard)]).
   outputs "f(a,[b,c])".
?- write_term((a :- b), [priority(999)]), write_term((a :- b), [priority(1200)]).
   outputs "(a:-b)a:-b".
?- write_term(a, [fullstop(true)]), write_term(+, [fullstop(true)]), write_term(b, [fullstop(true), nl(true)]), write_term(c, [nl(true)]).
   outputs "a. + . b.\nc\n".
?- write_term('a\\b''c\n', [quoted(true), character_escapes(false)]).
   outputs "'a\\b''c\n'".
?- write_term(é, [quoted(true), quote_non_ascii(true)]), write_term(é, [quoted(true)]).
   outputs "'\\xe9\\'é".
?- _X = f(_X, _Y), write_term(_X, [variable_names(['Y'=_Y]), cycles(true)]).
   outputs "@(_S1,[_S1=f(_S1,Y)])".
?- _L = [a, b|_L], write_term(g(_L, _L), []).
   outputs "@(g(_S1,_S1),[_S1=[a,b|_S1]])".
?- _L = [a|_L], write_term(_L, [cycles(false), max_depth(4)]).
   outputs "[a,a,a|...]".
?- _X = [_X, _Y], _Y = f(_X, _Y), writeq(_X), write(' '), print(_Y).
   outputs "@(_S1,[_S1=[_S1,_S2],_S2=f(_S1,_S2)]) @(_S1,[_S1=f(_S2,_S1),_S2=[_S2,_S1]])".
?- _X = -_X, write_canonical(_X).
   outputs "@(_S1,[=(_S1,-(_S1))])".
?- write_term([a], [attributes(ignore), blobs(portray), partial(true), module(user)]).
   outputs "[a]".
% partial(true): what was written before does not fuse with what is written.
?- write_term(a, [partial(true)]), write_term(b, [partial(true)]), write_term(1, [partial(true)]), write_term(+, [partial(true)]), write_term(- 1, [partial(true)]).
   outputs "a b 1+ -1".
?- write(a), write_term(b, [partial(true)]), write_term('C d', [partial(true), quoted(true)]), write_term('E f', [partial(true), quoted(true)]), write_term((a, b), [partial(true)]).
   outputs "a b'C d' 'E f'a,b".
?- write(a), write_term(b, [partial(false)]), put_char(' '), write_term(b, [partial(true)]), nl, write_term([1], [partial(true)]).
   outputs "ab b\n[1]".

:- dynamic(portray/1).
hidden(T, Options) :- T == secret, memberchk(quoted(true), Options), write('<hidden>').

?- assertz((portray(T) :- nonvar(T), T = money(N), write('$'), write(N))), assertz((portray(T) :- T == [x, y], write(xs))), assertz((portray(T) :- T == oops, throw(oops))).
   true.
?- write_term(f(money(3), [money(4), b], X, 'A'), [portray(true), quoted(true), variable_names(['X'=X])]).
   outputs "f($3,[$4,b],X,'A')".
?- write_term(f(money(3)), [portrayed(true)]), write_term(f(money(3)), [portray(false)]).
   outputs "f($3)f(money(3))".
?- write_term([[x, y], [a, x, y], oops], [portray(true)]).
   outputs "[xs,[a,x,y],oops]".
?- print(1 - money(2)), print([x, y|money(3)]), print(oops).
   outputs "1-$2[x,y|$3]oops".
?- _X = f(_X, money(1)), print(_X).
   outputs "@(_S1,[_S1=f(_S1,money(1))])".
?- portray_clause(p(money(7))).
   outputs "p($7).\n".
?- write_term(f(secret, a), [portray_goal(hidden), quoted(true)]).
   outputs "f(<hidden>,a)".
?- retractall(portray(_)), print(money(1)).
   outputs "money(1)".

?- write_term(a, [quoted(perhaps)]).
   error(domain_error(write_option, quoted(perhaps)), _).
?- write_term(a, [quoted(_)]).
   error(instantiation_error, _).
?- write_term(a, [max_depth(-1)]).
   error(domain_error(write_option, max_depth(-1)), _).
?- write_term(a, [priority(1201)]).
   error(domain_error(write_option, priority(1201)), _).
?- write_term(a, [spacing(wide)]).
   error(domain_error(write_option, spacing(wide)), _).
?- write_term(a, [cycles(1)]).
   error(domain_error(write_option, cycles(1)), _).
?- write_term(a, [attributes(all)]).
   error(domain_error(write_option, attributes(all)), _).
?- write_term(a, [portray_goal(_)]).
   error(instantiation_error, _).
?- write_term(_, [variable_names(_)]).
   error(instantiation_error, _).
?- write_term(_, [variable_names(1)]).
   error(domain_error(write_option, variable_names(1)), _).
?- write_term(_, [variable_names([[]])]).
   error(domain_error(write_option, variable_names([[]])), _).
?- write_term(T, [variable_names([_=T])]).
   error(instantiation_error, _).
?- write_term(T, [variable_names([7=T])]).
   error(domain_error(write_option, variable_names([7=T])), _).
?- write_term(T, [variable_names(['T'=T|_])]).
   error(instantiation_error, _).
?- write_term(T, [variable_names(['T'=T|non_list])]).
   error(domain_error(write_option, variable_names(['T'=T|non_list])), _).
?- write_term(T, [variable_names([T='T'|non_list])]).
   error(instantiation_error, _).
?- write_term(T, [variable_names([T-'T'])]).
   error(domain_error(write_option, variable_names([T-'T'])), _).
?- write_term(_, [variable_names([_, a])]).
   error(instantiation_error, _).
?- write_term(_, [variable_names([a, _])]).
   error(domain_error(write_option, variable_names([a, _])), _).
?- write_term(_, [variable_names([a|_])]).
   error(domain_error(write_option, variable_names([a|_])), _).
?- write_term(_, [variable_names([i=i, 7=i])]).
   error(domain_error(write_option, variable_names([i=i, 7=i])), _).

% 7.10.5 Writing a term
?- writeq([a, 'B', "c", 1, -1, 1.5, [], {}, 'hello world', [x|y]]).
   outputs "[a,'B',[c],1,-1,1.5,[],{},'hello world',[x|y]]".
?- writeq(f(-, :-, (a, b), (a :- b), [c, (d, e)])).
   outputs "f(-,:-,(a,b),(a:-b),[c,(d,e)])".
?- writeq(-(1)), write(' '), writeq(-(-(1))), write(' '), writeq(- a), write(' '), writeq(-(-1)), write(' '), writeq(-(1.5)).
   outputs "- (1) - - (1) -a - -1 - (1.5)".
?- writeq(-(a * b)), write(' '), writeq(-(a ^ b)), write(' '), writeq(-(-(a) ^ b)), write(' '), writeq(+(a ^ b)), write(' '), writeq(\ (a ^ b)).
   outputs "- (a*b) - (a^b) - ((-a)^b) +a^b \\a^b".
?- writeq(1 - (-1)), write(' '), writeq(1 + (- a)), write(' '), writeq(2 ** -1), write(' '), writeq((-1) ^ 2), write(' '), writeq((- (1)) ^ 2).
   outputs "1- -1 1+ -a 2** -1 -1^2 (- (1))^2".
?- writeq(- (- a)), write(' '), writeq(\ (- a)), write(' '), writeq([-]), write(' '), writeq(-(-)), write(' '), writeq(- [a]), write(' '), writeq(-{a}).
   outputs "- -a \\ -a [-] - (-) -[a] -{a}".
?- writeq(a = (:-)), write(' '), writeq((:- a)), write(' '), writeq(f((:-))), write(' '), writeq({- }), write(' '), writeq({(:-)}).
   outputs "a=(:-) :-a f(:-) {-} {:-}".
?- writeq((a :- b, c -> d ; e | f)).
   outputs "a:-b,c->d;e|f".
?- writeq(1 is 2 mod 3), write(' '), writeq(a rem b), write(' '), writeq(- (a rem b)), write(' '), writeq(dynamic(a)).
   outputs "1 is 2 mod 3 a rem b - (a rem b) dynamic a".
?- writeq('a\tb\x1\c\\d''e'), write(' '), writeq(''), write(' '), writeq('/*'), write(' '), writeq('.'), write(' '), writeq([]).
   outputs "'a\\tb\\x1\\c\\\\d\\'e' '' '/*' '.' []".
?- writeq(f(a, -1)), write(' '), writeq([a|b] - 'C'), write(' '), writeq("ab" - 1), write(' '), writeq('\e').
   outputs "f(a,-1) [a|b]-'C' [a,b]-1 '\\x1b\\'".
?- writeq(f(,)).
   error(syntax_error(_), _).
?- op(200, xfy, six_and), op(300, fy, six_not), writeq(six_and(a, six_not(b))), write(' '), writeq(six_not(six_and(a, b))), write(' '), writeq(six_not((a , b))), op(0, xfy, six_and), op(0, fy, six_not).
   outputs "a six_and (six_not b) six_not a six_and b six_not (a,b)".
?- writeq(1.0e100), write(' '), writeq(1.0e-7), write(' '), writeq(123456789.0), write(' '), writeq(0.1), write(' '), writeq(-0.0).
   outputs "1.0e100 1.0e-7 123456789.0 0.1 -0.0".
?- _X is inf, writeq(_X), write(' '), _Y is -inf, writeq(_Y).
   outputs "1.0Inf -1.0Inf".
?- writeq('$VAR'(1)), write(' '), print('$VAR'(1)), write(' '), write('$VAR'(1)), write(' '), write_canonical('$VAR'(1)), write(' '), writeq(- '$VAR'(1)).
   outputs "B B B '$VAR'(1) -B".
?- writeq('$VAR'(25)), write(' '), writeq('$VAR'(26)), write(' '), writeq('$VAR'(-3)), write(' '), writeq('$VAR'(1.0)), write(' '), writeq('$VAR'('X')).
   outputs "Z A1 '$VAR'(-3) '$VAR'(1.0) '$VAR'('X')".
