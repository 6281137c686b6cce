"""Drafts merged: what is said of where they clash, on the screen, as JSON and in the file's comments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.merging import DraftClash

SCHEMA = "kcdocs/merge/1"


def clash_lines(clashes: Sequence[DraftClash], drafts: Sequence[str]) -> str:
    """The clashes for the screen, by provision."""
    lines = [f"Gộp {len(drafts)} bản: {'; '.join(drafts)}."]
    if not clashes:
        return "\n".join([*lines, "Không có chỗ nào các bản sửa trái nhau."])
    lines.append(f"Có {len(clashes)} chỗ các bản sửa không thể cùng ghi; ở đó bản gốc được giữ nguyên:")
    for number, clash in enumerate(clashes, 1):
        lines.append(f"{number}. {clash.name}")
        lines += [f"   {wish}" for wish in wish_lines(clash)]
    return "\n".join(lines)


def wish_lines(clash: DraftClash) -> list[str]:
    """What each draft wants at a clash, a line each."""
    return [f"{', '.join(wish.drafts)}: {wish.asked}" for wish in clash.wishes]


def comments(clash: DraftClash) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The comments that a clash puts into the file: who signs each, and its lines."""
    for wish in clash.wishes:
        others = [name for name in clash.drafts if name not in wish.drafts]
        against = f" của {', '.join(others)}" if others else " ở chỗ khác"
        yield wish.drafts, (wish.asked, f"(Chưa ghi vào văn bản vì chạm đề nghị{against}.)")


def clashes_json(clashes: Sequence[DraftClash], drafts: Sequence[str]) -> str:
    """The clashes for a program (`docs/reference/merge.schema.json`)."""
    return json.dumps(
        {"schema": SCHEMA, "drafts": list(drafts), "clashes": [_clash(clash) for clash in clashes]},
        ensure_ascii=False,
        indent=2,
    )


def _clash(clash: DraftClash) -> dict[str, object]:
    return {
        "address": str(clash.place),
        "place": clash.name,
        "before": clash.before,
        "drafts": list(clash.drafts),
        "wishes": [
            {"drafts": list(wish.drafts), "asked": wish.asked, "after": wish.after} for wish in clash.wishes
        ],
    }
