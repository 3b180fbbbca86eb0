# SPDX-License-Identifier: EUPL-1.2
"""What a report's state is called where no page says it: in notifications and mails. In German; pure."""

from datetime import date

from backend.defects.states import DefectStatus, Unresolved

_S = DefectStatus
STATES = {
    _S.RECEIVED: "Eingegangen",
    _S.ACCEPTED: "Angenommen",
    _S.QUESTION: "Rückfrage",
    _S.IN_PROGRESS: "In Arbeit",
    _S.SCHEDULED: "Eingeplant",
    _S.FORWARDED: "Weitergeleitet",
    _S.RESOLVED: "Erledigt",
    _S.CLOSED_UNRESOLVED: "Abschließend bearbeitet",
    _S.DUPLICATE: "Schon gemeldet",
    _S.WITHDRAWN: "Zurückgezogen",
    _S.REJECTED: "Nicht veröffentlicht",
}
REASONS = {
    Unresolved.NOT_RESPONSIBLE: "Die Gemeinde ist nicht zuständig.",
    Unresolved.PRIVATE: "Die Sache ist in privater Hand.",
    Unresolved.NO_FUNDS: "Dafür fehlen die Mittel.",
    Unresolved.NOT_A_DEFECT: "Das ist kein Mangel.",
}
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def state(status: DefectStatus, *, forwarded_to: str | None = None, expected_on: date | None = None) -> str:
    """A state in words, with the office or the day that belongs to it."""
    words = STATES[status]
    if status is _S.FORWARDED and forwarded_to:
        return f"{words} an {forwarded_to}"
    if status is _S.SCHEDULED and expected_on:
        return f"{words} für {day(expected_on)}"
    return words


def unbroken(name: str) -> str:
    """A name without the places where a narrow page may break it."""
    return name.replace("\u00ad", "")


def day(date_: date) -> str:
    """A day as people write it: Mittwoch, 25.11."""
    return f"{DAYS[date_.weekday()]}, {date_:%d.%m.}"
