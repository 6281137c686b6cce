"""The frame of all HTML pages: what it escapes, what it lets act, and that no template goes round it."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import jinja2
import pytest
from lxml import html as parser

from kcdocs.model.consolidated import Authentication, ConsolidatedText, Footnote, Paragraph, Setting
from kcdocs.model.format import Format
from kcdocs.report import drafts_html, frame, html, versions_html
from kcdocs.report.chain import Chain
from kcdocs.report.consolidated import render

ROOM = Path(frame.__file__).parent
TEMPLATES = sorted((ROOM / "assets").glob("*.html"))
HOSTILE = "</p></title><script>alert(1)</script>\" onload='x' {{ 7 * 7 }} {% raw %}\u202e&amp;\x1b"
SHOWN = "</p></title><script>alert(1)</script>\" onload='x' {{ 7 * 7 }} {% raw %}‹U+202E›&amp;␛"


def consolidated() -> str:
    note = Footnote(0, (HOSTILE, HOSTILE))
    paragraphs = tuple(Paragraph(HOSTILE, setting, (note,)) for setting in Setting)
    said = Authentication(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,))
    text = ConsolidatedText(paragraphs, said, paragraphs[:1], (HOSTILE,))
    return render(text, Format.HTML, ()).decode()


def versions() -> str:
    lines = [(sign, HOSTILE) for sign in "-+ …"]
    return versions_html.render(HOSTILE, [HOSTILE], [HOSTILE], lines)


@pytest.fixture
def pages(sheet):
    sheet.row(
        "dieu-1", "dieu-1", f"giữ <bỏ {HOSTILE}|thêm {HOSTILE}>".replace("<script>", "[script]"), "noi-dung"
    )
    comparison = sheet.comparison()
    return [html.render(comparison), drafts_html.render(Chain.of(comparison)), consolidated(), versions()]


def test_every_page_allows_its_own_style_and_script_and_nothing_else(pages):
    for text in pages:
        page = parser.document_fromstring(text)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        kinds = [kind for kind in ("style", "script") if page.xpath(f"//{kind}")]
        digests = [hashlib.sha256(page.xpath(f"//{kind}")[0].text.encode()).digest() for kind in kinds]
        own = [
            f"{kind}-src 'sha256-{base64.b64encode(digest).decode()}'"
            for kind, digest in zip(kinds, digests, strict=True)
        ]
        rest = ["img-src data:", "base-uri 'none'", "form-action 'none'"]
        assert policy.split("; ") == ["default-src 'none'", *own, *rest]
        assert len(page.xpath("//style | //script")) == len(kinds)
        assert page.xpath("//@style | //@onload") == []


def test_no_value_becomes_an_element_an_attribute_or_a_command_of_the_template():
    for text in (consolidated(), versions()):
        page = parser.document_fromstring(text)
        assert page.xpath("//script | //@onload | //@onclick") == []
        assert "49" not in page.text_content()
        assert SHOWN in page.find_class("bo" if page.find_class("bo") else "than")[0].text_content()
        assert SHOWN in page.xpath("//title")[0].text


def test_a_name_that_is_not_given_or_is_nothing_is_an_error_and_no_hole():
    given = {"name": "x", "fields": [], "layout": [], "lines": []}
    with pytest.raises(jinja2.UndefinedError, match="'layout' is undefined"):
        frame.page(
            "versions.html",
            title="x",
            style="versions.css",
            **{k: given[k] for k in ("name", "fields", "lines")},
        )
    with pytest.raises(TypeError):
        frame.page("versions.html", title="x", style="versions.css", **(given | {"name": None}))


def test_words_are_escaped_and_what_acts_in_them_is_told_apart():
    assert frame.text('a < b & "c"') == "a &lt; b &amp; &#34;c&#34;"
    assert frame.text("1\u202e2\x1b") == "1<bdi class=dao-chieu>‹U+202E›</bdi>2␛"
    assert frame.plain('1\u202e2"') == "1‹U+202E›2&#34;"


def test_templates_never_mark_a_value_as_safe():
    for template in TEMPLATES:
        for command in re.findall(r"\{[{%].*?[%}]\}", template.read_text("utf-8"), re.DOTALL):
            assert not re.search(r"\b(safe|autoescape|Markup|xmlattr)\b", command), (template.name, command)


def test_what_a_template_prints_in_a_tag_or_the_title_is_quoted_and_plain():
    for template in TEMPLATES:
        text = re.sub(r"\{[#%].*?[#%]\}", "", template.read_text("utf-8"), flags=re.DOTALL)
        printed = {f"§{number}§": one for number, one in enumerate(re.findall(r"\{\{(.*?)\}\}", text))}
        for sign, one in printed.items():
            text = text.replace(f"{{{{{one}}}}}", sign, 1)
        for place in re.findall(r"<[a-z][^<>]*>|<title>.*?</title>", text):
            inside = re.findall(r"§\d+§", place)
            assert all(printed[sign].strip().endswith("|plain") for sign in inside), (template.name, place)
            assert place.startswith("<title>") or "§" not in re.sub(r'"[^"]*"', "", place), (
                template.name,
                place,
            )


def test_markup_is_made_of_text_in_three_counted_places():
    """Ruff (S704) refuses markup made of anything but a literal; only these three are excused."""
    excused = {
        path.name: found
        for path in ROOM.rglob("*.py")
        if (found := re.findall(r"S704 - (.*)", path.read_text("utf-8")))
    }
    assert excused == {
        "frame.py": [
            "all but the signs is escaped",
            "the type says that each is markup",
            "a file of this package",
        ]
    }
