"""Pairs of Word documents made by chance from a seed: an original, and what a person might make of it."""

from __future__ import annotations

import random
import unicodedata
from copy import deepcopy
from dataclasses import dataclass, field

from kcdocs.word.package.docx import save_package
from kcdocs.word.package.escaping import markup
from kcdocs.word.write.plain_page import PageSetup, parts_around

WORDS = [
    "khuyến",
    "công",
    "hỗ",
    "trợ",
    "kinh",
    "phí",
    "cơ",
    "sở",
    "sản",
    "xuất",
    "nông",
    "thôn",
    "địa",
    "phương",
    "trung",
    "ương",
    "chương",
    "trình",
    "đề",
    "án",
    "mức",
    "chi",
    "không",
    "quá",
    "đồng",
    "một",
    "triệu",
    "máy",
    "móc",
    "thiết",
    "bị",
    "tiên",
    "tiến",
    "đào",
    "tạo",
    "nghề",
    "lao",
    "động",
    "quy",
    "định",
    "thủ",
    "tục",
    "hồ",
    "sơ",
]
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f00"
    "050001ff56c72f0d0000000049454e44ae426082"
)


@dataclass
class Piece:
    """A stretch of a paragraph: its kind, what it says, how it is set."""

    kind: str
    text: str = ""
    bold: bool = False


@dataclass
class Block:
    """A paragraph, or a table of rows of cells of paragraphs."""

    pieces: list[Piece] = field(default_factory=list)
    listed: int = 0
    rows: list[list[list[Block]]] = field(default_factory=list)
    key: int = 0


