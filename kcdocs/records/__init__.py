"""Records of documents, read from YAML, JSON, CSV and XLSX files, with the place of every value."""
