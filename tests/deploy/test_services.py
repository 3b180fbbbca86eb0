# SPDX-License-Identifier: EUPL-1.2
"""The systemd examples: their syntax where systemd is installed; their ExecStart lines as real processes."""

import re
import shlex
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from tests.deploy.conftest import Production, running, wait_for
from tests.e2e.server import ROOT

HOME = "/opt/smart-village"
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service.example"))


def unit(name: str) -> str:
    """An example as it would be installed for this folder."""
    return (ROOT / "deploy" / "systemd" / f"smart-village-{name}.service.example").read_text().replace(HOME, str(ROOT))


def command(name: str) -> list[str]:
    found = re.search(r"^ExecStart=(.+)$", unit(name), re.MULTILINE)
    assert found is not None
    return shlex.split(found[1])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_no_fault_in_the_examples(tmp_path: Path) -> None:
    assert UNITS
    files = []
    for example in UNITS:
        file = tmp_path / example.name.removesuffix(".example")
        file.write_text(example.read_text().replace(HOME, str(ROOT)))
        files.append(str(file))
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False)
    own = [line for line in done.stderr.splitlines() if "smart-village" in line]
    assert (done.returncode, own) == (0, []), done.stderr


def test_web_service_reports_ready_to_systemd_and_answers_its_host_only(production: Production) -> None:
    folder = Path("/tmp") if len(str(production.folder)) > 80 else production.folder
    notify = folder / f"notify-{production.port}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(notify))
        listener.settimeout(30)
        with running(command("web"), production.env | {"NOTIFY_SOCKET": str(notify)}) as process:
            assert b"READY=1" in listener.recv(1000)
            wait_for(lambda: production.get("/readyz")[0] == 200)
            assert production.json("/api/v1/bootstrap")["tenant"]["origin"] == "https://app.example.de"
            assert production.get("/api/v1/bootstrap", host="localhost")[0] == 404
            assert production.get("/api/v1/bootstrap", host="bad-belzig.localhost")[0] == 404
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=25) == 0
    notify.unlink()


def test_worker_service_runs_and_stops_gracefully(production: Production) -> None:
    assert "KillSignal=SIGINT" in unit("worker")
    log = production.folder / "worker.log"
    with log.open("wb") as file, running(command("worker"), production.env, stderr=file, stdout=file) as process:
        # The consumer has started its threads; next, it listens to signals.
        wait_for(lambda: psutil.Process(process.pid).num_threads() >= 3)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=25) == 0, log.read_text()
    assert "Traceback" not in log.read_text()


def test_production_names_the_key_that_is_missing(production: Production) -> None:
    env = production.env | {"DATA_KEY": ""}
    done = subprocess.run(command("web"), cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "DATA_KEY" in done.stderr
