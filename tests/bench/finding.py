# SPDX-License-Identifier: EUPL-1.2
"""The search of the directory on a phone: 2,000 services in a real Chromium with a processor four times slower. Prints
how long the search itself takes, and how long a letter takes until it is drawn. Never asserts a time."""

import argparse
import json
import random
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from backend.reference.laender import land_of, situations
from tests.e2e.conftest import ARGUMENTS, chromium, settle
from tests.e2e.looks import PHONE
from tests.e2e.server import DIST, Server

FRAME_MS = 1000 / 60
QUERIES = (
    "pe", "perso", "personalausweis", "umziehen", "auto anmelden", "hund", "steuer", "wie melde ich mein auto an",
    "hundeanmeldung", "presonalausweis", "fürherschien", "antrag bescheinigung", "xqzzx", "donaudampfschifffahrt",
)  # fmt: skip
# The search alone, as the page's own code answers it.
ASK = """async ([address, directory, queries, rounds]) => {
    const { makeFind } = await import(address)
    const begin = performance.now()
    const find = await makeFind(directory)
    const made = performance.now() - begin
    const took = {}
    for (let round = 0; round < rounds; round++)
        for (const query of queries) {
            const start = performance.now()
            const { services } = find(query)
            ;(took[query] ??= { hits: services.length, ms: [] }).ms.push(performance.now() - start)
        }
    return { made, took }
}"""
# From the letter to the picture with its results.
WATCH = """() => {
    window.letters = []
    document.addEventListener('input', () => {
        const start = performance.now()
        requestAnimationFrame(() => {
            const drawn = new MessageChannel()
            drawn.port1.onmessage = () => window.letters.push(performance.now() - start)
            drawn.port2.postMessage(null)
        })
    }, true)
}"""


def index_of(number: int) -> dict[str, Any]:
    """So many services as the index tells them: the Land's own first, then others made of their words, compounds."""
    dice = random.Random(number)
    usual = list(land_of("12").templates.values())
    words = sorted({word for one in usual for word in one.title.split() if word[0].isupper()})
    slugs = list(situations())
    rows: list[list[Any]] = [
        [str(at), one.title, list(one.synonyms), one.teaser, slugs.index(one.situation), 0]
        for at, one in enumerate(usual)
    ]
    for at in range(len(rows), number):
        like = dice.choice(usual)
        compound = dice.choice(words) + dice.choice(words).lower()
        title = f"{compound} {like.title.split()[-1]}"
        synonyms = [dice.choice(words) + dice.choice(words).lower() for _ in like.synonyms]
        rows.append([str(at), title, synonyms, like.teaser, slugs.index(like.situation), at % 2])
    return {
        "version": 1,
        "situations": [[one.slug, one.name, one.icon] for one in situations().values()],
        "services": sorted(rows, key=lambda row: str(row[1])),
        "offices": [[f"o{at}", f"Amt {dice.choice(words)}", "Bad Belzig"] for at in range(60)],
    }


def directory_of(index: dict[str, Any]) -> dict[str, Any]:
    """The index as the page hands it to its search."""
    named = [{"slug": slug, "name": name, "icon": icon} for slug, name, icon in index["situations"]]
    names = ("id", "title", "synonyms", "teaser", "situation", "online")
    services = [dict(zip(names, row, strict=True)) | {"situation": named[row[4]]} for row in index["services"]]
    offices = [dict(zip(("id", "name", "place"), row, strict=True)) for row in index["offices"]]
    return {"situations": named, "services": services, "offices": offices}


def figures(values: list[float]) -> str:
    ordered = sorted(values)
    late = ordered[int(len(ordered) * 0.95) - 1]
    return f"{statistics.median(ordered):9.1f}{late:9.1f}{ordered[-1]:9.1f}"


def measure(page: Page, index: dict[str, Any], slower: int, rounds: int, server: Server) -> None:
    page.route("**/api/v1/services/index", lambda route: route.fulfill(json=index))
    page.goto(server.url("/dienste"))
    settle(page)
    [search] = [f"/assets/later/services/{file.name}" for file in DIST.glob("assets/later/services/search-*.js")]
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    found = page.evaluate(ASK, [search, directory_of(index), QUERIES, rounds])
    print(f"{len(index['services']):,} services, processor {slower}× slower; one frame is {FRAME_MS:.1f} ms")
    print(f"{'search alone, ms':30}{'hits':>6}{'median':>9}{'p95':>9}{'most':>9}")
    everything: list[float] = []
    for query, one in found["took"].items():
        everything += one["ms"]
        print(f"{query:30}{one['hits']:6}{figures(one['ms'])}")
    print(f"{'all':36}{figures(everything)}")
    print(f"{'reading the index, once':36}{found['made']:9.1f}   in pieces, the page answers in between")
    page.evaluate(WATCH)
    field = page.get_by_role("searchbox", name="Dienst suchen")
    for query in QUERIES:
        field.fill("")
        field.press_sequentially(query, delay=120)
    print(f"{'letter to picture, ms':36}{figures(page.evaluate('window.letters'))}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/finding", description=__doc__)
    parser.add_argument("--services", type=int, default=2_000)
    parser.add_argument("--slower", type=int, default=4, help="how many times slower the processor is")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    index = index_of(options.services)
    print(f"index: {len(json.dumps(index, ensure_ascii=False).encode()):,} bytes before compression")
    with tempfile.TemporaryDirectory() as name:
        server = Server(Path(name), DIST)
        server.fill()
        server.start()
        try:
            with sync_playwright() as running:
                browser = running.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
                context = browser.new_context(
                    viewport={"width": PHONE["width"], "height": PHONE["height"]},
                    locale="de-DE",
                    service_workers="block",
                )
                measure(context.new_page(), index, options.slower, options.rounds, server)
                browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
