"""Redlines of headers and footers of first and even pages, and of sections that inherit them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from wordml import W, p

from kcdocs.api import tracked
from kcdocs.word.package import Allow, open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.write.plain_page import PageSetup, parts_around

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Section = dict[str, str]
"""Kind and pages ("header first") → words of a section; "first" alone: its first page is apart."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def text(*sections: Section, even: bool = False) -> bytes:
    """A text of so many sections, with or without even pages apart."""
    files: dict[str, tuple[str, str]] = {}
    body = [p("Điều 1. Phạm vi")]
    for number, section in enumerate(sections, 1):
        inside = ""
        for place, words in section.items():
            kind, _, pages = place.partition(" ")
            if not pages:
                continue
            key = f"rIdM{len(files)}"
            files[key] = (kind, words)
            inside += f'<w:{kind}Reference w:type="{pages}" xmlns:r="{R}" r:id="{key}"/>'
        inside += "<w:titlePg/>" if "first" in section else ""
        properties = f"<w:sectPr>{inside}</w:sectPr>"
        words = f"{number}. Nội dung của phần {number}."
        last = number == len(sections)
        body += [p(words), properties] if last else [p(words, properties=properties)]
    parts = dict(parts_around("", PageSetup(False, 1134, 1134, 1701, 1134)))
    parts["word/document.xml"] = f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>".encode()
    types, relations = parts[TYPES].decode(), parts[RELATIONS].decode()
    if even:
        files["rIdSet"] = ("settings", "")
    for key, (kind, words) in files.items():
        name = f"{kind}-{key}.xml"
        types = types.replace(
            "</Types>", f'<Override PartName="/word/{name}" ContentType="{TYPE}.{kind}+xml"/></Types>'
        )
        relations = relations.replace(
            "</Relationships>",
            f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{name}"/></Relationships>',
        )
        inside = "<w:evenAndOddHeaders/>" if kind == "settings" else p(words)
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        parts[f"word/{name}"] = f"<w:{root} {W}>{inside}</w:{root}>".encode()
    return save_package({**parts, TYPES: types.encode(), RELATIONS: relations.encode()})


TEXTS = {
    "none": text({}),
    "one for all": text({"header default": "Dự thảo"}),
    "other for all": text({"header default": "Bản trình"}),
    "first apart": text({"header default": "Dự thảo", "header first": "Mật", "first": ""}),
    "first without": text({"header default": "Dự thảo", "footer default": "Chân", "first": ""}),
    "first not shown": text({"header default": "Dự thảo", "header first": "Mật"}),
    "even apart": text({"header default": "Dự thảo", "header even": "Trang chẵn"}, even=True),
    "even not shown": text({"header default": "Dự thảo", "header even": "Trang chẵn"}),
    "all apart": text(
        {
            "header default": "Trang lẻ",
            "header even": "Trang chẵn",
            "header first": "Trang đầu",
            "footer default": "Chân",
            "first": "",
        },
        even=True,
    ),
    "two, inherited": text({"header default": "Dự thảo"}, {}),
    "two, apart": text({"header default": "Dự thảo"}, {"header default": "Phụ lục"}),
    "two, first of one": text({"header default": "Dự thảo", "header first": "Bìa", "first": ""}, {}),
    "two, first of both": text(
        {"header default": "Dự thảo", "header first": "Bìa", "first": ""}, {"first": ""}
    ),
    "three": text({"header default": "A"}, {"header default": "B"}, {"header default": "A", "first": ""}),
}


@pytest.mark.parametrize(("old", "new"), [*pairwise([*TEXTS, *list(TEXTS)[::2], *list(TEXTS)[::3]])])
def test_headers_of_first_and_even_pages_lead_to_both_texts(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        for name, data in (("cu.docx", TEXTS[before]), ("moi.docx", TEXTS[after])):
            Path(name).write_bytes(data)
        found = tracked.tracked("cu.docx", "moi.docx")
        Path("dau.docx").write_bytes(found.data)
        honest = tracked.audit_redline("dau.docx", "cu.docx", "moi.docx").honest
        assert honest == (not found.unshown)
        assert honest or sections(TEXTS[before]) < sections(TEXTS[after])


def sections(data: bytes) -> int:
    return open_package(data, allow=Allow.ALL).parts["word/document.xml"].count(b"<w:sectPr>")


def test_a_first_page_that_is_set_apart_keeps_on_rejecting_what_all_pages_showed() -> None:
    Path("cu.docx").write_bytes(TEXTS["one for all"])
    Path("moi.docx").write_bytes(TEXTS["first apart"])

    made = open_package(tracked.tracked("cu.docx", "moi.docx").data, allow=Allow.ALL).parts

    assert b"<w:titlePg/>" in made["word/document.xml"]
    [added] = [name for name in made if name.startswith("word/header") and "kcdocs" in name]
    inside = made[added].decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)", inside) == ["Dự thảo"]
    assert re.findall(r"<w:t [^>]*>([^<]*)", inside) == ["Mật"]


def test_even_pages_that_are_set_apart_are_switched_on_in_the_settings() -> None:
    Path("cu.docx").write_bytes(TEXTS["one for all"])
    Path("moi.docx").write_bytes(TEXTS["even apart"])

    made = open_package(tracked.tracked("cu.docx", "moi.docx").data, allow=Allow.ALL)

    [settings] = [item.target for item in made.relations(made.main) if item.kind == "settings"]
    assert b"<w:evenAndOddHeaders/>" in made.parts[settings]


def test_a_header_of_first_pages_that_none_shows_bears_no_mark() -> None:
    Path("cu.docx").write_bytes(TEXTS["one for all"])
    Path("moi.docx").write_bytes(TEXTS["first not shown"])

    assert b"w:author" not in b"".join(
        open_package(tracked.tracked("cu.docx", "moi.docx").data, allow=Allow.ALL).parts.values()
    )
