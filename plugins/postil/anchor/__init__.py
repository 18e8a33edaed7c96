"""Targets to ranges of a text. Pure: strings in, values out."""
