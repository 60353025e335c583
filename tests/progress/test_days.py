"""Days that end at four in the morning, where clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from progress.samples import in_zone

from peerguide.progress.days import Days

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Antarctica/Casey",
]


def utc(text: str) -> datetime:
    """An instant written as `2026-03-29 02:00` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("place", "instant", "day"),
    [
        ("UTC", "2026-05-20 03:59", "2026-05-19"),
        ("UTC", "2026-05-20 04:00", "2026-05-20"),
        ("UTC", "2026-05-21 00:30", "2026-05-20"),
        ("Europe/Berlin", "2026-03-29 01:59", "2026-03-28"),
        ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29"),
        ("Europe/Berlin", "2026-10-25 02:59", "2026-10-24"),
        ("Europe/Berlin", "2026-10-25 03:00", "2026-10-25"),
        ("America/New_York", "2026-03-08 07:59", "2026-03-07"),
        ("America/New_York", "2026-03-08 08:00", "2026-03-08"),
        ("America/New_York", "2026-11-01 08:59", "2026-10-31"),
        ("America/New_York", "2026-11-01 09:00", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-04 17:29", "2026-04-04"),
        ("Australia/Lord_Howe", "2026-04-04 17:30", "2026-04-05"),
        ("Pacific/Apia", "2011-12-30 13:59", "2011-12-29"),
        ("Pacific/Apia", "2011-12-30 14:00", "2011-12-31"),
    ],
)
def test_day_of(place: str, instant: str, day: str) -> None:
    """An instant falls on the day that began at the last 04:00 of the clock on the wall."""
    with in_zone(place):
        assert Days().day_of(utc(instant)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("place", "day", "hours"),
    [
        ("UTC", "2026-03-28", 24),
        ("Europe/Berlin", "2026-03-27", 24),
        ("Europe/Berlin", "2026-03-28", 23),
        ("Europe/Berlin", "2026-03-29", 24),
        ("Europe/Berlin", "2026-10-24", 25),
        ("America/New_York", "2026-03-07", 23),
        ("America/New_York", "2026-10-31", 25),
        ("Australia/Lord_Howe", "2026-10-03", 23.5),
        ("Australia/Lord_Howe", "2026-04-04", 24.5),
        ("Pacific/Apia", "2011-12-29", 24),
        ("Pacific/Apia", "2011-12-30", 0),
        ("Pacific/Apia", "2011-12-31", 24),
    ],
)
def test_length_of_a_day(place: str, day: str, hours: float) -> None:
    """A day is 23 or 25 hours long when the clocks change in it, and one that a zone skips has no length."""
    with in_zone(place):
        one = date.fromisoformat(day)
        assert Days().end_of(one) - Days().start_of(one) == timedelta(hours=hours)


def test_hour_that_is_skipped() -> None:
    """A day that should end within the hour that the clocks skip ends once, between its neighbours."""
    with in_zone("Europe/Berlin"):
        days = Days(hour=2)
        ends = [days.end_of(date(2026, 3, day)) for day in (27, 28, 29)]
        assert ends == [utc("2026-03-28 01:00"), utc("2026-03-29 01:00"), utc("2026-03-30 00:00")]
        assert days.day_of(utc("2026-03-29 00:59")) == date(2026, 3, 28)
        assert days.day_of(utc("2026-03-29 01:00")) == date(2026, 3, 29)


def test_hour_that_comes_twice() -> None:
    """A day that ends in an hour that comes twice ends the first time, and does not come back."""
    with in_zone("Europe/Berlin"):
        days = Days(hour=2)
        assert days.day_of(utc("2026-10-24 23:59")) == date(2026, 10, 24)
        for instant in ("2026-10-25 00:00", "2026-10-25 00:59", "2026-10-25 01:00"):
            assert days.day_of(utc(instant)) == date(2026, 10, 25)


def test_midnight_that_comes_twice() -> None:
    """Where the clocks go back over midnight, a day that began at midnight does not end again."""
    with in_zone("America/St_Johns"):
        days = Days(hour=0)
        assert days.day_of(utc("2006-10-29 02:29")) == date(2006, 10, 28)
        for instant in ("2006-10-29 02:30", "2006-10-29 02:45", "2006-10-29 03:30"):
            assert days.day_of(utc(instant)) == date(2006, 10, 29)


@settings(deadline=None)
@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 23),
)
def test_every_instant_has_one_day(place: str, instant: datetime, hour: int) -> None:
    """An instant lies between the beginning and the end of its day, in every zone."""
    with in_zone(place):
        days = Days(hour)
        day = days.day_of(instant)
        assert days.start_of(day) <= instant < days.end_of(day)


@settings(deadline=None)
@given(
    st.sampled_from(ZONES),
    st.lists(st.datetimes(datetime(2026, 3, 25), datetime(2026, 4, 8), timezones=st.just(UTC)), max_size=30),
)
def test_days_of_many(place: str, instants: list[datetime]) -> None:
    """The days of many instants are those of each, in order of time or not."""
    with in_zone(place):
        assert list(Days().days_of(instants)) == [Days().day_of(instant) for instant in instants]
        ordered = sorted(instants)
        assert list(Days().days_of(ordered)) == sorted(Days().days_of(instants))
