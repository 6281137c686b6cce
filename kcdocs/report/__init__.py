"""One Comparison, many media: terminal, HTML, JSON, comparison tables, statistics."""
