"""Many documents joined into one, each with its own sections, headers, lists and page numbers."""
