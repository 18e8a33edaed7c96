"""The whole: loads once, joins everything, makes the overview pages."""
