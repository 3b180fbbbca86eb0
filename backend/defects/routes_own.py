# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the defects API for who reports: submit, look, act. The secret travels as Bearer, and no answer is ever
kept."""

import uuid
from typing import Any

from flask import Response, request
from marshmallow import ValidationError
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from backend.bearer import bearer
from backend.config import current_settings
from backend.defects import marks, own, photos, submission
from backend.defects import schemas_own as schemas
from backend.errors import read_json
from backend.media.routes import private_file
from backend.problems import Invalid
from backend.throttle import Limit
from backend.web import Access, Border, municipality, now

bp = Border(
    "own-defects", __name__, url_prefix="/api/v1/defects", module="defects",
    description="The own report: submit, look, answer",
)  # fmt: skip

# For each network: many phones share the address of a mobile network, and a phone in a dead spot tries again and again.
SUBMITTING = Limit("defect-submitting", 120, 60 * 60)
LOOKING = Limit("defect-own-looking", 1200, 60 * 60)
ACTING = Limit("defect-own-acting", 120, 60 * 60)
SUPPORTING = Limit("defect-supporting", 120, 60 * 60)
FLAGGING = Limit("defect-flagging", 20, 60 * 60)
NEEDED = "The report's own secret is missing."
REPORT = schemas.SubmitSchema()
BODY = {"content": {"application/json": {"schema": schemas.SubmitSchema}}}


@bp.endpoint(
    "/<uuid:report_id>",
    method="PUT",
    access=Access.OPEN,
    files=schemas.PartsSchema(),
    returns=schemas.ReceiptSchema(),
    limit=SUBMITTING,
    also=(201,),
)
@bp.doc(requestBody=BODY)  # type: ignore[untyped-decorator]
def submit_defect(files: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Report a defect: 201, or 200 with the same receipt when the same arrives again. As JSON, or as multipart with the
    JSON in one part `report` and up to five parts `photo`. The client makes id and secret."""
    given = _given(files)
    receipt, new = submission.submit(report_id, given, bearer(NEEDED), municipality().config, now())
    return receipt, 201 if new else 200


@bp.endpoint("/<uuid:report_id>/own", access=Access.OPEN, returns=schemas.OwnReportSchema(), limit=LOOKING)
def get_own(report_id: uuid.UUID) -> Any:
    """All that is stored of the own report."""
    return own.show(report_id, bearer(NEEDED), municipality().config, now())


@bp.endpoint("/<uuid:report_id>/own/photos/<uuid:photo_id>", access=Access.OPEN, documented=False, limit=LOOKING)
def get_own_photo(report_id: uuid.UUID, photo_id: uuid.UUID) -> Response:
    """The file of an own photo."""
    return private_file(own.photo_file(report_id, photo_id, bearer(NEEDED)))


@bp.endpoint(
    "/<uuid:report_id>/messages",
    method="POST",
    access=Access.OPEN,
    body=schemas.ReplySchema(),
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def answer_question(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Answer the town hall's question."""
    return own.answer(report_id, bearer(NEEDED), body, municipality().config, now())


@bp.endpoint(
    "/<uuid:report_id>/photos",
    method="POST",
    access=Access.OPEN,
    files=schemas.PhotoPartSchema(),
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def add_photo(files: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Add a photo."""
    data = files["photo"].read()
    return own.add_photo(report_id, bearer(NEEDED), data, municipality().config, now())


@bp.endpoint(
    "/<uuid:report_id>/withdrawal",
    method="POST",
    access=Access.OPEN,
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def withdraw(report_id: uuid.UUID) -> Any:
    """Take the own report back."""
    return own.withdraw(report_id, bearer(NEEDED), municipality().config, now())


@bp.endpoint(
    "/<uuid:report_id>/reopening",
    method="POST",
    access=Access.OPEN,
    body=schemas.ReopeningSchema(),
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def reopen(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Say that it is not done: once, within two weeks."""
    return own.reopen(report_id, bearer(NEEDED), body["text"], municipality().config, now())


@bp.endpoint(
    "/<uuid:report_id>/contact",
    method="PUT",
    access=Access.OPEN,
    body=schemas.ContactSchema(),
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def put_contact(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Change the contact."""
    return own.put_contact(report_id, bearer(NEEDED), body, municipality().config, now())


@bp.endpoint(
    "/<uuid:report_id>/contact",
    method="DELETE",
    access=Access.OPEN,
    returns=schemas.OwnReportSchema(),
    limit=ACTING,
)
def drop_contact(report_id: uuid.UUID) -> Any:
    """Delete the contact."""
    return own.drop_contact(report_id, bearer(NEEDED), municipality().config, now())


@bp.endpoint("/<uuid:report_id>/erasure", method="POST", access=Access.OPEN, limit=ACTING)
def erase(report_id: uuid.UUID) -> Any:
    """Delete everything that was given; number and state stay for the statistics."""
    own.erase(report_id, bearer(NEEDED), municipality().config, now())
    return "", 204


@bp.endpoint(
    "/<uuid:report_id>/supports",
    method="POST",
    access=Access.OPEN,
    body=schemas.SupportSchema(),
    returns=schemas.SupportsSchema(),
    limit=SUPPORTING,
)
def support(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Say that it bothers one too; once per phone."""
    return marks.support(report_id, body["device"])


@bp.endpoint("/<uuid:report_id>/flags", method="POST", access=Access.OPEN, body=schemas.FlagSchema(), limit=FLAGGING)
def flag(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Say that this entry should not be public as it is; once per phone."""
    marks.flag(report_id, body, now())
    return "", 204


def _given(files: dict[str, Any]) -> submission.Given:
    """What arrived, read and checked field by field. The report is a body of its own, or a part: a field or a file."""
    parts: list[FileStorage] = files.get("photo", [])
    if "photo" in request.form or not request.files.keys() <= {"photo", "report"}:
        # Better refused than a report without what its reporter has photographed.
        raise Invalid("", {"photo": ["A photo comes as a file, in a part of this name."]})
    if len(parts) > photos.MOST:
        raise Invalid(f"Höchstens {photos.MOST} Fotos.", {"photo": [f"Höchstens {photos.MOST} Fotos."]})
    most = current_settings().max_body_bytes
    if request.mimetype == "multipart/form-data":
        raw = files["report"].read(most + 1) if "report" in files else request.form.get("report", "").encode()
    else:
        request.max_content_length = most
        raw = request.get_data(cache=False)
    if len(raw) > most:
        raise RequestEntityTooLarge()
    try:
        body = REPORT.load(read_json(raw))
    except ValidationError as error:
        raise Invalid("", error.messages_dict) from error
    return submission.Given(raw, body, [part.read() for part in parts])
