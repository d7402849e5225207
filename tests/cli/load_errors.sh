# Errors in a file: file:line:column, and the rest is loaded.
cat >bad.pl <<'END'
p(1).
p(2) :- foo bar.
p(3.
p(4) :- q(']', X.
p(5).
p(6) :- X = 'open.
p(7).
p(8) :- X = "open
.
p(9) :- 4.
4 :- p.
:- fail.
:- throw(oops).
:- no_such_directive(1).
atom_length(a, b).
p(10) :- a = b = c.
p(11).
p(12) :- X = 0'.
/* never closed
p(13).
END
"$HORN" -q bad.pl -g 'findall(X, clause(p(X), _), L), writeq(L), nl' -t halt 2>&1
echo "status $?"
"$HORN" -q no_such_file.pl -t halt 2>&1
echo "status $?"
mkdir folder
"$HORN" -q folder -t halt 2>&1
echo "status $?"
printf 'p(1).\np(\377\376).\np(2).\n' >utf8.pl
"$HORN" -q utf8.pl -g 'findall(X, p(X), L), writeq(L), nl' -t halt 2>&1
echo "status $?"
printf "p('\303').\np(3).\n" >utf8_2.pl
"$HORN" -q utf8_2.pl -g 'findall(X, p(X), L), writeq(L), nl' -t halt 2>&1
echo "status $?"
printf 'p(1)' >no_end.pl
"$HORN" -q no_end.pl -t halt 2>&1
echo "status $?"
: >empty.pl
"$HORN" -q empty.pl -t halt 2>&1
echo "status $?"
