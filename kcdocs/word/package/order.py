"""Children put where the schema wants them (ISO/IEC 29500-1, annex A)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.wml import W, elements, local, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("pos", "numFmt", "numStart", "numRestart", "footnote", "endnote")
_ORDERS = {
    "sectPr": (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
        *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
        *("titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
    ),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
        *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
        *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
        *("sectPr", "pPrChange"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
        *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
        *("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
        *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    ),
    "settings": (
        *("evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets"),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"),
        *("displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
        *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
        *("drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning"),
        *("characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter"),
        *("noLineBreaksBefore", "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml"),
        *("ignoreMixedContent", "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml"),
        *("saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags"),
        *("alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr"),
        *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade"),
        *("captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId", "chartTrackingRefBased"),
    ),
    "numPr": ("ilvl", "numId", "numberingChange", "ins"),
    "footnotePr": _NOTES,
    "endnotePr": _NOTES,
}


def properties(paragraph: _Element) -> _Element:
    """The properties of a paragraph, made if it has none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.SubElement(paragraph, f"{W}pPr")
        paragraph.insert(0, found)
    return found


def placed(parent: _Element, name: str) -> _Element:
    """The child of that name; made in its place if it is not there.

    Args:
        parent: One of the elements whose order is known here; any other takes it at its end.
        name: The child's name, without namespace.
    """
    found = parent.find(w(name))
    if found is not None:
        return found
    made = etree.SubElement(parent, W + name)
    order = _ORDERS.get(local(parent), ())
    behind = set(order[order.index(name) + 1 :]) if order else set()
    following = next((item for item in elements(parent) if etree.QName(item).localname in behind), None)
    if following is not None:
        following.addprevious(made)
    return made
