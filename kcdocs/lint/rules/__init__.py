"""The rules of form, one matter a file; each gives the findings of a document."""
