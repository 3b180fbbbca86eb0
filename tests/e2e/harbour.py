# SPDX-License-Identifier: EUPL-1.2
"""A town with a lake, whose services and offices tests know: hours, a closed day, a form. Knows no browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from backend.instants import BERLIN
from tests.e2e.server import Server

TILES = "tiles.example.org"
# In February no Land has a public holiday, and what bootstrap says is about this year and the next.
YEAR = datetime.now(BERLIN).year
TUESDAY = next(day for day in (date(YEAR, 2, number) for number in range(8, 15)) if day.weekday() == 1)
FRIDAY = TUESDAY + timedelta(days=3)
TENANT = f"""
ags = "12069020"

[map]
tiles = "https://{TILES}/{{z}}/{{x}}/{{y}}.png"
attribution = "© OpenStreetMap-Mitwirkende"

[services]
top = ["boot"]

[[services.entries]]
key = "boot"
title = "Boot anmelden"
teaser = "Für Boote auf dem Stadtsee brauchen Sie eine Nummer."
situation = "mobilitaet"
needs = ["Bootsschein", "Chipnummer ~ Steht am Heck", "Bankverbindung"]
fees = "<p>48 € im Jahr</p><p>für das erste Boot</p>"
duration = "10 Minuten"
deadline = "<p>Melden Sie das Boot an, bevor es zum ersten Mal auf den See kommt, spätestens im Mai.</p>"
url = "https://service.brandenburg.de/boot"
text = "<p>Die Nummer gilt für ein Jahr.</p>"

[services.entries.modules]
07 = "<p>§ 3 der Seeordnung</p>"

[[services.entries.forms]]
title = "Formular auf Papier"
url = "https://service.brandenburg.de/boot.pdf"

[[services.entries]]
key = "steg"
title = "Steg bauen"
situation = "bauen"

[[services.offices]]
key = "hafenamt"
name = "Hafenamt"
street = "Am See 1"
postcode = "14806"
city = "Bad Belzig"
latitude = 52.14
longitude = 12.59
phone = "030 23125 101"
email = "hafen@example.org"
hours = ["Di 9-12, 13-18 (mit Termin)", "Do 9-12", "Fr 9-12"]
accessibility = "Rampe am Steg"
transit = "Bus 555, Haltestelle See"
services = ["boot"]

[[services.offices.exceptions]]
first_day = {TUESDAY + timedelta(days=2)}
text = "Der Steg wird gestrichen."

[[services.offices]]
key = "seewarte"
name = "Seewarte"
hours = ["Mo-So 9-17"]
"""


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), BERLIN)


@contextmanager
def harbour_in(folder: Path) -> Iterator[Server]:
    """A copy of the demo in which Bad Belzig is this town."""
    file = folder / "bad-belzig.toml"
    file.write_text(TENANT, encoding="utf-8")
    made = Server(folder, pwa=folder / "dist")
    made.flask("tenant", "apply", str(file))
    made.start()
    yield made
    made.stop()


def service(town: Server, title: str = "Boot anmelden") -> str:
    """The path of a service."""
    rows = json.load(town.get("/api/v1/services/index"))["services"]
    return f"/dienste/{next(row[0] for row in rows if row[1] == title)}"


def office(town: Server, name: str) -> str:
    """The path of an office."""
    rows = json.load(town.get("/api/v1/services/offices"))
    return f"/dienste/aemter/{next(row['id'] for row in rows if row['name'] == name)}"
