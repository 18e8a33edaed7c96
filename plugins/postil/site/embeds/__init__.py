"""What any page of a site can embed: a note, the explainers, the latest changes, what is open,
where errors are reported."""
