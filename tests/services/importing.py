# SPDX-License-Identifier: EUPL-1.2
"""Sources of services for tests: rows, messages in the folder for imports, one run."""

import uuid
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.importing import Report
from backend.jobs import scope
from backend.services.importing import IMPORTER
from backend.services.models import Origin, Service, ServiceSource
from tests.factories import tenant_id
from tests.services.messages import message, module, office, online, responsibility, service

DOG = "99102013104000"
TEXT = module("06", "<p>Wer einen Hund hält, meldet ihn an.</p>")
HUND = service("1", "Hund anmelden (Stadt)", TEXT, leika=DOG)
AMT = office("o", "Steueramt")
ANTRAG = online("d", "Hund online anmelden", "https://service.brandenburg.de/hund?ars={ars}")
WHO = responsibility("z1", "1", "o")
WHERE = responsibility("z2", "1", "d", kind="onlinedienst")
ALL = (WHO, WHERE, HUND, AMT, ANTRAG)  # what is referred to comes later


def make_source(app: Flask, url: str, slug: str = "alpha", **details: Any) -> uuid.UUID:
    """A source of a municipality; gives its id."""
    values: dict[str, Any] = {"kind": Origin.XZUFI, "key": "land", "name": "Zuständigkeitsfinder", "settings": {}}
    with scope(app, tenant_id(app, slug)):
        source = ServiceSource(url=url, **values | details)
        db.session.add(source)
        db.session.flush()
        return source.id


def put(settings: Settings, *objects: str, name: str = "land.xml") -> str:
    """A message in the operator's folder; gives its path in there."""
    settings.imports_path.mkdir(exist_ok=True)
    (settings.imports_path / name).write_bytes(message(*objects))
    return name


def run(app: Flask, source_id: uuid.UUID, slug: str = "alpha") -> Report:
    """One run of the import."""
    with scope(app, tenant_id(app, slug), write=False):
        return IMPORTER.run(source_id)


def numbers(report: Report) -> tuple[int, int, int, int]:
    """What a run added, updated, left and removed."""
    assert report.error is None, report.error
    return report.added, report.updated, report.same, report.removed


def services(app: Flask, slug: str = "alpha") -> dict[str, Service]:
    """The entries of a municipality by their titles."""
    with scope(app, tenant_id(app, slug), write=False):
        found = {row.title: row for row in db.session.scalars(select(Service))}
        db.session.expunge_all()
        return found


def state(app: Flask, source_id: uuid.UUID, slug: str = "alpha") -> ServiceSource:
    """The row of a source."""
    with scope(app, tenant_id(app, slug), write=False):
        row = db.session.scalars(select(ServiceSource).where(ServiceSource.id == source_id)).one()
        db.session.expunge_all()
        return row


def count(app: Flask, model: Any, slug: str = "alpha") -> int:
    """How many rows of a kind a municipality has."""
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(model.id))) or 0
