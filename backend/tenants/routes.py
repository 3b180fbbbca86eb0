# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what makes the app this municipality's: theme, manifest, icons, arms, and the list to choose from."""

from typing import Any

import orjson
from flask import Response

from backend.config import current_settings
from backend.problems import Missing
from backend.tenants import icons, operations
from backend.tenants.appearance import look_of, theme_of
from backend.tenants.arms import SVG
from backend.tenants.icons import Look
from backend.tenants.manifest import manifest
from backend.tenants.schemas import TenantLinkSchema
from backend.web import Access, Border, municipality, raw

api = Border("tenants", __name__, url_prefix="/api/v1/tenants", description="Municipalities")
pages = Border("appearance", __name__, description="Theme, manifest, icons")


@api.endpoint("", access=Access.OPEN, returns=TenantLinkSchema(many=True))
def list_tenants() -> Any:
    """All municipalities of this server, by name. Not kept: another one's change does not bump this one's version."""
    return operations.list_tenants(current_settings())


@pages.endpoint("/theme.css", access=Access.PUBLIC, documented=False)
def theme() -> Response:
    """The tokens of the look, compiled to hex."""
    return raw(theme_of(municipality().config).css, "text/css; charset=utf-8")


@pages.endpoint("/manifest.webmanifest", access=Access.PUBLIC, documented=False)
def webmanifest() -> Response:
    """The web app manifest."""
    return raw(orjson.dumps(manifest(municipality().config)), "application/manifest+json")


@pages.endpoint("/icons/icon.svg", access=Access.PUBLIC, documented=False)
def icon() -> Response:
    """The app icon as SVG."""
    return raw(icons.svg(_look()), SVG)


@pages.endpoint("/icons/<string:name>.png", access=Access.PUBLIC, documented=False)
def icon_png(name: str) -> Response:
    """The app icon in one of its sizes."""
    if f"{name}.png" not in icons.SIZES:
        raise Missing("There is no such icon.")
    return raw(icons.png(_look(), f"{name}.png"), "image/png")


@pages.endpoint("/icons/arms", access=Access.PUBLIC, documented=False)
def arms() -> Response:
    """The municipality's arms."""
    picture = operations.arms_of(municipality().id)
    if picture is None:
        raise Missing("This municipality shows initials instead of arms.")
    return raw(picture.data, picture.media_type)


def _look() -> Look:
    config = municipality().config
    return look_of(config, operations.arms_of(municipality().id) if config["tenant"]["arms"] else None)
