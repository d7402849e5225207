# Ctrl-C stops loops of every kind, and long work inside one builtin; what was interrupted can be caught, and the next goal runs.
cat >loops.pl <<'END'
loop :- loop.
deep(N) :- N1 is N + 1, deep(N1), true.
terms(0, []) :- !.
terms(N, [f(N, _, a)|T]) :- N1 is N - 1, terms(N1, T).
long(Goal) :- size(N), terms(N, L), repeat, copy_term(L, M), call(Goal, L, M), fail.
print_long(L, _) :- with_output_to(string(_), print(L)).
read_long(L, _) :- with_output_to(string(S), print(L)), repeat, term_string(_, S), fail.
sort_long(L, _) :- sort(0, @>=, L, _).
try(Goal) :- write(user_error, begins), nl(user_error), catch(Goal, Ball, true), write(user_error, Ball), nl(user_error).
END
echo "size($((STRESS * 2000)))." >>loops.pl
for goal in loop '(repeat, fail)' '(between(1, inf, _), fail)' 'forall(repeat, true)' 'findall(_, (repeat, fail), _)' \
    'long(=)' 'long(compare(_))' 'long(print_long)' 'long(read_long)' 'long(sort_long)' \
    '(repeat, _ is 7 ^ 50000000, fail)' '(repeat, fail ; true)' 'read(_)' 'catch(loop, zzz, true)' \
    'setup_call_cleanup(true, loop, true)' '\+ (repeat, fail)'; do
    mkfifo input 2>/dev/null
    "$HORN" -q loops.pl -g "try(($goal))" -g 'X is 1 + 1, write(user_error, X), nl(user_error)' -t halt 2>output <input &
    tool=$!
    exec 9>input
    until grep -q begins output; do
        sleep 0.05
    done
    sleep 0.2
    kill -INT $tool
    wait $tool
    status=$?
    exec 9>&-
    echo "$goal: $(grep -v begins output | tr '\n' ' ')status $status"
done
