% SPDX-License-Identifier: MIT
% Tests of library(dcg/basics).

:- use_module(library(dcg/basics)).

key_value(Key, Value) -->
    blanks,
    csyms(Key),
    whites,
    "=",
    whites,
    number(Value).

?- phrase(integer(X), "42").
   X = 42, det.
?- phrase(integer(X), "-42").
   X = -42, det.
?- phrase(integer(X), "+7").
   X = 7, det.
?- phrase(integer(X), "4x", R).
   X = 4, R = [x].
?- phrase(integer(_), "x").
   false.
?- phrase(integer(12), L).
   L = ['1','2'].
?- phrase(number(X), "1.5").
   X = 1.5.
?- phrase(number(X), "1e3").
   X = 1000.0.
?- phrase(number(X), "-2.5E-1").
   X = -0.25.
?- phrase(number(X), "17").
   X = 17.
?- phrase(number(X), "1.", R).
   X = 1, R = ['.'].
?- phrase(float(X), "3").
   X = 3.0.
?- phrase(digits(D), "12a", R).
   D = ['1','2'], R = [a].
?- phrase(digits(D), [0'1, 0'2]).
   D = [0'1, 0'2].
?- phrase(integer(X), [0'1, 0'2]).
   X = 12.
?- phrase(xinteger(X), "fF").
   X = 255.
?- phrase(xinteger(255), L).
   L = [f,f].
?- phrase(blanks, " \t\n ").
   true.
?- phrase((blanks, nonblanks(W), blanks), "  abc ").
   W = [a,b,c].
?- phrase((whites, remainder(R)), "  x y").
   R = [x,' ',y].
?- phrase((string_without(",;", A), ",", remainder(R)), "ab,c;d").
   A = [a,b], R = [c,;,d].
?- phrase((string(A), ",", string(B)), "a,b,c").
   A = [a], B = [b,',',c]
;  A = [a,',',b], B = [c].
?- phrase((string(A), "=", remainder(B)), "k=v").
   A = [k], B = [v].
?- phrase(csyms(X), "ab_1-", R).
   X = [a,b,'_','1'], R = [-].
?- phrase(prolog_symbol(X), "=..a", R).
   X = (=..), R = [a].
?- phrase((alpha_to_lower(A), alpha_to_lower(B)), "Ab").
   A = a, B = b.
?- phrase(alpha_to_lower(_), "1").
   false.
?- phrase(eos, []).
   true, det.
?- phrase((string(X), eol, remainder(R)), "a\nb").
   X = [a], R = [b]
;  X = [a,'\n',b], R = [].
?- phrase(blanks_to_nl, "  \n", R).
   R = [].
?- phrase(key_value(K, V), " size = 12").
   K = [s,i,z,e], V = 12.
?- phrase(atom(foo), L).
   L = [f,o,o].

% --- The rest

?- phrase(blank, " ").
   true, det.
?- phrase(blank, "a").
   false.
?- phrase(nonblank(C), "a").
   C = a, det.
?- phrase(nonblank(_), " ").
   false.
?- phrase(xdigits(W), "1fF", R).
   W = [1,15,15], R = [], det.
?- phrase(xdigits(W), "g", R).
   W = [], R = [g], det.
?- phrase(csym(C), "_").
   C = '_', det.
?- phrase(csym(_), "-").
   false.
?- phrase(prolog_var_name(N), "Foo_1 x", R).
   N = 'Foo_1', R = [' ',x], det.
?- phrase(prolog_var_name(N), "_").
   N = '_', det.
?- phrase(prolog_var_name(_), "foo", _).
   false.
% Generating: digits of a number in base 16 with its sign, a newline for an end of line, lower case of any letter.
?- phrase(xinteger(-255), L).
   L = [-,f,f], det.
?- phrase(xinteger(X), "-fF").
   X = -255, det.
?- phrase(eol, L).
   L = ['\n'], det.
?- phrase(xdigits([10, 11]), L).
   L = [a,b], det.
?- phrase(alpha_to_lower(L), "Ä").
   L = 'ä'.
