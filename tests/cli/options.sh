# Options of a command by library(main): values, wrong options end the program with a message and status 1, help.
cat >command.pl <<'END'
:- use_module(library(main)).
:- initialization(main, main).

opt_type(v, verbose, boolean).
opt_type(verbose, verbose, boolean).
opt_type(n, count, integer).
opt_type(count, count, integer).
opt_type(quiet_mode, quiet, boolean(false)).
opt_type(mode, mode, oneof([fast,slow])).
opt_type(input, input, file(read)).

opt_help(help(header), 'Counts things.').
opt_help(help(usage), ' [options] FILE...').
opt_help(help(footer), 'See the manual.').
opt_help(verbose, 'Say more').
opt_help(count, 'How many').

opt_meta(count, 'N').

main(Arguments) :-
    argv_options(Arguments, Positional, Options),
    writeq(Positional-Options), nl.
END
run() {
    "$HORN" command.pl -- "$@"
    echo "status $?"
}
run
run -vn5 --count 7 x --no-verbose --quiet-mode --mode=slow -- -v
run --mode=medium
run --count=many
run --count
run -n
run --unknown
run -x
run --input=/nonexistent/file
run --help
run -h
# Without opt_type/3 every long option is taken.
cat >free.pl <<'END'
:- use_module(library(main)).
:- initialization(main, main).
main(Arguments) :-
    argv_options(Arguments, Positional, Options),
    writeq(Positional-Options), nl.
END
"$HORN" free.pl -- a --size=3 --name=b --flag --no-color -x -- --c
