"""Documents and readers that tests of the output share."""

from __future__ import annotations

import io

import docx

from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill
from kcdocs.word.package.docx import open_package, save_package

NOTES = (
    '<?xml version="1.0" encoding="UTF-8"?><w:{0}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:{0} w:id="2"><w:p><w:r><w:t>Xem {{{{ x }}}}</w:t></w:r></w:p></w:{0}></w:{0}s>'
)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of_lines(*lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def filled(document, **values):
    return fill(compile_template(saved(document), name="mau.docx"), values)


def read(data):
    return docx.Document(io.BytesIO(data))


def body(data):
    return open_package(data).parts["word/document.xml"].decode()


def with_notes(kind):
    parts = dict(open_package(saved(of_lines("Thân"))).parts)
    types, rels = parts["[Content_Types].xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    override = f'<Override PartName="/word/{kind}s.xml" ContentType="{content}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    link = f'<Relationship Id="rIdN" Type="{relation}{kind}s" Target="{kind}s.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link).encode()
    parts[f"word/{kind}s.xml"] = NOTES.format(kind).encode()
    return save_package(parts)
