"""Files made to harm: the checker answers with findings or one sentence, never with a trace."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from good_papers import PAPERS, saved

from kcdocs.api import check_form


def _changed(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A good document whose parts were changed."""
    with zipfile.ZipFile(io.BytesIO(saved(PAPERS["quyết định"]()))) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def _circle(parts: dict[str, bytes]) -> None:
    styles = parts["word/styles.xml"].decode()
    normal = re.compile(r'(<w:style [^>]*w:styleId="Normal"[^>]*>\s*<w:name [^>]*/>)')
    parts["word/styles.xml"] = normal.sub(r'\1<w:basedOn w:val="Normal"/>', styles).encode()


def _nested(parts: dict[str, bytes]) -> None:
    deep = b"<w:tbl><w:tr><w:tc>" * 10_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 10_000
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", deep + b"<w:sectPr", 1)


def _numbers(parts: dict[str, bytes]) -> None:
    """Measures that no page has, and colours that are none."""
    document = parts["word/document.xml"].decode()
    document = re.sub(r'w:(line|firstLine|after|w|h|sz)="\d+"', r'w:\1="99999999999999"', document)
    parts["word/document.xml"] = document.replace("<w:b/>", '<w:b/><w:color w:val="GGGGGG"/>').encode()


HARMS: dict[str, Callable[[dict[str, bytes]], object]] = {
    "a circle of styles": _circle,
    "ten thousand tables in one another": _nested,
    "no styles": lambda parts: parts.pop("word/styles.xml"),
    "no theme": lambda parts: parts.pop("word/theme/theme1.xml"),
    "no header": lambda parts: [parts.pop(name) for name in list(parts) if "header" in name],
    "no text": lambda parts: parts.update({"word/document.xml": b""}),
    "measures beyond all": _numbers,
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_file_made_to_harm_ends_in_findings_or_a_sentence(harm: str, tmp_path: Path) -> None:
    path = tmp_path / "hai.docx"
    path.write_bytes(_changed(HARMS[harm]))
    checked = check_form.check(path)
    assert checked.read or (len(checked.findings) == 1 and checked.findings[0].message)
    if checked.read:
        check_form.annotated(path)
        check_form.mended(path)
