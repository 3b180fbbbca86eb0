# SPDX-License-Identifier: EUPL-1.2
"""Services from PVOG's Suchdienst. Knows no database.

It is asked for the LeiKa keys of the directory, and for the words of the settings. It answers always, also with what
nobody asked for, and keeps services at the level that describes them: so each level of our ARS is asked, narrowest
first, and only what has the key (or the word) and an area of ours is taken.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any
from urllib.parse import quote

from backend.importing import Unreadable
from backend.services.offices import prefix_of
from backend.services.sources import Item, Kind, Row, Setup, State
from backend.services.sources.areas import EVERYWHERE, Areas
from backend.services.sources.cleaning import address, body, day, email, identifier, leika_keys, line, phone
from backend.services.sources.web import Web, each_of, record, records, strings
from backend.text import fold

# The versions are PVOG's, path by path, and are switched off one by one: `paths` of the settings replaces them.
PATHS = {
    "by_key": "/v3/servicedescriptions/leikaid",
    "by_word": "/v7/servicedescriptions/{ars}",
    "detail": "/v6/servicedescriptions/{id}/detail",
    "offices": "/v2/organisationunits/titles",
    "office": "/v5/organisationunits/detail",
}
KEYS_AT_ONCE, PAGE, MAX_PAGES = 20, 50, 40
PHONE, EMAIL = "02", "01"
VISITORS = ("Besucheranschrift", "Hausanschrift")
PARTS = {"98": "fees", "97": "deadlines", "95": "duration"}
ORIGIN = "94"
RESPONSIBLE = "01"


class PvogSource:
    """Services from PVOG. Settings: `client_id` (FITKO gives one to each operator), `words`, `paths`."""

    complete = True

    def __init__(self, setup: Setup) -> None:
        client = setup.settings.get("client_id")
        headers = {"Accept-Language": "de"} | ({"pvog-sud-api-client-id": str(client)} if client else {})
        self.web = Web(setup.url, headers, setup.allow)
        self.setup, self.areas = setup, Areas(setup.ars, setup.ags)
        self.paths = PATHS | record(setup.settings.get("paths"))
        self.in_pvog: dict[str, bool] = {}
        self._given: set[str] = set()

    def fetch(self) -> Iterator[Item]:
        """Each service that is known here, its offices before it."""
        found = self._by_keys() | self._by_words()
        yield from each_of((one for one in found if not self.setup.known(Kind.SERVICE, one)), self._service)

    def _by_keys(self) -> dict[str, None]:
        found: dict[str, None] = {}
        wanted = dict.fromkeys(self.setup.leika_keys)
        for ars in self._levels():
            left = list(wanted)
            for start in range(0, len(left), KEYS_AT_ONCE):
                keys = left[start : start + KEYS_AT_ONCE]
                for row in self._pages(self.paths["by_key"], {"leikaIds": keys, "ars": ars, "size": PAGE}):
                    said = leika_keys(strings(row.get("leikakeys")))
                    asked, service_id = [key for key in keys if key in said], identifier(row.get("id"))
                    # All rows of this level count, and those of a wider one for keys that have none here.
                    if asked and service_id and self._is_of(ars, row):
                        found[service_id] = None
                        for key in asked:
                            wanted.pop(key, None)
        self.in_pvog = {key: key not in wanted for key in self.setup.leika_keys}
        return found

    def _by_words(self) -> dict[str, None]:
        found: dict[str, None] = {}
        for word in strings(self.setup.settings.get("words")):
            for ars in self._levels():
                path = self.paths["by_word"].format(ars=ars)
                answer = record(self.web.ask(path, {"q": word, "size": PAGE, "page": 0})[0])
                rows = records(record(answer.get("serviceDescriptions")).get("content"))
                hits = [row for row in rows if self._is_of(ars, row) and fold(word) in fold(_title(row))]
                if hits:
                    found |= dict.fromkeys(filter(None, (identifier(row.get("id")) for row in hits)))
                    break
        return found

    def _pages(self, path: str, parameters: Row) -> Iterator[Row]:
        for number in count():
            answer, _headers = self.web.ask(path, parameters | {"page": number})
            if not isinstance(answer, dict) or not isinstance(answer.get("content"), list):
                raise Unreadable("PVOG answers with something that is no list of services.")
            rows = answer["content"]
            yield from records(rows)
            # Newer pages no longer say whether they are the last; a wrong guess would take for gone what comes later.
            if answer.get("last", False) or not rows or number >= MAX_PAGES:
                return

    def _levels(self) -> list[str]:
        """Our own ARS, that of the Kreis, of the Land, and all of Germany."""
        ars = self.setup.ars
        return list(dict.fromkeys((ars, *(ars[:length].ljust(12, "0") for length in (9, 5, 2)), EVERYWHERE)))

    def _is_of(self, level: str, row: Row) -> bool:
        area = self._area(row)
        return area is not None and len(prefix_of(area)) >= len(prefix_of(level))

    def _area(self, row: Row) -> str | None:
        return self.areas.narrowest(("schluessel", one) for one in strings(row.get("ars")))

    def _service(self, service_id: str) -> Iterator[Item]:
        path = self.paths["detail"].format(id=quote(service_id, safe=""))
        answer, _headers = self.web.ask(path, {"ars": self.setup.ars, "applyDynamicParams": "true"})
        row = record(answer)
        if identifier(row.get("id")) != service_id:
            raise Unreadable("PVOG answers with another service than the one asked for.")
        text = _body(row)
        if text is None:
            yield Item(Kind.SERVICE, service_id, state=State.UNREADABLE)
            return
        area = self._area(row) or ""
        offices = []
        for office_id, role in self._responsible(service_id):
            yield from self._office(office_id)
            offices.append({"id": office_id, "role": role, "area": area})
        data: Row = {
            "bodies": {"de": text},
            "leika_keys": leika_keys(strings(row.get("leikakeys"))),
            "stand": day(row.get("externalLastUpdate")) or day(row.get("lastUpdate")),
            "in_pvog": True,
            "offices": offices,
            "online": [_online(one, number, area) for number, one in enumerate(_links(row))],
        }
        yield Item(Kind.SERVICE, service_id, data)

    def _responsible(self, service_id: str) -> list[tuple[str, str]]:
        answer, _headers = self.web.ask(self.paths["offices"], {"ars": self.setup.ars, "lbId": service_id})
        if answer is not None and not isinstance(answer, list):
            raise Unreadable("PVOG answers with something that is no list of offices.")
        found = [(identifier(one.get("id")), record(one.get("role")).get("code")) for one in records(answer)]
        return [(one, role if role in ("01", "02", "03") else RESPONSIBLE) for one, role in found if one]

    def _office(self, office_id: str) -> Iterator[Item]:
        if office_id in self._given or self.setup.known(Kind.OFFICE, office_id):
            return
        self._given.add(office_id)
        row = record(self.web.ask(self.paths["office"], {"q": office_id, "ars": self.setup.ars})[0])
        name = line(row.get("title"), 200)
        data = _office_data(name, row) if name else None
        yield Item(Kind.OFFICE, office_id, data, State.HERE if data else State.UNREADABLE)


def _body(row: Row) -> Row | None:
    details = [(str(one.get("code")), one) for one in records(row.get("details")) if not one.get("placeholder")]
    modules = [("03", row.get("title") or row.get("name"))]
    modules += [(code, one.get("text")) for code, one in details if code != "03"]
    linked = [
        (code, link.get("title"), link.get("uri"))
        for code, one in details
        for link in records(one.get("links"))
        if code != ORIGIN
    ]
    parts = {name: _whole(one) for code, one in details if (name := PARTS.get(code))}
    return body("de", modules, linked=linked, **parts)


def _whole(module: Row) -> str:
    """A module with its structured parts."""
    parts = [module.get("text"), *(part.get("text") for part in records(module.get("details")))]
    return "".join(part if "<" in part else f"<p>{part}</p>" for part in parts if isinstance(part, str) and part)


def _title(row: Row) -> str:
    return " ".join(str(row.get(name) or "") for name in ("name", "title"))


def _links(row: Row) -> list[Row]:
    return [one for one in records(row.get("onlineServiceLinks")) if address(one.get("uri"))]


def _online(row: Row, number: int, area: str) -> Row:
    said: dict[str, Any] = {"title": line(row.get("title")), "url": address(row.get("uri"))}
    return said | {"id": str(number), "area": area, "trust_level": None, "payment": None}


def _office_data(name: str, row: Row) -> Row:
    location = record(row.get("location"))
    places = {str(one.get("type")): one for one in reversed(records(location.get("addresses")))}
    usual: Row = next((one for kind, one in places.items() if "postfach" not in kind.lower()), {})
    place = next((places[kind] for kind in VISITORS if kind in places), usual)
    reached = records(location.get("communications"))
    parts = {"street": 120, "zip": 10, "city": 120}
    street, postcode, city = (line(place.get(part), limit) for part, limit in parts.items())
    return {
        "name": name,
        "address": {"street": street, "postcode": postcode, "city": city, "extra": ""},
        "phone": next(filter(None, (phone(one.get("value")) for one in reached if one.get("code") == PHONE)), None),
        "email": next(filter(None, (email(one.get("value")) for one in reached if one.get("code") == EMAIL)), None),
        "url": next(filter(None, (address(one.get("uri")) for one in records(row.get("internetAddresses")))), None),
        "services": [],
    }
