"""The signature and the recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kcdocs.codes import Declared
from kcdocs.law import layout, signing
from kcdocs.law.layout import Profile, Role
from kcdocs.law.vocabulary import MARKS, OLD_MARKS, alternation
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.casing import CAPITALS

_FORMULA = Declared(
    "LT340",
    Severity.ERROR,
    "A signature formula that the law forbids.",
    "Cách đề ký chưa đúng: {words}.",
    expected="{wanted}",
    mend="Sửa lại phần quyền hạn, chức vụ của người ký.",
)
_OLD_MARK = Declared(
    "LT341",
    Severity.WARNING,
    "A mark of signing as old papers wrote it, or without its full stop.",
    "Chữ viết tắt quyền hạn ghi «{said}».",
    expected="«{wanted}»",
    mend="Sửa «{said}» thành «{wanted}».",
)
_END = Declared(
    "LT342",
    Severity.WARNING,
    "The text does not end in ./.",
    "Nội dung văn bản không kết thúc bằng dấu «./.».",
    expected="«./.» ở cuối nội dung",
    mend="Thêm «./.» vào cuối dòng cuối cùng của nội dung.",
)
_LIST_ENDS = Declared(
    "LT343",
    Severity.WARNING,
    "A recipient ends in another sign.",
    "Dòng nơi nhận không kết thúc bằng {wanted}.",
    expected="dấu chấm phẩy sau mỗi dòng, dấu chấm sau dòng «Lưu»",
    mend="Sửa dấu cuối dòng.",
)
_LIST_DASH = Declared(
    "LT344",
    Severity.WARNING,
    "A recipient without a dash before it.",
    "Dòng nơi nhận không có gạch đầu dòng.",
    expected="gạch đầu dòng sát lề trái",
    mend="Thêm dấu gạch «-» ở đầu dòng.",
)
_NOT_KEPT = Declared(
    "LT345",
    Severity.WARNING,
    "The recipients do not end with where the document is kept.",
    "Nơi nhận không có dòng «Lưu» ở cuối.",
    expected="dòng cuối: «- Lưu: VT, đơn vị soạn thảo.»",
    mend="Thêm dòng «- Lưu: VT, …» ở cuối nơi nhận.",
)
_NOT_WITH_CLERKS = Declared(
    "LT349",
    Severity.WARNING,
    "The line of where the document is kept does not name the clerks' office.",
    "Dòng «Lưu» không ghi «{clerks}» (văn thư).",
    expected="«- Lưu: {clerks}, đơn vị soạn thảo.»",
    mend="Ghi «{clerks}» ngay sau «Lưu:».",
)
_COLON = Declared(
    "LT346",
    Severity.WARNING,
    "No colon behind the word for recipients.",
    "Sau «Nơi nhận» không có dấu hai chấm.",
    expected="«Nơi nhận:»",
    mend="Thêm dấu hai chấm.",
)
_AS_ABOVE = Declared(
    "LT347",
    Severity.WARNING,
    "A paper with addressees does not open its recipients with them.",
    "Văn bản có «Kính gửi» mà nơi nhận không mở đầu bằng «Như trên».",
    expected="«- Như trên;» ở dòng đầu",
    mend="Thêm dòng «- Như trên;» vào đầu nơi nhận.",
)
_ADDRESSEES = Declared(
    "LT348",
    Severity.WARNING,
    "One of several addressees ends in another sign.",
    "Dòng «Kính gửi» không kết thúc bằng {wanted}.",
    expected="dấu chấm phẩy sau mỗi nơi, dấu chấm sau nơi cuối cùng",
    mend="Sửa dấu cuối dòng.",
)

_NO_OFFICE = Declared(
    "LT396",
    Severity.WARNING,
    "A mark of signing stands without the office of the one who signs.",
    "Dưới «{said}» không ghi chức vụ của người ký.",
    expected="dòng dưới ghi chức vụ của người trực tiếp ký",
    mend="Ghi chức vụ của người ký dưới dòng «{said}».",
)
_AS_NOTHING = Declared(
    "LT395",
    Severity.WARNING,
    "A decision names its addressees as recipients, and has none.",
    "Nơi nhận ghi «{said}» mà văn bản không có dòng «{above}».",
    expected="«- Như Điều …;» ở dòng đầu",
    mend="Ghi «- Như Điều …;» thay cho «{said}».",
)

_HEAD_OR_DEPUTY = "người đứng đầu hoặc cấp phó ký thay"
_WORDS = {
    signing.Wrong.PASSED_ON: (
        "người ký thay, người được ủy quyền không giao tiếp cho người khác",
        "ký trực tiếp",
    ),
    signing.Wrong.MARK_TWICE: ("chữ viết tắt quyền hạn ghi hai lần", "ghi một lần"),
    signing.Wrong.SAME_PERSON: ("người ký thay mang chức vụ của chính người đứng đầu", "chức vụ cấp phó"),
    signing.Wrong.NO_DEPUTY: ("người ký thay (KT.) không mang chức vụ cấp phó", "chức vụ cấp phó"),
    signing.Wrong.DEPUTY_ALONE: (
        "cấp phó ký mà không ghi «KT.» và chức vụ người đứng đầu",
        "«KT.» và chức vụ người đứng đầu ở dòng trên",
    ),
    signing.Wrong.NOT_FOR_LEGAL: (
        "văn bản quy phạm pháp luật không ký thừa lệnh, thừa ủy quyền",
        _HEAD_OR_DEPUTY,
    ),
    signing.Wrong.NOT_FOR_GOVERNMENT: (
        "nghị định không ký thay mặt Chính phủ",
        "TM. CHÍNH PHỦ, rồi THỦ TƯỚNG hoặc KT. THỦ TƯỚNG",
    ),
    signing.Wrong.OF_COLLECTIVE: (
        "văn bản của người đứng đầu mà ký thay mặt tập thể",
        "chức vụ của người đứng đầu",
    ),
    signing.Wrong.NOT_FOR_HEAD: ("văn bản này không ký thừa lệnh, thừa ủy quyền", _HEAD_OR_DEPUTY),
    signing.Wrong.HONOUR: ("trước họ tên người ký ghi học hàm, học vị", "chỉ ghi họ và tên"),
}
_MARKED = re.compile(rf"({alternation(MARKS)})\.\s?(.+)", re.DOTALL)
_OLD = re.compile(rf"({alternation(mark for mark in OLD_MARKS if '/' in mark)})\s?\.?\s?", re.IGNORECASE)
_DOTTED = re.compile(
    rf"({'|'.join(r'[.,]'.join(mark) for mark in MARKS if len(mark) > 1)})\.?\s(?=[{CAPITALS}]{{2}})"
)
_UNSTOPPED = re.compile(rf"({alternation(MARKS)})(?:\s?[:,;]\s?|\s)(?=[{CAPITALS}]{{2}})")
_LAST = re.compile(r"\.\s*(?:\d{1,4}\s*)?$")  # a number of copies may stand behind the stop
_DASH = re.compile(r"[-–•]")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the end of a document."""
    if paper.profile is Profile.ASSEMBLY:
        return
    yield from _formula(paper)
    yield from _ending(paper)
    yield from _addressees(paper)
    yield from _recipients(paper)


