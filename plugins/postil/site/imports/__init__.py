"""What other programs wrote becomes annotations and sources of a site: decided here, as values."""
