"""Amending verbs: one table, the same for reading a text, its quotations and its commands."""

from __future__ import annotations

import pytest

from kcdocs.amend.footnotes import note
from kcdocs.law.commanding import PARTICIPLES, act_of
from kcdocs.law.vocabulary import VERBS, Verb
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, Operation, Origin
from kcdocs.model.span import Span
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.sentences import commands_in
from kcdocs.parse.commands import commands_of, say_what
from kcdocs.parse.names import Names
from kcdocs.parse.plain import reading
from kcdocs.parse.quotes import Quotes
from kcdocs.parse.words import words

_EVERY = pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)


def _command(verb: Verb) -> str:
    return " ".join([verb.words, *verb.before[:1], "khoản 2 Điều 5"])


@_EVERY
def test_every_verb_begins_a_command_wherever_one_is_read(verb: Verb) -> None:
    (command,) = commands_in(_command(verb), Namings(Names()))
    assert command.act is verb.act
    assert not command.left_over
    assert say_what(commands_of(_command(verb), Names()))


@_EVERY
def test_every_verb_ends_a_quotation_that_was_left_open(verb: Verb) -> None:
    lines = ["“1. Lời mới", "lời nữa", f"2. {_command(verb)}"]
    rows = [words(line, index) for index, line in enumerate(reading("\n".join(lines)).lines)]
    assert Quotes(rows).block(rows[0]) == (1, False)


@_EVERY
def test_an_ordinary_verb_is_no_command_where_no_unit_follows(verb: Verb) -> None:
    if verb.weak:
        assert not say_what(commands_of(f"{verb.words} kinh phí cho làng nghề.", Names()))


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("Huỷ bỏ", Act.REPEAL),
        ("bị bãi bỏ", Act.REPEAL),
        ("được sửa đổi,  bổ sung", Act.REPLACE),
        ("Tạm ngưng hiệu lực", Act.SUSPEND),
        ("Đình chỉ việc thi hành", Act.SUSPEND),
        ("Kéo dài thời hạn áp dụng", Act.PROLONG),
        ("Đính chính", Act.CORRECT),
        ("Chuyển", Act.RENUMBER),
        ("Thay đổi", None),
    ],
)
def test_a_verb_says_what_is_done_or_must_be_asked(said: str, act: Act | None) -> None:
    assert act_of(said) is act


@pytest.mark.parametrize("act", list(PARTICIPLES))
def test_a_note_says_what_was_done_in_the_words_of_the_table(act: Act) -> None:
    operation = Operation(act, Address.parse("dieu-5"), Origin(Address.parse("dieu-1"), Span(0, 1), "x"))
    assert PARTICIPLES[act] in note(operation, Citation("Nghị định", "1/2031/NĐ-CP"))
