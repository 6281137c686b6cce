"""The guide: every page stands in it, every link leads somewhere, it opens from a disk and is found in."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]
AXE = ROOT / "build" / "axe" / "package" / "axe.min.js"
sys.path.append(str(ROOT / "tools"))

import guide  # noqa: E402


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sach") / "site"
    guide.build(out)
    return out


def _pages(site: Path) -> dict[Path, lxml.html.HtmlElement]:
    return {path.resolve(): lxml.html.parse(str(path)).getroot() for path in sorted(site.rglob("*.html"))}


def test_every_page_of_the_checkout_stands_in_the_guide(site: Path) -> None:
    shown = {page.xpath("string(.//h1)") for page in _pages(site).values()}
    written = {
        source.read_text("utf-8").partition("\n")[0].removeprefix("# ").replace("`", "")
        for source in (*ROOT.glob("docs/**/*.md"), *ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md")
    }
    assert written - shown == set()


def test_every_link_and_picture_leads_to_a_file_of_the_site_and_every_anchor_to_a_heading(site: Path) -> None:
    pages, lost = _pages(site), []
    for path, page in pages.items():
        for _, attribute, link, _ in page.iterlinks():
            name, _, anchor = unquote(link).partition("#")
            if ":" in name or attribute == "data-index":
                continue
            target = (path.parent / name).resolve() if name else path
            if not target.is_file() or (anchor and not pages[target].xpath("//*[@id=$id]", id=anchor)):
                lost.append((path.name, link))
    assert lost == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loaded = {
        link
        for page in _pages(site).values()
        for element, attribute, link, _ in page.iterlinks()
        if attribute == "src" or element.tag == "link"
    }
    assert {link for link in loaded if ":" in link} == {"data:,"}


def test_remarks_for_the_walk_are_not_printed(site: Path) -> None:
    printed = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert "&lt;!-- not walked: needs the network" not in printed
    assert "<!-- not walked" not in printed


def test_all_that_is_wrong_with_the_pages_is_told_at_once_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.vi.md").write_text(
        "# Một\n\n[hai](docs/hai.md#khong-co) ![ba](http://x.vn/ba.png)\n", "utf-8"
    )
    (tmp_path / "README.md").write_text("# One\n\n[none](docs/none.md)\n\n<blink>\n", "utf-8")
    (tmp_path / "docs" / "hai.md").write_text("# Hai\n\n## Có\n", "utf-8")
    contents = tmp_path / "site"
    contents.mkdir()
    halves = [("vi", "", '["README.vi.md", "docs/*.md"]'), ("en", "en/", '["README.md"]')]
    (contents / "contents.toml").write_text(
        "".join(
            f'[[half]]\nlang = "{lang}"\nroot = "{root}"\ntitle = "t"\nwords = {{copy = "c", copied = "d"}}\n'
            f'[[half.group]]\ntitle = "g"\npages = {pages}\n'
            for lang, root, pages in halves
        ),
        "utf-8",
    )
    (contents / "page.html").write_text("{{ body }}", "utf-8")
    monkeypatch.setattr(guide, "ROOT", tmp_path)
    monkeypatch.setattr(guide, "SITE", contents)

    with pytest.raises(guide.GuideError) as told:
        guide.build(tmp_path / "out")

    assert str(told.value).split("\n") == [
        "README.vi.md: no heading «khong-co» in docs/hai.md",
        "README.vi.md: the picture http://x.vn/ba.png is of another host",
        "README.md: the link docs/none.md leads nowhere",
        "README.md: markup that is no Markdown: <blink>",
    ]
    assert not (tmp_path / "out").exists()


def test_a_page_that_no_group_names_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "contents.toml").write_text(
        '[[half]]\nlang = "vi"\nroot = ""\ntitle = "t"\nwords = {}\n'
        '[[half.group]]\ntitle = "g"\npages = ["docs/*.md", "khong.md"]\n',
        "utf-8",
    )
    monkeypatch.setattr(guide, "SITE", tmp_path)

    with pytest.raises(guide.GuideError) as told:
        guide.read()

    assert "README.md: stands nowhere in the contents" in str(told.value)
    assert "khong.md: is named in the contents and is not there" in str(told.value)


def test_a_clerk_opens_it_from_the_disk_and_finds_a_page_by_words_without_marks(
    chromium: Browser, site: Path
) -> None:
    context = chromium.new_context()
    tab, wrong = context.new_page(), list[str]()
    tab.on("console", lambda said: wrong.append(said.text))
    tab.on("pageerror", lambda fault: wrong.append(str(fault)))
    tab.on("request", lambda asked: wrong.append(asked.url) if asked.url.startswith("http") else None)
    tab.goto((site / "index.html").as_uri())

    tab.get_by_label("Tìm trong sách").fill("so dang ky so")
    first = tab.locator("#found a").first
    expect(first).to_have_text("Lập hàng loạt văn bản có số: Sổ đăng ký số")
    tab.get_by_label("Tìm trong sách").press("Enter")

    expect(tab.get_by_role("heading", level=1)).to_have_text("Lập hàng loạt văn bản có số")
    expect(tab.get_by_role("heading", name="Sổ đăng ký số")).to_be_in_viewport()
    tab.get_by_label("Tìm trong sách").fill("khongcochunay")
    expect(tab.get_by_text("Không thấy chỗ nào có đủ những chữ ấy.")).to_be_visible()
    context.close()
    assert wrong == []


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
@pytest.mark.parametrize(
    ("name", "asked", "scheme", "width"),
    [
        ("index.html", "mẫu", "light", 1280),
        ("dong-lenh.html", "", "dark", 360),
        ("en/index.html", "codes", "dark", 1280),
    ],
)
def test_the_guide_can_be_used_by_all(
    chromium: Browser, site: Path, name: str, asked: str, scheme: str, width: int
) -> None:
    context = chromium.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto((site / name).as_uri())
    tab.locator("#ask").fill(asked)
    expect(tab.locator("#found")).to_be_visible(visible=bool(asked))
    tab.evaluate(AXE.read_text("utf-8"))
    found = tab.evaluate(
        "async () => (await axe.run()).violations.map((each) => `${each.id}: ${each.nodes[0].html}`)"
    )
    assert found == []
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    context.close()
