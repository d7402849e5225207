# Bad usage ends with status 2; --help and --version with 0.
for arguments in --nonsense -g -t -x; do
    "$HORN" $arguments
    echo "status $?"
done
"$HORN" --version | grep -c '^Horn [0-9]*\.[0-9]*\.[0-9]*$'
"$HORN" --help | head -n 1
"$HORN" -h >/dev/null && echo "help: status $?"
