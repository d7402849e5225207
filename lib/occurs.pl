% SPDX-License-Identifier: MIT
%
% occurs.pl - where a term stands inside another one. A term is one of its own subterms.
%
% The predicates called ..._term unify, those called ..._var compare with ==. Terms must be acyclic.

:- module(occurs, [
    contains_term/2,
    contains_var/2,
    free_of_term/2,
    free_of_var/2,
    occurrences_of_term/3,
    occurrences_of_var/3,
    sub_term/2,
    sub_var/2,
    sub_term_shared_variables/3
]).

:- use_module(library(error), [must_be/2]).

%! contains_term(?Sub, +Term) is semidet.
%  Sub unifies with a subterm of Term; the first one counts.
contains_term(Sub, Term) :-
    must_be(acyclic, Term),
    found_in([Term], unify, Sub).

%! contains_var(@Sub, @Term) is semidet.
%  Sub is equal to a subterm of Term.
contains_var(Sub, Term) :-
    must_be(acyclic, Term),
    found_in([Term], equal, Sub).

% Terms are what is still to be looked at.
found_in([Term|Terms], How, Sub) :-
    (   same(How, Sub, Term)
    ->  true
    ;   compound(Term)
    ->  compound_name_arguments(Term, _, Arguments),
        put_before(Arguments, Terms, Terms1),
        found_in(Terms1, How, Sub)
    ;   found_in(Terms, How, Sub)
    ).

same(equal, Sub, Term) :-
    Sub == Term.
same(unify, Term, Term).

%! free_of_term(@Sub, @Term) is semidet.
%  Sub unifies with no subterm of Term.
free_of_term(Sub, Term) :-
    \+ contains_term(Sub, Term).

%! free_of_var(@Sub, @Term) is semidet.
%  Sub is equal to no subterm of Term.
free_of_var(Sub, Term) :-
    \+ contains_var(Sub, Term).

%! occurrences_of_term(@Sub, @Term, ?Count) is semidet.
%! occurrences_of_var(@Sub, @Term, ?Count) is semidet.
%  Count is the number of subterms of Term that unify with, or are equal to, Sub.
occurrences_of_term(Sub, Term, Count) :-
    must_be(acyclic, Term),
    count_in([Term], unify, Sub, 0, Count0),
    Count = Count0.

occurrences_of_var(Sub, Term, Count) :-
    must_be(acyclic, Term),
    count_in([Term], equal, Sub, 0, Count0),
    Count = Count0.

count_in([], _, _, Count, Count).
count_in([Term|Terms], How, Sub, Count0, Count) :-
    (   matches(How, Sub, Term)
    ->  Count1 is Count0 + 1
    ;   Count1 = Count0
    ),
    (   compound(Term)
    ->  compound_name_arguments(Term, _, Arguments),
        put_before(Arguments, Terms, Terms1)
    ;   Terms1 = Terms
    ),
    count_in(Terms1, How, Sub, Count1, Count).

matches(equal, Sub, Term) :-
    Sub == Term.
matches(unify, Sub, Term) :-
    \+ Sub \= Term.

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).

%! sub_term(-Sub, +Term) is nondet.
%  The subterms of Term: first itself, then those of its arguments.
sub_term(Term, Term).
sub_term(Sub, Term) :-
    argument(Term, Argument),
    sub_term(Sub, Argument).

argument(Term, Argument) :-
    compound(Term),
    compound_name_arity(Term, _, Arity),
    between(1, Arity, N),
    arg(N, Term, Argument).

%! sub_var(@Sub, @Term) is nondet.
%  Once for each subterm of Term that is equal to Sub.
sub_var(Sub, Term) :-
    (   Sub == Term
    ;   argument(Term, Argument),
        sub_var(Sub, Argument)
    ).

%! sub_term_shared_variables(+Sub, +Term, -Variables) is semidet.
%  Sub is a subterm of Term, and Variables are those of its variables that stand elsewhere in Term too. Fails if Sub does not stand
%  in Term. One place of Sub is left out; if it stands in a second one, all its variables are shared.
sub_term_shared_variables(Sub, Term, Variables) :-
    term_variables(Sub, SubVariables),
    replace_first(Term, Sub, Rest),
    !,
    term_variables(Rest, Others),
    common(SubVariables, Others, Variables).

% Rest is Term with an atom in place of the first Sub.
replace_first(Term, Sub, Rest) :-
    (   Term == Sub
    ->  Rest = []
    ;   compound(Term),
        Term =.. [Name|Arguments],
        replace_in_list(Arguments, Sub, Rests),
        Rest =.. [Name|Rests]
    ).

replace_in_list([Argument|Arguments], Sub, Rests) :-
    (   replace_first(Argument, Sub, Rest)
    ->  Rests = [Rest|Arguments]
    ;   Rests = [Argument|Rests1],
        replace_in_list(Arguments, Sub, Rests1)
    ).

common([], _, []).
common([X|Xs], Ys, Zs) :-
    (   contains_var(X, Ys)
    ->  Zs = [X|Zs1]
    ;   Zs = Zs1
    ),
    common(Xs, Ys, Zs1).
