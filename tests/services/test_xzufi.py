# SPDX-License-Identifier: EUPL-1.2
"""XZuFi as others write it: versions, styles, languages, areas, and what is refused."""

import io
import tracemalloc
from typing import Any

import pytest

from backend.services.sources import Item, Kind, State
from backend.services.sources.areas import Areas
from backend.services.sources.xml import MAX_OBJECT, MAX_TOKEN, UnreadableXml, read_objects
from backend.services.sources.xzufi import WANTED, is_xzufi, read_object
from tests.services.messages import assigned, message, module, office, online, removal, responsibility, service

ARS, AGS = "120690020020", "12069020"


def read(body: bytes, *own: str) -> list[Item | None]:
    areas = Areas(ARS, AGS, own)
    return [read_object(node, areas) for node in read_objects(io.BytesIO(body), WANTED, is_xzufi)]


def only(body: bytes, *own: str) -> Any:
    (item,) = read(body, *own)
    return item


def body_of(*objects: str, language: str = "de") -> dict[str, Any]:
    found: dict[str, Any] = only(message(*objects)).data["bodies"][language]
    return found


@pytest.mark.parametrize("version", ["2_1_0", "2_2_0", "2_3_0"])
def test_all_three_versions_are_read(version: str) -> None:
    item = only(message(service("1", "Hund anmelden", leika="99102013104000"), version=version))
    assert (item.kind, item.external_id) == (Kind.SERVICE, "L999999.1")
    assert item.data["leika_keys"] == ["99102013104000"]
    assert item.data["bodies"]["de"]["title"] == "Hund anmelden"


def test_modules_become_the_text_of_the_service() -> None:
    text = body_of(
        service(
            "1",
            "Hund anmelden",
            module("02", "Hundesteuer Anmeldung"),
            module("24", "<p>Wer einen Hund hält, meldet ihn an.</p>"),
            module("08", "<h1>Das brauchen Sie</h1><ul><li onclick='x()'>Ausweis</li></ul><script>x()</script>"),
            module("14", "", link="https://example.org/antrag.pdf"),
            module("15", "Siehe auch", link="https://example.org/satzung"),
            module("93", "Frau Müller"),
            "<xzufi:modulKosten><xzufi:beschreibung>kostenfrei</xzufi:beschreibung></xzufi:modulKosten>",
            "<xzufi:modulFrist><xzufi:beschreibung>zwei Wochen</xzufi:beschreibung></xzufi:modulFrist>",
            "<xzufi:modulBearbeitungsdauer><xzufi:beschreibung>keine Angaben</xzufi:beschreibung>"
            "</xzufi:modulBearbeitungsdauer>",
            "<xzufi:modulBegriffImKontext><xzufi:begriffImKontext><xzufi:begriff>Hundemarke</xzufi:begriff>"
            "</xzufi:begriffImKontext></xzufi:modulBegriffImKontext>",
            "<xzufi:kategorie><xzufi:id>1050200</xzufi:id><xzufi:klasse><xzufi:id>pvlagen</xzufi:id></xzufi:klasse>"
            "</xzufi:kategorie>",
        )
    )
    assert (text["title"], text["title_formal"]) == ("Hund anmelden", "Hundesteuer Anmeldung")
    assert text["teaser"] == "Wer einen Hund hält, meldet ihn an."
    assert text["modules"] == [
        {"code": "08", "html": "<h2>Das brauchen Sie</h2><ul><li>Ausweis</li></ul>"},
        {"code": "15", "html": "<p>Siehe auch</p>"},
    ]
    assert (text["fees"], text["deadlines"], text["duration"]) == ("<p>kostenfrei</p>", "<p>zwei Wochen</p>", None)
    assert text["forms"] == [{"title": "Mehr", "url": "https://example.org/antrag.pdf"}]
    assert text["links"] == [{"title": "Mehr", "url": "https://example.org/satzung"}]
    assert (text["synonyms"], text["situation"], text["pv_lagen"]) == (["Hundemarke"], "wohnen", ["1050200"])
    assert "Müller" not in str(text)


def test_each_language_has_its_text_and_german_must_be_there() -> None:
    english = module("03", "Register a dog", "en") + module("06", "Everybody must.", "en")
    item = only(message(service("1", "Hund anmelden", english)))
    assert item.data["bodies"]["en"]["title"] == "Register a dog"
    assert item.data["bodies"]["en"]["modules"] == [{"code": "06", "html": "<p>Everybody must.</p>"}]
    assert only(message(service("1", "", english))).state is State.UNREADABLE
    # A language without a title has no text of its own.
    assert list(only(message(service("1", "Hund", module("06", "?", "pl")))).data["bodies"]) == ["de"]


def test_only_a_german_technical_name_is_better_than_none() -> None:
    assert body_of(service("1", "", module("02", "Hundesteuer Anmeldung")))["title"] == "Hundesteuer Anmeldung"


@pytest.mark.parametrize(
    ("areas", "ours"),
    [
        ((), True),
        ((ARS,), True),
        (("120690000000",), True),
        (("120000000000",), True),
        (("000000000000",), True),
        (("12069",), True),
        ((AGS,), True),
        (("120690616616",), False),
        (("140000000000",), False),
        (("12069616",), False),
        (("9936241",), False),
        (("9936241", ARS), True),
    ],
)
def test_services_of_others_stay_out(areas: tuple[str, ...], ours: bool) -> None:
    item = only(message(service("1", "Hund anmelden", areas=areas)))
    assert (item.data is not None, item.state) == (ours, State.HERE if ours else State.ELSEWHERE)


def test_the_sources_own_number_of_the_municipality_counts_when_it_is_known() -> None:
    body = message(service("1", "Hund anmelden", areas=("9936241",)))
    assert only(body, "9936241").data is not None


