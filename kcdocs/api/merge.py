"""Several drafts of one base merged into one Word file, each draft's tracked changes under its own name."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, TypeVar

from kcdocs.api.opinions import named_files, office_of
from kcdocs.api.reading import open_text, reading
from kcdocs.diff.compare import compare as compare_instruments
from kcdocs.diff.heads import bodies
from kcdocs.files import AnyPath
from kcdocs.model.finding import Finding, Place
from kcdocs.model.format import Format, FormatNotMadeError
from kcdocs.model.merging import DraftClash
from kcdocs.model.revisions import Revisions
from kcdocs.opinions import errors, limits, typed_numbers
from kcdocs.opinions import merging as opinions
from kcdocs.opinions.returned import share_of
from kcdocs.opinions.word_copies import word_copies
from kcdocs.report import audited, merged, redlining
from kcdocs.report import tracked as report
from kcdocs.report.cautions import cautions
from kcdocs.sources.options import Options
from kcdocs.text.normalise import nfc
from kcdocs.word import audit, redline
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.read import MarginRemark, margin_remarks
from kcdocs.word.write.comments import WordComment, with_comments

if TYPE_CHECKING:
    from kcdocs.model.instrument import Instrument

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class MergedDrafts:
    """Several drafts of one base in one Word file.

    Attributes:
        data: The Word file: rejecting all changes gives the base, accepting all the base with every change
            that touches no other draft's.
        drafts: Who signs, in the order of the files.
        clashes: Where drafts cannot all have their way, by provision; the base stands there, with a comment
            for each wish.
        findings: What a person should know besides.
    """

    data: bytes
    drafts: tuple[str, ...]
    clashes: tuple[DraftClash, ...]
    findings: tuple[Finding, ...] = ()


def merge(
    base: AnyPath,
    drafts: Iterable[AnyPath],
    *,
    offices: Mapping[str, str] | None = None,
    how: Options | None = None,
    told: Callable[[int, int], None] | None = None,
) -> MergedDrafts:
    """Put the changes of several drafts of one base into one Word file with tracked changes.

    A base in Word keeps its own paragraphs, styles, numbering, headers and notes; any other is set anew.
    Changes that two drafts make alike stand once, under both names. Where changes of two drafts touch (no
    word stands between them), neither is made. How letters are encoded (NFC, NFD) is no change.

    Args:
        base: The text they were made of: a file, or the number of an instrument in the store.
        drafts: The drafts' files.
        offices: File as named in `drafts` → who signs its changes; of others the name of the file says it.
        how: How all files are read; None for the usual way. Tracked changes of a draft are what its office
            asks for: they count unless this rejects them. Those of the base are not read unless it says how.
        told: Called with how many pieces of the work are done, and how many there are: each text read, each
            draft compared and proven, the file written and read.

    Raises:
        UnknownFileError: If `offices` names a file that is not there.
        SameNameError: If two drafts would sign with one name.
        OtherBaseError: If files are drafts of other texts.
        UnprovenMergeError: If the file does not lead from the base to each draft, but for the clashes.
        KcdocsError: If a file cannot be read.
    """
    files = [os.fspath(name) for name in drafts]
    names = _names(files, named_files(files, offices))
    asked = how or reading()
    refused = asked.revisions is Revisions.REFUSE
    returned = replace(asked, revisions=Revisions.ACCEPT) if refused else asked
    steps = _Steps(told, 3 * len(files) + 3)
    with word_copies(files) as copies:
        read = [copies[name] for name in files]
        texts = [steps.after(open_text(base, how=asked))]
        texts += [steps.after(open_text(name, how=returned)) for name in read]
        _check_base(texts[0], zip(files, texts[1:], strict=True))
        packages = [redlining.word_document(name) for name in (base, *read)]
        made = _Merging(texts, packages, names, returned.revisions, steps).merged()
    return steps.after(replace(made, findings=(*made.findings, *_misnumbered(made.data, texts))))


def render(made: MergedDrafts, medium: Format | str) -> str | bytes:
    """Report a merge.

    Args:
        made: The merge.
        medium: `Format.TRACKED` for the Word file, `TERMINAL` or `JSON` for its clashes, or its value.

    Raises:
        FormatNotMadeError: If `medium` is another format.
    """
    medium = Format(medium)
    if medium is Format.TRACKED:
        return made.data
    if medium is Format.JSON:
        return merged.clashes_json(made.clashes, made.drafts)
    if medium is Format.TERMINAL:
        return merged.clash_lines(made.clashes, made.drafts)
    raise FormatNotMadeError(medium, (Format.TRACKED, Format.TERMINAL, Format.JSON))


def clash_findings(made: MergedDrafts, base: AnyPath) -> tuple[Finding, ...]:
    """The clashes as findings at the provisions of the base."""
    return tuple(
        errors.CLASH.at(
            Place(file=os.fspath(base), address=str(clash.place)),
            where=clash.name,
            wishes="; ".join(merged.wish_lines(clash)),
        )
        for clash in made.clashes
    )


def _names(files: Sequence[str], offices: Mapping[str, str]) -> list[str]:
    """Who signs the changes of each file; a semicolon parts the names of several."""
    names = [(offices.get(name) or office_of(name)).replace(";", ",") for name in files]
    twice = tuple(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise errors.SameNameError(twice)
    return names


def _check_base(base: Instrument, drafts: Iterable[tuple[str, Instrument]]) -> None:
    shares = [(name, share_of(base, draft)) for name, draft in drafts]
    strange = [
        errors.OTHER_BASE.at(Place(file=name), base=base.name, share=round(100 * share))
        for name, share in shares
        if share < limits.SAME_BASE
    ]
    if strange:
        raise errors.OtherBaseError(strange)


def _misnumbered(data: bytes, texts: Sequence[Instrument]) -> Iterator[Finding]:
    """Where numbers that drafts typed do not follow one another once all changes are accepted."""
    with TemporaryDirectory(prefix="kcdocs-") as folder:
        path = Path(folder) / "gop.docx"
        path.write_bytes(data)
        accepted = open_text(path, how=reading(revisions=Revisions.ACCEPT))
    yield from typed_numbers.misnumbered(accepted, texts, texts[0].name)


class _Steps:
    """Tells how many pieces of the work are done.

    Args:
        told: Called with that and with how many there are; None where nobody asks.
        total: How many there are.
    """

    def __init__(self, told: Callable[[int, int], None] | None, total: int) -> None:
        self.told, self.total, self.done = told, total, 0

    def after(self, made: _Made) -> _Made:
        """What was made, told as one more piece that is done."""
        self.done += 1
        if self.told:
            self.told(self.done, self.total)
        return made


class _Merging:
    """Base and drafts as the writer needs them; the base comes first in each list."""

    def __init__(
        self,
        texts: Sequence[Instrument],
        packages: Sequence[Package | None],
        names: Sequence[str],
        revisions: Revisions,
        steps: _Steps,
    ) -> None:
        self.steps = steps
        self.texts, self.packages, self.names = texts, packages, names
        accept, pictures = revisions is Revisions.ACCEPT, None not in packages[1:]
        self.base, self.places, self.said = redlining.original(
            texts[0], packages[0], revisions, accept=accept, pictures=pictures
        )
        form = _form(item.text for item in redline.every_paragraph(self.base.story))
        self.drafts: list[redline.OwnDraft] = []
        self.drafted: list[audit.SideTexts] = []
        self.notes = [note for text in texts for note in text.source_findings]
        for text, package, name in zip(texts[1:], packages[1:], names, strict=True):
            own, places, said = redlining.drafted(text, package, revisions, pictures=pictures)
            redline.in_form(own.story, form)
            (before, after), notes = bodies([texts[0], text])
            self.notes += notes
            guide = report.guide(compare_instruments(before, after), self.places, places)
            self.drafts.append(steps.after(redline.OwnDraft(own, guide, name)))
            self.drafted.append(said if pictures else replace(said, pictures=False))

    def merged(self) -> MergedDrafts:
        """The merged file, proven."""
        made = self.steps.after(redline.write_merged(self.base, self.drafts))
        self._prove(made)
        told = opinions.clashes(self.texts[0], self.places, self.base.story, made.clashes)
        comments = [*self._wishes(made, told), *self._carried(made)]
        data = made.data
        if comments:
            data = with_comments(open_package(data, name=self.texts[0].name, allow=Allow.ALL), comments)
        return MergedDrafts(
            data, tuple(self.names), tuple(clash for _, clash in told), tuple(self._findings(made))
        )

    def _prove(self, made: redline.Redlined) -> None:
        name = self.texts[0].name
        package = open_package(made.data, name=name, allow=Allow.ALL)
        for who, place in audit.prove_merged(package, self.said, self._signed(made)):
            raise errors.UnprovenMergeError(
                name, who or "bản gốc", place.part, place.paragraph, place.found, place.expected
            )

    def _signed(self, made: redline.Redlined) -> Iterator[audit.SignedDraft]:
        for number, (who, said) in enumerate(zip(self.names, self.drafted, strict=True)):
            yield opinions.signed_draft(made, self.said, number, who, said)
            self.steps.after(who)

    def _wishes(
        self, made: redline.Redlined, told: Iterable[tuple[redline.ParagraphKey | None, DraftClash]]
    ) -> Iterator[WordComment]:
        for key, clash in told:
            ordinal = 0 if key is None else made.olds.get(key, 0)
            for names, lines in merged.comments(clash):
                yield WordComment(self.base.main, ordinal, None, lines, redline.JOINT.join(names))

    def _carried(self, made: redline.Redlined) -> Iterator[WordComment]:
        """The comments of the drafts, those of the base left out."""
        base = self.packages[0]
        known = {(one.author, one.words) for one in margin_remarks(base)} if base is not None else set()
        for number, (package, draft) in enumerate(zip(self.packages[1:], self.drafts, strict=True)):
            former = {new: old for old, new in draft.guide.pairs.items()}
            for one in margin_remarks(package) if package is not None else ():
                if (one.author, one.words) not in known:
                    key = one.place or redline.NO_KEY
                    ordinal = made.placed.get((number, key)) or made.olds.get(former.get(key, key), 0)
                    yield WordComment(self.base.main, ordinal, None, _lines(one, draft.name), draft.name)

    def _findings(self, made: redline.Redlined) -> Iterator[Finding]:
        """What was not read or cannot be shown."""
        yield from cautions(self.notes)
        for what in audited.margin_names(made.unshown):
            yield errors.UNSHOWN_MARGIN.at(Place(file=self.texts[0].name), what=what)


def _lines(remark: MarginRemark, name: str) -> tuple[str, ...]:
    lines = remark.words.split("\n")
    if remark.author and remark.author != name:
        lines[0] = f"{remark.author}: {lines[0]}"
    return (*lines, *([f"(về “{remark.anchor}”)"] if remark.anchor else []))


def _form(texts: Iterable[str]) -> Literal["NFC", "NFD"]:
    """The form in which a text's letters are encoded; composed (NFC) where it mixes both."""
    whole = "\n".join(texts)
    return "NFD" if whole != nfc(whole) and whole == unicodedata.normalize("NFD", whole) else "NFC"
