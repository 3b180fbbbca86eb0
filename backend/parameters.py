# SPDX-License-Identifier: EUPL-1.2
"""Which query parameters are part of the byte cache's key. Knows the addresses of the app, no feature."""

import re
from dataclasses import dataclass

from flask import Flask

VARIABLE = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")
SHAPES = {"uuid": "[0-9A-Fa-f-]{36}"}
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Declared:
    """The parameters of each address that takes any: found by its path, or by the shape of one with variables.

    The cache asks before Flask's routing. If both ever disagreed about an address, the answer would not be kept.
    """

    literal: dict[str, frozenset[str]]
    shaped: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = ()

    def of(self, path: str) -> frozenset[str]:
        """The declared parameters of the route at this path; none if it takes none, or is none."""
        found = self.literal.get(path)
        if found is None:
            found = next((names for shape, names in self.shaped if shape.fullmatch(path)), NONE)
        return found


def declared_parameters(app: Flask) -> Declared:
    """Collected from the routes, which carry them as `declared_parameters`."""
    literal, shaped = {}, []
    for rule in app.url_map.iter_rules():
        names: frozenset[str] = getattr(app.view_functions[rule.endpoint], "declared_parameters", NONE)
        if names and rule.arguments:
            shaped.append((_shape(rule.rule), names))
        elif names:
            literal[rule.rule] = names
    return Declared(literal, tuple(shaped))


def _shape(rule: str) -> re.Pattern[str]:
    parts, end = [], 0
    for variable in VARIABLE.finditer(rule):
        parts += [re.escape(rule[end : variable.start()]), SHAPES.get(variable["kind"] or "", "[^/]+")]
        end = variable.end()
    return re.compile("".join(parts) + re.escape(rule[end:]))
