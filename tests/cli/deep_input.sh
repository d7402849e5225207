# Input nested a million deep is read, or refused with an error, but never crashes; also with a small C stack.
times() { # text, count
    yes -- "$1" | head -n "$2" | tr -d '\n'
}
deep() { # opening, closing
    printf 'p('
    [ -z "$1" ] || times "$1" 1000000
    printf 'a'
    [ -z "$2" ] || times "$2" 1000000
    printf ').\n'
}
deep '(' ')' >round.pl
deep '[' ']' >square.pl
deep '{' '}' >curly.pl
deep '- ' '' >minus.pl
deep 'f(' ')' >terms.pl
deep 'a,' '' >wide.pl
deep '(' '' >open.pl
deep '' ')' >close.pl
ulimit -s 256
for file in round square curly minus terms; do
    "$HORN" -q $file.pl -g "p(_), write($file), nl" -t halt
    echo "status $?"
done
for file in open close wide; do
    "$HORN" -q $file.pl -t halt 2>errors
    echo "status $?, $(grep -c "^$file.pl:[0-9]*:[0-9]*: error:" errors)"
done
