# SPDX-License-Identifier: EUPL-1.2
"""Pictures of a municipality: accept any, re-encode, name by hash, serve, keep in a library. A part of the kernel:
knows no feature; who uses a picture is handed in (`init_uses`).

Taking one in has two steps, because decoding takes long and a write transaction must be short: `accept` (no database)
and then `keep` inside the transaction.
"""

from backend.media.library import IMAGE_COLUMNS, Accepted, accept, image, image_of, keep, size_of
from backend.media.models import MediaFile
from backend.media.pictures import UnusablePicture
from backend.media.routes import bp
from backend.media.routes_staff import bp as staff_bp
from backend.media.sweeping import sweep_unused, unused
from backend.media.uses import Use, init_claims, init_uses

__all__ = [
    "IMAGE_COLUMNS",
    "Accepted",
    "MediaFile",
    "UnusablePicture",
    "Use",
    "accept",
    "bp",
    "image",
    "image_of",
    "init_claims",
    "init_uses",
    "keep",
    "size_of",
    "staff_bp",
    "sweep_unused",
    "unused",
]
