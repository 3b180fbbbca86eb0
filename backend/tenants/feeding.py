# SPDX-License-Identifier: EUPL-1.2
"""Categories and feeds of a feature in the tenant file: what `apply` plants and `export` writes. Knows no request and
none of the features: each names its own models."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from backend import jobs
from backend.db import db
from backend.importing import Importer
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan, default_categories

Row = dict[str, Any]


@dataclass(frozen=True)
class Feeding:
    """The feature's section of the file: `category` is the model of its topics, by slug."""

    importer: Importer
    category: type[Any]

    def part(self) -> Part:
        """What `tenant apply` and `tenant export` call."""
        return Part(self.plant, self.export)

    def plant(self, plan: Plan, now: datetime) -> list[str]:
        """Bring categories (by slug) and feeds (by key) in line with the file; a line per change; new feeds come
        soon."""
        feature = self.importer.feature
        return [
            *self._plant_categories(plan.categories.get(feature, [])),
            *self._plant_sources(plan.sources.get(feature, [])),
        ]

    def export(self, config: Row) -> Row:
        """Categories, if they are not the usual ones, and active feeds."""
        feature, category, source = self.importer.feature, self.category, self.importer.source
        if feature not in config["modules"]:
            return {}
        named = select(category.name, category.slug).order_by(category.position, category.slug)
        categories = [dict(row._mapping) for row in db.session.execute(named)]
        usual = [{"name": row["name"], "slug": row["slug"]} for row in default_categories(feature)]
        feeds = select(source.key, source.url, source.name, source.category).where(source.active).order_by(source.id)
        sources = [
            {key: value for key, value in row._mapping.items() if value is not None}
            for row in db.session.execute(feeds)
        ]
        found = {"categories": categories if categories != usual else [], "sources": sources}
        filled = {name: rows for name, rows in found.items() if rows}
        return {feature: filled} if filled else {}

    def _plant_categories(self, wanted: list[dict[str, str]]) -> list[str]:
        model, item, feature = self.category, self.importer.item, self.importer.feature
        existing = {row.slug: row for row in db.session.scalars(select(model))}
        lines = []
        for position, seed in enumerate(wanted):
            row = existing.pop(seed["slug"], None)
            if row is None:
                db.session.add(model(slug=seed["slug"], name=seed["name"], position=position))
                lines.append(f"{feature} category {seed['slug']}: added")
            elif (row.name, row.position) != (seed["name"], position):
                row.name, row.position = seed["name"], position
                lines.append(f"{feature} category {row.slug}: changed")
        for row in existing.values():
            used = db.session.scalar(select(func.count(item.id)).where(item.category_id == row.id))
            if used:
                lines.append(f"{feature} category {row.slug}: kept: {used} items are filed there")
            else:
                db.session.delete(row)
                lines.append(f"{feature} category {row.slug}: removed")
        return lines

    def _plant_sources(self, wanted: list[dict[str, str | None]]) -> list[str]:
        model, feature = self.importer.source, self.importer.feature
        existing = {row.key: row for row in db.session.scalars(select(model))}
        lines = []
        for seed in wanted:
            row = existing.pop(seed["key"], None)
            if row is None:
                row = model(**seed, active=True)
                db.session.add(row)
                lines.append(f"{feature} source {row.key}: added")
            elif row.active and all(getattr(row, name) == value for name, value in seed.items()):
                continue
            else:
                if row.url != seed["url"]:
                    # What the old address said of its state means nothing at the new one.
                    row.etag = row.last_modified = row.last_error = row.last_reason = None
                row.url, row.name, row.category = seed["url"], seed["name"], seed["category"]
                row.active = True
                lines.append(f"{feature} source {row.key}: changed")
            db.session.flush()
            jobs.after_commit(self.importer.kind, str(row.id))
        for row in existing.values():
            if row.active:
                # Its items stay, and point to it.
                row.active = False
                lines.append(f"{feature} source {row.key}: switched off")
        return lines
