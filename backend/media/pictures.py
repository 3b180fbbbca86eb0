# SPDX-License-Identifier: EUPL-1.2
"""From the bytes that somebody sent to pictures of our own making. Pure functions: no files, no database, no HTTP.

Nothing of the original survives but the pixels: no metadata (a photo names its place), no profile, no trailing data.
"""

import hashlib
import io
import math
import threading
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, ImageOps, UnidentifiedImageError

from backend.problems import Problem

WIDTHS = (480, 960, 1600)
FALLBACK_WIDTH = 960  # the one JPEG, for what cannot show WebP and for link previews
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
MAX_INPUT_BYTES = 25 * 1024 * 1024
# A JPEG of one scan is decoded at a reduced size, line by line (`draft`), so a phone's 50 megapixels cost little. If it
# is progressive, in several scans or CMYK, all its coefficients lie in memory before the first line appears, up to
# eight bytes a pixel, and HEIC costs as much; every other format is held whole, up to twelve, or sixteen with
# transparency. So each costs 250 MB at most (tests/bench/images measures it).
MAX_JPEG_PIXELS = 120_000_000
MAX_SCANS_PIXELS = 24_000_000
MAX_HEIF_PIXELS = 25_000_000
MAX_PIXELS = 16_000_000
MAX_SIDE = 30_000
MAX_HEIGHT = 16_383  # WebP has no room for more
# Part of the name: files are immutable for a year, so a change of the encoding below must give new names.
PIPELINE = b"1"
_ORIENTATION = 0x0112
# x, y, width and height as parts (0 to 1) of the picture, from the upper left corner.
Area = tuple[float, float, float, float]
# One at a time in each process: the bounds above are those of a small server's memory.
_ONE = threading.Lock()


class UnusablePicture(Problem):
    """These bytes do not become a picture; the message says why in plain words, `reason` in one that the PWA
    translates: not-a-picture, damaged, too-large, too-many-pixels or empty."""

    code, status, title = "unusable-picture", 422, "The picture cannot be used"

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.members = {"reason": reason}


class TooManyPixels(UnusablePicture):
    """Decoding it would take more memory than a small server has."""

    def __init__(self) -> None:
        super().__init__("too-many-pixels", "The picture has too many pixels.")


@dataclass(frozen=True)
class Picture:
    """A re-encoded picture. `files` maps (width, "webp" | "jpg") to bytes; width and height are the largest one's."""

    hash: str
    width: int
    height: int
    files: dict[tuple[int, str], bytes] = field(repr=False)

    @property
    def widths(self) -> list[int]:
        return sorted(width for width, kind in self.files if kind == "webp")


def name_of(data: bytes) -> str:
    """The name of the picture that these bytes become, known before decoding: 32 hex digits."""
    return hashlib.sha256(PIPELINE + b"\n" + data).hexdigest()[:32]


def encode(data: bytes, black: Iterable[Area] = ()) -> Picture:
    """JPEG, PNG, WebP, GIF, AVIF or HEIC (first frame) → WebP in up to three widths and one JPEG, upright, sRGB, on
    white. `black` areas are painted over before anything is scaled.

    Raises UnusablePicture.
    """
    if not data:
        raise UnusablePicture("empty", "The file is empty.")
    if len(data) > MAX_INPUT_BYTES:
        raise UnusablePicture("too-large", f"The file is larger than {MAX_INPUT_BYTES // (1024 * 1024)} MB.")
    try:
        with _ONE, warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own bounds are stricter
            return _encoded(data, black)
    except UnusablePicture:
        raise
    except UnidentifiedImageError as error:
        raise UnusablePicture("not-a-picture", "This is not a JPEG, PNG, WebP, GIF, AVIF or HEIC file.") from error
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    # Damaged files make the decoders raise nearly anything, and so do encoders; none of it may stop an import.
    except Exception as error:
        raise UnusablePicture("damaged", "The picture is damaged.") from error


def fallback_width(widths: list[int]) -> int:
    """Which of the widths also exists as JPEG."""
    return max((width for width in widths if width <= FALLBACK_WIDTH), default=widths[0])


@cache
def _formats() -> tuple[str, ...]:
    """The formats we read; makes Pillow's HEIC decoder known on first use."""
    pillow_heif.register_heif_opener()
    return FORMATS


