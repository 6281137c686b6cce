"""Labels of real amending instruments, written by reading them, and how a reading is scored against them.

A file of labels holds no words of the instrument: for each provision that commands only what it does and to
what. Its lines are::

    # folder/file                      where the instrument stands in the corpus
    # half: tuned                      or: untouched
    = 75/2015/QH13                     the instrument that the lines below amend
    1.5 W 25.1 32.1                    Điều 1 khoản 5 replaces words at khoản 1 Điều 25 and khoản 1 Điều 32
    2.1 ?                              the command may be left unclear; what is read of it is not scored

R replace, I insert, X repeal, T new heading, W replace words, A insert words, D remove words; `#dau` the lead
of a provision, `#ten` its heading, `#mau-02` a form in an annex, `*` the whole instrument.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kcdocs.model.address import Kind
from kcdocs.model.operation import Act, Amendment, Operation, Part, PartKind

FOLDER = Path(__file__).with_name("gold")
_LETTERS = {
    Act.REPLACE: "R",
    Act.INSERT: "I",
    Act.REPEAL: "X",
    Act.RETITLE: "T",
    Act.REPLACE_WORDS: "W",
    Act.INSERT_WORDS: "A",
    Act.REMOVE_WORDS: "D",
}
_SHORT = re.compile(r"(\d+[a-zđ]?)((?:\.[\wđ]+)*)")


class Command(NamedTuple):
    """One act on one provision.

    Attributes:
        origin: The provision that commands, in machine form.
        act: Its letter.
        target: What it acts on, in machine form, with its part behind "#".
        number: The number of the instrument amended.
    """

    origin: str
    act: str
    target: str
    number: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one instrument.

    Attributes:
        path: Where the instrument stands in the corpus.
        half: "tuned" or "untouched".
        commands: What it commands, counted.
        open: Provisions whose commands may be left unclear.
    """

    path: str
    half: str
    commands: Counter[Command]
    open: frozenset[str]


class Score(NamedTuple):
    """A reading held against labels.

    Attributes:
        right: Commands read as labelled.
        lost: Labelled commands that were not read so.
        wrong: Commands read that are not labelled.
        unclear: The origins of commands left unclear that the labels hold clear.
    """

    right: int
    lost: Counter[Command]
    wrong: Counter[Command]
    unclear: frozenset[str]


def load(path: Path) -> Labels:
    """Read a file of labels."""
    lines = path.read_text(encoding="utf-8").splitlines()
    commands: Counter[Command] = Counter()
    open_: set[str] = set()
    number = ""
    for line in lines[2:]:
        if line.startswith("= "):
            number = line[2:]
            continue
        origin, act, *targets = line.split()
        if act == "?":
            open_.add(_address(origin))
        commands.update(Command(_address(origin), act, _address(item), number) for item in targets)
    return Labels(lines[0][2:], lines[1].removeprefix("# half: "), commands, frozenset(open_))


def score(labels: Labels, amendment: Amendment) -> Score:
    """Hold a reading against labels.

    What adds provisions that only the quotation names is left aside.
    """
    only = {command.number for command in labels.commands}
    sole = only.pop() if len(only) == 1 else ""
    clear = [item for item in amendment.operations if not item.reason or _understood(item)]
    read = Counter(_command(item, sole) for item in clear)
    read = Counter({item: count for item, count in read.items() if item.origin not in labels.open})
    wanted = Counter(
        {item: count for item, count in labels.commands.items() if item.origin not in labels.open}
    )
    left = {
        str(item.origin.address) for item in amendment.operations if item.reason and not _understood(item)
    }
    unclear = left - labels.open
    return Score((read & wanted).total(), wanted - read, read - wanted, frozenset(unclear))


def _understood(operation: Operation) -> bool:
    """Whether a sentence was wholly read, though its new words are missing or a whole instrument is meant.

    A form that replaces an annex is missing where the amending text came without its annexes.
    """
    missing = (
        re.search("không kèm nội dung mới|Chưa tìm được trong phụ lục", operation.reason)
        or "cả văn bản" in operation.reason
    )
    return missing and not operation.not_understood and operation.amends is not None


def _command(operation: Operation, sole: str) -> Command:
    target = str(operation.target)
    act = _LETTERS.get(operation.act, str(operation.act))
    number = operation.amends.number if operation.amends else sole
    if act == "X" and any(part.quoted for part in operation.parts):
        act = "D"
    parts = "".join(_part(part) for part in operation.parts if act != "T" and not part.quoted)
    return Command(str(operation.origin.address), act, f"{target}{parts}" or "*", number)


def _part(part: Part) -> str:
    match part.kind:
        case PartKind.HEADING:
            return "#ten"
        case PartKind.LEAD:
            return "#dau"
        case PartKind.FORM:
            return f"#mau-{part.label}"
        case _:
            return f"#{part.kind}-{part.ordinal or part.label}"


def _address(short: str) -> str:
    """The machine form of "25.1.b"; what is in machine form already stays so."""
    found = _SHORT.fullmatch(short.split("#", maxsplit=1)[0])
    if found is None:
        return short
    labels = [label for label in found.group(2).split(".") if label]
    kinds = [Kind.CLAUSE if label[0].isdigit() else Kind.POINT for label in labels]
    steps = [f"{Kind.ARTICLE}-{found.group(1)}"]
    steps += [f"{kind}-{label}" for kind, label in zip(kinds, labels, strict=True)]
    return ".".join(steps) + short[len(short.split("#", maxsplit=1)[0]) :]


def files() -> Iterator[Path]:
    """All files of labels."""
    yield from sorted(FOLDER.glob("*.txt"))
