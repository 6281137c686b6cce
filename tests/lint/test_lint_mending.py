"""Mending: what can be mended is gone afterwards, the words are as they were, a second time changes nothing."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from breaches import BREACHES, Breach, at, says
from docx import Document
from good_papers import PAPERS, paragraphs_of, saved

from kcdocs.lint.annotating import with_findings, with_numbers
from kcdocs.lint.check import check_package
from kcdocs.lint.errors import TrackedChangesInFormError
from kcdocs.lint.fixing import MENDED, mend_form
from kcdocs.word.package import open_package

MENDABLE = [item for item in BREACHES if item.codes <= MENDED]


FOLDED = str.maketrans({"Ð": "Đ", "\u0430": "a", " ": None})
"""Look-alike letters, and spaces."""


def words(data: bytes) -> list[str]:
    """The words of a document, without what a mend may change: spaces, zeros before figures, ways to encode."""
    texts = (paragraph.text for paragraph in paragraphs_of(Document(io.BytesIO(data))))
    folded = (unicodedata.normalize("NFC", text).translate(FOLDED) for text in texts)
    return [text.replace(":0", ":").replace("ngày0", "ngày").replace("tháng0", "tháng") for text in folded]


@pytest.mark.parametrize("item", MENDABLE, ids=[item.name for item in MENDABLE])
def test_a_mended_breach_is_gone_and_the_words_are_the_same(item: Breach) -> None:
    document = PAPERS[item.papers.split("|")[0]]()
    item.do(document)
    before = saved(document)
    package = open_package(before, name="a.docx")
    mended = mend_form(package, check_package(package))

    assert mended.left.findings == ()
    assert {breach.finding.code for breach in mended.mends} == item.codes
    assert words(mended.data) == words(before)


def test_a_document_in_due_form_is_left_alone() -> None:
    package = open_package(saved(PAPERS["quyết định"]()), name="a.docx")
    assert mend_form(package, check_package(package)).data == b""


def test_mending_twice_is_mending_once() -> None:
    document = PAPERS["quyết định"]()
    for name in ("lề left 25", "ngày 5", "nội dung 12", "học vị", "hai dấu cách"):
        next(item for item in BREACHES if item.name == name).do(document)
    package = open_package(saved(document), name="a.docx")
    once = mend_form(package, check_package(package))
    again = mend_form(open_package(once.data, name="a.docx"), once.left)

    assert [finding.code for finding in once.left.findings] == ["LT340"]
    assert again.data == b""


def test_a_label_in_one_run_with_its_sentence_is_left_to_a_person() -> None:
    document = PAPERS["quyết định"]()
    label, sentence = at(document, "Điều 1.").runs
    label.text, label.font.bold = f"{label.text}{sentence.text}", False
    sentence.text = ""
    package = open_package(saved(document), name="a.docx")
    mended = mend_form(package, check_package(package))
    assert (mended.mends, [finding.code for finding in mended.left.findings]) == ((), ["LT113"])


def test_letters_of_an_old_code_page_keep_their_font() -> None:
    document = PAPERS["quyết định"]()
    next(item for item in BREACHES if item.name == "phông .VnTime").do(document)
    package = open_package(saved(document), name="a.docx")
    left = mend_form(package, check_package(package)).left
    assert {finding.code for finding in left.findings} == {"LT364"}


def test_a_document_with_tracked_changes_is_refused() -> None:
    document = PAPERS["công văn"]()
    run = at(document, "Kinh phí").runs[0]._element
    inserted = run.makeelement(
        f"{run.tag[:-1]}ins", {f"{run.tag[:-1]}id": "9", f"{run.tag[:-1]}author": "An"}
    )
    run.addprevious(inserted)
    inserted.append(run)
    package = open_package(saved(document), name="a.docx")
    with pytest.raises(TrackedChangesInFormError, match="Track Changes"):
        mend_form(package, check_package(package))


def test_each_place_of_a_finding_bears_a_comment() -> None:
    document = PAPERS["quyết định"]()
    document.sections[0].left_margin = 0
    for start in ("1. Cơ sở", "2. Có nhà"):
        for run in at(document, start).runs:
            run.font.italic = None
            run.font.size = 12 * 12700
    says("Hà Nội", "ngày 05", "ngày 5")(document)
    package = open_package(saved(document), name="a.docx")
    copy, count = with_findings(package, check_package(package))
    comments = [comment.text for comment in Document(io.BytesIO(copy)).comments]

    assert count == len(comments) == 4
    assert [text.partition(":")[0] for text in comments] == ["LT102", "LT307", "LT112", "LT112"]


def test_the_copies_have_no_fault_of_format_that_the_original_had_not(
    office_faults: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    document = PAPERS["quyết định"]()
    for item in BREACHES:
        if item.codes <= MENDED and "quyết định" in item.papers:
            with suppress(StopIteration, AttributeError):
                item.do(document)
    package = open_package(saved(document), name="a.docx")
    report = check_package(package)
    copies = {
        "goc": saved(document),
        "sua": mend_form(package, report).data,
        "chu": with_findings(package, report)[0],
        "so": with_numbers(package, report),
    }
    told = {}
    for name, data in copies.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        told[name] = set(office_faults(path))
    assert told["sua"] | told["chu"] | told["so"] <= told["goc"]
