"""The page: kcdocs in the browser of this machine, without a command line."""
