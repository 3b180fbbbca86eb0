# SPDX-License-Identifier: EUPL-1.2
"""Calendars as Nextcloud, Google and Outlook export them, read into our own words; and bytes that are none."""

import pytest

from backend.events.ical_reading import MAX_EVENTS, MAX_LINES, Calendar, Entry, UnreadableCalendar
from tests.events.feeding import calendar, event, exported, only, read


def entries(found: Calendar) -> dict[str, Entry]:
    assert found.skipped == 0
    return {entry.title: entry for entry in found.entries}


def test_a_nextcloud_calendar_comes_in_with_series_changes_and_whole_days() -> None:
    found = entries(read(exported("nextcloud")))
    assert set(found) == {"Chorprobe im Gemeindehaus 🎶", "Heimatfest"}  # what is private stays with its author
    choir = found["Chorprobe im Gemeindehaus 🎶"]
    assert choir.timing == {
        "start": "2026-09-07T19:00",
        "end": "2026-09-07T21:00",
        "all_day": False,
        "rrule": "FREQ=WEEKLY;BYDAY=MO",
        "excluded": [{"at": "2026-12-21T19:00", "reason": None}, {"at": "2026-12-28T19:00", "reason": None}],
        "extra": [],
    }
    moved, cancelled = choir.changes
    assert (moved["at"], moved["start"], moved["end"]) == ("2026-10-26T19:00", "2026-10-27T18:30", "2026-10-27T20:30")
    assert (moved["title"], moved["place_name"]) == ("Chorprobe mit Gästen", "Kirche")
    assert (cancelled["at"], cancelled["status"], cancelled["start"]) == ("2026-11-09T19:00", "cancelled", None)
    assert "möchte, kommt einfach vorbei – Vorkenntnisse" in choir.body
    assert "<p>Große Grüße; bis Montag!</p>" in choir.body
    assert choir.tags == ["Musik und Bühne", "Chor"]
    assert choir.place and (choir.place["name"], choir.place["address"]) == (
        "Gemeindehaus",
        "Lindenstraße 4, 15746 Groß Köris",
    )
    assert choir.organiser == {"name": "Heimatverein Groß Köris", "email": None, "phone": None, "url": None}
    fest = found["Heimatfest"]
    assert (fest.timing["start"], fest.timing["end"], fest.timing["all_day"]) == ("2027-06-18", "2027-06-20", True)
    assert fest.url == "https://cloud.example.org/heimatfest"


