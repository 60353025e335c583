"""When something comes, as people say it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from peerguide.progress.days import local

if TYPE_CHECKING:
    from datetime import date, datetime

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def coming(due: datetime, now: datetime) -> str:
    """When this instant comes, seen from another: `now`, `in 10 minutes`, `in 5 hours`, `on Tuesday, 24 November 2026`."""
    ahead = due - now
    if ahead <= timedelta(0):
        return "now"
    if ahead < timedelta(hours=1):
        return f"in {counted(-(-ahead.seconds // 60), 'minute')}"
    if ahead < timedelta(hours=12):
        return f"in {counted(round(ahead.seconds / 3600), 'hour')}"
    return f"on {day(local(due).date())}"


def day(date: date) -> str:
    """A day as people write it."""
    return f"{WEEKDAYS[date.weekday()]}, {date.day} {MONTHS[date.month - 1]} {date.year}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 minute`, `2 minutes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
