# initialization(main) runs after loading, and its outcome is the exit status; what follows -- is argv.
cat >main.pl <<'END'
:- initialization(main, main).
main :-
    current_prolog_flag(argv, Arguments),
    writeq(Arguments), nl,
    later(Arguments).
later([stop|_]) :- !, halt(4).
later([fail|_]) :- !, fail.
later([throw|_]) :- !, throw(ball).
later(_).
END
for arguments in '' 'a b 1 -g --help' stop fail throw; do
    "$HORN" main.pl -- $arguments
    echo "status $?"
done
"$HORN" main.pl -- 'two words' "it's" ''
# Without main, and input that is no terminal: queries are read from it, without a prompt.
cat >p.pl <<'END'
p(1).
p(2).
END
echo 'p(X).' | "$HORN" p.pl
echo "status $?"
printf 'p(X), X > 1.\np(3).\nfoo(.\nX = f(Y, "abc", [1|T]).\nnope(1).\n' | "$HORN" p.pl
echo "status $?"
"$HORN" p.pl </dev/null
echo "status $?"
