# SPDX-License-Identifier: EUPL-1.2
"""What the public answers of the directory let out: each value of a municipality carries a word of its own, and every
answer is searched for them all."""

import uuid
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.jobs import scope
from backend.reads import bump
from backend.services import links, texts
from backend.services.composing import settle, settle_office
from backend.services.models import (
    LinkState,
    Office,
    OnlineService,
    Origin,
    Reach,
    Service,
    ServiceImportItem,
    ServiceLink,
    ServiceOffice,
    ServiceSettings,
    ServiceSource,
)
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import NOW

PARTS = ("title", "title_formal", "teaser", "fees", "deadlines", "duration")
TEXTS = ("name", "phone", "email", "accessibility", "transit", "note")
# All that residents may read; whatever else turns up is a leak.
PUBLIC = {
    *(f"text-{part}" for part in (*PARTS, "module", "synonym", "form", "link")),
    *(f"own-{part}" for part in (*PARTS, "module", "synonym", "form", "link")), "own-url",
    *(f"office-{part}" for part in (*TEXTS, "url", "street", "city", "extra", "hours", "exception")),
    "online-title", "online-url", "online-trust", "online-payment", "portal", "source-name",
} - {"own-title_formal"}  # fmt: skip


class Filled:
    """A municipality each of whose values has a word that stands nowhere else."""

    def __init__(self, app: Flask, slug: str) -> None:
        self.slug = slug
        self.words: dict[str, str] = {}
        with scope(app, tenant_id(app, slug)):
            self._fill()
            bump()

    def word(self, name: str) -> str:
        """The word of a value."""
        return self.words.setdefault(name, f"{self.slug[0]}q{uuid.uuid4().hex[:10]}")

    def _address(self, name: str) -> str:
        return f"https://service.brandenburg.de/{self.word(name)}"

    def _body(self, layer: str) -> dict[str, Any]:
        body: dict[str, Any] = {part: self.word(f"{layer}-{part}") for part in PARTS}
        form, link = (
            [{"title": self.word(f"{layer}-{kind}"), "url": self._address(f"{layer}-{kind}")}]
            for kind in ("form", "link")
        )
        return body | {"synonyms": [self.word(f"{layer}-synonym")], "forms": form, "links": link}

    def _fill(self) -> None:
        word = self.word
        source = ServiceSource(
            kind=Origin.XZUFI, key=word("source-key"), name=word("source-name"), url=self._address("source-url"),
            settings={"client_id": word("source-settings")}, sealed=word("source-sealed"), etag=word("source-etag"),
            last_modified=word("source-modified"), last_error=word("source-error"), last_reason=word("source-reason"),
            progress={"x": word("source-progress")}, report={word("source-report"): 1}, category=word("source-topic"),
        )  # fmt: skip
        db.session.add(source)
        db.session.flush()
        said = self._body("text") | {"pv_lagen": [word("text-pv")]}
        said["modules"] = [{"code": "06", "html": f"<p>{word('text-module')}</p>"}]
        (text_hash,) = texts.store([texts.body(**said)], NOW)
        imported = {
            "origin": Origin.XZUFI,
            "source_id": source.id,
            "text_hash": text_hash,
            "title": "",
            "updated_at": NOW,
        }
        own = self._body("own") | {"modules": {"06": f"<p>{word('own-module')}</p>"}, "url": self._address("own-url")}
        self.services = [
            Service(key=word("key"), external_id=word("external"), portal_id=word("portal"), own={}, **imported),
            Service(origin=Origin.OWN, title="", updated_at=NOW, own=own | {"offices": [word("own-unknown")]}),
            Service(external_id=word("hidden"), hidden=True, own={"title": word("hidden-title")}, **imported),
            Service(external_id="online", own={"title": word("online-entry")}, **imported),
        ]
        db.session.add_all(self.services)
        self.offices = [self._office(), self._office(hidden=True)]
        db.session.add_all(self.offices)
        db.session.flush()
        first, _own, _hidden, online = self.services
        for office in self.offices:
            db.session.add(
                ServiceOffice(service_id=first.id, office_id=office.id, origin=Origin.XZUFI, external_id=word("role"))
            )
            settle_office(office)
        db.session.add(
            OnlineService(
                service_id=online.id, origin=Origin.XZUFI, external_id=word("online-external"), level=Reach.LAND,
                title=word("online-title"), url=self._address("online-url"), trust_level=word("online-trust"),
                payment=word("online-payment"),
            )
        )  # fmt: skip
        broken = self._address("broken")
        found = {"state": LinkState.BROKEN, "reason": word("broken-reason"), "checked_at": NOW, "broken_since": NOW}
        db.session.add(ServiceLink(url=broken, url_hash=links.url_hash(broken), **found))
        item = {"kind": word("item-kind"), "external_id": word("item-id"), "hash": word("item-hash")}
        db.session.add(ServiceImportItem(source_id=source.id, data={"x": word("item-data")}, **item))
        db.session.add(ServiceSettings(top=[str(one.id) for one in self.services]))
        db.session.flush()
        settle(self.services, links.here())
        self.ids = [one.id for one in self.services], [one.id for one in self.offices]

    def _office(self, *, hidden: bool = False) -> Office:
        layer = "hidden-office" if hidden else "office"
        day = {"first_day": "2026-11-24", "last_day": "2026-11-24", "closed": True, "hours": []}
        closure = {name: self.word(f"{layer}-{name}") for name in ("reason", "instead", "news_id")}
        return Office(
            key=self.word(f"{layer}-key"), external_id=self.word(f"{layer}-external"), origin=Origin.OWN,
            hidden=hidden, updated_at=NOW, url=self._address(f"{layer}-url"),
            address={part: self.word(f"{layer}-{part}") for part in ("street", "city", "extra")},
            hours=[{"days": [1], "from": "09:00", "to": "12:00", "note": self.word(f"{layer}-hours")}],
            exceptions=[day | {"text": self.word(f"{layer}-exception"), "closure": closure}],
            **{name: self.word(f"{layer}-{name}") for name in TEXTS},
        )  # fmt: skip


