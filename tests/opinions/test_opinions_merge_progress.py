"""How far a merge is, told in pieces that are done; and how the page words it."""

from __future__ import annotations

from opinions_builder import base_lines, word_file

from kcdocs.api import merge as api
from kcdocs.web.jobs import JobStage, JobState
from kcdocs.web.opinion_pages import waiting_words


def test_a_merge_tells_each_text_read_each_draft_compared_and_proven_the_file_written_and_read(tmp_path):
    lines = base_lines(2)
    told: list[tuple[int, int]] = []
    drafts = [
        word_file(tmp_path / f"{name}.docx", [line.replace(f"{clause} triệu", "9 triệu") for line in lines])
        for name, clause in (("a", 11), ("b", 12))
    ]

    api.merge(word_file(tmp_path / "goc.docx", lines), drafts, told=lambda *far: told.append(far))

    assert told == [(done, 9) for done in range(1, 10)]


def test_the_page_words_how_far_a_merge_and_a_reading_are():
    merging = JobState(JobStage.WORKING, step="gop", done=4, of=9, began=1000.0)
    reading = JobState(JobStage.WORKING, step="y-kien", done=4, of=9, began=1000.0)

    assert waiting_words(merging, 1065.0) == "Đang gộp: xong 4 trên 9 phần việc, đã 1 phút 5 giây…"
    assert waiting_words(reading, 1065.0) == "Đang đọc tệp góp ý thứ 5 trên 9, đã 1 phút 5 giây…"
