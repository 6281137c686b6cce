"""Templates: sets and their versions, the contract of their data, compiling and filling."""
