"""The list of packages that a release carries, as CycloneDX 1.6 (ECMA-424) in JSON.

Made from the ZIPs themselves: docs/decisions/0018-release.md says why by ourselves.
"""

from __future__ import annotations

import json
import tomllib
import uuid
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bundle import ROOT, digest, pins
from dated import moment
from licences import licensed, needs
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Json = dict[str, Any]
"""An object of the document."""


def document(version: str, zips: Iterable[Path]) -> str:
    """The whole document.

    Args:
        version: That of kcdocs.
        zips: What is handed out.
    """
    wheels = [wheel for path in zips for wheel in _wheels(path)]
    libraries = {canonicalize_name(pin.wanted.name): str(pin.wanted.specifier)[2:] for pin in pins()}
    components = [_component(name, libraries[name], wheels) for name in sorted(libraries)]
    program = _named("kcdocs", version, "Apache-2.0") | {"type": "application"}
    made: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": f"{moment():%Y-%m-%dT%H:%M:%SZ}", "component": program},
        "components": components,
        "dependencies": _dependencies({**libraries, "kcdocs": version}),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(made, sort_keys=True))
    return json.dumps(made | {"serialNumber": f"urn:uuid:{serial}"}, indent=2, ensure_ascii=False) + "\n"


def _wheels(path: Path) -> list[tuple[str, Json]]:
    """Each wheel of a ZIP: the package, and where it lies with its sum."""
    with zipfile.ZipFile(path) as archive:
        return [
            (
                canonicalize_name(name.rpartition("/")[2].partition("-")[0]),
                {
                    "type": "distribution",
                    "url": f"{path.name}#{name}",
                    "hashes": [{"alg": "SHA-256", "content": digest(archive.read(name))}],
                },
            )
            for name in archive.namelist()
            if name.endswith(".whl")
        ]


def _component(name: str, version: str, wheels: Iterable[tuple[str, Json]]) -> Json:
    (facts,) = licensed([name])
    files = [wheel for package, wheel in wheels if package == name]
    return _named(name, version, facts.licence) | {"externalReferences": files}


def _named(name: str, version: str, licence: str) -> Json:
    compound = " " in licence
    return {
        "type": "library",
        "bom-ref": _reference(name, version),
        "name": name,
        "version": version,
        "licenses": [{"expression": licence} if compound else {"license": {"id": licence}}],
        "purl": _reference(name, version),
    }


def _reference(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _dependencies(versions: dict[str, str]) -> list[Json]:
    """Which package needs which, among those that are carried."""
    return [
        {
            "ref": _reference(name, version),
            "dependsOn": [_reference(other, versions[other]) for other in _needed(name) if other in versions],
        }
        for name, version in sorted(versions.items())
    ]


def _needed(name: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = map(Requirement, project["dependencies"]) if name == "kcdocs" else needs(name)
    return sorted({canonicalize_name(item.name) for item in wanted})
