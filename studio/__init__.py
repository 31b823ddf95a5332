"""Klangbild, a desktop studio where pictures and music are made together."""

__version__ = "0.1.0"
