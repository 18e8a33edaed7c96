"""The HTML of original texts, which contributors write, held against an allow-list."""
