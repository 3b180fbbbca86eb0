# SPDX-License-Identifier: EUPL-1.2
"""A server in production as deploy/README.md describes it: keys, one municipality on its own host, its own folder."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from tests.e2e.server import ROOT, free_port

HOST = "app.example.de"
NAMES = ("PATH", "LANG", "TMPDIR")


@dataclass
class Production:
    """Settings and folder of a production server."""

    folder: Path
    env: dict[str, str]
    port: int

    def flask(self, *arguments: str) -> str:
        """Run a command of the operator; gives its output."""
        command = [sys.executable, "-m", "flask", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def get(self, path: str, host: str = HOST) -> tuple[int, bytes]:
        """Ask the web server without any proxy."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Host": host})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def json(self, path: str, host: str = HOST) -> Any:
        status, body = self.get(path, host)
        assert status == 200, body
        return json.loads(body)


@pytest.fixture
def production(tmp_path: Path) -> Production:
    """The example settings filled in, the database made, the municipality applied."""
    folder = tmp_path / "var"
    port = free_port()
    example = (ROOT / "deploy" / "production.env.example").read_text(encoding="utf-8")
    settings = dict(re.findall(r"^([A-Z_]+)=(.*)$", example, re.MULTILINE))
    settings |= {"INSTANCE_PATH": str(folder), "SECRET_KEY": "x" * 64, "DATA_KEY": Fernet.generate_key().decode()}
    env = {name: os.environ[name] for name in NAMES if name in os.environ}
    made = Production(folder, env | settings | {"BIND": f"127.0.0.1:{port}"}, port)
    town = tmp_path / "my-town.toml"
    town.write_text(f'ags = "12069020"\nhosts = ["{HOST}"]\n', encoding="utf-8")
    made.flask("db", "upgrade")
    made.flask("tenant", "apply", str(town))
    return made


@contextmanager
def running(command: list[str], env: dict[str, str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process for the length of a block."""
    process = subprocess.Popen(command, cwd=ROOT, env=env, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=10)


@contextmanager
def web(production: Production, **settings: str) -> Iterator[None]:
    """gunicorn in production, until the block ends."""
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    with running(command, production.env | settings) as process:
        wait_for(lambda: production.get("/readyz")[0] == 200)
        yield
        process.terminate()
        process.wait(timeout=20)


def wait_for(question: Any, seconds: float = 30) -> None:
    """Ask until the answer is yes; connection errors mean no."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if question():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("waited in vain")
