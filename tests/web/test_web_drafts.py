"""What is kept of forms, and what the page says of their faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.api import forms
from kcdocs.web.drafts import Drafts
from kcdocs.web.errors import NothingThereError, StaleDraftError
from kcdocs.web.words import at_field, field_titles


def test_a_draft_that_was_kept_elsewhere_since_is_not_overwritten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    key = drafts.begin("to-trinh", "Tờ trình", {}).key
    drafts.keep(key, 0, {"so": "1"}, "")
    with pytest.raises(StaleDraftError, match="vừa được sửa ở một thẻ khác"):
        drafts.keep(key, 0, {"so": "2"}, "")
    assert drafts.draft(key).values == {"so": "1"}


def test_what_did_not_change_is_no_new_revision(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    key = drafts.begin("to-trinh", "Tờ trình", {"so": "1"}).key
    assert drafts.keep(key, 0, {"so": "1"}, "").revision == 0


@pytest.mark.parametrize("key", ["../../x", "", "0" * 15, "0" * 16, "x" * 16])
def test_a_key_that_leads_elsewhere_finds_nothing(tmp_path: Path, key: str) -> None:
    with pytest.raises(NothingThereError):
        Drafts(tmp_path).draft(key)


def test_a_draft_that_was_taken_away_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    made = drafts.begin("to-trinh", "Tờ trình", {})
    drafts.drop(made.key)
    assert drafts.every() == []


def test_no_fault_of_any_set_names_a_field_by_its_key_or_a_command() -> None:
    for card in forms.gallery():
        form = forms.entry_form(card.name)
        titles = field_titles(form.fields)
        for values in (
            {},
            {"nguoi_ky": {"hinh_thuc": "TL", "chuc_vu": "Bộ trưởng", "ho_ten": "A", "cap_pho": "B"}},
        ):
            for finding in forms.check_values(card.name, values):
                told = at_field(finding, titles)
                assert not any(f"«{name}»" in told["loi"] + told["chua"] for name in titles if "_" in name)
                assert "--" not in told["loi"] + told["chua"]
