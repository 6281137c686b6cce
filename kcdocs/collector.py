"""Python's collector of cycles, kept still where much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the collector still: a tree or a comparison is a million small objects and little garbage.

    What was made counts as old afterwards. Else the collector would go through all of it at the next object
    made, a third of the time a comparison takes; so it does at its next round through everything.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # unfreezing would undo what a program had frozen itself
                gc.freeze()
                gc.unfreeze()
            gc.enable()
