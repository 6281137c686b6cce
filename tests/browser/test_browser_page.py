"""The comparison page in a real browser."""

from __future__ import annotations

import re

import pytest

PHONE = {"width": 390, "height": 844}


def visible_rows(page):
    return [row.get_attribute("aria-label") for row in page.locator(".row.changed:visible").all()]


def test_nothing_is_asked_of_the_network_and_the_console_stays_silent(open_page):
    page = open_page()
    for key in "nnpvvtx?":
        page.keyboard.press(key)
    assert page.faults == []
    assert {url.split(":")[0] for url in page.requests} <= {"file", "data"}
    assert len([url for url in page.requests if url.startswith("file")]) == 1


def test_markup_in_a_text_is_shown_as_text(open_page):
    page = open_page()
    assert page.title().startswith("So sánh:")
    assert page.locator("img").count() == 0
    assert "<img src=x onerror=" in page.locator(".cell.them ins").filter(has_text="img").first.inner_text()


def test_the_policy_lets_no_script_but_the_page_s_own_run(open_page):
    page = open_page()
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); }"
    )
    assert page.evaluate("window.ran") is None


def test_the_contents_jump_to_the_article(open_page):
    page = open_page()
    page.get_by_role("navigation", name="Mục lục thay đổi").get_by_role(
        "link", name="Điều 4. Giá thuê"
    ).click()
    heading = page.get_by_role("heading", name=re.compile("Điều 4. Giá thuê"), level=3)
    box, bar = heading.bounding_box(), page.locator(".bar").bounding_box()
    assert bar["y"] + bar["height"] <= box["y"] < 800


def test_a_number_in_the_overview_leads_to_its_clause(open_page):
    page = open_page()
    link = page.locator("#con-so a").first
    if link.count() == 0:
        pytest.skip("the comparison lists no quantities")
    link.click()
    assert "Khoản 1 Điều 3" in page.locator(".row.current h4").inner_text()


def test_a_filter_leaves_only_its_class_and_says_so(open_page):
    page = open_page()
    chip = page.get_by_role("button", name=re.compile("^bổ sung"))
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    rows = visible_rows(page)
    assert len(rows) == 3
    assert all("bổ sung" in row for row in rows)
    assert page.locator("#vi-tri").inner_text().startswith("Hiện 3 trong ")
    assert page.locator("nav li[data-for]:visible").count() == 1
    chip.click()
    assert len(visible_rows(page)) > 3


def test_two_filters_show_what_has_either(open_page):
    page = open_page()
    page.get_by_role("button", name=re.compile("^bổ sung")).click()
    page.get_by_role("button", name=re.compile("^bãi bỏ")).click()
    assert len(visible_rows(page)) == 4


def test_filtering_for_noise_opens_what_was_folded(open_page):
    page = open_page()
    folded = page.locator(".row.changed[data-c='ky-thuat']")
    assert folded.count() > 0
    assert not folded.first.is_visible()
    page.get_by_role("button", name=re.compile("^kỹ thuật")).click()
    assert folded.first.is_visible()


def test_keys_step_through_the_changes_and_back(open_page):
    page = open_page()
    steps = []
    for key in "njnpk":
        page.keyboard.press(key)
        steps.append(page.locator(".row.current").get_attribute("id"))
    assert len(set(steps[:3])) == 3
    assert steps[3] == steps[1]
    assert steps[4] == steps[0]
    assert page.evaluate("document.activeElement.id") == steps[0]
    assert page.locator("#vi-tri").inner_text().startswith("1 / ")


def test_the_view_changes_between_side_by_side_and_one_column(open_page):
    page = open_page()
    row = page.locator(".row.changed", has_text="15").first
    assert row.locator(".cell.bo").is_visible()
    assert not row.locator(".cell.mot").is_visible()
    page.keyboard.press("v")
    assert row.locator(".cell.mot").is_visible()
    assert not row.locator(".cell.bo").is_visible()
    assert "30 15 ngày" in row.locator(".cell.mot").inner_text().replace("30\n15", "30 15").replace(
        "3015", "30 15"
    )


def test_the_whole_text_can_be_shown(open_page):
    page = open_page()
    unchanged = page.get_by_text("Chợ đêm không thuộc phạm vi này.")
    assert not unchanged.is_visible()
    page.keyboard.press("t")
    assert unchanged.is_visible()


def test_help_opens_with_a_key_and_closes_with_escape(open_page):
    page = open_page()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Phím tắt").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog", name="Phím tắt").is_visible()


def test_a_phone_gets_one_column_without_sideways_scrolling(open_page):
    page = open_page(viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("body").get_attribute("data-view") == "one"
    page.get_by_role("button", name="Cạnh nhau").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_print_leaves_out_the_controls_and_keeps_marks_without_colour(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    mark = "element => { const s = getComputedStyle(element); return [s.textDecorationLine, s.backgroundColor]; }"
    assert page.locator(".cell.bo del").first.evaluate(mark) == ["line-through", "rgb(255, 255, 255)"]
    assert page.locator(".cell.them ins").first.evaluate(mark) == ["underline", "rgb(255, 255, 255)"]
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


def test_without_script_both_texts_are_there(open_page):
    page = open_page(java_script_enabled=False)
    row = page.locator(".row.changed", has_text="Ban quản lý chợ trả lời").first
    assert row.locator(".cell.bo").is_visible()
    assert row.locator(".cell.them").is_visible()


@pytest.mark.parametrize(
    ("scheme", "viewport"),
    [("light", {"width": 1280, "height": 800}), ("dark", PHONE)],
    ids=["desk", "phone"],
)
def test_axe_finds_no_serious_fault(open_page, axe, scheme, viewport):
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.keyboard.press("t")
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    grave = [
        f"{v['id']}: {[n['html'][:120] for n in v['nodes'][:3]]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert grave == []


def test_the_page_of_drafts_steps_filters_and_stays_silent(open_page, drafts_file):
    page = open_page(drafts_file)
    page.keyboard.press("n")
    assert page.locator(".row.current").count() == 1
    page.locator("button[data-filter=noi-dung]").click()
    row = page.locator(".row.changed:visible", has_text="Ban quản lý chợ trả lời")
    assert [cell.inner_text().split("trong ")[1] for cell in row.locator(".cell").all()] == [
        "30 ngày.",
        "15 ngày.",
        "20 ngày.",
    ]
    assert row.locator("ins > del, del > ins").inner_text() == "15"
    assert page.faults == []


def test_axe_finds_no_serious_fault_in_the_page_of_drafts(open_page, drafts_file, axe):
    page = open_page(drafts_file)
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
