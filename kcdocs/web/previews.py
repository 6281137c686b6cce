"""Page pictures of what is being filled in, and of the sets: the last few in memory, one made at a time."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kcdocs.files import write_whole
from kcdocs.web import limits

if TYPE_CHECKING:
    from collections.abc import Callable

Pages = tuple[bytes, ...]


class Previews:
    """Makes pictures of pages and remembers the last ones.

    Args:
        folder: Where the pictures of sets are kept from one run to the next.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "hinh"
        self._made: OrderedDict[str, Pages | None] = OrderedDict()
        self._lock = Lock()

    def pages(self, document: bytes) -> tuple[str, Pages | None]:
        """The pages of a Word file, and the name by which `page` finds them; None without LibreOffice."""
        from kcdocs.api import looking  # noqa: PLC0415 - the page starts without it

        name = hashlib.sha256(document).hexdigest()[:16]
        with self._lock:
            if name not in self._made:
                self._made[name] = looking.page_pictures(document)
            self._made.move_to_end(name)
            while len(self._made) > limits.PREVIEWS:
                self._made.popitem(last=False)
            return name, self._made[name]

    def page(self, name: str, number: int) -> bytes | None:
        """A page by its name and number, from 1; None if it is no longer there."""
        found = self._made.get(name) or ()
        return found[number - 1] if 0 < number <= len(found) else None

    def first_page(self, make: Callable[[], bytes]) -> bytes | None:
        """The first page of a set's example, from the last time where it was drawn before.

        Args:
            version: Set and version.
            make: Makes the Word file of the example.

        Returns:
            None without LibreOffice.
        """
        from kcdocs.api import looking  # noqa: PLC0415 - the page starts without it

        document = make()
        digest = hashlib.sha256(document).hexdigest()[:16]
        path = self._folder / f"{digest}.png"
        if path.is_file():
            return path.read_bytes()
        with self._lock:
            pages = looking.page_pictures(document, 1)
        return write_whole(path, pages[0]).read_bytes() if pages else None
