"""The frozen nouns that the rooms hand to one another; no policy, no input or output."""
