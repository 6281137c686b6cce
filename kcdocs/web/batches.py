"""Batches of the page: what was dropped, what was chosen, and the folders of their work."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs import settings
from kcdocs.files import write_whole
from kcdocs.web.desk import safe_name
from kcdocs.web.errors import NothingThereError
from kcdocs.web.jobs import Jobs, JobStage, JobState

if TYPE_CHECKING:
    from kcdocs.api import SetFit

_KEY = re.compile(r"[0-9a-f]{16}")
_FILE = "dot.json"


@dataclass(frozen=True, slots=True)
class PageBatch:
    """A batch as its user asked for it on the page.

    Attributes:
        key: What its address ends with.
        set_name: The set.
        title: What its documents are.
        file: Name of the file of data.
        count: How many records it has.
        out: The folder of its documents.
        made: When it was begun, in seconds since 1970.
        series: The book of numbers; empty where the data have their own.
        proposed: The book that the data would belong to; empty if unknown.
        day: The documents' date where the data leave it open, as ISO 8601; may be empty.
        pdf: Whether PDF files are wanted.
        bundled: Whether a ZIP file is wanted.
        merged: Whether one file to print is wanted.
        skipping: Whether good records are made although others have faults.
        again: Whether records that have a number may get another.
        numbered: Whether the first record gives its number.
    """

    key: str
    set_name: str
    title: str
    file: str
    count: int
    out: str
    made: float
    series: str = ""
    proposed: str = ""
    day: str = ""
    pdf: bool = False
    bundled: bool = True
    merged: bool = False
    skipping: bool = False
    again: bool = False
    numbered: bool = False


class Batches:
    """The batches of a user.

    Args:
        folder: Where they are; closed to other users.
        jobs: Does the work.
    """

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        self._folder = folder.absolute() / "hang-loat"
        self._jobs = jobs

    def begin(self, fit: SetFit, data: Path) -> PageBatch:
        """Begin a batch with a file of data, of which a copy is kept: it is needed to go on.

        Args:
            fit: The set, and what its data are like.
            data: The file.
        """
        key, now = secrets.token_hex(8), time.time()
        day = datetime.fromtimestamp(now).astimezone().strftime("%Y-%m-%d")
        out = _free(settings.documents_folder().absolute() / f"{safe_name(data.stem)} {day}")
        facts = (fit.name, fit.title, data.name, fit.records, str(out), now)
        batch = PageBatch(key, *facts, proposed=fit.series, numbered=fit.numbered)
        self._copy(key, data)
        self.keep(batch)
        return batch

    def replace_data(self, batch: PageBatch, data: Path, count: int) -> PageBatch:
        """Take another file of data in the place of the first."""
        self.data(batch).unlink(missing_ok=True)
        self._copy(batch.key, data)
        new = replace(batch, file=data.name, count=count)
        self.keep(new)
        return new

    def batch(self, key: str) -> PageBatch:
        """A batch.

        Raises:
            NothingThereError: If there is none of that key.
        """
        try:
            found = PageBatch(**json.loads((self.home(key) / _FILE).read_bytes()))
        except (OSError, ValueError, TypeError):
            raise NothingThereError("đợt") from None
        return replace(found, out=_here(found.out))

    def every(self) -> list[PageBatch]:
        """All batches, the latest first."""
        found = [self.batch(path.parent.name) for path in self._folder.glob(f"*/{_FILE}")]
        return sorted(found, key=lambda item: -item.made)

    def keep(self, batch: PageBatch) -> None:
        """Keep what was chosen."""
        write_whole(self.home(batch.key) / _FILE, json.dumps(asdict(batch), ensure_ascii=False).encode())

    def drop(self, batch: PageBatch) -> None:
        """Forget a batch on the page; its documents and numbers stay."""
        self.stop(batch)
        shutil.rmtree(self.home(batch.key), ignore_errors=True)

    def home(self, key: str) -> Path:
        """The folder of a batch on the page: data, marked copy, ZIP, merged file, words of its jobs."""
        if not _KEY.fullmatch(key):
            raise NothingThereError("đợt")
        return self._folder / key

    def data(self, batch: PageBatch) -> Path:
        """The copy of the file of data."""
        return self.home(batch.key) / "du-lieu" / batch.file

    # --- its jobs ---

    def check(self, batch: PageBatch) -> None:
        """Check the data."""
        shutil.rmtree(self.home(batch.key) / "lap", ignore_errors=True)
        self._start(batch, "kiem-tra", 0)

    def make(self, batch: PageBatch, count: int) -> None:
        """Make the documents, or what is missing of them."""
        shutil.rmtree(self.home(batch.key) / "xac-minh", ignore_errors=True)
        self._start(batch, "lap", count)

    def prove(self, batch: PageBatch) -> None:
        """Verify the documents."""
        self._start(batch, "xac-minh", 0)

    def stop(self, batch: PageBatch) -> None:
        """Stop what is being done."""
        for kind in ("kiem-tra", "lap", "xac-minh"):
            self._jobs.stop(self.home(batch.key) / kind)

    def state(self, batch: PageBatch, kind: str) -> JobState | None:
        """How far a job of a batch is; None if it was never begun."""
        return self._jobs.state(self.home(batch.key) / kind)

    def words(self, batch: PageBatch) -> str:
        """How far a batch is, for a list."""
        made = self.state(batch, "lap")
        if made is None:
            checked = self.state(batch, "kiem-tra")
            return "chưa lập" if checked is None or checked.over else "đang kiểm tra bảng"
        told = {
            JobStage.DONE: f"đã lập {made.result.get('so_van_ban', 0)} văn bản",
            JobStage.WORKING: f"đang lập {made.done} trên {made.of}",
            JobStage.WAITING: "đang chờ việc khác xong",
        }
        return told.get(made.stage, f"đã dừng sau văn bản {made.done}")

    def _start(self, batch: PageBatch, kind: str, count: int) -> None:
        home = self.home(batch.key)
        asked: dict[str, Any] = {
            "bo_mau": batch.set_name,
            "du_lieu": str(self.data(batch)),
            "thu_muc": batch.out,
            "danh_dau": str(home / "danh-dau.xlsx"),
            "ngay": batch.day,
            "day_so": batch.series,
            "bo_sai": batch.skipping,
            "lai": batch.again,
            "pdf": batch.pdf,
            "nen": str(home / "van-ban.zip") if batch.bundled else "",
            "gop": str(home / "gop.docx") if batch.merged else "",
            "so_van_ban": count,
        }
        self._jobs.start(home / kind, kind, asked)

    def _copy(self, key: str, data: Path) -> None:
        target = self.home(key) / "du-lieu" / data.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data, target)


def _here(out: str) -> str:
    """Where the documents of a batch are on this machine, if its folder was chosen on another one."""
    moved = settings.documents_folder().absolute() / re.split(r"[/\\]", out)[-1]
    return out if Path(out).parent == moved.parent or Path(out).is_dir() else str(moved)


def _free(out: Path) -> Path:
    """The folder, or the next of the name where it is taken."""
    number = 1
    free = out
    while free.exists():
        number += 1
        free = out.with_name(f"{out.name} ({number})")
    return free
