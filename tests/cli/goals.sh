# Goals of the command line: -g, -t, exit statuses.
cat >p.pl <<'END'
p(1).
p(2).
END
run() {
    echo "\$ horn $*"
    "$HORN" "$@"
    echo "status $?"
}
run p.pl -g 'p(X), writeq(X), nl' -t halt
run p.pl -g 'write(a)' -g 'write(b), nl' -t halt
run -g 'p(X), writeq(X), nl' -t halt p.pl
run p.pl -g 'p(3)' -t halt
run p.pl -g 'throw(ball)' -g 'write(never)' -t halt
run p.pl -g 'X is foo + 1' -t halt
run p.pl -t 'fail'
run p.pl -t 'halt(7)'
run -g 'halt(3)'
run -g 'halt'
run p.pl -g 'p(X' -t halt
run p.pl -g '\+ p(3), writeq(yes), nl' -t true
run -q p.pl -g 'forall(p(X), (write(X), nl))' -t halt
