"""What is done for batches beside the page: checking the data, making the documents, verifying them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from kcdocs.api import BatchFaultsError, FindingsError, Order, batch
from kcdocs.web import limits
from kcdocs.web.answers import fault_words
from kcdocs.web.words import in_sheet, page_words, plain_remark

Tell = Callable[[str, int, int], None]


def check(asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Check the data of a batch; nothing is written but the marked copy, no number is taken."""
    marked = Path(asked["danh_dau"])
    marked.unlink(missing_ok=True)
    sheet = Path(asked["du_lieu"]).suffix.lower() in {".xlsx", ".csv"}
    try:
        plan, lines = batch.dry_run(_order(asked), tell=tell, marked=marked if sheet else None)
    except BatchFaultsError as fault:
        return _faults(fault)
    first = [
        {"hang": line.row, "tep": line.file, "so": line.number, "ghi_chu": [*map(plain_remark, line.remarks)]}
        for line in islice(lines, limits.PLANNED)
    ]
    skipped = [at for item in plan.skipped for at in map(in_sheet, item.faults)]
    return {
        "so_van_ban": plan.count,
        "so_dau": plan.first if asked["day_so"] else 0,
        "dau": first,
        "nhac": [*map(plain_remark, plan.remarks)],
        "bo_qua": len(plan.skipped),
        "loi": skipped[: limits.FAULTS],
    }


def make(asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Make the documents of a batch, or what is missing of them."""
    out = Path(asked["thu_muc"])
    done = batch.run(
        _order(asked),
        jobs=limits.WORKERS if asked["so_van_ban"] >= limits.MANY else 1,
        resume=batch.begun(out),
        bundle=Path(asked["nen"]) if asked["nen"] else None,
        pdf=asked["pdf"],
        tell=tell,
    )
    return {
        "so_van_ban": done.total,
        "da_lap": done.verdicts["đã lập"],
        "khac": [list(each) for each in done.kept[: limits.FAULTS]],
        "bo_qua": done.skipped,
        "nhac": [*map(plain_remark, done.remarks)],
        "chua_pdf": [[path.name, why] for path, why in done.unprinted[: limits.FAULTS]],
        "chua_gop": fault_words(done.unmerged) if done.unmerged else {},
    }


def prove(asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Hold every document of a batch against its list."""
    found = batch.verify(asked["thu_muc"], tell)
    told = [
        page_words(item) | {"tep": Path(item.place.file).name} for item in found.findings[: limits.FAULTS]
    ]
    return {"so_van_ban": found.documents, "khac": told, "dem": len(found.findings)}


def _order(asked: dict[str, Any]) -> Order:
    return batch.order(
        asked["bo_mau"],
        asked["du_lieu"],
        asked["thu_muc"],
        day=date.fromisoformat(asked["ngay"]) if asked["ngay"] else None,
        series=asked["day_so"] or None,
        keep_going=asked["bo_sai"],
        merge=asked["gop"] or None,
        again=asked["lai"],
    )


def _faults(fault: BatchFaultsError) -> dict[str, Any]:
    told: FindingsError = fault
    return {
        "loi": [in_sheet(item) for item in told.told[: limits.FAULTS]],
        "so_loi": fault.count,
        "tot": fault.good,
        "da_cap": fault.message if fault.code == "BT118" else "",
        "dung_o": fault.until,
    }
