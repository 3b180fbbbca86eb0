# SPDX-License-Identifier: EUPL-1.2
"""What arrives torn, senseless or in bad faith is refused in words, and breaks nothing."""

import io
import uuid
from typing import Any

import orjson
import pytest
from flask import Flask

from backend.defects.models import DefectReport
from backend.problems import Invalid
from tests.conftest import TenantClient
from tests.defects.reports import make_defect_category
from tests.defects.submitting import API, bearer, kept, report, submit
from tests.media.images import picture

QUESTION: dict[str, Any] = {
    "code": "n",
    "label": "Wie viele?",
    "help": None,
    "kind": "number",
    "required": False,
    "options": [],
}
WHOLE = orjson.dumps(report())
NO_ANSWERS, LAT, ELAPSED = b'"answers":{}', b"52.13981", b"40000"
HUGE = b"1" + b"0" * 400


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app, questions=[QUESTION])


@pytest.mark.parametrize("answer", [HUGE, b"-" + HUGE, b"1e999", b"NaN", b"true", b'"7"', b"[7]", b'{"n":7}'])
def test_an_answer_that_is_no_number_is_refused(app: Flask, client: TenantClient, answer: bytes) -> None:
    body = WHOLE.replace(NO_ANSWERS, b'"answers":{"n":%s}' % answer)
    refused = submit(client, str(uuid.uuid4()), body)
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["answers.n"])
    assert kept(app, DefectReport) == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (WHOLE.replace(LAT, b"NaN"), 422),
        (WHOLE.replace(LAT, b"1e999"), 422),
        (WHOLE.replace(LAT, HUGE), 422),
        (WHOLE.replace(LAT, b"true"), 422),
        (WHOLE.replace(ELAPSED, b"1e999"), 422),
        (WHOLE.replace(ELAPSED, b"1" * 5000), 400),
        (orjson.dumps(report(address="a\0b")), 422),
        (orjson.dumps(report(contact={"email": "a\0@example.org"})), 422),
        # Nothing that anybody could read.
        (orjson.dumps(report(description="\u202e\u2066\u200b\ufeff")), 422),
        (orjson.dumps(report(lat=None, lon=None, address="\u200f\u2069")), 422),
    ],
)
@pytest.mark.parametrize("multipart", [False, True])
def test_what_makes_no_sense_is_refused(
    app: Flask, client: TenantClient, body: bytes, status: int, multipart: bool
) -> None:
    report_id = str(uuid.uuid4())
    refused = put(client, report_id, report=(io.BytesIO(body), "r")) if multipart else submit(client, report_id, body)
    assert refused.status_code == status
    assert kept(app, DefectReport) == 0


@pytest.mark.parametrize(
    "photo",
    [{"photo": "data:image/jpeg;base64,AAAA"}, {"photos": (io.BytesIO(picture()), "a.jpg")}],
    ids=["as a field", "under another name"],
)
def test_a_report_is_not_taken_in_without_the_photo_that_came_with_it(
    app: Flask, client: TenantClient, photo: dict[str, Any]
) -> None:
    refused = put(client, str(uuid.uuid4()), report=WHOLE.decode(), **photo)
    assert (refused.status_code, list(refused.json["errors"])) == (Invalid.status, ["photo"])
    assert kept(app, DefectReport) == 0


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"photo": (io.BytesIO(picture()), "a.jpg")}, "multipart/form-data"),
        (b"no boundary", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="report"\r\n\r\n{', "multipart/form-data; boundary=x"),
    ],
    ids=["no report", "no boundary", "cut off"],
)
def test_an_envelope_without_a_report_is_refused(client: TenantClient, data: Any, kind: str) -> None:
    refused = client.put(f"{API}/{uuid.uuid4()}", data=data, content_type=kind, headers=bearer())
    assert refused.status_code == 400


def put(client: TenantClient, report_id: str, **parts: Any) -> Any:
    return client.put(f"{API}/{report_id}", data=parts, content_type="multipart/form-data", headers=bearer())
