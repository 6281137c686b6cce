"""Drafts of forms: what was typed so far, kept at each pause, and the document that was last made of it."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from kcdocs.files import write_whole
from kcdocs.web.errors import NothingThereError, StaleDraftError

_KEY = re.compile(r"[0-9a-f]{16}")
_FILE = "ban-nhap.json"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form being filled in.

    Attributes:
        key: What its address ends with.
        set_name: The set.
        title: What its document is.
        values: What was typed, by field.
        day: The day its document is expected on, where its date is left open; as it was typed.
        revision: How often it was kept; who keeps it anew names the one that was changed.
        changed: When it was last kept, in seconds since 1970.
        made: When a document was last made of it; 0 if none was.
        file: Name of that document.
        told: What its user should know about where it came from.
        dossier: Key of the dossier that it is a paper of; empty for a paper by itself.
    """

    key: str
    set_name: str
    title: str
    values: dict[str, Any]
    day: str = ""
    revision: int = 0
    changed: float = 0.0
    made: float = 0.0
    file: str = ""
    told: str = ""
    dossier: str = ""

    @property
    def name(self) -> str:
        """What a list calls it: the longest thing that was typed into it at the top, else its title.

        A dossier is of no set, and has a name of its own.
        """
        if not self.set_name:
            return str(self.values.get("ten") or self.title)
        said = [value for value in self.values.values() if isinstance(value, str) and "\n" not in value]
        return max(said, key=len, default="").strip() or self.title


class Drafts:
    """The drafts of a user.

    Args:
        folder: Where they are; closed to other users.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()

    def begin(
        self, set_name: str, title: str, values: dict[str, Any], told: str = "", dossier: str = ""
    ) -> FormDraft:
        """Begin a draft."""
        key = secrets.token_hex(8)
        made = FormDraft(key, set_name, title, values, changed=time.time(), told=told, dossier=dossier)
        self._write(made)
        return made

    def draft(self, key: str) -> FormDraft:
        """A draft.

        Raises:
            NothingThereError: If there is none of that key.
        """
        try:
            return FormDraft(**json.loads(self._home(key).joinpath(_FILE).read_bytes()))
        except (OSError, ValueError, TypeError):
            raise NothingThereError("bản nháp") from None

    def every(self) -> list[FormDraft]:
        """All drafts, the last changed first."""
        found = [self.draft(path.parent.name) for path in self._folder.glob(f"*/{_FILE}")]
        return sorted(found, key=lambda item: -item.changed)

    def keep(self, key: str, revision: int, values: dict[str, Any], day: str) -> FormDraft:
        """Keep what was typed.

        Args:
            key: The draft.
            revision: The revision that was changed.
            values: What was typed, by field.
            day: The expected day.

        Raises:
            StaleDraftError: If another tab kept it since.
        """
        with self._lock:
            old = self.draft(key)
            if old.revision != revision:
                raise StaleDraftError(old.changed)
            if (old.values, old.day) == (values, day):
                return old
            new = replace(old, values=values, day=day, revision=revision + 1, changed=time.time())
            self._write(new)
            return new

    def made(self, key: str, file: str, data: bytes) -> FormDraft:
        """Keep the document that was made of a draft."""
        with self._lock:
            new = replace(self.draft(key), made=time.time(), file=file)
            write_whole(self._document(new), data)
            self._write(new)
            return new

    def document(self, key: str) -> bytes:
        """The document that was last made of a draft.

        Raises:
            NothingThereError: If none was.
        """
        try:
            return self._document(self.draft(key)).read_bytes()
        except OSError:
            raise NothingThereError("văn bản") from None

    def drop(self, key: str) -> None:
        """Take a draft away for good."""
        shutil.rmtree(self._home(self.draft(key).key))

    def _document(self, draft: FormDraft) -> Path:
        return self._home(draft.key) / f"van-ban{Path(draft.file).suffix}"

    def _home(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise NothingThereError("bản nháp")
        return self._folder / key

    def _write(self, draft: FormDraft) -> None:
        write_whole(self._home(draft.key) / _FILE, json.dumps(asdict(draft), ensure_ascii=False).encode())
