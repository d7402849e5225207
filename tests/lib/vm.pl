% SPDX-License-Identifier: MIT
% Tests of library(vm). The text that it writes is tested in tests/ext/assembly.pl.

:- use_module(library(vm)).

p(a).
p(b).

?- with_output_to(atom(_Text), vm_listing(p/1, [])), once(sub_atom(_Text, _, _, _, 'p')).
   true, det.
?- with_output_to(atom(_Plain), vm_listing(p/1, [])), with_output_to(atom(_Full), vm_listing(p/1, [offsets(true),index(true)])), _Plain \== _Full.
   true, det.
?- vm_listing(p/1, foo).
   error(type_error(list, foo), _).
?- vm_listing(_, []).
   error(instantiation_error, _).
