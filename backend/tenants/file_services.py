# SPDX-License-Identifier: EUPL-1.2
"""The shape of `[services]` in a tenant file. Knows marshmallow only; meaning is check_services.py's."""

from marshmallow import fields, validate

from backend.tenants.file_fields import (
    SLUG,
    Choice,
    Day,
    FileSchema,
    Number,
    Several,
    Switch,
    Text,
    mail,
    text,
)
from backend.tenants.file_hours import DAY_EXAMPLE, EXAMPLE

KINDS = ("xzufi", "pvog", "infodienste")
# Parts of a service's text (codes of XZuFi) that a file may write.
CODES = ("05", "06", "07", "08", "09", "11", "14", "15", "16", "18", "22", "23", "25")
_REST = r"[\w.-]+(:\d{1,5})?([/?#]\S*)?"
SECURE = rf"https://{_REST}"
# What staff may write in the app the export writes too, so it is no mistake here.
ADDRESS = r"https?://[^\s/?#\[\]\\<>\"]+([/?#]\S*)?"
PHONE = r"(?=(?:\D*\d){3}).*"
HOST = r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
MOST_ENTRIES, MOST_OFFICES, MOST_TOP = 2000, 200, 8
LONG, HOURS = 140_000, 2000
SLUG_CURE = "may have a-z, 0-9 and - only."


def _secure(example: str, *, required: bool = False) -> fields.Field[str]:
    return text(
        example, required=required, longest=2000, pattern=SECURE, cure="is not an address that begins with https://."
    )


def _address(example: str, *, required: bool = False) -> fields.Field[str]:
    return text(example, required=required, longest=2000, pattern=ADDRESS, cure="is not a web address.")


def _maybe(example: str, longest: int) -> Text:
    """Text that may be empty: then the part of the common text or the source is not shown."""
    error = f"is longer than {longest} characters. Shorten it."
    return Text(validate=validate.Length(max=longest, error=error), metadata={"example": example})


def _degrees(most: int, name: str) -> validate.Range:
    return validate.Range(-most, most, error=f"{{input}} is no {name}. Write it in degrees.")


def _keys(cure: str, most: int) -> Several:
    return Several(
        text("wohnsitz-anmelden", longest=80),
        cure=cure,
        validate=validate.Length(max=most, error=f"More than {most} are too many."),
    )


class PortalSchema(FileSchema):
    """A portal that describes services, instead of the Land's."""

    name = text("Serviceportal Musterland", required=True)
    owner = text("Land Musterland", required=True)
    url = _secure("https://service.musterland.de/", required=True)
    page = _secure("https://service.musterland.de/leistung/{leika}")
    search = _secure("https://service.musterland.de/suche")


class AddressLineSchema(FileSchema):
    """A form or a further page."""

    title = text("Formular auf Papier", required=True, longest=200)
    url = _address("https://www.example.org/formular.pdf", required=True)


ModulesSchema = FileSchema.from_dict({code: _maybe("<p>…</p>", LONG) for code in CODES}, name="ModulesSchema")


class EntrySchema(FileSchema):
    """A service of the municipality's own, or its own words for a common one (of the same key)."""

    key = text("laubsaecke", required=True, longest=80, pattern=SLUG, cure=SLUG_CURE)
    title = text("Laubsäcke kaufen", longest=300)
    teaser = text("Für Laub von Straßenbäumen, im Rathaus.", longest=300)
    situation = text("oeffentlicher-raum", longest=60)
    synonyms = Several(text("Laub", longest=80), cure='["Laub", "Gartenabfall"]')
    needs = Several(text("Chipnummer ~ Steht im Heimtierausweis", longest=300), cure='["Personalausweis"]')
    modules = fields.Nested(ModulesSchema)
    fees = _maybe("2 € je Sack", LONG)
    deadline = _maybe("Bis 30. November", LONG)
    duration = _maybe("Sofort", LONG)
    url = _secure("https://www.example.org/laub?ars={ars}")
    leika_key = text("99102013104000", pattern=r"99\d{12}", cure="is not a LeiKa key: 14 digits, 99 first.")
    forms = Several(fields.Nested(AddressLineSchema), cure="[[services.entries.forms]] and below it title and url")
    links = Several(fields.Nested(AddressLineSchema), cure="[[services.entries.links]] and below it title and url")
    text = text("<p>…</p>", longest=LONG)


