# SPDX-License-Identifier: EUPL-1.2
"""The texts of the mails to offices, in German: (subject, text). Pure functions. They never carry the contact of
whoever reported; what is not yet checked goes out with private data covered."""

from collections.abc import Iterable
from typing import Any

from backend.defects.guard import mask
from backend.defects.wording import day, unbroken
from backend.text import shorten

LONGEST = 1000


def received(category: str, report: Any, link: str) -> tuple[str, str]:
    """A new report for the office in charge."""
    return _letter(
        f"Neue Meldung {report.number}: {category}",
        f"Guten Tag,\n\neine neue Meldung ist da: {category}, Nummer {report.number}.\n"
        f"{_place(mask(report.address), report)}{_quoted(mask(report.description))}\n"
        f"Antwort versprochen bis {day(report.due_on)}\n\nAnsehen und antworten:\n{link}\n",
    )


def forwarded(
    town: str, category: str, report: Any, message: str, *, photos: int, link: str | None, answer_to: str | None
) -> tuple[str, str]:
    """A report for somebody else to deal with: what everybody sees of it, and a message. `link`: where they see it,
    None if it is hidden."""
    title, place, text = report.title, report.public_place or "", report.public_text if report.text_public else ""
    if link is None:
        title, place, text = mask(title), mask(place), mask(text)
    seen = f"\nÖffentliche Ansicht:\n{link}\n" if link else ""
    pictures = {0: "", 1: "\nDazu gibt es ein Foto.\n"}.get(photos, f"\nDazu gibt es {photos} Fotos.\n")
    reply = f"\nBitte antworten Sie an {answer_to}.\n" if answer_to else ""
    said = f"\n{message}\n\n" if message else ""
    return _letter(
        f"Meldung {report.number} von {town}: {title}",
        f"Guten Tag,\n\n{town} gibt diese Meldung an Sie weiter: {category}, Nummer {report.number}.\n{said}"
        f"{_place(place, report)}{_quoted(text)}{pictures}{seen}{reply}",
    )


def overdue(town: str, reports: Iterable[Any], link: str) -> tuple[str, str]:
    """What an office owes an answer for longer than was promised. `reports` have number, category, due_on."""
    lines = [f"{one.number}, {one.category}: versprochen bis {day(one.due_on)}" for one in reports]
    listed = "\n".join(lines)
    count = "1 Meldung wartet" if len(lines) == 1 else f"{len(lines)} Meldungen warten"
    return _letter(
        f"{count} länger als versprochen auf Antwort",
        f"Guten Tag,\n\n{count} in {town} länger als versprochen auf eine Antwort:\n\n{listed}\n\n"
        f"Ansehen und antworten:\n{link}\n",
    )


def test(town: str, category: str) -> tuple[str, str]:
    """Proof that an office can be reached."""
    return _letter(
        f"Testmail: Meldungen „{category}“ von {town}",
        f"Guten Tag,\n\ndiese Mail prüft, ob Meldungen der Kategorie „{category}“ bei Ihnen ankommen.\n"
        "Das ist gelungen, Sie brauchen nichts zu tun.\n",
    )


def _letter(subject: str, text: str) -> tuple[str, str]:
    return unbroken(subject), unbroken(text)


def _place(words: str, report: Any) -> str:
    point = f"{report.lat:.5f}, {report.lon:.5f}" if report.lat is not None else ""
    where = " · ".join(part for part in (words, point) if part)
    return f"Ort: {where}\n" if where else ""


def _quoted(text: str) -> str:
    return f"\n„{shorten(text, LONGEST)}“\n" if text else ""
