"""Regular expressions of models, in time that grows with the text and never explodes. Knows no value of JavaScript.

What cannot be matched so, back-references and look-around, is `Unreadable`.
"""

from cubeproof.evaluate.regex.machine import Places, search
from cubeproof.evaluate.regex.program import Program, compiled
from cubeproof.evaluate.regex.syntax import Unreadable

__all__ = ["Places", "Program", "Unreadable", "compiled", "search"]