def _encoded(data: bytes, black: Iterable[Area]) -> Picture:
    large = _decode(data)
    _paint(large, black)
    files: dict[tuple[int, str], bytes] = {}
    widths = _widths(large.width)
    for width in widths:
        picture = _resize(large, width)
        files[width, "webp"] = _save(picture, "WEBP", quality=80, method=4)
        if width == fallback_width(widths):
            files[width, "jpg"] = _save(picture, "JPEG", quality=82, optimize=True, progressive=True)
    biggest = _resize(large, widths[-1])
    return Picture(name_of(data), biggest.width, biggest.height, files)


def _decode(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=_formats()) as source:
        width, height = source.size
        jpeg = source.format in ("JPEG", "MPO")
        most = MAX_HEIF_PIXELS if source.format == "HEIF" else MAX_PIXELS
        if jpeg:
            by_line = source.mode != "CMYK" and not source.info.get("progressive") and _single_scan(data)
            most = MAX_JPEG_PIXELS if by_line else MAX_SCANS_PIXELS
        if width * height > most or max(width, height) > MAX_SIDE:
            raise TooManyPixels
        if min(width, height) < 1:
            raise UnusablePicture("empty", "The picture has no pixels.")
        if jpeg:
            # A photo taken upright is stored lying: its height becomes the width.
            lying = source.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            scale = min(1.0, WIDTHS[-1] / (height if lying else width))
            source.draft(None, (max(1, int(width * scale)), max(1, int(height * scale))))
        source.load()
        profile = source.info.get("icc_profile")
        ImageOps.exif_transpose(source, in_place=True)
        picture = _direct_colours(source)
        # Very long and narrow pictures become narrower still.
        width = min(picture.width, WIDTHS[-1], max(1, picture.width * MAX_HEIGHT // picture.height))
        picture = _resize(picture, width)
    return _on_white(_to_srgb(picture, profile))


def _paint(picture: Image.Image, black: Iterable[Area]) -> None:
    brush = ImageDraw.Draw(picture)
    for x, y, width, height in black:
        left, top = math.floor(x * picture.width), math.floor(y * picture.height)
        right, bottom = math.ceil((x + width) * picture.width), math.ceil((y + height) * picture.height)
        brush.rectangle((left, top, right, bottom), "black")


def _single_scan(data: bytes) -> bool:
    """Whether the first scan of a JPEG holds all its components, so that nothing has to wait for a second one."""
    place, components = 2, -1
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xDA:
            return data[place + 4] == components
        if marker == 0xFF:  # a filler
            place += 1
            continue
        if marker in (0xC0, 0xC1):
            components = data[place + 9]
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return False


def _direct_colours(picture: Image.Image) -> Image.Image:
    """Palettes and unusual depths → modes that can be scaled and colour-managed: L, LA, RGB, RGBA, CMYK."""
    if picture.mode.startswith("I") or picture.mode == "F":
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("L", "RGB", "CMYK") and "transparency" not in picture.info:
        return picture
    if picture.mode in ("LA", "RGBA"):
        return picture
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode in ("YCbCr", "LAB", "HSV"):
        return picture.convert("RGB")
    return picture.convert("RGBA")


def _to_srgb(picture: Image.Image, profile: object) -> Image.Image:
    target = "RGBA" if picture.mode in ("RGBA", "LA") else "RGB"
    if isinstance(profile, bytes) and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=target)
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken or foreign profile: the plain conversion below looks nearly right.
            return picture.convert(target)
    return picture.convert(target)


def _on_white(picture: Image.Image) -> Image.Image:
    # A new image also has an empty `info`: encoders would write comments of the original from there.
    clean = Image.new("RGB", picture.size, "white")
    clean.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return clean


def _widths(width: int) -> list[int]:
    """Never larger than the original; an original between two steps is one itself if that shows."""
    steps = [step for step in WIDTHS if step <= width]
    if not steps:
        return [width]
    if width < WIDTHS[-1] and width >= steps[-1] * 1.25:
        steps.append(width)
    return steps


def _resize(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = min(MAX_HEIGHT, max(1, round(picture.height * width / picture.width)))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _save(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()
