"""Each threshold of the room, just below and just above.

A text is a row of made-up syllables, each a token, so that how alike two texts are can be counted: of two
texts of equal length the share of syllables that stayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from diff_builder import build

from kcdocs.diff.align import align
from kcdocs.diff.compare import compare
from kcdocs.diff.far import pair_far
from kcdocs.diff.lexicon import Lexicon
from kcdocs.diff.likeness import _sharing, kinship, scores, shared_sentences
from kcdocs.diff.links import Links
from kcdocs.diff.runs import _opcodes
from kcdocs.diff.siblings import MatchedPair, pair_by_content, pair_by_place
from kcdocs.diff.splits import splits
from kcdocs.diff.tree import Unit, grow
from kcdocs.model.comparison import ChangeClass, Match, Pass
from kcdocs.model.line import Line, Note, Source

LETTERS = "bcdghklmnt"


def text(*runs: tuple[int, int]) -> str:
    """Syllables by their numbers: each run from a number, so many; each has four letters."""
    return " ".join(syllable(number) for first, count in runs for number in range(first, first + count))


def syllable(number: int) -> str:
    return "".join(LETTERS[number // 10**place % 10] for place in (2, 1, 0)) + "a"


def changed(stayed: int, of: int, first: int = 0, fresh: int = 500) -> str:
    """So many syllables of a text, the rest replaced by others."""
    return text((first, stayed), (fresh, of - stayed))


def clauses(*texts: str, labels: Iterable[int] = ()) -> str:
    """An article with a clause for each text."""
    numbers = labels or range(1, len(texts) + 1)
    below = "\n".join(f"{number}. {words}" for number, words in zip(numbers, texts, strict=True))
    return f"Điều 1. Chung\n{below}"


def units(old: str, new: str) -> tuple[list[Unit], list[Unit], Lexicon]:
    """The clauses of the only article on either side."""
    lexicon = Lexicon()
    left, right = grow(build(old), build(new), lexicon)
    return left.children[0].children, right.children[0].children, lexicon


def by_content(old: str, new: str) -> list[MatchedPair]:
    olds, news, lexicon = units(old, new)
    return pair_by_content(olds, news, Links(), lexicon)


@pytest.mark.parametrize(("stayed", "paired"), [(9, False), (10, True)])
def test_siblings_in_order_are_one_from_half_of_their_words_on(stayed: int, paired: bool) -> None:
    assert bool(by_content(clauses(text((0, 20))), clauses(changed(stayed, 20)))) is paired


@pytest.mark.parametrize(("stayed", "paired"), [(11, False), (12, True)])
def test_siblings_out_of_order_are_one_from_six_tenths_on(stayed: int, paired: bool) -> None:
    anchor = text((700, 90))
    pairs = by_content(clauses(text((0, 20)), anchor), clauses(anchor, changed(stayed, 20)))

    assert [pair[2].by is Pass.EXACT for pair in pairs] == [True, False][: 1 + paired]


@pytest.mark.parametrize(("second", "sure"), [(79, True), (81, False)])
def test_a_pair_is_sure_a_tenth_ahead_of_the_next(second: int, sure: bool) -> None:
    new = clauses(changed(90, 100), changed(second, 100, fresh=700), labels=(1, 2))
    ((_, _, match),) = by_content(clauses(text((0, 100)), labels=(9,)), new)

    assert (match.score, match.sure) == (pytest.approx(0.9), sure)


@pytest.mark.parametrize(("behind", "label"), [(15, "5"), (17, "4")])
def test_the_same_label_is_worth_eight_hundredths(behind: int, label: str) -> None:
    new = clauses(changed(180, 200), changed(180 - behind, 200, fresh=700), labels=(4, 5))
    ((_, found, _),) = by_content(clauses(text((0, 200)), labels=(5,)), new)

    assert found.node.label == label


@pytest.mark.parametrize(("stayed", "paired"), [(5, False), (7, True)])
def test_a_provision_that_kept_its_label_is_one_from_three_tenths_on(stayed: int, paired: bool) -> None:
    olds, news, lexicon = units(clauses(text((0, 20))), clauses(changed(stayed, 20)))

    assert bool(pair_by_place(olds, news, Links(), lexicon)) is paired


@pytest.mark.parametrize(("news", "partner"), [(51, 2), (52, 0)])
def test_equal_provisions_find_the_nearest_up_to_2500_pairs(news: int, partner: int) -> None:
    """Of 49 rows before the last anchor the first fits the third of 51; in order it fits the first."""
    twin, anchor = text((0, 9)), text((900, 90))
    old = clauses(*[twin] * 49, anchor)
    new = clauses(text((700, 9)), *[twin] * news, anchor)
    found = {pair[0].node.label: int(pair[1].node.label) for pair in by_content(old, new)}

    assert found["1"] == 2 + partner


def noise(count: int, first: int) -> list[str]:
    return [text((first + 3 * number, 3)) for number in range(count)]


@pytest.mark.parametrize(("news", "found"), [(30, 1), (31, 0)])
def test_900_pairs_are_all_compared_and_of_more_those_that_share_rare_wording(news: int, found: int) -> None:
    """Every third syllable is another one, so that two of three are alike and no three in a row."""
    odd, even = (" ".join(text((3 * n, 2), (fresh + n, 1)) for n in range(9)) for fresh in (100, 120))
    olds, others, lexicon = units(clauses(odd, *noise(29, 200)), clauses(even, *noise(news - 1, 400)))

    assert len(scores(olds, others, lexicon, 0.5)) == found


@pytest.mark.parametrize(("run", "found"), [(2, []), (3, [(0, 0)])])
def test_three_syllables_in_a_row_are_wording(run: int, found: list[tuple[int, int]]) -> None:
    olds, news, lexicon = units(clauses(text((0, 9))), clauses(text((600, 4), (0, run), (700, 4))))

    assert list(_sharing(olds, news, lexicon)) == found


@pytest.mark.parametrize(("places", "found"), [(5, 5), (7, 6), (12, 6), (13, 0)])
def test_wording_is_rare_in_twelve_places_and_six_are_looked_at(places: int, found: int) -> None:
    new = clauses(*(text((0, 3), (100 + 5 * number, 5)) for number in range(places)))
    olds, news, lexicon = units(clauses(text((0, 3))), new)

    assert len(list(_sharing(olds, news, lexicon))) == found


@pytest.mark.parametrize(("tokens", "kin"), [(14, 2 * 14 / (14 + 60)), (15, 1 - 0.3)])
def test_a_share_in_a_longer_text_counts_from_15_syllables_and_beyond_three_tenths(
    tokens: int, kin: float
) -> None:
    (old,), (new,), lexicon = units(
        clauses(text((0, tokens))), clauses(text((0, tokens), (500, 60 - tokens)))
    )

    assert kinship(old, new, lexicon) == pytest.approx(kin)


def far(old: str, new: str) -> list[bool]:
    """Whether a clause found in another article, beside clauses that nothing is like, is sure; empty if none is."""
    lexicon = Lexicon()
    left, right = f"Điều 1. Một\n1. {old}\n2. {text((0, 99))}", f"Điều 2. Hai\n1. {new}\n2. {text((700, 99))}"
    found = pair_far(*grow(build(left), build(right), lexicon), Links(), lexicon)
    return [match.sure for _, _, match in found]


@pytest.mark.parametrize(("last", "sure"), [("a", False), ("aa", True)])
def test_equal_provisions_found_elsewhere_are_sure_from_sixty_characters_on(last: str, sure: bool) -> None:
    words = text((200, 11)) + f" bac{last}"
    assert len(words) == 58 + len(last)

    assert far(words, words) == [sure]


@pytest.mark.parametrize(("words", "found"), [(3, []), (4, [False])])
def test_equal_provisions_are_looked_for_elsewhere_from_four_words_on(words: int, found: list[bool]) -> None:
    assert far(text((200, words)), text((200, words))) == found


@pytest.mark.parametrize(("words", "shared"), [(3, 0.0), (4, 0.5)])
def test_a_sentence_of_four_words_shows_a_provision_to_be_the_same(words: int, shared: float) -> None:
    sentence = text((0, words)) + "."

    assert shared_sentences(sentence, f"{sentence} {text((40, 9))}.") == shared


@pytest.mark.parametrize(
    ("stayed", "of", "paired"), [(23, 24, False), (24, 25, True), (39, 50, False), (41, 50, True)]
)
def test_provisions_of_25_syllables_of_which_four_fifths_stayed_are_found_elsewhere(
    stayed: int, of: int, paired: bool
) -> None:
    assert far(text((200, of)), changed(stayed, of, first=200)) == [True][: int(paired)]


def parts(old: str, *new: str) -> int:
    """Into how many parts a provision without a partner was split."""
    olds, news, lexicon = units(clauses(old), clauses(*new))
    return sum(len(link.news) for link in splits(olds, news, Links(), lexicon))


@pytest.mark.parametrize(("stayed", "found"), [(74, 0), (76, 2)])
def test_a_provision_was_split_if_three_quarters_stand_in_the_parts(stayed: int, found: int) -> None:
    assert parts(text((0, 100)), text((0, 40)), text((40, stayed - 40), (500, 100 - stayed))) == found


@pytest.mark.parametrize(("last", "found"), [(2, 0), (3, 2)])
def test_a_part_has_three_syllables(last: int, found: int) -> None:
    assert parts(text((0, 20)), text((0, 20 - last)), text((20 - last, last))) == found


@pytest.mark.parametrize(("wholes", "found"), [(48, 1), (49, 0)])
def test_two_thousand_trials_are_made(wholes: int, found: int) -> None:
    """Of 22 neighbours 21 pairs and 20 threes are tried with each provision."""
    old = clauses(text((0, 20)), *noise(wholes - 1, 400))
    new = clauses(text((0, 10)), text((10, 10)), *noise(20, 700))
    olds, news, lexicon = units(old, new)

    assert len(splits(olds, news, Links(), lexicon)) == found


def grown(old: str, *new: str) -> int:
    """How many parts a provision has whose partner is the first of them."""
    olds, news, lexicon = units(clauses(old), clauses(*new))
    links = Links()
    links.join(olds, news[:1], Match(Pass.SIMILAR, 0.5))
    return sum(len(link.news) for link in splits(olds, news, links, lexicon))


def test_a_provision_was_split_into_at_most_four() -> None:
    assert grown(text((0, 40)), *(text((10 * part, 10)) for part in range(4))) == 4
    assert grown(text((0, 50)), *(text((10 * part, 10)) for part in range(5))) == 4


@pytest.mark.parametrize(("syllables", "found"), [(8, 0), (9, 2)])
def test_a_part_adds_a_twentieth_of_likeness(syllables: int, found: int) -> None:
    """80 of 100 are 160/180 alike; eight more make 176/188, nine more 178/189."""
    assert grown(text((0, 100)), text((0, 80)), text((80, syllables))) == found


def chapter(old: str, new: str) -> Match | None:
    lexicon = Lexicon()
    left, right = grow(build(old), build(new), lexicon)
    link = align(left, right, lexicon).by_old.get(left.children[0].index)
    return link.match if link else None


@pytest.mark.parametrize(("stayed", "paired"), [(7, False), (9, True)])
def test_chapters_are_one_from_four_tenths_on(stayed: int, paired: bool) -> None:
    """Their headings are half of what is asked, and there are no articles."""
    found = chapter(f"Chương I. {text((0, 10))}", f"Chương I. {changed(stayed, 10)}")

    assert (found is not None) is paired


@pytest.mark.parametrize(("shared", "sure"), [(10, False), (30, True)])
def test_chapters_are_surely_one_from_six_tenths_on(shared: int, sure: bool) -> None:
    """Of one heading, with a tenth (0.55) or three tenths (0.65) of the articles in common."""
    old, new = (
        f"Chương I. Chung\nĐiều 1. {text((0, shared))}\nĐiều 2. {text((first, 100 - shared))}"
        for first in (300, 600)
    )
    found = chapter(old, new)

    assert found is not None
    assert found.sure is sure


@pytest.mark.parametrize(("island", "edits"), [(2, 1), (3, 2)])
def test_two_words_left_standing_are_part_of_the_differences_around_them(island: int, edits: int) -> None:
    old, new = (clauses(text((0, 9), (one, 5), (20, island), (one + 50, 5))) for one in (300, 600))
    (row,) = [row for row in compare(build(old), build(new)).rows if row.changes]

    assert sum(edit.change is ChangeClass.SUBSTANCE for edit in row.edits) == edits


def replaced(places: int, around: int) -> tuple[str, ...]:
    """What is told of one replacement in so many places, with so many words that all places share."""
    old, new = (
        clauses(*(text((100 * n, 30), (900, around), (word, 1), (100 * n + 50, 30)) for n in range(places)))
        for word in (950, 960)
    )
    return tuple(phrase.old for phrase in compare(build(old), build(new)).phrases)


def test_a_replacement_in_three_places_is_one_change_told_with_six_words() -> None:
    assert replaced(2, 1) == ()
    assert replaced(3, 1) == (text((900, 1), (950, 1)),)
    assert replaced(3, 6) == (text((900, 6), (950, 1)),)
    assert replaced(3, 7) == (text((901, 6), (950, 1)),)


@pytest.mark.parametrize(("tokens", "kept"), [(3_000, True), (3_001, False)])
def test_beyond_three_thousand_tokens_replacing_is_cheaper_than_keeping_one(tokens: int, kept: bool) -> None:
    same = "x" * (tokens - 3)
    blocks = _opcodes(same + "abc", same + "pqa", (0, 0), (tokens, tokens))

    assert any(agree and old >= tokens - 3 for agree, old, *_ in blocks) is kept


@pytest.mark.parametrize(("count", "codes"), [(20, {"DF206"}), (21, {"DF207"})])
def test_footnotes_of_one_text_are_told_one_by_one_up_to_twenty(count: int, codes: set[str]) -> None:
    notes = tuple(Note(str(n), (Line(f"Lời {n}.", Source("x", "", n)),)) for n in range(count))
    noted = replace(build("Điều 1. Bến đò"), notes=notes)

    assert {item.code for item in compare(build("Điều 1. Bến đò"), noted).findings} == codes
