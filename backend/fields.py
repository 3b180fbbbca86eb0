# SPDX-License-Identifier: EUPL-1.2
"""What every text from outside has to keep to, whatever it says: one line, an address of the web. Knows no feature."""

from typing import Any

from marshmallow import fields, validate

# No control characters. PostgreSQL keeps no NUL, and a line break would be a second header in a mail.
LINE = validate.Regexp(r"[^\x00-\x1f\x7f]*\Z", error="Must be one line of text.")
# No blank of any kind, and before the @ nothing that only few mail servers take: the mail would be lost unseen.
MAILABLE = validate.Regexp(r"[!-~]*@[^\s\x7f-\x9f]*\Z", error="Not a valid email address.")


def web_address(**options: Any) -> fields.Url:
    """An address that somebody may tap: http or https. Marshmallow alone lets control characters pass."""
    checks = [validate.Length(max=2000), LINE]
    return fields.Url(required=True, schemes={"http", "https"}, require_tld=False, validate=checks, **options)


def line(longest: int, **options: Any) -> fields.String:
    """One line of text."""
    return fields.String(validate=[validate.Length(max=longest), LINE], **options)
