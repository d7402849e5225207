% SPDX-License-Identifier: MIT
%
% text.pl - predicates on text that need no C of their own.

:- module(system, []).

%! term_string(?Term, ?String, +Options) is det.
%  String is the text of Term. A String that is given is read, with Options as of read_term/2; otherwise Term is written,
%  quoted unless Options, which are those of write_term/2, say otherwise.
term_string(Term, String, Options) :-
    (   var(String)
    ->  '$quoted_options'(Options, WriteOptions),
        with_output_to(string(String), write_term(Term, WriteOptions))
    ;   read_term_from_atom(String, Term, Options)
    ).

'$quoted_options'(Options, WriteOptions) :-
    (   '$partial_list'(Options),
        \+ '$member'(quoted(_), Options)
    ->  WriteOptions = [quoted(true)|Options]
    ;   WriteOptions = Options
    ).

%! normalize_space(?Sink, +Text) is det.
%  Writes Text to a Sink of format/3, with each run of white space as one space and none at the ends.
normalize_space(Sink, Text) :-
    '$squeeze_text'(Text, String),
    format(Sink, '~w', [String]).

%! atomics_to_string(+Atomics, -String) is det.
%  String is the text of all Atomics, one after the other.
atomics_to_string(Atomics, String) :-
    atomic_list_concat(Atomics, Atom),
    atom_string(Atom, String).

%! locale_sort(+Texts, -Sorted) is det.
%  Sorts as in a dictionary, by collation_key/2. Equal texts all stay.
locale_sort(Texts, Sorted) :-
    '$collation_pairs'(Texts, Pairs),
    keysort(Pairs, SortedPairs),
    '$pair_values'(SortedPairs, Sorted).

'$collation_pairs'([], []).
'$collation_pairs'([Text|Texts], [Key-Text|Pairs]) :-
    collation_key(Text, Key),
    '$collation_pairs'(Texts, Pairs).

'$pair_values'([], []).
'$pair_values'([_-Value|Pairs], [Value|Values]) :-
    '$pair_values'(Pairs, Values).

%! name(?Atomic, ?Codes) is det.
%  Codes is the text of Atomic as a list of character codes; a string does as well when it is given. When Atomic is unbound it becomes the
%  number that is written like Codes, or else an atom.
name(Atomic, Codes) :-
    (   string(Codes)
    ->  string_codes(Codes, List),
        name(Atomic, List)
    ;   var(Atomic)
    ->  '$check_partial_list'(Codes, name/2),
        '$in_name_of'(name/2, text_to_string(Codes, String)),
        atom_string(Atom, String),
        (   '$names_number'(Atom, Number)
        ->  Atomic = Number
        ;   Atomic = Atom
        )
    ;   atomic(Atomic)
    ->  format(codes(Codes), '~w', [Atomic])
    ;   throw(error(type_error(atomic, Atomic), context(name/2, _)))
    ).

% A number is no atom with layout before it, or between its sign and its digits.
'$names_number'(Atom, Number) :-
    atom_number(Atom, Number),
    \+ ( sub_atom(Atom, _, 1, _, Char),
         char_type(Char, space)
       ).

%! get_string_code(+Index, +Text, -Code) is det.
%  As string_code/3, but that an Index for which there is no character is a domain error.
get_string_code(Index, Text, Code) :-
    text_length(Text, Length),
    (   integer(Index),
        \+ between(1, Length, Index)
    ->  throw(error(domain_error(range(1, Length), Index), context(get_string_code/3, _)))
    ;   '$in_name_of'(get_string_code/3, string_code(Index, Text, Code))
    ).
