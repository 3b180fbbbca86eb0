# SPDX-License-Identifier: EUPL-1.2
"""What the server fetches from addresses that somebody else wrote, and what it refuses."""

import gzip
import ipaddress
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from backend import outbound
from backend.outbound import OutboundError, Refused, get, is_public
from tests.serving import Site, certificate_for, serving

KIB = 1024


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Let every name have these addresses; returns the list of names that were looked up."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def lookup(host: str, port: int, *rest: object, **more: object) -> list[Any]:
        if host.replace(".", "").isdigit():
            return list(real(host, port, *rest, **more))  # type: ignore[arg-type]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(outbound.socket, "getaddrinfo", lookup)
    return asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001:0:7f00:1::",
        "3fff::1",
        "3fff:fff:ffff::1",
        "192.88.99.1",
        "192.0.0.8",
        "::ffff:192.88.99.1",
    ],
)
def test_no_address_inside_a_network_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2a00:1450:4001:80b::200e", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/feed",
        "gopher://example.org/",
        "//example.org/feed",
        "feed.xml",
        "",
        "http://",
        "http://user:secret@example.org/",
        "http://example.org:22/",
        "http://example.org/\r\nX-Header: 1",
        "http://example.org\\@127.0.0.1/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
    ],
)
def test_an_address_that_is_not_a_public_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        get(url, max_bytes=KIB)


def test_a_private_address_is_refused_before_a_connection_is_made(site: Site) -> None:
    site.serve("/feed", "text/xml", b"secret")
    with pytest.raises(Refused):
        get(site.url("/feed"), max_bytes=KIB)
    assert site.asked == []


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34", "127.0.0.1")
    with pytest.raises(Refused):
        get("http://feed.example/", max_bytes=KIB)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # A name that answers differently the second time gains nothing: there is no second time.
    site.serve("/feed?a=1", "text/xml", b"<rss/>")
    asked = resolve_to(monkeypatch, "127.0.0.1")
    answer = get(f"http://feed.example:{site.port}/feed?a=1#part", max_bytes=KIB, allow=(f"feed.example:{site.port}",))
    assert answer.body == b"<rss/>"
    assert asked == ["feed.example"]
    assert site.headers[0]["host"] == f"feed.example:{site.port}"


def test_an_explicitly_allowed_server_is_fetched_without_cookies_or_credentials(site: Site) -> None:
    site.serve("/feed", "text/xml", b"<rss/>")
    answer = get(site.url("/feed"), max_bytes=KIB, allow=site.allow)
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"<rss/>", "text/xml")
    assert "cookie" not in site.headers[0]
    assert "authorization" not in site.headers[0]
    assert site.headers[0]["user-agent"] == outbound.USER_AGENT


