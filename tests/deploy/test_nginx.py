# SPDX-License-Identifier: EUPL-1.2
"""The nginx example before the real server, with TLS: as it stands, but for ports, paths and certificate."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import urllib3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.deploy.conftest import HOST, Production, running, wait_for, web
from tests.e2e.server import ROOT, free_port

NGINX = os.environ.get("NGINX_PROGRAM") or shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
MIME = os.environ.get("NGINX_MIME", "/etc/nginx/mime.types")

pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")

AROUND = """
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 64; }}
http {{
    include {mime};
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {example}
}}
"""


def certificate(folder: Path) -> Path:
    """A certificate of our own for the example's host, valid for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "fullchain.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return file


class Front:
    """nginx with the example before a production server."""

    def __init__(self, folder: Path, upstream: int) -> None:
        folder.mkdir()
        self.http, self.https = free_port(), free_port()
        self.ca = certificate(folder)
        text = (ROOT / "deploy" / "nginx.conf.example").read_text(encoding="utf-8")
        text = re.sub(r"^\s*listen \[::\].*\n", "", text, flags=re.MULTILINE)
        for old, new in {
            "server 127.0.0.1:8000;": f"server 127.0.0.1:{upstream};",
            "listen 80;": f"listen 127.0.0.1:{self.http};",
            "listen 443 ssl": f"listen 127.0.0.1:{self.https} ssl",
            f"/etc/letsencrypt/live/{HOST}/": f"{folder}/",
            "/var/log/nginx/": f"{folder}/",
        }.items():
            assert old in text, old
            text = text.replace(old, new)
        user = "user root;" if os.geteuid() == 0 else ""
        config = folder / "nginx.conf"
        config.write_text(AROUND.format(user=user, folder=folder, mime=MIME, example=text), encoding="utf-8")
        self.command = [str(NGINX), "-p", str(folder), "-c", str(config)]

    def get(self, path: str, **headers: str) -> urllib3.BaseHTTPResponse:
        """Read over TLS."""
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> urllib3.BaseHTTPResponse:
        """Ask over TLS, as a browser does; redirects are not followed."""
        pool = urllib3.HTTPSConnectionPool(
            "127.0.0.1", self.https, ca_certs=str(self.ca), assert_hostname=HOST, server_hostname=HOST
        )
        fields = {"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
        return pool.request(
            method, path, json=body, headers=fields, redirect=False, retries=False, decode_content=False
        )


@pytest.fixture
def front(production: Production, tmp_path: Path) -> Iterator[Front]:
    made = Front(tmp_path / "nginx", production.port)
    with ExitStack() as stack:
        stack.enter_context(web(production))
        stack.enter_context(running(made.command, dict(os.environ)))
        wait_for(lambda: socket.create_connection(("127.0.0.1", made.http)).close() is None)
        yield made


def test_nginx_accepts_the_example(tmp_path: Path) -> None:
    done = subprocess.run([*Front(tmp_path / "nginx", 1).command, "-t"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr, done.stderr


def test_a_resident_reaches_the_municipality_over_tls(front: Front) -> None:
    page = front.get("/")
    assert page.status == 200
    assert "max-age" in page.headers["Strict-Transport-Security"]
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert front.get("/api/v1/bootstrap").json()["tenant"]["origin"] == f"https://{HOST}"


def test_plain_http_leads_to_tls(front: Front) -> None:
    answer = urllib3.request(
        "GET", f"http://127.0.0.1:{front.http}/aktuelles?q=x", headers={"Host": HOST}, redirect=False, retries=False
    )
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/aktuelles?q=x")


def test_compression_and_conditional_requests_pass_through(front: Front) -> None:
    first = front.get("/api/v1/bootstrap", Accept_Encoding="br")
    assert first.headers["Content-Encoding"] == "br"
    again = front.get("/api/v1/bootstrap", Accept_Encoding="br", If_None_Match=first.headers["ETag"])
    assert (again.status, again.data) == (304, b"")


def test_a_host_that_is_no_municipality_is_not_found(front: Front) -> None:
    assert front.get("/api/v1/bootstrap", Host="other.example").status == 404


def test_a_client_cannot_choose_its_municipality_by_a_forwarded_host(front: Front) -> None:
    assert front.get("/api/v1/bootstrap", X_Forwarded_Host="other.example").status == 200
    assert front.get("/api/v1/bootstrap", Host="other.example", X_Forwarded_Host=HOST).status == 404


def test_staff_sign_in_on_whatever_port_the_server_has(front: Front) -> None:
    host = f"{HOST}:{front.https}"
    visit = front.get("/api/v1/staff/session", Host=host)
    cookie = visit.headers["Set-Cookie"].partition(";")[0]
    assert cookie.startswith("__Host-sid=") and "; Secure" in visit.headers["Set-Cookie"]

    def sign_in(origin: str) -> str:
        answer = front.ask(
            "POST",
            "/api/v1/staff/session",
            {"email": "niemand@example.de", "password": "irgendein Passwort"},
            Host=host,
            Origin=origin,
            Cookie=cookie,
            X_CSRF_Token=visit.json()["csrf_token"],
        )
        return str(answer.json()["code"])

    assert sign_in(f"https://{host}") == "wrong-sign-in"
    for foreign in (f"https://{HOST}", f"http://{host}", f"https://{HOST}:1"):
        assert sign_in(foreign) == "foreign-origin"
