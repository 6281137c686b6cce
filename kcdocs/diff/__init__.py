"""Instrument × Instrument → Comparison: what became of each provision, which words changed, what follows."""
