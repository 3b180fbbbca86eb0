# SPDX-License-Identifier: EUPL-1.2
"""The shape of a tenant file: keys, types, what to write instead. Knows marshmallow only; meaning is checks.py's.

Every message says what is wrong and then what to write.
"""

from marshmallow import fields, validate

from backend.tenants.file_defects import DefectsSchema
from backend.tenants.file_fields import (
    SLUG,
    UNKNOWN,
    WEB_ADDRESS,
    Choice,
    Day,
    FileSchema,
    Number,
    Several,
    Switch,
    mail,
    text,
)
from backend.tenants.file_services import ServicesSchema

__all__ = ["ICONS", "MODULES", "UNKNOWN", "TenantFileSchema"]

ICONS = (
    "home news cal report services menu search chev back close check share pin clock phone mail camera image locate "
    "bell moon sun install info warn lamp road tree bin play sign water bus dots id house family school car heart "
    "candle shop build coins plane ext offline refresh filter map list plus user euro doc flag sofa ticket lang easy "
    "shield access cloudup key copy thumb"
).split()
MODULES = ("news", "events", "defects", "services", "push")
MOTIFS = ("castle", "forest", "water")
SECOND_FACTOR = ("optional", "required")
ROLES = ("imprint", "privacy", "accessibility", "easy-language", "sign-language")


class ContactSchema(FileSchema):
    """How to reach the town hall, and what the legal pages must name."""

    phone = text("033841 940", pattern=r"\+?[0-9][0-9 ()/.-]{3,}", cure="is not a phone number.")
    email = mail("info@example.org")
    website = text(
        "https://www.example.org", longest=300, pattern=r"https?://[^\s/]+\.[^\s]+", cure="is not a web address."
    )
    address = text("Rathausplatz 1\\n14806 Musterstadt", longest=300)
    represented_by = text("Bürgermeisterin Erika Muster", longest=300)
    supervisory_authority = text("Landkreis …", longest=300)
    vat_id = text("DE123456789", longest=20)
    editor = text("Erika Muster, Rathausplatz 1, 14806 Musterstadt", longest=300)
    data_protection_officer = text("datenschutz@example.org", longest=500)
    accessibility = mail("barriere@example.org")
    feedback = mail("app@example.org")
    hosting = text("Rechenzentrum …; Protokolle nach 7 Tagen gelöscht", longest=1000)


class ThemeSchema(FileSchema):
    """Colours, drawing and arms. Whether they can be read is theme.py's question."""

    brand = text("#0a4e40")
    brand_night = text("#87d3b9")
    accent = text("#d8953d")
    motif = Choice(MOTIFS)
    initials = text("BB", longest=2)
    arms = text("wappen.svg", longest=400_000)


class QuickActionSchema(FileSchema):
    """A tile on Start."""

    label = text("Aktuelles", required=True, longest=40)
    icon = Choice(ICONS, required=True)
    href = text("/aktuelles", required=True, longest=500)


class PageSchema(FileSchema):
    """A page of its own, or one of the legal pages in the municipality's words."""

    key = text("anfahrt", required=True, longest=60, pattern=SLUG, cure="may have a-z, 0-9 and - only.")
    title = text("So finden Sie uns")
    role = Choice(ROLES)
    body = text("<p>…</p>", required=True, longest=200_000)


class CategorySchema(FileSchema):
    """A topic of news or events."""

    name = text("Rathaus", required=True, longest=60)
    slug = text("rathaus", longest=60, pattern=SLUG, cure="may have a-z, 0-9 and - only.")


class SourceSchema(FileSchema):
    """A feed that is imported: RSS or Atom for news, iCalendar for events."""

    key = text("website", longest=60, pattern=SLUG, cure="may have a-z, 0-9 and - only.")
    url = text(
        "https://www.example.org/feed", required=True, longest=2000, pattern=WEB_ADDRESS, cure="is not a web address."
    )
    name = text("Website der Stadt", required=True)
    category = text("rathaus", longest=60)


