"""The page never tells a clerk to type a command."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import kcdocs
from kcdocs import codes
from kcdocs.web.words import MENDS, page_mend, plain_remark, uncommanded, without_folders

_SPOKEN = re.compile(
    r"--\w|kcdocs (?:amend|check|compare|decrees|demo|generate|register|serve|show|templates|verify)\b"
)
_NEVER_MET = frozenset({"WB101", "DC115", "DC116", "DC204", "DC205", "KP205", "DC501", "DC503", "DC505"})
"""What is told where the page is started, before there is one, and what the page does not do: adding many files,
restoring, taking newer facts."""


def test_what_a_code_says_of_the_command_line_is_said_otherwise_on_the_page() -> None:
    for module in pkgutil.walk_packages(kcdocs.__path__, "kcdocs."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    spoken = {code for code, known in codes.entries().items() if _SPOKEN.search(known.mend)}
    assert spoken - MENDS.keys() == _NEVER_MET
    assert not any(_SPOKEN.search(mend) for mend in MENDS.values())


def test_no_text_of_the_page_names_a_command() -> None:
    web = Path(kcdocs.__path__[0]) / "web"
    files = [*(web / "templates").iterdir(), *(web / "static").glob("*.js")]
    assert len(files) > 40
    assert [path.name for path in files if _SPOKEN.search(path.read_text(encoding="utf-8"))] == []


def test_words_of_the_command_line_are_taken_out_of_what_is_said_of_a_field() -> None:
    assert (
        uncommanded("Ngày ký; ghi «để trống» nếu văn thư điền sau (khi đó thêm --date để chọn)") == "Ngày ký"
    )
    assert uncommanded("Nơi (nếu có) và lý do") == "Nơi (nếu có) và lý do"


def test_a_remark_begins_with_its_words() -> None:
    assert plain_remark("TP346: Đã bỏ dấu.") == "Đã bỏ dấu."
    assert plain_remark("Mẫu chưa phát hành.") == "Mẫu chưa phát hành."


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        ("Thêm --as với số của văn bản.", ""),
        ("Mở tệp trong Word. Hoặc chạy kcdocs decrees add TỆP.", "Mở tệp trong Word."),
        ("Xem đĩa còn chỗ không; nếu cần thì thêm --force.", "Xem đĩa còn chỗ không;"),
        (
            "Bộ Tài chính - Bộ Công Thương: ghi một dấu gạch.",
            "Bộ Tài chính - Bộ Công Thương: ghi một dấu gạch.",
        ),
    ],
)
def test_a_sentence_on_an_option_or_a_command_is_left_out(mend: str, said: str) -> None:
    assert page_mend("XX999", mend) == said


def test_a_fault_that_the_page_mends_its_own_way_says_that_way() -> None:
    assert page_mend("DC104", "Thêm --as.") == "Ghi số, ký hiệu của văn bản vào ô «Số, ký hiệu»."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("«/home/a/kcdocs/web/tep/0b704b46a1dd8cda/bảng lương.pdf»: hỏng.", "«bảng lương.pdf»: hỏng."),
        (r"«C:\Users\Văn A\web\hang-loat\0b704b46a1dd8cda\chợ.xlsx»: hỏng.", "«chợ.xlsx»: hỏng."),
        ("«/home/a/Tài liệu/chợ.xlsx» đang mở.", "«/home/a/Tài liệu/chợ.xlsx» đang mở."),
    ],
)
def test_a_dropped_file_goes_by_its_name_and_any_other_by_its_place(words: str, shown: str) -> None:
    assert without_folders(words) == shown
