"""The file around a Word document: its ZIP archive, parts, relations and properties, and their XML.

The door of the room: what other rooms use stands here.
"""

from kcdocs.word.package.docx import Allow, Package, open_package, part_titles, unpack, without_remarks
from kcdocs.word.package.properties import CUSTOM, Property, custom_xml, read_custom, read_properties
from kcdocs.word.package.skeleton import with_custom_part
from kcdocs.word.package.zipping import ZipEntry, archive, entry, unpacked

__all__ = [
    "CUSTOM",
    "Allow",
    "Package",
    "Property",
    "ZipEntry",
    "archive",
    "custom_xml",
    "entry",
    "open_package",
    "part_titles",
    "read_custom",
    "read_properties",
    "unpack",
    "unpacked",
    "with_custom_part",
    "without_remarks",
]
