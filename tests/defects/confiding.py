# SPDX-License-Identifier: EUPL-1.2
"""Reports full of personal data, one for each end that a report can come to, told over HTTP as phones and clerks tell
it. Every word that nobody else may read is one of SECRETS."""

import io
import uuid
from dataclasses import dataclass
from typing import Any

from flask import Flask
from PIL import Image

from tests.conftest import TenantClient
from tests.defects.staff import clerk, decided
from tests.defects.submitting import API, add_photo, bearer, deed, report, submit
from tests.media.test_metadata import MARK, exif, xmp

NAME, MAIL, PHONE = "Xaverine Ehrenwort", "x.ehrenwort@privatpost.example", "0171 5550199"
TEXT, PLACE, ANSWER = "Textgeheimnis", "Ortsgeheimnis", "Antwortgeheimnis"
REPLY, AGAIN, REJECTED = "Dialoggeheimnis", "Nochmalgeheimnis", "Ablehnungsgeheimnis"
NOTE, FLAG, HIDDEN, CLOSED = "Notizgeheimnis", "Einwandgeheimnis", "Versteckgeheimnis", "Entwurfsgeheimnis"
OFFICE = "amt@landesbetrieb.example"
KEY, OTHER_KEY, DEVICE = "schluessel-des-telefons-4711", "ein-anderer-schluessel-0815", "geraet-nummer-0815-4711"
CONTACT = {"name": NAME, "email": MAIL, "phone": PHONE, "mail_updates": True}
SECRETS = (
    NAME, "Ehrenwort", MAIL, PHONE, "5550199", TEXT, PLACE, ANSWER, REPLY, AGAIN, REJECTED, NOTE, FLAG, HIDDEN, CLOSED,
    OFFICE, KEY, OTHER_KEY, DEVICE, MARK,
)  # fmt: skip
PHOTOGRAPHED = ("received", "published", "withdrawn", "hidden")
PUBLIC_WORDS = "Die Laterne am Spielplatz ist dunkel."
WORDS = {"public_text": PUBLIC_WORDS, "text_public": True, "public_place": "Am Spielplatz", "title": "Laterne dunkel"}


@dataclass(frozen=True)
class Confided:
    """The reports by what became of them, and the ids of all their photos."""

    reports: dict[str, str]
    photos: list[str]


def confide(app: Flask, client: TenantClient) -> Confided:
    """Report, decide, ask, answer, object, close, reopen, withdraw, hide, erase."""
    desk = clerk(app)
    ends = ("received", "published", "reopened", "rejected", "withdrawn", "hidden", "erased", "duplicate", "asked")
    reports = {end: _send(client, photo=end in PHOTOGRAPHED) for end in ends}
    photos = [one["id"] for end in ends for one in _own(client, reports[end])["own_photos"]]
    for end in ("published", "reopened", "withdrawn", "hidden", "asked"):
        shown = [
            {"id": photo["id"], "public": True, "redactions": [[0, 0, 0.5, 0.5]]}
            for photo in _own(client, reports[end])["own_photos"]
        ]
        decided(desk, reports[end], "accepted", **WORDS, photos=shown)
    open_one = reports["published"]
    desk.api("POST", f"/defects/{open_one}/notes", {"text": f"{NOTE}: {NAME} ruft oft an."})
    decided(desk, open_one, "forwarded", forwarded={"name": "Landesbetrieb", "email": OFFICE, "message": NOTE})
    for marked in (f"{open_one}/supports", f"{open_one}/flags"):
        said = {"device": DEVICE} | ({"reason": "wrong", "text": FLAG, "elapsed_ms": 9000} if "flags" in marked else {})
        assert client.post(f"{API}/{marked}", json=said).status_code in (200, 204)
    decided(desk, reports["asked"], "question", note="Welche Laterne ist es?")
    deed(client, reports["asked"], "messages", {"id": str(uuid.uuid4()), "text": f"{REPLY}, {PHONE}"}, secret=KEY)
    assert add_photo(client, reports["asked"], _photo() + b"noch eins", secret=KEY).status_code == 200
    decided(desk, reports["reopened"], "resolved")
    deed(client, reports["reopened"], "reopening", {"text": f"{AGAIN}, {NAME}"}, secret=KEY)
    decided(desk, reports["rejected"], "rejected", note=f"{REJECTED}, Frau {NAME}", public_text=CLOSED, insist=True)
    decided(desk, reports["duplicate"], "duplicate", master=open_one, text_public=False, public_place="")
    decided(desk, reports["hidden"], None, note="", hidden=True, public_text=HIDDEN)
    deed(client, reports["withdrawn"], "withdrawal", secret=KEY)
    deed(client, reports["erased"], "erasure", secret=KEY)
    return Confided(reports, photos)


def mistakes(client: TenantClient, report_id: str) -> list[Any]:
    """What goes wrong with personal data in hand; gives the answers."""
    again = submit(client, report_id, report(**_words(), category="strasse"), secret=KEY)
    bad = submit(client, str(uuid.uuid4()), report(contact=CONTACT | {"email": f"{MAIL} {PHONE}"}), secret=KEY)
    broken = submit(client, str(uuid.uuid4()), f'{{"description": "{TEXT}'.encode(), secret=KEY)
    unknown = submit(client, str(uuid.uuid4()), report(unbekannt=f"{NAME}, {PHONE}"), secret=KEY)
    fake = submit(client, str(uuid.uuid4()), report(**_words()), [MARK.encode() * 50], secret=KEY)
    wrong = client.get(f"{API}/{report_id}/own", headers=bearer(OTHER_KEY))
    flag = {"device": DEVICE, "reason": FLAG, "text": FLAG, "elapsed_ms": 1}
    answers = [again, bad, broken, unknown, fake, wrong, client.post(f"{API}/{report_id}/flags", json=flag)]
    assert [answer.status_code for answer in answers] == [409, 422, 400, 422, 422, 404, 422]
    return answers


def _words() -> dict[str, Any]:
    text = f"{TEXT}: Bitte Frau {NAME} anrufen, {PHONE} oder {MAIL}."
    return {"description": text, "address": f"{PLACE} 5", "contact": CONTACT, "answers": {"mast": ANSWER}}


def _send(client: TenantClient, *, photo: bool) -> str:
    report_id = str(uuid.uuid4())
    answer = submit(client, report_id, report(**_words()), [_photo()] if photo else [], secret=KEY)
    assert answer.status_code == 201, answer.json
    return report_id


def _own(client: TenantClient, report_id: str) -> Any:
    return client.get(f"{API}/{report_id}/own", headers=bearer(KEY)).json


def _photo() -> bytes:
    """A small one that tells where it was taken."""
    buffer = io.BytesIO()
    Image.linear_gradient("L").save(buffer, "JPEG", exif=exif(), xmp=xmp(), comment=MARK.encode())
    return buffer.getvalue() + MARK.encode()
