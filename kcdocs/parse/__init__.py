"""Lines to instruments and back: labels, nesting, references, citations."""
