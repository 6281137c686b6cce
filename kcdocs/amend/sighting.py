"""Sighting: what a commanding paragraph shows at a glance, for holding a reading against it.

This is a second look, simpler than the grammar and with nothing of it: quotations are masked, histories and
names of instruments cut out, and what is left is scanned for labels, quotations and a few words between them.
It counts; it does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kcdocs.law.commanding import PART_WORDS, VERB, words_of
from kcdocs.law.kinds import LEVEL, NAMES
from kcdocs.law.numbers import NUMBER
from kcdocs.model.address import Kind
from kcdocs.model.operation import PartKind
from kcdocs.text.labels import POINT_LETTERS
from kcdocs.text.late import late
from kcdocs.text.normalise import fold_invisible, nfc
from kcdocs.text.ordinals import ordinal_value

_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|\"[^\"]*\"")
_ALIKE = str.maketrans("‟„«»", "“““”")
_MASK = 0xE000
# What is looked for here stands in texts with single spaces (`_single`).
_NO_FORM = "(?<![Mm]ẫu )(?<![Bb]iểu )"
_NUMBER = late(rf"{_NO_FORM}(?i:số) (?P<number>{NUMBER})")
_NAMED = late(rf"{_NO_FORM}(?i:số) {NUMBER}")
_TITLE_ENDS = late(
    r" như sau|[:;\ue000-\uf8ff]| (?:bằng|thành|được|bị|hết|ngưng|chấm dứt) |\.$"
    r"|,? (?:ngoại )?trừ |,? không bao gồm "
    r"|,? (?:và )?(?:các )?(?:tên|đoạn|khoản|điểm|Điều|Phụ lục|Mẫu) "
)
_HISTORY = re.compile(
    r"\((?! ?(?:ngoại )?trừ | ?không bao gồm )[^()]*\)"
    r"|(?P<done>(?:, ?)?(?:đã )?(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ))"
)
_SOURCE = re.compile(r" (?:theo|bởi|tại) |(?P<none>[:;\ue000-\uf8ff])")
_SOURCE_ENDS = re.compile(r" (?:được|bị) | như sau|[:;\ue000-\uf8ff]| (?:bằng|thành) ")
# A label is read in one way only: C and D are numerals already.
_LABEL = rf"(?:\d\w*(?:[./\-]\w+)*|[IVXLCDM]+[a-zđ]?(?:-\d+)?|[ABE-HĐ]|[{POINT_LETTERS}]\d{{0,2}})(?!\w)"
_ORDINAL = r"(?:thứ \w+(?: mươi\w*(?: \w+)?)?|\d+|đầu tiên|đầu(?! dòng)|cuối cùng|cuối)"
_COUNTED = frozenset(
    {
        PartKind.PARAGRAPH,
        PartKind.SENTENCE,
        PartKind.DASH,
        PartKind.PLUS,
        PartKind.COLUMN,
        PartKind.TABLE,
        PartKind.BASIS,
    }
)
_SIZES = {
    PartKind.HEADING: 20,
    PartKind.COLUMN: 19,
    PartKind.ROW: 18,
    PartKind.SENTENCE: 17,
    PartKind.PLUS: 16,
    PartKind.DASH: 15,
    PartKind.NOTE: 15,
    PartKind.PARAGRAPH: 14,
    PartKind.LEAD: 14,
    PartKind.BASIS: 5,
    PartKind.BASES: 4,
    PartKind.TABLE: 4,
    PartKind.FORM: 3,
}
"""How deep a part stands, beside the levels of units: the deepest of a chain is what the chain names."""

ANY = "?"
"""The label of a unit that is named without one, where its neighbours say which it is."""


class SightedRole(StrEnum):
    """What a place is in the sentence."""

    TARGET = "target"
    ANCHOR = "anchor"
    SPARED = "spared"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or part with one label, as written.

    Attributes:
        kind: What it is.
        label: Its label; of a counted part its ordinal in figures, "-1" for the last; empty where none is
            written.
    """

    kind: Kind | PartKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place named in a sentence.

    Attributes:
        key: The smallest unit or part of it.
        around: The larger ones written right behind it.
        role: What it is in the sentence.
    """

    key: Mention
    around: tuple[Mention, ...] = ()
    role: SightedRole = SightedRole.TARGET


@dataclass(frozen=True, slots=True)
class SightedToken:
    """Something seen: places, a quotation, or one of the words between them.

    Attributes:
        kind: "place", "quote", "verb", or the key of the words in the vocabulary.
        text: The words; of a quotation what is quoted.
        places: The places, labels spread out.
    """

    kind: str
    text: str = ""
    places: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighted:
    """What a paragraph shows.

    Attributes:
        tokens: What was seen, in order.
        numbers: Numbers of instruments, histories left out.
        ranged: Whether a range of labels is named.
    """

    tokens: tuple[SightedToken, ...]
    numbers: tuple[str, ...]
    ranged: bool

    @property
    def mentions(self) -> frozenset[Mention]:
        """Every unit and part named, whatever for."""
        places = [item for token in self.tokens for item in token.places]
        return frozenset(mention for item in places for mention in (item.key, *item.around))


def sight(text: str) -> Sighted:
    """What a paragraph shows, quotations and all."""
    quotes: list[str] = []

    def masked(found: re.Match[str]) -> str:
        quotes.append(found.group()[1:-1])
        return chr(_MASK + len(quotes) - 1)

    alike = _single(fold_invisible(nfc(text)).translate(_ALIKE))
    plain = _single(_without_histories(_QUOTED.sub(masked, alike)))
    numbers = tuple(found["number"].rstrip(".") for found in _NUMBER.finditer(plain))
    bare = _without_names(plain)
    return Sighted(tuple(_joined(list(_tokens(bare, quotes)))), numbers, bool(_TO.search(bare)))


def _single(text: str) -> str:
    """A text with one space between its words, as the patterns here expect it."""
    return " ".join(text.split())


def _place(pattern: re.Pattern[str], text: str, begin: int) -> int:
    """Where a pattern is first found from a place on, the end of the text if nowhere."""
    found = pattern.search(text, begin)
    return found.start() if found else len(text)


def _histories(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is in brackets, or tells by what a provision was changed before."""
    place, sourceless = 0, -1  # what was done names no source where it stands before the latter
    while found := _HISTORY.search(text, place):
        place = found.end()
        if found["done"]:
            if place <= sourceless:
                continue
            source = _SOURCE.search(text, place)
            if source is None or source["none"]:
                sourceless = source.start() if source else len(text)
                continue
            place = _place(_SOURCE_ENDS, text, source.end())
        yield found.start(), place


