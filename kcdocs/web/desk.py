"""What the page keeps for its user: dropped files and pieces of work, each in a folder of its own.

A file keeps the name its user knows, with all that could lead elsewhere taken out, so that messages can speak
of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kcdocs.files import reserved, write_whole
from kcdocs.web import limits
from kcdocs.web.errors import NothingThereError

_ID = re.compile(r"[0-9a-f]{16}")
_UNSAFE = re.compile(r"[^\w .,()+-]")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was dropped.

    Attributes:
        key: What its address ends with.
        path: Where it lies, under its user's own name for it.
        used: When it was last used, in seconds since 1970.
    """

    key: str
    path: Path
    used: float

    @property
    def name(self) -> str:
        """How its user knows it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Comparing:
    """A comparison that was asked for.

    Attributes:
        key: What its address ends with.
        old: The text compared with: number of a stored one, or the key of a dropped file.
        stored: Whether it is a stored one.
        drafts: Keys of the dropped files, in order.
        made: When it was asked for, in seconds since 1970.
    """

    key: str
    old: str
    stored: bool
    drafts: tuple[str, ...]
    made: float


class Desk:
    """The folder of the page.

    Args:
        folder: Where it is; closed to other users.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files = folder / "tep"
        self._comparisons = folder / "so-sanh"
        self._explanations = folder / "thuyet-minh"

    async def keep(self, name: str, sent: AsyncIterator[bytes]) -> KeptFile:
        """Keep a file as it comes; what was not sent to its end leaves nothing behind.

        Args:
            name: What its user calls it.
            sent: Its bytes.
        """
        key = secrets.token_hex(8)
        folder = self._files / key
        folder.mkdir(mode=0o700, parents=True)
        path = folder / safe_name(name)
        try:
            with os.fdopen(
                os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600), "wb"
            ) as file:
                async for piece in sent:
                    file.write(piece)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return KeptFile(key, path, time.time())

    def file(self, key: str) -> KeptFile:
        """A file that is kept; from now on it counts as used today.

        Raises:
            NothingThereError: If there is none of that key.
        """
        found = self._found(self._files / key) if _ID.fullmatch(key) else None
        if found is None:
            raise NothingThereError("tệp")
        os.utime(found.path.parent)
        return found

    def files(self) -> list[KeptFile]:
        """All files that are kept, the last used first."""
        found = [self._found(folder) for folder in self._files.glob("*")]
        return sorted((item for item in found if item), key=lambda item: -item.used)

    def drop(self, key: str) -> None:
        """Take a file away for good.

        Raises:
            NothingThereError: If there is none of that key.
        """
        shutil.rmtree(self.file(key).path.parent)

    def sweep(self) -> None:
        """Take away what was not used for as long as the page promises to keep it."""
        kept = timedelta(days=limits.KEPT_DAYS)
        for item in self.files():
            if time.time() - item.used > kept.total_seconds():
                shutil.rmtree(item.path.parent, ignore_errors=True)

    def compare(self, old: str, drafts: list[str], *, stored: bool) -> Comparing:
        """Keep what is to be compared.

        Args:
            old: Number of a stored text, or key of a dropped file.
            drafts: Keys of dropped files.
            stored: Which of both `old` is.

        Raises:
            NothingThereError: If a file is not kept.
        """
        for key in drafts if stored else [old, *drafts]:
            self.file(key)
        made = Comparing(secrets.token_hex(8), old, stored, tuple(drafts), time.time())
        facts = {"old": old, "stored": stored, "drafts": drafts, "made": made.made}
        write_whole(self._comparisons / made.key / "viec.json", json.dumps(facts).encode())
        return made

    def comparison(self, key: str) -> Comparing:
        """A comparison that was asked for.

        Raises:
            NothingThereError: If there is none of that key.
        """
        try:
            facts = (
                json.loads((self._comparisons / key / "viec.json").read_bytes()) if _ID.fullmatch(key) else {}
            )
            return Comparing(key, facts["old"], facts["stored"], tuple(facts["drafts"]), facts["made"])
        except (OSError, ValueError, KeyError):
            raise NothingThereError("bản so sánh") from None

    def comparisons(self) -> list[Comparing]:
        """All comparisons, the latest first."""
        found = [
            self.comparison(folder.name)
            for folder in self._comparisons.glob("*")
            if (folder / "viec.json").is_file()
        ]
        return sorted(found, key=lambda item: -item.made)

    def comparison_folder(self, key: str) -> Path:
        """Where all that belongs to a comparison is kept."""
        return self._comparisons / self.comparison(key).key

    def decisions(self, key: str) -> list[dict[str, str]]:
        """What its user decided on the unsure pairs of a comparison, in order."""
        try:
            found: list[dict[str, str]] = json.loads(self.decided(key).read_bytes())
        except OSError:
            return []
        return found

    def decide(self, key: str, decisions: list[dict[str, str]]) -> None:
        """Keep such decisions in place of those before."""
        if decisions:
            write_whole(self.decided(key), json.dumps(decisions, ensure_ascii=False).encode())
        else:
            self.decided(key).unlink(missing_ok=True)

    def explanations(self, old: str) -> list[dict[str, str]]:
        """What its user said of the provisions of drafts of an original, each as its facts."""
        try:
            found: list[dict[str, str]] = json.loads(self._explained(old).read_bytes())
        except OSError:
            return []
        return found

    def explain(self, old: str, said: list[dict[str, str]]) -> None:
        """Keep such explanations in place of those before."""
        write_whole(self._explained(old), json.dumps(said, ensure_ascii=False).encode())

    def _explained(self, old: str) -> Path:
        return self._explanations / f"{hashlib.sha256(old.encode()).hexdigest()[:16]}.json"

    def decided(self, key: str) -> Path:
        """The file of such decisions, in the form that the comparison takes; it need not be there."""
        return self.comparison_folder(key) / "xac-dinh.json"

    def decided_file(self, key: str) -> Path | None:
        """The file of such decisions if there are any."""
        path = self.decided(key)
        return path if path.exists() else None

    def answers(self, key: str) -> list[dict[str, str]]:
        """What its user answered on the unclear commands of an amending draft, in order."""
        path = self.answered_file(key)
        found: list[dict[str, str]] = json.loads(path.read_bytes()) if path else []
        return found

    def answer(self, key: str, answers: list[dict[str, str]]) -> None:
        """Keep such answers in place of those before."""
        if answers:
            write_whole(self._answered(key), json.dumps(answers, ensure_ascii=False).encode())
        else:
            self._answered(key).unlink(missing_ok=True)

    def answered_file(self, key: str) -> Path | None:
        """The file of such answers if there are any, in the form that reading a draft takes."""
        path = self._answered(key)
        return path if path.exists() else None

    def draft(self, asked: Comparing) -> KeptFile:
        """The last draft of a comparison."""
        return self.file(asked.drafts[-1])

    def sides(self, asked: Comparing) -> tuple[str | Path, Path]:
        """The original of a comparison, by number or as a file, and its last draft."""
        return asked.old if asked.stored else self.file(asked.old).path, self.draft(asked).path

    def _answered(self, key: str) -> Path:
        return self.comparison_folder(key) / "tra-loi.json"

    def _found(self, folder: Path) -> KeptFile | None:
        path = next((item for item in folder.glob("*") if item.is_file()), None)
        return KeptFile(folder.name, path, folder.stat().st_mtime) if path else None


def safe_name(name: str) -> str:
    """A user's name for a file, with nothing in it that leads elsewhere or that Windows does not take."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    stem, dot, ending = _UNSAFE.sub("", plain).strip(" .").rpartition(".")
    stem, ending = (stem or ending, ending if dot and stem else "")
    kept = stem.strip(" .")[: limits.NAME] or "tệp"
    if reserved(kept):
        kept = f"tệp {kept}"
    return f"{kept}.{ending.strip().lower()[:8]}" if ending.strip() else kept
