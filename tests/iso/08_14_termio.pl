% SPDX-License-Identifier: MIT
%
% 8.14.1 Reading terms, 8.14.2 Writing terms. How terms look in detail belongs to 06 and 07_10; here are the predicates.

:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(termio, File),
    assertz(scratch_file(File)).

% Term is read from Text with Options.
from_text(Text, Term, Options) :-
    open_string(Text, Stream),
    read_term(Stream, Term, Options),
    close(Stream).

% What Error comes when Text is read.
read_error(Text, Error) :-
    open_string(Text, Stream),
    catch(( read(Stream, _), Error = none ), Error, true),
    close(Stream).

% 8.14.1 read_term/2,3, read/1,2
?- from_text("term1. term2. ", T, []).
   T = term1.
?- open_string("term1. term2. ", _S), read(_S, A), read(_S, B), read(_S, C), close(_S).
   A = term1, B = term2, C = end_of_file.
?- open_string("current. next.", _S), current_input(_Old), set_input(_S), read(A), read_term(B, []), set_input(_Old), close(_S).
   A = current, B = next.
?- from_text("foo(A+Roger, A+_). term2.", T, [variables(Vs), variable_names(Ns), singletons(Ss)]).
   T = foo(_X1+_X2, _X1+_X3), Vs = [_X1, _X2, _X3], Ns = ['A'=_X1, 'Roger'=_X2], Ss = ['Roger'=_X2].
?- from_text("foo(_A, _A, _B, _).", _, [singletons(Ss)]).
   Ss = ['_B'=_].
?- from_text("f(X, Y).", f(a, Z), [variables(Vs), variable_names(Ns)]).
   Vs = [a, Z], Ns = ['X'=a, 'Y'=Z].
?- from_text("f(X).", g(_), []).
   false.
?- from_text("", T, [variables(Vs), variable_names(Ns), singletons(Ss)]).
   T = end_of_file, Vs = [], Ns = [], Ss = [].
?- from_text("% nothing\n", T, []).
   T = end_of_file.
?- from_text("\n\n  foo(\n a). ", T, [term_position(_P)]), _P = '$stream_position'(C, L, Column, _).
   T = foo(a), C = 4, L = 3, Column = 2.
?- from_text("foo. ", T, [subterm_positions(_), comments(_)]).
   T = foo.
?- open_string("a.\nb.", _S), read(_S, _), get_char(_S, C).
   C = '\n'.
?- open_string("a.%b", _S), read(_S, T), get_char(_S, C).
   T = a, C = '%'.
?- open_string("'end_of_file'. more.", _S), read(_S, A), read(_S, B).
   A = end_of_file, B = more.
?- from_text("\"ab\".", T, [double_quotes(codes)]).
   T = [97, 98].
?- from_text("\"ab\".", T, [double_quotes(atom)]).
   T = ab.
?- from_text("X is 1 + 2 * 3 .", T, []).
   T = (_ is 1 + 2 * 3).

% 8.14.1.3 errors
?- read(_, _).
   error(instantiation_error, _).
?- read_term(user_input, _, _).
   error(instantiation_error, _).
?- read_term(user_input, _, [variables(_)|_]).
   error(instantiation_error, _).
?- read_term(user_input, _, [variables(_), _]).
   error(instantiation_error, _).
?- read_term(_, _, foo).
   error(instantiation_error, _).
?- read_term(f(x), _, foo).
   error(domain_error(stream_or_alias, f(x)), _).
?- read_term(user_input, _, foo).
   error(type_error(list, foo), _).
?- read_term(_, [variables(_)|foo]).
   error(type_error(list, [variables(_)|foo]), _).
?- read_term(user_input, _, [foo]).
   error(domain_error(read_option, foo), _).
?- read_term(user_input, _, [variables(_), bar(1)]).
   error(domain_error(read_option, bar(1)), _).
?- read(nostream, _).
   error(existence_error(stream, nostream), _).
?- read_term(nostream, _, [foo]).
   error(domain_error(read_option, foo), _).
