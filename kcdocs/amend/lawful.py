"""Whether an amending draft keeps the rules on its force, its legal bases and what it may amend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kcdocs.amend.effect import says_when
from kcdocs.codes import Declared
from kcdocs.law.amending import DISTRICT_ENDS, SAME_ISSUER, SUSPENDED, foreign, of_district, says_when_it_ends
from kcdocs.law.bases import HIGHER, Unfit, high_enough, stands
from kcdocs.law.effect import SAYS_WHEN, Breach, Early, breach
from kcdocs.law.expiry import DETAILS_END, detailed_and_ended
from kcdocs.law.rule import of_day
from kcdocs.model.address import Address, Kind
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Node, Reference
from kcdocs.model.operation import Act, Amendment, Operation
from kcdocs.text.dates import short_date

_UNFIT = {
    Unfit.UNSIGNED: "chưa được ban hành vào ngày {}",
    Unfit.LATER: "chưa có hiệu lực vào ngày {}",
    Unfit.ENDED: "không còn hiệu lực vào ngày {}",
    Unfit.OPEN: "chưa có hiệu lực vào ngày ký {}; chỉ được dùng nếu văn bản mới không có hiệu lực sớm hơn",
}
_BACKWARDS = {
    Early.FORBIDDEN: "; văn bản của cơ quan, người ban hành này không được quy định hiệu lực trở về trước",
    Early.BEFORE_SIGNING: "; hiệu lực trở về trước chỉ được quy định trong trường hợp luật cho phép",
}
_NO_EFFECT = Declared(
    "AM109",
    Severity.ERROR,
    "The draft does not say when it takes effect.",
    "Dự thảo không nói ngày có hiệu lực.",
    expected="… có hiệu lực thi hành từ ngày … tháng … năm …",
    mend="Ghi ngày có hiệu lực ở điều cuối của dự thảo.",
)

_BEFORE_SIGNING = Declared(
    "AM110",
    Severity.WARNING,
    "The draft takes effect before it is signed.",
    "Ngày có hiệu lực {day} đứng trước ngày ký {signed}{why}.",
    expected="ngày có hiệu lực không trước ngày ký",
    mend="Kiểm tra lại hai ngày này.",
    worst=Severity.ERROR,
)

_TOO_SOON = Declared(
    "AM115",
    Severity.WARNING,
    "The draft takes effect sooner than the law allows in general.",
    "Hiệu lực chỉ sau ngày ký {days} ngày.",
    expected="không sớm hơn {least} ngày, trừ trình tự, thủ tục rút gọn hoặc trường hợp đặc biệt",
    mend="Lùi ngày có hiệu lực, hoặc nêu rõ trường hợp được có hiệu lực sớm hơn.",
)

_LOW_BASIS = Declared(
    "AM114",
    Severity.WARNING,
    "A legal basis of no higher force than the draft.",
    "Căn cứ {number} không có hiệu lực pháp lý cao hơn dự thảo.",
    mend="Kiểm tra lại căn cứ này: căn cứ là văn bản có hiệu lực pháp lý cao hơn.",
)

_UNFIT_LOW_BASIS = Declared(
    "AM111",
    Severity.WARNING,
    "A legal basis that is not in force.",
    "Căn cứ {number} {unfit}.",
    worst=Severity.ERROR,
    mend="Bỏ căn cứ này, hoặc thay bằng văn bản đang có hiệu lực.",
)

_DETAILS = Declared(
    "AM121",
    Severity.WARNING,
    "A legal basis that details an instrument that has ended.",
    "Căn cứ {number} quy định chi tiết {ended}, văn bản đã hết hiệu lực sau ngày {last}.",
    mend="Chỉ viện dẫn nếu có văn bản hành chính công bố văn bản quy định chi tiết này tiếp tục có hiệu lực.",
)

_OTHER_ISSUER = Declared(
    "AM122",
    Severity.WARNING,
    "An instrument amended by another issuer than its own.",
    "{number} do {issuer} ban hành, không phải do cơ quan, người ban hành dự thảo này.",
    expected="văn bản quy phạm pháp luật của chính cơ quan, người đã ban hành",
    mend="Kiểm tra lại số, ký hiệu; nếu đúng, để cơ quan, người đã ban hành văn bản ấy sửa đổi.",
)

_OF_DISTRICT = Declared(
    "AM123",
    Severity.NOTE,
    "An instrument of a district, which lives on for a time only.",
    "{number} là văn bản của cấp huyện: có hiệu lực chậm nhất đến hết ngày {last}.",
)

_ENDLESS = Declared(
    "AM124",
    Severity.WARNING,
    "A suspension that does not say when it ends.",
    "Lệnh ngưng hiệu lực không nói đến ngày nào thì hết ngưng.",
    expected="ngày bắt đầu và ngày kết thúc việc ngưng hiệu lực",
    mend="Ghi ngày bắt đầu và ngày kết thúc việc ngưng hiệu lực.",
)


def lawful_findings(amendment: Amendment, catalogue: Catalogue | None) -> Iterator[Finding]:
    """What the law of its day has against a draft's day of effect, its bases and what it amends.

    Args:
        amendment: The draft, read.
        catalogue: Instruments by number with their dates of force; None checks no legal bases.
    """
    lawful = _Lawful(amendment, catalogue)
    yield from lawful.effect()
    yield from lawful.bases()
    yield from lawful.targets()
    yield from lawful.suspensions()


@dataclass(frozen=True, slots=True)
class _Lawful:
    """A draft and what is known of the instruments it names."""

    amendment: Amendment
    catalogue: Catalogue | None

    @property
    def _own(self) -> Citation:
        return self.amendment.instrument.citation

    def _finding(self, declared: Declared, address: Address, **more: Any) -> Finding:
        place = Place(file=self.amendment.instrument.name, address=str(address), span=more.pop("span", None))
        return declared.at(place, **more)

    def effect(self) -> Iterator[Finding]:
        """A day of effect that is missing or too early."""
        day = self.amendment.effective
        if day is None and not says_when(self.amendment.instrument):
            rule = of_day(SAYS_WHEN, self._own.issued)
            yield self._finding(_NO_EFFECT, Address(), source=rule.source if rule else "")
        elif day is not None and (found := breach(self._own, day)) is not None:
            yield self._early(found, short_date(day))

    def _early(self, found: Breach, day: str) -> Finding:
        source = found.rule.source
        if found.how is Early.TOO_SOON:
            return self._finding(_TOO_SOON, Address(), source=source, days=found.days, least=found.least)
        return self._finding(
            _BEFORE_SIGNING,
            Address(),
            source=source,
            severity=Severity.ERROR if found.rule.may_refuse else Severity.WARNING,
            day=day,
            signed=short_date(found.first),
            why=_BACKWARDS[found.how],
        )

    def bases(self) -> Iterator[Finding]:
        """Legal bases that cannot bear the draft."""
        if self.catalogue is None:
            return
        for node in self.amendment.instrument.provisions():
            for reference in node.references if node.kind is Kind.BASIS else ():
                cited = reference.citation
                entry = self.catalogue.find(cited.number, cited) if cited else None
                if entry is not None:
                    yield from self._basis(node, reference, entry, self.catalogue)

    def _basis(
        self, node: Node, reference: Reference, entry: Entry, catalogue: Catalogue
    ) -> Iterator[Finding]:
        signed = self._own.issued or self.amendment.effective
        if signed is None:
            return
        number = entry.citation.number
        place = {"found": reference.span.of(node.text), "span": reference.span, "number": number}
        if HIGHER.holds(signed) and high_enough(entry.citation, self._own, signed) is False:
            yield self._finding(_LOW_BASIS, node.address, source=HIGHER.source, **place)
        basis = stands(entry, signed=signed, effective=self.amendment.effective)
        if basis.why is not None:
            successors = ", ".join(item.citation.number for item in catalogue.successors(entry, basis.on))
            yield self._finding(
                _UNFIT_LOW_BASIS,
                node.address,
                mend=f"Xem văn bản thay thế: {successors}." if successors else "",
                source=basis.rule.source,
                severity=Severity.WARNING if basis.unsure else Severity.ERROR,
                unfit=_UNFIT[basis.why].format(short_date(basis.on)),
                **place,
            )
        elif (ended := detailed_and_ended(entry, catalogue, signed)) is not None:
            last = short_date(ended.in_force_to) if ended.in_force_to else ""
            name = f"{ended.citation.type} số {ended.citation.number}"
            yield self._finding(
                _DETAILS, node.address, source=DETAILS_END.source, ended=name, last=last, **place
            )

    def targets(self) -> Iterator[Finding]:
        """Instruments that another issuer amends, or that are of a district."""
        signed = self._own.issued
        for operation in _first_of_each(self.amendment) if signed is not None else ():
            amended = operation.amends
            if amended is None or signed is None:
                continue
            place = {"found": operation.origin.words, "number": f"{amended.type} số {amended.number}"}
            if of_district(amended, signed):
                last = short_date(DISTRICT_ENDS.until) if DISTRICT_ENDS.until else ""
                yield self._finding(
                    _OF_DISTRICT, operation.origin.address, source=DISTRICT_ENDS.source, last=last, **place
                )
            elif issuer := foreign(self._own, amended, signed):
                yield self._finding(
                    _OTHER_ISSUER,
                    operation.origin.address,
                    source=SAME_ISSUER.source,
                    issuer=issuer.names[0],
                    **place,
                )

    def suspensions(self) -> Iterator[Finding]:
        """Suspensions without an end."""
        signed = self._own.issued
        for operation in self.amendment.operations:
            endless = operation.act is Act.SUSPEND and not says_when_it_ends(operation.origin.words)
            if endless and signed is not None and SUSPENDED.holds(signed):
                words = operation.origin.words
                yield self._finding(_ENDLESS, operation.origin.address, source=SUSPENDED.source, found=words)


def _first_of_each(amendment: Amendment) -> list[Operation]:
    """The first command on each instrument that is named by number; a repeal may be another body's."""
    found: dict[str, Operation] = {}
    for operation in amendment.operations:
        if operation.amends is not None and operation.amends.number and operation.act is not Act.REPEAL:
            found.setdefault(operation.amends.number, operation)
    return list(found.values())
