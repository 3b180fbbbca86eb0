# SPDX-License-Identifier: EUPL-1.2
"""Every push test has a push service of its own, which the allow-list names."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from backend.config import Settings
from tests.push.sink import Sink, sinking

CLOSED = "http://127.0.0.1:9"  # nothing listens there


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A push service on this machine."""
    with sinking() as sink:
        yield sink


@pytest.fixture
def settings(settings: Settings, sink: Sink) -> Settings:
    """The usual settings, and the local push service allowed beside Mozilla's."""
    return replace(settings, push_origins=(sink.origin, CLOSED, "https://*.push.services.mozilla.com"))
