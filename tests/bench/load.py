# SPDX-License-Identifier: EUPL-1.2
"""Load from a second process over kept connections: wrk where there is one, else a small client of our own.

The client of our own eats as much of the machine as the server does: its ratios are flatter than wrk's.
"""

import multiprocessing
import shutil
import socket
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

WRK = shutil.which("wrk")
CONNECTIONS = 32

SCRIPT = """
local requests = {%s}
local next_one = 0
request = function()
  next_one = next_one %% #requests + 1
  return requests[next_one]
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """One stretch of load. Times in milliseconds; `failed` counts answers of 400 and above and broken connections."""

    requests: int
    per_second: float
    p50: float
    p99: float
    failed: int


def request_bytes(host: str, path: str, headers: dict[str, str]) -> bytes:
    """A GET request as it goes over the wire."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def run(port: int, requests: list[bytes], seconds: float, folder: Path) -> Load:
    """Ask in turn for each of `requests`, on 32 connections, as fast as answers come."""
    return _wrk(port, requests, seconds, folder) if WRK else _own(port, requests, seconds)


def warm(port: int, requests: list[bytes]) -> None:
    """Ask for everything on many new connections, so that each process of the server has seen each request."""
    for _ in range(CONNECTIONS // 2):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            for request in requests:
                connection.sendall(request)
                _answer(connection)


def _wrk(port: int, requests: list[bytes], seconds: float, folder: Path) -> Load:
    script = folder / "requests.lua"
    quoted = ", ".join('"' + "".join(f"\\{byte:03d}" for byte in request) + '"' for request in requests)
    script.write_text(SCRIPT % quoted)
    command = [
        str(WRK),
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{max(1, round(seconds))}s",
        "-s",
        str(script),
        f"http://127.0.0.1:{port}/",
    ]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    values = next(line for line in output.splitlines() if line.startswith("RESULT")).split()[1:]
    count, micros, p50, p99, failed = map(int, values)
    return Load(count, count / (micros / 1e6), p50 / 1000, p99 / 1000, failed)


def _own(port: int, requests: list[bytes], seconds: float) -> Load:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        times, failed, took = pool.apply(_client, (port, requests, seconds))
    centiles = statistics.quantiles(times, n=100)
    return Load(len(times), len(times) / took, centiles[49] * 1000, centiles[98] * 1000, failed)


def _client(port: int, requests: list[bytes], seconds: float) -> tuple[list[float], int, float]:
    times: list[float] = []
    failed: list[int] = []
    began = time.perf_counter()
    until = began + seconds
    arguments = (port, requests, until, times, failed)
    threads = [threading.Thread(target=_connection, args=(number, *arguments)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, len(failed), time.perf_counter() - began


def _connection(
    turn: int, port: int, requests: list[bytes], until: float, times: list[float], failed: list[int]
) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        while (began := time.perf_counter()) < until:
            connection.sendall(requests[turn % len(requests)])
            turn += 1
            if _answer(connection) >= 400:
                failed.append(1)
            times.append(time.perf_counter() - began)


def _answer(connection: socket.socket) -> int:
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536) or b"HTTP/1.1 599 closed\r\n\r\n"
    head, _, body = data.partition(b"\r\n\r\n")
    status = int(head.split(None, 2)[1])
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    missing = 0 if status in (204, 304, 599) else length - len(body)
    while missing > 0:
        received = len(connection.recv(min(missing, 65536)))
        if received == 0:
            return 599
        missing -= received
    return status
