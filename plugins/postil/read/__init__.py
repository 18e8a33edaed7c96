"""Files to model, with the exact place of everything and every diagnostic."""
