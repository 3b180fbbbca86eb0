# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the media library. Who writes for one organiser only sees the own pictures."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.conditions import expected_version
from backend.media import operations, schemas
from backend.media.library import accept
from backend.web import Access, Border

bp = Border("staff-media", __name__, url_prefix="/api/v1/staff/media", description="Staff: media library")
DETAIL = schemas.StaffMediaDetailSchema()


@bp.endpoint(
    "",
    method="POST",
    access=Access.ORGANISER,
    files=schemas.UploadSchema(),
    returns=schemas.StaffMediaSchema(),
    also=(201,),
)
def upload_picture(files: dict[str, Any]) -> Any:
    """Take a picture in: 201, or 200 with the known one if the same bytes were here before."""
    picture = accept(files["file"].read())  # takes long, and no transaction has begun yet
    row, new = operations.take_in(picture, files["file"].filename or "", gate.staff())
    return row, 201 if new else 200


@bp.endpoint(
    "",
    access=Access.ORGANISER,
    query=schemas.MediaQuerySchema(),
    returns=schemas.StaffMediaSchema(many=True),
    page_size=60,
)
def list_pictures(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """The pictures of the library, newest first."""
    page = pagination_parameters
    rows, page.item_count = operations.list_media(gate.staff(), **query, first=page.first_item, limit=page.page_size)
    return rows


@bp.endpoint("/<uuid:media_id>", access=Access.ORGANISER, returns=DETAIL, conditional=DETAIL)
def get_picture(media_id: uuid.UUID) -> Any:
    """One picture and the places that show it."""
    return operations.get_media(media_id, gate.staff())


@bp.endpoint(
    "/<uuid:media_id>",
    method="PUT",
    access=Access.ORGANISER,
    body=schemas.PictureContentSchema(),
    returns=DETAIL,
    conditional=DETAIL,
)
def change_picture(body: dict[str, Any], media_id: uuid.UUID) -> Any:
    """Change name, description, credit and focal point."""
    return operations.change(media_id, body, expected_version(), gate.staff())


@bp.endpoint("/<uuid:media_id>", method="DELETE", access=Access.ORGANISER, conditional=DETAIL)
def delete_picture(media_id: uuid.UUID) -> Any:
    """Delete a picture that nothing shows."""
    operations.delete(media_id, expected_version(), gate.staff())
    return "", 204
