"""`python -m kcdocs` is `kcdocs`."""

from kcdocs.cli import main

if __name__ == "__main__":
    main()
