# SPDX-License-Identifier: EUPL-1.2
"""What calendars of the wild do: odd zones, missing ends, rules of all kinds, uids that are none, hostile input."""

import time
from typing import Any

import pytest

from backend.events.ical_wording import MAX_TAGS
from tests.events.feeding import calendar, event, only, read

NEW_YORK = "DTSTART;TZID=America/New_York:20261220T140000"
ODD_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Unsere Zeit\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n{rule}"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def span(*lines: str, **more: Any) -> tuple[str, str | None, bool]:
    timing = only(*lines, **more).timing
    return timing["start"], timing["end"], timing["all_day"]


@pytest.mark.filterwarnings("ignore:Timezone")  # icalendar says that it guesses
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20260612T193000", "2026-06-12T19:30"),  # floating: a clock here
        ("DTSTART:20260612T173000Z", "2026-06-12T19:30"),
        ("DTSTART:20261212T183000Z", "2026-12-12T19:30"),
        ("DTSTART;TZID=W. Europe Standard Time:20260612T193000", "2026-06-12T19:30"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260612T193000", "2026-06-12T19:30"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260612T193000", "2026-06-12T19:30"),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Wien":20260612T193000', "2026-06-12T19:30"),
        ("DTSTART;TZID=Mitteleuropa:20260612T193000", "2026-06-12T19:30"),
        ("DTSTART;TZID=:20260612T193000", "2026-06-12T19:30"),
        ("DTSTART;TZID=Europe/London:20260612T193000", "2026-06-12T20:30"),
        (NEW_YORK, "2026-12-20T20:00"),
        ("DTSTART:20260612T193059", "2026-06-12T19:31"),
    ],
)
def test_a_start_in_any_zone_is_read_by_the_clocks_here(start: str, expected: str) -> None:
    assert span(start=start) == (expected, None, False)


def test_the_zone_of_the_calendar_holds_for_times_without_one() -> None:
    head = "X-WR-TIMEZONE:Europe/London\r\n"
    assert span(head=head, start="DTSTART:20260612T190000")[0] == "2026-06-12T20:00"
    assert span(head="X-WR-TIMEZONE:Erfunden/Ort\r\n", start="DTSTART:20260612T190000")[0] == "2026-06-12T19:00"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20260612"], ("2026-06-12", None, True)),
        (["DTSTART:20260612"], ("2026-06-12", None, True)),  # VALUE forgotten
        (["DTSTART;VALUE=DATE;TZID=Europe/Berlin:20260612"], ("2026-06-12", None, True)),
        (["DTSTART:20260612T190000", "DTEND:bald"], ("2026-06-12T19:00", None, False)),
        (["DTSTART;VALUE=DATE:20260612", "DTEND;VALUE=DATE:20260612"], ("2026-06-12", None, True)),
        (["DTSTART;VALUE=DATE:20260612", "DTEND;VALUE=DATE:20260615"], ("2026-06-12", "2026-06-14", True)),
        (["DTSTART;VALUE=DATE:20260612", "DURATION:P2D"], ("2026-06-12", "2026-06-13", True)),
        (["DTSTART:20260612T000000", "DTEND:20260613T000000"], ("2026-06-12", None, True)),
        (["DTSTART:20260612T000000", "DTEND:20260613T235900"], ("2026-06-12", "2026-06-13", True)),
        (["DTSTART:20260612T000000", "DTEND:20260612T235959"], ("2026-06-12", None, True)),
        (["DTSTART:20260612T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"], ("2026-06-12", None, True)),
        (["DTSTART:20260612T190000", "DTEND:20260612T180000"], ("2026-06-12T19:00", None, False)),
        (["DTSTART:20260612T190000", "DTEND:20260612T190000"], ("2026-06-12T19:00", None, False)),
        (["DTSTART:20260612T190000", "DURATION:PT90M"], ("2026-06-12T19:00", "2026-06-12T20:30", False)),
        (["DTSTART:20260612T190000", "DTEND;VALUE=DATE:20260613"], ("2026-06-12T19:00", "2026-06-13T00:00", False)),
        (["DTSTART:20260612T220000", "DTEND:20260613T020000"], ("2026-06-12T22:00", "2026-06-13T02:00", False)),
    ],
)
def test_an_end_may_be_missing_whole_days_or_nonsense(lines: list[str], expected: tuple[str, str | None, bool]) -> None:
    assert span(*lines, start=None) == expected


