# Warnings with their places.
cat >one.pl <<'END'
a(X, Y) :- b(X).
b(1).
a(3, 4).
b(_).
c(_X, _X) :- d(_Y).
d(_).
END
cat >two.pl <<'END'
d(2).
END
"$HORN" -q one.pl two.pl -t halt 2>&1
echo "status $?"
cat >quiet.pl <<'END'
:- discontiguous a/1.
a(1).
b(1).
a(2).
c(_, _Named).
END
"$HORN" -q quiet.pl -t halt 2>&1
echo "status $?"
