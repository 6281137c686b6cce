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
    from kcdocs.amend.consolidate import AmendingStep as AmendingStep
    from kcdocs.amend.plan import Plan as Plan
    from kcdocs.amend.write import Article as Article, Written as Written
    from kcdocs.api.amend import AppliedAmendment as AppliedAmendment, Examined as Examined
    from kcdocs.api.amend_write import Drafted as Drafted
    from kcdocs.api.batch import ListedDocument as ListedDocument
    from kcdocs.api.check_form import MadeForms as MadeForms
    from kcdocs.api.compare import ComparedWhole as ComparedWhole
    from kcdocs.api.decrees import (
        Added as Added,
        ConsolidatedEdition as ConsolidatedEdition,
        Fingerprints as Fingerprints,
        VerifiedInstrument as VerifiedInstrument,
    )
    from kcdocs.api.demo import Demonstration as Demonstration
    from kcdocs.api.dossier import BuiltDossier as BuiltDossier
    from kcdocs.api.dossier_forms import (
        DossierForm as DossierForm,
        MadeDossier as MadeDossier,
        PaperForm as PaperForm,
    )
    from kcdocs.api.forms import (
        EntryForm as EntryForm,
        FilledForm as FilledForm,
        SetCard as SetCard,
        SetFit as SetFit,
    )
    from kcdocs.api.generate import Produced as Produced
    from kcdocs.api.merge import MergedDrafts as MergedDrafts
    from kcdocs.api.opinions import OpinionEntry as OpinionEntry
    from kcdocs.api.recognise import Recognised as Recognised, TextNature as TextNature
    from kcdocs.api.shelf import OpenedEdition as OpenedEdition
    from kcdocs.api.show import ShownText as ShownText
    from kcdocs.api.templates import VersionFacts as VersionFacts
    from kcdocs.api.tracked import Audited as Audited, Tracked as Tracked
    from kcdocs.batch.errors import BatchFaultsError as BatchFaultsError
    from kcdocs.batch.order import Order as Order
    from kcdocs.batch.plan import BatchPlan as BatchPlan, Skipped as Skipped
    from kcdocs.batch.production import PlannedDocument as PlannedDocument
    from kcdocs.batch.proving import BatchProof as BatchProof
    from kcdocs.batch.run import BatchResult as BatchResult, TellStep as TellStep
    from kcdocs.batch.verifying import DocumentVerdict as DocumentVerdict, Verification as Verification
    from kcdocs.decrees.bulk import AddedFiles as AddedFiles
    from kcdocs.decrees.changes import FactChange as FactChange
    from kcdocs.decrees.entries import Edition as Edition, StoreEntry as StoreEntry
    from kcdocs.decrees.facts import Facts as Facts
    from kcdocs.decrees.listing import ListedInstrument as ListedInstrument
    from kcdocs.decrees.search import FoundProvision as FoundProvision, FoundTexts as FoundTexts
    from kcdocs.decrees.shelf import ShelvedEdition as ShelvedEdition, ShelvedInstrument as ShelvedInstrument
    from kcdocs.decrees.state import EditionState as EditionState
    from kcdocs.decrees.update import FactsUpdate as FactsUpdate
    from kcdocs.drafting.amending import WordDocument as WordDocument
    from kcdocs.drafting.basis_words import CitedBases as CitedBases
    from kcdocs.engine.check_report import Report as Report, TemplateFault as TemplateFault
    from kcdocs.errors import ExitCode as ExitCode, FindingsError as FindingsError, KcdocsError as KcdocsError
    from kcdocs.files import AnyPath as AnyPath
    from kcdocs.keep.backup import BackedUp as BackedUp
    from kcdocs.keep.contents import KeptCounts as KeptCounts
    from kcdocs.keep.restore import BackupOutlook as BackupOutlook, Restored as Restored
    from kcdocs.law.dossiers import Stage as Stage
    from kcdocs.law.layout import Profile as Profile
    from kcdocs.model.address import Address as Address, Kind as Kind, Step as Step
    from kcdocs.model.answer import Answer as Answer
    from kcdocs.model.catalogue import Alteration as Alteration, DocumentClass as DocumentClass
    from kcdocs.model.checked_form import CheckedForm as CheckedForm
    from kcdocs.model.citation import Citation as Citation
    from kcdocs.model.comparison import (
        ChangeClass as ChangeClass,
        Commanded as Commanded,
        Comparison as Comparison,
        DraftNature as DraftNature,
        Edit as Edit,
        Impact as Impact,
        Match as Match,
        Outcome as Outcome,
        Pass as Pass,
        PhraseChange as PhraseChange,
        QuantityChange as QuantityChange,
        QuantityKind as QuantityKind,
        Row as Row,
        Unfollowed as Unfollowed,
    )
    from kcdocs.model.consolidated import Footnote as Footnote, Paragraph as Paragraph, Setting as Setting
    from kcdocs.model.dossier import (
        CheckedDossier as CheckedDossier,
        DossierFinding as DossierFinding,
        ListedPaper as ListedPaper,
    )
    from kcdocs.model.edition import EditionText as EditionText, Enacted as Enacted
    from kcdocs.model.finding import Finding as Finding, Place as Place, Severity as Severity
    from kcdocs.model.format import Format as Format, FormatNotMadeError as FormatNotMadeError
    from kcdocs.model.instrument import (
        Instrument as Instrument,
        Node as Node,
        Reference as Reference,
        Standing as Standing,
        Status as Status,
        UnclearSpot as UnclearSpot,
    )
    from kcdocs.model.line import (
        Align as Align,
        Cell as Cell,
        Line as Line,
        Mark as Mark,
        Note as Note,
        Source as Source,
    )
    from kcdocs.model.merging import DraftClash as DraftClash, DraftWish as DraftWish
    from kcdocs.model.operation import (
        Act as Act,
        Amendment as Amendment,
        Applied as Applied,
        Claim as Claim,
        Claimed as Claimed,
        Consolidation as Consolidation,
        Operation as Operation,
        Origin as Origin,
        Part as Part,
        PartKind as PartKind,
        Side as Side,
        Spared as Spared,
        Verdict as Verdict,
    )
    from kcdocs.model.opinion import (
        Opinion as Opinion,
        OpinionAnswer as OpinionAnswer,
        OpinionCounts as OpinionCounts,
        OpinionKind as OpinionKind,
        OpinionRow as OpinionRow,
        OpinionTable as OpinionTable,
        Returned as Returned,
        Voice as Voice,
    )
    from kcdocs.model.proof import (
        ChangedClause as ChangedClause,
        Difference as Difference,
        DifferenceKind as DifferenceKind,
        Disagreement as Disagreement,
        Proof as Proof,
    )
    from kcdocs.model.revisions import Revisions as Revisions
    from kcdocs.model.span import Span as Span
    from kcdocs.register.nouns import (
        BookOverview as BookOverview,
        HeldBlock as HeldBlock,
        Number as Number,
        RegisterPlace as RegisterPlace,
        Series as Series,
        State as State,
    )
    from kcdocs.report.chain import Chain as Chain, Stroke as Stroke
    from kcdocs.report.explaining import Explainable as Explainable, Explanation as Explanation
    from kcdocs.report.selection import Selection as Selection
    from kcdocs.report.strands import Strand as Strand
    from kcdocs.sets.adopt import Begun as Begun
    from kcdocs.sets.difference import VersionDifference as VersionDifference
    from kcdocs.sets.errors import ContractError as ContractError
    from kcdocs.sets.form_fields import AskedWhile as AskedWhile, Control as Control, FormField as FormField
    from kcdocs.sets.parcel import TakenIn as TakenIn
    from kcdocs.sets.proof import Provenance as Provenance
    from kcdocs.sets.renew import Renewed as Renewed
    from kcdocs.sources.options import Options as Options
    from kcdocs.text.legacy import Encoding as Encoding
    from kcdocs.word.write.tagging import MergeName as MergeName, Tagged as Tagged

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
    "kcdocs.api.decrees": ("Added", "ConsolidatedEdition", "Fingerprints", "VerifiedInstrument"),
    "kcdocs.api.check_form": ("MadeForms",),
    "kcdocs.api.compare": ("ComparedWhole",),
    "kcdocs.api.tracked": ("Audited", "Tracked"),
    "kcdocs.api.demo": ("Demonstration",),
    "kcdocs.api.dossier": ("BuiltDossier",),
    "kcdocs.api.dossier_forms": ("DossierForm", "MadeDossier", "PaperForm"),
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
    "kcdocs.decrees.listing": ("ListedInstrument",),
    "kcdocs.decrees.search": ("FoundProvision", "FoundTexts"),
    "kcdocs.decrees.shelf": ("ShelvedEdition", "ShelvedInstrument"),
    "kcdocs.decrees.state": ("EditionState",),
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
    "kcdocs.keep.restore": ("BackupOutlook", "Restored"),
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

__all__ = sorted(_HOME)  # noqa: PLE0605 - a checker has the names from above


if not TYPE_CHECKING:  # a checker knows the nouns from above, and should tell of a name that is none of them

    def __getattr__(name: str) -> object:
        """The noun of that name, from its room."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
        return getattr(import_module(_HOME[name]), name)
