"""One document of a set: the version for its date, the lines that the law words, filling, and its file."""
