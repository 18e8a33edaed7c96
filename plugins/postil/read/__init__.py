"""Files to model: everything that people wrote, and every problem in it."""