class OfficeExceptionSchema(FileSchema):
    """Days with other hours; without `hours` it is closed."""

    first_day = Day(required=True, metadata={"example": "2026-12-24"})
    last_day = Day(metadata={"example": "2026-12-31"})
    hours = text(DAY_EXAMPLE, longest=HOURS)
    text = text("Zwischen den Jahren geschlossen.", longest=300)


class OfficeSchema(FileSchema):
    """Where and whom to see. Never the name of a person."""

    key = text("buergerbuero", required=True, longest=80, pattern=SLUG, cure=SLUG_CURE)
    name = text("Bürgerbüro", required=True, longest=200)
    street = text("Markt 1", longest=200)
    postcode = text("14806", longest=10)
    city = text("Musterstadt", longest=100)
    extra = text("Zimmer 12, mit Aufzug", longest=200)
    latitude = Number(validate=_degrees(90, "latitude"), metadata={"example": "52.1406"})
    longitude = Number(validate=_degrees(180, "longitude"), metadata={"example": "12.5867"})
    phone = text("033841 940", longest=60, pattern=PHONE, cure="is not a phone number.")
    email = mail("buergerbuero@example.org")
    url = _address("https://www.example.org/termin")
    hours = Several(text(EXAMPLE, longest=HOURS), cure=f'["{EXAMPLE}"]')
    exceptions = Several(fields.Nested(OfficeExceptionSchema), cure="[[services.offices.exceptions]] with first_day")
    accessibility = text("Rampe am Hof, Aufzug, WC", longest=1000)
    transit = text("Bus 555, Haltestelle Markt", longest=1000)
    note = text("Nachmittags nur mit Termin", longest=1000)
    hidden = Switch()
    services = _keys('["personalausweis", "reisepass"]', MOST_ENTRIES)


class PathsSchema(FileSchema):
    """Paths of PVOG, whose versions change."""

    by_key = text("/v3/servicedescriptions/leikaid")
    by_word = text("/v7/servicedescriptions/{ars}")
    detail = text("/v6/servicedescriptions/{id}/detail")
    offices = text("/v2/organisationunits/titles")
    office = text("/v5/organisationunits/detail")


class ServiceSourceSchema(FileSchema):
    """A directory that services are imported from."""

    key = text("land", required=True, longest=60, pattern=SLUG, cure=SLUG_CURE)
    name = text("Serviceportal Brandenburg", required=True)
    kind = Choice(KINDS, required=True)
    url = text("https://restapi-v4-bb.infodienste.de", longest=2000)
    area_id = text("3679", longest=40)
    area_ids = Several(text("3679", longest=40), cure='["3679"]')
    client_id = text("…", longest=200)
    words = Several(text("Hundesteuer", longest=100), cure='["Hundesteuer"]')
    paths = fields.Nested(PathsSchema)
    complete = Switch()
    may_shrink = Switch()


class ServicesSchema(FileSchema):
    """Everything about the directory of services."""

    bus_bb = Switch()
    link_hosts = Several(
        text("example.org", longest=253, pattern=HOST, cure="is not the name of a host, in lower case."),
        cure='["example.org"]',
    )
    portal = fields.Nested(PortalSchema)
    hidden = _keys('["jagdschein"]', MOST_ENTRIES)
    top = _keys('["wohnsitz-anmelden"]', MOST_TOP)
    entries = Several(
        fields.Nested(EntrySchema),
        cure="[[services.entries]] and below it key and title",
        validate=validate.Length(max=MOST_ENTRIES, error=f"More than {MOST_ENTRIES} entries are too many."),
    )
    offices = Several(
        fields.Nested(OfficeSchema),
        cure="[[services.offices]] and below it key and name",
        validate=validate.Length(max=MOST_OFFICES, error=f"More than {MOST_OFFICES} offices are too many."),
    )
    sources = Several(
        fields.Nested(ServiceSourceSchema), cure="[[services.sources]] and below it key, name, kind and url"
    )
