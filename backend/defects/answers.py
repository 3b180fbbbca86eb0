# SPDX-License-Identifier: EUPL-1.2
"""Answers to the questions of a category: read from what arrives, and in words. Pure.

A report may have waited on a phone for days: answers to questions that are gone meanwhile are left out, not refused.
"""

from collections.abc import Callable, Mapping
from typing import Any

from backend.problems import Invalid
from backend.text import legal

Row = dict[str, Any]
LONGEST = 1000
LARGEST = 10**12


def read(questions: list[Row], given: Mapping[str, Any]) -> Row:
    """The answers to the questions that there are, by code. Raises Invalid for one that is missing or of another
    kind."""
    found: Row = {}
    for question in questions:
        code, value = question["code"], given.get(question["code"])
        try:
            answer = None if value in (None, "", []) else _READERS[question["kind"]](value, question)
        except (TypeError, ValueError) as error:
            raise _refused(code, "Diese Antwort passt nicht zur Frage.") from error
        if answer is not None:
            found[code] = answer
        elif question["required"]:
            raise _refused(code, "Bitte beantworten Sie diese Frage.")
    return found


def labelled(questions: list[Row], answers: Mapping[str, Any]) -> list[Row]:
    """[{label, value}] of what was answered, in the order of the questions; what is no longer asked comes last."""
    known = {question["code"]: question for question in questions}
    order = [*(code for code in known if code in answers), *(code for code in answers if code not in known)]
    return [
        {
            "label": known[code]["label"] if code in known else code,
            "value": _in_words(answers[code], known.get(code)),
        }
        for code in order
    ]


def _in_words(answer: Any, question: Row | None) -> str:
    labels = {option["key"]: option["label"] for option in question["options"]} if question else {}
    parts = answer if isinstance(answer, list) else [answer]
    return ", ".join(str(labels.get(part, part)) for part in parts)


def _text(value: Any, _question: Row) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError
    return legal(value).strip() or None


def _number(value: Any, _question: Row) -> float | int:
    # What is no number (NaN) is not less than any, either.
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
        raise ValueError
    return value


def _choice(value: Any, question: Row) -> str | None:
    if not isinstance(value, str):
        raise ValueError
    return value if value in {option["key"] for option in question["options"]} else None


def _choices(value: Any, question: Row) -> list[str] | None:
    if not isinstance(value, list) or len(value) > 100:
        raise ValueError
    picked = [_choice(one, question) for one in value]
    return [key for key in dict.fromkeys(picked) if key is not None] or None


_READERS: dict[str, Callable[[Any, Row], Any]] = {
    "text": _text, "number": _number, "choice": _choice, "choices": _choices,
}  # fmt: skip


def _refused(code: str, sentence: str) -> Invalid:
    return Invalid(sentence, {f"answers.{code}": [sentence]})
