"""Writes docs/reference from the code: run `make reference`."""
