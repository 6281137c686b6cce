"""The public face: one typed use case for each thing a user does, and the nouns they take and return.

A use case is a function in the module of its topic: `from kcdocs.api import compare`, then
`compare.compare("cu.docx", "moi.docx")`. A noun stands here: `from kcdocs.api import Comparison`. The rest of
kcdocs may change from one version to the next. `docs/reference/api.md` lists both.

A noun is imported from its room when it is first asked for, so that a program pays for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcdocs.amend.consolidate import AmendingStep
    from kcdocs.amend.plan import Plan
    from kcdocs.amend.write import Article, Written
    from kcdocs.api.amend import AppliedAmendment, Examined
    from kcdocs.api.amend_write import Drafted
    from kcdocs.api.batch import ListedDocument
    from kcdocs.api.check_form import MadeForms
    from kcdocs.api.compare import ComparedWhole
    from kcdocs.api.decrees import Added, ConsolidatedEdition, Fingerprints
    from kcdocs.api.demo import Demonstration
    from kcdocs.api.dossier import BuiltDossier
    from kcdocs.api.forms import EntryForm, FilledForm, SetCard, SetFit
    from kcdocs.api.generate import Produced
    from kcdocs.api.merge import MergedDrafts
    from kcdocs.api.opinions import OpinionEntry
    from kcdocs.api.recognise import Recognised, TextNature
    from kcdocs.api.shelf import OpenedEdition
    from kcdocs.api.show import ShownText
    from kcdocs.api.templates import VersionFacts
    from kcdocs.api.tracked import Audited, Tracked
    from kcdocs.batch.errors import BatchFaultsError
    from kcdocs.batch.order import Order
    from kcdocs.batch.plan import BatchPlan, Skipped
    from kcdocs.batch.production import PlannedDocument
    from kcdocs.batch.proving import BatchProof
    from kcdocs.batch.run import BatchResult, TellStep
    from kcdocs.batch.verifying import DocumentVerdict, Verification
    from kcdocs.decrees.bulk import AddedFiles
    from kcdocs.decrees.changes import FactChange
    from kcdocs.decrees.entries import Edition, StoreEntry
    from kcdocs.decrees.facts import Facts
    from kcdocs.decrees.search import FoundProvision, FoundTexts
    from kcdocs.decrees.shelf import ShelvedEdition, ShelvedInstrument
    from kcdocs.decrees.update import FactsUpdate
    from kcdocs.drafting.amending import WordDocument
    from kcdocs.drafting.basis_words import CitedBases
    from kcdocs.engine.check_report import Report, TemplateFault
    from kcdocs.errors import ExitCode, FindingsError, KcdocsError
    from kcdocs.files import AnyPath
    from kcdocs.keep.backup import BackedUp
    from kcdocs.keep.contents import KeptCounts
    from kcdocs.keep.restore import Restored
    from kcdocs.law.dossiers import Stage
    from kcdocs.law.layout import Profile
    from kcdocs.model.address import Address, Kind, Step
    from kcdocs.model.answer import Answer
    from kcdocs.model.catalogue import Alteration, DocumentClass
    from kcdocs.model.checked_form import CheckedForm
    from kcdocs.model.citation import Citation
    from kcdocs.model.comparison import (
        ChangeClass,
        Commanded,
        Comparison,
        DraftNature,
        Edit,
        Impact,
        Match,
        Outcome,
        Pass,
        PhraseChange,
        QuantityChange,
        QuantityKind,
        Row,
        Unfollowed,
    )
    from kcdocs.model.consolidated import Footnote, Paragraph, Setting
    from kcdocs.model.dossier import CheckedDossier, DossierFinding, ListedPaper
    from kcdocs.model.edition import EditionText, Enacted
    from kcdocs.model.finding import Finding, Place, Severity
    from kcdocs.model.format import Format, FormatNotMadeError
    from kcdocs.model.instrument import Instrument, Node, Reference, Standing, Status, UnclearSpot
    from kcdocs.model.line import Align, Cell, Line, Mark, Note, Source
    from kcdocs.model.merging import DraftClash, DraftWish
    from kcdocs.model.operation import (
        Act,
        Amendment,
        Applied,
        Claim,
        Claimed,
        Consolidation,
        Operation,
        Origin,
        Part,
        PartKind,
        Side,
        Spared,
        Verdict,
    )
    from kcdocs.model.opinion import (
        Opinion,
        OpinionAnswer,
        OpinionCounts,
        OpinionKind,
        OpinionRow,
        OpinionTable,
        Returned,
        Voice,
    )
    from kcdocs.model.proof import ChangedClause, Difference, DifferenceKind, Disagreement, Proof
    from kcdocs.model.revisions import Revisions
    from kcdocs.model.span import Span
    from kcdocs.register.nouns import BookOverview, HeldBlock, Number, RegisterPlace, Series, State
    from kcdocs.report.chain import Chain, Stroke
    from kcdocs.report.explaining import Explainable, Explanation
    from kcdocs.report.selection import Selection
    from kcdocs.report.strands import Strand
    from kcdocs.sets.adopt import Begun
    from kcdocs.sets.difference import VersionDifference
    from kcdocs.sets.errors import ContractError
    from kcdocs.sets.form_fields import AskedWhile, Control, FormField
    from kcdocs.sets.parcel import TakenIn
    from kcdocs.sets.proof import Provenance
    from kcdocs.sets.renew import Renewed
    from kcdocs.sources.options import Options
    from kcdocs.text.legacy import Encoding
    from kcdocs.word.write.tagging import MergeName, Tagged

__all__ = [
    "Act",
    "Added",
    "AddedFiles",
    "Address",
    "Align",
    "Alteration",
    "AmendingStep",
    "Amendment",
    "Answer",
    "AnyPath",
    "Applied",
    "AppliedAmendment",
    "Article",
    "AskedWhile",
    "Audited",
    "BackedUp",
    "BatchFaultsError",
    "BatchPlan",
    "BatchProof",
    "BatchResult",
    "Begun",
    "BookOverview",
    "BuiltDossier",
    "Cell",
    "Chain",
    "ChangeClass",
    "ChangedClause",
    "CheckedDossier",
    "CheckedForm",
    "Citation",
    "CitedBases",
    "Claim",
    "Claimed",
    "Commanded",
    "ComparedWhole",
    "Comparison",
    "ConsolidatedEdition",
    "Consolidation",
    "ContractError",
    "Control",
    "Demonstration",
    "Difference",
    "DifferenceKind",
    "Disagreement",
    "DocumentClass",
    "DocumentVerdict",
    "DossierFinding",
    "DraftClash",
    "DraftNature",
    "DraftWish",
    "Drafted",
    "Edit",
    "Edition",
    "EditionText",
    "Enacted",
    "Encoding",
    "EntryForm",
    "Examined",
    "ExitCode",
    "Explainable",
    "Explanation",
    "FactChange",
    "Facts",
    "FactsUpdate",
    "FilledForm",
    "Finding",
    "FindingsError",
    "Fingerprints",
    "Footnote",
    "FormField",
    "Format",
    "FormatNotMadeError",
    "FoundProvision",
    "FoundTexts",
    "HeldBlock",
    "Impact",
    "Instrument",
    "KcdocsError",
    "KeptCounts",
    "Kind",
    "Line",
    "ListedDocument",
    "ListedPaper",
    "MadeForms",
    "Mark",
    "Match",
    "MergeName",
    "MergedDrafts",
    "Node",
    "Note",
    "Number",
    "OpenedEdition",
    "Operation",
    "Opinion",
    "OpinionAnswer",
    "OpinionCounts",
    "OpinionEntry",
    "OpinionKind",
    "OpinionRow",
    "OpinionTable",
    "Options",
    "Order",
    "Origin",
    "Outcome",
    "Paragraph",
    "Part",
    "PartKind",
    "Pass",
    "PhraseChange",
    "Place",
    "Plan",
    "PlannedDocument",
    "Produced",
    "Profile",
    "Proof",
    "Provenance",
    "QuantityChange",
    "QuantityKind",
    "Recognised",
    "Reference",
    "RegisterPlace",
    "Renewed",
    "Report",
    "Restored",
    "Returned",
    "Revisions",
    "Row",
    "Selection",
    "Series",
    "SetCard",
    "SetFit",
    "Setting",
    "Severity",
    "ShelvedEdition",
    "ShelvedInstrument",
    "ShownText",
    "Side",
    "Skipped",
    "Source",
    "Span",
    "Spared",
    "Stage",
    "Standing",
    "State",
    "Status",
    "Step",
    "StoreEntry",
    "Strand",
    "Stroke",
    "Tagged",
    "TakenIn",
    "TellStep",
    "TemplateFault",
    "TextNature",
    "Tracked",
    "UnclearSpot",
    "Unfollowed",
    "Verdict",
    "Verification",
    "VersionDifference",
    "VersionFacts",
    "Voice",
    "WordDocument",
    "Written",
]

_HOMES = {
    "kcdocs.amend.consolidate": ("AmendingStep",),
    "kcdocs.amend.plan": ("Plan",),
    "kcdocs.amend.write": (
        "Article",
        "Written",
    ),
    "kcdocs.api.amend": (
        "AppliedAmendment",
        "Examined",
    ),
    "kcdocs.api.amend_write": ("Drafted",),
    "kcdocs.api.batch": ("ListedDocument",),
    "kcdocs.api.decrees": ("Added", "ConsolidatedEdition", "Fingerprints"),
    "kcdocs.api.check_form": ("MadeForms",),
    "kcdocs.api.compare": ("ComparedWhole",),
    "kcdocs.api.tracked": ("Audited", "Tracked"),
    "kcdocs.api.demo": ("Demonstration",),
    "kcdocs.api.dossier": ("BuiltDossier",),
    "kcdocs.api.forms": ("EntryForm", "FilledForm", "SetCard", "SetFit"),
    "kcdocs.api.generate": ("Produced",),
    "kcdocs.api.shelf": ("OpenedEdition",),
    "kcdocs.api.show": ("ShownText",),
    "kcdocs.api.templates": ("VersionFacts",),
    "kcdocs.api.merge": ("MergedDrafts",),
    "kcdocs.api.opinions": ("OpinionEntry",),
    "kcdocs.api.recognise": ("Recognised", "TextNature"),
    "kcdocs.batch.errors": ("BatchFaultsError",),
    "kcdocs.batch.order": ("Order",),
    "kcdocs.batch.plan": (
        "BatchPlan",
        "Skipped",
    ),
    "kcdocs.batch.production": ("PlannedDocument",),
    "kcdocs.batch.proving": ("BatchProof",),
    "kcdocs.batch.run": ("BatchResult", "TellStep"),
    "kcdocs.batch.verifying": (
        "DocumentVerdict",
        "Verification",
    ),
    "kcdocs.decrees.facts": ("Facts",),
    "kcdocs.decrees.entries": (
        "Edition",
        "StoreEntry",
    ),
    "kcdocs.decrees.bulk": ("AddedFiles",),
    "kcdocs.decrees.changes": ("FactChange",),
    "kcdocs.decrees.search": ("FoundProvision", "FoundTexts"),
    "kcdocs.decrees.shelf": ("ShelvedEdition", "ShelvedInstrument"),
    "kcdocs.decrees.update": ("FactsUpdate",),
    "kcdocs.drafting.amending": ("WordDocument",),
    "kcdocs.drafting.basis_words": ("CitedBases",),
    "kcdocs.engine.check_report": ("Report", "TemplateFault"),
    "kcdocs.errors": (
        "ExitCode",
        "FindingsError",
        "KcdocsError",
    ),
    "kcdocs.files": ("AnyPath",),
    "kcdocs.keep.backup": ("BackedUp",),
    "kcdocs.keep.contents": ("KeptCounts",),
    "kcdocs.keep.restore": ("Restored",),
    "kcdocs.law.dossiers": ("Stage",),
    "kcdocs.law.layout": ("Profile",),
    "kcdocs.model.address": (
        "Address",
        "Kind",
        "Step",
    ),
    "kcdocs.model.answer": ("Answer",),
    "kcdocs.model.catalogue": (
        "Alteration",
        "DocumentClass",
    ),
    "kcdocs.model.checked_form": ("CheckedForm",),
    "kcdocs.model.dossier": ("CheckedDossier", "DossierFinding", "ListedPaper"),
    "kcdocs.model.citation": ("Citation",),
    "kcdocs.model.comparison": (
        "ChangeClass",
        "Commanded",
        "Comparison",
        "DraftNature",
        "Edit",
        "Impact",
        "Match",
        "Outcome",
        "Pass",
        "PhraseChange",
        "QuantityChange",
        "QuantityKind",
        "Row",
        "Unfollowed",
    ),
    "kcdocs.model.consolidated": (
        "Footnote",
        "Paragraph",
        "Setting",
    ),
    "kcdocs.model.edition": (
        "EditionText",
        "Enacted",
    ),
    "kcdocs.model.finding": (
        "Finding",
        "Place",
        "Severity",
    ),
    "kcdocs.model.format": (
        "Format",
        "FormatNotMadeError",
    ),
    "kcdocs.model.instrument": (
        "UnclearSpot",
        "Instrument",
        "Node",
        "Reference",
        "Standing",
        "Status",
    ),
    "kcdocs.model.line": (
        "Align",
        "Cell",
        "Line",
        "Mark",
        "Note",
        "Source",
    ),
    "kcdocs.model.operation": (
        "Act",
        "Amendment",
        "Applied",
        "Claim",
        "Claimed",
        "Consolidation",
        "Operation",
        "Origin",
        "Part",
        "PartKind",
        "Side",
        "Spared",
        "Verdict",
    ),
    "kcdocs.model.merging": ("DraftClash", "DraftWish"),
    "kcdocs.model.opinion": (
        "Opinion",
        "OpinionAnswer",
        "OpinionCounts",
        "OpinionKind",
        "OpinionRow",
        "OpinionTable",
        "Returned",
        "Voice",
    ),
    "kcdocs.model.proof": (
        "ChangedClause",
        "Difference",
        "DifferenceKind",
        "Disagreement",
        "Proof",
    ),
    "kcdocs.model.revisions": ("Revisions",),
    "kcdocs.model.span": ("Span",),
    "kcdocs.register.nouns": (
        "BookOverview",
        "HeldBlock",
        "RegisterPlace",
        "Number",
        "Series",
        "State",
    ),
    "kcdocs.report.chain": (
        "Chain",
        "Stroke",
    ),
    "kcdocs.report.explaining": ("Explainable", "Explanation"),
    "kcdocs.report.selection": ("Selection",),
    "kcdocs.report.strands": ("Strand",),
    "kcdocs.sets.adopt": ("Begun",),
    "kcdocs.sets.difference": ("VersionDifference",),
    "kcdocs.sets.parcel": ("TakenIn",),
    "kcdocs.sets.renew": ("Renewed",),
    "kcdocs.word.write.tagging": ("MergeName", "Tagged"),
    "kcdocs.sets.errors": ("ContractError",),
    "kcdocs.sets.form_fields": ("AskedWhile", "Control", "FormField"),
    "kcdocs.sets.proof": ("Provenance",),
    "kcdocs.sources.options": ("Options",),
    "kcdocs.text.legacy": ("Encoding",),
}
"""Room of each noun: as above, for the running program."""

_HOME = {noun: home for home, nouns in _HOMES.items() for noun in nouns}


if not TYPE_CHECKING:  # a checker knows the nouns from above, and should tell of a name that is none of them

    def __getattr__(name: str) -> object:
        """The noun of that name, from its room."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
        return getattr(import_module(_HOME[name]), name)
