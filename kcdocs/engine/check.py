"""Checking a template: everything that is wrong with it, at once, each fault with its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from kcdocs.engine import check_blocks, check_syntax, limits
from kcdocs.engine import check_faults as faults
from kcdocs.engine.check_beside import marker_spans, package_faults, passage_faults, without_tags
from kcdocs.engine.check_characters import character_faults, straightened
from kcdocs.engine.check_hyphens import hyphened_names
from kcdocs.engine.check_names import AskedNames, names_in
from kcdocs.engine.check_report import Report, TemplateFault, excerpt
from kcdocs.engine.check_spellings import straight_letters, two_spellings
from kcdocs.engine.check_tags import Broken, BrokenTag, Tag, TagKind, tags_of
from kcdocs.engine.compile import compile_template
from kcdocs.engine.environment import sandbox
from kcdocs.engine.fill import fill
from kcdocs.engine.places import outside_fields_of
from kcdocs.engine.reasons import TOO_DEEP, syntax_reason
from kcdocs.engine.shapes import shape_of
from kcdocs.errors import FindingsError, KcdocsError
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.span import Span
from kcdocs.text.nearest import nearest
from kcdocs.word.join.compose import block_of
from kcdocs.word.package import open_package, part_titles
from kcdocs.word.read import Passage, is_properties, passages

if TYPE_CHECKING:
    from kcdocs.engine.shapes import DataShape
    from kcdocs.model.record import Value
    from kcdocs.word.package import Package


def check_template(
    data: bytes,
    *,
    name: str = "",
    shape: DataShape | None = None,
    source: str = "dữ liệu",
    blocks: Collection[str] = (),
    own: Collection[str] = (),
) -> Report:
    """Check a template.

    Args:
        data: The `.docx` file.
        name: How the user named it.
        shape: The fields that the data have; None if nothing is known of them.
        source: What the fields come from, in Vietnamese, for messages.
        blocks: Names of the blocks that are put in where a marker names them; none where they are in already.
        own: Names that have a meaning of their own, so that no tag may spell them in another way.

    Raises:
        PackageError: The file is no Word document that may be opened, or a part cannot be read.
    """
    package = open_package(data, name=name)
    outside = outside_fields_of(package)
    parts = [_Part(name, part, title, shape, source, blocks) for part, title in _titled(package)]
    for part in parts:
        part.check(passages(package, part.part))
    of_part = {tag: part for part in parts for tag in part.every}
    for tag, word, make in two_spellings(of_part, shape, own):
        of_part[tag].add_fault(tag, make, _span_of(tag, word))
    found = [fault for part in parts for fault in part.sorted()]
    found += [
        TemplateFault(faults.outside_field(place, one.kind, one.code), one.part) for one, place in outside
    ]
    found += [TemplateFault(finding, part) for part, finding in package_faults(package, part_titles(package))]
    if not any(part.tags or part.marked for part in parts):
        found.append(TemplateFault(without_tags(name)))
    if not any(fault.finding.severity is Severity.ERROR for fault in found):
        found += _compiled(data, name)
    used = frozenset[str]().union(*(part.used for part in parts))
    return Report(name, tuple(found), used, sum(part.tags for part in parts))


def check_with(
    data: bytes,
    records: Sequence[Mapping[str, Value]],
    *,
    name: str,
    source: str,
    blocks: Collection[str] = (),
) -> Report:
    """Check a template against records: the fields they have not are errors, and it is tried on each.

    Args:
        data: The `.docx` file.
        records: Name in the template → value, for each document.
        name: How the user named the template.
        source: What the records come from, in Vietnamese.
        blocks: Names of the blocks that are put in where a marker names them.

    Raises:
        PackageError: The file is no Word document that may be opened, or a part cannot be read.
    """
    report = check_template(data, name=name, shape=shape_of(records), source=source, blocks=blocks)
    if report.broken:
        return report
    return replace(report, faults=(*report.faults, *_trial_faults(data, records, name)))


def markers_left(data: bytes) -> list[str]:
    """The markers of blocks that a composed template still has, as they stand: each would be printed."""
    package = open_package(data)
    return [
        span.of(passage.text)
        for part, _ in _titled(package)
        for passage in passages(package, part)
        for span in marker_spans(passage.text)
    ]


class _Part:
    """Checks one part of a template."""

    def __init__(
        self,
        file: str,
        part: str,
        title: str,
        shape: DataShape | None,
        source: str,
        blocks: Collection[str],
    ) -> None:
        self.file, self.part, self.title = file, part, title
        self.shape, self.source, self.blocks = shape, source, blocks
        self.marked = False
        self.found: list[tuple[tuple[int, int, int], TemplateFault]] = []
        self.order: dict[Passage, int] = {}
        self.used: set[str] = set()
        self.tags = 0
        self.every: Sequence[Tag] = ()

    def check(self, texts: Sequence[Passage]) -> None:
        """Check the paragraphs of the part."""
        self.order = {passage: index for index, passage in enumerate(texts)}
        tags: list[Tag] = []
        for passage in texts:
            found, broken = tags_of(passage)
            tags += found
            for one in broken:
                self._broken(one)
            named = block_of(passage.text) in self.blocks
            self.marked = self.marked or named or "{" in passage.text
            for span, make in passage_faults(passage, self.blocks):
                self._add_fault(passage, span, make)
        tags, odd = straight_letters(check_blocks.without_raw(tags))
        for tag, word, make in odd:
            self.add_fault(tag, make, _span_of(tag, word))
        self.every = tags
        self.tags = len(tags)
        readable = {tag: self._tag(tag) for tag in tags}
        for tag, name in hyphened_names(tags, self.shape):
            self.add_fault(tag, partial(faults.hyphened, name=name), _span_of(tag, name))
        check_blocks.check_prefixes(tags, partial(_beside, texts, tags), self.add_fault)
        blocks = check_blocks.pair([tag for tag in tags if tag.kind is TagKind.STATEMENT], self.add_fault)
        self._names([self._source(tag, blocks, read=readable[tag]) for tag in tags], tags, blocks.open)

    def sorted(self) -> list[TemplateFault]:
        """The faults in reading order."""
        return [fault for _, fault in sorted(self.found, key=lambda item: item[0])]

    def add_fault(self, tag: Tag, make: Callable[[Place], Finding], span: Span | None = None) -> None:
        """Note a fault of a tag, or of a stretch of it."""
        self._add_fault(tag.passage, span or tag.span, make)

    def _add_fault(self, passage: Passage, span: Span, make: Callable[[Place], Finding]) -> None:
        order = (self.order[passage], span.start, len(self.found))
        fault = TemplateFault(make(self._place(passage, span)), self.part, *excerpt(passage.text, span))
        self.found.append((order, fault))

    def _place(self, passage: Passage, span: Span) -> Place:
        part = f"{self.title}, {passage.name}" if passage.name else self.title
        part += f", dưới «{passage.heading[: limits.CONTEXT]}»" if passage.heading else ""
        return Place(
            file=self.file,
            part=part,
            paragraph=passage.number,
            cell=passage.cell,
            address=passage.address,
            span=span,
        )

    def _broken(self, one: BrokenTag) -> None:
        make = {
            Broken.UNCLOSED: faults.unclosed_tag,
            Broken.STRAY: faults.stray_closing,
            Broken.MIXED: faults.mixed_braces,
        }[one.how]
        text = one.span.of(one.passage.text)
        self._add_fault(one.passage, one.span, lambda place: make(place, text))

    def _tag(self, tag: Tag) -> bool:
        """Check a tag by itself.

        Returns:
            Whether it can be read.
        """
        pieces = 1 + sum(tag.span.start < run < tag.span.end for run in tag.passage.runs)
        if pieces > 1:
            self.add_fault(tag, lambda place: faults.split_tag(place, tag.text, pieces))
        known = self._known_statement(tag)
        reason = check_syntax.fault_of(tag) if known else ""
        odd = character_faults(tag, read=not reason)
        for make in odd:
            self.add_fault(tag, make)
        explained = odd and not check_syntax.fault_of(replace(tag, body=straightened(tag.body)))
        if reason and not explained:
            self.add_fault(tag, lambda place: faults.syntax(place, tag.text, reason))
        return known and not reason

    def _known_statement(self, tag: Tag) -> bool:
        if tag.kind is not TagKind.STATEMENT or tag.word in check_syntax.WORDS - check_syntax.FORBIDDEN:
            return True
        if tag.word in check_syntax.FORBIDDEN:
            self.add_fault(tag, lambda place: faults.forbidden_statement(place, tag.word))
        else:
            near = nearest(tag.word, sorted(check_syntax.WORDS - check_syntax.FORBIDDEN))
            self.add_fault(tag, lambda place: faults.unknown_statement(place, tag.word, near))
        return False

    def _source(self, tag: Tag, blocks: check_blocks.Blocks, *, read: bool) -> str:
        if tag in blocks.sources:
            stand_in = check_syntax.stand_in(tag)
            return blocks.sources[tag] if read or not stand_in else stand_in
        simple = tag.word in {"", "set"} | check_syntax.VALUE_TAGS
        return check_syntax.source(tag) if read and simple else ""

    def _names(self, lines: list[str], tags: list[Tag], end: str) -> None:
        try:
            found = names_in("\n".join(lines) + end, self.shape)
        except TemplateSyntaxError as error:
            tag, reason = tags[min(error.lineno, len(tags)) - 1], syntax_reason(error.message or "")
            self.add_fault(tag, partial(faults.syntax, tag=tag.text, reason=reason))
            return
        except RecursionError:
            self.add_fault(tags[0], partial(faults.syntax, tag=tags[0].text, reason=TOO_DEEP))
            return
        self.used = found.used
        for missing in found.missing:
            tag = tags[missing.line - 1]
            make = partial(
                faults.missing_field,
                name=missing.name,
                near=missing.near,
                owner=missing.owner,
                source=self.source,
            )
            self.add_fault(tag, make, _span_of(tag, missing.name))
        self._unknown(found, tags)

    def _unknown(self, found: AskedNames, tags: list[Tag]) -> None:
        for known, unknown, make in (
            (sandbox().filters, found.filters, faults.unknown_filter),
            (sandbox().tests, found.tests, faults.unknown_test),
        ):
            for line, name in unknown:
                near, tag = nearest(name, sorted(known)), tags[line - 1]
                told = partial(make, name=name, near=near)
                self.add_fault(tag, told, _span_of(tag, name))


def _titled(package: Package) -> list[tuple[str, str]]:
    titles = [(part, title) for part, title in part_titles(package).items() if part != title]
    return sorted(titles, key=lambda item: (item[0] != package.main, is_properties(package, item[0])))


def _beside(texts: Sequence[Passage], tags: Sequence[Tag], tag: Tag) -> str:
    """The text that goes with what a prefixed tag takes away."""
    if tag.prefix == "p":
        return check_blocks.beside(tag, tags)(tag.passage.text)
    path = check_blocks.taken(tag)
    within = [passage for passage in texts if passage.inside[: len(path)] == path]
    return " ".join(_without(passage, tag, tags) for passage in within)


def _without(passage: Passage, tag: Tag, tags: Sequence[Tag]) -> str:
    same = [other for other in tags if other.passage is passage and other.prefix == tag.prefix]
    return check_blocks.beside(same[0], tags)(passage.text) if same else passage.text


def _compiled(data: bytes, name: str) -> list[TemplateFault]:
    """What only the engine itself finds."""
    try:
        compile_template(data, name=name)
    except KcdocsError as error:
        return [TemplateFault(error.as_finding(error.place or Place(file=name)))]
    return []


def _span_of(tag: Tag, name: str) -> Span:
    last = name.rpartition(".")[2]
    start = tag.passage.text.find(last, tag.span.start, tag.span.end)
    return Span(start, start + len(last)) if start >= 0 else tag.span


def _trial_faults(data: bytes, contexts: Iterable[Mapping[str, Value]], name: str) -> list[TemplateFault]:
    """What goes wrong only when the template is filled; the same thing in several documents once."""
    template = compile_template(data, name=name)
    found: dict[Finding, None] = {}
    for context in contexts:
        try:
            fill(template, context)
        except KcdocsError as error:
            found.update(dict.fromkeys(_findings(error)))
    return [TemplateFault(finding) for finding in found]


def _findings(error: KcdocsError) -> Iterator[Finding]:
    if isinstance(error, FindingsError):
        yield from error.findings
    else:
        yield error.as_finding()
