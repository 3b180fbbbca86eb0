# SPDX-License-Identifier: EUPL-1.2
"""The database itself keeps the reports of municipalities apart: no row hangs on another one's report."""

import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from backend.db import Base, TenantOwned, db
from backend.defects import models
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import Audience, EntryKind
from backend.jobs import scope
from tests.defects.reports import NOW, make_defect
from tests.factories import tenant_id

CHILDREN: dict[str, dict[str, Any]] = {
    "DefectContact": {"sealed": "x", "delete_at": NOW},
    "DefectPhoto": {"source_hash": "x", "hash": "x", "width": 1, "height": 1, "widths": "1", "added_at": NOW},
    "DefectEntry": {"at": NOW, "kind": EntryKind.NOTE, "audience": Audience.INTERNAL},
    "DefectSupport": {"device_digest": "x"},
    "DefectFlag": {"reason": "other", "at": NOW, "device_digest": "x"},
}


def ours() -> list[type[Any]]:
    return [one.class_ for one in Base.registry.mappers if one.class_.__module__ == models.__name__]


def test_every_row_of_the_reporter_belongs_to_a_municipality() -> None:
    assert len(ours()) == 10
    assert all(issubclass(model, TenantOwned) for model in ours())


def test_every_foreign_key_carries_the_municipality(app: Flask) -> None:
    with app.app_context():
        tables = [inspect(db.engine).get_foreign_keys(model.__tablename__) for model in ours()]
    for key in (key for keys in tables for key in keys):
        columns = key["constrained_columns"]
        assert columns[0] == "tenant_id" or key["referred_table"] == "staff_account", key


@pytest.mark.parametrize("name", CHILDREN)
def test_nothing_hangs_on_the_report_of_another_municipality(app: Flask, name: str) -> None:
    foreign = make_defect(app, "beta")
    with pytest.raises(IntegrityError), scope(app, tenant_id(app, "alpha")):
        db.session.add(getattr(models, name)(report_id=foreign, **CHILDREN[name]))


@pytest.mark.parametrize("parent", ["category_id", "master_id"])
def test_a_report_has_no_parent_in_another_municipality(app: Flask, parent: str) -> None:
    mine, foreign = make_defect(app), make_defect(app, "beta")
    with scope(app, tenant_id(app, "beta"), write=False):
        category = db.session.scalars(select(DefectCategory.id)).one()
    with pytest.raises(IntegrityError), scope(app, tenant_id(app, "alpha")):
        setattr(db.session.get_one(DefectReport, mine), parent, foreign if parent == "master_id" else category)


def test_a_report_takes_along_what_belongs_to_it(app: Flask) -> None:
    report = make_defect(app, notes=("Kommt.",), photos=2)
    with scope(app, tenant_id(app, "alpha")):
        for name, values in CHILDREN.items():
            db.session.add(getattr(models, name)(report_id=report, **values))
        db.session.flush()
        db.session.delete(db.session.get_one(DefectReport, report))
        db.session.flush()
        assert [len(db.session.scalars(select(getattr(models, name))).all()) for name in CHILDREN] == [0] * 5


def test_numbers_are_one_of_a_kind_in_a_municipality_and_shared_by_two(app: Flask) -> None:
    make_defect(app, number="X-2026-0001")
    make_defect(app, "beta", number="X-2026-0001")
    with pytest.raises(IntegrityError):
        make_defect(app, number="X-2026-0001", id=uuid.uuid4())
