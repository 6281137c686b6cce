"""Documents put into documents: blocks into a template, one into a field, many into one file."""
