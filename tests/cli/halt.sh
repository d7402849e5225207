# The end of the program: halt/0,1 from goals, directives, nested loads and hooks; errors and the exit status.
run() {
    "$HORN" -q "$@" 2>&1
    echo "status $?"
}
echo ':- write(before), nl, halt(4), write(after).
never.' >inner.pl
echo ':- consult(inner).
:- write(never).' >outer.pl
run outer.pl -t halt
echo ':- initialization((write(late), nl, halt(5))).
:- write(early), nl.' >init.pl
run init.pl -t halt
run -g 'halt' -t 'halt(1)'
run -g 'catch(halt(256), _, true)'
run -g '(write(x), halt ; true)'
run -g 'findall(X, (member(X, [1, 2]), halt(6)), _)'
run -g 'setup_call_cleanup(true, halt(7), write(cleanup))'
run -g 'at_halt(write(bye)), at_halt(nl), halt(8)'
run -g 'at_halt(fail), at_halt(throw(x)), at_halt((write(last), nl)), halt(9)'
run -g 'at_halt(halt(2)), halt(3)'
run -g 'at_halt(cancel_halt(not_now)), (halt(3) -> true ; write(goes_on), nl), halt(10)'
echo 'main :- write(main), nl.
:- initialization(main, main).' >main.pl
run main.pl
echo ':- initialization(fail, main).' >main_fails.pl
run main_fails.pl
echo ':- initialization(throw(oops), main).' >main_raises.pl
run main_raises.pl
echo ':- initialization(halt(11), main).
:- initialization((write(program), nl), program).
:- initialization((write(loaded), nl)).' >main_halts.pl
run main_halts.pl
# Errors while loading: by default the exit status does not tell.
printf 'p(1).\n:- no_such_directive.\np(2).\n' >bad.pl
run bad.pl -g true -t halt
run --on-error status bad.pl -g true -t halt
run --on-error status bad.pl -t 'halt(0)'
run --on-error halt bad.pl -g 'write(never)' -t halt
echo ':- fail.' >warn.pl
run --on-error status warn.pl -t halt
run --on-warning status warn.pl -t halt
run --on-warning halt warn.pl -t halt
run --on-error sometimes
echo 'p(X) :- q.' | run --on-warning status -s - -t halt
printf 'X = 1.\nhalt(12).\nX = 2.\n' | run
printf 'throw(a).\nabort.\ncatch(abort, X, true).\n' | run
