"""The commands. Thin: they only adapt."""
