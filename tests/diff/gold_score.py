"""Counts of what a comparison got right, against the truth of a gold case."""

from __future__ import annotations

from collections import Counter

from gold import Case

from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import ChangeClass, Comparison, Outcome, Pass, Row

_SUBSTANCE = {ChangeClass.SUBSTANCE, ChangeClass.PHRASE}
_BROKEN = {Outcome.DANGLING, Outcome.RETARGETED, Outcome.MISSED, Outcome.AMBIGUOUS}


def score(case: Case, found: Comparison) -> tuple[Counter[str], list[str]]:
    """Count hits and slips.

    Returns:
        Counts ("pair hit", "pair missed", "pair wrong", …) and a line for each slip.
    """
    scorer = _Scorer(case, found)
    for check in (scorer.pairs, scorer.moves, scorer.map, scorer.groups, scorer.marks, scorer.references):
        check()
    return scorer.counts, scorer.slips


class _Scorer:
    def __init__(self, case: Case, found: Comparison) -> None:
        self.case, self.found = case, found
        self.counts: Counter[str] = Counter()
        self.slips: list[str] = []
        self.old_uid = {address: uid for uid, address in case.old_at.items()}
        self.new_uid = {address: uid for uid, address in case.new_at.items()}
        self.row_of_new = {node.address: row for row in found.rows for node in row.news}
        self.row_of_old = {node.address: row for row in found.rows for node in row.olds}

    def count(self, name: str, hit: bool, what: object) -> None:
        self.counts[f"{name} {'hit' if hit else 'slip'}"] += 1
        if not hit:
            self.slips.append(f"{name}: {what}")

    def true_pairs(self) -> set[tuple[Address, Address]]:
        case, truth = self.case, self.case.truth
        pairs = {(old, case.new_at[uid]) for uid, old in case.old_at.items() if uid in case.new_at}
        pairs |= {(case.old_at[a], case.new_at[b]) for a, b in truth.splits.items()}
        return pairs | {(case.old_at[a], case.new_at[b]) for a, b in truth.merges.items()}

    def pairs(self) -> None:
        rows = self.found.rows
        found = {(old.address, new.address) for row in rows for old in row.olds for new in row.news}
        true = self.true_pairs()
        for kind, name in ((Kind.ARTICLE, "article"), (Kind.CLAUSE, "clause"), (Kind.POINT, "point")):
            for pair in true:
                if pair[0].kind is kind:
                    self.count(f"{name} recall", pair in found, pair_text(pair))
            for pair in found:
                if pair[0].kind is kind:
                    self.count(f"{name} precision", pair in true, pair_text(pair))

    def moved(self, uid: int) -> bool:
        return ChangeClass.MOVED in self.row_of_new[self.case.new_at[uid]].changes

    def moves(self) -> None:
        truth = self.case.truth
        for name, uids in (
            ("move", truth.moved),
            ("edited move", truth.moved_edited),
            ("clause move", truth.clause_moves),
        ):
            for uid in uids:
                self.count(name, self.moved(uid), uid)
        for pair in truth.swaps:
            self.count("swap", any(map(self.moved, pair)), pair)
        real = (
            truth.moved
            | truth.moved_edited
            | truth.clause_moves
            | {uid for pair in truth.swaps for uid in pair}
        )
        for row in self.found.rows:
            if ChangeClass.MOVED in row.changes and row.match and row.match.sure:
                uid = self.new_uid[row.news[0].address]
                self.count("true move", uid in real, str(row.address))

    def map(self) -> None:
        doubted = {
            (row.olds[0].address, row.news[0].address)
            for row in self.found.rows
            if row.match and row.match.by is Pass.MOVED and not row.match.sure
        }
        found = set(self.found.moves)
        for pair in self.true_pairs():
            if pair[0] != pair[1]:
                self.count("renumber", pair in found, pair_text(pair))
        for pair in found - doubted:
            self.count("renumber precision", pair in self.true_pairs(), pair_text(pair))

    def groups(self) -> None:
        case = self.case
        for first, second in case.truth.splits.items():
            row = self.row_of_old[case.old_at[first]]
            news = {node.address for node in row.news}
            hit = ChangeClass.SPLIT in row.changes and news == {case.new_at[first], case.new_at[second]}
            self.count("split", hit, case.old_at[first])
        for second, first in case.truth.merges.items():
            row = self.row_of_new[case.new_at[first]]
            olds = {node.address for node in row.olds}
            hit = ChangeClass.MERGED in row.changes and olds == {case.old_at[first], case.old_at[second]}
            self.count("merge", hit, case.new_at[first])
        for row in self.found.rows:
            if ChangeClass.SPLIT in row.changes:
                self.count("true split", self.old_uid[row.olds[0].address] in case.truth.splits, row.address)
            if ChangeClass.MERGED in row.changes:
                self.count(
                    "true merge", self.new_uid[row.news[0].address] in case.truth.merges.values(), row.address
                )

    def marks(self) -> None:
        """Followed references and new labels are technical; nothing else is taken for less than it is."""
        case = self.case
        grouped = {*case.truth.splits, *case.truth.splits.values(), *case.truth.merges.values()}
        for row in self.found.rows:
            if not row.olds or not row.news or self.new_uid[row.news[0].address] in grouped:
                continue
            followed = [span for span, outcome in self.outcomes_in(row) if outcome is Outcome.FOLLOWED]
            for edit in row.edits:
                if edit.change not in {None, *_SUBSTANCE}:
                    known = any(
                        span.start <= edit.new.start and edit.new.end <= span.end for span in followed
                    )
                    self.count("lesser mark true", known, edit.new.of(row.new_text))
            for span in followed:
                marked = [edit for edit in row.edits if edit.change and overlap(edit.new, span)]
                hit = all(edit.change is ChangeClass.TECHNICAL for edit in marked) and bool(marked)
                self.count("consequence", hit, span.of(row.new_text))
            if row.olds[0].label != row.news[0].label:
                self.count("consequence", ChangeClass.TECHNICAL in row.changes, row.address)
            edited = self.new_uid[row.news[0].address] in case.truth.edited
            turned = any(outcome is Outcome.RETARGETED for _, outcome in self.outcomes_in(row))
            if edited or not turned:
                marked_so = bool(_SUBSTANCE & set(row.changes))
                self.count("substance", edited == marked_so, f"{row.address} {row.old_text} → {row.new_text}")

    def outcomes_in(self, row: Row) -> list[tuple[object, Outcome]]:
        node = row.news[0]
        keyed = (
            (reference.span, (node.address, reference.span.of(node.text))) for reference in node.references
        )
        return [(span, self.case.outcomes[key]) for span, key in keyed if key in self.case.outcomes]

    def references(self) -> None:
        true = {(*key, outcome) for key, outcome in self.case.outcomes.items()}
        found = {(impact.address, impact.words, impact.outcome) for impact in self.found.impacts}
        for item in true | found:
            kind = "broken reference" if item[2] in _BROKEN else "followed reference"
            where = f"{item[0]} {item[1]!r} {item[2]}: {'not found' if item in true else 'not true'}"
            self.count(kind, item in true and item in found, where)


def overlap(one, other) -> bool:
    return one.start < other.end and other.start < one.end


def pair_text(pair: tuple[Address, Address]) -> str:
    return f"{pair[0]} → {pair[1]}"
