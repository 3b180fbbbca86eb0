# SPDX-License-Identifier: EUPL-1.2
"""The municipality's own words for entries: written over those of a source, or an entry of its own; hide, take back,
delete. Knows no request; never commits.

Residents see a change at once. From then on the tenant file leaves the entry alone (`edited`).
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_rows
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.bulk import change_rows
from backend.db import db
from backend.editing.contents import one_line
from backend.problems import Conflict, Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.services import joining, links, staff
from backend.services.composing import ORDER, settle
from backend.services.models import Office, Origin, Service, ServiceOffice
from backend.staff import Staff
from backend.text import clean_html, fold, legal

Row = dict[str, Any]
RESPONSIBLE = "01"


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, when, in which municipality (its projection)."""

    who: Staff
    now: datetime
    config: Row


class NotPossible(Conflict):
    """The entry is not such that this could be done with it."""

    code, title = "not-possible", "This is not possible with this entry"


def create(service_id: uuid.UUID, content: Row, act: Acting) -> tuple[Row, bool]:
    """An entry of the municipality's own under the id that the client chose, and whether it is new: sent twice it
    arrives once. Raises Invalid, Missing if the id is taken elsewhere, PreconditionFailed if there is another one."""
    if db.session.get(Service, service_id) is None and (made := _make(service_id, content, act)) is not None:
        return made, True
    known = db.session.get(Service, service_id)
    if known is None:
        raise Missing("There is nothing at this address.")
    current = staff.get(service_id, act.config)
    own, offices = _accept(known, content, act)
    if not staff.is_own(known) or own != known.own or not _same(offices, current):
        raise PreconditionFailed(current)
    return current, False


def save(service_id: uuid.UUID, content: Row, expected: int | None, act: Acting) -> Row:
    """Write the municipality's words. Raises Missing, PreconditionFailed, Invalid."""
    row = _locked(service_id, expected, act)
    own, offices = _accept(row, content, act)
    _refuse_nameless(row, own)
    current = staff.get(service_id, act.config)
    if staff.is_own(row) and "offices" not in row.own and _same(offices, current):
        own.pop("offices", None)
        offices = None
    if own == row.own and _same(offices, current):
        return current
    if offices is not None:
        _connect(row, offices, act)
    elif "offices" in row.own:
        _disconnect(row)
    row.own = own
    return _changed(row, "service.changed", act)


def hide(service_id: uuid.UUID, expected: int | None, act: Acting) -> Row:
    """Take an entry from the residents. Raises Missing, PreconditionFailed, NotPossible, as all below."""
    return _show(service_id, expected, act, hidden=True)


def unhide(service_id: uuid.UUID, expected: int | None, act: Acting) -> Row:
    """Show it again."""
    return _show(service_id, expected, act, hidden=False)


def reset(service_id: uuid.UUID, expected: int | None, act: Acting) -> Row:
    """Throw the municipality's words away; those of the source stand there again."""
    row = _locked(service_id, expected, act)
    _refuse_unless("reset", row)
    if "offices" in row.own:
        _disconnect(row)
    row.own = {}
    return _changed(row, "service.reset", act)


def delete(service_id: uuid.UUID, expected: int | None, act: Acting) -> None:
    """Delete an entry of the municipality's own."""
    row = _locked(service_id, expected, act)
    _refuse_unless("delete", row)
    audit.note("service.deleted", act.who, row.title, id=str(row.id))
    db.session.delete(row)
    bump()


def _make(service_id: uuid.UUID, content: Row, act: Acting) -> Row | None:
    row = Service(id=service_id, origin=Origin.OWN, own={}, title="", version=1, updated_at=act.now, edited=True)
    row.leika_keys = []
    own, offices = _accept(row, content, act)
    _refuse_nameless(row, own)
    row.own = own
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # Another request was faster, or another municipality has the id.
        return None
    _connect(row, offices or (), act)
    _settled(row, act)
    audit.note("service.added", act.who, row.title, id=str(row.id))
    return staff.get(service_id, act.config)


def _same(offices: list[uuid.UUID] | None, current: Row) -> bool:
    """Whether these offices decide now; without a choice there is nothing to compare."""
    return offices is None or set(offices) == set(current["content"]["offices"] or ())


def _show(service_id: uuid.UUID, expected: int | None, act: Acting, *, hidden: bool) -> Row:
    row = _locked(service_id, expected, act)
    _refuse_unless("hide" if hidden else "unhide", row)
    row.hidden = hidden
    return _changed(row, "service.hidden" if hidden else "service.shown", act)


