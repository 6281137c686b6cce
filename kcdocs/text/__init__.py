"""Pure strings: no files, no documents, no state."""
