# SPDX-License-Identifier: EUPL-1.2
"""The shape of `[defects]` in a tenant file. Knows marshmallow only; meaning is check_defects.py's."""

from marshmallow import fields, validate

from backend.tenants.file_fields import (
    SLUG,
    WEB_ADDRESS,
    Choice,
    FileSchema,
    Number,
    Several,
    Switch,
    Text,
    Whole,
    mail,
    text,
)

MODES = ("own", "link")
QUESTION_KINDS = ("text", "number", "choice", "choices")
ANSWERS = (
    "in_progress", "accepted", "question", "scheduled", "forwarded", "resolved", "closed_unresolved", "duplicate",
    "rejected",
)  # fmt: skip
MOST_CATEGORIES, MOST_PLACES = 40, 400


class TemplateSchema(FileSchema):
    """An answer to start from. {date} and {office} are filled in when it is chosen."""

    title = text("Wird erledigt", required=True, longest=80)
    status = Choice(ANSWERS, required=True)
    text = text("Danke für Ihren Hinweis. …", required=True, longest=2000)


class QuestionSchema(FileSchema):
    """What a category asks beside place, photo and text."""

    code = text("mast", longest=40, pattern=SLUG, cure="may have a-z, 0-9 and - only.")
    label = text("Steht eine Nummer am Mast?", required=True, longest=200)
    help = text("Sie steht auf einem kleinen Schild.", longest=300)
    kind = Choice(QUESTION_KINDS)
    required = Switch()
    options = Several(text("ganz dunkel", longest=100), cure='["ganz dunkel", "flackert"]')


def _templates(section: str) -> Several:
    return Several(fields.Nested(TemplateSchema), cure=f"[[{section}.templates]] and below it title, status and text")


class DefectCategorySchema(FileSchema):
    """What can be reported, and who gets it."""

    name = text("Straßenbeleuchtung", required=True, longest=60)
    slug = text("strassenbeleuchtung", longest=60, pattern=SLUG, cure="may have a-z, 0-9 and - only.")
    group = text("Straße und Weg", longest=60)
    icon = text("lamp", longest=40)
    hint = text("Hängen Kabel frei? Dann bitte 112 anrufen.", longest=500)
    keywords = Several(text("Laterne", longest=60), cure='["Laterne", "Lampe"]')
    email = mail("bauhof@example.org")
    promise_days = Whole(1, 60, example=3)
    radius = Whole(5, 2000, example=30)
    active = Switch()
    questions = Several(fields.Nested(QuestionSchema), cure="[[defects.categories.questions]] and below it label")
    templates = _templates("defects.categories")


class PlaceSchema(FileSchema):
    """A district or street, for those who describe the place instead of finding it on a map."""

    name = text("Lübnitz", required=True, longest=100)
    latitude = Number(metadata={"example": "52.1701"})
    longitude = Number(metadata={"example": "12.5602"})


class RetentionSchema(FileSchema):
    """How many days until something is deleted."""

    contact_days = Whole(1, 3650, example=30)
    unpublished_days = Whole(1, 3650, example=90)
    published_days = Whole(30, 3650, example=365)


class DefectsSchema(FileSchema):
    """Everything about reports of defects."""

    mode = Choice(MODES)
    url = text("https://maerker.brandenburg.de", longest=500, pattern=WEB_ADDRESS, cure="is not a web address.")
    name = text("Maerker", longest=60)
    email = mail("bauhof@example.org")
    promise_days = Whole(1, 60, example=3)
    office_hours = Several(
        Whole(0, 24, example=8),
        cure="[8, 16]",
        validate=validate.Length(equal=2, error="needs two hours. Write [8, 16]."),
    )
    extra_holidays = Several(Text(metadata={"example": "12-24"}), cure='["12-24", "2027-05-07"]')
    retention = fields.Nested(RetentionSchema)
    places = Several(
        fields.Nested(PlaceSchema),
        cure='[[defects.places]] and below it name = "Lübnitz"',
        validate=validate.Length(max=MOST_PLACES, error=f"More than {MOST_PLACES} places are too many to choose from."),
    )
    categories = Several(
        fields.Nested(DefectCategorySchema),
        cure='[[defects.categories]] and below it name = "Straßenbeleuchtung"',
        validate=validate.Length(
            max=MOST_CATEGORIES, error=f"More than {MOST_CATEGORIES} categories are too many to choose from."
        ),
    )
    templates = _templates("defects")
