# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pictures. A name contains the hash of its content, so clients keep the answer for a year."""

from pathlib import Path

from flask import Response, send_file

from backend.media.library import file_of
from backend.problems import Missing
from backend.web import IMMUTABLE, Access, Border

TYPES = {".webp": "image/webp", ".jpg": "image/jpeg"}

bp = Border("media", __name__, url_prefix="/media")


# Not PUBLIC although anyone may see it: pictures would push the texts out of the byte cache and are compressed already.
@bp.endpoint("/<name>", access=Access.OPEN, documented=False)
def get_file(name: str) -> Response:
    """One file of a picture of this municipality."""
    path = file_of(name)
    if path is None:
        raise Missing("There is no such file.")
    response = send_file(path, mimetype=TYPES[path.suffix], conditional=True, etag=path.stem)
    response.headers["Cache-Control"] = IMMUTABLE
    return response


def private_file(path: Path) -> Response:
    """The answer with a picture that only its receiver may see: nothing on the way keeps it."""
    response = send_file(path, mimetype=TYPES[path.suffix], conditional=True, etag=False)
    response.headers["Cache-Control"] = "no-store"
    return response