class NewsSchema(FileSchema):
    """Everything about news."""

    categories = Several(fields.Nested(CategorySchema), cure='[[news.categories]] and below it name = "Rathaus"')
    sources = Several(fields.Nested(SourceSchema), cure='[[news.sources]] and below it url = "https://…"')


class SchoolHolidaySchema(FileSchema):
    """Days without school, both of them included."""

    name = text("Sommerferien", required=True, longest=60)
    first_day = Day(required=True, metadata={"example": "2027-07-01"})
    last_day = Day(required=True, metadata={"example": "2027-08-14"})


class EventsSchema(FileSchema):
    """Everything about events."""

    categories = Several(fields.Nested(CategorySchema), cure='[[events.categories]] and below it name = "Musik"')
    sources = Several(fields.Nested(SourceSchema), cure='[[events.sources]] and below it url = "https://…"')
    school_holidays = Several(
        fields.Nested(SchoolHolidaySchema),
        cure="[[events.school_holidays]] and below it name, first_day and last_day",
    )


class MapSchema(FileSchema):
    """Where the app may fetch map tiles, once somebody asks for a map."""

    tiles = text(
        "https://tiles.example.org/{z}/{x}/{y}.png",
        required=True,
        longest=500,
        pattern=r"https://[A-Za-z0-9.-]+(:\d+)?/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s\"'<>;,]*",
        cure="is not a tile address: https, one host, and {z}, {x}, {y} where the numbers go.",
    )
    attribution = text("© OpenStreetMap-Mitwirkende", required=True, longest=200)


class StaffSchema(FileSchema):
    """How the municipality's staff works."""

    second_factor = Choice(SECOND_FACTOR)
    four_eyes = Switch()
    organisers_publish = Switch()


class TenantFileSchema(FileSchema):
    """The whole file. Only `ags` is required; Brandenburg's directory knows the rest."""

    ags = text(
        "12069020",
        required=True,
        pattern=r"(0[1-9]|1[0-6])\d{6}",
        cure="is not an AGS: 8 digits, the first two name the Land.",
    )
    slug = text(
        "bad-belzig", longest=63, pattern=SLUG, cure="may have a-z, 0-9 and - only: it becomes part of the address."
    )
    name = text("Bad Belzig")
    kind = text("Stadt", longest=60)
    district = text("Potsdam-Mittelmark")
    ars = text("120690020020", pattern=r"\d{12}", cure="is not an ARS: 12 digits.")
    postcode = text("14806", pattern=r"\d{5}", cure="is not a postcode: 5 digits.")
    latitude = Number(
        validate=validate.Range(
            47.0, 55.2, error="{input} does not lie in Germany. Write the latitude, for example 52.1406."
        ),
        metadata={"example": "52.1406"},
    )
    longitude = Number(
        validate=validate.Range(
            5.8, 15.1, error="{input} does not lie in Germany. Write the longitude, for example 12.5867."
        ),
        metadata={"example": "12.5867"},
    )
    bbox = Several(
        Number(metadata={"example": "12.43"}),
        cure="[west, south, east, north]",
        validate=validate.Length(equal=4, error="needs four numbers. Write [west, south, east, north]."),
    )
    language = Choice(("de",))
    demo = Switch()
    hosts = Several(text("app.example.org", longest=300), cure='["app.example.org"]')
    modules = Several(Choice(MODULES), cure='["news"]')
    contact = fields.Nested(ContactSchema)
    theme = fields.Nested(ThemeSchema)
    quick_actions = Several(
        fields.Nested(QuickActionSchema),
        cure="[[quick_actions]] and below it label, icon and href",
        validate=validate.Length(2, 6, error="2 to 6 quick actions fit on Start. Add or remove some."),
    )
    pages = Several(fields.Nested(PageSchema), cure="[[pages]] and below it key, title and body")
    news = fields.Nested(NewsSchema)
    events = fields.Nested(EventsSchema)
    defects = fields.Nested(DefectsSchema)
    services = fields.Nested(ServicesSchema)
    map = fields.Nested(MapSchema)
    staff = fields.Nested(StaffSchema)
