"""Any supported file as the lines a reader sees."""
