# SPDX-License-Identifier: EUPL-1.2
"""School holidays: the Land's ship with the product, a municipality may name its own."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from backend.reference.holidays import Holiday, school_holidays
from backend.tenants.describe import school_holidays_of
from tests.tenants.files import MINIMAL, OUTSIDE, plan_of

YEAR = date(2027, 1, 1), date(2027, 12, 31)
OWN = """
[[events.school_holidays]]
name = "Inselferien"
first_day = 2027-05-03
last_day = "2027-05-04"
"""


def test_a_town_in_brandenburg_knows_the_holidays_that_touch_the_days(tmp_path: Path) -> None:
    config = plan_of(tmp_path, MINIMAL).config
    names = [holiday.name for holiday in school_holidays_of(config, *YEAR)]
    assert names == [
        "Weihnachtsferien", "Winterferien", "Osterferien", "Pfingstferien", "Sommerferien", "Herbstferien",
        "Weihnachtsferien",
    ]  # fmt: skip
    last = date(2027, 8, 14)
    assert [holiday.name for holiday in school_holidays_of(config, last, last)] == ["Sommerferien"]
    assert school_holidays_of(config, date(2027, 8, 15), date(2027, 8, 15)) == []


def test_the_municipalitys_own_holidays_replace_the_lands(tmp_path: Path) -> None:
    config = plan_of(tmp_path, MINIMAL + OWN).config
    assert school_holidays_of(config, *YEAR) == [Holiday("Inselferien", date(2027, 5, 3), date(2027, 5, 4))]


def test_where_nobody_knows_the_holidays_there_are_none(tmp_path: Path) -> None:
    assert school_holidays_of(plan_of(tmp_path, OUTSIDE).config, *YEAR) == []


@pytest.mark.parametrize("land", sorted(school_holidays()))
def test_the_lands_holidays_are_in_order_and_do_not_overlap(land: str) -> None:
    holidays = school_holidays()[land]
    for earlier, later in pairwise(holidays):
        assert earlier.first_day <= earlier.last_day < later.first_day
    # Nobody learns on a weekend before them: they begin on a working day.
    assert all(holiday.first_day.weekday() < 5 for holiday in holidays)
