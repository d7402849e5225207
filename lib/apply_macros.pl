% SPDX-License-Identifier: MIT
%
% apply_macros.pl - for programs that ask for the expansion of maplist/3 and the like at compile time. Horn does without: calls of closures
% cost little, and a program means the same. expand_phrase/2,4 are left out.

:- module(apply_macros, []).
