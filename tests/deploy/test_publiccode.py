# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml has what the standard's core demands (yml.publiccode.tools), and the licence is complete."""

from typing import Any

import yaml

from tests.e2e.server import ROOT

CATEGORIES = {"communications", "content-management", "digital-citizenship"}


def document() -> Any:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_the_mandatory_keys_are_there() -> None:
    code = document()
    assert code["publiccodeYmlVersion"] in ("0.4", "0.5", "0.6", "0.7")
    assert code["url"].startswith("https://")
    assert code["platforms"] == ["web"]
    assert code["softwareType"] == "standalone/web"
    assert code["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert set(code["categories"]) <= CATEGORIES
    assert code["intendedAudience"]["scope"] == ["local-authorities"]
    assert code["legal"]["license"] == "EUPL-1.2"
    assert code["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in code["maintenance"]["contacts"])
    assert code["localisation"] == {"localisationReady": True, "availableLanguages": ["de", "en"]}


def test_the_descriptions_have_the_lengths_that_directories_accept() -> None:
    for language, description in document()["description"].items():
        assert len(description["shortDescription"]) <= 150, language
        assert 500 <= len(description["longDescription"]) <= 10_000, language
        assert description["features"], language


def test_the_licence_is_complete() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    for article in range(1, 16):
        assert f"\n{article}." in text, article
    assert text.rstrip().endswith("require the production of a new EUPL version.")
