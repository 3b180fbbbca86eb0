# SPDX-License-Identifier: EUPL-1.2
"""Objects of XZuFi 2.1, 2.2 and 2.3 in our words. Pure; where messages come from, xzufi_messages.py knows.

Both styles are read: answers with objects inside, and messages of `schreibe` and `loesche`. Responsibility comes inside
units and online services, or as an object of its own. Elements that are not named here are left alone, persons too.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from backend.services.sources import Item, Kind, Row, State
from backend.services.sources.areas import Areas
from backend.services.sources.cleaning import address, body, day, email, identifier, leika_keys, line, phone, words
from backend.services.sources.xml import Node
from backend.text import plain, shorten

GERMAN = "de"
KINDS = {
    "leistung": Kind.SERVICE,
    "organisationseinheit": Kind.OFFICE,
    "onlinedienst": Kind.ONLINE,
    "zustaendigkeittransferobjekt": Kind.RESPONSIBILITY,
    "zustaendigkeit": Kind.RESPONSIBILITY,
}
WANTED = frozenset(
    {"leistung", "organisationseinheit", "onlinedienst", "zustaendigkeitTransferObjekt", "zustaendigkeit", "loesche"}
)
RESPONSIBLE = "01"
START_LINK = "01"
# Where visitors go, then where the house is; never a post box.
ADDRESSES = ("002", "001", "")
EMAIL, PHONE = "01", ("02", "03")
NOTE_LENGTH = 1000
_NAMESPACE = re.compile(r"http://xoev\.de/schemata/xzufi/2_[123]_\d")
_ROLE = re.compile(r"0[1-9]")


def is_xzufi(namespace: str) -> bool:
    """Whether this is the namespace of a version that we read."""
    return _NAMESPACE.fullmatch(namespace) is not None


def read_object(node: Node, areas: Areas) -> Item | None:
    """An object in our words; None for a deletion of what we never read."""
    if node.name == "loesche":
        kind = next((kind for kind in Kind if kind.lower() == node.attributes.get("klasse", "").lower()), None)
        external_id = _first_id(node, "id")
        return Item(kind, external_id, state=State.GONE) if kind and external_id else None
    kind = KINDS[node.name.lower()]
    inner = node.first("zustaendigkeit") or node if kind is Kind.RESPONSIBILITY else node
    external_id = _first_id(inner, "id")
    found = _READ[kind](node, external_id, areas) if external_id else None
    return found or Item(kind, external_id, state=State.UNREADABLE)


def _service(node: Node, external_id: str, areas: Areas) -> Item | None:
    # Valid elsewhere: had it been valid here before, it is gone now.
    area = areas.narrowest(_areas(node, "gueltigkeitGebietID"))
    if area is None:
        return Item(Kind.SERVICE, external_id, state=State.ELSEWHERE)
    bodies = {language: found for language in _languages(node) if (found := _body(node, language))}
    if GERMAN not in bodies:
        return None
    changed = node.say("versionsinformation", "geaendertDatumZeit")
    approved = node.say("modulFachlicheFreigabe", "fachlichFreigegebenAm")
    data: Row = {
        "bodies": bodies,
        "leika_keys": leika_keys(code.text for code in node.all("referenzLeiKa", "code")),
        "stand": day(changed) or day(approved),
    }
    return Item(Kind.SERVICE, external_id, data)


def _body(node: Node, language: str) -> Row | None:
    modules = [
        (module.say("leikaTextmodul", "code"), text.text)
        for module in node.all("modulText")
        for text in module.all("inhalt")
        if _language(text) == language
    ]
    linked = [
        (module.say("leikaTextmodul", "code"), link.say("titel"), link.say("uri"))
        for module in node.all("modulText")
        for link in module.all("weiterfuehrenderLink")
        if _language(link) == language
    ]
    parts = {"fees": "modulKosten", "deadlines": "modulFrist", "duration": "modulBearbeitungsdauer"}
    described = {
        name: "".join(words(one.text) for one in node.all(tag, "beschreibung") if _language(one) == language)
        for name, tag in parts.items()
    }
    begriffe = node.all("modulBegriffImKontext", "begriffImKontext", "begriff")
    lagen = [one.say("id") for one in node.all("kategorie") if "pvlagen" in one.say("klasse", "id").lower()]
    synonyms = [one.text for one in begriffe if _language(one) == language]
    return body(language, modules, synonyms=synonyms, pv_lagen=lagen, linked=linked, **described)


def _office(node: Node, external_id: str, areas: Areas) -> Item | None:
    name = _named(node, ("name", "name"), ("bezeichnung",))
    if not name:
        return None
    by_type = {one.say("typ", "code"): one for one in reversed(list(node.all("anschrift")))}
    place = next((by_type[code] for code in ADDRESSES if code in by_type), Node("anschrift", {}))
    reached = [(one.say("kanal", "code"), one.say("kennung")) for one in node.all("kommunikation")]
    data: Row = {
        "name": name,
        "address": {
            "street": line(f"{place.say('strasse')} {place.say('hausnummer')}".strip(), 120),
            "postcode": line(place.say("postleitzahl"), 10),
            "city": line(place.say("ort"), 120),
            "extra": line(place.say("zusatz"), 120),
        },
        "phone": next(filter(None, (phone(said) for code, said in reached if code in PHONE)), None),
        "email": next(filter(None, (email(said) for code, said in reached if code == EMAIL)), None),
        "url": next(filter(None, (address(one.text) for one in node.all("internetadresse", "uri"))), None),
        "accessibility": _note(place.say("infoBarrierefreiheit")),
        "transit": _note(place.say("infoOEPNV")),
        "note": _note(node.say("infoOeffnungszeitenText")),
        "services": list(_embedded(node, areas)),
    }
    return Item(Kind.OFFICE, external_id, data)


def _online(node: Node, external_id: str, areas: Areas) -> Item | None:
    found = [one for one in node.all("link") if address(one.say("link"))]
    start = next((one for one in found if one.say("typ", "code") == START_LINK), found[0] if found else None)
    if start is None:
        return None
    level = node.first("vertrauensniveau")
    data: Row = {
        "title": _named(node, ("bezeichnung",)) or line(start.say("titel")),
        "url": address(start.say("link")),
        "trust_level": line((level.say("name") or level.say("code")) if level else "", 60) or None,
        "payment": None,
        "services": list(_embedded(node, areas)),
    }
    return Item(Kind.ONLINE, external_id, data)


def _responsibility(node: Node, external_id: str, areas: Areas) -> Item | None:
    inner = node.first("zustaendigkeit") or node
    parent = node.first("uebergeordnetesObjektID") or inner.first("uebergeordnetesObjektID")
    service, owner = _first_id(inner, "leistungID"), _id(parent) if parent else ""
    if not service or not owner or parent is None:
        return None
    area = areas.narrowest(_areas(inner, "gebietID"))
    if area is None:
        return Item(Kind.RESPONSIBILITY, external_id, state=State.ELSEWHERE)
    online = "online" in parent.attributes.get("schemeID", "").lower()
    data: Row = {"service": service, "parent": owner, "role": _role(inner), "area": area, "online": online}
    return Item(Kind.RESPONSIBILITY, external_id, data)


_READ: dict[Kind, Callable[[Node, str, Areas], Item | None]] = {
    Kind.SERVICE: _service,
    Kind.OFFICE: _office,
    Kind.ONLINE: _online,
    Kind.RESPONSIBILITY: _responsibility,
}


def _embedded(node: Node, areas: Areas) -> Iterator[Row]:
    for one in node.all("zustaendigkeit"):
        area = areas.narrowest(_areas(one, "gebietID"))
        if area is None:
            continue
        for service in filter(None, map(_id, one.all("leistungID"))):
            yield {"id": service, "role": _role(one), "area": area}


def _areas(node: Node, name: str) -> list[tuple[str, str]]:
    return [(one.attributes.get("schemeID", ""), one.text) for one in node.all(name) if one.text]


def _role(node: Node) -> str:
    code = node.say("rolle", "code")
    return code if _ROLE.fullmatch(code) else RESPONSIBLE


def _first_id(node: Node, name: str) -> str:
    found = node.first(name)
    return _id(found) if found else ""


def _id(node: Node) -> str:
    """Numbers are given by each agency for itself."""
    agency, value = node.attributes.get("schemeAgencyID", ""), identifier(node.text)
    return identifier(f"{agency}.{value}") if agency and value else value


def _language(node: Node) -> str:
    return node.attributes.get("languageCode", GERMAN)[:2].lower()


def _languages(node: Node) -> list[str]:
    spoken: dict[str, None] = defaultdict()
    for module in node.all("modulText"):
        spoken |= dict.fromkeys(_language(text) for text in module.all("inhalt"))
    return list(spoken)[:10]


def _named(node: Node, *paths: tuple[str, ...]) -> str:
    """The German name, or else the first."""
    found = [one for path in paths for one in node.all(*path) if line(one.text, 200)]
    german = [one for one in found if _language(one) == GERMAN]
    return next((line(one.text, 200) for one in (*german, *found)), "")


def _note(text: str) -> str:
    return shorten(plain(text), NOTE_LENGTH)
