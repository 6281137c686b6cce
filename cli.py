"""Start kcdocs from a checkout: `python cli.py …` is `kcdocs …`."""

from kcdocs.cli import main

if __name__ == "__main__":
    main()