class Maker:
    """Makes originals and drafts; the same seed, the same pair."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.count = 0

    def words(self, most: int = 14) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(2, most)))

    def paragraph(self, number: int = 0) -> Block:
        chance = self.chance
        self.count += 1
        if chance.random() < 0.08:
            return Block(key=self.count)
        label = chance.choice((f"{number}. ", f"{'abcdeghik'[number % 9]}) ", "", "- "))
        pieces = [Piece("t", label + self.words(), chance.random() < 0.2)]
        for _ in range(chance.randint(0, 3)):
            kind = chance.choice(
                ("t", "t", "t", "tab", "note", "field", "simple", "control", "link", "picture", "br")
            )
            pieces += [Piece(kind, self.words(5), chance.random() < 0.3), Piece("t", " " + self.words(6))]
        return Block(pieces, chance.choice((0, 0, 0, 1, 2)), key=self.count)

    def table(self) -> Block:
        columns = self.chance.randint(1, 4)
        self.count += 1
        rows = [
            [[self.cell_paragraph() for _ in range(self.chance.choice((1, 1, 2)))] for _ in range(columns)]
            for _ in range(self.chance.randint(1, 5))
        ]
        return Block(rows=rows, key=self.count)

    def cell_paragraph(self) -> Block:
        self.count += 1
        return Block([Piece("t", self.words(5))] if self.chance.random() < 0.9 else [], key=self.count)

    def original(self) -> list[Block]:
        blocks = [
            self.table() if self.chance.random() < 0.12 else self.paragraph(number)
            for number in range(self.chance.randint(2, 16))
        ]
        return [*blocks, self.paragraph()]

    def draft(self, old: list[Block]) -> list[Block]:
        """What a person makes of it; it ends in a paragraph, as every story must."""
        blocks = deepcopy(old)
        for _ in range(self.chance.randint(1, 7)):
            self.change(blocks)
        if not blocks or blocks[-1].rows:
            blocks.append(self.paragraph())
        return blocks

    def change(self, blocks: list[Block]) -> None:
        chance = self.chance
        place = chance.randrange(len(blocks)) if blocks else 0
        what = chance.choice(
            ("edit", "edit", "edit", "add", "drop", "split", "merge", "move", "table", "empty", "list")
        )
        if not blocks or what == "add":
            blocks.insert(place, self.table() if chance.random() < 0.15 else self.paragraph(place))
        elif what == "drop":
            del blocks[place : place + chance.randint(1, 3)]
        elif what == "empty":
            self.count += 1
            blocks.insert(place, Block(key=self.count))
        elif what == "move":
            taken = blocks[place : place + chance.randint(1, 3)]
            del blocks[place : place + len(taken)]
            at = chance.randint(0, len(blocks))
            blocks[at:at] = taken
        elif blocks[place].rows:
            self.change_table(blocks[place])
        elif what == "list":
            blocks[place].listed = chance.choice((0, 1, 2))
        elif what == "split" and len(blocks[place].pieces) > 1:
            at = chance.randint(1, len(blocks[place].pieces) - 1)
            self.count += 1
            blocks.insert(place + 1, Block(blocks[place].pieces[at:], blocks[place].listed, key=self.count))
            del blocks[place].pieces[at:]
        elif what == "merge" and place + 1 < len(blocks) and not blocks[place + 1].rows:
            blocks[place].pieces += blocks.pop(place + 1).pieces
        elif blocks[place].pieces:
            self.change_words(chance.choice(blocks[place].pieces))

    def change_table(self, table: Block) -> None:
        chance = self.chance
        place = chance.randrange(len(table.rows))
        what = chance.choice(("cell", "cell", "row", "drop", "column"))
        if what == "row":
            table.rows.insert(place, [[self.cell_paragraph()] for _ in table.rows[0]])
        elif what == "drop" and len(table.rows) > 1:
            del table.rows[place]
        elif what == "column":
            for row in table.rows:
                row.append([self.cell_paragraph()])
        else:
            cell = chance.choice(table.rows[place])
            cell[-1].pieces = [Piece("t", self.words(4))]
            if chance.random() < 0.3:
                cell.append(self.cell_paragraph())

    def change_words(self, piece: Piece) -> None:
        chance = self.chance
        words = piece.text.split(" ")
        at = chance.randrange(len(words))
        how = chance.choice(("word", "word", "drop", "add", "case", "nfd", "nbsp", "zwsp", "figure"))
        changed = {
            "word": chance.choice(WORDS),
            "drop": "",
            "add": f"{words[at]} {chance.choice(WORDS)}",
            "case": words[at].upper(),
            "nfd": unicodedata.normalize("NFD", words[at]),
            "nbsp": f"{words[at]}\u00a0",
            "zwsp": f"{words[at]}\u200b",
            "figure": str(chance.randint(1, 99)),
        }
        words[at] = changed[how]
        piece.text = " ".join(words)


def document(blocks: list[Block]) -> bytes:
    """The blocks as a Word document."""
    notes: list[str] = []
    content = "".join(_block(block, notes) for block in blocks)
    parts = dict(parts_around(content, PageSetup(False, 1134, 1134, 1701, 1134)))
    notes_xml = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + text)}</w:p></w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/footnotes.xml"] = f"{head}<w:footnotes {ns}>{_SEPARATORS}{notes_xml}</w:footnotes>".encode()
    parts["word/numbering.xml"] = f"{head}<w:numbering {ns}>{_LISTS}</w:numbering>".encode()
    parts["word/media/image1.png"] = _PIXEL
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>'
        for name in ("footnotes", "numbering")
    )
    types = parts["[Content_Types].xml"].decode()
    types = types.replace(
        "</Types>", f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )
    parts["[Content_Types].xml"] = types.encode()
    relations = "".join(
        f'<Relationship Id="rIdM{kind}" Type="{_REL}/{kind}" Target="{target}"/>'
        for kind, target in (
            ("footnotes", "footnotes.xml"),
            ("numbering", "numbering.xml"),
            ("image", "media/image1.png"),
        )
    )
    rels = (
        parts["word/_rels/document.xml.rels"]
        .decode()
        .replace("</Relationships>", f"{relations}</Relationships>")
    )
    parts["word/_rels/document.xml.rels"] = rels.encode()
    return save_package(parts)


_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_LISTS = (
    "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for number, style, text in ((1, "decimal", "%1."), (2, "lowerLetter", "%1)"))
    )
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def _block(block: Block, notes: list[str]) -> str:
    if block.rows:
        rows = "".join(
            "<w:tr>"
            + "".join(
                f"<w:tc><w:tcPr/>{''.join(_block(item, notes) for item in cell)}</w:tc>" for cell in row
            )
            + "</w:tr>"
            for row in block.rows
        )
        grid = '<w:gridCol w:w="2000"/>' * max(len(row) for row in block.rows)
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    number = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{block.listed}"/></w:numPr>' if block.listed else ""
    )
    return f'<w:p><w:pPr>{number}<w:jc w:val="both"/></w:pPr>{"".join(_piece(item, notes) for item in block.pieces)}</w:p>'


def _run(text: str, look: str = "", inside: str = "") -> str:
    words = f'<w:t xml:space="preserve">{markup(text)}</w:t>' if text else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}{words}</w:r>"


def _piece(piece: Piece, notes: list[str]) -> str:
    look = "<w:b/>" if piece.bold else ""
    run = _run(piece.text, look)
    if piece.kind == "note":
        notes.append(piece.text)
        return _run("", '<w:vertAlign w:val="superscript"/>', f'<w:footnoteReference w:id="{len(notes)}"/>')
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = '<w:r><w:instrText xml:space="preserve"> MERGEFIELD x </w:instrText></w:r>'
    control = f'<w:sdtPr><w:id w:val="{7 + len(piece.text)}"/><w:text/></w:sdtPr>'
    made = {
        "tab": _run(piece.text, look, "<w:tab/>"),
        "br": _run(piece.text, look, "<w:br/>"),
        "field": f"{marks[0]}{code}{marks[1]}{run}{marks[2]}",
        "simple": f'<w:fldSimple w:instr=" MERGEFIELD y ">{run}</w:fldSimple>',
        "control": f"<w:sdt>{control}<w:sdtContent>{run}</w:sdtContent></w:sdt>",
        "link": f'<w:hyperlink w:anchor="x">{run}</w:hyperlink>',
        "picture": f"<w:r>{_PICTURE}</w:r>",
    }
    return made.get(piece.kind, run)


_A = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = (
    f'<w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/>'
    f'<wp:docPr id="1" name="Hình 1"/><a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
    f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Hình 1"/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip r:embed="rIdMimage"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def keys(blocks: list[Block]) -> list[int]:
    """The keys of all paragraphs in reading order."""
    found: list[int] = []
    for block in blocks:
        if block.rows:
            found += [key for row in block.rows for cell in row for key in keys(cell)]
        else:
            found.append(block.key)
    return found
