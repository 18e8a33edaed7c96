"""The MkDocs plugin. Thin: it only adapts."""
