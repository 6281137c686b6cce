"""Opinions: what each of many offices changed and said in the draft that was sent to them."""