@pytest.mark.parametrize(
    ("lines", "excluded", "extra"),
    [
        (["RRULE:FREQ=DAILY;COUNT=9", "EXDATE;VALUE=DATE:20261213"], ["2026-12-13T19:00"], []),
        (
            ["RRULE:FREQ=DAILY;COUNT=9", "EXDATE:20261213T180000Z,20261214T180000Z"],
            ["2026-12-13T19:00", "2026-12-14T19:00"],
            [],
        ),
        (["RRULE:FREQ=DAILY;COUNT=9", "EXDATE:20261213T181500Z"], [], []),  # hits no date
        (["RDATE;VALUE=PERIOD:20261220T180000Z/PT2H"], [], ["2026-12-20T19:00"]),
        (
            ["RDATE;TZID=Europe/Berlin:20261220T150000", "RDATE;VALUE=DATE:20261221"],
            [],
            ["2026-12-20T15:00", "2026-12-21T19:00"],
        ),
    ],
)
def test_exceptions_and_further_dates_come_in_many_forms(
    lines: list[str], excluded: list[str], extra: list[str]
) -> None:
    timing = only(*lines).timing
    assert ([one["at"] for one in timing["excluded"]], timing["extra"]) == (excluded, extra)


def test_a_series_of_another_zone_is_kept_as_the_dates_it_has_here() -> None:
    lines = "RRULE:FREQ=MONTHLY;COUNT=6", "EXDATE;TZID=America/New_York:20270120T140000"
    found = read(calendar(event(*lines, start=NEW_YORK)))
    timing = found.entries[0].timing
    # On 20 March New York has changed its clocks, and Berlin has not.
    assert timing["start"] == "2026-12-20T20:00" and timing["rrule"] is None
    assert timing["extra"] == [f"2027-0{month}-20T{'19' if month == 3 else '20'}:00" for month in range(1, 6)]
    assert [one["at"] for one in timing["excluded"]] == ["2027-01-20T20:00"]
    assert not found.moving


def test_an_endless_series_of_another_zone_is_read_again_and_again() -> None:
    found = read(calendar(event("RRULE:FREQ=WEEKLY", start="DTSTART:20240105T180000Z")))
    timing = found.entries[0].timing
    assert found.moving
    assert (timing["start"], timing["extra"][30]) == ("2026-10-02T20:00", "2027-05-07T20:00")
    assert "2027-01-08T19:00" in timing["extra"] and timing["extra"][-1] > "2028-10"


def test_a_change_for_this_and_all_following_dates_keeps_their_day() -> None:
    body = calendar(
        event("RRULE:FREQ=WEEKLY"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261226T190000",
              start="DTSTART;TZID=Europe/Berlin:20261227T180000"),
    )  # fmt: skip
    (entry,) = read(body).entries
    assert [(one["at"], one["following"], one["start"]) for one in entry.changes] == [
        ("2026-12-26T19:00", True, "2026-12-26T18:00")
    ]


def test_single_dates_without_their_series_are_events_of_their_own() -> None:
    body = calendar(
        event("RECURRENCE-ID:20261226T180000Z", start="DTSTART:20261226T180000Z"),
        event("RECURRENCE-ID:20270102T180000Z", start="DTSTART:20270102T190000Z"),
    )
    assert [(one.uid, one.timing["start"]) for one in read(body).entries] == [
        ("eins#2026-12-26T19:00", "2026-12-26T19:00"),
        ("eins#2027-01-02T19:00", "2027-01-02T20:00"),
    ]


def test_of_two_versions_of_one_event_the_later_one_holds() -> None:
    body = calendar(event("SEQUENCE:2", "LOCATION:Neu"), event("SEQUENCE:1", "LOCATION:Alt"), event("LOCATION:Uralt"))
    (entry,) = read(body).entries
    assert entry.uid == "eins" and entry.place and entry.place["name"] == "Neu"


def test_events_that_share_a_uid_or_have_none_stay_apart_and_keep_their_names() -> None:
    body = calendar(event("SUMMARY:A"), event("SUMMARY:B"), event("SUMMARY:C", uid=None), event("SUMMARY:D", uid=None))
    uids = {entry.title: entry.uid for entry in read(body).entries}
    assert len(set(uids.values())) == 4
    shuffled = calendar(
        event("SUMMARY:D", uid=None), event("SUMMARY:B"), event("SUMMARY:C", uid=None), event("SUMMARY:A")
    )
    assert {entry.title: entry.uid for entry in read(shuffled).entries} == uids


def test_a_uid_that_is_too_long_for_a_column_is_shortened() -> None:
    (entry,) = read(calendar(event(uid="x" * 3000))).entries
    assert len(entry.uid) < 100


@pytest.mark.parametrize("word", ["PRIVATE", "confidential"])
def test_what_its_author_keeps_private_does_not_come_in(word: str) -> None:
    found = read(calendar(event(f"CLASS:{word}"), event("SUMMARY:Offen", uid="zwei")))
    assert [entry.title for entry in found.entries] == ["Offen"] and found.skipped == 0


