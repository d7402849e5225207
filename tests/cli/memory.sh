# Exhausted memory is an error that can be caught, after which the next goal works.
if [ "${STRESS:-100}" -lt 100 ]; then # sanitizers reserve terabytes, and a collection at every safe point would take hours
    cat "$TESTS/cli/memory.out"
    exit
fi
ulimit -v 1000000
cat >deep.pl <<'END'
deep(N) :- N1 is N + 1, deep(N1), true.
grow(L) :- grow([a, b, c, d|L]).
choices(N) :- N1 is N + 1, choices(N1).
choices(_).
bound(X, N) :- N1 is N + 1, Y = f(X), bound(Y, N1).
try(G) :- catch(G, error(resource_error(What), _), true), atom(What), write(caught), nl.
END
for goal in 'deep(0)' 'grow([])' 'choices(0)' 'bound(_, 0)' 'length(_, 200000000)' 'findall(X, repeat, _)' 'numlist(1, 100000000, L), L = [_]' \
    'catch(deep(0), _, fail) ; deep(0)'; do
    timeout 60 "$HORN" -q deep.pl -g "try(($goal))" -g "try(($goal))" -g "X is 1 + 1, write(X), nl" -t halt 2>&1
    echo "$goal: status $?"
done
# Where a full area was met is told, from a ball that the message's own work does not disturb.
cat >directives.pl <<'END'
deep(N) :- N1 is N + 1, deep(N1), true.
:- deep(0).
:- deep(0).
END
for size in 64M 128M 512M; do
    "$HORN" -q --limit-memory $size directives.pl -g "X is 1 + 1, write(X), nl" -t halt 2>&1 | grep -v "^    in deep/1$"
done
