% SPDX-License-Identifier: MIT
% Tests of grammar rules and phrase/2,3 (lib/boot/dcg.pl).

greeting --> [hello], name.
name --> [world].
name --> [prolog].

anbn --> [].
anbn --> [a], anbn, [b].

digits([D|T]) --> digit(D), digits(T).
digits([D]) --> digit(D).
digit(D) --> [D], { memberchk(D, ['0','1','2']) }.

look_ahead(X), [X] --> [X].

choice --> ( "a" -> "b" ; "c" ).
either --> "x" | "y".
negated --> \+ "a", [_].
cutting --> !, "a".
cutting --> "b".
calling(X) --> call(rest(X)).
rest(S, S, []).
nothing --> {}.
upper --> "A", !.

?- phrase(greeting, [hello, world]).
   true.
?- phrase(greeting, [hello, X]).
   X = world
;  X = prolog, det.
?- phrase(greeting, [hello]).
   false.
?- phrase(anbn, [a,a,b,b]).
   true.
?- phrase(anbn, "aab").
   false.
?- phrase(digits(L), "012", R).
   L = ['0','1','2'], R = []
;  L = ['0','1'], R = ['2']
;  L = ['0'], R = ['1','2'].
?- phrase(look_ahead(X), [a,b], R).
   X = a, R = [a,b], det.
?- phrase(choice, "ab").
   true, det.
?- phrase(choice, "c").
   true, det.
?- phrase(choice, "a").
   false.
?- phrase(either, "y").
   true.
?- phrase(negated, "b").
   true, det.
?- phrase(negated, "a").
   false.
?- phrase(cutting, "b").
   false.
?- phrase(calling(X), "ab").
   X = [a,b], det.
?- phrase(nothing, []).
   true, det.
?- phrase(upper, "A").
   true, det.
?- phrase("abc", L).
   L = [a,b,c], det.
?- phrase(("ab", [X]), "abc").
   X = c, det.
?- phrase([], L).
   L = [], det.
?- phrase(_, []).
   error(instantiation_error, _).
?- phrase(3, []).
   error(type_error(callable, 3), _).
?- phrase(name, foo).
   error(type_error(list, foo), _).
?- phrase(name, [a], foo).
   error(type_error(list, foo), _).
?- phrase(name, [a|b]).
   error(type_error(list, [a|b]), _).
?- phrase(no_such_rule, []).
   error(existence_error(procedure, no_such_rule/2), _).
?- dcg_translate_rule((a --> b), C).
   C = (a(X, Y) :- b(X, Y)), det.
?- dcg_translate_rule((a --> b, c), C).
   C = (a(X, Z) :- b(X, Y), c(Y, Z)), det.
?- dcg_translate_rule((a --> []), C).
   C = a(X, X), det.
?- dcg_translate_rule((a --> [x], b), C).
   C = (a([x|X], Y) :- b(X, Y)), det.
?- dcg_translate_rule((a --> { b }), C).
   C = (a(X, Y) :- b, X = Y), det.
?- dcg_translate_rule((a --> !), C).
   C = (a(X, Y) :- !, X = Y), det.
?- dcg_translate_rule((a --> B), C).
   C = (a(X, Y) :- phrase(B, X, Y)), det.
?- dcg_translate_rule((a, [x] --> b), C).
   C = (a(X, Y) :- b(X, Z), Y = [x|Z]), det.
?- dcg_translate_rule((_ --> b), _).
   error(instantiation_error, _).
?- dcg_translate_rule((3 --> b), _).
   error(type_error(callable, 3), _).
?- dcg_translate_rule((a --> 3), _).
   error(type_error(callable, 3), _).
?- dcg_translate_rule((a --> [x|_]), _).
   error(type_error(list, [x|_]), _).