def test_proxies_of_the_environment_are_ignored(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.serve("/feed", "text/xml", b"<rss/>")
    assert get(site.url("/feed"), max_bytes=KIB, allow=site.allow).body == b"<rss/>"


def test_redirects_are_followed_and_the_final_address_is_told(site: Site) -> None:
    site.redirect("/alt", "/neu", 301)
    site.redirect("/neu", site.url("/ziel"), 308)
    site.serve("/ziel", "text/xml", b"da")
    answer = get(site.url("/alt"), max_bytes=KIB, allow=site.allow)
    assert (answer.body, answer.url) == (b"da", site.url("/ziel"))


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    with serving() as inside:
        inside.serve("/geheim", "text/plain", b"secret")
        for target in (inside.url("/geheim"), "file:///etc/passwd", f"//localhost:{inside.port}/geheim"):
            site.redirect("/feed", target)
            with pytest.raises(Refused):
                get(site.url("/feed"), max_bytes=KIB, allow=site.allow)
        assert inside.asked == []


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    with pytest.raises(OutboundError, match="redirects"):
        get(site.url("/a"), max_bytes=KIB, allow=site.allow)
    assert len(site.asked) == outbound.MAX_REDIRECTS + 1


def test_who_sends_a_secret_follows_no_redirect(site: Site) -> None:
    site.serve("/b", "text/plain", b"b")
    site.redirect("/a", site.url("/b"))
    with pytest.raises(OutboundError):
        get(site.url("/a"), max_bytes=KIB, headers={"api_key": "geheim"}, allow=site.allow, redirects=0)
    assert site.asked == [("/a", 0)]


def test_a_large_body_goes_into_a_file_and_is_bounded_as_well(site: Site, tmp_path: Path) -> None:
    site.serve("/a", "text/plain", b"a" * 300 * KIB)
    with (tmp_path / "a").open("wb") as file:
        answer = get(site.url("/a"), max_bytes=300 * KIB, allow=site.allow, into=file)
    assert (answer.body, (tmp_path / "a").stat().st_size) == (b"", 300 * KIB)
    with (tmp_path / "a").open("wb") as file, pytest.raises(OutboundError):
        get(site.url("/a"), max_bytes=300 * KIB - 1, allow=site.allow, into=file)


def test_unchanged_is_an_answer_of_its_own(site: Site) -> None:
    site.serve("/feed", "text/xml", b"<rss/>")
    etag = get(site.url("/feed"), max_bytes=KIB, allow=site.allow).headers["etag"]
    again = get(site.url("/feed"), max_bytes=KIB, allow=site.allow, headers={"If-None-Match": etag})
    assert again.unchanged
    assert again.body == b""


def test_an_error_status_is_an_error(site: Site) -> None:
    with pytest.raises(OutboundError, match="404") as caught:
        get(site.url("/fehlt"), max_bytes=KIB, allow=site.allow)
    assert caught.value.status == 404


def test_a_body_that_announces_too_much_is_not_read(site: Site) -> None:
    site.serve("/gross", "text/xml", b"x" * (64 * KIB))
    with pytest.raises(OutboundError, match="larger"):
        get(site.url("/gross"), max_bytes=KIB, allow=site.allow)


def test_an_endless_body_is_cut(site: Site) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 64 * KIB)

    site.pages["/endlos"] = endless
    with pytest.raises(OutboundError, match="larger"):
        get(site.url("/endlos"), max_bytes=256 * KIB, allow=site.allow)


def test_a_small_archive_of_a_huge_text_is_cut(site: Site) -> None:
    packed = gzip.compress(b"x" * (50 * KIB * KIB))

    def bomb(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Encoding", "gzip")
        request.send_header("Content-Length", str(len(packed)))
        request.end_headers()
        request.wfile.write(packed)

    site.pages["/bombe"] = bomb
    with pytest.raises(OutboundError, match="larger"):
        get(site.url("/bombe"), max_bytes=KIB * KIB, allow=site.allow)


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_cut_off_in_time(site: Site, part: str) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"\r\n" if part == "body" else b"X-Slow: "))
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/tropfen"] = drip
    started = time.monotonic()
    with pytest.raises(OutboundError, match="too long"):
        get(site.url("/tropfen"), max_bytes=KIB, seconds=0.5, allow=site.allow)
    assert time.monotonic() - started < 3


def test_half_a_body_is_no_body(site: Site) -> None:
    def half(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(b"<rss><channel>")

    site.pages["/halb"] = half
    with pytest.raises(OutboundError, match="broke off"):
        get(site.url("/halb"), max_bytes=2 * KIB, allow=site.allow)


def test_nobody_listening_is_an_error_in_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(OutboundError, match="cannot be reached"):
        get(f"http://127.0.0.1:{port}/", max_bytes=KIB, allow=(f"127.0.0.1:{port}",))


def test_the_certificate_must_be_that_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server, client = certificate_for("feed.example", tmp_path)
    monkeypatch.setattr(outbound, "_tls", lambda: client)
    resolve_to(monkeypatch, "127.0.0.1")
    with serving(server) as site:
        site.serve("/feed", "text/xml", b"<rss/>")
        allow = (f"feed.example:{site.port}", f"other.example:{site.port}")
        assert get(f"https://feed.example:{site.port}/feed", max_bytes=KIB, allow=allow).body == b"<rss/>"
        with pytest.raises(OutboundError, match="certificate"):
            get(f"https://other.example:{site.port}/feed", max_bytes=KIB, allow=allow)
