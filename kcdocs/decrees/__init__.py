"""The store of instruments: facts, fingerprints, added texts and the catalogue of citable texts."""
