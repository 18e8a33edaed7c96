"""The findings of a site, text by text, so that those of a text that nobody changed can be taken
from a record."""
