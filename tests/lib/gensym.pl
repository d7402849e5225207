% SPDX-License-Identifier: MIT
% Tests of library(gensym).

:- use_module(library(gensym)).

?- reset_gensym, gensym(a, X), gensym(a, Y), gensym(b, Z).
   X = a1, Y = a2, Z = b1, det.
?- reset_gensym(a), gensym(a, X), gensym(b, Z).
   X = a1, Z = b2, det.
