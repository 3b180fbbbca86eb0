# SPDX-License-Identifier: EUPL-1.2
"""The staff's border, on every route that exists: who may not pass, does not. The tests find the routes themselves."""

from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.events.models import EventSource
from backend.jobs import scope
from backend.news.models import NewsSource
from backend.services.models import Origin, ServiceSource
from backend.throttle import Limit
from backend.web import Access
from tests.accounts.people import API, Desk, at_work, desk, log_of, make_person
from tests.accounts.probing import Route, call, guarded, routes
from tests.accounts.test_second_factor import require_second_factor
from tests.conftest import client_of
from tests.defects.reports import make_defect_category
from tests.defects.submitting import submitted
from tests.events.desk import make_organiser
from tests.events.test_suggesting import SECRET, suggestion
from tests.factories import make_category, make_news, tenant_id
from tests.media.images import picture

ROLES_OF = {
    Access.ORGANISER: "CLERK",
    Access.EDITOR: "CLERK",
    Access.CLERK: "EDITOR",
    Access.ADMIN: "EDITOR",
}
# Writes to one thing that need no version, because nothing that somebody wrote could be overwritten.
UNCONDITIONAL = {
    ("DELETE", "/sessions/<uuid:session_id>"), ("DELETE", "/invitations/<uuid:invitation_id>"),
    ("POST", "/invitations/<uuid:invitation_id>/resend"), ("POST", "/people/<uuid:member_id>/second-factor-term"),
    ("POST", "/news/sources/<uuid:source_id>/run"), ("POST", "/events/sources/<uuid:source_id>/run"),
    ("POST", "/events/suggestions/<uuid:suggestion_id>/acceptance"),
    ("POST", "/events/suggestions/<uuid:suggestion_id>/refusal"),
    ("POST", "/push/messages/<uuid:message_id>/cancellation"),
    ("POST", "/defects/<uuid:report_id>/notes"), ("POST", "/defects/<uuid:report_id>/assignment"),
    ("POST", "/defects/<uuid:report_id>/flags/dismissal"),
    ("POST", "/defects/categories/<uuid:category_id>/test-mail"),
    ("POST", "/services/sources/<uuid:source_id>/run"), ("PUT", "/services/sources/<uuid:source_id>/key"),
    ("DELETE", "/services/sources/<uuid:source_id>/key"),
    ("PUT", "/services/offices/<uuid:office_id>/closure"), ("DELETE", "/services/offices/<uuid:office_id>/closure"),
}  # fmt: skip

# Where who writes for one organiser only gets in: the own account, events and pictures. Everything else is closed, also
# what is built later.
FOR_ONE_ORGANISER = {
    ("GET", "/session"), ("POST", "/session"), ("DELETE", "/session"), ("POST", "/session/code"),
    ("GET", "/sessions"), ("DELETE", "/sessions"), ("DELETE", "/sessions/<uuid:session_id>"),
    ("POST", "/password"), ("POST", "/password-reset"), ("POST", "/password-reset/look"),
    ("POST", "/password-reset/confirmation"), ("POST", "/second-factor"), ("POST", "/second-factor/confirmation"),
    ("POST", "/second-factor/removal"), ("POST", "/second-factor/recovery-codes"), ("POST", "/switch"),
    ("POST", "/switch/redemption"), ("POST", "/invitations/look"), ("POST", "/invitations/acceptance"),
    ("GET", "/settings"),
    ("GET", "/media"), ("POST", "/media"), ("GET", "/media/<uuid:media_id>"), ("PUT", "/media/<uuid:media_id>"),
    ("DELETE", "/media/<uuid:media_id>"),
    ("GET", "/events"), ("GET", "/events/counts"), ("GET", "/events/categories"), ("POST", "/events/dates"),
    ("GET", "/events/school-holidays"), ("GET", "/events/organisers"),
    ("GET", "/events/<uuid:item_id>"), ("PUT", "/events/<uuid:item_id>"), ("DELETE", "/events/<uuid:item_id>"),
    ("GET", "/events/<uuid:item_id>/revisions"), ("GET", "/events/<uuid:item_id>/revisions/<uuid:revision_id>"),
    ("POST", "/events/<uuid:item_id>/revisions/<uuid:revision_id>/restoration"),
    *(("POST", f"/events/<uuid:item_id>/{deed}") for deed in (
        "publication", "submission", "return", "withdrawal", "restoration", "discard",
    )),
}  # fmt: skip

