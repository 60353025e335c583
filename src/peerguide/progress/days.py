"""Days as people live them: one ends at four in the morning, by the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ONE_DAY = timedelta(days=1)


def local(instant: datetime) -> datetime:
    """The instant by the clock on the wall; in UTC where the zone of the process is none that Python can tell (`TZ=X-24`)."""
    try:
        return instant.astimezone()
    except (ValueError, OverflowError, OSError):
        return instant.astimezone(UTC)


@dataclass(frozen=True)
class Days:
    """Days that end at this hour of the next date, in the zone of the process.

    The hour is looked up for each date, so a day is 23 or 25 hours long when the clocks change. An hour that a clock
    skips is the one it would have been without the change; of an hour that comes twice the first one counts.
    """

    hour: int = 4

    def day_of(self, instant: datetime) -> date:
        """The day that an instant, with its zone, falls on."""
        day = local(instant).date()
        while instant >= self.end_of(day):
            day += ONE_DAY
        while instant < self.end_of(day - ONE_DAY):
            day -= ONE_DAY
        return day

    def end_of(self, day: date) -> datetime:
        """The instant in UTC at which a day is over and the next one begins."""
        # Not `astimezone`, which takes an hour that is skipped for one that was before it.
        return datetime.fromtimestamp(datetime.combine(day + ONE_DAY, time(self.hour)).timestamp(), UTC)

    def start_of(self, day: date) -> datetime:
        """The instant in UTC at which a day begins."""
        return self.end_of(day - ONE_DAY)

    def days_of(self, instants: Iterable[datetime]) -> Iterator[date]:
        """The day of each instant, soon told where neighbours fall on the same one."""
        start = end = None
        day = date.min
        for instant in instants:
            if start is None or end is None or not start <= instant < end:
                day = self.day_of(instant)
                start, end = self.start_of(day), self.end_of(day)
            yield day
