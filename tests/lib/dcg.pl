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
   error(instantiation_error, _).
?- dcg_translate_rule((a --> [x|y]), _).
   error(type_error(list, [x|y]), _).
?- dcg_translate_rule((a --> ( b ; c ), d), C).
   C = (a(X, Z) :- ( b(X, Y) ; c(X, Y) ), d(Y, Z)).
?- dcg_translate_rule((a --> ( b | c )), C).
   C = (a(X, Y) :- b(X, Y) ; c(X, Y)).
?- dcg_translate_rule((a --> b -> c ; d), C).
   C = (a(X, Z) :- ( b(X, Y) -> c(Y, Z) ) ; d(X, Z)).
?- dcg_translate_rule((a --> b *-> c ; d), C).
   C = (a(X, Z) :- ( b(X, Y) *-> c(Y, Z) ) ; d(X, Z)).
?- dcg_translate_rule((a --> \+ b, c), C).
   C = (a(X, Z) :- ( \+ b(X, _), X = Y ), c(Y, Z)).
?- dcg_translate_rule((a --> call(f, 1)), C).
   C = (a(X, Y) :- call(f, 1, X, Y)).
?- dcg_translate_rule((a(N) --> b(N), [N]), C).
   C = (a(N, X, Z) :- b(N, X, Y), Y = [N|Z]).
?- dcg_translate_rule((m:a --> b), C).
   C = (m:a(X, Y) :- b(X, Y)).
?- dcg_translate_rule((a --> m:b), C).
   C = (a(X, Y) :- m:b(X, Y)).
?- dcg_translate_rule((a --> {}), C).
   C = (a(X, Y) :- X = Y).
?- dcg_translate_rule((a --> [], []), C).
   C = (a(X, Y) :- X = Y).
?- dcg_translate_rule((a --> b, [x, y]), C).
   C = (a(X, Z) :- b(X, Y), Y = [x, y|Z]).
?- dcg_translate_rule((a --> { b }, !, c), C).
   C = (a(X, Z) :- ( b, X = Y ), ( !, Y = Y1 ), c(Y1, Z)).
?- dcg_translate_rule((a, b --> c), _).
   error(type_error(list, b), _).
?- dcg_translate_rule((a, _ --> c), _).
   error(instantiation_error, _).
?- dcg_translate_rule(([a] --> c), _).
   error(type_error(callable, [a]), _).
?- dcg_translate_rule((a --> b, 3), _).
   error(type_error(callable, 3), _).
?- dcg_translate_rule((a :- b), _).
   error(type_error(grammar_rule, (a :- b)), _).
?- dcg_translate_rule(_, _).
   error(instantiation_error, _).
?- dcg_translate_rule((a --> b), _, C, _).
   C = (a(X, Y) :- b(X, Y)).

% text in double quotes, whatever it is read as

rule_with(Quotes, Rule) :-
    set_prolog_flag(double_quotes, Quotes),
    term_to_atom(Rule, 'a --> "bc", d'),
    set_prolog_flag(double_quotes, chars).

?- rule_with(chars, _R), dcg_translate_rule(_R, C).
   C = (a([b, c|X], Y) :- d(X, Y)).
?- rule_with(codes, _R), dcg_translate_rule(_R, C).
   C = (a([98, 99|X], Y) :- d(X, Y)).
?- rule_with(atom, _R), dcg_translate_rule(_R, C).
   C = (a(X, Z) :- bc(X, Y), d(Y, Z)).
?- rule_with(string, _R), dcg_translate_rule(_R, C).
   C = (a([b, c|X], Y) :- d(X, Y)).
?- atom_string(ab, _S), set_prolog_flag(double_quotes, codes), dcg_translate_rule((a --> _S), C), set_prolog_flag(double_quotes, chars).
   C = a([97, 98|X], X).

?- phrase(( "a", _ ), "ab").
   error(instantiation_error, _).
?- phrase(( "a", 3 ), "ab").
   error(type_error(callable, 3), _).
?- phrase({ X = 1 }, []).
   X = 1.
?- phrase(\+ "a", "").
   true.
?- phrase(( "a" | "b" ), L).
   L = [a]
;  L = [b], det.
?- phrase(( "a", !, [X] ; "b" ), "ac").
   X = c, det.
?- phrase(call([X, Y]>>( X = [a|Y] )), "a").
   X = X.
?- phrase(user:name, [world]).
   true.
?- phrase([a|_], _).
   error(instantiation_error, _).
?- phrase([a|b], _).
   error(type_error(list, [a|b]), _).
?- L = [a|L], phrase(name, L).
   error(type_error(list, _), _).
?- phrase(name, _, 3).
   error(type_error(list, 3), _).
?- phrase("text", 3).
   error(type_error(list, 3), _).
?- call_dcg(( { X = 1 }, call(plus_one) ), 1, Y).
   X = 1, Y = 2.
?- call_dcg(_, 1, _).
   error(instantiation_error, _).
?- call_dcg(3, 1, _).
   error(type_error(callable, 3), _).

plus_one(X, Y) :- Y is X + 1.
