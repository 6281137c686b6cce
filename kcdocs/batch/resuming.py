"""Beginning a batch in a folder of its own, or going on with the one there if all still agrees."""

from __future__ import annotations

import secrets
from itertools import chain
from typing import TYPE_CHECKING

from kcdocs.batch.errors import (
    BatchVoidError,
    ChangedSinceError,
    FolderInUseError,
    JournalLostError,
    NoManifestError,
    NothingToResumeError,
    OtherRegisterError,
)
from kcdocs.batch.journal import NAME, Journal, holder
from kcdocs.batch.making import MakingState
from kcdocs.batch.manifest import NAME as MANIFEST
from kcdocs.batch.manifest import read_manifest
from kcdocs.register.nouns import LIVING, State

if TYPE_CHECKING:
    from pathlib import Path

    from kcdocs.batch.order import Order
    from kcdocs.register.nouns import Number
    from kcdocs.register.register import Register

_ASKED = {
    "records": "dữ liệu",
    "set": "bộ mẫu",
    "series": "dãy số",
    "pattern": "--pattern",
    "date": "--date",
    "again": "--again",
    "keep_going": "--keep-going",
}
_ISSUED = frozenset({State.CONFIRMED, State.VOID})


def check_free(out: Path) -> None:
    """See that a batch gets a folder of its own.

    Raises:
        FolderInUseError: If the folder holds something.
    """
    if out.exists() and any(out.iterdir()):
        raise FolderInUseError(out, batch=(out / NAME).exists())


def started(order: Order) -> Journal:
    """The journal of a new batch."""
    order.out.mkdir(parents=True, exist_ok=True)
    journal = Journal(order.out / NAME)
    if journal.state.start:
        journal.close()
        raise FolderInUseError(order.out, batch=True)
    _begin(journal, order)
    return journal


def forget(journal: Journal, out: Path) -> None:
    """Take away the journal of a batch that got no number, so that it can begin anew."""
    journal.close()
    (out / NAME).unlink()


def resumed(order: Order, register: Register | None) -> Journal:
    """The journal of the batch that stands in the folder.

    Raises:
        NothingToResumeError: If there is none.
        ChangedSinceError: If another batch is asked for.
        JournalLostError: If documents, manifest or register know more than the journal.
        OtherRegisterError: If the register knows nothing of its numbers.
        BatchVoidError: If its numbers were made void.
    """
    path = order.out / NAME
    if not path.is_file():
        if count := _standing(order.out):
            raise JournalLostError(path, f"không thấy tệp này, mà thư mục có {count} tệp của đợt")
        raise NothingToResumeError(order.out)
    journal = Journal(path)
    try:
        _check_same(journal, order)
        _check_manifest(journal, order.out, path)
        if register and order.series:
            given = register.given_to(order.series, holder(journal))
            _check_register(journal, given, order, path)
    except BaseException:
        journal.close()
        raise
    return journal


def _begin(journal: Journal, order: Order) -> None:
    batch = secrets.token_hex(4)
    name = f"đợt {order.out.absolute().name} ({batch})"
    journal.write("start", batch=batch, holder=name, **order.facts())
    journal.flush()


def _check_same(journal: Journal, order: Order) -> None:
    """See that the journal began with the same order; an empty one begins if nothing stands beside it."""
    start = journal.state.start
    if not start:
        if journal.state.end or (count := _standing(order.out)):
            what = f"thư mục có {count} tệp của đợt" if not journal.state.end else "thiếu dòng đầu"
            raise JournalLostError(order.out / NAME, f"nhật ký trống hoặc mất phần đầu, mà {what}")
        _begin(journal, order)
        return
    for name, value in order.facts().items():
        if start.get(name, False) != value:  # an option that an earlier version did not know was not set
            raise ChangedSinceError(order.out, _ASKED[name])


def _check_manifest(journal: Journal, out: Path, path: Path) -> None:
    try:
        listed = [line for line in read_manifest(out) if line["verdict"] != MakingState.LEFT_OUT]
    except NoManifestError:
        return  # it is written when all documents are made, and anew at the end of each run
    if len(listed) > len(journal.state.places):
        known = len(journal.state.places)
        raise JournalLostError(path, f"bảng kê có {len(listed)} văn bản, nhật ký chỉ còn {known}")


def _check_register(journal: Journal, given: tuple[Number, ...], order: Order, path: Path) -> None:
    state = journal.state
    issued = sum(number.state in _ISSUED for number in given)
    if issued > len(state.places):
        raise JournalLostError(
            path, f"sổ đã cấp {issued} số cho đợt, nhật ký chỉ còn {len(state.places)} văn bản"
        )
    if state.reserved and not given:
        raise OtherRegisterError(order.out, str(order.series), holder(journal))
    void = [number for number in given if number.state is State.VOID]
    if void and not any(number.state in LIVING for number in given):
        raise BatchVoidError(order.out, void[0].reason)


def _standing(out: Path) -> int:
    """How many files of a batch stand in a folder: documents and lists of them."""
    files = chain(out.glob("*.docx"), out.glob("[0-9][0-9][0-9][0-9]/*.docx"), out.glob(f"{MANIFEST}.*"))
    return sum(1 for _ in files)
