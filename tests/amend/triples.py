"""Real triples of the corpus, and what is known of each.

Only addresses and reasons stand here, no official words. Each difference was looked up in both texts by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MARK = "the consolidators set or kept a closing mark, quotation mark, space or row of dots"
WORDING = "the consolidators changed words, capitals or figures that no command touches, or kept old ones"
SLIP = "a slip of the consolidated text as printed: a letter lost, syllables swapped"
NUMBER = "the consolidated text prints the clause under a wrong number"
NOTE = "a note of the consolidated text as printed, or its mark, is read as words of a clause"
OTHER = "the consolidators put the words of another clause there, or changed another phrase than is commanded"
SOURCE = "the saved original leaves out what the consolidated text has: chapters, a formula's layout"
NO_NOTES = "what stands for the official text is a codification: no notes, no closing parts"
ONE_ROW = "the official page has recipients and signature in one row of a table, read as recipients"
FLAT = "the saved original keeps its tables as lines, or has no annexes, head or chapters"
PLACED = (
    "the consolidators set a mark at the clause, not at its paragraph, or at another clause than is commanded"
)
UNCLEAR = "and commands left unclear have no note"
FORM = "the signatures of a form are a table in one print, paragraphs in the other; what follows shifts"


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple in the corpus, and what is known of it.

    Attributes:
        reasons: Why a provision has other words in the official text, by address.
        whole: Whether the official text has the annexes too.
        parts: Why a part of our consolidated text (notes, tables, annexes, closing, order) is not as there.
    """

    folder: str
    original: str
    amending: str
    consolidated: str
    number: str
    reasons: dict[str, str]
    whole: bool = True
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[str, str, str]:
        """The three files of it."""
        return self.original, self.amending, self.consolidated


def _all(reason: str, *addresses: str) -> dict[str, str]:
    return dict.fromkeys(addresses, reason)


DECREE_75 = Triple(
    "nd-75-2021",
    "goc.md",
    "sua-doi-55-2023.md",
    "hop-nhat-834.md",
    "75/2021/NĐ-CP",
    {
        **_all(
            MARK,
            "dieu-1.doan-1",
            "dieu-3.khoan-2",
            "dieu-4.khoan-4",
            "dieu-12.khoan-1.diem-c",
            "dieu-12.khoan-2.doan-1",
            "dieu-12.khoan-3",
            "dieu-12.khoan-4.diem-e.doan-11",
            "dieu-12.khoan-7",
            "dieu-13.khoan-2",
            "dieu-13.khoan-4.diem-a",
            "dieu-13.khoan-7.doan-2",
            "dieu-13.khoan-10.diem-a",
            "dieu-13.khoan-11.diem-b.doan-2",
            "dieu-14.khoan-4",
            "dieu-16.doan-1",
        ),
        **_all(SLIP, "dieu-8.khoan-2"),
        **_all(WORDING, "dieu-12.khoan-4.diem-đ.doan-1"),
        **_all(NUMBER, "dieu-13.khoan-5", "dieu-13.khoan-6", "dieu-13.khoan-8", "dieu-13.khoan-9"),
    },
    whole=False,  # the page of the consolidated text leaves out the tables of the annexes
    parts={"tables": FLAT, **_all(ONE_ROW, "closing", "order")},
)
CIRCULAR_12 = Triple(
    "cong-bao/12-2022",
    "goc-12-2022-tt-bldtbxh.pdf",
    "sua-doi-12-2024-tt-bldtbxh.pdf",
    "hop-nhat-469.pdf",
    "12/2022/TT-BLĐTBXH",
    {
        **_all(MARK, "dieu-6.khoan-2.diem-a.doan-3", "dieu-6.khoan-2.diem-a.doan-4"),
        **_all(SLIP, "dieu-8.khoan-1.diem-a"),
    },
)
CIRCULAR_09 = Triple(
    "cong-bao/09-2022",
    "goc-09-2022-tt-bldtbxh.pdf",
    "sua-doi-02-2023-tt-bldtbxh.pdf",
    "hop-nhat-1676.pdf",
    "09/2022/TT-BLĐTBXH",
    {
        **_all(
            WORDING,
            "dieu-1",
            "dieu-6.khoan-2.diem-c.doan-1",
            "dieu-6.khoan-3",
            "dieu-7.khoan-2.diem-b.doan-1",
            "dieu-7.khoan-3",
            "dieu-11.khoan-2",
            "dieu-12.khoan-1",
            "dieu-14.khoan-2.diem-c",
            "dieu-14.khoan-3.diem-a.doan-2",
            "dieu-14.khoan-3.diem-b.doan-2",
            "dieu-14.khoan-3.diem-c.doan-2",
        ),
        **_all(
            MARK,
            "phu-luc.khoan-12",
            "phu-luc.khoan-12.doan-11",
            "phu-luc.khoan-12.doan-20",
            "phu-luc.khoan-12.doan-35",
            "phu-luc.khoan-12.doan-51",
        ),
        **_all(FORM, *(f"phu-luc.khoan-12.doan-{number}" for number in range(65, 78))),
    },
    parts=_all(FORM, "tables"),
)


