# SPDX-License-Identifier: MIT
"""What clause 9 of the standard says of an arithmetic goal: a second implementation, for tools/differential.py.

Knows `V is E` and the comparisons in functional notation, `=:=(E1,E2)`. Subexpressions are evaluated from left to right. Where the
standard leaves a choice (max and min of an integer and a float, zeros with a sign) it takes Horn's, docs/decisions/0009.
"""
import math
import re
from fractions import Fraction

TOO_LONG = 100000  # bits of an integer; nothing is said of longer ones


class Error(Exception):
    """An error of 7.9.2; str() is its formal term as tools/differential.pl prints it."""


class Unknown(Exception):
    """Nothing is said of this goal."""


def outcome(goal):
    """What the goal does, as tools/differential.pl prints it, or None."""
    try:
        return run(goal)
    except Unknown:
        return None
    except Error as error:
        return f"error {error}"


def run(goal):
    if goal.startswith("V is "):
        return f"{{V={shown(value(parse(goal[5:])))} }} no"
    name, arguments = parse(goal)
    if name not in COMPARISONS or len(arguments) != 2:
        raise Unknown
    left, right = (value(argument) for argument in arguments)
    return "{} no" if COMPARISONS[name](*same_type(left, right)) else "no"


def shown(number):
    return f"~{number!r}~" if isinstance(number, float) else str(number)


# ---- reading --------------------------------------------------------------------------------------------------------

TOKEN = re.compile(r"-?\d+(?:\.\d+(?:e-?\d+)?)?|[a-z]\w*|'[^']*'|\"[^\"]*\"|\[\]|[_A-Z]\w*|[-+*/\\^<>=:]+|[(),\[\]]")


def parse(text):
    """A number, or a pair of a name and arguments; a variable has no name, a list the name of a pair."""
    tokens = TOKEN.findall(text)
    if "".join(tokens) != text:
        raise Unknown
    tokens.append("")
    term = read(tokens)
    if tokens != [""]:
        raise Unknown
    return term


def read(tokens):
    token = tokens.pop(0)
    if re.match(r"-?\d", token):
        return float(token) if "." in token else int(token)
    if re.match(r"[_A-Z]", token):
        return (None, [])
    if token.startswith('"') or token == "[":
        while token == "[" and tokens.pop(0) != "]":
            pass
        return (".", [None, None])
    if not token or token in "(),]":
        raise Unknown
    if tokens[0] == "(":
        return (token.strip("'"), read_arguments(tokens))
    if tokens[0] == "+":                                     # a+1
        del tokens[:2]
        return ("+", [(token, []), 1])
    return (token.strip("'"), [])


def read_arguments(tokens):
    arguments = []
    while tokens.pop(0) in ("(", ","):
        arguments.append(read(tokens))
    return arguments


# ---- evaluating -----------------------------------------------------------------------------------------------------


def value(term):
    if isinstance(term, (int, float)):
        return term
    name, arguments = term
    if name is None:
        raise Error("'instantiation_error'")
    if (name, len(arguments)) not in FUNCTORS:
        raise Error(f"'type_error'('evaluable','/'('{name}',{len(arguments)}))")
    result = FUNCTORS[name, len(arguments)](*[value(argument) for argument in arguments])
    if isinstance(result, int) and result.bit_length() > TOO_LONG:
        raise Unknown
    if isinstance(result, float) and not math.isfinite(result):
        raise evaluation_error("float_overflow")
    return result


def evaluation_error(what):
    return Error(f"'evaluation_error'('{what}')")


def type_error(kind, culprit):
    return Error(f"'type_error'('{kind}',{shown(culprit)})")


def to_float(number):
    """9.1.6, from integer to float."""
    try:
        return float(number)
    except OverflowError:
        raise evaluation_error("float_overflow") from None


def same_type(left, right):
    """9.1.5: an integer that meets a float becomes one."""
    if isinstance(left, float) or isinstance(right, float):
        return to_float(left), to_float(right)
    return left, right


def mixed(function):
    return lambda x, y: function(*same_type(x, y))


def integers(function):
    def checked(*numbers):
        for number in numbers:
            if not isinstance(number, int):
                raise type_error("integer", number)
        return function(*numbers)
    return checked


def floats(function):
    """What is a function of floats: integers are converted."""
    def converted(*numbers):
        return function(*[to_float(number) for number in numbers])
    return converted


def only_floats(function):
    """9.1.6: what is a function of floats, and of nothing else."""
    def checked(number):
        if not isinstance(number, float):
            raise type_error("float", number)
        return function(number)
    return checked


def divisor(function):
    def checked(x, y):
        if y == 0:
            raise evaluation_error("zero_divisor")
        return function(x, y)
    return checked


