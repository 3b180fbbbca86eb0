# SPDX-License-Identifier: EUPL-1.2
"""One entry in full: its text in a language, where it leads, who is responsible, where the words come from. Knows no
request; never commits."""

import uuid
from datetime import date
from typing import Any, cast

from sqlalchemy import select

from backend.db import db
from backend.instants import BERLIN
from backend.problems import Missing
from backend.reference.laender import Portal, land_of
from backend.services import links, offices, texts
from backend.services.composing import compose
from backend.services.headings import below
from backend.services.models import OnlineService, Origin, Service, ServiceSource
from backend.services.operations import named
from backend.services.requirements import read_list

Row = dict[str, Any]
GERMAN = "de"
TO_BRING = "08"
TITLES = {
    "05": "Kurz gesagt", "06": "Worum es geht", "09": "Voraussetzungen", "08": "Das brauchen Sie",
    "11": "So läuft es ab", "16": "Hinweise", "14": "Formulare", "15": "Weitere Informationen",
    "07": "Rechtsgrundlagen", "25": "Rechtsbehelf", "22": "Zuständige Stelle", "23": "Ansprechpunkt", "18": "Urheber",
}  # fmt: skip
ENGLISH = {
    "05": "In brief", "06": "What it is about", "09": "Conditions", "08": "What you need", "11": "How it goes",
    "16": "Please note", "14": "Forms", "15": "Further information", "07": "Legal basis", "25": "Legal remedy",
    "22": "Who is responsible", "23": "Contact", "18": "Author",
}  # fmt: skip
NAMES = {GERMAN: TITLES, "en": ENGLISH}
COLUMNS = (
    Service.id, Service.origin, Service.title, Service.teaser, Service.situation, Service.leika_key,
    Service.leika_keys, Service.portal_id, Service.land_key, Service.hidden, Service.text_hash, Service.translations,
    Service.own, Service.stand, Service.updated_at, ServiceSource.name.label("source_name"),
)  # fmt: skip


def get_service(service_id: uuid.UUID, config: Row, language: str | None = None, *, hidden_too: bool = False) -> Row:
    """One visible entry, in another language if it has it. Raises Missing."""
    query = select(*COLUMNS).outerjoin(ServiceSource, ServiceSource.id == Service.source_id)
    row = db.session.execute(query.where(Service.id == service_id)).one_or_none()
    if row is None or (row.hidden and not hidden_too):
        raise Missing("There is no such service.")
    here = links.here_of(config)
    spoken = language if language is not None and language in row.translations else GERMAN
    content = _content(row, spoken, here)
    found, responsible = offices.responsible_for(service_id, here.ars, own_only="offices" in row.own)
    return {
        "id": row.id,
        "title": content["title"],
        "title_formal": content["title_formal"],
        "teaser": content["teaser"] or (row.teaser if spoken == GERMAN else ""),
        "situation": named(row.situation),
        "leika_key": next((key for key in (row.leika_key, *row.leika_keys) if key), None),
        "modules": [
            {"code": one["code"], "title": heading(one["code"], spoken), "html": below(one["html"])}
            for one in content["modules"]
        ],
        "requirements": next((read_list(one["html"]) for one in content["modules"] if one["code"] == TO_BRING), []),
        "fees": {"text": below(content["fees"])} if content["fees"] else None,
        "duration": below(content["duration"] or "") or None,
        "deadlines": below(content["deadlines"] or "") or None,
        "forms": [_form(form) for form in content["forms"]],
        "links": content["links"],
        "online": where_to(row, here),
        "offices": found,
        "responsible": responsible,
        "source": _source(row, config, here.portal),
        "stand": stand_of(row),
        "languages": [GERMAN, *sorted(set(row.translations) - {GERMAN})],
        "language": spoken,
    }


def where_to(row: Any, here: links.Here) -> Row | None:
    """The link that leads on from an entry, None if there is none."""
    listed = select(
        OnlineService.id, OnlineService.title, OnlineService.url, OnlineService.trust_level, OnlineService.payment
    ).where(OnlineService.service_id == row.id)
    online = db.session.execute(listed.order_by(OnlineService.position, OnlineService.id)).all()
    choice = links.candidates(row, online, here)
    link = links.resolve(choice, links.broken_among(one.url for one in choice))
    if link is None:
        return None
    service = next((one for one in online if one.id == link.online_id), None)
    return {
        "url": link.url,
        "title": service.title if service else "",
        "portal": link.portal,
        "owner": link.owner,
        "level": link.level,
        "leaves": True,
        "trust_level": service.trust_level if service else None,
        "payment": service.payment if service else None,
    }


def _content(row: Any, spoken: str, here: links.Here) -> Row:
    if spoken != GERMAN:
        # The municipality writes German: half of a text in either language helps nobody.
        return compose(texts.read([row.translations[spoken]]).get(row.translations[spoken]), {})
    template = land_of(here.ags).templates.get(row.land_key or "")
    return compose(texts.read([row.text_hash]).get(row.text_hash or ""), row.own, template)


def heading(code: str, spoken: str = GERMAN) -> str:
    """What stands above a part of the text."""
    return NAMES.get(spoken, TITLES).get(code, "")


def _form(form: Row) -> Row:
    # Not every address that a form allows is one for urlsplit.
    pdf = form["url"].partition("#")[0].partition("?")[0].lower().endswith(".pdf")
    return form | {"kind": "pdf" if pdf else "web", "pages": form.get("pages"), "bytes": form.get("bytes")}


def stand_of(row: Any) -> date | None:
    """The day of an entry's words."""
    if not _written_here(row):
        return cast("date | None", row.stand)
    moment: date = row.updated_at.astimezone(BERLIN).date()
    return moment


def _written_here(row: Any) -> bool:
    """Whether the municipality answers for the words, not only for link and offices."""
    return row.origin is Origin.OWN or bool(row.own.keys() - {"url", "offices"})


def _source(row: Any, config: Row, portal: Portal | None) -> Row:
    if _written_here(row):
        tenant = config["tenant"]
        return {"kind": Origin.OWN, "name": f"{tenant['kind']} {tenant['name']}", "url": None}
    if row.origin is Origin.LAND:
        return {"kind": Origin.LAND, "name": "Allgemeine Angaben", "url": None}
    return {"kind": row.origin, "name": row.source_name, "url": portal.url if portal else None}
