# SPDX-License-Identifier: EUPL-1.2
"""deploy/demo from its first line to Ctrl-C, with a folder and a port of its own."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.deploy.conftest import wait_for
from tests.e2e.server import ROOT, free_port

DEMO = str(ROOT / "deploy" / "demo")
# Whoever runs the tests in the background may ignore SIGINT, and a shell cannot trap what was ignored when it started.
LISTENING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"


class Demo:
    """A running deploy/demo and what it has printed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.env = os.environ | {"PORT": str(self.port), "INSTANCE_PATH": str(folder), "FLASK_APP": "backend"}
        self.output: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", LISTENING, DEMO],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.output.extend(self.process.stdout)

    @property
    def text(self) -> str:
        return "".join(self.output)

    def ready(self) -> bool:
        assert self.process.poll() is None, self.text
        return "Ctrl-C ends everything" in self.text

    def name_of(self, host: str) -> str:
        """The name of the municipality that answers a host."""
        url = f"http://127.0.0.1:{self.port}/api/v1/bootstrap"
        request = urllib.request.Request(url, headers={"Host": f"{host}:{self.port}"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return str(json.load(answer)["tenant"]["name"])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    made = Demo(tmp_path_factory.mktemp("demo"))
    try:
        wait_for(made.ready, seconds=300)
        yield made
    finally:
        if made.process.poll() is None:
            made.process.terminate()
            made.process.wait(timeout=30)


def test_the_demo_shows_three_municipalities(demo: Demo) -> None:
    assert demo.name_of("localhost") == "Bad Belzig"
    assert demo.name_of("wiesenburg-mark.localhost") == "Wiesenburg/Mark"
    assert demo.name_of("angermuende.localhost") == "Angermünde"
    for slug in ("bad-belzig", "wiesenburg-mark", "angermuende"):
        assert f"http://{slug}.localhost:{demo.port}" in demo.text


def test_the_demo_says_how_staff_sign_in_and_where_their_mail_lands(demo: Demo) -> None:
    for slug in ("bad-belzig", "wiesenburg-mark", "angermuende"):
        assert f"http://{slug}.localhost:{demo.port}/redaktion" in demo.text
        for role, local in (("EDITOR", "redaktion"), ("CLERK", "meldungen"), ("ADMIN", "verwaltung")):
            assert re.search(rf"{role} +{local}@{slug}\.example\n", demo.text), role
    assert f"Mail to them lands in {demo.env['INSTANCE_PATH']}/outbox" in demo.text
    page = urllib.request.Request(
        f"http://127.0.0.1:{demo.port}/redaktion", headers={"Host": f"bad-belzig.localhost:{demo.port}"}
    )
    with urllib.request.urlopen(page, timeout=10) as answer:
        assert answer.status == 200 and "Bad Belzig" in answer.read().decode()


def test_one_line_adds_a_municipality_within_ten_seconds(demo: Demo, tmp_path: Path) -> None:
    file = tmp_path / "mein-ort.toml"
    file.write_text('ags = "12069304"\n', encoding="utf-8")
    began = time.monotonic()
    command = [sys.executable, "-m", "flask", "tenant", "apply", str(file)]
    env = demo.env | {"PUBLIC_PORT": str(demo.port)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with urllib.request.urlopen(f"http://127.0.0.1:{demo.port}/api/v1/tenants", timeout=10) as answer:
        slugs = {tenant["slug"] for tenant in json.load(answer)} - {"bad-belzig", "wiesenburg-mark", "angermuende"}
    assert len(slugs) == 1
    assert demo.name_of(f"{slugs.pop()}.localhost")
    assert time.monotonic() - began < 10


def test_a_second_demo_says_that_the_port_is_taken(demo: Demo) -> None:
    done = subprocess.run([DEMO], env=demo.env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert f"Port {demo.port} is taken" in done.stderr
    assert "PORT=" in done.stderr


def test_ctrl_c_ends_everything(demo: Demo) -> None:
    family = psutil.Process(demo.process.pid).children(recursive=True)
    commands = " ".join(" ".join(process.cmdline()) for process in family)
    assert "gunicorn" in commands
    assert "worker" in commands
    os.killpg(demo.process.pid, signal.SIGINT)
    assert demo.process.wait(timeout=30) == 0
    _gone, alive = psutil.wait_procs(family, timeout=5)
    assert alive == []
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", demo.port)) != 0