def everything_public(client: TenantClient, own: Filled) -> str:
    """All that the directory tells anybody: data, pages, and what the start and the search take from it."""
    api, (services, offices) = "/api/v1", own.ids
    paths = [
        f"{api}/services?page_size=100",
        f"{api}/services/situations",
        f"{api}/services/top",
        f"{api}/services/index",
    ]
    paths += [f"{api}/services?q={word}" for word in own.words.values()]
    paths += [f"{api}/search?q={word}" for word in own.words.values()]
    paths += [f"{api}/services/{one}{more}" for one in services for more in ("", "?language=en")]
    paths += [f"{api}/services/offices", *(f"{api}/services/offices/{one}" for one in offices), f"{api}/bootstrap"]
    paths += ["/", "/dienste", "/dienste/aemter", "/dienste/gemerkt", "/sitemap.xml", "/manifest.webmanifest"]
    paths += [*(f"/dienste/{one}" for one in services), *(f"/dienste/aemter/{one}" for one in offices)]
    answers = [client.get(path) for path in paths]
    assert all(answer.status_code in (200, 404) for answer in answers)
    # What was asked for stands in no answer by itself: a search for nothing answers with nothing.
    return "\n".join(f"{answer.headers}\n{answer.get_data(as_text=True)}" for answer in answers)


@pytest.fixture
def filled(app: Flask) -> tuple[Filled, Filled]:
    """Alpha and beta."""
    return Filled(app, "alpha"), Filled(app, "beta")


def test_residents_read_what_is_meant_for_them_and_nothing_else(
    filled: tuple[Filled, Filled], client: TenantClient
) -> None:
    alpha, beta = filled
    told = everything_public(client, alpha)
    assert {name for name, word in alpha.words.items() if word in told} == PUBLIC | {"online-entry"}
    assert [name for name, word in beta.words.items() if word in told] == []


def test_the_ids_of_another_municipality_open_nothing(filled: tuple[Filled, Filled], client: TenantClient) -> None:
    services, offices = filled[1].ids
    for one in services:
        assert client.get(f"/api/v1/services/{one}").status_code == 404
    for one in offices:
        assert client.get(f"/api/v1/services/offices/{one}").status_code == 404
    told = everything_public(client, filled[1])
    assert [name for name, word in filled[1].words.items() if word in told] == []
