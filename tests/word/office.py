"""LibreOffice asked what it makes of redlines: its own accept-all and reject-all, and whose changes it counts."""

from __future__ import annotations

import os
import signal
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from kcdocs.convert.libreoffice import program
from kcdocs.word.package import Allow, open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redlines" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim kept(0) As New com.sun.star.beans.PropertyValue
  kept(0).Name = "FilterName" : kept(0).Value = "MS Word 2007 XML"
  folder = Environ("KCDOCS_REDLINES")
  jobs = FreeFile : Open folder &amp; "/jobs" For Input As #jobs
  told = FreeFile : Open folder &amp; "/told" For Output As #told
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Do While Not Eof(jobs)
    Line Input #jobs, entry
    For Each what In Array("AcceptAllTrackedChanges", "RejectAllTrackedChanges", "")
      document = StarDesktop.loadComponentFromURL("file://" &amp; folder &amp; "/" &amp; entry &amp; ".docx", "_blank", 0, hidden())
      If what = "" Then
        marks = document.Redlines.createEnumeration()
        Do While marks.hasMoreElements()
          mark = marks.nextElement()
          Print #told, entry &amp; Chr(9) &amp; mark.RedlineAuthor &amp; Chr(9) &amp; Words(mark)
        Loop
      Else
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; what, "", 0, Array())
      End If
      document.storeToURL("file://" &amp; folder &amp; "/" &amp; entry &amp; "." &amp; what &amp; ".docx", kept())
      document.close(True)
    Next
  Loop
  Close #told : Close #jobs
  StarDesktop.terminate()
End Sub

Function Words(mark)
  cursor = mark.RedlineStart.Text.createTextCursorByRange(mark.RedlineStart)
  cursor.gotoRange(mark.RedlineEnd, True)
  Words = Join(Split(Join(Split(cursor.String, Chr(10)), ""), Chr(13)), "")
End Function
</script:module>
"""
_COMPARING = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redlines" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim kept(0) As New com.sun.star.beans.PropertyValue
  kept(0).Name = "FilterName" : kept(0).Value = "MS Word 2007 XML"
  Dim other(0) As New com.sun.star.beans.PropertyValue
  folder = Environ("KCDOCS_REDLINES")
  other(0).Name = "URL" : other(0).Value = "file://" &amp; folder &amp; "/old.docx"
  document = StarDesktop.loadComponentFromURL("file://" &amp; folder &amp; "/new.docx", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, other())
  document.storeToURL("file://" &amp; folder &amp; "/made.docx", kept())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>
"""
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_SECONDS = 300
"""Time limit, seconds: a hundred small documents take some twenty."""


@dataclass(frozen=True)
class Answer:
    """What LibreOffice made of one document: the files of both answers and a plain copy.

    `words` is author → how often each character stands in the changes that are theirs, tabs and breaks left out.
    """

    accepted: bytes
    rejected: bytes
    saved: bytes
    words: dict[str, Counter[str]]


def asked(documents: list[bytes]) -> list[Answer]:
    """Ask LibreOffice, all in one start."""
    with TemporaryDirectory(prefix="kcdocs-") as place:
        folder = Path(place)
        _lay(folder, documents)
        _run(folder, _MODULE)
        return [_answer(folder, number) for number in range(len(documents))]


def settled(documents: list[bytes]) -> list[tuple[bytes, bytes]]:
    """Documents with all changes accepted, and with all rejected, by LibreOffice in one start."""
    with TemporaryDirectory(prefix="kcdocs-") as place:
        folder = Path(place)
        _lay(folder, documents)
        _run(folder, _MODULE.replace('"RejectAllTrackedChanges", ""', '"RejectAllTrackedChanges"'))
        sides = ("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
        return [
            tuple((folder / f"{number}.{what}.docx").read_bytes() for what in sides)
            for number in range(len(documents))
        ]


def compared(old: bytes, new: bytes, seconds: float = _SECONDS) -> bytes:
    """LibreOffice's own comparison of two documents, as it saves it."""
    with TemporaryDirectory(prefix="kcdocs-") as place:
        folder = Path(place)
        (folder / "old.docx").write_bytes(old)
        (folder / "new.docx").write_bytes(new)
        _run(folder, _COMPARING, seconds)
        return (folder / "made.docx").read_bytes()


def _lay(folder: Path, documents: list[bytes]) -> None:
    """Lay documents down for a macro that works in a folder."""
    for number, data in enumerate(documents):
        (folder / f"{number}.docx").write_bytes(_without_comments(data))
    (folder / "jobs").write_text("\n".join(map(str, range(len(documents)))), encoding="utf-8")


def _without_comments(data: bytes) -> bytes:
    """A document without the marks of its comments, which neither accepting nor rejecting touches.

    A LibreOffice that is installed without windows ("nogui") lacks the picture of a comment beside the page
    and aborts as soon as it has a moment to draw it: while the next of several documents is loaded.
    """
    package = open_package(data, allow=Allow.ALL)
    root = parse(package.parts[package.main])
    marks = [*root.iter(*(W + name for name in _COMMENT_MARKS))]
    if not marks:
        return data
    for mark in marks:
        mark.getparent().remove(mark)
    return save_package({**package.parts, package.main: etree.tostring(root, encoding="UTF-8")})


def _run(folder: Path, module: str, seconds: float = _SECONDS) -> None:
    """Run a macro that works in a folder."""
    _start(
        folder, "--terminate_after_init", seconds
    )  # makes the profile, and would write over a library there
    basic = folder / "profile/user/basic/Standard"
    (basic / "Redlines.xba").write_text(module, encoding="utf-8")
    (basic / "script.xlb").write_text(
        _LIBRARY.format('<library:element library:name="Redlines"/>'), encoding="utf-8"
    )
    _start(folder, "macro:///Standard.Redlines.Main", seconds)


def _start(folder: Path, what: str, seconds: float) -> None:
    command = [program(), "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", what]
    environment = {
        "KCDOCS_REDLINES": str(folder),
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
    }
    started = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        started.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)  # the script that starts it would leave the program behind
        started.communicate()
        raise


def _answer(folder: Path, number: int) -> Answer:
    made = [
        (folder / f"{number}.{what}.docx").read_bytes()
        for what in ("AcceptAllTrackedChanges", "RejectAllTrackedChanges", "")
    ]
    words: dict[str, Counter[str]] = {}
    for line in (folder / "told").read_text(encoding="utf-8").split("\n"):
        name, author, said = [*line.split("\t", 2), "", ""][:3]
        if name == str(number):
            words.setdefault(author, Counter()).update(characters(said))
    return Answer(*made, words)


def characters(words: str) -> Counter[str]:
    """How often each character stands in words, tabs and breaks left out."""
    return Counter(sign for sign in words if sign not in "\t\n\r\f")