?- read(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- scratch(_F), open(_F, write, _O), close(_O), open(_F, read, _S, [type(binary)]), catch(read(_S, _), E, true), close(_S).
   check(E = error(permission_error(input, binary_stream, _), _)).
?- scratch(_F), open(_F, read, _S, [eof_action(error)]), read(_S, T), catch(read(_S, _), E, true), close(_S).
   T = end_of_file, check(E = error(permission_error(input, past_end_of_stream, _), _)).
?- read_error("foo bar. ", E).
   check(E = error(syntax_error(_), stream(_, 1, 4, 4))).
?- read_error("\nfoo(", E).
   check(E = error(syntax_error(_), _)).
?- read_error("foo", E).
   check(E = error(syntax_error(_), _)).
?- read_error("'a", E).
   check(E = error(syntax_error(_), _)).
?- open_string("foo bar. ok. ", _S), catch(read(_S, _), _, true), read(_S, T), close(_S).
   T = ok.
?- open_string("foo bar. ok. ", _S), \+ read_term(_S, _, [syntax_errors(fail)]), read(_S, T), close(_S).
   T = ok.
?- open_string("foo bar. ok. ", _S), \+ read_term(_S, _, [syntax_errors(quiet)]), read(_S, T), close(_S).
   T = ok.
?- read_term(_, [syntax_errors(never)]).
   error(domain_error(read_option, syntax_errors(never)), _).
?- scratch(_F), open(_F, write, _O), write(_O, '\n\n ) .'), close(_O), open(_F, read, _S), catch(read(_S, _), E, true), close(_S),
   E = error(syntax_error(_), file(File, Line, Column, Chars)), File == _F.
   Line = 3, Column = 1, Chars = 3, check(nonvar(E)), check(atom(File)).

% 8.14.2 write_term/2,3, write/1,2, writeq/1,2, write_canonical/1,2, print/1
?- write_term(f(x, 'Y z'), []).
   true, outputs "f(x,Y z)".
?- current_output(_S), write_term(_S, [1,2,3], []).
   true, outputs "[1,2,3]".
?- write_term([1,2,3], [ignore_ops(true)]).
   true, outputs ".(1,.(2,.(3,[])))".
?- write_term('1<2', [quoted(true)]).
   true, outputs "'1<2'".
?- write_term('$VAR'(1) + '$VAR'(27) + f('$VAR'(x)), [numbervars(true)]).
   true, outputs "B+B1+f($VAR(x))".
?- write_term('$VAR'(1), [numbervars(false), quoted(true)]).
   true, outputs "'$VAR'(1)".
?- write_term(f(X, Y, X), [variable_names(['X'=X, 'Y'=Y])]).
   true, outputs "f(X,Y,X)".
?- write_term(f(X), [variable_names(['A'=X, 'B'=X])]).
   true, outputs "f(A)".
?- write_term(f(X), [quoted(true), variable_names(['not a name'=X])]).
   true, outputs "f(not a name)".
?- write_term(1 + 2, [quoted(true), ignore_ops(true)]).
   true, outputs "+(1,2)".
?- write_term(f(:-, (a:-b)), [quoted(true)]).
   true, outputs "f(:-,(a:-b))".
?- write_term((a, b), [priority(999)]).
   true, outputs "(a,b)".
?- write_term(f(a, [b]), [spacing(next_argument)]), write_term([a, b], [spacing(next_argument)]).
   true, outputs "f(a, [b])[a, b]".
?- write_term(foo, [fullstop(true), nl(true)]).
   true, outputs "foo.\n".
?- write_term([1, 2], [dotlists(true)]).
   true, outputs ".(1,.(2,[]))".
?- write('A b'), write(' '), write([]), write({}), write('\n').
   true, outputs "A b []{}\n".
?- write('$VAR'(3)), write(' '), writeq('$VAR'(3)), write(' '), write_canonical('$VAR'(3)).
   true, outputs "D D '$VAR'(3)".
?- writeq(['A b', [], {}, ;, !, 'hello'(x), "ab", 'don''t', '\n']).
   true, outputs "['A b',[],{},;,!,hello(x),[a,b],'don\\'t','\\n']".
?- writeq(- (1)), write(' '), writeq(-(a)), write(' '), writeq(1 - (-1)), write(' '), writeq(\+ (a, b)).
   true, outputs "- (1) -a 1- -1 \\+ (a,b)".
?- write_canonical([a, 1 + 2, 'B'|c]).
   true, outputs "'.'(a,'.'(+(1,2),'.'('B',c)))".
?- print('A b').
   true, outputs "'A b'".
?- writeln('A b').
   true, outputs "A b\n".
?- write(1.0), write(' '), write(1.0e10), write(' '), write(-3), write(' '), write(100000000000000000000).
   true, outputs "1.0 10000000000.0 -3 100000000000000000000".
?- write({a, b}), write(' '), write('{}'(x)).
   true, outputs "{a,b} {x}".

% 8.14.2.3 errors
?- write(_, foo).
   error(instantiation_error, _).
?- write_term(1, _).
   error(instantiation_error, _).
?- write_term(1, [quoted(true)|_]).
   error(instantiation_error, _).
?- write_term(1, [quoted(true), _]).
   error(instantiation_error, _).
?- write_term(1, [quoted(_)]).
   error(instantiation_error, _).
?- write_term(_, 1, foo).
   error(instantiation_error, _).
?- write_term(f(a), x, foo).
   error(type_error(list, foo), _).
?- write_term(1, foo).
   error(type_error(list, foo), _).
?- write_term(1, [quoted(true)|foo]).
   error(type_error(list, [quoted(true)|foo]), _).
?- write_term(1, [quoted(true), foo]).
   error(domain_error(write_option, foo), _).
?- write_term(1, [quoted(maybe)]).
   error(domain_error(write_option, quoted(maybe)), _).
?- write_term(1, [variable_names(x)]).
   error(domain_error(write_option, variable_names(x)), _).
?- write_term(1, [variable_names([x])]).
   error(domain_error(write_option, variable_names([x])), _).
?- write_term(1, [variable_names([1=_])]).
   error(domain_error(write_option, variable_names([1=_])), _).
?- write_term(1, [variable_names(_)]).
   error(instantiation_error, _).
?- write_term(1, [variable_names(['X'=_|_])]).
   error(instantiation_error, _).
?- write_term(1, [variable_names([_=_])]).
   error(instantiation_error, _).
?- write_term(f(x), 1, [foo]).
   error(domain_error(stream_or_alias, f(x)), _).
?- write(nostream, a).
   error(existence_error(stream, nostream), _).
?- writeq(user_input, a).
   error(permission_error(output, stream, user_input), _).
?- scratch(_F), open(_F, write, _S, [type(binary)]), catch(write(_S, a), E, true), close(_S).
   check(E = error(permission_error(output, binary_stream, _), _)).
?- scratch(_F), open(_F, write, _S, [encoding(ascii)]), writeq(_S, 'λ'), write(_S, '.'), close(_S), open(_F, read, _R), read(_R, T),
   close(_R).
   T = 'λ'.
?- scratch(_F), open(_F, write, _S, [encoding(ascii)]), catch(write(_S, 'λ'), error(E, _), true), close(_S).
   E = representation_error(character).

% What is written quoted reads back
?- _T = f('A', "x y", [1, -1, 1.5e300, 'don''t', a:b, (:- c), - 1, -(1), 1 - 2, {x}, '\t', [], '[]', {}]), open_string("", _), with_output_to(string(_A), (writeq(_T), write(' .'))), open_string(_A, _S), read(_S, _U), _U == _T.
   true.

% Not of the standard: terms and texts
?- term_to_atom(f(a, 'B'), A).
   A = 'f(a,\'B\')'.
?- term_to_atom(T, 'foo(X, bar, Y, X)').
   T = foo(_A, bar, _B, _A).
?- term_to_atom(f(A, b), 'f(x, Y)').
   A = x.
?- term_to_atom(_, _).
   error(instantiation_error, _).
?- term_to_atom(_, 'foo(').
   error(syntax_error(_), _).
?- term_to_atom(_, '').
   error(syntax_error(end_of_file), _).
?- term_to_atom(_, 'a. b').
   error(syntax_error(_), _).
?- term_to_atom(T, 'a + b .').
   T = a + b.
?- term_string(f('A', b), S), string(S), atom_string(A, S).
   A = 'f(\'A\',b)', check(string(S)).
?- term_string(T, "g(X, Y)").
   T = g(_, _).
?- read_term_from_atom('f(X, Y)', T, [variable_names(Ns)]).
   T = f(_A, _B), Ns = ['X'=_A, 'Y'=_B].
?- atom_to_term('p(X, Y, X)', T, Bs).
   T = p(_A, _B, _A), Bs = ['X'=_A, 'Y'=_B].
?- atom_to_term(_, _, _).
   error(instantiation_error, _).
?- with_output_to(atom(A), (write(a), write('B'))).
   A = aB.
?- with_output_to(chars(Cs), writeq('B')), with_output_to(codes(Ds), true).
   Cs = "'B'", Ds = [].
?- catch(with_output_to(atom(_), (write(x), throw(oops))), E, true), write(y).
   E = oops, outputs "y".
?- with_output_to(atom(_), (write(x), fail)) ; write(z).
   true, outputs "z".
?- scratch(_F), delete_file(_F).
   true.
