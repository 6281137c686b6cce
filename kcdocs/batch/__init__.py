"""Batches: many records planned, numbered, made, journalled and listed; nothing lost whatever happens."""
