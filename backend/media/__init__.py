# SPDX-License-Identifier: EUPL-1.2
"""Pictures of a municipality: accept any, re-encode, name by hash, serve. A part of the kernel: knows no feature.

Taking one in has two steps, because decoding takes long and a write transaction must be short: `accept` (no database)
and then `keep` inside the transaction.
"""

from backend.media.library import Accepted, accept, image, keep, size_of
from backend.media.models import MediaFile
from backend.media.pictures import UnusablePicture
from backend.media.routes import bp

__all__ = ["Accepted", "MediaFile", "UnusablePicture", "accept", "bp", "image", "keep", "size_of"]