def quotient(x, y):
    """9.1.5: two integers are converted to floats as well."""
    if y == 0:
        raise evaluation_error("undefined" if x == 0 else "zero_divisor")
    return to_float(x) / to_float(y)


def truncated(x, y):
    return abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)


def shift(x, distance):
    if abs(distance) > TOO_LONG:
        raise Unknown
    return x << distance if distance >= 0 else x >> -distance


def power(x, y):
    """9.3.1, and 9.3.10 but for two integers."""
    x, y = to_float(x), to_float(y)
    if (x == 0 and y < 0) or (x < 0 and y != int(y)):
        raise evaluation_error("undefined")
    try:
        return math.pow(x, y)
    except OverflowError:
        raise evaluation_error("float_overflow") from None


def integer_power(x, y):
    """9.3.10."""
    if isinstance(x, float) or isinstance(y, float):
        return power(x, y)
    if abs(x) <= 1:
        if x == 0 and y < 0:
            raise evaluation_error("undefined")
        return x ** (abs(y) % 2 + 2) if y != 0 else 1
    if y < 0:
        raise type_error("float", x)
    if x.bit_length() * y > TOO_LONG:
        raise Unknown
    return x ** y


def defined(function, where):
    def checked(*numbers):
        if not where(*numbers):
            raise evaluation_error("undefined")
        try:
            return function(*numbers)
        except OverflowError:
            raise evaluation_error("float_overflow") from None
    return floats(checked)


def greater(x, y):
    """9.3.8. Of equal values the float, and 0.0 rather than -0.0."""
    if x == y:
        return next((z for z in (x, y) if isinstance(z, float) and math.copysign(1, z) > 0), y if isinstance(y, float) else x)
    return max(x, y)


def lesser(x, y):
    """9.3.9. Of equal values the float, and -0.0 rather than 0.0."""
    if x == y:
        return next((z for z in (x, y) if isinstance(z, float) and math.copysign(1, z) < 0), y if isinstance(y, float) else x)
    return min(x, y)


def sign(x):
    if isinstance(x, float):
        return math.copysign(1.0, x) if x != 0 else x
    return (x > 0) - (x < 0)


def everywhere(*_):
    return True


COMPARISONS = {"=:=": lambda x, y: x == y, "=\\=": lambda x, y: x != y, "<": lambda x, y: x < y, "=<": lambda x, y: x <= y, ">": lambda x, y: x > y, ">=": lambda x, y: x >= y}

FUNCTORS = {
    ("+", 2): mixed(lambda x, y: x + y), ("-", 2): mixed(lambda x, y: x - y), ("*", 2): mixed(lambda x, y: x * y), ("/", 2): quotient,
    ("+", 1): lambda x: x, ("-", 1): lambda x: -x, ("abs", 1): abs, ("sign", 1): sign, ("max", 2): greater, ("min", 2): lesser,
    ("//", 2): integers(divisor(truncated)), ("div", 2): integers(divisor(lambda x, y: x // y)),
    ("mod", 2): integers(divisor(lambda x, y: x % y)), ("rem", 2): integers(divisor(lambda x, y: x - truncated(x, y) * y)),
    ("/\\", 2): integers(lambda x, y: x & y), ("\\/", 2): integers(lambda x, y: x | y), ("xor", 2): integers(lambda x, y: x ^ y), ("\\", 1): integers(lambda x: ~x),
    ("<<", 2): integers(shift), (">>", 2): integers(lambda x, y: shift(x, -y)), ("**", 2): power, ("^", 2): integer_power,
    ("floor", 1): only_floats(math.floor), ("ceiling", 1): only_floats(math.ceil), ("truncate", 1): only_floats(math.trunc),
    ("round", 1): only_floats(lambda x: math.floor(Fraction(x) + Fraction(1, 2))),
    ("float", 1): to_float, ("float_integer_part", 1): only_floats(lambda x: math.copysign(math.trunc(x), x)), ("float_fractional_part", 1): only_floats(lambda x: math.modf(x)[0]),
    ("sqrt", 1): defined(math.sqrt, lambda x: x >= 0), ("log", 1): defined(math.log, lambda x: x > 0), ("exp", 1): defined(math.exp, everywhere),
    ("sin", 1): defined(math.sin, everywhere), ("cos", 1): defined(math.cos, everywhere), ("tan", 1): defined(math.tan, everywhere),
    ("asin", 1): defined(math.asin, lambda x: abs(x) <= 1), ("acos", 1): defined(math.acos, lambda x: abs(x) <= 1), ("atan", 1): defined(math.atan, everywhere),
    ("atan2", 2): defined(math.atan2, lambda x, y: x != 0 or y != 0), ("pi", 0): lambda: math.pi,
}
