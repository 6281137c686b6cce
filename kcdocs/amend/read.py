"""Reading an amending instrument: its commands as operations, and a claim on every stretch of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kcdocs.amend.claims import claim, passed_on
from kcdocs.amend.commanded import PlacedOperations
from kcdocs.amend.content import WITH_CONTENT, quoted_item, unnamed, withheld
from kcdocs.amend.effect import effective_date, exceptions
from kcdocs.amend.gaps import has_space
from kcdocs.amend.known import annexes_in, names_in
from kcdocs.amend.meant import UNIT, as_listed, is_item, meant, sharing_doubt
from kcdocs.amend.own import with_own
from kcdocs.amend.placing import Placed, place
from kcdocs.amend.replaced import replacements
from kcdocs.amend.shares import Material, share
from kcdocs.amend.state import CommandContext
from kcdocs.amend.titles import Titles
from kcdocs.amend.wrappers import wrapped
from kcdocs.law.commanding import SPOKEN_OF, begins_with_verb
from kcdocs.law.kinds import GROUPING, LABELLED
from kcdocs.law.vocabulary import alternation, names
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Amendment, Claim, Operation, Origin
from kcdocs.model.span import Span
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.places import resolve
from kcdocs.parse.command.quotation import quotations
from kcdocs.parse.command.sentence import Command, Naming, SentenceKind
from kcdocs.parse.command.sentences import Said, instruments, may_command, only_names, said, suspicious
from kcdocs.text.late import late

_COMMANDING = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH})
_UNREAD = "Không hiểu câu này là lệnh gì."
_UNREAD_QUESTION = "Câu này có sửa đổi gì không, và sửa đổi điều khoản nào?"
_SEVERAL = late(rf"(?:các|một số)\s+(?:văn bản|{alternation(names())})", re.IGNORECASE)
"""Words of a title that speaks of several instruments without naming them."""

_OTHERS = late(rf"văn bản|{alternation(names())}", re.IGNORECASE)
"""Words of a heading that speaks of other instruments without naming them."""


def read(instrument: Instrument) -> Amendment:
    """Read an amending instrument.

    Args:
        instrument: The instrument, parsed; its quoted provisions bear their addresses in the amended one.

    Returns:
        Its operations in order, each with a reason where it is not wholly understood, and claims that cover
        every provision's words.
    """
    reader = _Reader(instrument)
    state = reader.title_state()
    for node in instrument.nodes:
        state = reader.visit(node, state)
    claims = with_own(instrument, reader.claims, reader.looks_like_a_command)
    return Amendment(instrument, tuple(reader.operations), claims, reader.effective)


class _Reader:
    """Walks an instrument, gathering operations and claims."""

    def __init__(self, instrument: Instrument) -> None:
        self.operations: list[Operation] = []
        self.claims: list[tuple[Node, Claim]] = []
        self.effective = effective_date(instrument)
        self._instrument = instrument
        self._exceptions = exceptions(instrument)
        self._annexes = annexes_in(instrument)
        self._annexed = any(node.kind is Kind.ANNEX for node in instrument.nodes)
        self._namings = Namings(names_in(instrument))
        self._replaced = replacements(instrument, self._namings)
        self._memory: dict[tuple[str, Act | None], list[Said]] = {}
        self._titles = Titles()

    def title_state(self) -> CommandContext:
        """What the title lends: the instrument, if it names exactly one."""
        title = self._instrument.citation.title
        amended = instruments(title, self._namings)
        self._titles.strange(amended)
        found = self._said(title[:1].upper() + title[1:], None)
        named = [item for each in found for item in _openings(each)]
        naming = named[0].naming if named else None
        if naming is None or naming.citation is None or len(amended) > 1:
            titled = begins_with_verb(title)
            several = len(amended) > 1 or (titled and _SEVERAL.search(title) is not None)
            return CommandContext(titled=titled, foreign=several)
        return CommandContext(instrument=naming.citation, titled=True)

    def looks_like_a_command(self, words: str) -> bool:
        """Whether words that are no command hold a verb with an object of its own."""
        return suspicious(words, self._namings)

    def visit(
        self, node: Node, state: CommandContext, around: Claim | None = None, behind: Sequence[Node] = ()
    ) -> CommandContext:
        """Read a node and what is below it.

        Args:
            node: The node.
            state: What stands above.
            around: What the provision around it is, where that settles what this one is.
            behind: What stands directly behind it instead of below it: its quotation, or the list it opens.

        Returns:
            What stands above the node's next sibling.
        """
        if node.kind in GROUPING and around is None:
            return self._grouping(node, state)
        found, own = self._own(node, state, around, behind)
        if node.text or node.lines:
            self.claims.append((node, found))
        opens = found is Claim.OPENING and _lists(behind)
        for place_, child in enumerate(node.children):
            new = found is Claim.COMMAND and quoted_item(child) is not None
            settled = Claim.CONTENT if new else passed_on(node, found, around)
            below = self.visit(child, own, settled, _behind(node.children, place_))
            own = below if child.kind is Kind.PARAGRAPH else own
        return own if opens else state

    def _grouping(self, node: Node, state: CommandContext) -> CommandContext:
        """A chapter or section, whose heading may be the only place that names the instrument."""
        openings = [item for each in self._said(node.text, None) for item in _openings(each)]
        own = replace(state, amending=True) if openings else replace(state, amending=False)
        for item in openings:
            own = own.named(item.naming)
        self.claims.append((node, claim(node, None, suspicious=False)))
        for place_, child in enumerate(node.children):
            self.visit(child, own, None, _behind(node.children, place_))
        return state

    def _own(
        self, node: Node, state: CommandContext, around: Claim | None, behind: Sequence[Node]
    ) -> tuple[Claim, CommandContext]:
        """What a node's own words are, and what they lend to those below."""
        silent = around is Claim.CONTENT or node.kind not in _COMMANDING
        named = None if silent else self._named_alone(node, behind)
        if named is not None:
            return Claim.OPENING, replace(state.named(named), amending=True)
        found = [] if silent else self._commanding(node.text, state)
        if not found:
            below = replace(state, carried=None, listed=None)
            known = claim(node, around, suspicious=False)
            heads = known is Claim.UNCLAIMED and not silent
            if heads and any(self._commands(child, state) for child in node.children):
                return Claim.HEADING, self._under_heading(node, below)
            odd = not silent and node.text != "" and self.looks_like_a_command(node.text)
            if state.amending and not silent and around is None and self._unread(node, state):
                return Claim.COMMAND, below
            return claim(node, around, suspicious=odd), below
        item = state.carried is not None and not any(_starts_with_verb(each) for each in found)
        before = len(self.operations)
        below = state
        for each in found:
            below = self._sentence(node, each, below, behind)
        opened = len(self.operations) == before
        if opened and (node.children or not item):
            return Claim.OPENING, below
        return Claim.ITEM if item else Claim.COMMAND, below

    def _named_alone(self, node: Node, behind: Sequence[Node]) -> Naming | None:
        """The instrument whose name alone opens a list: "1. Thông tư số … quy định về …:"."""
        leads = node.kind is Kind.ARTICLE or node.text.rstrip().endswith(":")
        if not (leads and (node.children or _lists(behind))):
            return None
        return only_names(node.text, self._namings)

    def _unread(self, node: Node, state: CommandContext) -> bool:
        """Words among commands that hold a verb and an object: shown as a command not understood."""
        named = UNIT.search(node.text) or quotations(node.text)
        commands = named and may_command(node.text) and not node.text.lower().startswith(SPOKEN_OF)
        if not (commands or has_space(node.text)):
            return False
        words = node.text.strip(" ;.,:")
        origin = Origin(node.address, Span(0, len(node.text)), words)
        self.operations.append(
            Operation(
                Act.REPLACE,
                Address(),
                origin,
                state.instrument,
                reason=_UNREAD,
                not_understood=(words,),
                question=_UNREAD_QUESTION,
            )
        )
        return True

    def _under_heading(self, node: Node, state: CommandContext) -> CommandContext:
        """Below a heading that commands nothing itself."""
        foreign = begins_with_verb(node.text) and _OTHERS.search(node.text) is not None
        below = replace(state, foreign=foreign or state.foreign, amending=state.amending or foreign)
        named = instruments(node.text, self._namings) if _OTHERS.search(node.text) else []
        return below.beside(one for one in named if one.citation and one.citation.number)

    def _commanding(self, text: str, state: CommandContext) -> list[Said]:
        """The sentences that command here; in an article that amends even those not understood."""
        found = [
            each
            for each in self._said(text, None)
            if each.sentence.shape in (SentenceKind.COMMAND, SentenceKind.OPENING) and meant(each, state)
        ]
        if found or state.carried is None:
            return found
        listed = self._said(text, state.carried)
        return [
            each for each in listed if each.sentence.shape is SentenceKind.COMMAND and is_item(each, state)
        ]

    def _sentence(
        self, node: Node, each: Said, state: CommandContext, behind: Sequence[Node]
    ) -> CommandContext:
        """Read one sentence of a provision; what it lends to those below."""
        sentence = each.sentence
        (before,) = resolve([sentence.places], state.above) if sentence.places else ([],)
        commands = sharing_doubt([as_listed(command, state) for command in sentence.commands])
        placed = place(commands, state, before)
        strange = self._titles.strange_in(commands)
        opens = sentence.introduces or sentence.shape is SentenceKind.OPENING
        whole = sentence.ended and not opens
        below = state if whole else self._below(placed, each, state)
        introduces = not whole and any(self._commands(child, below) for child in node.children)
        if sentence.shape is SentenceKind.OPENING and (introduces or node.children or _lists(behind)):
            return below
        contents = [] if introduces else self._contents(node, behind)
        inline = sentence.inline.of(each.text) if sentence.inline else ""
        left = (*sentence.left_over, *strange)
        shares = share(contents, placed)
        material = Material(contents, inline, self._annexes, self._annexed, self._replaced, left, shares)
        start = len(self.operations)
        own: list[Operation] = []
        for item in placed:
            if introduces and (item.command.group or _whole(item.command)):
                continue
            own += PlacedOperations(item, state, self._base(node, each, item, state), material).operations()
        if introduces:
            self.operations += [item for item in own if self._stands(item, node, below)]
        else:
            self.operations += withheld([wrapped(item, contents, shares) for item in own])
            self.operations += unnamed(self.operations[start:], contents, shares)
        return below

    def _stands(self, operation: Operation, node: Node, below: CommandContext) -> bool:
        """Whether a lead's own act is no mere heading of what stands below it."""
        if operation.act in WITH_CONTENT or not (operation.target.steps or operation.throughout):
            return False
        again = [item for child in node.children for item in self._named(child, below)]
        return (operation.act, operation.target, operation.old) not in again

    def _named(self, node: Node, state: CommandContext) -> Iterator[tuple[Act | None, Address, str]]:
        """What a child's commands do, to what, to which words."""
        commands = self._commands(node, state)
        for item in place(commands, state, ()):
            addresses = [one.address for one in item.items] or [state.above]
            for address in addresses:
                yield from ((item.command.act, address, old.text) for old in item.command.olds)
                yield item.command.act, address, ""

    def _below(self, placed: Sequence[Placed], each: Said, state: CommandContext) -> CommandContext:
        """What the sentence lends to the provisions below it."""
        below = replace(state, amending=True, carried=None, listed=None)
        for item in placed:
            below = below.named(item.command.naming)
            for one in item.items:
                below = below.named(one.naming)
        named = [one for item in placed for one in (*item.items, *((item.anchor,) if item.anchor else ()))]
        below = below.placed(named)
        last = placed[-1].command
        if each.sentence.introduces or last.group:
            plain = {
                Act.REPLACE_WORDS: Act.REPLACE,
                Act.INSERT_WORDS: Act.INSERT,
                Act.REMOVE_WORDS: Act.REPEAL,
            }
            carried = plain.get(last.act, last.act) if last.act else None
            below = replace(below, carried=carried, listed=last, day=last.day or state.day)
        left = [*each.sentence.left_over, *(words for item in placed for words in item.command.left_over)]
        below = below.beside(one for words in left for one in instruments(words, self._namings))
        if left and (named or below.listed is not None):
            words = ", ".join(f"“{item}”" for item in left)
            below = replace(below, doubt=f"Không hiểu {words} trong lời dẫn ở trên.")
        return below

    def _base(self, node: Node, each: Said, item: Placed, state: CommandContext) -> Operation:
        span = each.span(item.command.span)
        words = span.of(node.text).strip(" ;.,")
        origin = Origin(node.address, span, words)
        return Operation(
            Act.REPLACE, Address(), origin, state.instrument, effective=self._effective(node.address)
        )

    def _contents(self, node: Node, behind: Sequence[Node]) -> list[Node]:
        """The provisions quoted for a command: below it, behind it, or as the items of its list."""
        quoted = [child for quote in self._quotes(node, behind) for child in quote.children]
        return quoted or [item for child in node.children if (item := quoted_item(child)) is not None]

    def _quotes(self, node: Node, behind: Sequence[Node]) -> list[Node]:
        own = [child for child in node.children if child.kind is Kind.QUOTE]
        return [*own, *(item for item in behind if item.kind is Kind.QUOTE)]

    def _commands(self, node: Node, state: CommandContext) -> list[Command]:
        """The commands of a child's own words."""
        if node.kind not in _COMMANDING:
            return []
        return [command for each in self._commanding(node.text, state) for command in each.sentence.commands]

    def _said(self, text: str, carried: Act | None) -> list[Said]:
        key = (text, carried)
        if key not in self._memory:
            self._memory[key] = said(text, self._namings, carried=carried)
        return self._memory[key]

    def _effective(self, address: Address) -> date | None:
        """The day of the provision that commands, or of the nearest one around it that has its own."""
        steps = address.steps
        around = (Address(steps[:length]) for length in range(len(steps), 0, -1))
        return next((self._exceptions[item] for item in around if item in self._exceptions), self.effective)


def _openings(each: Said) -> list[Command]:
    return [command for command in each.sentence.commands if command.group or command.naming is not None]


def _whole(command: Command) -> bool:
    """Whether a whole instrument is named and nothing of it: above a list, what the list is of."""
    return command.naming is not None and not (command.items or command.olds or command.substitutes)


def _starts_with_verb(each: Said) -> bool:
    return bool(each.sentence.commands) and bool(each.sentence.commands[0].verb)


def _behind(siblings: Sequence[Node], place_: int) -> Sequence[Node]:
    """The quotation directly behind a paragraph, or the list that it may open."""
    if siblings[place_].kind is not Kind.PARAGRAPH:
        return ()
    rest = siblings[place_ + 1 :]
    return rest if _lists(rest) else [item for item in rest[:1] if item.kind is Kind.QUOTE]


def _lists(behind: Sequence[Node]) -> bool:
    """Whether it is a list of provisions."""
    return bool(behind) and all(item.kind in LABELLED for item in behind)
