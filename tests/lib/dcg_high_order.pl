% SPDX-License-Identifier: MIT
% Tests of library(dcg/high_order).

:- use_module(library(dcg/high_order)).
:- use_module(library(dcg/basics)).

comma --> ",".

% --- sequence//2

?- phrase(sequence(digit, Ds), "12", Rest).
   Ds = ['1','2'], Rest = []
;  Ds = ['1'], Rest = ['2']
;  Ds = [], Rest = ['1','2'].
?- phrase(sequence(digit, ['1','2']), L).
   L = ['1','2'], det.
?- phrase(sequence(digit, []), L).
   L = [], det.
?- phrase(sequence(digit, _), "x").
   false.

% --- sequence//3

?- phrase(sequence(integer, comma, L), "1,22,3").
   L = [1,22,3], det.
?- phrase(sequence(integer, ",", L), "1,22;", Rest).
   L = [1,22], Rest = [;], det.
?- phrase(sequence(integer, ",", L), "", Rest).
   L = [], Rest = [], det.
?- phrase(sequence(integer, ",", _), "1,x", _).
   false.
?- phrase(sequence(integer, ",", [1,2,3]), L).
   L = ['1',',','2',',','3'], det.
?- phrase(sequence(integer, ",", []), L).
   L = [], det.
?- phrase(sequence(integer, ",", [1]), "1", Rest).
   Rest = [], det.

% --- sequence//5

?- phrase(sequence("[", integer, ",", "]", L), "[1,2]x", Rest).
   L = [1,2], Rest = [x], det.
?- phrase(sequence("[", integer, ",", "]", L), "[]", Rest).
   L = [], Rest = [], det.
?- phrase(sequence(("[",blanks), integer, (blanks,",",blanks), (blanks,"]"), L), "[ 1 , 2 ]").
   L = [1,2], det.
?- phrase(sequence("[", integer, ",", "]", [1,2]), L).
   L = ['[','1',',','2',']'], det.
?- phrase(sequence("[", integer, ",", "]", _), "[1,]", _).
   false.

% --- optional//2

?- phrase(optional(integer(X), { X = 0 }), "23", Rest).
   X = 23, Rest = [], det.
?- phrase(optional(integer(X), { X = 0 }), "ab", Rest).
   X = 0, Rest = [a,b], det.
?- phrase(optional("a", []), "b", Rest).
   Rest = [b], det.

% --- foreach//2,3

?- phrase(foreach(between(1, 3, X), integer(X)), L).
   L = ['1','2','3'], det.
?- phrase(foreach(between(1, 3, X), integer(X), ", "), L).
   L = ['1',',',' ','2',',',' ','3'], det.
?- phrase(foreach(fail, "a", ","), L).
   L = [], det.
?- phrase(foreach(member(X, [a,b]), [X,Y]), L).
   L = [a,Y,b,Y], det.
?- phrase(foreach(member(_, [a]), "x", ","), L).
   L = [x], det.
