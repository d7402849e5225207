% SPDX-License-Identifier: MIT
% Tests of library(edinburgh): the see and tell family.

:- use_module(library(edinburgh)).
:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(edinburgh, File),
    assertz(scratch_file(File)).

% Text is written, then Goal is called with the file as current input.
seeing_text(Text, Goal) :-
    scratch(File),
    telling(Old),
    tell(File),
    write(Text),
    told,
    tell(Old),
    see(File),
    call(Goal),
    seen.

?- seeing_text('hello(world). more.', ( read(X), read(Y), read(Z) )).
   X = hello(world), Y = more, Z = end_of_file.
?- seeing_text('a b', ( get0(A), get0(B), get0(C), get0(D) )).
   A = 0'a, B = 0' , C = 0'b, D = -1.
?- seeing_text('a  \n b ', ( get(A), get(B), get(C) )).
   A = 0'a, B = 0'b, C = -1.
?- scratch(_F), telling(_O), tell(_F), write(one), tell(_O), write(x), tell(_F), write(two), told, tell(_O), see(_F), get_char(A), seen,
   read_file_to_string(_F, _S, []), atom_string(T, _S).
   A = o, T = onetwo, outputs "x".
?- scratch(_F), telling(_O), tell(_F), write(a), told, append(_F), write(b), told, tell(_O), read_file_to_string(_F, _S, []), atom_string(T, _S).
   T = ab.
?- scratch(_F), see(_F), get_char(A), see(user), see(_F), get_char(B), seen.
   A = a, B = b.
?- seen, seeing(S).
   S = user.
?- open_string("xy", _S), see(_S), seeing(_T), get0(C), seen, _S == _T.
   C = 0'x.
?- see(_).
   error(instantiation_error, _).
?- tell(_).
   error(instantiation_error, _).
?- see('/no/such/file').
   error(existence_error(source_sink, '/no/such/file'), _).
?- put(0'a), put(b), put(0'a + 2).
   true, outputs "abc".
?- put(_).
   error(instantiation_error, _).
?- display(1 + 'A b').
   true, outputs "+(1,A b)".
?- scratch(_F), delete_file(_F).
   true.

% --- With a stream

?- open_string("a b", _S), get0(_S, A), get(_S, B), get0(_S, C), close(_S).
   A = 0'a, B = 0'b, C = -1, det.
?- current_output(_S), put(_S, 0'a), display(_S, 1+b).
   true, outputs "a+(1,b)".

?- unknown(Old, Old).
   Old = error.
?- unknown(_, fail), no_such_predicate_here.
   false.
?- unknown(Old, error).
   Old = fail.
?- unknown(_, nope).
   error(domain_error(_, nope), _).
?- reconsult('/no/such/file').
   error(existence_error(source_sink, _), _).
