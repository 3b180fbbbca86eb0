# SPDX-License-Identifier: EUPL-1.2
"""Services from the Infodienste of the Bürger- und Unternehmensservice Brandenburg (REST ZUFI V4). Knows no database.

Each municipality has a key of its own, which may serve no other. Persons are never read.
"""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from backend.importing import Unreadable
from backend.services.sources import Item, Kind, Row, Setup, State
from backend.services.sources.cleaning import address, body, day, email, identifier, leika_keys, line, phone
from backend.services.sources.web import Refusal, Web, each_of, record, records, strings
from backend.text import fold, plain, shorten

LISTED, EXTENDED, PLAIN = "/pst/find", "/pstExtended", "/pst"
PAGE, MAX_PAGES = 100, 200
TOTAL = "total-item-count"
NOTE_LENGTH, PORTAL_ID_LENGTH = 1000, 80
# Names of text blocks → codes of XZuFi.
CODES = {
    "leistungsbezeichnung": "02", "leistungsbezeichnung ii": "03", "kurztext": "05", "volltext": "06",
    "handlungsgrundlage": "07", "rechtsgrundlage": "07", "erforderliche unterlagen": "08", "unterlagen": "08",
    "voraussetzungen": "09", "verfahrensablauf": "11", "formulare": "14", "weiterfuhrende informationen": "15",
    "hinweise": "16", "urheber": "18", "zustandige stelle": "22", "ansprechpunkt": "23", "teaser": "24",
    "rechtsbehelf": "25",
}  # fmt: skip
PARTS = {"kosten": "fees", "gebuhren": "fees", "frist": "deadlines", "bearbeitungsdauer": "duration"}


class InfodiensteSource:
    """Services from Infodienste. Settings: `area_id`, the service's own number of this municipality."""

    complete = True

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.in_pvog: dict[str, bool] = {}
        headers = {"api_key": setup.key or "", "Accept-Language": "de_DE"}
        self.web = Web(setup.url, headers, setup.allow)
        self.area = str(setup.settings.get("area_id") or "")
        self._given: set[str] = set()

    def fetch(self) -> Iterator[Item]:
        """Each service of the municipality's area, its offices before it."""
        if not self.setup.key:
            raise Refusal("The municipality's key for the Infodienste is missing.", "key")
        if not self.area:
            raise Refusal("The tenant file does not say the area (area_id) of this municipality.", "settings")
        found = self._listed()
        yield from each_of((one for one in found if not self.setup.known(Kind.SERVICE, one)), self._service)

    def _listed(self) -> list[str]:
        """All numbers first: they tell what is gone, also in a run that goes on."""
        found: dict[str, None] = {}
        total, offset = None, 0
        for _ in range(MAX_PAGES):
            parameters = {"areaId": self.area, "limit": PAGE, "offset": offset, "selectAttributes": "id,name"}
            answer, headers = self.web.ask(LISTED, parameters | {"searchWord": ""})
            rows = record(answer).get("results")
            if not isinstance(rows, list):
                raise Unreadable("The Infodienste answer with something that is no list of services.")
            found |= dict.fromkeys(filter(None, (identifier(_object(row).get("id")) for row in records(rows))))
            count = headers.get(TOTAL, "")
            total = int(count) if count.isdecimal() and len(count) < 9 else total
            offset += len(rows)
            if not rows or (total is not None and offset >= total):
                break
        if total is not None and len(found) < total:
            raise Unreadable("The Infodienste named fewer services than they have; nothing was removed.")
        return list(found)

    def _service(self, service_id: str) -> Iterator[Item]:
        row = self._detail(service_id)
        text = _body(row)
        if text is None:
            yield Item(Kind.SERVICE, service_id, state=State.UNREADABLE)
            return
        offices = []
        for unit in records(row.get("organisationalUnits")):
            office_id, name = identifier(unit.get("id")), line(unit.get("name"), 200)
            if not office_id or not name:
                continue
            if office_id not in self._given:
                self._given.add(office_id)
                yield Item(Kind.OFFICE, office_id, _office(name, unit))
            offices.append({"id": office_id, "role": "01", "area": self.setup.ars})
        data: Row = {
            "bodies": {"de": text},
            "leika_keys": leika_keys(_keys(row)),
            "portal_id": service_id if len(service_id) <= PORTAL_ID_LENGTH else None,
            "stand": day(row.get("lastModified")) or day(row.get("modified")),
            "offices": offices,
            "online": list(_online(row, self.setup.ars)),
        }
        yield Item(Kind.SERVICE, service_id, data)

    def _detail(self, service_id: str) -> Row:
        """Some installations know the short form only."""
        for path in (EXTENDED, PLAIN):
            answer, _headers = self.web.ask(f"{path}/{quote(service_id, safe='')}", {"areaId": self.area})
            row = _object(record(answer))
            if identifier(row.get("id")) == service_id:
                return row
        raise Unreadable("The Infodienste answer with another service than the one asked for.")


