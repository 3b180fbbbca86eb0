# SPDX-License-Identifier: EUPL-1.2
"""How many reports arrive in a second: words alone, with a photo as a phone sends it, and the same ones again; against
encoding such photos and nothing else, in as many processes. A real server, one connection per phone, alternating
rounds.

Each phone has an address of its own, as behind a proxy: the throttle counts them apart. Compare ratios; absolute
figures belong to the machine. Never asserts a time.
"""

import argparse
import http.client
import io
import itertools
import multiprocessing
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import orjson
from PIL import Image

from backend import create_app
from backend.config import read_settings
from backend.db import Base, db
from backend.defects.models import DefectCategory
from backend.jobs import scope
from backend.media.pictures import encode
from tests.bench.reading import Processes, serve
from tests.factories import make_tenant

PHONES = 32
HOST = "town.localhost"
SIZE, QUALITY = (2048, 1536), 80
BOUNDARY = b"grenze"
TURN = itertools.count()


@dataclass(frozen=True)
class Sending:
    """One report on its way."""

    report_id: uuid.UUID
    body: bytes
    kind: str


def photo() -> bytes:
    """Soft areas with some grain: about 400 kB, as the app shrinks it."""
    rough = Image.effect_noise((SIZE[0] // 16, SIZE[1] // 16), 90).resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(SIZE, 12)
    grey = Image.blend(rough, grain, 0.2)
    buffer = io.BytesIO()
    Image.merge("RGB", (grey, rough, grain)).save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def sendings(count: int, picture: bytes | None) -> list[Sending]:
    """Reports that differ."""
    found = []
    for _ in range(count):
        number = next(TURN)
        words = orjson.dumps(
            {"category": "licht", "description": f"Laterne {number}", "lat": 52.14, "lon": 12.595, "elapsed_ms": 9000}
        )
        if picture is None:
            found.append(Sending(uuid.uuid4(), words, "application/json"))
            continue
        parts = (b'name="report"', words), (b'name="photo"; filename="x.jpg"', picture + str(number).encode())
        form = b"".join(
            b"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n" % (BOUNDARY, name, data) for name, data in parts
        )
        kind = f"multipart/form-data; boundary={BOUNDARY.decode()}"
        found.append(Sending(uuid.uuid4(), form + b"--%s--\r\n" % BOUNDARY, kind))
    return found


def send_all(port: int, wanted: list[Sending], status: int) -> float:
    """Reports per second; stops at any other answer."""
    queue: Iterator[Sending] = iter(wanted)

    def phone(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        for one in queue:
            headers = {
                "Host": HOST,
                "Authorization": "Bearer ein-langes-geheimnis-vom-telefon",
                "Content-Type": one.kind,
                "X-Forwarded-For": f"10.{number}.{next(TURN) // 250 % 250}.{next(TURN) % 250}",
                "X-Forwarded-Host": HOST,
            }
            connection.request("PUT", f"/api/v1/defects/{one.report_id}", one.body, headers)
            answer = connection.getresponse()
            text = answer.read()
            if answer.status != status:
                raise SystemExit(f"{answer.status}: {text[:300]!r}")
        connection.close()

    begin = time.perf_counter()
    with ThreadPoolExecutor(PHONES) as phones:
        list(phones.map(phone, range(PHONES)))
    return len(wanted) / (time.perf_counter() - begin)


def _encode(data: bytes) -> int:
    return len(encode(data).files)


def encode_all(pictures: list[bytes], processes: int) -> float:
    """Photos per second when nothing else is to do."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_encode, pictures[:processes])
        begin = time.perf_counter()
        pool.map(_encode, pictures, chunksize=1)
        return len(pictures) / (time.perf_counter() - begin)


def main() -> int:
    """Send, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reports", type=int, default=400, help="without photo, in each round")
    parser.add_argument("--photos", type=int, default=60, help="with a photo, in each round")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--database", help="an empty database; without it a SQLite file of its own")
    given = parser.parse_args()
    processes: Processes = []
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{Path(folder) / 'app.sqlite3'}"
        environ = {"DATABASE_URL": url, "INSTANCE_PATH": folder, "TRUSTED_PROXIES": "1", "LOG_LEVEL": "WARNING"}
        environ |= {"WEB_CONCURRENCY": str(given.workers)}
        app = create_app(read_settings(environ))
        with app.app_context():
            Base.metadata.create_all(db.engine)
        with scope(app, make_tenant(app, "town")):
            db.session.add(DefectCategory(slug="licht", name="Licht", icon="lamp"))
        with app.app_context():
            db.engine.dispose()
        picture = photo()
        try:
            _process, port = serve("backend:create_app()", environ, processes)
            figures: dict[str, list[float]] = {}
            for _ in range(given.rounds):
                words, photos = sendings(given.reports, None), sendings(given.photos, picture)
                turns: dict[str, Callable[[], float]] = {
                    "words": lambda words=words: send_all(port, words, 201),  # type: ignore[misc]
                    "with a photo": lambda photos=photos: send_all(port, photos, 201),  # type: ignore[misc]
                    "with a photo, again": lambda photos=photos: send_all(port, photos, 200),  # type: ignore[misc]
                    "encoding alone": lambda: encode_all([picture] * given.photos, given.workers),
                }
                for name, turn in turns.items():
                    figures.setdefault(name, []).append(turn())
        finally:
            for process in processes:
                process.terminate()
                process.wait()
    limit, size = statistics.median(figures["encoding alone"]), len(picture) // 1000
    print(f"{PHONES} phones, {given.workers} workers, photo of {size} kB; median of {given.rounds} rounds")
    for name, each in figures.items():
        rate = statistics.median(each)
        print(f"  {name:<22} {rate:8.1f} per second   {rate / limit:6.2f} of encoding alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
