"""The proof of a redline: accepted it is the draft, rejected the original, character for character."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from kcdocs.text.stretches import equal_places
from kcdocs.word.audit.lint import AUTHORED, lint, word_parts
from kcdocs.word.audit.texts import NOTE, PICTURE, SideParagraph, SideTexts, margin_pairs, side_texts
from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.word.package.docx import Package


@dataclass(frozen=True, slots=True)
class Unproven:
    """The first place where a redline does not lead to what it should.

    Attributes:
        accepted: Whether it is the side of all changes accepted.
        part: Name of the part.
        paragraph: Ordinal of the paragraph on that side, from 1; 0 where there is none.
        found: What stands there.
        expected: What should.
    """

    accepted: bool
    part: str
    paragraph: int
    found: str
    expected: str


def prove(
    redline: Package, old: SideTexts, new: SideTexts, kept: Package | None = None
) -> tuple[Unproven, ...]:
    """Hold a redline against the texts it stands between.

    Args:
        redline: The file as it would be delivered.
        old: What the original says.
        new: What the draft says.
        kept: The original, where its own tracked changes must stand in the redline as they stood.

    Returns:
        The first difference of each side, and what the lint of tracked changes says; nothing if it is proven.
    """
    found = []
    for accept, wanted in ((True, new), (False, old)):
        made = side_texts(redline, accept=accept)
        found += [Unproven(accept, *place) for place in _first(made, wanted)]
    had = lint(kept) if kept else ()
    faults = [Unproven(True, "", 0, fault, "") for fault in lint(redline) if fault not in had]
    lost = _marks(kept) - _marks(redline) if kept else Counter()
    return (*found, *faults, *(Unproven(False, part, 0, "", words) for part, words in lost))


@dataclass(frozen=True, slots=True)
class SignedDraft:
    """One of several drafts that were merged.

    Attributes:
        name: Who signs it.
        said: What it says.
        mine: Says of an author whether the draft is among those who sign with that name.
        untold: What it wants where it clashes with others: paragraphs that may lack in the file.
        kept: What stands there instead, with the changes of its own that clash with nothing.
        edges: What says what must stand in headers and footers; None where they cannot all be shown.
    """

    name: str
    said: SideTexts
    mine: Callable[[str], bool]
    untold: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    edges: SideTexts | None = None


def prove_merged(
    redline: Package, old: SideTexts, drafts: Iterable[SignedDraft]
) -> list[tuple[str, Unproven]]:
    """Hold a file in which several drafts are merged against the original and each draft.

    Rejecting all must give the original; accepting one draft's changes and rejecting all others, that draft,
    but for where it clashes with others. How letters are encoded and what automatic numbers count is free.

    Args:
        redline: The file as it would be delivered.
        old: What the original says.
        drafts: The drafts.

    Returns:
        The first difference from each draft, by its name, and from the original and what the lint of tracked
        changes says, without a name; nothing if it is proven.
    """
    rejected = side_texts(redline, accept=False)
    found = [("", Unproven(False, *place)) for place in _first(rejected, old)]
    for draft in drafts:
        made = side_texts(redline, accept=True, mine=draft.mine)
        apart = chain(_apart(draft, list(_shown(made.body, draft.said))), _edges_apart(draft, made))
        found += [(draft.name, one) for one in islice(apart, 1)]
    return [*found, *(("", Unproven(True, "", 0, fault, "")) for fault in lint(redline))]


def _apart(draft: SignedDraft, made: Sequence[SideParagraph]) -> Iterator[Unproven]:
    """Where accepting one draft's changes gives what neither it nor a clash says."""
    wanted = list(_shown(draft.said.body, draft.said))
    differ = next((pair for pair in zip_longest(made, wanted) if not _alike(*pair)), None)
    if differ is None:
        return
    if not draft.untold:
        here, there = differ
        place = here or there
        yield Unproven(
            True, place.part, place.paragraph, here.text if here else "", there.text if there else ""
        )
        return
    extra, missing = _unpaired(made, wanted)
    known = {"", *map(_composed, draft.untold)}
    yield from (
        Unproven(True, item.part, item.paragraph, "", item.text)
        for item in missing
        if not {_composed(item.words), _composed(item.text)} & known and not _noted(item, draft.untold)
    )
    known = {"", *map(_composed, draft.kept)}
    yield from (
        Unproven(True, item.part, item.paragraph, item.text, "")
        for item in extra
        if not {_composed(item.words), _composed(item.text)} & known and not _noted(item, draft.kept)
    )


