"""Python code of a template part: one join a stretch of output, every value through its slot's writer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import StringIO

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment

from kcdocs.engine import limits

_REPEATED_ID = re.compile(r' w14:(?:paraId|textId)="[^"]*"|<w:id w:val="[^"]*"/>')
_ROW = re.compile(r"<w:tr[ >]")


class Generator(CodeGenerator):
    """Writes the code of one part.

    Args:
        environment: The environment that parsed it.
        name: Part name.
        numbers: Each printed expression → number of its slot and name of the writer.
    """

    def __init__(
        self, environment: Environment, name: str, numbers: Mapping[nodes.Node, tuple[int, str]]
    ) -> None:
        self.written = StringIO()
        super().__init__(environment, name, name, stream=self.written)
        self._numbers = numbers

    def write_commons(self) -> None:
        """Begin a rendering function: the state of the document at hand in a local name."""
        super().write_commons()
        self.writeline("render = context.render")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        """Write a stretch of output as one join."""
        self.writeline(
            "yield ''.join((" if frame.buffer is None else f"{frame.buffer}.append(''.join((", node
        )
        self.indent()
        for child in node.nodes:
            self.newline(child)
            self._write_child(child, frame)
            self.write(",")
        self.outdent()
        self.writeline("))" if frame.buffer is None else ")))")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        """Write a joining of texts, of limited length."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _write_child(self, child: nodes.Node, frame: Frame) -> None:
        if isinstance(child, nodes.TemplateData):
            self.write(repr(child.data))
            return
        number, writer = self._numbers[child]
        self.write(f"{writer}(")
        self.visit(child, frame)
        self.write(f", {number}, render)")


def tidy_data(tree: nodes.Template) -> None:
    """Take line marks and docxtpl's quoted braces out of the static text; drop ids within loops.

    Those of paragraphs and content controls may be absent.

    Args:
        tree: The parsed part; changed in place.
    """
    for data in tree.find_all(nodes.TemplateData):
        text = re.sub(r"\n(?=<w:p[ >/])", "", data.data)
        for quoted, plain in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            text = text.replace(quoted, plain)
        data.data = text
    for repeated in tree.find_all((nodes.For, nodes.Macro)):
        for data in repeated.find_all(nodes.TemplateData):
            data.data = _REPEATED_ID.sub("", data.data)


def repeats_ids(tree: nodes.Template) -> bool:
    """Whether a loop or macro writes drawings or bookmarks, whose ids must differ."""
    repeated = tree.find_all((nodes.For, nodes.Macro))
    return any(
        "<wp:docPr" in data.data or "<w:bookmark" in data.data
        for part in repeated
        for data in part.find_all(nodes.TemplateData)
    )


def repeats_cells(tree: nodes.Template) -> bool:
    """Whether the number of cells in a row depends on the record."""
    blocks = tree.find_all((nodes.For, nodes.If))
    texts = ("".join(data.data for data in block.find_all(nodes.TemplateData)) for block in blocks)
    return any("<w:tc>" in text and not _ROW.search(text) for text in texts) or any(
        data.data.endswith('<w:gridSpan w:val="') for data in tree.find_all(nodes.TemplateData)
    )


def count_loops(tree: nodes.Template) -> None:
    """Let each loop take its rounds and its own static text from the document's limits.

    Args:
        tree: The parsed part; changed in place.
    """
    for loop in list(tree.find_all(nodes.For)):
        size = nodes.Const(_size(loop), lineno=loop.lineno)
        loop.iter = nodes.Filter(
            loop.iter, "counted", [size], [], None, None, lineno=loop.lineno, environment=tree.environment
        )


def _size(node: nodes.Node) -> int:
    total = 0
    for child in node.iter_child_nodes(exclude=("iter", "target", "test")):
        if isinstance(child, nodes.TemplateData):
            total += len(child.data)
        elif isinstance(child, nodes.Expr):
            total += limits.EXPRESSION_COST
        elif not isinstance(child, nodes.For):
            total += _size(child)
    return total
