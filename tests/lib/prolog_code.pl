% SPDX-License-Identifier: MIT
% Tests of library(prolog_code).

:- use_module(library(prolog_code)).

?- comma_list((a,(b,c),d), L).
   L = [a,b,c,d], det.
?- comma_list(a, L).
   L = [a], det.
?- comma_list(C, [a,b,c]).
   C = (a,b,c), det.
?- comma_list(C, [a]).
   C = a, det.
?- comma_list(_, []).
   false.
?- comma_list((a,X), L).
   L = [a,X], det.
?- comma_list(_, _).
   error(instantiation_error, _).
?- comma_list(_, a).
   error(type_error(list, a), _).
?- semicolon_list((a;(b;c);d), L).
   L = [a,b,c,d], det.
?- semicolon_list(D, [a,b]).
   D = (a;b), det.
?- semicolon_list(_, _).
   error(instantiation_error, _).
?- mkconj(true, a, C).
   C = a, det.
?- mkconj(a, true, C).
   C = a, det.
?- mkconj((a,b), (c,d), C).
   C = (a,b,c,d), det.
?- mkconj(A, b, C).
   C = (A,b), det.
?- mkdisj(false, a, D).
   D = a, det.
?- mkdisj(a, fail, D).
   D = a, det.
?- mkdisj(a, true, D).
   D = (a;true), det.
?- mkdisj((a;b), c, D).
   D = (a;b;c), det.
?- pi_head(PI, foo(_, _)).
   PI = foo/2, det.
?- pi_head(foo/2, H).
   H = foo(_,_), det.
?- pi_head(m:foo/2, H).
   H = m:foo(_,_), det.
?- pi_head(m:(foo/1), H).
   H = m:foo(_), det.
?- pi_head(PI, m:foo(_)).
   PI = m:(foo/1), det.
?- pi_head(foo//1, H).
   H = foo(_,_,_), det.
?- pi_head(foo//N, foo(_,_,_)).
   N = 1, det.
?- pi_head(N/A, foo(_)).
   N = foo, A = 1, det.
?- pi_head(_, _).
   error(instantiation_error, _).
?- pi_head(foo, _).
   error(type_error(predicate_indicator, foo), _).
?- head_name_arity(H, f, 2).
   H = f(_,_), det.
?- head_name_arity(f(x), N, A).
   N = f, A = 1, det.
?- head_name_arity(_, f, _).
   error(instantiation_error, _).
?- head_name_arity(3, _, _).
   error(type_error(callable, 3), _).
?- most_general_goal(f(x,y), G).
   G = f(_,_), det.
?- most_general_goal(m:f(x), G).
   G = m:f(_), det.
?- most_general_goal(a, G).
   G = a, det.
?- most_general_goal(V, G).
   G = V, det.
?- most_general_goal(3, _).
   error(type_error(callable, 3), _).
?- extend_goal(f(x), [y,z], G).
   G = f(x,y,z), det.
?- extend_goal(m:f, [y], G).
   G = m:f(y), det.
?- extend_goal(V, [y], G).
   G = call(V,y), det.
?- extend_goal(f, [], G).
   G = f, det.
?- extend_goal(3, [x], _).
   error(type_error(callable, 3), _).
?- is_control_goal((a,b)).
   true, det.
?- is_control_goal((a;b)), is_control_goal((a->b)), is_control_goal((a*->b)), is_control_goal(\+ a).
   true, det.
?- is_control_goal(foo(a,b)).
   false.
?- is_control_goal(_).
   false.
?- is_predicate_indicator(a/1).
   true, det.
?- is_predicate_indicator(m:a/1), is_predicate_indicator(m:(a/1)), is_predicate_indicator(a//2).
   true, det.
?- is_predicate_indicator(a).
   false.
?- is_predicate_indicator(a/b).
   false.
?- is_predicate_indicator(1/1).
   false.
?- is_predicate_indicator(a/(-1)).
   false.
?- is_predicate_indicator(_).
   error(instantiation_error, _).
?- is_predicate_indicator(_/1).
   error(instantiation_error, _).
?- is_predicate_indicator(a/_).
   error(instantiation_error, _).
?- findall(G, body_term_calls((a,b;c->d), G), L).
   L = [(a,b;c->d),(a,b),a,b,(c->d),c,d], det.
?- findall(_G, body_term_calls(findall(_, m:y, _), _G), [_|L]).
   L = [m:y,y], det.
?- findall(G, body_term_calls(setof(_, _^p, _), G), [_|L]).
   L = [p], det.
