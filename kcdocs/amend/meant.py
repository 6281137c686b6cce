"""What a sentence among commands is meant for: a command here, an item of the list above, or no command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kcdocs.amend.state import CommandContext
from kcdocs.law.kinds import unit_pattern
from kcdocs.model.operation import Act
from kcdocs.parse.command.sentence import Command, SentenceKind
from kcdocs.parse.command.sentences import Said

UNIT = re.compile(rf"(?:{unit_pattern()})\s+\S")
"""A provision or part that is named."""

_ON_WORDS = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)


def meant(each: Said, state: CommandContext) -> bool:
    """Whether a sentence that reads like a command is one here.

    Where nothing above amends, only a sentence understood to the last word is: "Bổ sung hồ sơ theo khoản 2
    Điều 5" tells a clerk what to do.
    """
    sentence = each.sentence
    named = any(
        command.items or command.olds or command.naming or command.anchor or command.into or command.group
        for command in sentence.commands
    )
    if not named:
        left = " ".join(words for command in sentence.commands for words in command.left_over)
        return (state.amending or state.titled) and (sentence.introduces or UNIT.search(left) is not None)
    if sentence.shape is SentenceKind.OPENING and sentence.commands[0].naming is not None:
        return True
    if any(item.naming and item.naming.citation for command in sentence.commands for item in command.items):
        return True
    if state.titled and sentence.commands[0].verb and not sentence.left_over:
        return True
    odd = sentence.left_over or any(command.left_over for command in sentence.commands)
    return state.amending or not odd or sentence.introduces


def is_item(each: Said, state: CommandContext) -> bool:
    """Whether the words under a list are an item of it: provisions or words, understood."""
    first = each.sentence.commands[0]
    whole = first.naming is not None and state.carried is Act.REPEAL
    if each.sentence.left_over or not (first.items or first.olds or whole):
        return False
    worded = state.listed is not None and bool(state.listed.olds or (state.listed.group and first.news))
    removed = state.carried is Act.REPEAL
    return removed or (not first.left_over and (worded or not first.olds))


def as_listed(command: Command, state: CommandContext) -> Command:
    """An item of a list with what the list says of all its items: the words, the new words."""
    above = state.listed
    if command.verb or above is None or not above.olds or command.olds:
        return command
    return replace(command, act=above.act, olds=above.olds, news=above.news, side=above.side, verb=above.verb)


def sharing_doubt(commands: Sequence[Command]) -> list[Command]:
    """Commands on words, each without a place of its own sharing what is not understood of the next one's."""
    shared: list[Command] = []
    for command in reversed(commands):
        later = shared[-1] if shared else command
        bare = command.act in _ON_WORDS and not (command.items or command.throughout or command.left_over)
        shared.append(replace(command, left_over=later.left_over) if bare else command)
    return shared[::-1]
