"""The fields of every file that people write, and the options of the site: one table each."""
