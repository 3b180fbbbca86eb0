# SPDX-License-Identifier: EUPL-1.2
"""Arms, made safe: an SVG is rebuilt from an allow-list, a PNG is re-encoded.

Knows no database and no request.
"""

import base64
import binascii
import hashlib
import io
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

SVG, PNG = "image/svg+xml", "image/png"
LARGEST_FILE, LARGEST_SVG, PNG_SIDE, LEAST_SIDE = 2_000_000, 80_000, 512, 128
NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon "
    "defs linearGradient radialGradient stop clipPath title desc".split()
)
# Leaving these out would change the picture, so the file is refused. (`use` can be nested until a renderer chokes.)
VISIBLE = frozenset("style text image filter mask pattern use symbol foreignObject".split())
RENAMED = {"a": "g", "switch": "g"}
ATTRIBUTES = frozenset(
    "id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points offset transform viewBox preserveAspectRatio "
    "gradientUnits gradientTransform spreadMethod clipPathUnits".split()
)
LOOKS = frozenset(
    "fill fill-opacity fill-rule clip-rule clip-path stroke stroke-width stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color "
    "stop-color stop-opacity display visibility".split()
)
REFERENCE = re.compile(r"url\(\s*['\"]?#[A-Za-z0-9_.:-]+['\"]?\s*\)")
UNSAFE = re.compile(r"url\s*\(|[<>\\]|script|expression|@import", re.IGNORECASE)
LENGTH = re.compile(r"\s*([0-9.]+)\s*(?:px)?\s*$")


class BadArms(ValueError):
    """The arms cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Arms:
    """Safe bytes of one picture."""

    media_type: str
    data: bytes

    @property
    def hash(self) -> str:
        return hashlib.blake2b(self.data, digest_size=8).hexdigest()

    def in_file(self) -> str:
        """The arms as a value of the tenant file, so that an exported file needs no second one."""
        if self.media_type == SVG:
            return self.data.decode()
        return f"data:{PNG};base64,{base64.b64encode(self.data).decode()}"


def read_arms(value: str, folder: Path) -> Arms:
    """Arms from a file name (beside the tenant file), from SVG text or from a PNG data URI. Raises BadArms."""
    if value.lstrip().startswith("<"):
        return Arms(SVG, clean_svg(value))
    if value.startswith("data:"):
        return Arms(PNG, _clean_png(_decoded(value)))
    path = (folder / value).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise BadArms(
            f'"{value}" lies outside the folder of the tenant file. Put the picture there and write its name only.'
        )
    if not path.is_file():
        raise BadArms(
            f'there is no file "{value}" beside the tenant file. Put an SVG or PNG there, or remove this line.'
        )
    data = path.read_bytes()
    if len(data) > LARGEST_FILE:
        raise BadArms(f'"{value}" is larger than 2 MB. Save a smaller picture.')
    if path.suffix.lower() == ".png":
        return Arms(PNG, _clean_png(data))
    if path.suffix.lower() != ".svg":
        raise BadArms(f'"{value}" is neither SVG nor PNG. Save the arms as .svg or .png.')
    try:
        return Arms(SVG, clean_svg(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise BadArms(f'"{value}" is not UTF-8. Save the SVG again as UTF-8.') from error


def clean_svg(text: str) -> bytes:
    """The SVG with nothing but shapes, gradients and clips: no script, event or outer reference. Raises BadArms."""
    # An inner DTD could define entities that grow without end; arms need none.
    text = re.sub(r"<!DOCTYPE\s+svg[^\[>]*>", "", text, flags=re.IGNORECASE)
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise BadArms("the SVG defines entities of its own. Save it as plain SVG.")
    try:
        root = ElementTree.fromstring(text.encode())  # noqa: S314 - entities are refused above
    except ElementTree.ParseError as error:
        raise BadArms(f"the SVG cannot be read ({error}). Save it again as plain SVG.") from error
    if _name(root.tag) != "svg":
        raise BadArms("this is not an SVG picture. Save the arms as plain SVG.")
    clean = _element(root)
    if clean is None or not len(clean):
        raise BadArms("the SVG draws nothing that can be kept. Save it as plain SVG with paths.")
    if "viewBox" not in clean.attrib:
        width, height = (LENGTH.match(root.get(side, "")) for side in ("width", "height"))
        if not width or not height:
            raise BadArms("the SVG has no viewBox. Save it as plain SVG with a viewBox.")
        clean.set("viewBox", f"0 0 {width[1]} {height[1]}")
    for side in ("width", "height"):
        clean.attrib.pop(side, None)
    clean.set("xmlns", NAMESPACE)
    data = ElementTree.tostring(clean, encoding="unicode").encode()
    if len(data) > LARGEST_SVG:
        raise BadArms("the SVG is larger than 80 KB. Simplify its paths, or save the arms as PNG.")
    return data


def _element(source: ElementTree.Element) -> ElementTree.Element | None:
    name = RENAMED.get(_name(source.tag), _name(source.tag))
    if name in VISIBLE:
        raise BadArms(f"the SVG uses <{name}>, which is not allowed. Convert it to paths and save it as plain SVG.")
    if name not in ELEMENTS:
        return None
    made = ElementTree.Element(name)
    for attribute, value in source.attrib.items():
        _attribute(made, _name(attribute), value)
    made.text = source.text if name in ("title", "desc") else None
    made.extend([child for child in map(_element, source) if child is not None])
    return made


def _attribute(made: ElementTree.Element, name: str, value: str) -> None:
    if name == "style":
        for part in value.split(";"):
            key, _, inner = part.partition(":")
            if key.strip() in LOOKS:
                _attribute(made, key.strip(), inner.strip())
    elif name == "href":
        if made.tag in ("linearGradient", "radialGradient") and re.fullmatch(r"#[A-Za-z0-9_.:-]+", value):
            made.set("href", value)
    elif name in ATTRIBUTES | LOOKS and not UNSAFE.search(REFERENCE.sub("", value)):
        made.set(name, value)


def _name(tag: object) -> str:
    """The local name; comments and processing instructions have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _decoded(uri: str) -> bytes:
    head, _, body = uri.partition(",")
    if head != f"data:{PNG};base64":
        raise BadArms('this is not a PNG as data URI. Write a file name such as "wappen.svg".')
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error as error:
        raise BadArms('the data URI is damaged. Write a file name such as "wappen.png".') from error


def _clean_png(data: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if min(picture.size) < LEAST_SIDE or max(picture.size) > 6000:
                raise BadArms(
                    f"the PNG has {picture.size[0]} x {picture.size[1]} pixels. Save it with about 512 x 512."
                )
            made = picture.convert("RGBA")
    except (OSError, Image.DecompressionBombError, SyntaxError) as error:
        raise BadArms("the PNG cannot be read. Save it again as PNG.") from error
    if max(made.size) > PNG_SIDE:
        made.thumbnail((PNG_SIDE, PNG_SIDE))
    out = io.BytesIO()
    made.save(out, "PNG", optimize=True)
    return out.getvalue()
