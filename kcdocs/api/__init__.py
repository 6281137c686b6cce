"""The public face: one typed use case for each thing a user does."""
