"""PDF files with a text layer, as the official gazette publishes them."""
