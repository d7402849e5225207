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
# ... and where else there is one of that name.
cat >m.pl <<'END'
:- module(shapes, [area/2]).
area(X, Y) :- Y is X * X.
perimeter_of_square(X, Y) :- Y is 4 * X.
END
for goal in 'perimeter_of_square(1, _)' 'shapes:perimeter(1, _)' 'set_prolog_flag(autoload, false), list_to_assoc([], _)'; do
    "$HORN" -q m.pl -g "$goal" -t halt 2>&1
    echo "status $?"
done
