"""A conversion fetches nothing, whatever a document links to."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest
from wordml import docx, p

from kcdocs.convert import libreoffice
from kcdocs.convert.libreoffice import without_network
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent cx="9000" cy="9000"/>'
    f'<wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="{_DRAWING}/picture">'
    f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/>'
    f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:link="rIdX"/></pic:blipFill><pic:spPr/></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@dataclass
class Listening:
    """A server on this machine, and what it was asked for."""

    port: int
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Listening]:
    listening = Listening(0)

    class Handler(StreamRequestHandler):
        def handle(self):
            listening.asked.append(self.rfile.readline().decode("latin-1"))
            self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    serving = ThreadingTCPServer(("127.0.0.1", 0), Handler)
    listening.port = serving.server_address[1]
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield listening
    serving.shutdown()
    serving.server_close()


def linking(port: int) -> bytes:
    """A document that shows a picture which lies on the server."""
    link = (
        f'<Relationship Id="rIdX" Type="{_OFFICE}/image" Target="http://127.0.0.1:{port}/lo.png" '
        'TargetMode="External"/></Relationships>'
    )
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(p("Điều 1. Một"), p(_PICTURE)))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("document.xml.rels"):
                data = data.replace(b"</Relationships>", link.encode())
            new.writestr(name, data)
    return out.getvalue()


def test_no_picture_is_fetched_for_reading_a_doc_or_making_a_pdf(
    soffice: str, server: Listening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(linking(server.port))
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "doc", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    assert server.asked, "LibreOffice by itself fetches the picture, so that this test can fail"
    server.asked.clear()

    monkeypatch.setattr(libreoffice, "without_network", tuple)  # the profile alone must do
    reading = read_bytes((tmp_path / "a.doc").read_bytes(), Options("a.doc"))
    libreoffice.to_pdf([source], tmp_path)

    assert reading.lines[0].text == "Điều 1. Một"
    assert (tmp_path / "a.pdf").is_file()
    assert server.asked == []


def test_where_the_system_lets_us_there_is_no_network_at_all(server: Listening) -> None:
    words = without_network()
    if not words:
        pytest.skip("this system gives no network of its own (unshare is missing or not allowed)")
    connect = f"import socket; socket.create_connection(('127.0.0.1', {server.port}), 5)"
    assert subprocess.run(
        [*words, sys.executable, "-c", connect], check=False, capture_output=True
    ).returncode
    with socket.create_connection(("127.0.0.1", server.port), 5):
        pass
