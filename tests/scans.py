"""PDF files whose pages are pictures of words, as a scanner makes them."""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from wordml import docx, p, r

from kcdocs.convert.libreoffice import to_pdf

_DOTS = 200  # an inch, as office scanners do
_TYPE = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="28"/>'


def need_tesseract() -> None:
    """Skip the test where Tesseract cannot read Vietnamese."""
    program = shutil.which("tesseract")
    said = [program, "--list-langs"] if program else ["true"]
    if "vie" not in subprocess.run(said, capture_output=True, text=True, check=False).stdout.split():
        pytest.skip("Tesseract with Vietnamese is not installed (Debian: tesseract-ocr-vie)")


@functools.cache
def scan(*lines: str) -> bytes:
    """A PDF that is a picture of some lines, on one page."""
    with tempfile.TemporaryDirectory() as folder:
        typed = Path(folder) / "go.docx"
        typed.write_bytes(docx("".join(p(r(line, _TYPE)) for line in lines)))
        (printed,) = to_pdf([typed], Path(folder))
        page = pdfium.PdfDocument(printed)[0]
        width, height = map(round, page.get_size())
        drawn = page.render(scale=_DOTS / 72, grayscale=True)
    whole = bytes(drawn.buffer)
    dots = zlib.compress(b"".join(whole[row * drawn.stride :][: drawn.width] for row in range(drawn.height)))
    show = b"q %d 0 0 %d 0 0 cm /I Do Q" % (width, height)
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>" % (width, height),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(show), show),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (drawn.width, drawn.height, len(dots), dots),
        ]
    )


def _file(objects: Sequence[bytes]) -> bytes:
    out, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return out + b"xref\n0 %d\n%s" % (size, table) + end
