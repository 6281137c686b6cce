"""The printed lines of a form: number, place and date, authority, recipients (Decree 30/2020, Annex I)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kcdocs.drafting.signing import ForbiddenSignatureError, signature_findings
from kcdocs.law.signing import ACTING, AUTHORISED, BY_ORDER, COLLECTIVE, FOR_HEAD
from kcdocs.model.finding import Severity
from kcdocs.records.values import OPEN
from kcdocs.text.casing import upper
from kcdocs.text.dates import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcdocs.model.record import Value

NBSP = "\u00a0"

NUMBER_SPACE = NBSP * 10
"""The space left for a number that the registry office writes in."""

DAY_SPACE = NBSP * 6
"""The space left for a day or a month that the registry office writes in."""


def number_and_symbol(number: str, symbol: str, year: int | None = None) -> str:
    """Number and symbol: "05/TTr-BCT"; with the year for a legal instrument: "05/2025/TT-BCT".

    A number under 10 gets a leading zero (Annex I, II.3b); an open one is the space for it.
    """
    shown = NUMBER_SPACE if number == OPEN else number.zfill(2)
    return "/".join(part for part in (shown, str(year) if year else "", symbol) if part)


def date_or_space(day: date | None, on: date) -> str:
    """A date in words, or the space the registry office fills in.

    Args:
        day: The document's date; None leaves day and month open.
        on: The date whose year stands where day and month are open.
    """
    return date_words(day) if day else f"ngày{DAY_SPACE}tháng{DAY_SPACE}năm {on.year}"


def effect_or_space(day: Value) -> str:
    """The first day of force in words, or the space for it where it is open."""
    if isinstance(day, date):
        return date_words(day)
    return f"ngày{DAY_SPACE}tháng{DAY_SPACE}năm{DAY_SPACE}"


def authority(signer: Mapping[str, Value]) -> list[str]:
    """The lines over a signature (Annex I, II.7a), in capitals.

    Args:
        signer: `hinh_thuc` (trực tiếp, Q, KT, TL, TUQ), `chuc_vu`, and where they apply `thay_mat` (the
            collective signed for), `ky_thay` (the head whose place is taken), `cap_pho` (a deputy who signs
            for the one ordered).

    Raises:
        ForbiddenSignatureError: If the rules on who signs for whom do not allow it.
    """
    wrong = [item for item in signature_findings(signer) if item.severity is Severity.ERROR]
    if wrong:
        raise ForbiddenSignatureError(wrong)
    kind, position = str(signer["hinh_thuc"]), str(signer["chuc_vu"])
    lines = [f"{COLLECTIVE}. {signer['thay_mat']}"] if signer.get("thay_mat") else []
    if kind in (FOR_HEAD, BY_ORDER, AUTHORISED):
        lines.append(f"{kind}. {signer['ky_thay']}")
        deputy = signer.get("cap_pho")
        lines += [f"{FOR_HEAD}. {position}", str(deputy)] if deputy else [position]
    else:
        lines.append(f"{kind}. {position}" if kind == ACTING else position)
    return [upper(line) for line in lines]


def recipients(places: Sequence[Value], archive: Mapping[str, Value]) -> list[str]:
    """The lines under "Nơi nhận": a dash before, a semicolon after; the archive's ends in a full stop."""
    copies = f" ({archive['so_ban']})" if archive.get("so_ban") else ""
    unit = f", {archive['don_vi']}" if archive.get("don_vi") else ""
    return [*(f"- {place};" for place in places), f"- Lưu: VT{unit}{copies}."]


def addressees(places: Sequence[Value]) -> list[str]:
    """Two or more addressees: a dash before, a semicolon after, a full stop at the end (Annex I, II.9a)."""
    last = len(places) - 1
    return [f"- {place}{'.' if n == last else ';'}" for n, place in enumerate(places)]
