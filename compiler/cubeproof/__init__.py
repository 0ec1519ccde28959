"""Cubeproof: a compiler for Cube data models, and a static test harness for who sees which rows."""

__version__ = "0.1.0"
