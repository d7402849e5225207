# --to-asm writes the code of a file beside it; the text loads and answers as the source does; bad text is an error with its line.
cat >p.pl <<'END'
:- dynamic(seen/1).
:- op(700, xfx, or).
:- initialization(main).
seen(1).
seen(a or "b").
concatenate([], L, L).
concatenate([X|L1], L2, [X|L3]) :-
    concatenate(L1, L2, L3).
main :-
    concatenate(X, _, [a, b]), write(X), nl, fail.
main :-
    findall(X, seen(X), L), print(L), nl.
END
"$HORN" --to-asm p.pl
echo "status $?"
cat p.hasm
echo "--- loaded"
"$HORN" p.pl -t halt >source
"$HORN" p.hasm -t halt >code
cmp source code && cat code
echo "--- again"
cp p.hasm first
"$HORN" --to-asm p.hasm
diff first p.hasm && echo same
echo "--- a module"
cat >m.pl <<'END'
:- module(m, [double/2]).
:- use_module(library(apply)).
double(Xs, Ys) :- maplist(twice, Xs, Ys).
twice(X, Y) :- Y is X * 2.
END
"$HORN" --to-asm m.pl
rm m.pl
"$HORN" -g "use_module(m), double([1, 2], L), print(L), nl" -t halt
echo "--- errors"
sed -e 's/get_nil A1/get_nil A7/' -e 's/proceed$/stop/' p.hasm >bad.hasm
"$HORN" bad.hasm -t halt
echo "status $?"
printf 'clause 1\n' >worse.hasm
"$HORN" worse.hasm -t halt
echo "status $?"
"$HORN" --to-asm none.pl
echo "status $?"
