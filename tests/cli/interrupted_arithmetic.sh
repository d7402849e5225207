# SPDX-License-Identifier: MIT
# Ctrl-C ends computations with long numbers, in clauses and as called goals.
interrupt() { # goal
    timeout -s INT -k 60 1 "$HORN" -g "$1" -t halt </dev/null 2>&1
    echo "status $?"
}
interrupt "X is 3 ^ (1 << 17), _ is powm(2, X, X), write(X)"
interrupt "X is 3 ^ (1 << 17), G = (_ is powm(2, X, X)), call(G), write(X)"
interrupt "X is 3 ^ (1 << 17), powm(2, X, X) > 0, write(X)"
interrupt "X is 3 ^ (1 << 23), Y is 7 ^ (1 << 22), repeat, _ is gcd(X, Y), fail"
