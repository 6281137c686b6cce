"""The amending sentence: words to tokens to commands to addresses, every word accounted for."""