def _hard(folder: str, number: str, reasons: dict[str, str], parts: dict[str, str]) -> Triple:
    return Triple(
        f"cong-bao/tuyen-doc/{folder}",
        "goc.txt",
        "sua.pdf",
        "sau.pdf",
        number,
        reasons,
        whole=False,
        parts=parts,
    )


LAW_75 = Triple(
    "luat-mttq",
    "truoc.txt",
    "luat-97-2025-qh15.docx",
    "sau.txt",
    "75/2015/QH13",
    _all(SLIP, "dieu-18.khoan-2", "dieu-20.khoan-2"),
    parts=_all(NO_NOTES, "notes", "closing", "order"),
)
CHAPTERS = ("chuong-I", "chuong-II", "chuong-III", "chuong-IV", "chuong-V")
CIRCULAR_27 = _hard(
    "27-2016",
    "27/2016/TT-BLĐTBXH",
    {
        **_all(OTHER, "dieu-1.khoan-1", "dieu-13.khoan-1", "dieu-15.khoan-1.diem-d"),
        **_all(WORDING, "dieu-16", "dieu-17", "dieu-23.khoan-2", "dieu-26.khoan-3.doan-1"),
        **_all(WORDING, "dieu-22.khoan-4.doan-1", "dieu-22.khoan-5", "dieu-23.khoan-3"),
        **_all(WORDING, "dieu-26.khoan-2", "dieu-26.khoan-3"),
        **_all(NOTE, "dieu-3.khoan-1", "dieu-3.khoan-1.doan-1", "dieu-3.khoan-1.doan-2", "dieu-3.khoan-7"),
        **_all(NOTE, "dieu-11.khoan-2", "dieu-15.khoan-1.diem-c", "dieu-15.khoan-3", "dieu-16.khoan-2"),
        **_all(NOTE, "dieu-17.khoan-2", "dieu-18.khoan-2", "dieu-22.khoan-4"),
        **_all(NOTE, *(f"dieu-26.khoan-1.doan-{number}" for number in range(1, 8))),
    },
    {"notes": f"{PLACED}; {UNCLEAR}", "order": FLAT},
)
CIRCULAR_01 = _hard(
    "01-2019",
    "01/2019/TT-BLĐTBXH",
    {
        **_all(WORDING, "dieu-11.khoan-2.diem-b", "dieu-11.khoan-3.diem-b"),
        **_all(SOURCE, *CHAPTERS),
    },
    _all(FLAT, "tables", "annexes", "order"),
)
CIRCULAR_06 = _hard(
    "06-2017",
    "06/2017/TT-BLĐTBXH",
    {
        **_all(WORDING, "dieu-17.khoan-1"),
        **_all(SOURCE, *CHAPTERS),
    },
    _all(FLAT, "order"),
)
CIRCULAR_28 = _hard(
    "28-2015",
    "28/2015/TT-BLĐTBXH",
    {
        **_all(WORDING, "dieu-2.doan-1", "dieu-8.khoan-1.diem-a.doan-1", "dieu-8.khoan-1.diem-a.doan-2"),
        **_all(WORDING, "dieu-9.khoan-1.diem-c.doan-5", "dieu-15.khoan-1", "dieu-15.khoan-2"),
        **_all(WORDING, "dieu-20.khoan-2.diem-a"),
        **_all(SOURCE, *(f"dieu-8.khoan-1.doan-{number}" for number in (1, 3, 5, 6))),
        **_all(SOURCE, *CHAPTERS, "chuong-VI", "chuong-VII", "chuong-VIII"),
    },
    {"notes": f"{PLACED}; {UNCLEAR}", **_all(FLAT, "tables", "annexes", "order")},
)
TRIPLES = (LAW_75, DECREE_75, CIRCULAR_12, CIRCULAR_09, CIRCULAR_27, CIRCULAR_01, CIRCULAR_06, CIRCULAR_28)
