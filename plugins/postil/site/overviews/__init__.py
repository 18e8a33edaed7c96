"""The pages about all explainers: what is on them, joined from everything."""