def test_a_cancelled_event_and_a_cancelled_calendar_are_cancelled() -> None:
    assert only("STATUS:CANCELLED").cancelled
    assert only(head="METHOD:CANCEL\r\n").cancelled
    assert not only("STATUS:TENTATIVE").cancelled


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Rathaus", ("Rathaus", None)),
        ("Rathaus\\, Saal", ("Rathaus, Saal", None)),
        ("Burg\\, Am Berg 14\\, 14806 Bad Belzig\\, Germany", ("Burg", "Am Berg 14, 14806 Bad Belzig")),
        ("Burg\\nWittenberger Str. 14", ("Burg", "Wittenberger Str. 14")),
        ("https://video.example/raum", None),
        ("   ", None),
    ],
)  # fmt: skip
def test_a_place_is_a_name_perhaps_an_address_and_no_link(location: str, place: tuple[str, str | None] | None) -> None:
    found = only(f"LOCATION:{location}").place
    assert place == (found and (found["name"], found["address"]))


def test_a_link_instead_of_a_place_is_a_link() -> None:
    found = only("LOCATION:https://video.example/raum?x=1")
    assert found.links == [{"label": "video.example", "url": "https://video.example/raum?x=1"}]
    assert only("LOCATION:https://").links == []


@pytest.mark.parametrize("geo", ["0;0", "91;0", "52,1;12,5", "nan;nan", "abc"])
def test_a_place_on_no_map_has_no_coordinates(geo: str) -> None:
    found = only("LOCATION:Rathaus", f"GEO:{geo}").place
    assert found and (found["lat"], found["lon"]) == (None, None)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.example/", "//x.example", "https://" + "x" * 3000])
def test_only_web_addresses_become_links(address: str) -> None:
    assert only(f"URL:{address}").url is None


def test_texts_are_cleaned_and_cut() -> None:
    found = only(
        "SUMMARY:" + "Lang " * 200,
        'DESCRIPTION:<p onclick=\\"x()\\">Text</p><img src=x onerror=alert(1)><script>x</script>',
        "LOCATION:" + "Ort " * 200,
        "CATEGORIES:" + ",".join(f"{number} " + "x" * 100 for number in range(50)),
    )
    assert len(found.title) <= 300 and found.place and len(found.place["name"]) <= 200
    assert found.body == "<p>Text</p>"
    assert len(found.tags) == MAX_TAGS and all(len(tag) <= 40 for tag in found.tags)


@pytest.mark.parametrize(
    "broken",
    [
        event("RRULE:FREQ=NIE", uid="kaputt"),
        event("RRULE:FREQ=SECONDLY", uid="kaputt"),
        event("RRULE:FREQ=DAILY;BYHOUR=9,17", uid="kaputt"),
        event("RRULE:FREQ=DAILY", "EXDATE:manchmal", uid="kaputt"),
        event("RRULE:FREQ=WEEKLY;UNTIL=20200101T000000Z", uid="kaputt"),
        event("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY", uid="kaputt"),
        event(uid="kaputt", start="DTSTART:gestern"),
        event(uid="kaputt", start="DTSTART:20261301T190000"),
        event(uid="kaputt", start="DTSTART:00010101T000000Z"),
        event(uid="kaputt", start="DTSTART:99991231T235959Z"),
        event(uid="kaputt", start=None),
        event("DURATION:P99999999W", uid="kaputt"),
        event("RRULE:FREQ=DAILY", uid="kaputt", start="DTSTART:20261212T190000Z"),  # a date a day, in another zone
        event("SUMMARY: ", uid="kaputt"),
    ],
)
def test_an_event_that_cannot_be_read_is_left_out_and_counted(broken: str) -> None:
    found = read(calendar(broken, event("SUMMARY:Heil")))
    assert [entry.title for entry in found.entries] == ["Heil"]
    assert found.skipped == 1


def test_a_zone_that_a_calendar_describes_holds_in_this_calendar_only() -> None:
    start = "DTSTART;TZID=Unsere Zeit:20260612T193000"
    assert span(head=ODD_ZONE.format(rule=""), start=start)[0] == "2026-06-12T20:30"  # no summer time there
    assert span(start=start)[0] == "2026-06-12T19:30"


@pytest.mark.parametrize("rule", ["RRULE:FREQ=HOURLY\r\n", "RRULE:FREQ=YEARLY;BYSECOND=1,2,3\r\n", "RRULE:x\r\n"])
def test_a_zone_that_makes_no_sense_holds_nobody_up(rule: str) -> None:
    head = ODD_ZONE.format(rule=rule) + "BEGIN:VTIMEZONE\r\nTZID:Leer\r\nEND:VTIMEZONE\r\n"
    begun = time.monotonic()
    found = read(calendar(event("RRULE:FREQ=WEEKLY", start="DTSTART;TZID=Unsere Zeit:20260612T193000"), head=head))
    assert found.entries[0].timing["start"] == "2026-06-12T19:30"
    assert time.monotonic() - begun < 5


def test_rules_without_any_date_hold_nobody_up() -> None:
    rules = (
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
    )
    begun = time.monotonic()
    read(
        calendar(
            *(
                event(f"RRULE:{rule}", "EXDATE:20261213T180000Z", uid=f"{number}{rule}")
                for rule in rules
                for number in range(20)
            )
        )
    )
    assert time.monotonic() - begun < 10
