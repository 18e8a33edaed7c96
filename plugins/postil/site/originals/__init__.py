"""A document of another program becomes a text of the site, word for word."""
