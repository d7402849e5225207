% SPDX-License-Identifier: MIT
%
% 7.10.5 how terms are written; 7.12 the classes of errors, one call each.

?- write(1).
   outputs "1".
?- writeq(- 1).
   outputs "-1".
?- writeq(-(1)).
   outputs "- (1)".
?- writeq(1.0).
   outputs "1.0".
?- writeq(1.0e-10).
   outputs "1.0e-10".
?- X is 10.0 ** 15, writeq(X).
   X = 1.0e15, outputs "1.0e15".
?- X is 2 ** 0.5, writeq(X).
   X = 1.4142135623730951, outputs "1.4142135623730951".
?- X is 123456789.0 * 10, writeq(X).
   X = 1234567890.0, outputs "1234567890.0".
?- write('a b').
   outputs "a b".
?- print('a b').
   outputs "'a b'".
?- write_canonical('a b').
   outputs "'a b'".
?- write_canonical([a, 'B'|c]).
   outputs "'.'(a,'.'('B',c))".
?- write_canonical(1 + 2).
   outputs "+(1,2)".
?- write_term(1 + 2, [ignore_ops(true)]).
   outputs "+(1,2)".
?- write_term([1, 2], [ignore_ops(true)]).
   outputs ".(1,.(2,[]))".
?- write_term([1, 2], [ignore_ops(true), dotlists(false)]).
   outputs "[1,2]".
?- write_term('$VAR'(1), [numbervars(true)]).
   outputs "B".
?- write_term('$VAR'(27), [numbervars(true)]).
   outputs "B1".
?- write_term('$VAR'(51), [numbervars(true)]).
   outputs "Z1".
?- write_term('$VAR'(-1), [numbervars(true), quoted(true)]).
   outputs "'$VAR'(-1)".
?- write_term('$VAR'(x), [numbervars(true), quoted(true)]).
   outputs "'$VAR'(x)".
?- write_term('$VAR'(1), [quoted(true)]).
   outputs "'$VAR'(1)".
?- writeq('$VAR'(1)).
   outputs "B".
?- print('$VAR'(1)).
   outputs "B".
?- write_canonical('$VAR'(1)).
   outputs "'$VAR'(1)".
?- write_term(f(X, Y), [variable_names(['X'=X, 'Y'=Y])]).
   outputs "f(X,Y)".
?- write_term('a b', [quoted(maybe)]).
   error(domain_error(write_option, quoted(maybe)), _).
?- write_term(a, [quoted(true)|_]).
   error(instantiation_error, _).
?- write_term(a, foo).
   error(type_error(list, foo), _).
?- write_term(a, [foo]).
   error(domain_error(write_option, foo), _).
?- writeq("abc").
   outputs "[a,b,c]".
?- writeq([]).
   outputs "[]".
?- writeq('[]').
   outputs "[]".
?- writeq({}).
   outputs "{}".
?- writeq('{}'(a)).
   outputs "{a}".
?- writeq(;).
   outputs ";".
?- writeq(!).
   outputs "!".
?- writeq(f(:-)).
   outputs "f(:-)".
?- writeq([a, (b, c)]).
   outputs "[a,(b,c)]".
?- writeq([(a :- b)]).
   outputs "[(a:-b)]".
?- writeq(f((a , b), c)).
   outputs "f((a,b),c)".
?- writeq(1 - (-(1))).
   outputs "1- - (1)".
?- writeq(2 - (-2)).
   outputs "2- -2".
?- writeq((a :- b, c -> d ; e)).
   outputs "a:-b,c->d;e".
?- writeq(a = (b = c)).
   outputs "a=(b=c)".
?- writeq(\+ (a, b)).
   outputs "\\+ (a,b)".
?- writeq(- a).
   outputs "-a".
?- writeq(- (- a)).
   outputs "- -a".

% 7.12.2: one of each class
?- atom_length(_, _).
   error(instantiation_error, _).
?- atom_length(b, a).
   error(type_error(integer, a), _).
?- atom_length(a, -1).
   error(domain_error(not_less_than_zero, -1), _).
?- no_such_predicate_here.
   error(existence_error(procedure, no_such_predicate_here/0), _).
?- asserta((atom(_) :- true)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- atom_codes(_, [-1]).
   error(representation_error(character_code), _).
?- X is 1 / 0.
   error(evaluation_error(zero_divisor), _).
?- X is 0 / 0.0.
   error(evaluation_error(undefined), _).
?- number_chars(_, "1x").
   error(syntax_error(_), _).
?- current_op(1201, _, _).
   error(domain_error(operator_priority, 1201), _).
?- open(_, read, _).
   error(instantiation_error, _).
?- functor(_, foo, -1).
   error(_, _).
?- arg(a, f(x), _).
   error(type_error(integer, a), _).
?- atom_chars(_, [a|_]).
   error(instantiation_error, _).
?- number_vars(_).
   error(existence_error(procedure, number_vars/1), _).
