# SPDX-License-Identifier: EUPL-1.2
"""What everybody sees is what a clerk lets through: words, place and each photo apart; private data asks once more."""

import io
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from tests.accounts.people import Desk, log_of
from tests.conftest import TenantClient
from tests.defects.reports import change_defect, make_defect
from tests.defects.staff import UNPUBLISHED, S, clerk, decide, decided, give_photo, row_of, shown, work_off
from tests.media.images import picture

API = "/api/v1/defects"
PHONE = "Rufen Sie an: 0171 1234567"


def public(client: TenantClient, report: Any) -> Any:
    return client.get(f"{API}/{report}").json


def wish(photo: Any, *, show: bool = True, areas: tuple[tuple[float, ...], ...] = ()) -> dict[str, Any]:
    return {"id": str(photo), "public": show, "redactions": [list(area) for area in areas]}


def pixels(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body)).convert("RGB")


def served(client: TenantClient, image: Any) -> Image.Image:
    return pixels(client.get(image["src"]).data)


def test_what_a_clerk_does_not_mention_stays_private(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    give_photo(app, report, picture())
    decided(kim, report, S.IN_PROGRESS)
    shown_to_all = public(client, report)
    assert (shown_to_all["text"], shown_to_all["photos"]) == (None, [])
    assert shown_to_all["title"] == "Laterne ohne Licht"


def test_before_the_first_decision_a_clerk_is_offered_what_was_sent(app: Flask) -> None:
    report = make_defect(app, **UNPUBLISHED, address=f"Am Haus. {PHONE}")
    offer = shown(clerk(app), report)
    assert (offer["public_text"], offer["text_public"]) == ("Die Laterne ist dunkel.", True)
    assert offer["public_place"] == "Am Haus. Rufen Sie an: [Nummer verdeckt]"


@pytest.mark.parametrize("field", ["public_text", "title", "public_place"])
def test_private_data_asks_once_before_it_is_public(app: Flask, client: TenantClient, field: str) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    words = {"text_public": True, field: PHONE}
    answer = decide(kim, report, S.IN_PROGRESS, **words)
    assert (answer.status_code, answer.json["code"], list(answer.json["errors"])) == (422, "open-finds", [field])
    assert row_of(app, report).published_at is None
    decided(kim, report, S.IN_PROGRESS, **words, insist=True)
    assert "0171 1234567" in client.get(f"{API}/{report}").text
    decided(kim, report, S.RESOLVED, **words)
    decided(kim, report, S.REJECTED)
    assert decide(kim, report, S.ACCEPTED).json["code"] == "open-finds"


def test_a_text_that_stays_private_may_say_what_it_wants(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    decided(kim, report, S.IN_PROGRESS, text_public=False, public_text=PHONE)
    assert "0171" not in client.get(f"{API}/{report}").text
    assert decide(kim, report, None, note="", text_public=True).json["code"] == "open-finds"


def test_the_place_is_covered_where_nobody_did_it(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED, address="Bei Frau Müller, Weg 3")
    decided(kim, report, S.IN_PROGRESS)
    assert public(client, report)["place"] == "Bei [Name verdeckt], Weg 3"


def test_words_are_changed_later_without_a_new_state(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, status=S.RESOLVED)
    decided(kim, report, None, note="", public_text="Kürzer.", title="")
    assert (public(client, report)["text"], public(client, report)["title"]) == ("Kürzer.", "Licht")
    assert [one["id"] for one in client.get(f"{API}?q=kürzer").json] == [str(report)]
    assert public(client, report)["status"] == "resolved"


def test_a_photo_is_public_as_a_clerk_has_blackened_it_and_the_rest_is_gone(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    one, two = give_photo(app, report, picture()), give_photo(app, report, picture(size=(900, 600)))
    before = private_names(app)
    area = (0.0, 0.0, 0.5, 1.0)
    answer = decided(kim, report, S.ACCEPTED, photos=[wish(one, areas=(area,)), wish(two, show=False)])
    assert [photo["public"] for photo in answer["photos"]] == [True, False]
    assert answer["photos"][0]["redactions"] == [list(area)]
    (image,) = public(client, report)["photos"]
    black, red = (served(client, image).getpixel((x, 100)) for x in (50, image["width"] - 50))
    assert max(black) < 30 and red[0] > 200
    work_off(app)
    private = kim.open(answer["photos"][0]["src"])
    assert max(pixels(private.data).getpixel((50, 100))) < 30
    assert private.headers["Cache-Control"] == "no-store"
    assert len(before - private_names(app)) == 2


def test_a_photo_is_taken_back(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture())
    decided(kim, report, S.ACCEPTED, photos=[wish(photo)])
    (image,) = public(client, report)["photos"]
    assert client.get(image["src"]).status_code == 200
    decided(kim, report, None, note="", photos=[wish(photo, show=False)])
    work_off(app)
    assert public(client, report)["photos"] == []
    assert client.get(image["src"]).status_code == 404


@pytest.mark.parametrize("how", ["hidden", "rejected"])
def test_nothing_is_left_of_what_is_hidden_or_rejected(app: Flask, client: TenantClient, how: str) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture())
    decided(kim, report, S.ACCEPTED, photos=[wish(photo)])
    (image,) = public(client, report)["photos"]
    change_defect(app, report, flags=2)
    step: dict[str, Any] = {"status": None, "note": "", "hidden": True} if how == "hidden" else {"status": S.REJECTED}
    answer = decided(kim, report, **step)
    work_off(app)
    assert client.get(f"{API}/{report}").status_code == 404
    assert client.get(image["src"]).status_code == 404
    assert (answer["flags"], answer["open_flags"]) == (0, [])
    if how == "hidden":
        decided(kim, report, None, note="", hidden=False, photos=[wish(photo)])
        assert len(public(client, report)["photos"]) == 1


def test_a_photo_of_another_report_is_refused(app: Flask) -> None:
    kim, report, other = clerk(app), make_defect(app, **UNPUBLISHED), make_defect(app)
    photo = give_photo(app, other, picture())
    answer = decide(kim, report, S.ACCEPTED, photos=[wish(photo)])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["photos"])
    assert kim.api("GET", f"/defects/{report}/photos/{photo}").status_code == 404


def test_nobody_says_two_things_about_a_photo(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture())
    wishes = [wish(photo, areas=((0.0, 0.0, 0.5, 1.0),)), wish(photo)]
    answer = decide(kim, report, S.ACCEPTED, photos=wishes)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["photos"])
    assert public(client, report)["photos"] == []


