# Unknown procedures: the nearest names.
cat >p.pl <<'END'
colour(red).
colour(green).
paint(X) :- color(X).
END
for goal in 'paint(_)' 'color(_)' 'colour(_, _)' 'colours(_)' 'atom_lenght(a, _)' 'zzzzzz' 'm:colour(_)'; do
    "$HORN" -q p.pl -g "$goal" -t halt 2>&1
    echo "status $?"
done