def _addressees(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Several addressees, each on a line of its own, each with its sign."""
    items = [piece for piece in paper.of(Role.ADDRESSEE) if _DASH.match(piece.text)]
    if len(items) < 2 or paper.profile is not Profile.ADMINISTRATIVE or paper.is_open:
        return
    if off := [piece for piece in items[:-1] if not piece.text.rstrip().endswith(";")]:
        yield breach(paper, _ADDRESSEES, layout.part(9), off, wanted="dấu chấm phẩy")
    if not items[-1].text.rstrip().endswith("."):
        yield breach(paper, _ADDRESSEES, layout.part(9), items[-1:], wanted="dấu chấm")


def _formula(paper: CheckedPaper) -> Iterator[FormBreach]:
    offices = paper.of(Role.OFFICE)
    for piece in offices:
        if old := _OLD.match(piece.text) or _UNSTOPPED.match(piece.text) or _DOTTED.match(piece.text):
            wanted = f"{''.join(filter(str.isalpha, old[1])).upper()}."
            yield breach(paper, _OLD_MARK, layout.part(7), [piece], said=old[0].strip(), wanted=wanted)
    if offices and paper.of(Role.SIGNER) and signing.lends(offices[-1].plain):
        yield breach(paper, _NO_OFFICE, layout.part(7), offices[-1:], said=offices[-1].plain)
    signature = _signature([piece.text for piece in offices], paper.text(Role.SIGNER))
    if signature is None:
        return
    legal = paper.profile is not Profile.ADMINISTRATIVE
    for fault in signing.faults(signature, signing.Paper(paper.type, legal, "", _addressed(paper))):
        if fault.wrong is signing.Wrong.HONOUR and paper.is_honoured:
            continue
        words, wanted = _WORDS[fault.wrong]
        lines = paper.of(Role.SIGNER) if fault.wrong is signing.Wrong.HONOUR else offices
        yield breach(paper, _FORMULA, fault.rule, lines[:1], words=words, wanted=wanted)


def _signature(lines: Sequence[str], name: str) -> signing.Signature | None:
    """The lines over a signature as the law speaks of them; None where several sign or they are unclear."""
    collective, mark, held, own = "", "", "", ""
    for line in lines:
        found = _MARKED.match(line)
        if found and found[1] == signing.COLLECTIVE:
            collective = found[2]
        elif found and not mark:
            mark, held = found[1], found[2]
        elif found or own:
            return None
        else:
            own = line
    if mark == signing.ACTING:
        own, held = held, ""
    return signing.Signature(mark, own, held, "", collective, name) if own or collective else None


def _addressed(paper: CheckedPaper) -> tuple[str, ...]:
    names = (piece.text.partition(":")[2] or piece.text for piece in paper.of(Role.ADDRESSEE))
    return tuple(name.strip(" -.;") for name in names)


def _ending(paper: CheckedPaper) -> Iterator[FormBreach]:
    if paper.profile is Profile.ADMINISTRATIVE and paper.body and paper.of(Role.OFFICE):
        last = next((piece for piece in reversed(paper.body) if _closes(piece.text)), paper.body[-1])
        after_table = any(
            last.paragraph.number < piece.paragraph.number < paper.of(Role.OFFICE)[0].paragraph.number
            and piece.paragraph.spot.table
            and piece not in (*paper.of(Role.RECIPIENTS), *paper.of(Role.RECIPIENT), *paper.of(Role.OFFICE))
            for piece in paper.pieces
        )
        if not after_table and not _closes(last.text):
            yield breach(paper, _END, layout.part(6), [last])


def _closes(text: str) -> bool:
    """Whether a line bears the closing sign; a list of what is enclosed may stand below it."""
    return "".join(text.split()).endswith(layout.END)


def _recipients(paper: CheckedPaper) -> Iterator[FormBreach]:
    rule, items = layout.part(9), paper.of(Role.RECIPIENT)
    heads = paper.of(Role.RECIPIENTS)
    if heads and not heads[0].text.rstrip().endswith(":"):
        yield breach(paper, _COLON, rule, heads[:1])
    if paper.profile is not Profile.ADMINISTRATIVE:
        return
    if not items:
        if heads and not paper.is_open:
            yield breach(paper, _NOT_KEPT, rule, heads[:1])
        return
    entries = _entries([piece.text for piece in items])
    kept = _opens_with(entries[-1], layout.KEPT)
    if not kept:
        yield breach(paper, _NOT_KEPT, rule, items[-1:])
    elif layout.CLERKS not in entries[-1].upper() and not paper.is_open:
        yield breach(paper, _NOT_WITH_CLERKS, rule, items[-1:], clerks=layout.CLERKS)
    if not (_LAST.search(entries[-1]) or (not kept and entries[-1].rstrip().endswith(";"))):
        yield breach(paper, _LIST_ENDS, rule, items[-1:], wanted="dấu chấm")
    inner = [piece for piece, entry in zip(items, entries, strict=False) if not entry.rstrip().endswith(";")]
    if len(entries) == len(items) and (off := [piece for piece in inner if piece is not items[-1]]):
        yield breach(paper, _LIST_ENDS, rule, off, wanted="dấu chấm phẩy")
    if loose := _undashed(items):
        yield breach(paper, _LIST_DASH, rule, loose)
    above = [piece for piece in items if _opens_with(piece.text, layout.AS_ABOVE)]
    lost = not above or not _opens_with(items[0].text, layout.KEPT)
    if paper.of(Role.ADDRESSEE) and paper.type not in layout.UNADDRESSED and items[0] not in above and lost:
        yield breach(paper, _AS_ABOVE, rule, items[:1])
    if above and paper.type in layout.ENACTED and not paper.of(Role.ADDRESSEE):
        facts = {"said": layout.AS_ABOVE, "above": layout.ADDRESSED}
        yield breach(paper, _AS_NOTHING, rule, above[:1], **facts)


def _opens_with(text: str, words: str) -> bool:
    """Whether a recipient begins with some words, whatever sign stands before them."""
    return text.lstrip("-–•+* ").casefold().startswith(words.casefold())


def _undashed(items: Sequence[PaperLine]) -> list[PaperLine]:
    """Recipients without a dash: the first, one behind the end of another, one with another sign.

    Below words that end in a colon other signs may part a list.
    """
    found, listing, before = [], False, ";"
    for piece in items:
        signed = piece.text.startswith(("+", "*"))
        listing = before.endswith(":") or (listing and signed)
        if (signed and not listing) or not (signed or _DASH.match(piece.text) or not before.endswith(";")):
            found.append(piece)
        before = piece.text.rstrip()
    return found


def _entries(lines: Sequence[str]) -> list[str]:
    """The recipients, each from its dash to the next."""
    found: list[str] = []
    for line in lines:
        if found and not _DASH.match(line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found
