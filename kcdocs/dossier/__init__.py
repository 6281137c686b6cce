"""All papers of one dossier from one record: made together, agreeing with one another."""
