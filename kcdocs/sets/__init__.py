"""Sets of templates: versions, the contract of their data, release, and what a document claims of them."""
