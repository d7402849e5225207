% SPDX-License-Identifier: MIT
%
% calculator.pl - reads sentences of arithmetic with a grammar, shows the tree and the value.

:- set_prolog_flag(double_quotes, chars).
:- initialization(main).

main :-
    calculate("1 + 2 * 3"),
    calculate("(1 + 2) * 3"),
    calculate("2 ^ 3 ^ 2 - 10 / 4"),
    calculate("2 ^ 200"),
    calculate("7 - 2 - 1"),
    calculate("3 * (4 +"),
    calculate("1 / (3 - 3)").

calculate(Text) :-
    write_text(Text),
    (   phrase(sentence(Tree), Text)
    ->  write('   tree  '), writeq(Tree), nl,
        catch(show_value(Tree), error(Error, _), show_error(Error))
    ;   write('   is no sentence of arithmetic'), nl
    ).

show_value(Tree) :-
    Value is Tree,
    write('   value '), write(Value), nl.

show_error(Error) :-
    write('   error '), write(Error), nl.

write_text([]) :-
    nl.
write_text([Char|Chars]) :-
    put_char(Char),
    write_text(Chars).

% ---- the grammar: sums of products of powers ----

sentence(Tree) -->
    blanks,
    sum(Tree).

sum(Tree) -->
    product(First),
    sum_rest(First, Tree).

% Left-associative: what was read so far travels along.
sum_rest(Left, Tree) -->
    token("+"),
    !,
    product(Right),
    sum_rest(Left + Right, Tree).
sum_rest(Left, Tree) -->
    token("-"),
    !,
    product(Right),
    sum_rest(Left - Right, Tree).
sum_rest(Tree, Tree) -->
    [].

product(Tree) -->
    power(First),
    product_rest(First, Tree).

product_rest(Left, Tree) -->
    token("*"),
    !,
    power(Right),
    product_rest(Left * Right, Tree).
product_rest(Left, Tree) -->
    token("/"),
    !,
    power(Right),
    product_rest(Left // Right, Tree).
product_rest(Tree, Tree) -->
    [].

power(Tree) -->
    primary(Base),
    (   token("^")
    ->  power(Exponent),
        { Tree = Base ^ Exponent }
    ;   { Tree = Base }
    ).

primary(Tree) -->
    token("("),
    !,
    sum(Tree),
    token(")").
primary(Number) -->
    digit(First),
    digits(Rest),
    blanks,
    { number_chars(Number, [First|Rest]) }.

digits([Digit|Digits]) -->
    digit(Digit),
    !,
    digits(Digits).
digits([]) -->
    [].

digit(Digit) -->
    [Digit],
    { Digit @>= '0', Digit @=< '9' }.

token([Char]) -->
    [Char],
    blanks.

blanks -->
    [' '],
    !,
    blanks.
blanks -->
    [].
