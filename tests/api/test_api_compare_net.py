"""What all drafts together did: the last compared with the original, and what one put back told so."""

from __future__ import annotations

import json

import pytest
from report_words import report_words

from kcdocs.api import compare as api
from kcdocs.model.format import Format

KEPT = "1. Bến đò mở cửa từ 5 giờ đến 19 giờ.\n"
LOST = "2. Người lái đò mang áo phao cho khách qua sông.\n"
LAST = "Điều 2. Giá vé\n1. Giá vé một lượt là 5.000 đồng.\n"
ORIGINAL = f"Điều 1. Bến đò\n{KEPT}{LOST}{LAST}"
DROPPED = f"Điều 1. Bến đò\n{KEPT}{LAST}"
NAME = "Dự thảo 2 so với bản gốc"
BACK = "khôi phục như bản gốc"
SAME = "không có gì khác nhau"


@pytest.fixture
def chain_of(tmp_path):
    """The chain of texts given as strings."""

    def chain(*texts):
        paths = []
        for number, text in enumerate(texts):
            path = tmp_path / f"lan-{number}.txt"
            path.write_text(text, "utf-8")
            paths.append(str(path))
        return api.compare_texts(paths)

    return chain


def strands(chain):
    """For each provision: how often it stands in each text, what each step put back, what all did to it."""
    return {
        str(strand.node.address): (
            [len(nodes) for nodes in strand.versions],
            [strand.returned(step) for step in range(len(chain.steps))],
            sorted(strand.net_changes),
        )
        for group in chain.groups
        for strand in group
        if strand.changed
    }


def test_a_clause_that_is_put_back_is_one_provision_that_did_not_change(chain_of):
    assert strands(chain_of(ORIGINAL, DROPPED, ORIGINAL)) == {
        "dieu-1.khoan-2": ([1, 0, 1], [None, 0], []),
    }


def test_a_clause_put_back_with_other_words_is_one_provision_that_changed(chain_of):
    changed = ORIGINAL.replace("mang áo phao", "mang phao cứu sinh")
    assert strands(chain_of(ORIGINAL, DROPPED, changed)) == {
        "dieu-1.khoan-2": ([1, 0, 1], [None, None], ["noi-dung"]),
    }


def test_a_draft_s_own_clause_that_a_later_one_puts_back_is_as_in_that_draft(chain_of):
    added = ORIGINAL + "2. Người già trên 70 tuổi được miễn vé qua đò.\n"
    assert strands(chain_of(ORIGINAL, added, ORIGINAL, added)) == {
        "dieu-2.khoan-2": ([0, 1, 0, 1], [None, None, 1], ["bo-sung"]),
    }


def test_a_sum_that_a_later_draft_sets_back_is_told_so(chain_of):
    dearer = ORIGINAL.replace("5.000", "7.000")
    assert strands(chain_of(ORIGINAL, dearer, ORIGINAL)) == {
        "dieu-2.khoan-1": ([1, 1, 1], [None, 0], []),
    }


def test_an_article_dropped_whole_and_put_back_keeps_its_clauses(chain_of):
    head, _ = ORIGINAL.split("Điều 2")
    found = strands(chain_of(ORIGINAL, head, ORIGINAL))
    assert found == {
        "dieu-2": ([1, 0, 1], [None, 0], []),
        "dieu-2.khoan-1": ([1, 0, 1], [None, 0], []),
    }


def test_a_clause_of_a_middle_draft_alone_is_in_neither_of_the_two(chain_of):
    added = ORIGINAL + "2. Người già trên 70 tuổi được miễn vé qua đò.\n"
    assert strands(chain_of(ORIGINAL, added, ORIGINAL)) == {
        "dieu-2.khoan-2": ([0, 1, 0], [None, None], []),
    }


@pytest.mark.parametrize("medium", [Format.TERMINAL, Format.HTML, Format.DOCX, Format.XLSX])
def test_every_medium_tells_what_was_put_back_and_that_nothing_is_left(chain_of, medium):
    told = report_words(chain_of(ORIGINAL, DROPPED, ORIGINAL), medium)
    assert BACK in told.lower()
    assert NAME.lower() in told.lower()
    assert SAME in told


def test_the_json_holds_the_comparison_of_the_last_with_the_first(chain_of):
    dearer = ORIGINAL.replace("5.000", "7.000")
    found = json.loads(api.render(chain_of(ORIGINAL, DROPPED, dearer), Format.JSON))
    changed = [row["new"][0]["address"] for row in found["net"]["rows"] if row["changes"]]
    assert changed == ["dieu-2.khoan-1"]
    assert [(one["net"], one["returned"]) for one in found["provisions"]][2] == ([], [None, 0])


def test_nothing_is_said_to_be_the_same_where_a_command_of_the_last_draft_was_not_followed(chain_of):
    head = "NGHỊ ĐỊNH\nVề bến đò\n"
    draft = (
        "NGHỊ ĐỊNH\nSửa đổi Nghị định về bến đò\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định về bến đò\n"
        "1. Bãi bỏ khoản 9 Điều 1.\n"
    )
    told = report_words(chain_of(head + ORIGINAL, head + ORIGINAL, draft), Format.TERMINAL)
    assert f"{NAME.upper()}" in told
    assert SAME not in told.split("KẾT QUẢ:")[1]