MADE_HERE = {"If-Match": None, "If-None-Match": "*"}


def answers(browser: Desk, found: list[Route], **headers: Any) -> set[tuple[int, str]]:
    """Status and code of all answers."""
    given = set()
    for route in found:
        answer = call(browser, route, **headers)
        assert answer.headers["Cache-Control"] == "no-store", route
        problem = answer.content_type == "application/problem+json"
        given.add((answer.status_code, answer.json["code"] if problem else ""))
    return given


def test_everything_below_staff_is_on_the_staff_side_and_nothing_else_is(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        level = app.view_functions[rule.endpoint].access  # type: ignore[attr-defined]
        assert level.is_staff == rule.rule.startswith(f"{API}/"), rule
    assert len(routes(app)) >= 25


def test_strangers_pass_nowhere(app: Flask) -> None:
    browser = desk(app)
    browser.api("GET", "/session")
    assert answers(browser, guarded(app)) == {(401, "sign-in-required")}


def test_a_member_of_another_municipality_passes_nowhere(app: Flask) -> None:
    foreign = at_work(app, "bea@beta.de", ("ADMIN", "CLERK", "EDITOR"), "beta")
    browser = desk(app)
    browser.set_cookie("sid", foreign.cookie(), domain="alpha.localhost")
    browser.csrf = foreign.csrf
    assert answers(browser, guarded(app)) == {(401, "sign-in-required")}


def test_a_password_without_its_code_opens_nothing(app: Flask) -> None:
    make_person(app, "kim@alpha.de", ("ADMIN",))
    require_second_factor(app, "kim@alpha.de")
    browser = desk(app)
    assert browser.sign_in("kim@alpha.de").json["state"] == "code"
    assert answers(browser, guarded(app)) == {(401, "sign-in-required")}


def test_another_role_does_not_pass(app: Flask) -> None:
    for level, role in ROLES_OF.items():
        found = [route for route in guarded(app) if route.level is level]
        if found:
            browser = at_work(app, f"{level.value}@alpha.de", (role,))
            assert answers(browser, found) == {(403, "forbidden")}


def test_who_writes_for_one_organiser_gets_in_where_the_list_says_and_nowhere_else(app: Flask) -> None:
    browser = at_work(app, "chor@alpha.de", organiser_id=make_organiser(app))
    found = {(route.method, route.rule.removeprefix(API)): route for route in routes(app)}
    closed = [route for name, route in found.items() if name not in FOR_ONE_ORGANISER]
    assert len(closed) > 30
    assert answers(browser, closed) == {(403, "forbidden")}
    opened = [found[name] for name in FOR_ONE_ORGANISER if "session" not in name[1] and "invit" not in name[1]]
    refused = {(403, "forbidden")} & answers(browser, [route for route in opened if "redemption" not in route.rule])
    assert not refused


def test_the_right_roles_beside_an_organiser_open_nothing_more(app: Flask) -> None:
    browser = at_work(app, "chor@alpha.de", ("ADMIN", "CLERK", "EDITOR"), organiser_id=make_organiser(app))
    for method, path in (("GET", "/people"), ("GET", "/news"), ("GET", "/audit"), ("GET", "/events/sources")):
        assert browser.api(method, path).status_code == 403, path


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Origin": "https://anderswo.example"}, "foreign-origin"),
        ({"Origin": "http://beta.localhost"}, "foreign-origin"),
        ({"Origin": "https://alpha.localhost"}, "foreign-origin"),
        ({"Origin": "null"}, "foreign-origin"),
        ({"Origin": None}, "foreign-origin"),
        ({"X-CSRF-Token": None}, "csrf"),
        ({"X-CSRF-Token": ""}, "csrf"),
        ({"X-CSRF-Token": "0" * 64}, "csrf"),
        ({"X-CSRF-Token": "ü"}, "csrf"),
    ],
)
def test_no_write_passes_without_the_own_origin_and_the_token(app: Flask, headers: dict[str, Any], code: str) -> None:
    browser = at_work(app, "ada@alpha.de", ("ADMIN", "CLERK", "EDITOR"))
    writes = [route for route in routes(app) if route.writes]
    assert answers(browser, writes, **headers) == {(403, code)}
    assert browser.api("GET", "/session").json["state"] == "signed-in"


