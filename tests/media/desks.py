# SPDX-License-Identifier: EUPL-1.2
"""Editors at work in the media library."""

import io
from pathlib import Path
from typing import Any

from flask import Flask

from tests.accounts.people import API, Desk
from tests.factories import tenant_id


def upload(editor: Desk, data: bytes, name: str = "IMG_2041.jpg") -> Any:
    """Send one file as a browser's form does."""
    body = {"file": (io.BytesIO(data), name)}
    return editor.open(f"{API}/media", method="POST", data=body, content_type="multipart/form-data")


def change(editor: Desk, media_id: str, version: int | None, **content: Any) -> Any:
    """Say something about a picture."""
    whole = {"name": "IMG_2041.jpg", "alt": "", "credit": None, "focal_x": 0.5, "focal_y": 0.5} | content
    return editor.api("PUT", f"/media/{media_id}", whole, headers=_if_match(version))


def delete(editor: Desk, media_id: str, version: int | None) -> Any:
    """Delete a picture."""
    return editor.api("DELETE", f"/media/{media_id}", headers=_if_match(version))


def files(app: Flask, slug: str = "alpha") -> list[Path]:
    """What lies in a municipality's folder."""
    folder = app.extensions["sva.settings"].media_path / str(tenant_id(app, slug))
    return sorted(folder.iterdir()) if folder.exists() else []


def _if_match(version: int | None) -> dict[str, str]:
    return {} if version is None else {"If-Match": f'"{version}"'}
