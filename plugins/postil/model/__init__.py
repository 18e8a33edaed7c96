"""What Postil's words are, as typed, immutable values. No I/O."""
