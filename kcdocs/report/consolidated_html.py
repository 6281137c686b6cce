"""Consolidated texts as one web page: notes as links that lead there and back."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.model.consolidated import ConsolidatedText, Paragraph, Setting
from kcdocs.report.markup import tag as element
from kcdocs.report.markup import text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;
font:1.0625rem/1.6 "Times New Roman",Tinos,serif;color:#1a1d24;background:#fff}
p{margin:.5em 0;text-align:justify;text-indent:1cm;white-space:pre-line}
.ten,.ten-chuong,.giua{text-align:center;text-indent:0;font-weight:bold}
.ten-dieu{font-weight:bold}.nghieng{font-style:italic}
sup a{color:#1c4f8f;text-decoration:none;padding:0 .15em}sup a:hover{text-decoration:underline}
.xac-thuc{display:grid;grid-template-columns:1fr 1.4fr;gap:1.5rem;margin-top:2.5rem;text-align:center}
.xac-thuc p{text-indent:0;text-align:center;margin:.15em 0}
.chu-thich{border-top:1px solid #888;margin-top:2.5rem;padding-top:.5rem;font-size:.9375rem}
.chu-thich p{text-indent:0}
.canh-bao{border:2px solid #8a5a00;border-radius:8px;padding:.25rem 1rem;margin-bottom:2rem;font-weight:bold}
.canh-bao p{text-indent:0;text-align:left;overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){body{color:#e8e6e1;background:#16181d}sup a{color:#9cc2f5}}
@media print{body{max-width:none;padding:0}}
""".strip()


def render(consolidated: ConsolidatedText) -> str:
    """The page: one file, no network, no script."""
    notes: list[tuple[str, ...]] = []
    body = "\n".join(_paragraph(item, notes) for item in consolidated.paragraphs)
    annexes = "\n".join(_paragraph(item, notes) for item in consolidated.annexes)
    title = " ".join(item.text for item in consolidated.paragraphs if item.setting is Setting.TITLE)
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"{element('title', f'Văn bản hợp nhất: {title}')}\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{_cautions(consolidated.cautions)}<main>\n{body}\n"
        f"{_authentication(consolidated)}\n{annexes}\n</main>\n{_notes(notes)}\n</body>\n</html>\n"
    )


def _paragraph(paragraph: Paragraph, notes: list[tuple[str, ...]]) -> str:
    html, start = "", 0
    for note in paragraph.notes:
        notes.append(note.text)
        number = len(notes)
        html += text(paragraph.text[start : note.offset])
        html += f'<sup id="t{number}"><a href="#c{number}">[{number}]</a></sup>'
        start = note.offset
    html += text(paragraph.text[start:])
    tag = {Setting.TITLE: "h1", Setting.HEADING: "h3", Setting.CHAPTER: "h2"}.get(paragraph.setting)
    inner = f'<p class="{paragraph.setting}">{html}</p>'
    return f'<div role="heading" aria-level="{tag[1]}">{inner}</div>' if tag else inner


def _cautions(texts: tuple[str, ...]) -> str:
    told = "".join(f"<p>{text(words)}</p>" for words in texts)
    return f'<aside class="canh-bao" aria-label="Cảnh báo">{told}</aside>\n' if told else ""


def _authentication(consolidated: ConsolidatedText) -> str:
    said = consolidated.authentication
    signer = "".join(f"<p><b>{text(line)}</b></p>" for line in said.signer)
    return (
        f'<div class="xac-thuc"><div><p><b>{text(said.body)}</b></p><p>Số: {text(said.number)}</p></div>'
        "<div><p><b>XÁC THỰC VĂN BẢN HỢP NHẤT</b></p>"
        f"<p><i>{text(said.place)}, ngày … tháng … năm …</i></p>{signer}</div></div>"
    )


def _notes(notes: list[tuple[str, ...]]) -> str:
    return "\n".join(['<section class="chu-thich" aria-label="Chú thích">', *_each(notes), "</section>"])


def _each(notes: list[tuple[str, ...]]) -> Iterator[str]:
    for number, (first, *more) in enumerate(notes, 1):
        yield f'<p id="c{number}"><a href="#t{number}">[{number}]</a> {text(first)}</p>'
        yield from (f"<p>{text(line)}</p>" for line in more)
