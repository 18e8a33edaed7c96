"""Social cards: the picture of a page that stands where the page is shared.

What is drawn is words and plain rectangles, by fonts that ship with the package, so that a card
needs no network, no library of the system and no font of the machine. HarfBuzz shapes the words and
draws their letters (uharfbuzz); what it leaves to others is here: which way words run, where lines
break, where things stand, and the file.
"""
