"""Finding the slots of a part: one walk over its static XML and its expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from kcdocs.engine.slots import PrintSlot, SlotKind
from kcdocs.engine.typesetting import typeset_data

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<name>[\w:.-]++)(?>(?:[^<>\"'/]++|/(?!>)|\"[^\"]*+\"|'[^']*+')*)(?P<empty>/?)>"
)
_SECTION = re.compile(r"<w:sectPr[ >](?:(?!</?w:sectPr[ >]).)*</w:sectPr>", re.DOTALL)
_PLAIN_NAMES = {"w:delText", "w:instrText", "w:delInstrText", "a:t", "m:t", "wp:posOffset", "wp:align"}
_PLAIN_PREFIXES = ("dc:", "cp:", "dcterms:", "vt:")


_WITH_BODY = (
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.With,
    nodes.Block,
    nodes.AssignBlock,
    nodes.Scope,
)


@dataclass(frozen=True, slots=True)
class _State:
    """What the scanner knows at one point of the XML.

    Attributes:
        open: Name of the element that the last tag opened; empty after an end tag.
        pending: An unfinished tag.
        depth: How many paragraphs it stands in.
        cells: How many cells of tables it stands in.
        paragraph: The last `w:pPr`.
        run: The last `w:rPr` of a run.
    """

    open: str = ""
    pending: str = ""
    depth: int = 0
    cells: int = 0
    paragraph: str = ""
    run: str = ""


@dataclass(slots=True)
class _Scanner:
    plain: bool
    typesetting: bool
    state: _State = field(default_factory=_State)
    slots: dict[nodes.Node, PrintSlot] = field(default_factory=dict)

    def body(self, children: list[nodes.Node]) -> None:
        for child in children:
            self.node(child)

    def node(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                self._output(part)
        elif isinstance(node, nodes.If):
            self._branches(node)
        elif isinstance(node, nodes.For):
            before = self.state
            self.body(node.body)
            after, self.state = self.state, before
            self.body(node.else_)
            self.state = after
        elif isinstance(node, _WITH_BODY):
            self.body(node.body)

    def _branches(self, node: nodes.If) -> None:
        before = self.state
        self.body(node.body)
        after = self.state
        for branch in (*(one.body for one in node.elif_), node.else_):
            self.state = before
            self.body(branch)
        self.state = after

    def _output(self, part: nodes.Node) -> None:
        if isinstance(part, nodes.TemplateData):
            if self.typesetting:
                inside = self.state.open == "w:t" and not self.state.pending
                part.data = typeset_data(part.data, inside=inside, cells=self.state.cells)
            self.state = _scan(self.state, part.data)
        elif isinstance(part, nodes.Expr):
            self.slots[part] = self._slot(describe(part))
            if self.state.pending:
                self.state = replace(self.state, pending=self.state.pending + "0")

    def _slot(self, name: str) -> PrintSlot:
        state = self.state
        if state.pending:
            return PrintSlot(SlotKind.ATTRIBUTE, name)
        if state.open == "w:t":
            kept = self.typesetting and not state.cells
            return PrintSlot(SlotKind.TEXT, name, state.paragraph, state.run, kept)
        if self.plain or state.open in _PLAIN_NAMES or state.open.startswith(_PLAIN_PREFIXES):
            return PrintSlot(SlotKind.PLAIN, name)
        return PrintSlot(SlotKind.RUN if state.depth else SlotKind.BLOCK, name, state.paragraph, state.run)


def find_slots(
    tree: nodes.Template, *, plain: bool, typesetting: bool = False
) -> dict[nodes.Node, PrintSlot]:
    """The slot of each printed expression.

    Args:
        tree: The parsed part.
        plain: Whether the part is no WordprocessingML, so that text may stand in any element.
        typesetting: Whether numbers, dates and symbols of its own text are kept on one line; the text is
            changed in place.

    Returns:
        Expression → slot; Jinja's nodes hash by what they are, not by what they say, so that two that read
        the same are two keys.
    """
    scanner = _Scanner(plain, typesetting)
    scanner.body(tree.body)
    return scanner.slots


def _scan(state: _State, data: str) -> _State:
    text, end = state.pending + data, 0
    opened, depth, paragraph, run = state.open, state.depth, state.paragraph, state.run
    cells = state.cells
    inside = 0
    for token in _TOKEN.finditer(text):
        end = token.end()
        if token.start() < inside:
            continue
        name, closing, empty = token["name"], bool(token["end"]), bool(token["empty"])
        opened = "" if closing or empty else name
        if empty:
            continue
        if name == "w:p":
            depth, paragraph, run = (depth - 1, paragraph, run) if closing else (depth + 1, "", "")
        elif name == "w:tc":
            cells += -1 if closing else 1
        elif name == "w:r" and not closing:
            run = ""
        elif name in ("w:pPr", "w:rPr") and not closing:
            inside = _close(text, name, end)
            if name == "w:pPr":
                paragraph = _SECTION.sub("", text[token.start() : inside])
            else:
                run = text[token.start() : inside]
            opened = "" if inside > end else opened
    rest = text[end:]
    pending = rest[rest.rfind("<") :] if rest.rfind("<") > rest.rfind(">") else ""
    return _State(opened, pending, depth, cells, paragraph, run)


def _close(text: str, name: str, start: int) -> int:
    closing = f"</{name}>"
    found = text.find(closing, start)
    return start if found < 0 else found + len(closing)


def describe(node: nodes.Node) -> str:
    """An expression as its author would read it: "co_quan.ten", "can_cu[0].so"."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{describe(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{describe(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Const):
        return repr(node.value)
    inner = getattr(node, "node", None)
    return describe(inner) if isinstance(inner, nodes.Node) else "biểu thức"