def _without_histories(text: str) -> str:
    kept, begin = [], 0
    for start, end in _histories(text):
        kept.append(text[begin:start])
        begin = end
    return " ".join([*kept, text[begin:]])


def _without_names(text: str) -> str:
    """A text without the numbers and titles of instruments; of each "số" is left."""
    kept, begin = [], 0
    while found := _NAMED.search(text, begin):
        kept.append(text[begin : found.start()])
        begin = _place(_TITLE_ENDS, text, found.end())
    return "số".join([*kept, text[begin:]])


_OF_ITSELF = re.compile(r"(?:Điều|khoản|điểm)\s+\S+\s+(?:của\s+)?(?:[^\W\d_]+\s+){1,3}này")
_SPOKEN_OF = frozenset({"việc", "không", "chưa", "khi", "đã", "sẽ", "nghị", "được", "bị"})
"""Words before a verb that make it no command: "việc sửa đổi …", "đề nghị bãi bỏ …"."""


def commands(text: str) -> bool:
    """Whether a paragraph shows a command: a verb that acts on a place or quotation, or places that end."""
    tokens = sight(text).tokens
    for at, token in enumerate(tokens):
        before = tokens[at - 1].text.lower() if at else ""
        kinds = [item.kind for item in tokens[at + 1 :]]
        behind = kinds[: kinds.index("semicolon")] if "semicolon" in kinds else kinds
        if token.kind == "verb" and before not in _SPOKEN_OF and {"place", "quote"} & set(behind):
            return True
        named = any(item.kind == "place" for item in tokens[:at])
        if token.kind == "gone" and named and not _OF_ITSELF.search(text):
            return True
    return False


def outside_quotes(text: str) -> str:
    """A paragraph without what it quotes."""
    return _QUOTED.sub(" ", nfc(text).translate(_ALIKE))


def _words(*kinds: str) -> str:
    every = (word for kind in kinds for word in words_of(kind))
    return "|".join(re.escape(word) for word in sorted(every, key=len, reverse=True))


