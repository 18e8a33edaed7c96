"""Ranges and notes to HTML; the templates and assets that ship."""
