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
