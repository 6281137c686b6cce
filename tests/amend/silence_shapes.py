"""The shapes of an amending sentence: each makes one, and does to plain lines what it says."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from silence_base import (
    BASE,
    GONE,
    Unit,
    Words,
    drop_words,
    has_points,
    is_plain,
    of_base,
    pick,
    quote,
    renew,
    repeal_unit,
    replace_words,
    revising,
    say,
    some_words,
)


class Draft(NamedTuple):
    """What a shape gives: its lines, whether it has several acts, and an annex."""

    commands: list[str]
    several: bool = False
    annex: tuple[str, ...] = ()


Shape = Callable[[Random, list[Unit]], Draft]


def _one_clause(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    said = f"1. {revising(random)} khoản {clause.label} Điều {article.label}{of_base(random)} như sau:"
    return Draft([said, *quote(*renew(random, clause))])


def _one_article(random: Random, units: list[Unit]) -> Draft:
    article = random.choice([unit for unit in units if unit.kind == "Điều"])
    said = f"1. {revising(random)} Điều {article.label}{of_base(random)} như sau:"
    article.text = say(random, 3, 5)
    for child in article.children:
        renew(random, child)
    return Draft([said, *quote(*article.lines())])


def _one_point(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units, has_points)
    point = random.choice(clause.children)
    said = f"1. {revising(random)} điểm {point.label} khoản {clause.label} Điều {article.label} như sau:"
    return Draft([said, *quote(*renew(random, point))])


def _group(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    other = random.choice([item for item in article.of("khoản") if item is not clause])
    rows = [f"1. Sửa đổi, bổ sung, bãi bỏ một số khoản của Điều {article.label} như sau:"]
    rows += [f"a) Sửa đổi, bổ sung khoản {clause.label} như sau:", *quote(*renew(random, clause))]
    rows += [f"b) Bãi bỏ khoản {other.label}."]
    repeal_unit(other)
    return Draft(rows)


def _insert_beside(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    fresh = Unit("khoản", f"{clause.label}a", f"{clause.label}a. ", say(random) + ".")
    article.children.insert(article.children.index(clause) + 1, fresh)
    after = random.choice(("vào sau", "vào ngay sau", "sau"))
    said = f"1. Bổ sung khoản {fresh.label} {after} khoản {clause.label} Điều {article.label} như sau:"
    return Draft([said, *quote(*fresh.lines())])


def _list_of_clauses(random: Random, units: list[Unit]) -> Draft:
    article, _ = pick(random, units)
    first, second = article.of("khoản")[:2]
    form = random.choice(
        ("các khoản {0}, {1} Điều {2}", "khoản {0} và khoản {1} Điều {2}", "các khoản {0} và {1} Điều {2}")
    )
    said = f"1. Sửa đổi, bổ sung {form.format(first.label, second.label, article.label)} như sau:"
    return Draft([said, *quote(*renew(random, first), *renew(random, second))])


def _words_once(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    words = some_words(random, clause)
    place = f"{random.choice(('tại', 'quy định tại'))} khoản {clause.label} Điều {article.label}"
    verb = random.choice(("Thay thế cụm từ", "Thay cụm từ", "Sửa đổi cụm từ"))
    by = "bằng" if verb != "Sửa đổi cụm từ" else "thành"
    said = random.choice(
        (
            f"1. {verb} “{words.old}” {by} cụm từ “{words.new}” {place}.",
            f"1. {verb} “{words.old}” {place} {by} cụm từ “{words.new}”.",
        )
    )
    replace_words(clause, words)
    return Draft([said])


def _repeal_one(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    said = f"1. {random.choice(('Bãi bỏ', 'Bãi bỏ', 'Bỏ'))} khoản {clause.label} Điều {article.label}{of_base(random)}."
    repeal_unit(clause)
    return Draft([said])


def _remove_words(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units, is_plain)
    words = some_words(random, clause)
    drop_words(clause, words.old)
    verb = random.choice(("Bỏ", "Bãi bỏ"))
    return Draft([f"1. {verb} cụm từ “{words.old}” tại khoản {clause.label} Điều {article.label}."])


def _annex_replaced(random: Random, units: list[Unit]) -> Draft:
    annex = units[-2]
    annex.children[0].text = say(random).upper()
    for item in annex.of("mục"):
        item.text = say(random) + "."
    said = f"1. Thay thế Phụ lục I ban hành kèm theo {BASE} bằng Phụ lục I ban hành kèm theo Thông tư này."
    return Draft([said], annex=tuple(annex.lines()))


def _repeal_several(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    whole = random.choice([unit for unit in units if unit.kind == "Điều" and unit is not article])
    said = f"1. Bãi bỏ khoản {clause.label} Điều {article.label} và Điều {whole.label}."
    repeal_unit(clause)
    repeal_unit(whole)
    return Draft([said])


def _insert_next(random: Random, units: list[Unit]) -> Draft:
    article, _ = pick(random, units)
    label = str(len(article.of("khoản")) + 1)
    fresh = Unit("khoản", label, f"{label}. ", say(random) + ".")
    article.children.append(fresh)
    where = random.choice((f"khoản {label} Điều {article.label}", f"khoản {label} vào Điều {article.label}"))
    return Draft([f"1. Bổ sung {where} như sau:", *quote(*fresh.lines())])


def _bare_items(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    whole = random.choice([unit for unit in units if unit.kind == "Điều" and unit is not article])
    rows = [
        "1. Bãi bỏ các quy định sau:",
        f"a) Khoản {clause.label} Điều {article.label};",
        f"b) Điều {whole.label}.",
    ]
    repeal_unit(clause)
    repeal_unit(whole)
    return Draft(rows)


def _two_acts(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    quoted = renew(random, clause)
    fresh = Unit("khoản", f"{clause.label}a", f"{clause.label}a. ", say(random) + ".")
    article.children.insert(article.children.index(clause) + 1, fresh)
    said = (
        f"1. Sửa đổi khoản {clause.label} và bổ sung khoản {fresh.label} vào sau khoản {clause.label} "
        f"Điều {article.label} như sau:"
    )
    return Draft([said, *quote(*quoted, *fresh.lines())], several=True)


def _annex_item(random: Random, units: list[Unit]) -> Draft:
    item = random.choice(units[-2].of("mục"))
    said = f"1. Sửa đổi, bổ sung mục {item.label} Phụ lục I ban hành kèm theo {BASE} như sau:"
    return Draft([said, *quote(*renew(random, item))])


def _words_then_repeal(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    words = some_words(random, clause)
    other = random.choice([item for item in article.of("khoản") if item is not clause])
    said = (
        f"1. Thay thế cụm từ “{words.old}” bằng cụm từ “{words.new}” tại khoản {clause.label} Điều {article.label}; "
        f"bãi bỏ khoản {other.label} Điều {article.label}."
    )
    replace_words(clause, words)
    repeal_unit(other)
    return Draft([said], several=True)


def _heading(random: Random, units: list[Unit]) -> Draft:
    article = random.choice([unit for unit in units if unit.kind == "Điều"])
    article.text = say(random, 3, 5)
    form = random.randint(0, 2)
    if form == 0:
        return Draft(
            [
                f"1. Sửa đổi, bổ sung tên Điều {article.label} như sau:",
                f"“Điều {article.label}. {article.text}”.",
            ]
        )
    if form == 1:
        return Draft([f"1. Sửa đổi tên của Điều {article.label} thành “{article.text}”."])
    return Draft(
        [f"1. Sửa đổi tiêu đề Điều {article.label} như sau:", f"“Điều {article.label}. {article.text}”"]
    )


def _passive(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    turn = random.randint(0, 2)
    if turn == 0:
        said = f"1. Khoản {clause.label} Điều {article.label} được sửa đổi, bổ sung như sau:"
        return Draft([said, *quote(*renew(random, clause))])
    if turn == 1:
        said = f"1. Khoản {clause.label} Điều {article.label} bị bãi bỏ."
        repeal_unit(clause)
        return Draft([said])
    words = some_words(random, clause)
    replace_words(clause, words)
    said = f"1. Cụm từ “{words.old}” tại khoản {clause.label} Điều {article.label} được thay thế bằng cụm từ “{words.new}”."
    return Draft([said])


def _insert_words(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    words = some_words(random, clause)
    side = random.choice(("sau", "trước"))
    both = f"{words.old} {words.new}" if side == "sau" else f"{words.new} {words.old}"
    clause.text = clause.text.replace(words.old, both)
    said = (
        f"1. Bổ sung cụm từ “{words.new}” {random.choice(('vào ', ''))}{side} cụm từ “{words.old}” tại khoản {clause.label} "
        f"Điều {article.label}."
    )
    return Draft([said])


def _repeal_annex_part(random: Random, units: list[Unit]) -> Draft:
    if random.random() < 0.5:
        item = random.choice(units[-2].of("mục"))
        repeal_unit(item)
        return Draft([f"1. Bãi bỏ mục {item.label} Phụ lục I."])
    annex = units[-2]
    annex.text, annex.children = "", [Unit("đoạn", "", "", GONE)]
    return Draft([f"1. Bãi bỏ Phụ lục I ban hành kèm theo {BASE}."])


def _lead(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units, has_points)
    clause.text = say(random) + ":"
    part = random.choice(("đoạn mở đầu", "đoạn đầu", "đoạn dẫn"))
    said = f"1. Sửa đổi, bổ sung {part} khoản {clause.label} Điều {article.label} như sau:"
    return Draft([said, *quote(random.choice((clause.lead, "")) + clause.text)])


def _heading_and_clause(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    article.text = say(random, 3, 5)
    quoted = renew(random, clause)
    form = random.choice(("tên Điều và khoản {0} Điều {1}", "tên Điều, khoản {0} Điều {1}"))
    said = f"1. Sửa đổi, bổ sung {form.format(clause.label, article.label)} như sau:"
    return Draft([said, *quote(f"Điều {article.label}. {article.text}", *quoted)])


def _pairs(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    other = random.choice([item for item in article.of("khoản") if item is not clause])
    one, two = some_words(random, clause), some_words(random, other)
    said = (
        f"1. Thay thế cụm từ “{one.old}” bằng cụm từ “{one.new}” tại khoản {clause.label} Điều {article.label}, "
        f"cụm từ “{two.old}” bằng cụm từ “{two.new}” tại khoản {other.label} Điều {article.label}."
    )
    replace_words(clause, one)
    replace_words(other, two)
    return Draft([said], several=True)


def _several_for_one(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    other = random.choice([item for item in article.of("khoản") if item is not clause])
    one, two = some_words(random, clause), some_words(random, other)
    said = (
        f"1. Thay thế cụm từ “{one.old}” tại khoản {clause.label} Điều {article.label}, cụm từ “{two.old}” tại "
        f"khoản {other.label} Điều {article.label} bằng cụm từ “{one.new}”."
    )
    replace_words(clause, one)
    replace_words(other, Words(two.old, one.new))
    return Draft([said], several=True)


def _small_part(random: Random, units: list[Unit]) -> Draft:
    found = [
        (unit, clause, child)
        for unit in units
        for clause in unit.of("khoản")
        for child in clause.children
        if child.kind in ("gạch", "đoạn")
    ]
    if not found:
        return _one_clause(random, units)
    article, clause, child = random.choice(found)
    place = clause.children.index(child)
    where = f"khoản {clause.label} Điều {article.label}"
    ordinals = ("nhất", "hai", "ba", "tư")
    part = (
        f"gạch đầu dòng thứ {ordinals[place]}" if child.kind == "gạch" else f"đoạn thứ {ordinals[place + 1]}"
    )
    if random.random() < 0.5:
        clause.children.remove(child)
        return Draft([f"1. Bãi bỏ {part} {where}."])
    child.text = say(random) + child.text[-1]
    return Draft([f"1. Sửa đổi, bổ sung {part} {where} như sau:", *quote(*child.lines())])


def _units_and_words(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units, is_plain)
    whole = random.choice([unit for unit in units if unit.kind == "Điều" and unit is not article])
    words = some_words(random, clause)
    drop_words(clause, words.old)
    repeal_unit(whole)
    said = (
        f"1. Bãi bỏ Điều {whole.label} và cụm từ “{words.old}” tại khoản {clause.label} Điều {article.label}."
    )
    return Draft([said], several=True)


def _exception(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    for other in article.of("khoản"):
        if other is not clause:
            repeal_unit(other)
    return Draft([f"1. Bãi bỏ Điều {article.label}, trừ khoản {clause.label}."])


def _inherited_words(random: Random, units: list[Unit]) -> Draft:
    article, clause = pick(random, units)
    words = some_words(random, clause)
    replace_words(clause, words)
    rows = [
        f"1. Sửa đổi, bổ sung khoản {clause.label} Điều {article.label} như sau:",
        f"a) Thay thế cụm từ “{words.old}” bằng cụm từ “{words.new}”.",
    ]
    return Draft(rows)


SHAPES: tuple[Shape, ...] = (
    _one_clause,
    _one_article,
    _one_point,
    _group,
    _insert_beside,
    _list_of_clauses,
    _words_once,
    _repeal_one,
    _remove_words,
    _annex_replaced,
    _repeal_several,
    _insert_next,
    _bare_items,
    _two_acts,
    _annex_item,
    _words_then_repeal,
    _heading,
    _passive,
    _insert_words,
    _repeal_annex_part,
    _lead,
    _heading_and_clause,
    _pairs,
    _several_for_one,
    _small_part,
    _units_and_words,
    _exception,
    _inherited_words,
)
