# SPDX-License-Identifier: EUPL-1.2
"""Sent twenty times at once over real connections, cut off anywhere, sent again: always one report with all its
photos."""

import http.client
import socket
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server

from backend.db import db
from backend.defects.models import DefectContact, DefectCounter, DefectEntry, DefectPhoto, DefectReport, DefectSupport
from backend.jobs import scope
from tests.defects.reports import make_defect, make_defect_category
from tests.defects.submitting import API, SECRET, kept, private_files, report
from tests.factories import tenant_id
from tests.media.images import picture

CONTACT = {"name": "Rita", "email": "rita@example.org", "phone": "", "mail_updates": True}
BOUNDARY = "----grenze"


class Quiet(WSGIRequestHandler):
    def log_request(self, *_args: Any, **_kwargs: Any) -> None:
        return


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    """A server with a thread for each connection."""
    make_defect_category(app)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def multipart(body: bytes, photos: list[bytes]) -> bytes:
    """A form as a phone writes it."""
    parts = [(b'name="report"', b"application/json", body)]
    parts += [(b'name="photo"; filename="%d.jpg"' % index, b"image/jpeg", one) for index, one in enumerate(photos)]
    lines = [
        b"--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
        % (BOUNDARY.encode(), name, kind, data)
        for name, kind, data in parts
    ]
    return b"".join(lines) + b"--%s--\r\n" % BOUNDARY.encode()


def headers(length: int, secret: str = SECRET) -> dict[str, str]:
    return {
        "Host": "alpha.localhost",
        "Authorization": f"Bearer {secret}",
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Content-Length": str(length),
    }


def put(port: int, report_id: uuid.UUID, form: bytes, secret: str = SECRET) -> tuple[int, Any]:
    """Send it once; status and answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("PUT", f"{API}/{report_id}", form, headers(len(form), secret))
        answer = connection.getresponse()
        return answer.status, orjson.loads(answer.read())
    finally:
        connection.close()


def all_at_once(*sendings: Any) -> list[Any]:
    """Call all of them in threads that start together; what they gave."""
    gate, results = threading.Barrier(len(sendings)), []

    def go(send: Any) -> None:
        gate.wait()
        results.append(send())

    threads = [threading.Thread(target=go, args=(send,)) for send in sendings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def photos() -> list[bytes]:
    return [picture(size=(900 + step, 600)) for step in range(3)]


def test_twenty_at_once_are_one_report_with_all_photos(app: Flask, port: int) -> None:
    report_id = uuid.uuid4()
    form = multipart(orjson.dumps(report(contact=CONTACT)), photos())
    answers = all_at_once(*[lambda: put(port, report_id, form)] * 20)
    assert Counter(status for status, _receipt in answers) == {201: 1, 200: 19}
    receipts = [receipt for _status, receipt in answers]
    assert all(receipt == receipts[0] for receipt in receipts)
    assert receipts[0]["photos"] == [sha256(photo).hexdigest() for photo in photos()]
    assert [kept(app, model) for model in (DefectReport, DefectContact, DefectEntry, DefectPhoto)] == [1, 1, 1, 3]
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert list(db.session.scalars(select(DefectPhoto.source_hash).order_by(DefectPhoto.position))) == [
            sha256(photo).hexdigest() for photo in photos()
        ]
        assert db.session.scalars(select(DefectCounter.last)).one() == 1, "no number is lost"
    assert len(private_files(app)) == 6


def test_twenty_different_ones_at_once_get_twenty_numbers_without_a_gap(app: Flask, port: int) -> None:
    forms = [multipart(orjson.dumps(report(description=f"Laterne {number}")), []) for number in range(20)]
    answers = all_at_once(*[lambda form=form: put(port, uuid.uuid4(), form) for form in forms])
    assert {status for status, _receipt in answers} == {201}
    assert sorted(int(receipt["number"][-4:]) for _status, receipt in answers) == [*range(1, 21)]


def test_of_two_contents_under_one_id_one_wins_whole(app: Flask, port: int) -> None:
    report_id = uuid.uuid4()
    one = multipart(orjson.dumps(report(description="Eins")), photos()[:1])
    two = multipart(orjson.dumps(report(description="Zwei")), photos()[1:])
    sendings = [lambda: put(port, report_id, one)] * 5 + [lambda: put(port, report_id, two)] * 5
    answers = all_at_once(*sendings)
    assert Counter(status for status, _receipt in answers) == {201: 1, 200: 4, 409: 5}
    with scope(app, tenant_id(app, "alpha"), write=False):
        words = db.session.scalars(select(DefectReport.description)).one()
    assert kept(app, DefectPhoto) == {"Eins": 1, "Zwei": 2}[words]


def test_cut_off_at_any_byte_and_sent_again_it_arrives_once(app: Flask, port: int) -> None:
    report_id = uuid.uuid4()
    form = multipart(orjson.dumps(report()), photos())
    for share in (0, 0.01, 0.3, 0.6, 0.9, 0.999):
        with socket.create_connection(("127.0.0.1", port)) as line:
            head = "".join(f"{name}: {value}\r\n" for name, value in headers(len(form)).items())
            line.sendall(f"PUT {API}/{report_id} HTTP/1.1\r\n{head}\r\n".encode() + form[: int(len(form) * share)])
    assert kept(app) == 0
    # All of it arrives, and the answer is lost on the way back.
    with socket.create_connection(("127.0.0.1", port)) as line:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers(len(form)).items())
        line.sendall(f"PUT {API}/{report_id} HTTP/1.1\r\n{head}\r\n".encode() + form)
        line.shutdown(socket.SHUT_WR)
        while kept(app) == 0:
            threading.Event().wait(0.02)
    status, receipt = put(port, report_id, form)
    assert status == 200 and len(receipt["photos"]) == 3
    assert (kept(app), kept(app, DefectPhoto), kept(app, DefectEntry)) == (1, 3, 1)


def test_twenty_supports_of_one_phone_count_once_and_of_twenty_phones_twenty_times(app: Flask, port: int) -> None:
    report_id = make_defect(app)

    def support(device: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        body = orjson.dumps({"device": device})
        sent = {"Host": "alpha.localhost", "Content-Type": "application/json"}
        connection.request("POST", f"{API}/{report_id}/supports", body, sent)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    assert set(all_at_once(*[lambda: support("immer-dasselbe-telefon")] * 20)) == {200}
    assert kept(app, DefectSupport) == 1
    others = [lambda number=number: support(f"ein-anderes-telefon-{number}") for number in range(20)]
    assert set(all_at_once(*others)) == {200}
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(DefectReport.supports)).one() == 21 == kept(app, DefectSupport)
