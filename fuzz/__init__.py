"""Fuzzing: what strangers may send, varied by the million, held against what must always be true.

Each module of `fuzz.targets` is one way into Postil: `check` takes any bytes and raises nothing
unless Postil is wrong. `python -m fuzz` runs them under libFuzzer, which looks at the branches that
each input reaches and varies those that reached new ones; `tests/fuzz` replays what was worth
keeping in every run of the tests.
"""
