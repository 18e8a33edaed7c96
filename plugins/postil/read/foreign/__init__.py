"""What other programs wrote of annotations, as values: nothing raises for what a file holds."""
