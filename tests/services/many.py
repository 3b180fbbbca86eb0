# SPDX-License-Identifier: EUPL-1.2
"""Fills a municipality with many services of usual length. For query plans, sizes and benches."""

import random
import uuid

from flask import Flask

from backend.db import db, new_id
from backend.jobs import scope
from backend.reads import bump
from backend.reference.laender import OTHER, land_of, situations
from backend.services import links, texts
from backend.services.composing import settle
from backend.services.models import Origin, Service
from tests.services.entries import NOW

WORDS = (
    "Antrag Bescheinigung Genehmigung Erlaubnis Auskunft Anmeldung Befreiung Zuschuss Verlängerung Beglaubigung "
    "Fahrzeug Wohnung Grundstück Gewerbe Kind Schule Rente Urkunde Straße Abfall Wasser Tier Verein Fest Markt"
).split()
LEIKA = "99{:012}"


def fill(app: Flask, tenant: uuid.UUID, number: int) -> None:
    """So many services with titles, synonyms and short texts as those of the Land, each with a LeiKa key."""
    dice = random.Random(number)
    usual = list(land_of("12").templates.values())
    slugs = [slug for slug in situations() if slug != OTHER]
    with scope(app, tenant):
        bodies = [
            texts.body(
                title=f"{' '.join(dice.sample(WORDS, 2))} {position}",
                teaser=" ".join(dice.sample(WORDS, 10)) + ".",
                situation=dice.choice(slugs),
                synonyms=dice.sample(WORDS, len(dice.choice(usual).synonyms)),
                modules=[{"code": "06", "html": f"<p>{' '.join(dice.choices(WORDS, k=150))}</p>"}],
            )
            for position in range(number)
        ]
        hashes = texts.store(bodies, NOW)
        rows = [
            Service(
                id=new_id(), origin=Origin.LAND, text_hash=one, own={}, title="", updated_at=NOW,
                leika_key=LEIKA.format(position),
            )
            for position, one in enumerate(hashes)
        ]  # fmt: skip
        db.session.add_all(rows)
        db.session.flush()
        settle(rows, links.here())
        bump()
