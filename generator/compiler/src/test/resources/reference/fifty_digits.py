"""Values of every row of the function tables to 50 digits, by mpmath: python3 fifty_digits.py POINTS > FILE

A line: row, arguments as hexadecimal doubles, value. fifty-digits.tsv was made with POINTS = 30;
`-Dreference.file=FILE` lets ReferenceTest read another.
"""
import random
import sys
from mpmath import (acos, asin, atan, atan2, cos, cosh, digamma, erf, erfc, exp, expm1, hypot, log, log1p, loggamma, mp,
                    mpf, pi, polygamma, power, sin, sinh, sqrt, tan, tanh)

ROOT2 = lambda: sqrt(mpf(2))
CDF = lambda x: erfc(-x / ROOT2()) / 2
ONE = {
    "NEGATE": lambda x: -x, "SQUARE": lambda x: x * x, "RECIPROCAL": lambda x: 1 / x, "EXP": exp, "LOG": log,
    "LOG1P": lambda x: log(1 + x), "EXPM1": lambda x: exp(x) - 1, "SQRT": sqrt, "ABS": abs,
    "SIGN": lambda x: mpf(x > 0) - mpf(x < 0), "HEAVISIDE": lambda x: mpf(x > 0), "RELU": lambda x: max(x, mpf(0)),
    "SIN": sin, "COS": cos, "TAN": tan, "ASIN": asin, "ACOS": acos, "ATAN": atan, "SINH": sinh, "COSH": cosh,
    "TANH": tanh, "SIGMOID": lambda x: 1 / (1 + exp(-x)), "SOFTPLUS": lambda x: log(1 + exp(x)),
    "SILU": lambda x: x / (1 + exp(-x)), "GELU": lambda x: x * CDF(x), "LOG1MEXP": lambda x: log(1 - exp(x)),
    "LOG_COSH": lambda x: log(cosh(x)), "ERF": erf, "ERFC": erfc, "GAUSSIAN": lambda x: exp(-x * x),
    "NORMAL_DENSITY": lambda x: exp(-x * x / 2) / sqrt(2 * pi), "NORMAL_CDF": CDF,
    "LGAMMA": lambda x: loggamma(x).real, "DIGAMMA": digamma, "TRIGAMMA": lambda x: polygamma(1, x),
}
TWO = {
    "ADD": lambda x, y: x + y, "SUBTRACT": lambda x, y: x - y, "MULTIPLY": lambda x, y: x * y,
    "DIVIDE": lambda x, y: x / y, "POWER": power, "LOWER_POWER": lambda x, y: power(x, y - 1), "ATAN2": atan2,
    "HYPOT": hypot, "MAX": max, "MIN": min, "LOG_ADD_EXP": lambda x, y: log(exp(x) + exp(y)),
    "GREATER": lambda x, y: mpf(x > y), "SCALE": lambda x, y: x * y, "RATIO": lambda x, y: x / y,
    "POLYGAMMA": lambda n, x: polygamma(int(n), x),
}


def even(a, b):
    return lambda: random.uniform(a, b)


def scales(a, b, signed=True):
    return lambda: (random.choice((-1, 1)) if signed else 1) * (1 + random.random()) * 2.0 ** random.randrange(a, b)


def ranges(name):
    tiny = scales(-100, -1)
    if name in ("LOG", "SQRT"):
        return [scales(-900, 900, False), even(0.5, 2)]
    if name == "LOG1P":
        return [even(-1, 3), tiny, scales(0, 900, False)]
    if name in ("ASIN", "ACOS"):
        return [even(-1, 1), tiny]
    if name == "LOG1MEXP":
        return [even(-300, 0), even(-2, 0)]
    if name in ("NORMAL_CDF", "GELU", "NORMAL_DENSITY"):
        return [even(-36, 8), even(-3, 3), tiny]
    if name in ("ERF", "ERFC", "GAUSSIAN"):
        return [even(-6, 25), even(-3, 3), tiny]
    if name in ("SIGMOID", "SOFTPLUS", "SILU", "LOG_COSH"):
        return [even(-600, 600), even(-3, 3), tiny]
    if name in ("LGAMMA", "DIGAMMA", "TRIGAMMA"):
        return [even(0, 60), even(0.5, 3), scales(-100, 100, False), even(-20, 0)]
    if name in ("EXP", "EXPM1", "SINH", "COSH", "TANH"):
        return [even(-600, 600), even(-45, 45), even(-2, 2), tiny]
    if name in ("SIN", "COS", "TAN"):
        return [scales(3, 1023), even(-30, 30), tiny]
    return [scales(-300, 300)]


def pairs(name):
    if name in ("POWER", "LOWER_POWER"):
        return scales(-30, 30, False), even(-30, 30)
    if name == "LOG_ADD_EXP":
        return even(-50, 50), even(-50, 50)
    if name == "POLYGAMMA":
        return (lambda: float(random.randrange(9))), scales(-10, 20, False)
    return scales(-100, 100), scales(-100, 100)


def show(name, arguments, value):
    mp.dps = 50
    print(name, *(x.hex() for x in arguments), mp.nstr(+value, 50, min_fixed=0, max_fixed=0), sep="\t")


def main(points):
    random.seed(1)
    for name, f in ONE.items():
        choices = ranges(name)
        for i in range(points):
            x = choices[i % len(choices)]()
            mp.dps = 480 if name in ("TAN", "SIN", "COS", "SOFTPLUS", "LOG1MEXP", "ERF", "ERFC") else 130
            value = f(mpf(x)) if name != "LGAMMA" or x > 0 else log(abs(mp.gamma(mpf(x))))
            show(name, (x,), value)
    for name, f in TWO.items():
        first, second = pairs(name)
        for _ in range(points):
            x, y = first(), second()
            mp.dps = 150
            show(name, (x, y), f(mpf(x), mpf(y)))


main(int(sys.argv[1]))
