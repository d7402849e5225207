% SPDX-License-Identifier: MIT
%
% 8.6 Arithmetic evaluation and 8.7 arithmetic comparison. The functions themselves: 09_evaluables.pl.

% 8.6.1 is/2
?- 'is'(X, '+'(1, 2)).
   X = 3.
?- Foo is 77 + 3.0.
   Foo = 80.0.
?- 'is'(3, 3).
   true.
?- 'is'(3, 3.0).
   false.
?- 'is'(foo, 77).
   false.
?- _ is _.
   error(instantiation_error, _).
?- _ is 77 + _.
   error(instantiation_error, _).
?- _ is foo.
   error(type_error(evaluable, foo/0), _).
?- _ is foo(1, 2).
   error(type_error(evaluable, foo/2), _).
?- X is 2 ** 100.
   X = 1267650600228229401496703205376.
?- G = (X is 1 + 1), call(G).
   G = (2 is 1 + 1), X = 2.
?- call(is, X, 6 * 7).
   X = 42.
?- X = 1 + 2, Y is X * 3.
   X = 1 + 2, Y = 9.

% 8.7.1 =:=/2 =\=/2 </2 =</2 >/2 >=/2
?- '=:='(0, 1).
   false.
?- '=\\='(0, 1).
   true.
?- '<'(0, 1).
   true.
?- '>'(0, 1).
   false.
?- '>='(0, 1).
   false.
?- '=<'(0, 1).
   true.
?- '=:='(1.0, 1).
   true.
?- '=\\='(1.0, 1).
   false.
?- '<'(1.0, 1).
   false.
?- '>'(1.0, 1).
   false.
?- '>='(1.0, 1).
   true.
?- '=<'(1.0, 1).
   true.
?- '=:='(3 * 2, 7 - 1).
   true.
?- '=\\='(3 * 2, 7 - 1).
   false.
?- '<'(3 * 2, 7 - 1).
   false.
?- '>='(3 * 2, 7 - 1).
   true.
?- '=:='(_, 5).
   error(instantiation_error, _).
?- '=\\='(_, 5).
   error(instantiation_error, _).
?- '<'(_, 5).
   error(instantiation_error, _).
?- '>'(_, 5).
   error(instantiation_error, _).
?- '>='(_, 5).
   error(instantiation_error, _).
?- '=<'(_, 5).
   error(instantiation_error, _).
?- foo < 1.
   error(type_error(evaluable, foo/0), _).
?- 1 =:= a + 1.
   error(type_error(evaluable, a/0), _).
?- call(<, 1, 2).
   true.
?- call(>=, 1, 1 + 1).
   false.
?- G = (1 =\= 2), call(G).
   G = (1 =\= 2).
?- 2 ** 64 > 2 ** 63.
   true.
?- 9007199254740993 =:= 9007199254740992.0.
   false.
?- 9007199254740993 > 9007199254740992.0.
   true.