def test_a_google_calendar_comes_in_with_html_utc_and_country() -> None:
    found = entries(read(exported("google")))
    concert = found["Adventskonzert"]
    assert (concert.timing["start"], concert.timing["end"]) == ("2026-12-05T19:30", "2026-12-05T22:00")
    assert "<b>Adventskonzert</b>" in concert.body and "ermäßigt 8 €" in concert.body
    assert 'href="https://brauerei.example.org/karten"' in concert.body and "alert" not in concert.body
    assert concert.place and concert.place["address"] == "Straße der Einheit 5, 14806 Bad Belzig"
    cinema = found["Kino im Sudhaus"]
    assert cinema.timing["rrule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270325T235959"
    assert cinema.timing["excluded"] == [{"at": "2026-12-31T20:00", "reason": None}]
    assert [(change["at"], change["status"]) for change in cinema.changes] == [("2026-11-19T20:00", "cancelled")]
    assert (cinema.body, cinema.place) == ("", None)
    closed = found["Heiligabend: Brauerei bleibt zu 🎄"]
    assert (closed.timing["start"], closed.timing["end"], closed.timing["all_day"]) == ("2026-12-24", None, True)


def test_an_outlook_calendar_comes_in_with_its_own_names_of_zones() -> None:
    found = entries(read(exported("outlook")))
    council = found["Sitzung: Bauausschuss"]
    assert (council.timing["start"], council.timing["end"]) == ("2026-01-13T18:30", "2026-01-13T20:30")
    assert council.timing["rrule"] == "FREQ=MONTHLY;BYDAY=2TU"
    assert [one["at"] for one in council.timing["excluded"]] == ["2026-07-14T18:30", "2026-08-11T18:30"]
    assert [(change["at"], change["start"]) for change in council.changes] == [("2026-12-08T18:30", "2026-12-09T18:30")]
    assert council.body == "<p>Öffentliche Sitzung, Gäste willkommen.</p>"
    assert council.place and council.place["name"] == "Rathaus, Saal"
    closed = found["Rathaus geschlossen"].timing
    assert (closed["start"], closed["end"], closed["all_day"]) == ("2026-12-03", "2026-12-04", True)
    hours = found["Bürgersprechstunde"].timing
    assert (hours["start"], hours["end"]) == ("2026-12-01T09:00", "2026-12-01T10:30")
    honour = found["Tag des Ehrenamts"].timing
    assert (honour["start"], honour["end"]) == ("2026-12-02T09:00", None)


def test_nobody_who_is_invited_and_no_address_of_a_person_comes_in() -> None:
    found = str([read(exported(name)) for name in ("nextcloud", "google", "outlook")])
    assert "Erika" not in found and "@example.org'" not in found and "mailto" not in found.lower()


@pytest.mark.parametrize("name", ["nextcloud", "google", "outlook"])
def test_bare_line_ends_a_byte_order_mark_and_utf_16_make_no_difference(name: str) -> None:
    body = exported(name)
    usual = read(body)
    for other in (
        body.replace(b"\r\n", b"\n"),
        b"\xef\xbb\xbf" + body,
        body.decode().encode("utf-16"),
        b"\r\n" + body + b"\r\n\r\n",
    ):
        assert read(other, None) == usual


def test_a_fold_in_the_middle_of_a_letter_is_mended() -> None:
    body = calendar(event("SUMMARY:Straße 🎉 frei"))
    letter, picture = body.index("ß".encode()) + 1, body.index("🎉".encode()) + 2
    folded = body[:letter] + b"\r\n " + body[letter:picture] + b"\r\n\t" + body[picture:]
    assert read(folded).entries[0].title == "Straße 🎉 frei"


def test_old_programs_write_windows_letters() -> None:
    body = calendar(event("SUMMARY:Straßenfest – groß")).decode().encode("cp1252")
    assert read(body, "text/calendar").entries[0].title == "Straßenfest – groß"
    latin = calendar(event("SUMMARY:Straßenfest")).decode().encode("iso-8859-15")
    assert read(latin, 'text/calendar; charset="iso-8859-15"').entries[0].title == "Straßenfest"


def test_a_line_break_that_was_not_written_as_one_belongs_to_its_text() -> None:
    entry = only("DESCRIPTION:Erste Zeile", "zweite Zeile ohne Einzug", "", "URL:https://x.example/1")
    assert entry.body == "<p>Erste Zeile<br>zweite Zeile ohne Einzug</p>"
    assert entry.url == "https://x.example/1"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not-a-calendar"),
        (b"<!doctype html><title>Wartung</title>", "not-a-calendar"),
        (b"\x00\xff\xfe" * 500, "not-a-calendar"),
        (b'{"events": []}', "not-a-calendar"),
        (exported("google")[:2000], "broken-off"),
        (exported("google")[:-20], "broken-off"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "broken-off"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VCALENDAR\r\n", "broken-off"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "not-a-calendar"),
        (calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (MAX_EVENTS + 1)), "too-large"),
        (calendar(event(*["EXDATE:20260101T000000Z"] * MAX_LINES)), "too-large"),
        (calendar(*["x\r\n"] * 4_000_000), "too-large"),
    ],
)
def test_what_is_not_a_whole_calendar_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableCalendar) as caught:
        read(body)
    assert caught.value.reason == reason
    assert str(caught.value).endswith(".")


def test_the_hash_changes_with_what_is_shown_and_with_nothing_else() -> None:
    first = only("DESCRIPTION:Eintritt frei")
    assert first.hash == only("DESCRIPTION:Eintritt frei", "DTSTAMP:20260101T000000Z", "SEQUENCE:7").hash
    for other in ("SUMMARY:Fest", "LOCATION:Rathaus", "STATUS:CANCELLED", "RRULE:FREQ=DAILY"):
        assert only("DESCRIPTION:Eintritt frei", other).hash != first.hash