def test_the_token_of_another_session_does_not_count(app: Flask) -> None:
    kim, alex = at_work(app, "kim@alpha.de"), at_work(app, "alex@alpha.de")
    answer = kim.api("DELETE", "/sessions", headers={"X-CSRF-Token": alex.csrf})
    assert (answer.status_code, answer.json["code"]) == (403, "csrf")


def test_writes_to_one_thing_say_which_version_they_change(app: Flask) -> None:
    browser = at_work(app, "ada@alpha.de", ("ADMIN", "CLERK", "EDITOR"))
    ones = [route for route in routes(app) if route.writes and route.variables]
    unconditional = {(route.method, route.rule.removeprefix(API)) for route in ones if not route.conditional}
    assert unconditional <= UNCONDITIONAL
    conditional = [route for route in ones if route.conditional]
    assert answers(browser, conditional, **{"If-Match": None}) == {(428, "precondition-required")}


def furnish(app: Flask, browser: Desk) -> None:
    """Give a municipality one of everything, by the routes that make things."""
    browser.api("POST", "/invitations", {"email": "neu@beta.de", "roles": ["CLERK"]})
    make_news(app, browser.slug, category_id=make_category(app, browser.slug, "rathaus", "Rathaus"))
    with scope(app, tenant_id(app, browser.slug)):
        db.session.add(NewsSource(key="web", name="Website", url="https://feeds.example/rss"))
        db.session.add(EventSource(key="web", name="Kalender", url="https://feeds.example/ics"))
        said = {"url": "https://api.example", "kind": Origin.INFODIENSTE, "settings": {}, "progress": {}, "report": {}}
        db.session.add(ServiceSource(key="land", name="Land", **said))
    make_organiser(app, slug=browser.slug)
    suggested = client_of(app, browser.slug).post(
        "/api/v1/events/suggestions", json=suggestion(), headers={"Authorization": f"Bearer {SECRET}"}
    )
    assert suggested.status_code == 201
    ring = {"title": "x", "text": "", "topics": ["urgent"], "due_at": "2100-01-01T00:00:00Z", "expires_at": None}
    browser.api("POST", "/push/messages", {"id": "6f1c1c9e-6a53-4c0e-8f4e-1b2f6d9f4a10"} | ring)
    make_defect_category(app, browser.slug)
    contact = {"name": "Kim", "email": "kim@example.org", "phone": "", "mail_updates": False}
    submitted(client_of(app, browser.slug), [picture()], contact=contact)
    for route in routes(app):
        if route.creates:
            answer = call(browser, route, **MADE_HERE)
        elif route.files:
            answer = call(browser, route)
        else:
            continue
        assert answer.status_code == 201, (route, answer.json)


def ids_of(browser: Desk) -> list[str]:
    """The ids of everything that a municipality has."""
    found: set[str] = set()
    lists = [route for route in routes(browser.application) if route.method == "GET"]
    for route in sorted(lists, key=lambda route: route.variables):
        for path in route.paths(sorted(found)):
            rows = call(browser, route, path).json
            # Photos stand in what they belong to, not in a list of their own.
            rows = rows.get("photos") if isinstance(rows, dict) else rows
            found |= (
                {row["id"] for row in rows if "id" in row and "action" not in row} if isinstance(rows, list) else set()
            )
    return sorted(found)


