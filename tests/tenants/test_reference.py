# SPDX-License-Identifier: EUPL-1.2
"""The reference data answers for every municipality of Brandenburg."""

from pathlib import Path

from backend import reference
from backend.reference import legal
from backend.tenants.hosts import normalise
from backend.text import clean_html
from tests.tenants.files import MINIMAL, plan_of

NOBODY = {"name": "Golzow", "kind": "Gemeinde", "ags": "12064172", "demo": False}


def test_the_directory_knows_name_district_place_and_box() -> None:
    found = reference.find("12069020")
    assert found is not None
    assert (found.name, found.kind, found.district) == ("Bad Belzig", "Stadt", "Potsdam-Mittelmark")
    assert (found.ars, found.postcode) == ("120690020020", "14806")
    west, south, east, north = found.bbox
    assert west < found.longitude < east and south < found.latitude < north


def test_every_municipality_has_a_slug_of_its_own_that_is_a_host_label() -> None:
    slugs = [one.slug for one in reference.municipalities().values()]
    assert len(slugs) == len(set(slugs)) == 413
    assert all(normalise(f"{slug}.localhost") == f"{slug}.localhost" for slug in slugs)


def test_slugs_spell_umlauts_slashes_and_sorbian_letters() -> None:
    assert reference.slug_of("Wiesenburg/Mark") == "wiesenburg-mark"
    assert reference.slug_of("Cottbus/Chóśebuz") == "cottbus-chosebuz"
    assert reference.slug_of("Groß Köris") == "gross-koeris"
    assert reference.slug_of("Groß Ko\u0308ris") == "gross-koeris"


def test_two_municipalities_of_the_same_name_both_carry_their_district() -> None:
    golzow = {one.slug for one in reference.municipalities().values() if one.name == "Golzow"}
    assert golzow == {"golzow-maerkisch-oderland", "golzow-potsdam-mittelmark"}


def test_a_town_that_is_its_own_district_names_none() -> None:
    potsdam = reference.find("12054000")
    assert potsdam is not None and potsdam.district is None


def test_every_municipality_has_a_border() -> None:
    assert all(reference.border(ags) for ags in reference.municipalities())
    assert reference.border("09162000") is None


def test_legal_pages_pass_the_allow_list_unchanged_in_meaning() -> None:
    for page in legal.pages(NOBODY, {"phone": "033835 1"}, ["news"]):
        cleaned = clean_html(page["body"])
        assert cleaned.count("<h2>") == page["body"].count("<h2>"), page["key"]
        assert cleaned.count("<a ") == page["body"].count("<a "), page["key"]


def test_legal_pages_name_what_the_municipality_must_complete() -> None:
    bodies = {page["key"]: page["body"] for page in legal.pages(NOBODY, {}, ["news"])}
    assert "Von der Gemeinde zu ergänzen:</strong> die Anschrift" in bodies["impressum"]
    assert "Datenschutzbeauftragte" in bodies["datenschutz"]
    assert "durchsetzung.BIT@msgiv.brandenburg.de" in bodies["barrierefreiheit"]


def test_legal_pages_say_what_the_file_says_and_escape_it() -> None:
    contact = {"address": "Am Markt 1\n15328 Golzow", "email": "post@golzow.example", "editor": "<Erika> & Max"}
    body = legal.pages(NOBODY, contact, ["news"])[0]["body"]
    assert "Am Markt 1<br>15328 Golzow" in body
    assert '<a href="mailto:post@golzow.example">' in body
    assert "&lt;Erika&gt; &amp; Max" in body
    assert "zu ergänzen:</strong> die Anschrift" not in body


def test_a_demo_says_that_it_is_not_the_towns_own_service() -> None:
    for page in legal.pages({**NOBODY, "demo": True}, {}, ["news"]):
        assert "Vorführung" in page["body"]
        assert "kein amtliches Angebot" in page["body"]


def test_each_land_names_its_own_bodies() -> None:
    saxony = {"name": "Hainichen", "kind": "Stadt", "ags": "14522180", "demo": False}
    text = " ".join(page["body"] for page in legal.pages(saxony, {}, ["news"]))
    assert "Brandenburg" not in text and "GeoBasis" not in text
    assert "dzb lesen" in text and "Sächsische Datenschutz- und Transparenzbeauftragte" in text


def test_where_the_product_knows_no_body_none_is_invented() -> None:
    elsewhere = {"name": "Telgte", "kind": "Stadt", "ags": "05570044", "demo": False}
    text = " ".join(page["body"] for page in legal.pages(elsewhere, {}, ["news"]))
    assert "Brandenburg" not in text
    assert "Durchsetzungsstelle und Überwachungsstelle des Landes" in text


def test_the_privacy_page_tells_of_what_a_municipality_uses() -> None:
    def privacy(modules: list[str], map_host: str | None) -> str:
        return next(page["body"] for page in legal.pages(NOBODY, {}, modules, map_host) if page["key"] == "datenschutz")

    plain, full = privacy(["news"], None), privacy(["news", "events"], "kacheln.example")
    assert "nichts von fremden Servern" in plain and "vorschlagen" not in plain and "Karte" not in plain
    assert "nur dann etwas von einem fremden Server, wenn Sie eine Karte öffnen" in full
    assert "lädt Ihr Gerät die Kartenbilder von kacheln.example" in full
    assert "spätestens nach 180 Tagen" in full
    assert "Schaden" not in plain + full


def test_the_privacy_page_says_how_long_reports_are_kept_where_people_report_here(tmp_path: Path) -> None:
    def privacy(text: str) -> str:
        return next(page["body"] for page in plan_of(tmp_path, MINIMAL + text).pages if page["key"] == "datenschutz")

    own = privacy('[defects]\nemail = "bauhof@x.example"\n[defects.retention]\ncontact_days = 14\n')
    assert "Wenn Sie einen Schaden melden" in own and "löschen wir 14 Tage, nachdem sie abgeschlossen ist" in own
    assert "nach 90 Tagen, die öffentliche Meldung nach 365 Tagen" in own
    elsewhere = privacy('[defects]\nmode = "link"\nurl = "https://maerker.example"\n')
    assert "Schaden melden" not in elsewhere


def test_phone_links_hold_digits_only() -> None:
    assert legal.dialled("+49 (0)33841 94-0") == "+4933841940"
    assert legal.dialled("033841 / 940") == "033841940"


def test_hosts_have_one_spelling() -> None:
    assert normalise("APP.Example.org.:8000") == "app.example.org"
    assert normalise("app.angermünde.de") == "app.xn--angermnde-v9a.de"
    assert normalise("[::1]:8000") == "[::1]"
    assert [normalise(odd) for odd in ("", "a b", "https://x.de", "x..de", "-a.de", "a" * 64 + ".de")] == [None] * 6
