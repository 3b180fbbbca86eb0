# SPDX-License-Identifier: EUPL-1.2
"""A phone that reports something: bodies and requests as the app sends them, and a look at what lies on the disk."""

import io
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.defects.models import DefectReport
from backend.jobs import scope
from tests.accounts.people import Desk
from tests.conftest import TenantClient
from tests.factories import tenant_id

API = "/api/v1/defects"
SECRET = "ein-langes-geheimnis-vom-telefon"
HERE = {"lat": 52.13981, "lon": 12.59512}  # in the middle of Bad Belzig


def report(**details: Any) -> dict[str, Any]:
    """What the app writes down of a broken lamp."""
    return {
        "category": "licht",
        "description": "Die Laterne vor dem Spielplatz ist dunkel.",
        **HERE,
        "address": "Sandberger Straße 12",
        "answers": {},
        "contact": None,
        "elapsed_ms": 40_000,
    } | details


def bearer(secret: str | None = SECRET) -> dict[str, str]:
    """The header that carries the secret."""
    return {"Authorization": f"Bearer {secret}"} if secret is not None else {}


def submit(
    client: TenantClient,
    report_id: str,
    body: Any = None,
    photos: Sequence[bytes] = (),
    secret: str | None = SECRET,
) -> Any:
    """PUT a report, as JSON or with photos as multipart; gives the answer."""
    raw = body if isinstance(body, bytes) else orjson.dumps(report() if body is None else body)
    if not photos:
        return client.put(f"{API}/{report_id}", data=raw, content_type="application/json", headers=bearer(secret))
    parts = {
        "report": (io.BytesIO(raw), "report.json", "application/json"),
        "photo": [(io.BytesIO(photo), f"{index}.jpg") for index, photo in enumerate(photos)],
    }
    return client.put(f"{API}/{report_id}", data=parts, content_type="multipart/form-data", headers=bearer(secret))


def submitted(client: TenantClient, photos: Sequence[bytes] = (), **details: Any) -> str:
    """A report that has arrived; gives its id."""
    report_id = str(uuid.uuid4())
    answer = submit(client, report_id, report(**details), photos)
    assert answer.status_code == 201, answer.json
    return report_id


def own(client: TenantClient, report_id: str, secret: str | None = SECRET) -> Any:
    """The own view; gives the answer."""
    return client.get(f"{API}/{report_id}/own", headers=bearer(secret))


def deed(
    client: TenantClient, report_id: str, verb: str, body: Any = None, method: str = "POST", secret: str = SECRET
) -> Any:
    """One of the reporter's deeds; gives the answer."""
    return client.open(f"{API}/{report_id}/{verb}", method=method, json=body, headers=bearer(secret))


def add_photo(client: TenantClient, report_id: str, photo: bytes, secret: str = SECRET) -> Any:
    """Send one photo more; gives the answer."""
    parts = {"photo": (io.BytesIO(photo), "noch-eins.jpg")}
    path = f"{API}/{report_id}/photos"
    return client.post(path, data=parts, content_type="multipart/form-data", headers=bearer(secret))


def kept(app: Flask, model: Any = DefectReport, slug: str = "alpha") -> int:
    """How many rows a municipality has."""
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(model.id))) or 0


def private_files(app: Flask, slug: str = "alpha") -> list[Path]:
    """The private files of a municipality."""
    folder = app.extensions["sva.settings"].private_path / str(tenant_id(app, slug))
    return sorted(folder.iterdir()) if folder.exists() else []


def decide(clerk: Desk, report_id: str, status: str, note: str = "Wir kümmern uns.", **more: Any) -> Any:
    """A clerk's step; gives the report as staff see it."""
    seen = clerk.api("GET", f"/defects/{report_id}").json
    body = {"status": status, "note": note} | more
    answer = clerk.api("POST", f"/defects/{report_id}/decision", body, version=seen["version"])
    assert answer.status_code == 200, answer.json
    return answer.json


def row_of(app: Flask, report_id: str) -> DefectReport:
    """The row of a report, detached."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.scalars(select(DefectReport).where(DefectReport.id == uuid.UUID(report_id))).one()
        db.session.expunge(row)
        return row
