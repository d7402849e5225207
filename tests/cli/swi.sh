# --swi sets the flags that programs for SWI-Prolog expect; libraries and the program's own settings are not touched by it.
cat >quotes.pl <<'END'
:- use_module(library(dcg/basics)).
:- initialization(main).
greeting("hello").
word --> "ab", `cd`.
kind(Text) :- ( string(Text) -> writeln(string) ; atom(Text) -> writeln(atom) ; writeln(list) ).
main :-
    greeting(Greeting), kind(Greeting),
    Back = `ab`, writeq(Back), nl,
    ( phrase(word, `abcd`) -> writeln(codes) ; phrase(word, [a, b, c, d]) -> writeln(chars) ; writeln(neither) ),
    ( phrase(number(12), Elements) -> writeq(Elements), nl ; true ),
    catch(( atom_concat(x, 12, Atom), writeq(Atom) ), error(Error, _), writeq(Error)), nl,
    Half is 4 / 2, writeq(Half), nl,
    msort([2, 1.5, 1], Numbers), writeq(Numbers), nl,
    forall(member(Flag, [double_quotes, back_quotes, strict_syntax, iso, emulated_dialect]),
           ( current_prolog_flag(Flag, Value), writeq(Flag=Value), nl )).
END
echo "--- with"
"$HORN" --swi quotes.pl </dev/null
echo "--- without"
"$HORN" quotes.pl </dev/null
# A file may still say what it means.
cat >own.pl <<'END'
:- set_prolog_flag(double_quotes, codes).
:- initialization(main).
main :- X = "ab", writeq(X), nl.
END
echo "--- its own flag"
"$HORN" --swi own.pl </dev/null
echo "--- goals and queries"
"$HORN" --swi -g 'X = "abc", (string(X) -> writeln(string) ; writeln(list))' -t halt
echo 'X = "abc", string_concat(X, def, Y).' | "$HORN" --swi
"$HORN" --help | grep -A 1 -e '--swi'
