% SPDX-License-Identifier: MIT
% Tests of the control and solution predicates that are written in Prolog (lib/boot/system.pl).

p(1, a).
p(2, b).
p(3, a).

b(1, 1).
b(1, 1).
b(1, 2).
b(2, 1).
b(2, 2).
b(2, 2).

% --- once, ignore, forall, not

?- once(p(X, _)).
   X = 1, det.
?- once(fail).
   false.
?- once(_).
   error(instantiation_error, _).
?- once(3).
   error(type_error(callable, 3), _).
?- ignore(p(X, _)).
   X = 1, det.
?- ignore(fail).
   true, det.
?- forall(p(X, _), X > 0).
   true, det.
?- forall(p(X, _), X > 1).
   false.
?- forall(fail, fail).
   true, det.
?- not(p(4, _)).
   true, det.
?- not(p(1, _)).
   false.
?- apply(p, [2, X]).
   X = b, det.
?- apply(p(2), [X]).
   X = b, det.
?- call((once(p(X, _)), !)).
   X = 1, det.

% --- call_cleanup

?- call_cleanup(X = 1, Y = 2).
   X = 1, Y = 2, det.
?- catch(call_cleanup(throw(a), throw(b)), E, true).
   E = a, det.
?- call_cleanup(fail, true).
   false.

% --- bagof (ISO 8.10.2)

?- bagof(X, p(X, _), L).
   L = [1,3]
;  L = [2], det.
?- bagof(X, Y^p(X, Y), L).
   L = [1,2,3], det.
?- bagof(X, p(X, Y), L).
   L = [1,3], Y = a
;  L = [2], Y = b, det.
?- bagof(X, p(X, z), L).
   false.
?- bagof(X, (X = 1 ; X = 2), L).
   L = [1,2], det.
?- bagof(X, (X = Y ; X = Z), L).
   L = [Y,Z], det.
?- bagof(f(X, Y), (X = a ; Y = b), L).
   L = [f(a,_),f(_,b)], det.
?- bagof(X, Y^((X = 1, Y = 1) ; (X = 2, Y = 2)), S).
   S = [1,2], det.
?- bagof(X, Y^((X = 1 ; Y = 1) ; (X = 2, Y = 2)), S).
   S = [1,_,2], det.
?- bagof(X, b(X, Y), L).
   L = [1,1,2], Y = 1
;  L = [1,2,2], Y = 2, det.
?- bagof(_, _, _).
   error(instantiation_error, _).
?- bagof(_, 1, _).
   error(type_error(callable, 1), _).
?- bagof(_, _^1, _).
   error(type_error(callable, 1), _).
?- bagof(X, X = 1, [_|foo]).
   error(type_error(list, [_|foo]), _).
?- bagof(X, X = 1, foo).
   error(type_error(list, foo), _).

% --- setof (ISO 8.10.3)

?- setof(X, (X = 2 ; X = 1 ; X = 2), L).
   L = [1,2], det.
?- setof(Y-X, p(X, Y), L).
   L = [a-1,a-3,b-2], det.
?- setof(X, X^(true ; 4), L).
   error(type_error(callable, _), _).
?- setof(X, member(X, [c,a,b,a]), [a|T]).
   T = [b,c], det.
?- setof(X, b(X, Y), L).
   L = [1,2], Y = 1
;  L = [1,2], Y = 2, det.
?- setof(X-Xs, setof(Y, b(X, Y), Xs), L).
   L = [1-[1,2],2-[1,2]], det.
?- setof(X, fail, L).
   false.
?- setof(X, p(X, _), [1,3]).
   true.
?- setof(X, X = 1, foo).
   error(type_error(list, foo), _).

% --- with_output_to

?- with_output_to(atom(A), write(f(x))).
   A = 'f(x)', det.
?- with_output_to(chars(C), write(ab)).
   C = [a,b], det.
?- with_output_to(codes(C), write(a)).
   C = [97], det.
?- with_output_to(atom(A), fail).
   false.
?- with_output_to(atom(A), throw(oops)).
   throws(oops).
?- with_output_to(atom(A), (write(a), with_output_to(atom(B), write(b)), write(c))).
   A = ac, B = b, det.
?- with_output_to(foo, true).
   error(domain_error(output_sink, foo), _).
?- with_output_to(_, true).
   error(instantiation_error, _).
?- with_output_to(atom(A), print('A b')).
   A = '\'A b\'', det.

% --- modules and predicates

?- strip_module(a:b:c, M, T).
   M = b, T = c, det.
?- strip_module(user:X, M, T).
   M = user, T = X, det.
?- current_predicate(p/A).
   A = 2.
?- current_predicate(p/2).
   true, det.
?- current_predicate(nope/_).
   false.
?- current_predicate(append).
   error(type_error(predicate_indicator, append), _).
?- current_predicate(1/_).
   error(type_error(predicate_indicator, 1/_), _).

% --- files

?- file_base_name('/a/b/c.pl', N).
   N = 'c.pl', det.
?- file_base_name('c', N).
   N = c, det.
?- file_directory_name('/a/b/c.pl', N).
   N = '/a/b', det.
?- file_directory_name('c.pl', N).
   N = '.', det.
?- file_directory_name('/c', N).
   N = (/), det.
?- file_name_extension(B, E, 'foo.tar.gz').
   B = 'foo.tar', E = gz, det.
?- file_name_extension(foo, pl, N).
   N = 'foo.pl', det.
?- file_name_extension(foo, '.pl', N).
   N = 'foo.pl', det.
?- file_name_extension(B, pl, 'foo.pl').
   B = foo.
?- file_name_extension(B, E, foo).
   B = foo, E = '', det.
?- absolute_file_name('/a/../b/./c', P).
   P = '/b/c', det.
?- is_absolute_file_name('/a').
   true, det.
?- is_absolute_file_name(a).
   false.

% --- assertion

?- assertion(true).
   true, det.
?- catch(assertion(fail), error(assertion_failed(_), _), true).
   true.