_UNITS = {name: kind for name, kind in NAMES.items() if kind is not Kind.PARAGRAPH}
_PARTS = {name: kind for name, kind in PART_WORDS.items() if kind is not PartKind.HEADING}
_TO = re.compile(rf"\b(?:{_words('to')}) |\d ?[-–] ?\d")
_FORM = r"(?:[A-ZĐ]{1,4}[.\-/]?)?\d[\w./\-]*(?<![./\-])(?!\w)"
_FORMS = rf"{_FORM}(?: ?(?:[,;]|(?:và|hoặc|đến|[-–])(?= )) ?{_FORM})*"
_LIST = rf"{_LABEL}(?: ?(?:[,;]|(?:và|hoặc|đến|[-–])(?= )) ?{_LABEL})*"


def _either(names: Sequence[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_COUNTED_WORDS = _either([name for name, kind in _PARTS.items() if kind in _COUNTED])
_LABELLED_WORDS = _either([name for name, kind in _PARTS.items() if kind not in _COUNTED])
_HEADING_WORDS = _either([name for name, kind in PART_WORDS.items() if kind is PartKind.HEADING])
_SCAN = late(
    rf"(?P<quote>[\ue000-\uf8ff])"
    rf"|(?i:(?P<lead>\b(?:như sau|sau đây|dưới đây|sau ?(?=:))(?!\w)))"
    rf"|(?i:(?P<leading>\b(?:{_words('lead_part')})(?!\w)))"
    rf"|(?i:(?P<heading>\b(?:{_HEADING_WORDS})(?!\w)"
    rf"(?= (?:của |gọi |các )*(?:{_either([*_UNITS, *_PARTS])})(?!\w))))"
    rf"|(?i:\b(?P<bare>phụ lục)(?= (?:được )?(?:ban hành|kèm theo)))"
    rf"|(?i:\b(?P<counted>{_COUNTED_WORDS}) )(?P<ordinal>(?i:{_ORDINAL}(?:(?: ?,| và) {_ORDINAL})*))(?!\w)"
    rf"|(?i:\b(?P<part>{_LABELLED_WORDS}) (?:số )?)(?P<partlabels>{_FORMS}|{_LIST})"
    rf"|(?i:\b(?P<unit>{_either(list(_UNITS))}) (?:từ )?)(?P<labels>{_LIST})"
    rf"|(?i:(?P<except>\b(?:{_words('except')})(?!\w)))"
    rf"|(?i:(?P<after>\b(?:{_words('after')})(?!\w))|(?P<before>\b(?:{_words('before')})(?!\w)))"
    rf"|(?i:(?P<end>\b(?:vào cuối|vào sau cùng)(?!\w))|(?P<into>\bvào(?!\w)))"
    rf"|(?i:(?P<whole>\b(?:{_words('whole')})(?!\w)))"
    rf"|(?i:(?P<by>\b(?:bằng|thành|(?<!kèm )theo)(?!\w)))"
    rf"|(?i:(?P<this>\b(?:{_either(list(_UNITS))}) này(?!\w)))"
    rf"|(?i:(?P<gone>\b(?:{_words('expire')})(?!\w))|(?P<to>\b(?:{_words('to')})(?!\w)))"
    rf"|(?i:(?P<passive>\b(?:được|bị) (?:{VERB})(?!\w))|(?P<verb>\b(?:{VERB})(?!\w)))"
    rf"|(?i:(?P<link>\b(?:của|tại|thuộc|các|gọi|ở|trong|quy định|nội dung)(?!\w)))"
    rf"|(?P<semicolon>;)|(?P<separator>,|\bvà\b|\bhoặc\b|\bđồng thời\b)|(?P<other>[^\W_]+)",
)


def _tokens(bare: str, quotes: Sequence[str]) -> Iterator[SightedToken]:
    for found in _SCAN.finditer(bare):
        kind = found.lastgroup or "other"
        if kind == "quote":
            yield SightedToken("quote", quotes[ord(found.group()) - _MASK])
        elif kind == "heading":
            yield SightedToken("place", found.group(), (_headed(bare, found.end()),))
        elif kind == "bare":
            yield SightedToken("place", found.group(), (Sighting(Mention(Kind.ANNEX)),))
        elif kind == "leading":
            yield SightedToken("place", found.group(), (Sighting(Mention(PartKind.LEAD)),))
        elif kind == "ordinal":
            part = _PARTS[" ".join(found["counted"].lower().split())]
            which = re.split(r" ?, | và ", found["ordinal"].lower())
            places = tuple(Sighting(Mention(part, _ordinal(one))) for one in which)
            yield SightedToken("place", found.group(), places)
        elif kind == "partlabels":
            part = _PARTS[" ".join(found["part"].lower().split())]
            yield SightedToken("place", found.group(), tuple(_spread(part, found["partlabels"])))
        elif kind == "labels":
            unit = _UNITS[" ".join(found["unit"].lower().split())]
            yield SightedToken("place", found.group(), tuple(_spread(unit, found["labels"])))
        else:
            yield SightedToken(kind, found.group())


_UNLABELLED = re.compile(
    rf" (?:của |gọi |các )*(?P<unit>(?i:{_either(list(_UNITS))}))(?!\w)(?! {_LABEL})(?! này)"
)


def _headed(bare: str, end: int) -> Sighting:
    """A heading; where its unit bears no label ("tên Điều và khoản 2"), any unit of that kind is meant."""
    found = _UNLABELLED.match(bare, end)
    around = (Mention(_UNITS[found["unit"].lower()], ANY),) if found else ()
    return Sighting(Mention(PartKind.HEADING), around)


def _ordinal(words: str) -> str:
    said = words.lower()
    if said.startswith("cuối"):
        return "-1"
    if said.startswith("đầu"):
        return "1"
    return said.removeprefix("thứ ") if said[-1].isdigit() else str(ordinal_value(said) or 0)


def _spread(kind: Kind | PartKind, words: str) -> Iterator[Sighting]:
    """Every label of a list, those between the ends of a range too."""
    pieces = re.split(r" ?(,|;|\bvà\b|\bhoặc\b|\bđến\b|(?<= )[-–](?= )) ?", words)
    before = ""
    for joint, label in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if joint in ("đến", "-", "–"):
            yield from (Sighting(Mention(kind, item)) for item in between(before, label))
        yield Sighting(Mention(kind, label))
        before = label


def between(start: str, end: str) -> list[str]:
    """The plain labels between two: "2" and "5" give 3 and 4."""
    if start.isdigit() and end.isdigit():
        return [str(number) for number in range(int(start) + 1, int(end))]
    if start in POINT_LETTERS and end in POINT_LETTERS:
        return list(POINT_LETTERS[POINT_LETTERS.index(start) + 1 : POINT_LETTERS.index(end)])
    return []


def _joined(tokens: list[SightedToken]) -> Iterator[SightedToken]:
    """The tokens, places written side by side joined: the smallest is meant, the others are around it."""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind != "place":
            yield token
            place += 1
            continue
        chain = [token]
        place += 1
        while (further := _next(tokens, place)) is not None and _nests(chain[-1], tokens[further]):
            chain.append(tokens[further])
            place = further + 1
        yield SightedToken("place", token.text, tuple(_chained(chain)))


def _next(tokens: Sequence[SightedToken], place: int) -> int | None:
    """The place of the next token if only linking words, or the comma of "khoản 2, Điều 3", stand between."""
    if _comma_form(tokens[place - 1 : place + 2]):
        return place + 1
    while place < len(tokens) and tokens[place].kind == "link":
        place += 1
    return place if place < len(tokens) and tokens[place].kind == "place" else None


def _comma_form(tokens: Sequence[SightedToken]) -> bool:
    """Whether a comma stands between a provision and the one right around it, neither in a list of labels."""
    if [token.kind for token in tokens] != ["place", "separator", "place"] or tokens[1].text != ",":
        return False
    kinds = [place.key.kind for token in tokens for place in token.places]
    return kinds in ([Kind.CLAUSE, Kind.ARTICLE], [Kind.POINT, Kind.CLAUSE])


def _size(mention: Mention) -> int:
    return _SIZES[mention.kind] if isinstance(mention.kind, PartKind) else LEVEL[mention.kind]


def _nests(one: SightedToken, other: SightedToken) -> bool:
    return _size(one.places[0].key) != _size(other.places[0].key)


def _chained(chain: Sequence[SightedToken]) -> Iterator[Sighting]:
    smallest = max(chain, key=lambda token: _size(token.places[0].key))
    others = [token for token in chain if token is not smallest]
    if (
        smallest.places[0] == Sighting(Mention(PartKind.HEADING)) and others
    ):  # "tên các Điều 3 và 4": the heading of each
        around = tuple(item.key for token in others[1:] for item in token.places)
        for unit in others[0].places:
            yield Sighting(smallest.places[0].key, (unit.key, *around))
        return
    around = tuple(item.key for token in others for item in token.places)
    for item in smallest.places:
        yield Sighting(item.key, (*item.around, *around))
