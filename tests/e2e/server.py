# SPDX-License-Identifier: EUPL-1.2
"""The real server for browser tests: gunicorn, its own folder, demo municipalities and content. Knows no browser."""

import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "pwa" / "dist"
TENANTS = sorted((ROOT / "deploy" / "tenants").glob("*.toml"))
START_SECONDS = 30
PACKED = re.compile(r"\.(br|gz)$")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One server on one port; it can be stopped and started again, with another build or another setting."""

    running: ClassVar[list["Server"]] = []

    def __init__(self, folder: Path, pwa: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        self.env = os.environ | {
            "FLASK_APP": "backend",
            "ENVIRONMENT": "development",
            "DATABASE_URL": f"sqlite:///{folder / 'app.sqlite3'}",
            "INSTANCE_PATH": str(folder),
            "DEFAULT_TENANT": "bad-belzig",
            "PUBLIC_PORT": str(self.port),
            "BIND": f"127.0.0.1:{self.port}",
            "WEB_CONCURRENCY": "1",
            "PWA_PATH": str(pwa),
        }

    def url(self, path: str = "/", tenant: str = "bad-belzig") -> str:
        return f"http://{tenant}.localhost:{self.port}{path}"

    def get(self, path: str, tenant: str = "bad-belzig") -> http.client.HTTPResponse:
        """One request outside the browser; only Chromium resolves *.localhost."""
        host = {"Host": f"{tenant}.localhost:{self.port}"}
        answer = urllib.request.urlopen(
            urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=host), timeout=10
        )
        assert isinstance(answer, http.client.HTTPResponse)
        return answer

    def flask(self, *arguments: str) -> None:
        """Run a command of the operator; its output shows when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", *arguments],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def forget_tries(self) -> None:
        """All tests sign in from one address; to the throttle each of them shall be somebody else."""
        with closing(sqlite3.connect(self.folder / "app.sqlite3", timeout=20)) as database:
            database.execute("DELETE FROM throttle_counter")
            database.commit()

    def fill(self) -> None:
        """An empty database becomes the demo."""
        self.flask("db", "upgrade")
        self.flask("tenant", "apply", *map(str, TENANTS))
        self.flask("demo")

    def start(self, **settings: str) -> None:
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.env | settings)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self.process.poll() is None, "the server ended by itself; its message stands above"
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5)
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                self.running.append(self)
                return
        raise AssertionError("the server did not start")

    def stop(self) -> None:
        if self.process is not None:
            # Gunicorn's quick end: it does not wait for the browser's idle connections.
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(timeout=20)
            self.process = None
            self.running.remove(self)

    def restart(self, **settings: str) -> None:
        self.stop()
        self.start(**settings)


def copy_build(target: Path) -> Path:
    """The build in a folder that a test may change; without packed copies, which would go stale."""
    shutil.copytree(DIST, target, ignore=lambda _folder, names: [name for name in names if PACKED.search(name)])
    return target


def next_build(build: Path, mark: str) -> None:
    """Turn a copied build into the one after it: every chunk has a new name, and the shell bears `mark`."""
    texts = [path for path in build.rglob("*") if path.suffix in {".js", ".css", ".html"} and "docs" not in path.parts]
    assets = [path for path in (build / "assets").rglob("*") if path.suffix in {".js", ".css"}]
    names = {path.name: f"{path.stem}{mark}{path.suffix}" for path in assets}
    for path in texts:
        content = path.read_text(encoding="utf-8")
        for old, new in names.items():
            content = content.replace(old, new)
        if path.name == "app-shell.html":
            content = content.replace("<html ", f'<html data-build="{mark}" ')
        if path.name == "sw.js":
            content = re.sub(r'("?revision"?:")[0-9a-f]{32}(",\s*"?url"?:"app-shell)', rf"\g<1>{mark}\g<2>", content)
            assert mark in content, "the worker's list of files looks different than this function thinks"
        path.write_text(content, encoding="utf-8")
    for path in assets:
        path.rename(path.with_name(names[path.name]))
