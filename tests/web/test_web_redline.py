"""A reviewer sends a draft on as tracked changes, and audits the tracked changes that somebody sent."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from page_runner import AXE, compare_two, see_that_all_can_use
from playwright.sync_api import Page, expect

from kcdocs.api import tracked


def _redline(tab: Page, texts: tuple[Path, Path], kept: Path, name: str) -> None:
    """Compare both texts and download the draft as tracked changes."""
    compare_two(tab, texts)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name=name, exact=True).click()
    waited.value.save_as(kept)


def drop_redline(tab: Page, path: Path) -> None:
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(path))
    tab.wait_for_url("**/tep/*")
    tab.get_by_role("link", name="Soát dấu sửa đổi, xem có chữ nào bị sửa ngầm…").click()


def choose_sources(tab: Page, texts: tuple[Path, Path]) -> None:
    for side, path in zip(("cu", "moi"), texts, strict=True):
        tab.locator(f"input[data-ben={side}]").set_input_files(str(path))
        expect(tab.locator(f"#ten-{side}")).to_have_text(path.name)
    tab.get_by_role("button", name="Soát", exact=True).click()
    tab.wait_for_url("**/dau-sua/*?*")


def with_words(path: Path, old: str, new: str) -> None:
    """Change words of a Word file where no mark stands."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    assert main.count(old) == 1
    parts["word/document.xml"] = main.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_comparison_is_downloaded_as_tracked_changes_that_are_both_texts(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    kept = tmp_path / "theo-doi.docx"
    _redline(tab, texts, kept, "Tải bản theo dõi thay đổi (Word)")
    found = tracked.audit_redline(kept, *texts)
    assert found.honest
    assert found.marks > 0
    assert not list(docx.Document(str(kept)).comments)


def test_with_comments_each_change_of_substance_bears_one(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    kept = tmp_path / "theo-doi.docx"
    _redline(tab, texts, kept, "Tải bản theo dõi thay đổi có chú thích (Word)")
    assert tracked.audit_redline(kept, *texts).honest
    assert list(docx.Document(str(kept)).comments)


def test_a_received_redline_is_said_true_or_each_hidden_word_is_named_by_its_place(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    kept = tmp_path / "Bản nhận được.docx"
    _redline(tab, texts, kept, "Tải bản theo dõi thay đổi (Word)")
    drop_redline(tab, kept)
    expect(tab.get_by_text("chưa so với văn bản nào")).to_be_visible()
    choose_sources(tab, texts)
    expect(tab.get_by_text("đúng từng chữ với bản gốc và bản mới")).to_be_visible()
    with_words(kept, "Chợ đêm không thuộc", "Chợ đêm cũng thuộc")
    drop_redline(tab, kept)
    choose_sources(tab, texts)
    expect(tab.get_by_text("Có chữ bị sửa mà dấu sửa đổi không nói đúng")).to_be_visible()
    hidden = tab.locator("ol.lenh li.chua, ul.lenh li.chua").first
    expect(hidden).to_contain_text("đoạn 3")
    expect(hidden).to_contain_text("Trong tệp này: cũng")
    expect(hidden).to_contain_text("Phải là: không")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_the_audit_has_no_fault_of_access_and_does_not_scroll_sideways(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    kept = tmp_path / "Bản nhận được.docx"
    _redline(tab, texts, kept, "Tải bản theo dõi thay đổi (Word)")
    drop_redline(tab, kept)
    see_that_all_can_use(tab, "Soát dấu sửa đổi")


def test_texts_without_articles_are_given_as_tracked_changes(tab: Page, tmp_path: Path) -> None:
    texts = tmp_path / "Kế hoạch cũ.txt", tmp_path / "Kế hoạch mới.txt"
    for path, count in zip(texts, ("ba", "bốn"), strict=True):
        path.write_text(f"KẾ HOẠCH\n1. Tổ chức {count} lớp truyền nghề.\n2. Mua máy.", encoding="utf-8")
    kept = tmp_path / "theo-doi.docx"
    _redline(tab, texts, kept, "Tải bản theo dõi thay đổi (Word)")
    see_that_all_can_use(tab, "So sánh Kế hoạch cũ.txt")
    assert tracked.audit_redline(kept, *texts).honest
