# SPDX-License-Identifier: EUPL-1.2
"""What most tests of reports begin with: a category to report in, somebody who answers."""

import uuid

import pytest
from flask import Flask

from tests.accounts.people import Desk
from tests.defects import staff
from tests.defects.reports import make_defect_category


@pytest.fixture
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app)


@pytest.fixture
def clerk(app: Flask) -> Desk:
    return staff.clerk(app)
