"""Names of institutions: their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.issuers import BODIES, LOCAL
from kcdocs.law.vocabulary import alternation
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.normalise import fold_tones

_CAPITALS = Declared(
    "LT335",
    Severity.WARNING,
    "The name of an institution is written with other capitals.",
    "Tên cơ quan «{said}» viết hoa chưa đúng.",
    expected="«{wanted}»",
    mend="Sửa thành «{wanted}».",
)

_LONG = [name for name in (*BODIES, *LOCAL) if name.count(" ") > 1 or name.startswith(layout.MINISTRY)]
_RIGHT = {name.casefold(): name for name in map(fold_tones, _LONG)}
_ALSO = {name: name.replace("Thường vụ", "thường vụ") for name in _RIGHT.values() if "Thường vụ" in name}
"""What the Constitution writes beside what the Assembly writes today."""

_NAME = re.compile(rf"(?<!\w)(?:{alternation(_RIGHT.values())})(?!\w)", re.IGNORECASE)


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Names that begin with a capital and go on otherwise than the institution writes itself."""
    if paper.profile is layout.Profile.ASSEMBLY:
        return
    told: set[str] = set()
    for piece in (*paper.of(layout.Role.ABSTRACT), *paper.of(layout.Role.BASIS), *paper.body):
        for found in _NAME.finditer(piece.plain):
            said, wanted = found[0], _RIGHT[found[0].casefold()]
            if (
                said not in (wanted, _ALSO.get(wanted))
                and said[0].isupper()
                and not said.isupper()
                and said not in told
            ):
                told.add(said)
                yield breach(paper, _CAPITALS, layout.capitals(), [piece], said=said, wanted=wanted)
