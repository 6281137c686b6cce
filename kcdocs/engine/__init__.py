"""The template language of Word files: compiled once, filled many times, checked; it knows no law."""