def test_a_photo_comes_as_wide_as_it_is_needed(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture(size=(1600, 1200)))
    (listed,) = kim.api("GET", "/defects?view=inbox").json
    small, whole = pixels(kim.open(listed["photo"]["src"]).data), pixels(kim.open(photo_url(report, photo)).data)
    assert 320 <= small.width < whole.width == 1600


def test_the_log_says_what_was_done(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    decided(kim, report, S.ACCEPTED)
    decided(kim, report, None, note="", public_text="Anders.")
    decided(kim, report, None, note="", hidden=True)
    assert log_of(app)[-3:] == ["report.accepted", "report.changed", "report.hidden"]


def photo_url(report: Any, photo: Any) -> str:
    return f"/api/v1/staff/defects/{report}/photos/{photo}"


def private_names(app: Flask) -> set[str]:
    folder: Path = app.extensions["sva.settings"].private_path
    return {path.name for path in folder.rglob("*.webp")}


def test_a_stranger_gets_no_private_photo(app: Flask, client: TenantClient) -> None:
    report = make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture())
    assert client.get(photo_url(report, photo)).status_code == 401
    editor: Desk = clerk(app, "red@alpha.de", ("EDITOR",))
    assert editor.open(photo_url(report, photo)).status_code == 403


def test_a_photo_that_a_colleague_has_just_blackened_is_looked_at_again(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    photo = give_photo(app, report, picture())
    folder: Path = app.extensions["sva.settings"].private_path
    for path in folder.rglob("*.webp"):
        path.unlink()
    answer = decide(kim, report, S.ACCEPTED, photos=[wish(photo)])
    assert (answer.status_code, answer.json["code"]) == (409, "photo-changed")
