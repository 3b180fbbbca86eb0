# SPDX-License-Identifier: EUPL-1.2
"""`[services]` of a tenant file: mistakes name their cure, and what the file says is compiled as meant."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from backend.services.links import here_of
from backend.tenants.file_hours import Unclear, read_spans, read_week, write_week
from tests.tenants.files import MINIMAL, OUTSIDE, mistakes, plan_of, write

TOP = "[services]\n"
LEAVES = '[[services.entries]]\nkey = "laub"\ntitle = "Laub"\n'
PORTAL = '[services.portal]\nname = "P"\nowner = "L"\nurl = "https://p.example/"\n'
OFFICE = '[[services.offices]]\nkey = "amt"\nname = "Amt"\n'
ENTRY, AMT = "services.entries[1]", "services.offices[1]"


def source(kind: str, more: str = "") -> str:
    return f'[[services.sources]]\nkey = "land"\nname = "Land"\nkind = "{kind}"\n{more}'


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        (TOP + 'bus_bb = "ja"\n', "services.bus_bb", "true or false"),
        (TOP + 'link_hosts = ["https://x.example"]\n', "services.link_hosts[1]", "name of a host"),
        (TOP + 'hidden = ["jagdscheine"]\n', "services.hidden[1]", '"jagdschein"'),
        (TOP + 'top = ["hund"]\n', "services.top[1]", '"hund-abmelden" or "hund-anmelden"'),
        (TOP + "bus = true\n", "services.bus", '"bus_bb"'),
        (PORTAL.replace("https", "http"), "services.portal.url", "https://"),
        (
            '[services.portal]\nname = "P"\nowner = "L"\nurl = "https://p.example"\npage = "https://p.example/{id}"\n',
            "services.portal.page",
            "{leika}",
        ),
        ('[[services.entries]]\nkey = "laub"\n', f"{ENTRY}.title", "is missing"),
        ('[[services.entries]]\nkey = "hund-anmeldn"\n', f"{ENTRY}.title", '"hund-anmelden"'),
        ('[[services.entries]]\ntitle = "Laub"\n', f"{ENTRY}.key", "is missing"),
        (LEAVES + LEAVES, "services.entries[2].key", "stands twice"),
        (LEAVES + 'leika_key = "12345"\n', f"{ENTRY}.leika_key", "14 digits"),
        (LEAVES + 'leika_key = "99102013104000"\n', f"{ENTRY}.leika_key", 'key = "hund-anmelden"'),
        ('[[services.entries]]\nkey = "hund-anmelden"\nleika_key = "99102013104000"\n', f"{ENTRY}.leika_key", "Remove"),
        (LEAVES + 'situation = "wohnung"\n', f"{ENTRY}.situation", '"wohnen"'),
        (LEAVES + 'url = "http://www.brandenburg.de"\n', f"{ENTRY}.url", "https://"),
        (LEAVES + 'url = "https://fremd.example/x"\n', f"{ENTRY}.url", "link_hosts"),
        (LEAVES + 'url = "https://brandenburg.de@fremd.example/"\n', f"{ENTRY}.url", "https://"),
        (LEAVES + 'url = "https://x.brandenburg.de/{gemeinde}"\n', f"{ENTRY}.url", "{ars}"),
        (LEAVES + 'text = "a"\n[services.entries.modules]\n06 = "b"\n', f"{ENTRY}.text", "Remove one"),
        (LEAVES + 'forms = [{ title = "F", url = "https://[x" }]\n', f"{ENTRY}.forms[1].url", "https://"),
        (OFFICE + 'url = "https://[x"\n', f"{AMT}.url", "web address"),
        (LEAVES + '[services.entries.modules]\n99 = "b"\n', f"{ENTRY}.modules.99", "not known"),
        (OFFICE + OFFICE, "services.offices[2].key", "stands twice"),
        (OFFICE + 'hours = ["Di 9-12", "vormittags"]\n', f"{AMT}.hours[2]", "Mo-Fr 9-12"),
        (OFFICE + 'hours = ["Fr-Mo 9-12"]\n', f"{AMT}.hours[1]", "backwards"),
        (OFFICE + 'hours = ["Di 12-9"]\n', f"{AMT}.hours[1]", "after it begins"),
        (OFFICE + 'hours = ["Di 9-25"]\n', f"{AMT}.hours[1]", "same day"),
        (OFFICE + "latitude = 52.1\n", f"{AMT}.latitude", "longitude"),
        (OFFICE + "latitude = nan\n", f"{AMT}.latitude", "must be a number"),
        (OFFICE + "latitude = 1200\n", f"{AMT}.latitude", "degrees"),
        (PORTAL.replace("example/", "example/{ags}"), "services.portal.url", "first page"),
        (PORTAL + 'page = "https://fremd.example/{leika}"\n', "services.portal.page", "link_hosts"),
        (OFFICE + 'services = ["hunde-anmelden"]\n', f"{AMT}.services[1]", '"hund-anmelden"'),
        (OFFICE + 'phone = "auf Anfrage"\n', f"{AMT}.phone", "phone number"),
        (
            OFFICE + "[[services.offices.exceptions]]\nfirst_day = 2026-12-24\nlast_day = 2026-12-23\n",
            f"{AMT}.exceptions[1].last_day",
            "before 2026-12-24",
        ),
        (
            OFFICE + '[[services.offices.exceptions]]\nfirst_day = 2026-12-24\nhours = "Di 9-12"\n',
            f"{AMT}.exceptions[1].hours",
            '"10-12"',
        ),
        (source("zufi", 'url = "x"\n'), "services.sources[1].kind", '"xzufi"'),
        (source("xzufi"), "services.sources[1].url", "is missing"),
        (source("xzufi", 'url = "../anderswo"\n'), "services.sources[1].url", "https://"),
        (source("xzufi", 'url = "/etc"\n'), "services.sources[1].url", "https://"),
        (source("xzufi", 'url = "http://land.example/x.xml"\n'), "services.sources[1].url", "https://"),
        (source("infodienste"), "services.sources[1].area_id", "is missing"),
        (source("infodienste", 'area_id = "1"\nurl = "http://x.example"\n'), "services.sources[1].url", "https://"),
        (source("pvog", 'area_id = "1"\n'), "services.sources[1].area_id", "Remove it"),
        (source("pvog") + source("pvog"), "services.sources[2].key", "stands twice"),
        (source("pvog", 'api_key = "geheim"\n'), "services.sources[1].api_key", "not known"),
    ],
)
def test_a_mistake_names_its_key_and_the_cure(tmp_path: Path, text: str, key: str, message: str) -> None:
    found = mistakes(tmp_path, MINIMAL + text)
    assert [where for _line, where, _message in found] == [key], found
    assert message in found[0][2]


def test_where_nothing_is_known_nothing_more_is_complained_of(tmp_path: Path) -> None:
    assert [key for _line, key, _message in mistakes(tmp_path, TOP + 'hidden = ["x"]\n')] == ["ags"]


def test_brandenburgs_portal_is_a_matter_of_brandenburg(app: Flask, tmp_path: Path) -> None:
    found = mistakes(tmp_path, OUTSIDE + TOP + "bus_bb = true\n")
    assert [key for _line, key, _message in found] == ["services.bus_bb"]

    def said(text: str) -> str:
        return app.test_cli_runner().invoke(args=["tenant", "check", str(write(tmp_path, text))]).output

    assert "takes part in the Bürger- und Unternehmensservice" in said(MINIMAL + TOP + "bus_bb = true\n")
    assert "takes no part in the Bürger" in said(MINIMAL + TOP + "bus_bb = false\n")
    assert "write bus_bb = true (or false)" in said(MINIMAL)
    assert "Unternehmensservice" not in said(OUTSIDE) + said(MINIMAL + 'modules = ["news"]\n')


def test_links_may_lead_to_the_land_and_to_whom_the_municipality_names(tmp_path: Path) -> None:
    text = MINIMAL + '[contact]\nwebsite = "https://www.bad-belzig.de"\n' + TOP + 'link_hosts = ["termine.example"]\n'
    for host in ("www.bad-belzig.de", "bad-belzig.de", "a.termine.example", "service.brandenburg.de", "bund.de"):
        assert mistakes(tmp_path, text + LEAVES + f'url = "https://{host}/x?ars={{ars}}"\n') == [], host
    hosts = here_of(plan_of(tmp_path, text).config).hosts
    assert {"bad-belzig.de", "termine.example", "brandenburg.de"} <= hosts


def test_a_portal_of_its_own_stands_for_the_lands(tmp_path: Path) -> None:
    portal = '[services.portal]\nname = "P"\nowner = "Kreis"\nurl = "https://p.example/"\n'
    here = here_of(plan_of(tmp_path, MINIMAL + portal).config)
    assert here.portal is not None
    assert (here.portal.name, here.portal.search, "p.example" in here.hosts) == ("P", "https://p.example/", True)


def test_words_are_compiled_to_the_modules_of_a_service(tmp_path: Path) -> None:
    more = 'text = "Im Rathaus."\nneeds = ["Chipnummer ~ Im <Ausweis>"]\nfees = "2 €"\nduration = ""\n'
    plan = plan_of(
        tmp_path, MINIMAL + LEAVES + more + '[services.entries.modules]\n11 = "<h1>So</h1><script>x</script>"\n'
    )
    assert plan.services is not None
    assert plan.services["entries"] == [
        {
            "key": "laub",
            "leika_key": None,
            "own": {
                "title": "Laub",
                "fees": "<p>2 €</p>",
                "duration": "",
                "modules": {
                    "11": "<h2>So</h2>",
                    "06": "<p>Im Rathaus.</p>",
                    "08": "<ul><li>Chipnummer<br>Im &lt;Ausweis&gt;</li></ul>",
                },
            },
        }
    ]


def test_a_source_has_what_its_kind_needs(tmp_path: Path) -> None:
    text = source("infodienste", 'area_id = "3679"\nmay_shrink = true\n')
    plan = plan_of(tmp_path, MINIMAL + text)
    assert plan.services is not None
    assert plan.services["sources"] == [
        {
            "key": "land",
            "name": "Land",
            "kind": "infodienste",
            "url": "https://restapi-v4-bb.infodienste.de",
            "settings": {"area_id": "3679", "may_shrink": True},
        }
    ]


def test_a_part_that_is_off_has_no_directory(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, MINIMAL + 'modules = ["news"]\n' + LEAVES)
    assert plan.services is None and plan.config["services"] is None


def span(since: str, to: str, note: str = "") -> dict[str, Any]:
    return {"from": since, "to": to, "note": note}


@pytest.mark.parametrize(
    ("line", "days", "spans"),
    [
        ("Di 9-12", [1], [span("09:00", "12:00")]),
        ("Mo-Fr 08:30-12:00", [0, 1, 2, 3, 4], [span("08:30", "12:00")]),
        ("Do, Di 9-12, 13-18", [1, 3], [span("09:00", "12:00"), span("13:00", "18:00")]),
        ("Mo-Mi, So: 8.15 – 12 Uhr", [0, 1, 2, 6], [span("08:15", "12:00")]),
        ("Sa 20-24 (nur mit Termin, bitte klingeln)", [5], [span("20:00", "24:00", "nur mit Termin, bitte klingeln")]),
    ],
)
def test_hours_are_read_as_people_write_them(line: str, days: list[int], spans: list[dict[str, Any]]) -> None:
    found = read_week([line])
    assert found == [{"days": days, **one} for one in spans]
    assert read_week(write_week(found)) == found


@pytest.mark.parametrize(
    "line", ["", "Di", "9-12", "Di 9", "Di 9-12 13-18", "Di 9:60-10", "Di 24-25", "Dienstag 9-12", "Di 9-9", "Di 9-12,"]
)
def test_what_is_not_clear_is_refused(line: str) -> None:
    with pytest.raises(Unclear):
        read_week([line])


@pytest.mark.parametrize("text", ["", "vormittags", "9", "9-12 13-18", "12-9", "Di 9-12"])
def test_hours_of_one_day_are_as_clear(text: str) -> None:
    assert read_spans("9-12, 13-18 (Hof)")[1] == span("13:00", "18:00", "Hof")
    with pytest.raises(Unclear):
        read_spans(text)
