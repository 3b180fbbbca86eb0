# SPDX-License-Identifier: EUPL-1.2
"""An event from the first word to residents, as editors see it."""

from flask import Flask

from tests.accounts.people import at_work
from tests.conftest import TenantClient
from tests.events.desk import do, make_category, make_draft, publish


def test_a_draft_becomes_dates_that_residents_see_and_withdrawal_takes_them_away(
    app: Flask, client: TenantClient
) -> None:
    make_category(app, "musik", "Musik")
    editor = at_work(app, "eva@alpha.de")
    draft = make_draft(editor, category="musik")
    assert (draft["state"], draft["lacks"], "publish" in draft["may"]) == ("draft", [], True)
    assert client.get("/api/v1/events").json == []
    event = publish(editor, draft)
    (date,) = client.get("/api/v1/events").json
    assert (date["id"], date["title"], date["category"]["slug"]) == (event["id"], "Adventskonzert", "musik")
    withdrawn = do(editor, event, "withdrawal").json
    assert withdrawn["state"] == "withdrawn"
    assert client.get("/api/v1/events").json == []
