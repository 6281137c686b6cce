"""Gatherings of opinions on the page: the draft that was sent out, what came back, what was made of it."""

from __future__ import annotations

import hashlib
import json
import pickle
import re
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from kcdocs.files import write_whole
from kcdocs.settings import VERSION
from kcdocs.web.comparing import store_state
from kcdocs.web.errors import NothingThereError
from kcdocs.web.words import without_folders

if TYPE_CHECKING:
    from kcdocs.api import Finding, OpinionAnswer, OpinionTable
    from kcdocs.web.desk import Desk

_KEY = re.compile(r"[0-9a-f]{16}")
_FILE, _MERGED = "viec.json", "gop"


@dataclass(frozen=True, slots=True)
class Gathering:
    """Returned files on one draft, as they were laid down.

    Attributes:
        key: What its address ends with.
        base: The draft that was sent out: number of a stored text, or the key of a dropped file.
        stored: Whether it is a stored one.
        returned: Key of each returned file, and who sent it; empty where the file is to say that.
        made: When it was asked for, in seconds since 1970.
        newer: Key of the draft made after the opinions; empty if there is none yet.
    """

    key: str
    base: str
    stored: bool
    returned: tuple[tuple[str, str], ...]
    made: float
    newer: str = ""


class Gatherings:
    """The gatherings of a user.

    Args:
        desk: Where the dropped files are.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._homes = desk.folder / "y-kien"
        self._answers = desk.folder / "tra-loi-y-kien"
        self._lock = Lock()

    def gather(
        self, base: str, returned: Iterable[tuple[str, str]], *, stored: bool, again: str = ""
    ) -> Gathering:
        """Keep what is to be gathered.

        Args:
            base: Number of a stored text, or key of a dropped file.
            returned: Keys of the returned files, with who sent each.
            stored: Which of both `base` is.
            again: Key of the gathering whose files are chosen anew; empty for a new one.

        Raises:
            NothingThereError: If a file, or that gathering, is not kept.
        """
        files = tuple(dict(returned).items())
        for key in [*(() if stored else (base,)), *(key for key, _ in files)]:
            self._desk.file(key)
        newer = self.gathering(again).newer if again else ""
        made = Gathering(again or secrets.token_hex(8), base, stored, files, time.time(), newer)
        self._write(made)
        return made

    def gathering(self, key: str) -> Gathering:
        """A gathering.

        Raises:
            NothingThereError: If there is none of that key.
        """
        try:
            facts = json.loads((self._homes / key / _FILE).read_bytes()) if _KEY.fullmatch(key) else {}
            return Gathering(**{**facts, "returned": tuple((file, who) for file, who in facts["returned"])})
        except (OSError, ValueError, TypeError, KeyError):
            raise NothingThereError("bảng ý kiến") from None

    def every(self) -> list[Gathering]:
        """All gatherings whose files are still kept, the latest first."""
        found = [self.gathering(path.parent.name) for path in self._homes.glob(f"*/{_FILE}")]
        return sorted(filter(self._whole, found), key=lambda item: -item.made)

    def folder(self, asked: Gathering) -> Path:
        """Where all that belongs to a gathering is kept."""
        return self._homes / asked.key

    def title(self, asked: Gathering) -> str:
        """The name of the draft that was sent out, as its user knows it."""
        return asked.base if asked.stored else self._desk.file(asked.base).name

    # --- the table ---

    def table(self, asked: Gathering) -> OpinionTable | None:
        """The table that was made of these files; None if it has to be made."""
        try:
            data = self._made(asked, "bang").read_bytes()
        except OSError:
            return None
        found: OpinionTable = pickle.loads(data)  # noqa: S301 - own file in its user's closed folder, of this version
        return found

    def make(self, asked: Gathering, told: Callable[[int, int], None]) -> None:
        """Read the files and keep the table of what they ask.

        Args:
            asked: The gathering.
            told: Called with how many files were read, and how many there are.

        Raises:
            KcdocsError: If the draft that was sent out, or the newer one, cannot be read.
        """
        from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

        base, files, offices = self._files(asked)
        newer = self._desk.file(asked.newer).path if asked.newer else None
        table = opinions.collect(base, files, offices=offices, next_draft=newer, told=told)
        self._keep_table(asked, _by_names(table))

    def renew(self, asked: Gathering, newer: str) -> None:
        """Mark which wishes stand in the draft that was made after the opinions.

        Raises:
            NothingThereError: If the file, or the table, is no longer kept.
            KcdocsError: If it cannot be read.
        """
        from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

        table = self.table(asked)
        if table is None:
            raise NothingThereError("bảng ý kiến")
        marked = opinions.suggest(table, self._desk.file(newer).path)
        later = replace(asked, newer=newer)
        self._keep_table(later, marked)
        self._write(later)

    # --- the answers ---

    def answers(self, asked: Gathering) -> list[OpinionAnswer]:
        """What was answered to opinions on this draft, in this gathering or an earlier one."""
        from kcdocs.api import OpinionAnswer  # noqa: PLC0415 - the page starts without it

        try:
            found = json.loads(self._answered(asked).read_bytes())
        except OSError:
            return []
        return [OpinionAnswer(**facts) for facts in found]

    def answer(self, asked: Gathering, new: Iterable[OpinionAnswer]) -> None:
        """Keep answers in place of those before to the same rows; an empty one is taken back."""
        with self._lock:  # two rows that are answered at once must not lose one another
            kept = {one.row: one for one in self.answers(asked)} | {one.row: one for one in new}
            facts = [asdict(one) for one in kept.values() if one.text.strip()]
            write_whole(self._answered(asked), json.dumps(facts, ensure_ascii=False).encode())

    def take_back(self, asked: Gathering, table: Path) -> int:
        """Keep what people wrote into a table that came back; how many rows.

        The file is kept: columns that they added, looks, words around the table go into the next one.

        Raises:
            KcdocsError: If it is no table of opinions.
        """
        from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

        found = [one for one in opinions.answers_in(table) if one.text]
        self.answer(asked, found)
        for old in self.folder(asked).glob("nhan-lai.*"):
            old.unlink()
        write_whole(self.folder(asked) / f"nhan-lai{table.suffix.lower()}", table.read_bytes())
        return len(found)

    def render(self, asked: Gathering, form: str, *, by_office: bool) -> bytes:
        """The table with its answers as a file.

        Raises:
            NothingThereError: If the table has to be made anew.
        """
        from kcdocs.api import opinions  # noqa: PLC0415 - the page starts without it

        table = self.table(asked)
        if table is None:
            raise NothingThereError("bảng ý kiến")
        earlier = next(self.folder(asked).glob("nhan-lai.*"), None)
        answers = self.answers(asked)
        made = opinions.render(table, form, by_office=by_office, earlier=earlier, answers=answers)
        return made if isinstance(made, bytes) else made.encode()

    # --- merging ---

    def merged(self, asked: Gathering) -> dict[str, Any] | None:
        """What is told of the merged file; None if it has to be made."""
        try:
            found: dict[str, Any] = json.loads(self._made(asked, _MERGED).read_bytes())
        except OSError:
            return None
        return found

    def merge(self, asked: Gathering, told: Callable[[int, int], None]) -> None:
        """Put the changes of all files into one Word file, and keep it.

        Args:
            asked: The gathering.
            told: Called with how many pieces of the work are done, and how many there are.

        Raises:
            KcdocsError: If a file cannot be read, or is no draft of this base.
        """
        from kcdocs.api import merge  # noqa: PLC0415 - the page starts without it
        from kcdocs.web.answers import finding_words  # noqa: PLC0415 - as above

        base, files, offices = self._files(asked)
        made = merge.merge(base, files, offices=offices, told=told)
        clashes = [
            {"noi": one.name, "y": [[", ".join(wish.drafts), wish.asked] for wish in one.wishes]}
            for one in made.clashes
        ]
        facts = {"ban": made.drafts, "trai": clashes, "luu_y": [*map(finding_words, made.findings)]}
        self._sweep(asked, _MERGED)
        write_whole(self.merged_file(asked), made.data)
        write_whole(self._made(asked, _MERGED), json.dumps(facts, ensure_ascii=False).encode())

    def merged_file(self, asked: Gathering) -> Path:
        """The merged file."""
        return self._made(asked, _MERGED).with_suffix(".docx")

    def _files(self, asked: Gathering) -> tuple[str | Path, list[Path], dict[str, str]]:
        """The base, the returned files, and who sent those that were named."""
        base = asked.base if asked.stored else self._desk.file(asked.base).path
        paths = {key: self._desk.file(key).path for key, _ in asked.returned}
        offices = {str(paths[key]): who for key, who in asked.returned if who}
        return base, list(paths.values()), offices

    def _whole(self, asked: Gathering) -> bool:
        try:
            self._files(asked)
        except NothingThereError:
            return False
        return True

    def _made(self, asked: Gathering, what: str) -> Path:
        """The file of what was made of just these files by just this program; it need not be there."""
        store = store_state() if asked.stored else ()
        newer = asked.newer if what == "bang" else ""
        state = repr((asked.base, asked.returned, newer, store, VERSION))
        return self.folder(asked) / f"{what}-{hashlib.sha256(state.encode()).hexdigest()[:16]}"

    def _keep_table(self, asked: Gathering, table: OpinionTable) -> None:
        self._sweep(asked, "bang")
        write_whole(self._made(asked, "bang"), pickle.dumps(table))

    def _sweep(self, asked: Gathering, what: str) -> None:
        for old in self.folder(asked).glob(f"{what}-*"):
            old.unlink(missing_ok=True)

    def _answered(self, asked: Gathering) -> Path:
        """Where the answers are kept: by the stored text's number, else the words of the file."""
        base = asked.base.encode() if asked.stored else self._desk.file(asked.base).path.read_bytes()
        return self._answers / f"{hashlib.sha256(base).hexdigest()[:16]}.json"

    def _write(self, asked: Gathering) -> None:
        write_whole(self.folder(asked) / _FILE, json.dumps(asdict(asked), ensure_ascii=False).encode())


def _by_names(table: OpinionTable) -> OpinionTable:
    """A table in which files go by the names that their user knows."""
    returned = tuple(
        replace(one, file=Path(one.file).name, findings=tuple(map(_by_name, one.findings)))
        for one in table.returned
    )
    return replace(table, returned=returned, refused=tuple(map(_by_name, table.refused)))


def _by_name(finding: Finding) -> Finding:
    place = replace(finding.place, file=Path(finding.place.file).name)
    return replace(finding, place=place, message=without_folders(finding.message))
