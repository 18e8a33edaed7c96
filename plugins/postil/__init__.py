"""Postil attaches context, sources and corrections to the passages of a text."""

__version__ = "0.1.0"