def test_ids_of_another_municipality_do_not_exist(app: Flask) -> None:
    roles = ("ADMIN", "CLERK", "EDITOR")
    foreign = at_work(app, "bea@beta.de", roles, "beta")
    furnish(app, foreign)
    ids = ids_of(foreign)
    browser = at_work(app, "ada@alpha.de", roles)
    # What a session's id would end is tried last.
    found = sorted((route for route in guarded(app) if route.variables), key=lambda route: route.method == "DELETE")
    assert len(found) >= 5
    for route in found:
        given = {call(browser, route, path).status_code for path in route.paths(ids)}
        assert given == {404}, route
    assert len(foreign.api("GET", "/invitations").json) == 1
    assert {row["email"] for row in browser.api("GET", "/people").json} == {"ada@alpha.de"}
    assert "invitation.sent" not in log_of(app, "alpha")
    for route in found:
        given = {call(foreign, route, path).status_code for path in route.paths(ids)}
        assert given - {404}, f"{route} was tried with no id that exists"
    for route in [route for route in found if route.creates]:
        # Ids of things of another kind are free; those of the same kind are taken, and nothing tells by whom.
        answered = [call(browser, route, path, **MADE_HERE) for path in route.paths(ids)]
        assert {answer.status_code for answer in answered} in ({201, 404}, {201, 409}), route


def test_every_route_that_takes_a_secret_counts_its_tries(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if view.access is Access.SIGN_IN and "POST" in (rule.methods or set()):  # type: ignore[attr-defined]
            assert isinstance(view.limit, Limit), rule  # type: ignore[attr-defined]


def test_what_a_body_may_not_contain_is_refused(app: Flask) -> None:
    browser = desk(app)
    browser.api("GET", "/session")
    answer = browser.api("POST", "/session", {"email": "a@b.de", "password": "x", "role": "ADMIN"})
    assert answer.status_code == 422 and "role" in answer.json["errors"]
    answer = browser.open(f"{API}/session", method="POST", data="{", content_type="application/json")
    assert answer.status_code == 400


def test_control_characters_are_refused_before_they_reach_a_database_or_a_mail(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    for path, body in (
        ("/session", {"email": "a\0@b.de", "password": "x"}),
        ("/password-reset", {"email": "a@b.de\n"}),
        ("/invitations", {"email": "a@b.de", "name": "A\r\nB", "roles": ["CLERK"]}),
        ("/switch", {"slug": "be\0ta"}),
    ):
        assert admin.api("POST", path, body).status_code == 422, path
    odd = {"code": "12\x003456", "token": "a\0b", "password": "a\0b" * 5}
    for path, names in (
        ("/switch/redemption", ("token",)),
        ("/invitations/acceptance", ("token", "password")),
        ("/second-factor/removal", ("password",)),
    ):
        answer = admin.api("POST", path, {name: odd[name] for name in names})
        assert answer.status_code in (401, 404), path


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/session", r'{"email": "wer@alpha.de\ud83d", "password": "x\udead"}', 401),
        ("POST", "/password-reset", r'{"email": "wer@alpha.de\uDEAD"}', 204),
        ("POST", "/invitations/look", r'{"token": "x\ud83d"}', 404),
        ("POST", "/invitations", r'{"email": "neu@alpha.de", "name": "Neu\ud83d", "roles": ["EDITOR"]}', 204),
    ],
)
def test_half_a_sign_breaks_nothing(app: Flask, method: str, path: str, body: str, status: int) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    answer = admin.open(f"{API}{path}", method=method, data=body, content_type="application/json")
    assert answer.status_code == status, answer.json


def test_what_is_left_of_a_cut_emoji_is_the_text_before_it(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    body = r'{"email": "neu@alpha.de", "name": "Neu \ud83d\ude00\ud83d", "roles": ["EDITOR"]}'
    admin.open(f"{API}/invitations", method="POST", data=body, content_type="application/json")
    assert [row["name"] for row in admin.api("GET", "/invitations").json] == ["Neu 😀"]
