% SPDX-License-Identifier: MIT
%
% terms.pl - predicates on terms that need no C of their own.

:- module(system, []).

%! is_most_general_term(@Term) is semidet.
%  Term is an atom, a compound whose arguments are different variables, or a list, with its end, of different variables.
is_most_general_term(Term) :-
    (   atom(Term)
    ->  true
    ;   compound(Term),
        (   Term = [_|_]
        ->  is_list(Term),
            Variables = Term
        ;   compound_name_arguments(Term, _, Variables)
        ),
        '$all_unbound'(Variables),
        term_variables(Variables, Distinct),
        length(Variables, Length),
        length(Distinct, Length)
    ).

'$all_unbound'([]).
'$all_unbound'([X|Xs]) :-
    var(X),
    '$all_unbound'(Xs).

%! functor(?Term, ?Name, ?Arity, ?Type) is semidet.
%  As functor/3. Type is what Term is: compound, atom, or atomic for the others. It must be given to make a term of an atom Name and Arity
%  0, since some systems have compounds without arguments; callable makes an atom then, and is true of atoms and compounds.
functor(Term, Name, Arity, Type) :-
    '$check_functor_type'(Type),
    (   var(Term)
    ->  '$functor_type'(Type, Name, Arity, Made),
        (   Made == compound
        ->  '$in_name_of'(functor/4, compound_name_arity(Term, Name, Arity))
        ;   '$in_name_of'(functor/4, functor(Term, Name, Arity))
        )
    ;   compound(Term)
    ->  '$is_of_type'(Type, compound),
        compound_name_arity(Term, Name, Arity)
    ;   atom(Term)
    ->  '$is_of_type'(Type, atom),
        Name = Term,
        Arity = 0
    ;   Type = atomic,
        Name = Term,
        Arity = 0
    ).

'$check_functor_type'(Type) :-
    (   var(Type)
    ->  true
    ;   '$memberchk'(Type, [atom, compound, callable, atomic])
    ->  true
    ;   throw(error(domain_error(functor_type, Type), context(functor/4, _)))
    ).

% Made is what is to be made: atom, compound or atomic.
'$functor_type'(Type, Name, Arity, Made) :-
    (   var(Name)
    ->  throw(error(instantiation_error, context(functor/4, _)))
    ;   var(Arity)
    ->  throw(error(instantiation_error, context(functor/4, _)))
    ;   Arity \== 0
    ->  Made = compound,
        '$is_of_type'(Type, compound)
    ;   \+ atom(Name)
    ->  Made = atomic,
        Type = atomic
    ;   var(Type)
    ->  throw(error(instantiation_error, context(functor/4, _)))
    ;   Type == compound
    ->  Made = compound
    ;   Made = atom,
        '$is_of_type'(Type, atom)
    ).

'$is_of_type'(Type, Found) :-
    (   Type == callable
    ->  true
    ;   Type = Found
    ).

%! copy_term(?Term, -Copy, -Goals) is det.
%! term_attvars(@Term, -Variables) is det.
%  There are no attributed variables yet: Copy is that of copy_term/2, and Goals, which say what is known of its variables, is [].
copy_term(Term, Copy, Goals) :-
    copy_term(Term, Copy),
    Goals = [].

term_attvars(_, []).

%! var_number(@Term, -Number) is semidet.
%  Term is '$VAR'(Number), as numbervars/3 leaves it.
var_number(Term, Number) :-
    nonvar(Term),
    Term = '$VAR'(Found),
    atomic(Found),
    Number = Found.

%! variant_sha1(@Term, -Digest) is det.
%! variant_hash(@Term, -Hash) is det.
%  Equal for terms that are variants of one another: Digest is an atom of 40 hexadecimal digits, which other terms do not get, Hash an
%  integer below 2**24.
variant_sha1(Term, Digest) :-
    '$variant_text'(Term, variant_sha1/2, Text),
    '$sha1'(Text, Found),
    Digest = Found.

variant_hash(Term, Hash) :-
    '$variant_text'(Term, variant_hash/2, Text),
    term_hash(Text, Found),
    Hash is Found /\ 0xffffff.

% What tells Term from all that are not its variants. Unquoted names of variables are those of no atom.
'$variant_text'(Term, Caller, Text) :-
    '$check_finite'(Term, Caller),
    term_variables(Term, Variables),
    '$number_names'(Variables, 0, Names),
    with_output_to(string(Text), write_term(Term, [quoted(true), ignore_ops(true), variable_names(Names)])).

'$number_names'([], _, []).
'$number_names'([Variable|Variables], N, [Name = Variable|Names]) :-
    atomic_list_concat(['_', N], Name),
    N1 is N + 1,
    '$number_names'(Variables, N1, Names).
