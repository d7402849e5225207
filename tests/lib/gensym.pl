% SPDX-License-Identifier: MIT
% Tests of library(gensym).

:- use_module(library(gensym)).

?- reset_gensym, gensym(a, X), gensym(a, Y), gensym(b, Z).
   X = a1, Y = a2, Z = b1, det.
?- reset_gensym(a), gensym(a, X), gensym(b, Z).
   X = a1, Z = b2, det.
?- gensym(_, _).
   error(instantiation_error, _).
?- gensym(f(x), _).
   error(type_error(atomic, f(x)), _).
?- reset_gensym(gs), gensym(gs, gs2).
   false.
?- gensym(gs, A).
   A = gs2, det.
?- reset_gensym, gensym(gs, A).
   A = gs1, det.
?- reset_gensym(_).
   error(instantiation_error, _).
