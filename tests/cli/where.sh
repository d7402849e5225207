# Errors that nobody catches say in which goal of which file they happened, and which goals were running.
cat >where.pl <<'END'
:- initialization(main).
q :-
    r(foo).
r(A) :-
    X is A + 1,
    write(X).
t(X) :-
    (   X > 3
    ->  true,
        u(X)
    ;   true,
        \+ u(X), true
    ), true.
u(X) :- atom_length(X, Y), write(Y).
main :- q, true.
:- r(a).
:- t(2).
:- t(f(x)).
second([_, X|_]) :- nth0(X, [a], Y), write(Y).
:- second([a, b]).
deep([_|T]) :- deep(T), true.
deep([]) :- throw(error(type_error(x, y), _)).
:- numlist(1, 1000, L), deep(L).
:- setup_call_cleanup(true, t(2), true).
:- catch_with_backtrace(( deep([a]), true ), E, print_message(error, E)).
:- catch(deep([a]), E, print_message(error, E)).
:- catch(deep([a]), error(type_error(_, _), _), true).
a(X) :- X = 1, b(X). a(_) --> "x". b(X) :- c, Y = X, atom_length(Y, 1), true.
c.
:- a(_).
END
"$HORN" -q where.pl -t halt 2>&1
"$HORN" -q -g 't(2)' where.pl 2>&1 | tail -n 4
echo 't(2).' | "$HORN" -q where.pl 2>&1 | tail -n 4
# Goals of a file that has changed are not looked for.
cat >changes.pl <<'END'
p :- atom_length(X, Y), write(X-Y).
:- open('changes.pl', write, S), write(S, '% nothing left'), nl(S), close(S).
END
"$HORN" -q changes.pl -g p 2>&1
# Grammar rules and expanded clauses have the place of the clause.
cat >grammar.pl <<'END'
digits -->
    digit,
    { atom_length(_, _) },
    digits.
digit --> [_].
term_expansion(twice(G), ( both :- G, G )).
twice(char_code(_, _)).
END
"$HORN" -q grammar.pl -g 'catch(phrase(digits, [a, b]), _, true)' -g 'phrase(digits, [a, b])' 2>&1
"$HORN" -q grammar.pl -g both 2>&1
true
