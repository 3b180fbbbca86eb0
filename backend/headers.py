# SPDX-License-Identifier: EUPL-1.2
"""What answers tell browsers to allow. Knows no request."""

from collections.abc import Iterable

PICTURES = "img-src 'self' data: blob:"
CONTENT_SECURITY = (
    f"default-src 'self'; {PICTURES}; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'"
)
SECURITY_HEADERS = {"Content-Security-Policy": CONTENT_SECURITY, "X-Content-Type-Options": "nosniff"}
# Browsers heed these on documents only.
DOCUMENT_HEADERS = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def document_headers(picture_hosts: Iterable[str]) -> dict[str, str]:
    """The headers of a page that may load pictures from these foreign origins, too."""
    pictures = " ".join([PICTURES, *picture_hosts])
    return DOCUMENT_HEADERS | {"Content-Security-Policy": CONTENT_SECURITY.replace(PICTURES, pictures)}
