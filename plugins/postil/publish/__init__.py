"""Model to machine-readable files."""
