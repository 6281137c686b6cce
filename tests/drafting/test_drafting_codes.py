"""Signatures that the rules forbid or that practice speaks against, each under its code."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.drafting import form
from kcdocs.drafting.cited import replaced_by
from kcdocs.drafting.signing import ForbiddenSignatureError, signature_findings
from kcdocs.law.signing import Paper
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Place
from kcdocs.model.record import Record


@pytest.mark.parametrize(
    ("signer", "legal", "told"),
    [
        ({"hinh_thuc": "KT", "ky_thay": "Bộ trưởng", "chuc_vu": "Thứ trưởng"}, False, []),
        (
            {
                "hinh_thuc": "TUQ",
                "ky_thay": "Bộ trưởng",
                "chuc_vu": "Cục trưởng",
                "cap_pho": "Phó Cục trưởng",
            },
            False,
            ["TP336E"],
        ),
        ({"hinh_thuc": "trực tiếp", "chuc_vu": "KT. Bộ trưởng"}, False, ["TP337E"]),
        ({"hinh_thuc": "KT", "ky_thay": "Bộ trưởng", "chuc_vu": "Bộ trưởng"}, False, ["TP338E"]),
        ({"hinh_thuc": "TL", "ky_thay": "Bộ trưởng", "chuc_vu": "Vụ trưởng"}, True, ["TP339W"]),
        ({"hinh_thuc": "KT", "ky_thay": "Bộ trưởng", "chuc_vu": "Vụ trưởng"}, False, ["TP345W"]),
    ],
)
def test_a_signature_is_told_what_is_wrong_with_it(
    signer: dict[str, str], legal: bool, told: list[str]
) -> None:
    found = signature_findings(signer, paper=Paper(legal=legal))

    assert [f"{item.code}{item.severity}" for item in found] == told
    assert all(item.source and item.mend for item in found)


def test_a_forbidden_signature_is_not_printed() -> None:
    with pytest.raises(ForbiddenSignatureError) as caught:
        form.authority({"hinh_thuc": "KT", "ky_thay": "Bộ trưởng", "chuc_vu": "Bộ trưởng"})

    assert (caught.value.code, [item.code for item in caught.value.findings]) == ("TP340", ["TP338"])


def test_an_unverified_fact_of_a_replaced_instrument_is_a_warning() -> None:
    known = Entry(Citation("Thông tư", "1/2001/TT-BX", title="Thử"), unverified=("title",))
    found = replaced_by(
        {"thay_the": ["1/2001/TT-BX"]},
        Record({}, {}, Place()),
        Catalogue((known,)),
        DocumentClass.LEGAL,
        date(2026, 1, 1),
    )

    assert [f"{item.code}{item.severity}" for item in found.findings] == ["DC304W"]
