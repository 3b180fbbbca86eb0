# SPDX-License-Identifier: EUPL-1.2
"""Tenant files for tests."""

from pathlib import Path

from backend.tenants.tenant_file import BadFile, Plan, check

MINIMAL = 'ags = "12069020"\n'
OUTSIDE = """\
ags = "14522180"
name = "Hainichen"
kind = "Stadt"
ars = "145220180180"
postcode = "09661"
latitude = 50.9697
longitude = 13.1225
"""


def write(folder: Path, text: str | bytes, name: str = "ort.toml") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def plan_of(folder: Path, text: str) -> Plan:
    """The plan of a good file."""
    return check(write(folder, text))


def mistakes(folder: Path, text: str | bytes) -> list[tuple[int, str, str]]:
    """(line, key, message) of everything that is wrong."""
    try:
        check(write(folder, text))
    except BadFile as error:
        return [(finding.line, finding.key, finding.message) for finding in error.findings]
    return []
