# SPDX-License-Identifier: EUPL-1.2
"""The kinds of values in a tenant file, each with messages that say what to write instead. Knows marshmallow only."""

from datetime import date, datetime
from difflib import get_close_matches
from math import isfinite
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

UNKNOWN = "unknown key"
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
WEB_ADDRESS = r"https?://\S+"


def text(
    example: str, *, required: bool = False, longest: int = 120, pattern: str | None = None, cure: str = ""
) -> "Text":
    """A text field whose messages show the example."""
    shown = _unformatted(example)
    checks: list[Any] = [
        validate.Length(min=1, error=f'is empty. Write "{shown}", or remove the line.'),
        validate.Length(max=longest, error=f"is longer than {longest} characters. Shorten it."),
    ]
    if pattern:
        checks.append(
            validate.Regexp(rf"(?:{pattern})\Z", error=f'"{{input}}" {_unformatted(cure)} Write for example "{shown}".')
        )
    return Text(required=required, validate=validate.And(*checks), metadata={"example": example})


def mail(example: str) -> "Text":
    """An e-mail address."""
    return text(example, pattern=r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", cure="is not an e-mail address.")


class Text(fields.String):
    """Text in quotation marks; blanks at the ends do not count."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, bool | int | float):
            raise ValidationError(
                f'{str(value).lower()} is not text. Write it in quotation marks: "{str(value).lower()}".'
            )
        if not isinstance(value, str):
            raise ValidationError(f'must be one text. Write "{self.metadata.get("example", "…")}".')
        return value.strip()


class Number(fields.Float):
    """A number without quotation marks."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise ValidationError(f"must be a number. Write {self.metadata['example']} without quotation marks.")
        return float(value)


class Whole(fields.Integer):
    """A whole number within bounds."""

    def __init__(self, least: int, most: int, *, example: int, **kwargs: Any) -> None:
        super().__init__(metadata={"example": str(example)}, **kwargs)
        self.least, self.most = least, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            cure = f"Write {self.metadata['example']} without quotation marks."
            raise ValidationError(f"must be a whole number. {cure}")
        if not self.least <= value <= self.most:
            raise ValidationError(f"must be from {self.least} to {self.most}. Write {self.metadata['example']}.")
        return value


class Choice(Text):
    """One of a few words; the nearest one is suggested."""

    def __init__(self, choices: tuple[str, ...] | list[str], **kwargs: Any) -> None:
        super().__init__(metadata={"example": choices[0]}, **kwargs)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        word = super()._deserialize(value, attr, data, **kwargs)
        if word in self.choices:
            return word
        near = get_close_matches(word, self.choices, 1)
        cure = f'Write "{near[0]}", or one of' if near else "Write one of"
        raise ValidationError(f'"{word}" is not known here. {cure}: {", ".join(self.choices)}.')


class Switch(fields.Boolean):
    """true or false, not "yes"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("must be true or false. Write true (or false) without quotation marks.")
        return value


class Day(fields.Field[str]):
    """A calendar day, as TOML's own date or as text; kept as text, for the projection is JSON."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            if isinstance(value, datetime):
                raise ValueError
            return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()
        except (TypeError, ValueError) as error:
            raise ValidationError(f"is not a day. Write {self.metadata['example']} without quotation marks.") from error


class Several(fields.List[Any]):
    """A list in brackets, or [[sections]]."""

    def __init__(self, inner: Any, *, cure: str, **kwargs: Any) -> None:
        super().__init__(inner, error_messages={"invalid": f"must be a list. Write {cure}."}, **kwargs)


class FileSchema(Schema):
    """Base: unknown keys are refused."""

    error_messages = {  # noqa: RUF012 - declared like this by marshmallow
        "unknown": UNKNOWN,
        "type": "must be a section with keys of its own, not one value.",
    }

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        example = _unformatted(field_obj.metadata.get("example", "…"))
        field_obj.error_messages = {
            **field_obj.error_messages,
            "required": f'is missing. Add the line {field_name} = "{example}".',
            "null": f'must have a value. Write {field_name} = "{example}".',
        }


def _unformatted(words: str) -> str:
    """Text that survives `str.format`, to which marshmallow hands every message."""
    return words.replace("{", "{{").replace("}", "}}")
