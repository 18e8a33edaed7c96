"""What the commands for continuous integration say to a forge, and what they take from it."""
