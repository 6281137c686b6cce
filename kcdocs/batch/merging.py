"""All documents of a batch in one Word file, to be printed in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kcdocs.batch import limits
from kcdocs.batch.bundle import documents
from kcdocs.batch.errors import MergedInsideError, TooManyToMergeError
from kcdocs.batch.journal import Journal
from kcdocs.batch.order import Order
from kcdocs.files import write_whole


def check_merge(order: Order, count: int) -> None:
    """See that the documents can be merged if that is wanted, before anything is made.

    Args:
        order: What was asked for.
        count: How many documents it comes to.

    Raises:
        TooManyToMergeError: If they are too many.
        MergedInsideError: If the file would lie among them.
    """
    if order.merge is None:
        return
    if order.merge.resolve().is_relative_to(order.out.resolve()):
        raise MergedInsideError(order.merge, order.out)
    if count > limits.MOST_MERGED:
        raise TooManyToMergeError(count, limits.MOST_MERGED)


def write_merged(
    target: Path, out: Path, journal: Journal, tell: Callable[[int, int], None] = lambda *_: None
) -> tuple[str, ...]:
    """Write the documents that stand in a batch's folder, as they stand there, into one Word file.

    Args:
        target: The file; it appears when all of it is written, in the place of an older one.
        out: The batch's folder.
        journal: Its journal.
        tell: Told how many are merged, and of how many.

    Returns:
        What the user should know.

    Raises:
        PackageError: If a document was changed into one that cannot be opened.
        JoinConflictError: If documents differ in what a Word file has only once.
    """
    from kcdocs.word.join.join import join  # noqa: PLC0415 - loaded only where documents are merged

    files = list(documents(out, journal))
    if not files:
        return (f"không có văn bản nào để gộp, chưa ghi «{target}».",)
    joined = join(files, tell)
    write_whole(target, joined.data)
    return (_totals(joined.totals),) if joined.totals else ()


def _totals(files: Sequence[str]) -> str:
    return (
        f"{len(files)} văn bản (đầu tiên là «{files[0]}») in tổng số trang và gồm nhiều phần (section); "
        "trong tệp gộp số ấy là tổng số trang của cả tệp."
    )
