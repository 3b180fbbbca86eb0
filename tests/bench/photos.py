# SPDX-License-Identifier: EUPL-1.2
"""Time and peak memory of taking in one photo, against the obvious way: open it whole, scale it, save it.

Both ways make the same sizes, each in a process of its own and in turns, so that what disturbs the machine disturbs
both. Compare ratios; absolute figures belong to the machine. Never asserts a time. Needs Linux (`/proc`).
"""

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image

from backend.media.pictures import FALLBACK_WIDTH, WIDTHS, encode

ROOT = Path(__file__).resolve().parents[2]
PHONE, LARGE, FIFTY = (4032, 3024), (5712, 4284), (8160, 6144)

# Name, size, mode, format, options.
PHOTOS: tuple[tuple[str, tuple[int, int], str, str, dict[str, Any]], ...] = (
    ("JPEG", PHONE, "RGB", "JPEG", {"quality": 90}),
    ("JPEG", FIFTY, "RGB", "JPEG", {"quality": 90}),
    ("JPEG, progressive", (5600, 4200), "RGB", "JPEG", {"quality": 90, "progressive": True}),
    ("JPEG, CMYK", PHONE, "CMYK", "JPEG", {"quality": 90}),
    ("HEIC", PHONE, "RGB", "HEIF", {"quality": 60}),
    ("HEIC", LARGE, "RGB", "HEIF", {"quality": 60}),
    ("AVIF", PHONE, "RGB", "AVIF", {"quality": 60, "speed": 9}),
    ("WebP", PHONE, "RGB", "WEBP", {"quality": 80, "method": 0}),
    ("PNG", (4600, 3450), "RGB", "PNG", {"compress_level": 1}),
    ("PNG with transparency", (4600, 3450), "RGBA", "PNG", {"compress_level": 1}),
    ("PNG, 16 bit", PHONE, "I;16", "PNG", {"compress_level": 1}),
)


def photo(size: tuple[int, int], mode: str, kind: str) -> Image.Image:
    """Soft areas with some grain, as in a photo; plain colour would compress to nothing, and a PNG with grain would be
    larger than what we take."""
    rough = Image.effect_noise((size[0] // 16, size[1] // 16), 90).resize(size, Image.Resampling.BICUBIC)
    grain = rough if kind == "PNG" else Image.effect_noise(size, 12)
    grey = Image.blend(rough, grain, 0.3)
    return grey.convert("I;16") if mode == "I;16" else Image.merge("RGB", (grey, rough, grain)).convert(mode)


def obviously(data: bytes) -> None:
    """What anyone would write first."""
    with Image.open(io.BytesIO(data)) as source:
        whole = source.convert("RGB")
    for width in WIDTHS:
        small = whole.resize((width, whole.height * width // whole.width))
        small.save(io.BytesIO(), "WEBP", quality=80, method=4)
        if width == FALLBACK_WIDTH:
            small.save(io.BytesIO(), "JPEG", quality=82, optimize=True, progressive=True)


WAYS: dict[str, Callable[[bytes], object]] = {"ours": encode, "obvious": obviously}


def memory(name: str) -> float:
    """A figure of this process from the kernel, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) / 1024


def one(way: str, path: Path) -> None:
    """In a process of its own: print seconds and peak memory of one photo, without what Python and the file need."""
    pillow_heif.register_heif_opener()
    data = path.read_bytes()
    before, start = memory("VmRSS"), time.perf_counter()
    WAYS[way](data)
    print(time.perf_counter() - start, memory("VmHWM") - before)


def measure(way: str, path: Path) -> tuple[float, float]:
    """Seconds and MB of a fresh process."""
    command = [sys.executable, "-m", "tests.bench.photos", "--one", way, str(path)]
    words = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    return float(words[0]), float(words[1])


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/images", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one[0], Path(options.one[1]))
        return
    pillow_heif.register_heif_opener()
    print(f"{'':55} against the obvious way")
    print(f"{'photo':24} {'MP':>5} {'file MB':>8} {'ms':>6} {'peak MB':>8} {'× time':>11} {'× memory':>11}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo"
        for name, size, mode, kind, more in PHOTOS:
            photo(size, mode, kind).save(path, kind, **more)
            rounds = [(measure("ours", path), measure("obvious", path)) for _round in range(options.rounds)]
            seconds, peak = (statistics.median(ours[figure] for ours, _obvious in rounds) for figure in (0, 1))
            ratios = [statistics.median(ours[figure] / other[figure] for ours, other in rounds) for figure in (0, 1)]
            print(
                f"{name:24} {size[0] * size[1] / 1e6:5.1f} {path.stat().st_size / 1e6:8.1f} {seconds * 1000:6.0f} "
                f"{peak:8.0f} {ratios[0]:11.2f} {ratios[1]:11.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