def _edges_apart(draft: SignedDraft, made: SideTexts) -> Iterator[Unproven]:
    """Where accepting one draft's changes gives other headers or footers than it must."""
    for own, other in margin_pairs(made, draft.edges) if draft.edges else ():
        for here, there in zip_longest(own, other):
            place = here or there
            if place and not _alike(here, there):
                words = (item.text if item else "" for item in (here, there))
                yield Unproven(True, place.part, place.paragraph, *words)


def _noted(item: SideParagraph, clashing: Iterable[str]) -> bool:
    """Whether it may be of a note that paragraphs of a clash refer to."""
    return item.part.endswith("notes.xml") and any(NOTE in text for text in clashing)


def _alike(one: SideParagraph | None, other: SideParagraph | None) -> bool:
    """Whether two paragraphs say the same, their numbers automatic or typed."""
    if one is None or other is None:
        return False
    return _composed(one.words) == _composed(other.words) or _composed(one.text) == _composed(other.text)


def _unpaired(
    made: Sequence[SideParagraph], wanted: Sequence[SideParagraph]
) -> tuple[list[SideParagraph], list[SideParagraph]]:
    """The paragraphs of each side that the other has not, wherever they stand."""
    pairs = equal_places(*([_composed(item.words) for item in side] for side in (made, wanted)))
    here, there = {i for i, _ in pairs}, {j for _, j in pairs}
    extra = [item for place, item in enumerate(made) if place not in here]
    missing = [item for place, item in enumerate(wanted) if place not in there]
    texts = Counter(_composed(item.text) for item in extra) & Counter(
        _composed(item.text) for item in missing
    )
    return _without(extra, texts), _without(missing, texts)


def _without(items: Sequence[SideParagraph], texts: Counter[str]) -> list[SideParagraph]:
    left, rest = Counter(texts), []
    for item in items:
        if left[_composed(item.text)]:
            left[_composed(item.text)] -= 1
        else:
            rest.append(item)
    return rest


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _marks(package: Package) -> Counter[tuple[str, str]]:
    """Each tracked change with its part: kind, id, author, date and words."""
    found: Counter[tuple[str, str]] = Counter()
    for name, root in word_parts(package).items():
        for mark in root.iter(*(W + kind for kind in AUTHORED)):
            said = "".join(item.text or "" for item in mark.iter(W + "t", W + "delText"))
            signed = (mark.get(W + key) or "" for key in ("id", "author", "date"))
            found[name, " ".join((local(mark), *signed, said))] += 1
    return found


def _first(made: SideTexts, wanted: SideTexts) -> Iterator[tuple[str, int, str, str]]:
    pairs = [(made.body, wanted.body), *margin_pairs(made, wanted)]
    for own, other in pairs:
        for here, there in zip_longest(_shown(own, wanted), other):
            if here != there:
                place = here or there
                yield place.part, place.paragraph, here.text if here else "", there.text if there else ""
                return


def _shown(own: tuple[SideParagraph, ...], wanted: SideTexts) -> Iterator[SideParagraph]:
    """What is said, without pictures where the other text can hold none."""
    for item in own:
        yield (
            item
            if wanted.pictures
            else SideParagraph(item.text.replace(PICTURE, ""), item.part, item.paragraph)
        )
