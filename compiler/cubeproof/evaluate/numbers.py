"""Numbers as JavaScript writes and reads them. Pure functions of numbers and text.

Source: ECMA-262, Number::toString, StringToNumber, Number.prototype.toFixed, parseInt, parseFloat.
"""

import re
from typing import Final

WHITE_SPACE: Final = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What `trim` and number parsing skip: not quite what Python calls white space."""

NAN: Final = float("nan")
INFINITY: Final = float("inf")

_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_RADIX = {"0x": 16, "0o": 8, "0b": 2}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def number_text(number: float) -> str:
    """`String(number)`: the shortest digits that read back as the same number."""
    if number != number:
        return "NaN"
    if number == 0:
        return "0"
    if number < 0:
        return "-" + number_text(-number)
    if number == INFINITY:
        return "Infinity"
    mantissa, _, exponent = repr(number).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    point = len(whole) + int(exponent or 0)
    digits = whole + fraction
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    return _laid_out(digits, point)


def _laid_out(digits: str, point: int) -> str:
    """Digits with the decimal point after the first `point` of them."""
    if len(digits) <= point <= 21:
        return digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    sign = "+" if point > 0 else "-"
    rest = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{rest}e{sign}{abs(point - 1)}"


def text_number(text: str) -> float:
    """`Number(text)`: NaN where the text is no number."""
    text = text.strip(WHITE_SPACE)
    if not text:
        return 0.0
    if text[:2].lower() in _RADIX:
        return _in_radix(text[2:], _RADIX[text[:2].lower()], whole=True)
    return float(text) if _DECIMAL.fullmatch(text) else NAN


def parse_float(text: str) -> float:
    """`parseFloat(text)`: the longest start that is a number."""
    found = _DECIMAL.match(text.lstrip(WHITE_SPACE))
    return float(found.group()) if found else NAN


def parse_int(text: str, radix: int) -> float:
    """`parseInt(text, radix)`: the longest start that is an integer; radix 0 means 10, or 16 after `0x`."""
    text = text.lstrip(WHITE_SPACE)
    sign = -1.0 if text.startswith("-") else 1.0
    text = text[1:] if text[:1] in ("+", "-") else text
    if radix in (0, 16) and text[:2].lower() == "0x":
        text, radix = text[2:], 16
    radix = radix or 10
    if not 2 <= radix <= 36:
        return NAN
    return sign * _in_radix(text, radix, whole=False)


def _in_radix(text: str, radix: int, *, whole: bool) -> float:
    allowed = _DIGITS[:radix]
    lowered = text.lower() if text.isascii() else "".join(c.lower() if c.isascii() else " " for c in text)
    length = next((i for i, c in enumerate(lowered) if c not in allowed), len(lowered))
    if length == 0 or (whole and length < len(text)):
        return NAN
    if radix == 10:
        return float(lowered[:length])
    digits = lowered[:length].lstrip("0") or "0"
    return INFINITY if len(digits) > 1100 else integer_number(int(digits, radix))


def integer_number(value: int) -> float:
    """The nearest number to an integer of any size."""
    try:
        return float(value)
    except OverflowError:
        return INFINITY if value > 0 else -INFINITY


def fixed_text(number: float, digits: int) -> str:
    """`number.toFixed(digits)`: exact, halves away from zero."""
    if number != number or abs(number) >= 1e21:
        return number_text(number)
    numerator, denominator = abs(number).as_integer_ratio()
    scaled = (2 * numerator * 10**digits + denominator) // (2 * denominator)
    whole, fraction = divmod(scaled, 10**digits)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{fraction:0{digits}d}" if digits else f"{sign}{whole}"


def radix_text(integer: int, radix: int) -> str:
    """`integer.toString(radix)`."""
    rest, digits = abs(integer), ""
    while rest:
        rest, digit = divmod(rest, radix)
        digits = _DIGITS[digit] + digits
    return ("-" if integer < 0 else "") + (digits or "0")


def to_int32(number: float) -> int:
    """What bit operators work on: the integer part modulo 2**32, signed."""
    if number != number or abs(number) == INFINITY:
        return 0
    bits = int(number) & 0xFFFFFFFF
    return bits - (1 << 32) if bits & 0x80000000 else bits


def array_index(key: str) -> int | None:
    """The integer that a key is, if it is one in canonical form below 2**32 - 1."""
    if key.isascii() and key.isdigit() and len(key) <= 10 and (key == "0" or key[0] != "0"):
        index = int(key)
        return index if index < 0xFFFFFFFF else None
    return None


def significant_text(number: float, digits: int, *, exponential: bool) -> str:
    """`number.toPrecision(digits)`, or `number.toExponential(digits - 1)`: exact, halves away from zero."""
    from fractions import Fraction

    sign = "-" if number < 0 else ""
    if number == 0:
        exponent, written = 0, "0" * digits
    else:
        fraction = Fraction(abs(number))
        exponent = int(f"{abs(number):e}".partition("e")[2])
        while fraction >= Fraction(10) ** (exponent + 1):
            exponent += 1
        while fraction < Fraction(10) ** exponent:
            exponent -= 1
        scaled = int(fraction / Fraction(10) ** (exponent - digits + 1) + Fraction(1, 2))
        if scaled >= 10**digits:
            scaled, exponent = scaled // 10, exponent + 1
        written = str(scaled)
    if exponential or exponent < -6 or exponent >= digits:
        rest = f".{written[1:]}" if digits > 1 else ""
        return f"{sign}{written[0]}{rest}e{'-' if exponent < 0 else '+'}{abs(exponent)}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{written}"
    whole, rest = written[: exponent + 1], written[exponent + 1 :]
    return f"{sign}{whole}.{rest}" if rest else sign + whole
