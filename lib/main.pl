% SPDX-License-Identifier: MIT
%
% main.pl - programs that are run as commands.
%
%     :- use_module(library(main)).
%     :- initialization(main, main).
%     main(Arguments) :- ...

:- module(main, [
    main/0
]).

%! main is semidet.
%  Calls user:main/1 with the arguments of the command line that are for the program.
main :-
    current_prolog_flag(argv, Arguments),
    user:main(Arguments).
