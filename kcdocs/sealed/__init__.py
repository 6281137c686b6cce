"""A ZIP file with a list of all that is in it and its SHA-256 sums: written whole, opened as anyone's."""
