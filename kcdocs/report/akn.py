"""An instrument as Akoma Ntoso 3.0 (OASIS LegalDocML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.report.akn_ids import ELEMENTS, Ids, issue_date, link, slug, work_uri
from kcdocs.settings import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.instrument import Instrument, Node, Reference

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_HEADED = GROUPING | {Kind.ARTICLE}
_PREFACE = (Kind.HEADER, Kind.TITLE)
_PREAMBLE = (Kind.BASIS, Kind.ENACTING)
_CONCLUSIONS = (Kind.CLOSING, Kind.SIGNATURE, Kind.RECIPIENTS)
_MAIN = "main"
_XML_CONTROL = dict.fromkeys((*range(0x20), 0xFFFE, 0xFFFF), " ")


def render(instrument: Instrument) -> bytes:
    """An instrument as an Akoma Ntoso document.

    Provisions keep their labels and headings; unlabelled units become subparagraphs, tables and quoted
    new text stand in containers, quotations as `quotedStructure`; references become links.

    Args:
        instrument: The instrument; one without articles becomes a `doc`, any other an `act`.

    Returns:
        UTF-8 XML, valid against the schema of the standard, indented by nothing, ending in a line feed.
    """
    root = etree.Element(_name("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item] # the stubs know no default namespace
    _Writer(instrument).document(root)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


class _Writer:
    """Writes one document."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._ids = Ids()
        self._uri = work_uri(instrument.citation)
        self._marks = {note.label: f"note_{number}" for number, note in enumerate(instrument.notes, 1)}

    def document(self, root: etree._Element) -> None:
        nodes = self._instrument.nodes
        articled = any(node.kind is Kind.ARTICLE for node in self._instrument.provisions())
        kind = slug(self._instrument.citation.type) or "van-ban"
        top = _under(root, "act" if articled else "doc", name=kind)
        self._meta(top, _MAIN)
        self._preface(top, [node for node in nodes if node.kind in _PREFACE])
        self._preamble(top, [node for node in nodes if node.kind in _PREAMBLE])
        aside = (*_PREFACE, *_PREAMBLE, *_CONCLUSIONS, Kind.ANNEX)
        body = _under(top, "body" if articled else "mainBody")
        self._below(body, [node for node in nodes if node.kind not in aside], "")
        if not len(body):
            _under(_under(_container(body, self._ids.fresh("hcontainer_1"), "trong"), "content"), "p")
        self._conclusions(top, [node for node in nodes if node.kind in _CONCLUSIONS])
        self._annexes(top, [node for node in nodes if node.kind is Kind.ANNEX])

    def _meta(self, parent: etree._Element, component: str) -> None:
        """The identification that the standard asks for: work, expression, manifestation."""
        day = issue_date(self._instrument.citation).isoformat()
        meta = _under(parent, "meta")
        identification = _under(meta, "identification", source="#kcdocs")
        uris = (
            ("FRBRWork", self._uri),
            ("FRBRExpression", f"{self._uri}/vie@{day}"),
            ("FRBRManifestation", f"{self._uri}/vie@{day}.akn"),
        )
        for level, uri in uris:
            frbr = _under(identification, level)
            _under(frbr, "FRBRthis", value=f"{uri}/!{component}")
            _under(frbr, "FRBRuri", value=uri)
            _under(frbr, "FRBRdate", date=day, name="ban-hanh")
            _under(frbr, "FRBRauthor", href="#issuer" if level != "FRBRManifestation" else "#kcdocs")
            self._particulars(frbr, level)
        references = _under(meta, "references", source="#kcdocs")
        issuer = self._instrument.citation.issuer
        for eid, name in (("issuer", issuer or "không rõ"), ("kcdocs", f"kcdocs {VERSION}")):
            href = f"/akn/ontology/organization/vn/{slug(name)}"
            _under(references, "TLCOrganization", eId=self._ids.fresh(eid), href=href, showAs=_clean(name))
        if component == _MAIN:
            self._notes(meta)

    def _notes(self, meta: etree._Element) -> None:
        """Footnotes, which stand before the text; the text refers to them where their marks are."""
        if self._instrument.notes:
            notes = _under(meta, "notes", source="#kcdocs")
            for note in self._instrument.notes:
                element = _under(notes, "note", eId=self._marks[note.label], marker=_clean(note.label))
                for line in note.lines:
                    _under(element, "p").text = _clean(line.text)

    def _particulars(self, frbr: etree._Element, level: str) -> None:
        citation = self._instrument.citation
        if level == "FRBRWork":
            _under(frbr, "FRBRcountry", value="vn")
            if citation.number:
                _under(frbr, "FRBRnumber", value=_clean(citation.number))
        elif level == "FRBRExpression":
            _under(frbr, "FRBRlanguage", language="vie")
        else:
            _under(frbr, "FRBRformat", value="application/akn+xml")

    def _preface(self, top: etree._Element, nodes: Sequence[Node]) -> None:
        if not nodes:
            return
        preface = _under(top, "preface")
        for node in nodes:
            if node.kind is Kind.TITLE:
                first, *rest = node.text.split("\n")
                words = _under(_under(preface, "longTitle"), "p")
                _under(words, "docType").text = _clean(first)
                _under(words, "docTitle").text = _clean(" ".join(rest))
            else:
                self._rows(preface, node)

    def _preamble(self, top: etree._Element, nodes: Sequence[Node]) -> None:
        if not nodes:
            return
        preamble = _under(top, "preamble")
        bases = [node for node in nodes if node.kind is Kind.BASIS]
        if bases:
            citations = _under(preamble, "citations")
            for ordinal, node in enumerate(bases, 1):
                self._words(_under(citations, "citation", eId=f"cit_{ordinal}"), node)
        for ordinal, node in enumerate((node for node in nodes if node.kind is Kind.ENACTING), 1):
            formula = _under(preamble, "formula", name="cau-ban-hanh", eId=f"formula_{ordinal}")
            self._words(formula, node)

    def _conclusions(self, top: etree._Element, nodes: Sequence[Node]) -> None:
        if nodes:
            conclusions = _under(top, "conclusions")
            for node in nodes:
                self._rows(conclusions, node)

    def _annexes(self, top: etree._Element, nodes: Sequence[Node]) -> None:
        if not nodes:
            return
        attachments = _under(top, "attachments")
        for node in nodes:
            attachment = _under(attachments, "attachment", eId=self._ids.of(node.address))
            _under(attachment, "heading").text = _clean(node.text.replace("\n", " "))
            doc = _under(attachment, "doc", name="phu-luc")
            self._meta(doc, slug(str(node.address)))
            body = _under(doc, "mainBody")
            if node.children:
                self._below(body, node.children, "")
            else:
                _under(body, "p")

    def _below(self, parent: etree._Element, nodes: Iterable[Node], prefix: str) -> None:
        for node in nodes:
            if node.kind is Kind.QUOTE:
                self._quote(parent, node, prefix)
            elif node.kind in ELEMENTS:
                self._provision(parent, node, prefix)
            else:
                holder = _container(parent, self._ids.of(node.address, prefix), slug(str(node.kind)))
                self._block(holder, node)
                self._below(holder, node.children, prefix)

    def _provision(self, parent: etree._Element, node: Node, prefix: str) -> None:
        eid = self._ids.of(node.address, prefix)
        element = _under(parent, ELEMENTS[node.kind], eId=eid)
        number = _number(node)
        if number:
            _under(element, "num").text = _clean(number)
        if node.kind in _HEADED:
            if node.text:
                self._inline(_under(element, "heading"), node)
            if not node.children:
                _under(_under(element, "content", eId=f"{eid}__content"), "p")
        else:
            name = "intro" if node.children else "content"
            self._words(_under(element, name, eId=f"{eid}__{name}"), node)
        self._below(element, node.children, prefix)

    def _block(self, holder: etree._Element, node: Node) -> None:
        """A table, or the lines of what has no place of its own in the standard."""
        content = _under(holder, "content", eId=self._ids.fresh(f"{holder.get('eId')}__content"))
        if node.kind is not Kind.TABLE:
            self._rows(content, node)
            return
        table = _under(content, "table")
        row = cell = None
        at = (-1, -1)
        for line in node.lines:
            place = (line.cell.row, line.cell.column) if line.cell else at
            if row is None or place[0] != at[0]:
                row = _under(table, "tr")
            if cell is None or place != at:
                cell = _under(row, "td")
            at = place
            _under(cell, "p").text = _clean(line.text)
        if row is None:
            _under(_under(_under(table, "tr"), "td"), "p")

    def _quote(self, parent: etree._Element, node: Node, prefix: str) -> None:
        eid = self._ids.of(node.address, prefix)
        content = _under(_container(parent, eid, "trich"), "content", eId=f"{eid}__content")
        mod = _under(_under(content, "p"), "mod", eId=f"{eid}__mod_1")
        inner = f"{eid}__qstr_1"
        structure = _under(mod, "quotedStructure", eId=inner, startQuote="“", endQuote="”")
        self._below(structure, node.children, inner)
        if not len(structure):
            _under(structure, "p")

    def _rows(self, parent: etree._Element, node: Node) -> None:
        """Each line that says something as a paragraph of its own."""
        said = [span.of(line.text) for line, span in zip(node.lines, node.slices, strict=True)]
        for text in [row for row in said if row] or [""]:
            _under(parent, "p").text = _clean(text)

    def _words(self, parent: etree._Element, node: Node) -> None:
        self._inline(_under(parent, "p"), node)

    def _inline(self, parent: etree._Element, node: Node) -> None:
        """Running words with their links and the marks of notes; a mark within a link stands behind it."""
        text = node.text.replace("\n", " ")
        place = 0
        last: etree._Element | None = None
        marks = ((offset, label) for offset, label in _marks_of(node) if label in self._marks)
        links = ((reference.span.start, reference) for reference in node.references)
        found: list[tuple[int, Reference | str]] = [*links, *marks]
        for start, item in sorted(found, key=lambda pair: pair[0]):
            _append(parent, last, text[place : max(place, start)])
            place = max(place, start)
            if isinstance(item, str):
                last = _under(parent, "noteRef", href=f"#{self._marks[item]}", marker=_clean(item))
            else:
                last = _linked(parent, item, item.span.of(text))
                place = item.span.end
        _append(parent, last, text[place:])