def _changed(row: Service, deed: str, act: Acting) -> Row:
    row.version, row.edited = row.version + 1, True
    if deed in ("service.changed", "service.reset"):
        row.updated_at = act.now
    _settled(row, act)
    audit.note(deed, act.who, row.title, id=str(row.id))
    return staff.get(row.id, act.config)


def _settled(row: Service, act: Acting) -> None:
    db.session.flush()
    settle([row], links.here_of(act.config))
    db.session.flush()
    bump()


def _accept(row: Service, content: Row, act: Acting) -> tuple[Row, list[uuid.UUID] | None]:
    """What `Service.own` keeps of a content, and the offices. Raises Invalid."""
    own = {name: content[name] for name in staff.PARTS if content[name] is not None}
    for name in ("title", "teaser"):
        if name in own:
            own[name] = one_line(own[name]).strip()
            # Also what nobody can see is nothing.
            if not fold(own[name]):
                del own[name]
    if "synonyms" in own:
        own["synonyms"] = [word for word in (one_line(one).strip() for one in own["synonyms"]) if word]
    for name in ("fees", "deadlines", "duration"):
        if name in own:
            own[name] = clean_html(own[name]) or None
    for name in ("forms", "links"):
        if name in own:
            own[name] = [_titled(one) for one in own[name]]
    if unknown := content["modules"].keys() - set(ORDER):
        raise Invalid("There is no such part.", {"modules": {code: ["There is no such part."] for code in unknown}})
    if content["modules"]:
        own["modules"] = {code: clean_html(html) for code, html in sorted(content["modules"].items())}
    if address := _address(row, own.pop("url", ""), act):
        own["url"] = address
    if (offices := content["offices"]) is not None:
        _refuse_unknown(offices)
        own["offices"] = True
    return own, offices


def _titled(link: Row) -> Row:
    return {"title": one_line(link["title"]).strip() or link["url"], "url": link["url"].strip()}


def _address(row: Service, pattern: str, act: Acting) -> str:
    """The address as it is kept: to a host on the list, with placeholders that have a value here."""
    here, pattern = links.here_of(act.config), legal(pattern).strip()
    if not pattern:
        return ""
    url = links.fill(pattern, links.values_of(row, here))
    if url is None:
        raise Invalid("A placeholder has no value here.", {"url": ["A placeholder has no value here."]})
    if not url.startswith("https://"):
        raise Invalid("The address must begin with https://.", {"url": ["The address must begin with https://."]})
    if not links.allowed(url, here):
        raise Invalid("Residents are not led to this host.", {"url": ["Residents are not led to this host."]})
    return pattern


def _refuse_nameless(row: Service, own: Row) -> None:
    if staff.is_own(row) and not fold(own.get("title", "")):
        raise Invalid("The title is missing.", {"title": ["The title is missing."]})


def _refuse_unknown(offices: Iterable[uuid.UUID]) -> None:
    wanted = set(offices)
    if wanted - set(db.session.scalars(select(Office.id).where(Office.id.in_(sorted(wanted))))):
        raise Invalid("There is no such office.", {"offices": ["There is no such office."]})


def _refuse_unless(verb: str, row: Service) -> None:
    if verb not in staff.may(row):
        raise NotPossible()


def _connect(row: Service, offices: Iterable[uuid.UUID], act: Acting) -> None:
    """Have these offices decide, by the municipality's own choice."""
    role, area = ServiceOffice, links.here_of(act.config).ars
    _release(row)
    query = select(role).where(role.service_id == row.id, role.role == RESPONSIBLE, role.area == area)
    known = {one.office_id: one for one in db.session.scalars(query)}
    for office_id in dict.fromkeys(offices):
        # A source may say the same.
        one = known.get(office_id) or role(service_id=row.id, office_id=office_id, role=RESPONSIBLE, area=area)
        one.origin, one.source_id, one.external_id = Origin.OWN, None, None
        db.session.add(one)
    db.session.flush()


def _disconnect(row: Service) -> None:
    """Let those decide again whom the source names."""
    _release(row)
    joining.connect_again(row)
    db.session.flush()


def _release(row: Service) -> None:
    role = ServiceOffice
    change_rows(delete_rows(role).where(role.service_id == row.id, role.origin == Origin.OWN))


def _locked(service_id: uuid.UUID, expected: int | None, act: Acting) -> Service:
    row = db.session.scalar(select(Service).where(Service.id == service_id).with_for_update())
    if row is None:
        raise Missing("There is no such service.")
    if row.version != expected:
        raise PreconditionFailed(staff.get(service_id, act.config))
    return row
