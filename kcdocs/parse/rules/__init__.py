"""One construct of a legal text a file, its reader and its writer together."""