def _marks_of(node: Node) -> Iterator[tuple[int, str]]:
    """The marks of notes in a provision: where in its words, and the label of the note."""
    start = 0
    for line, span in zip(node.lines, node.slices, strict=True):
        for mark in line.marks:
            yield start + min(max(mark.offset, span.start), span.end) - span.start, mark.note
        start += span.end - span.start + 1 if span.end > span.start else 0


def _linked(parent: etree._Element, reference: Reference, words: str) -> etree._Element:
    """A link; one that means several provisions holds a link for each."""
    targets: Sequence[Address | None] = reference.targets or (None,)
    if len(targets) == 1:
        element = _under(parent, "ref", href=link(targets[0], reference.citation))
        element.text = _clean(words)
        return element
    many = _under(parent, "mref")
    for ordinal, target in enumerate(targets):
        one = _under(many, "ref", href=link(target, reference.citation))
        one.text = _clean(words) if ordinal == 0 else ""
    return many


def _number(node: Node) -> str:
    """The label as the line writes it ("Điều 5.", "đ)"), without a quotation mark before it."""
    if not node.label or not node.lines or node.kind is Kind.PARAGRAPH:
        return ""
    line, span = node.lines[0], node.slices[0]
    before = line.text[: span.start] if span.end > span.start else line.text
    return before.strip().lstrip('“"') or f"{SPOKEN[node.kind]} {node.label}"


def _append(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        parent.text = _clean(text)
    else:
        last.tail = _clean(text)


def _container(parent: etree._Element, eid: str, name: str) -> etree._Element:
    return _under(parent, "hcontainer", name=name, eId=eid)


def _under(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _name(tag), attributes)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return text.translate(_XML_CONTROL)
