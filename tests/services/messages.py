# SPDX-License-Identifier: EUPL-1.2
"""XZuFi messages for tests and benches, written object by object, so that a message of any length needs no memory."""

import random
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

HERE = "120690020020"
RS = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs"
AGENCY = "L999999"
WORDS = (
    "Antrag Unterlagen Gemeinde Bescheid Frist Ausweis Nachweis Formular Gebühr Amt Wohnung Kind Straße Hund".split()
)


def _id(name: str, kind: str, value: str) -> str:
    return f'<xzufi:{name} schemeAgencyID="{AGENCY}" schemeID="{kind}">{value}</xzufi:{name}>'


def module(code: str, text: str, language: str = "de", link: str = "") -> str:
    """A modulText; the text may be HTML."""
    linked = f"<xzufi:weiterfuehrenderLink><xzufi:uri>{link}</xzufi:uri><xzufi:titel>Mehr</xzufi:titel>" if link else ""
    linked += "</xzufi:weiterfuehrenderLink>" if link else ""
    return (
        f'<xzufi:modulText><xzufi:inhalt languageCode="{language}">{escape(text)}</xzufi:inhalt>'
        f"<xzufi:leikaTextmodul><code>{code}</code></xzufi:leikaTextmodul>{linked}</xzufi:modulText>"
    )


def service(number: str, title: str, *more: str, leika: str | None = None, areas: Iterable[str] = (HERE,)) -> str:
    """A schreibe with a leistung; `more` are further elements of it."""
    key = f"<xzufi:referenzLeiKa><code>{leika}</code></xzufi:referenzLeiKa>" if leika else ""
    valid = "".join(f'<xzufi:gueltigkeitGebietID schemeID="{RS}">{a}</xzufi:gueltigkeitGebietID>' for a in areas)
    inner = f"{_id('id', 'leistung', number)}{key}{module('03', title) if title else ''}{''.join(more)}{valid}"
    return f"<xzufi:schreibe><xzufi:leistung>{inner}</xzufi:leistung></xzufi:schreibe>"


def office(number: str, name: str, *more: str) -> str:
    """A schreibe with an organisationseinheit."""
    inner = (
        f"{_id('id', 'organisationseinheit', number)}<xzufi:name><xzufi:name>{escape(name)}</xzufi:name></xzufi:name>"
        "<xzufi:anschrift><xzufi:typ><code>003</code></xzufi:typ><xzufi:ort>Postfach</xzufi:ort></xzufi:anschrift>"
        "<xzufi:anschrift><xzufi:typ><code>001</code></xzufi:typ><xzufi:strasse>Wiesenburger Straße</xzufi:strasse>"
        "<xzufi:hausnummer>6</xzufi:hausnummer><xzufi:postleitzahl>14806</xzufi:postleitzahl>"
        f"<xzufi:ort>Bad Belzig</xzufi:ort></xzufi:anschrift>{''.join(more)}"
    )
    return f"<xzufi:schreibe><xzufi:organisationseinheit>{inner}</xzufi:organisationseinheit></xzufi:schreibe>"


def online(number: str, title: str, url: str) -> str:
    """A schreibe with an onlinedienst."""
    inner = (
        f"{_id('id', 'onlinedienst', number)}<xzufi:bezeichnung>{escape(title)}</xzufi:bezeichnung><xzufi:link>"
        f"<xzufi:typ><code>01</code></xzufi:typ><xzufi:link>{escape(url)}</xzufi:link></xzufi:link>"
        "<xzufi:vertrauensniveau><code>10</code></xzufi:vertrauensniveau>"
    )
    return f"<xzufi:schreibe><xzufi:onlinedienst>{inner}</xzufi:onlinedienst></xzufi:schreibe>"


def responsibility(number: str, of: str, parent: str, *, kind: str = "organisationseinheit", area: str = HERE) -> str:
    """A schreibe with a zustaendigkeitTransferObjekt."""
    return (
        "<xzufi:schreibe><xzufi:zustaendigkeitTransferObjekt>"
        f"{_id('uebergeordnetesObjektID', kind, parent)}{assigned(number, of, area)}"
        "</xzufi:zustaendigkeitTransferObjekt></xzufi:schreibe>"
    )


def assigned(number: str, of: str, area: str = HERE) -> str:
    """A zustaendigkeit as it stands inside other objects."""
    return (
        f"<xzufi:zustaendigkeit>{_id('id', 'zustaendigkeit', number)}{_id('leistungID', 'leistung', of)}"
        f'<xzufi:gebietID schemeID="{RS}">{area}</xzufi:gebietID>'
        "<xzufi:rolle><code>01</code></xzufi:rolle></xzufi:zustaendigkeit>"
    )


def removal(kind: str, number: str) -> str:
    """A loesche."""
    return f'<xzufi:loesche klasse="{kind}">{_id("id", kind.lower(), number)}</xzufi:loesche>'


def message(*objects: str, version: str = "2_2_0", head: str = "") -> bytes:
    """A whole message."""
    return "".join(_pieces(objects, version, head)).encode()


def _pieces(objects: Iterable[str], version: str = "2_2_0", head: str = "") -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>{head}<xzufi:nachricht xzufiVersion="2.2" '
    yield f'xmlns:xzufi="http://xoev.de/schemata/xzufi/{version}" '
    yield 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    yield "<xzufi:nachrichtenkopf><xzufi:sender>Test</xzufi:sender></xzufi:nachrichtenkopf>"
    yield from objects
    yield "</xzufi:nachricht>"


def write(path: Path, objects: Iterable[str]) -> None:
    """A message as a file, piece by piece."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_pieces(objects))


def many(services: int) -> Iterator[str]:
    """So many services of usual length, each with its responsibility, and for ten of them an office and an online
    service: 2.2 objects for each service. In the order of exports: what is referred to may come later."""
    dice = random.Random(services)
    for number in range(services):
        yield responsibility(f"z{number}", str(number), f"o{number // 10}")
        yield service(
            str(number),
            f"{' '.join(dice.sample(WORDS, 3))} {number}",
            *(module(code, _text(dice)) for code in ("05", "06", "08", "09", "11", "15")),
            module("03", f"Application {number}", "en"),
            module("06", _text(dice), "en"),
            "<xzufi:kennzeichenEA>false</xzufi:kennzeichenEA><xzufi:unbekannt><a>?</a></xzufi:unbekannt>",
            leika=f"99{number:012}",
        )
        if number % 10 == 0:
            yield office(f"o{number // 10}", f"Amt {number // 10}")
            yield online(f"d{number // 10}", "Online-Antrag", f"https://service.brandenburg.de/antrag/{number}")
            yield responsibility(f"y{number}", str(number), f"d{number // 10}", kind="onlinedienst")


def _text(dice: random.Random) -> str:
    return "".join(f"<p>{' '.join(dice.choices(WORDS, k=40))}</p>" for _ in range(3))
