% SPDX-License-Identifier: MIT
% Tests of library(error).

:- use_module(library(error)).

?- must_be(integer, 3).
   true, det.
?- must_be(integer, a).
   error(type_error(integer, a), _).
?- must_be(integer, _).
   error(instantiation_error, _).
?- must_be(_, a).
   error(instantiation_error, _).
?- must_be(nonneg, 0).
   true, det.
?- must_be(nonneg, -1).
   error(type_error(nonneg, -1), _).
?- must_be(nonneg, a).
   error(type_error(integer, a), _).
?- must_be(positive_integer, 0).
   error(type_error(positive_integer, 0), _).
?- must_be(between(1, 3), 3).
   true, det.
?- must_be(between(1, 3), 4).
   error(domain_error(between(1, 3), 4), _).
?- must_be(between(1, 3), 2.0).
   error(type_error(integer, 2.0), _).
?- must_be(between(0.0, 1.0), 0.5).
   true, det.
?- must_be(between(0.0, 1.0), a).
   error(type_error(number, a), _).
?- must_be(oneof([a,b]), b).
   true, det.
?- must_be(oneof([a,b]), c).
   error(domain_error(oneof([a,b]), c), _).
?- must_be(oneof([a,b]), _).
   error(instantiation_error, _).
?- must_be(list, [a|b]).
   error(type_error(list, [a|b]), _).
?- must_be(list, [a|_]).
   error(instantiation_error, _).
?- must_be(list, []).
   true, det.
?- must_be(list(integer), [1,2]).
   true, det.
?- must_be(list(integer), [1,a]).
   error(type_error(integer, a), _).
?- must_be(list(integer), [1,_]).
   error(instantiation_error, _).
?- must_be(list_or_partial, [a|_]).
   true, det.
?- must_be(list_or_partial, [a|b]).
   error(type_error(list, [a|b]), _).
?- must_be(boolean, true).
   true, det.
?- must_be(boolean, maybe).
   error(type_error(boolean, maybe), _).
?- must_be(callable, f(x)).
   true, det.
?- must_be(callable, 3).
   error(type_error(callable, 3), _).
?- must_be(var, a).
   error(uninstantiation_error(a), _).
?- must_be(var, _).
   true, det.
?- must_be(chars, [a,b]).
   true, det.
?- must_be(chars, [a,bc]).
   error(type_error(char, bc), _).
?- must_be(code, 0'a).
   true, det.
?- must_be(pair, a-b).
   true, det.
?- must_be(ground, f(_)).
   error(instantiation_error, _).
?- must_be(no_such_type, a).
   error(existence_error(type, no_such_type), _).
?- is_of_type(atom, a).
   true, det.
?- is_of_type(atom, 1).
   false.
?- is_of_type(no_such_type, 1).
   error(existence_error(type, no_such_type), _).
?- is_list_or_partial([a|_]).
   true, det.
?- is_list_or_partial(a).
   false.
?- type_error(integer, a).
   error(type_error(integer, a), _).
?- domain_error(positive, 0).
   error(domain_error(positive, 0), _).
?- existence_error(file, f).
   error(existence_error(file, f), _).
?- permission_error(open, source_sink, f).
   error(permission_error(open, source_sink, f), _).
?- instantiation_error(_).
   error(instantiation_error, _).
?- representation_error(max_arity).
   error(representation_error(max_arity), _).
?- resource_error(memory).
   error(resource_error(memory), _).

% --- Types

?- findall(T, ( member(T-X, [any-_,atom-a,atomic-1,symbol-a,callable-f,char-a,code-0,compound-f(x),constant-a,float-1.0,integer-1,nonneg-0,positive_integer-1,negative_integer-(-1),number-1.5,rational-3,nonvar-a,var-_,ground-a,acyclic-f(_),list-[_],proper_list-[],list_or_partial-_,list_or_partial_list-[a|_],pair-(_-_),order-(<),encoding-utf8,type-list(atom),boolean-true,bool-false,oneof([a])-a,between(1,2)-2,between(1,2.0)-1.5,list(atom)-[a],list_of(atom)-[],codes-[0'a],chars-[a],text-abc,stream-user_input]), \+ is_of_type(T, X) ), L).
   L = [], det.
?- findall(T, ( member(T-X, [atom-1,atomic-f(x),symbol-1,callable-3,char-ab,code-(-1),compound-a,constant-_,float-1,integer-1.0,nonneg-(-1),positive_integer-0,negative_integer-0,number-a,rational-1.0,nonvar-_,var-a,ground-_,cyclic-f(_),list-[a|_],proper_list-[a|b],list_or_partial-a,list_or_partial_list-[a|b],pair-a,order-a,encoding-foo,type-foo,boolean-1,bool-_,oneof([a])-b,between(1,2)-3,between(1,2)-1.5,list(atom)-[1],codes-[a],chars-[0'a],text-f(x),string-a,stream-nostream]), is_of_type(T, X) ), L).
   L = [], det.
?- _X = f(_X), must_be(cyclic, _X).
   true, det.
?- must_be(cyclic, f(a)).
   error(domain_error(cyclic_term, f(a)), _).
?- X = f(X), must_be(acyclic, X).
   error(domain_error(acyclic_term, _), _).
?- X = [a|X], must_be(list, X).
   error(type_error(list, _), _).
?- X = [a,b,c|X], must_be(list(atom), X).
   error(type_error(list, _), _).
?- X = [a,b,c|X], must_be(list_or_partial, [1,2|X]).
   error(type_error(list, _), _).
?- must_be(list_or_partial_list, [a|b]).
   error(type_error(list, [a|b]), _).
?- must_be(text, [a,_]).
   error(instantiation_error, _).
?- must_be(text, [a,1]).
   error(type_error(text, [a,1]), _).
?- must_be(stream, nostream).
   error(type_error(stream, nostream), _).
?- must_be(stream, _).
   error(instantiation_error, _).
?- must_be(order, a).
   error(domain_error(order, a), _).
?- must_be(order, 1).
   error(type_error(atom, 1), _).
?- must_be(encoding, foo).
   error(domain_error(encoding, foo), _).
?- must_be(type, foo).
   error(type_error(type, foo), _).
?- must_be(list(foo), [a]).
   error(existence_error(type, foo), _).
?- is_of_type(_, a).
   error(instantiation_error, _).

% --- Types of programs

:- multifile(error:has_type/2).

error:has_type(even, X) :-
    integer(X),
    0 is X mod 2.

?- must_be(even, 4).
   true, det.
?- must_be(even, 3).
   error(type_error(even, 3), _).
?- must_be(even, _).
   error(instantiation_error, _).
?- must_be(list(even), [2,3]).
   error(type_error(even, 3), _).
?- current_type(even).
   true.
?- current_type(no_such_type).
   false.
?- once(( current_type(even, 4, _Goal), call(_Goal) )).
   true, det.
?- current_type(even, 3, _Goal), call(_Goal).
   false.

% --- Raising

?- existence_error(file, f, d).
   error(existence_error(file, f, d), _).
?- uninstantiation_error(a).
   error(uninstantiation_error(a), _).
