# SPDX-License-Identifier: EUPL-1.2
"""The words of the staff API; knows no database."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.fields import LINE

ROLES = ("EDITOR", "CLERK", "ADMIN")
MAIL = validate.And(validate.Length(max=254), LINE)
NAME = validate.And(validate.Length(max=120), LINE)
SECRET = validate.Length(min=1, max=200)
TOKEN = validate.Length(min=1, max=100)


class WritesForSchema(Schema):
    """The one organiser of events that somebody writes for."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)


class PersonSchema(Schema):
    """Who is signed in. With `organiser` an EDITOR who writes events for this organiser only."""

    id = fields.UUID(required=True, attribute="account_id")
    name = fields.String(required=True)
    email = fields.String(required=True)
    roles = fields.List(fields.String(validate=validate.OneOf(ROLES)), required=True, attribute="role_names")
    second_factor = fields.Boolean(required=True)
    second_factor_due = fields.AwareDateTime(required=True, allow_none=True)
    organiser = fields.Nested(WritesForSchema, required=True, allow_none=True)


class MunicipalitySchema(Schema):
    """A municipality in which the person is a member."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    origin = fields.String(required=True)


class SessionSchema(Schema):
    """How far the sign-in has come. `csrf_token` goes into the header X-CSRF-Token of every write; it changes with the
    state. `code`: the second factor's code is missing; `setup`: one has to be set up first."""

    state = fields.String(required=True, validate=validate.OneOf(("anonymous", "code", "setup", "signed-in")))
    csrf_token = fields.String(required=True)
    person = fields.Nested(PersonSchema, required=True, allow_none=True)
    municipalities = fields.List(fields.Nested(MunicipalitySchema), required=True)
    second_factor_required = fields.Boolean(required=True)
    idle_minutes = fields.Integer(required=True)


class PasswordSchema(Schema):
    """The own password, once more."""

    password = fields.String(required=True, validate=SECRET)


class SignInSchema(PasswordSchema):
    """Mail address and password."""

    email = fields.String(required=True, validate=MAIL)


class CodeSchema(Schema):
    """Six digits of the app, or a recovery code; blanks do not count."""

    code = fields.String(required=True, validate=validate.Length(min=6, max=20))


class PasswordChangeSchema(PasswordSchema):
    """The password of now and the one from now on: at least twelve characters."""

    current = fields.String(required=True, validate=SECRET)


class TokenSchema(Schema):
    """The secret of a link, from its fragment."""

    token = fields.String(required=True, validate=TOKEN)


class AskResetSchema(Schema):
    """Where the link for a new password goes."""

    email = fields.String(required=True, validate=MAIL)


class ResetOfferSchema(Schema):
    """Whose password the link sets."""

    email = fields.String(required=True)


class ResetSchema(TokenSchema):
    """The link's secret and the new password."""

    password = fields.String(required=True, validate=SECRET)


class RolesSchema(Schema):
    """The roles from now on."""

    roles = fields.List(
        fields.String(validate=validate.OneOf(ROLES)), required=True, validate=validate.Length(min=1, max=3)
    )


class RightsSchema(RolesSchema):
    """The roles from now on. `organiser_id`: writes events for this organiser only (role EDITOR alone), null: for all;
    left out, that stays as it is."""

    organiser_id = fields.UUID(allow_none=True)


class InviteSchema(RolesSchema):
    """Who is invited to do what, perhaps for one organiser of events only."""

    email = fields.Email(required=True, validate=MAIL)
    name = fields.String(load_default="", validate=NAME)
    organiser_id = fields.UUID(load_default=None, allow_none=True)


class InvitationSchema(Schema):
    """An invitation that nobody has accepted yet."""

    id = fields.UUID(required=True)
    email = fields.String(required=True)
    name = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    organiser = fields.Nested(WritesForSchema, required=True, allow_none=True)
    invited_by = fields.String(required=True)
    created_at = fields.AwareDateTime(required=True)
    expires_at = fields.AwareDateTime(required=True)
    expired = fields.Boolean(required=True)


class OfferSchema(Schema):
    """What an invitation's link offers. `known`: the address has an account already, so its own password is asked
    for."""

    email = fields.String(required=True)
    name = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    organiser = fields.Nested(WritesForSchema, required=True, allow_none=True)
    known = fields.Boolean(required=True)
    expires_at = fields.AwareDateTime(required=True)


class AcceptSchema(TokenSchema):
    """The link's secret, a name, and the password: a new one, or the own one of a known address."""

    name = fields.String(load_default="", validate=NAME)
    password = fields.String(required=True, validate=SECRET)


class FactorOfferSchema(Schema):
    """For the authenticator app: `qr_code` is a data: address of an SVG, `secret` the same to type."""

    secret = fields.String(required=True)
    otpauth_uri = fields.String(required=True)
    qr_code = fields.String(required=True)


class RecoveryCodesSchema(Schema):
    """Shown this once."""

    recovery_codes = fields.List(fields.String(), required=True)


class OwnSessionSchema(Schema):
    """One of the person's own sessions."""

    id = fields.UUID(required=True)
    device = fields.String(required=True)
    municipality = fields.String(required=True)
    created_at = fields.AwareDateTime(required=True)
    last_seen_at = fields.AwareDateTime(required=True)
    current = fields.Boolean(required=True)


class SwitchSchema(Schema):
    """The municipality to go to."""

    slug = fields.String(required=True, validate=validate.And(validate.Length(max=63), LINE))


class SwitchTargetSchema(Schema):
    """Where to go within 30 seconds; the secret stands in the fragment."""

    url = fields.String(required=True)


class MemberSchema(Schema):
    """A member of this municipality. `second_factor_due`: until when the second factor must be set up; afterwards the
    person cannot sign in before somebody gives new days."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    organiser = fields.Nested(WritesForSchema, required=True, allow_none=True)
    second_factor = fields.Boolean(required=True)
    second_factor_due = fields.AwareDateTime(required=True, allow_none=True)
    since = fields.AwareDateTime(required=True)
    last_seen_at = fields.AwareDateTime(required=True, allow_none=True)
    you = fields.Boolean(required=True)


class SettingsSchema(Schema):
    """How the municipality's staff works. `four_eyes`: news and events are published by somebody else than who submits
    them; `organisers_publish`: who writes for one organiser only publishes without a release."""

    four_eyes = fields.Boolean(required=True)
    organisers_publish = fields.Boolean(required=True)


class SettingsChangeSchema(Schema):
    """What changes; what is left out stays."""

    four_eyes = fields.Boolean(truthy={True}, falsy={False})
    organisers_publish = fields.Boolean(truthy={True}, falsy={False})

    @validates_schema
    def _something(self, data: dict[str, bool], **_kwargs: object) -> None:
        if not data:
            raise ValidationError("Nothing is said to change.")


class AuditEntrySchema(Schema):
    """One deed; the PWA words it by `action`."""

    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    actor = fields.String(required=True)
    action = fields.String(required=True)
    subject = fields.String(required=True)
    details = fields.Dict(required=True)
