# SPDX-License-Identifier: EUPL-1.2
"""The texts of the mails to reporters, in German: (subject, text). Pure functions. They carry nothing that the reporter
wrote: whoever enters a stranger's address sends that stranger no words of their own."""

from backend.defects.models import DefectReport
from backend.defects.wording import day

NOT_YOU = """Wenn Sie nichts gemeldet haben: Löschen Sie auf der Seite bitte den Kontakt. Dann schreiben wir nicht mehr.
"""
WAY = """Ihre Meldung mit allem, was dazu gespeichert ist:
{link}
Der Link gehört nur Ihnen. Bitte geben Sie ihn nicht weiter.
"""


def received(municipality: str, category: str, report: DefectReport, link: str) -> tuple[str, str]:
    """It has arrived, and until when an answer is promised."""
    return (
        f"Meldung {report.number} ist angekommen",
        f"Guten Tag,\n\nIhre Meldung ist angekommen: {category}, Nummer {report.number}.\n"
        f"{municipality} antwortet bis {day(report.due_on)}\n\n{WAY.format(link=link)}\n{NOT_YOU}",
    )


def news(municipality: str, report: DefectReport, state: str, note: str | None, link: str) -> tuple[str, str]:
    """What has become of it; `note` is what everybody can read, too."""
    said = f"\n{note}\n" if note else ""
    return (
        f"Meldung {report.number}: {state}",
        f"Guten Tag,\n\nIhre Meldung {report.number} an {municipality} hat einen neuen Stand: {state}\n"
        f"{said}\n{WAY.format(link=link)}\n{NOT_YOU}",
    )


def question(municipality: str, report: DefectReport, link: str) -> tuple[str, str]:
    """The town hall wants to know something."""
    return (
        f"Meldung {report.number}: eine Frage an Sie",
        f"Guten Tag,\n\n{municipality} hat eine Frage zu Ihrer Meldung {report.number}. "
        f"Antworten können Sie dort.\n\n{WAY.format(link=link)}\n{NOT_YOU}",
    )
