# SPDX-License-Identifier: EUPL-1.2
"""Lighthouse (mobile, slow network) on the production build behind the real server. Prints scores, asserts nothing."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

from tests.e2e.server import DIST, Server

ROOT = Path(__file__).resolve().parents[2]
CLI = ROOT / "pwa" / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "bytes",
}


def audit(url: str, folder: Path) -> dict[str, Any]:
    """One report. Chromium starts with a new profile each time: always a first visit."""
    target = folder / "report.json"
    command = [str(shutil.which("node")), str(CLI), url, "--quiet", "--output=json", f"--output-path={target}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
    chromium = {"CHROME_PATH": os.environ["CHROMIUM"]} if os.environ.get("CHROMIUM") else {}
    done = subprocess.run(command, env=os.environ | chromium, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def score(report: dict[str, Any], category: str) -> int:
    return round((report["categories"][category]["score"] or 0) * 100)


def complaints(report: dict[str, Any]) -> list[str]:
    """What keeps a category from 100, in Lighthouse's own words."""
    weighty = {
        part["id"] for category in report["categories"].values() for part in category["auditRefs"] if part["weight"] > 0
    }
    audits = (report["audits"][name] for name in sorted(weighty))
    return [each["title"] for each in audits if each["score"] is not None and each["score"] < 0.9]


def make_real(server: Server) -> None:
    """The default municipality stops being a demo: demos ask search engines to stay away, and that costs points."""
    file = server.folder / "bad-belzig.toml"
    text = (ROOT / "deploy" / "tenants" / file.name).read_text(encoding="utf-8")
    file.write_text(text.replace("demo = true", "demo = false"), encoding="utf-8")
    server.flask("tenant", "apply", str(file))


def pages(server: Server) -> dict[str, str]:
    """Start, the list, one article. Lighthouse knows localhost only: the default municipality."""
    origin = f"http://localhost:{server.port}"
    with urllib.request.urlopen(f"{origin}/api/v1/news", timeout=30) as answer:
        article = next(item["id"] for item in json.load(answer) if item["image"])
    return {"Start": f"{origin}/", "Aktuelles": f"{origin}/aktuelles", "Article": f"{origin}/aktuelles/{article}"}


def show(name: str, reports: list[dict[str, Any]]) -> None:
    middle = {category: statistics.median(score(report, category) for report in reports) for category in CATEGORIES}
    last = reports[-1]["audits"]
    figures = "  ".join(f"{short} {last[metric]['displayValue']}" for metric, short in METRICS.items())
    print(f"{name:10} " + " ".join(f"{value:13.0f}" for value in middle.values()) + f"   {figures}")
    for complaint in complaints(reports[-1]):
        print(f"{'':10}   {complaint}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/pwa", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="reports per page; the median counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = Server(folder, DIST)
        server.fill()
        make_real(server)
        server.start()
        try:
            print(f"{'':10} " + " ".join(f"{category:>13}" for category in CATEGORIES), flush=True)
            for page, url in pages(server).items():
                show(page, [audit(url, folder) for _ in range(options.rounds)])
        finally:
            server.stop()
    print("\nAim: 98 / 100 / 100 / 100. The performance score depends on the machine; the other three do not.")


if __name__ == "__main__":
    main()
