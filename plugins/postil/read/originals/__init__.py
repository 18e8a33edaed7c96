"""Documents of other programs, as the Markdown of a text. The words of the original survive."""
