"""Changes to YAML that a person wrote: by spans, so that what is not meant stays as it is."""