def test_responsibility_is_read_in_both_transports() -> None:
    transferred, embedded = read(
        message(
            responsibility("z1", "1", "o1"), office("o1", "Steueramt", assigned("z2", "1"), assigned("z3", "2", "14"))
        )
    )
    assert transferred is not None and embedded is not None and embedded.data is not None
    wanted = {"service": "L999999.1", "parent": "L999999.o1", "role": "01", "area": ARS, "online": False}
    assert transferred.data == wanted
    assert embedded.data["services"] == [{"id": "L999999.1", "role": "01", "area": ARS}]


def test_visitors_are_sent_to_the_house_and_persons_stay_out() -> None:
    person = "<xzufi:kontaktperson><xzufi:name><xzufi:name>Erika Muster</xzufi:name></xzufi:name></xzufi:kontaktperson>"
    reach = (
        "<xzufi:kommunikation><xzufi:kanal><code>02</code></xzufi:kanal><xzufi:kennung>033841 94-0</xzufi:kennung>"
        "</xzufi:kommunikation><xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal>"
        "<xzufi:kennung>steuern@bad-belzig.example</xzufi:kennung></xzufi:kommunikation>"
    )
    data = only(message(office("1", "Steueramt", reach, person))).data
    assert data["address"] == {
        "street": "Wiesenburger Straße 6",
        "postcode": "14806",
        "city": "Bad Belzig",
        "extra": "",
    }
    assert (data["phone"], data["email"]) == ("033841 94-0", "steuern@bad-belzig.example")
    assert "Muster" not in str(data)


def test_an_online_service_leads_to_its_start() -> None:
    data = only(message(online("1", "Hund online anmelden", "https://x.example/a?b=1&c=2"))).data
    assert (data["title"], data["url"]) == ("Hund online anmelden", "https://x.example/a?b=1&c=2")
    assert data["trust_level"] == "10"
    assert only(message(online("1", "Böse", "javascript:alert(1)"))).state is State.UNREADABLE


def test_deletions_name_class_and_number() -> None:
    item = only(message(removal("Leistung", "7")))
    assert (item.kind, item.external_id, item.state) == (Kind.SERVICE, "L999999.7", State.GONE)
    assert only(message(removal("LeistungSpezialisierung", "7"))) is None
    assert only(message("<xzufi:loesche/>")) is None


def test_answers_without_schreibe_are_read_as_well() -> None:
    inner = service("1", "Hund anmelden").replace("xzufi:schreibe", "xzufi:leistungen")
    assert only(message(inner)).external_id == "L999999.1"


def test_unknown_and_broken_objects_disturb_nobody() -> None:
    odd = (
        "<xzufi:schreibe><xzufi:neuartig><xzufi:x/></xzufi:neuartig></xzufi:schreibe>",
        "<xzufi:schreibe><xzufi:leistung/></xzufi:schreibe>",
        "<xzufi:schreibe><xzufi:zustaendigkeitTransferObjekt/></xzufi:schreibe>",
        "<xzufi:schreibe><xzufi:organisationseinheit><xzufi:id>1</xzufi:id></xzufi:organisationseinheit>"
        "</xzufi:schreibe>",
    )
    found = read(message(*odd, service("1", "Hund anmelden", "<xzufi:neu><b>?</b></xzufi:neu>")))
    assert [item.external_id for item in found if item and item.data] == ["L999999.1"]


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (message(service("1", "&c;"), head=BOMB).replace(b"&amp;c;", b"&c;"), "hostile"),
        (message(head='<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "hostile"),
        (message(head='<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.example/"> %p;]>'), "hostile"),
        (message("<a>" * 100 + "</a>" * 100), "hostile"),
        (b"<html><body>Wartung</body></html>", "not-xzufi"),
        (message(service("1", "Hund"), version="1_0_0"), "not-xzufi"),
        (message(service("1", "Hund"))[:-40], "not-xml"),
        (message(service("1", "&uuml;")).replace(b"&amp;uuml;", b"&uuml;"), "not-xml"),
        (b"", "not-xml"),
        (b"\x00\xff\xfe" * 50, "not-xml"),
        (b'<?xml version="1.0" encoding="kaputt"?><a/>', "not-xml"),
        (message(service("1", "x" * (MAX_OBJECT + 1))), "too-large"),
        (message(f"<xzufi:leistung>{'<a/>' * 60_000}</xzufi:leistung>"), "too-large"),
    ],
)
def test_hostile_and_broken_messages_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableXml) as caught:
        read(body)
    assert caught.value.reason == reason


class Endless(io.RawIOBase):
    """A message that goes on for 100 MB after its beginning."""

    def __init__(self, beginning: bytes, filler: bytes) -> None:
        self.beginning, self.filler, self.left = beginning, filler, 100 * 1024 * 1024

    def read(self, size: int = -1) -> bytes:
        if self.beginning:
            start, self.beginning = self.beginning, b""
            return start
        self.left -= size
        return (self.filler * size)[:size] if self.left > 0 else b""


@pytest.mark.parametrize("inside", ["<xzufi:leistung><xzufi:x>", '<xzufi:leistung a="', "<!-- ", "<xzufi:leistung "])
def test_100_mb_of_text_are_refused_before_they_are_in_memory(inside: str) -> None:
    beginning = message("§").split("§".encode())[0] + inside.encode()
    file: Any = Endless(beginning, b"a")
    tracemalloc.start()
    with pytest.raises(UnreadableXml):
        list(read_objects(file, WANTED, is_xzufi))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * max(MAX_OBJECT, MAX_TOKEN)
    assert file.left > 90 * 1024 * 1024