def _object(row: Row) -> Row:
    """Answers wrap what they are about, or do not."""
    return record(row["object"]) if "object" in row else row


def _body(row: Row) -> Row | None:
    blocks = [(_type(block), block) for block in records(row.get("textBlocks"))]
    modules: list[tuple[str, Any]] = [("03", row.get("name")), ("24", row.get("teaser"))]
    modules += [(code, block.get("text")) for name, block in blocks if (code := CODES.get(name)) and code != "03"]
    linked = [
        (CODES.get(name, "15"), link.get("name") or link.get("title"), link.get("url") or link.get("uri"))
        for name, block in blocks
        for link in records(block.get("externalLinks"))
    ]
    linked += [("14", form.get("name"), _address(form)) for form in records(row.get("forms"))]
    parts: Row = {part: block.get("text") for name, block in blocks if (part := _part(name))}
    return body("de", modules, linked=linked, **parts)


def _type(block: Row) -> str:
    return fold(str(record(block.get("type")).get("name") or ""))


def _part(name: str) -> str | None:
    return next((part for start, part in PARTS.items() if name.startswith(start)), None)


def _address(row: Row) -> str | None:
    """The first address of a thing, wherever it stands."""
    inner = (link.get("url") or link.get("uri") for link in records(row.get("links")))
    return next(filter(None, map(address, (row.get("url"), row.get("link"), *inner))), None)


def _keys(row: Row) -> Iterator[str]:
    yield from strings(row.get("leikaKeys"))
    yield from (str(row.get(name) or "") for name in ("leikaKey", "externalId"))


def _online(row: Row, ars: str) -> Iterator[Row]:
    for number, one in enumerate(records(row.get("onlineServices"))):
        if url := _address(one):
            said = {"title": line(one.get("name")), "url": url, "trust_level": None, "payment": None}
            yield said | {"id": identifier(one.get("id")) or str(number), "area": ars}


def _office(name: str, unit: Row) -> Row:
    place = next(iter(records(unit.get("addresses"))), {})
    reached = [(str(record(one.get("type")).get("name") or one.get("type") or ""), one.get("value")) for one in
               records(unit.get("communications"))]  # fmt: skip
    street = " ".join(str(place.get(part) or "") for part in ("street", "houseNumber"))
    hours = unit.get("openingHours")
    return {
        "name": name,
        "address": {
            "street": line(street.strip(), 120),
            "postcode": line(str(place.get("zipcode") or place.get("zip") or ""), 10),
            "city": line(place.get("city"), 120),
            "extra": "",
        },
        "phone": _reached(reached, ("tel",), phone),
        "email": _reached(reached, ("mail",), email),
        "url": _reached(reached, ("web", "www", "internet", "url"), address),
        "note": shorten(plain(hours), NOTE_LENGTH) if isinstance(hours, str) else "",
        "services": [],
    }


def _reached(reached: list[tuple[str, Any]], kinds: tuple[str, ...], read: Callable[[Any], str | None]) -> str | None:
    for name, value in reached:
        # "Telefax" begins like "Telefon".
        if "fax" not in name.lower() and any(kind in name.lower() for kind in kinds) and (said := read(value)):
            return said
    return None
