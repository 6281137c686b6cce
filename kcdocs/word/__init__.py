"""The only room that knows WordprocessingML."""
