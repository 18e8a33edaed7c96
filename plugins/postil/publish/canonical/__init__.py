"""The canonical form of the YAML files that people write: one way to say each thing."""
