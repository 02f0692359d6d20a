package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** How long ago something was, in a word, and for how long that word holds. */
record Ages(Clock clock, ZoneId zone, Texts texts) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** "now", "2 min", "9:14", "Tue", "3 Nov": as short as it can be understood. A time of the future, by a clock that was set, has its day. */
  String shown(Instant at) {
    Duration ago = Duration.between(at, clock.instant());
    boolean past = ago.toMinutes() >= 0;
    if (past && ago.toMinutes() < 1) {
      return texts.get("when.now");
    }
    if (past && ago.toMinutes() < 60) {
      return texts.get("when.minutes", ago.toMinutes());
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    if (day.equals(now().toLocalDate())) {
      return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(at.atZone(zone));
    }
    return past && ago.toDays() < 7
        ? day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.getDefault())
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).format(day);
  }

  /** After how long another word may be due: with the next minute, later at midnight. Never more than an hour, for a machine that slept. */
  Duration untilNext(Instant at) {
    Duration ago = Duration.between(at, clock.instant());
    if (ago.toMinutes() >= 0 && ago.toMinutes() < 60) {
      return MINUTE.minus(ago.minusMinutes(ago.toMinutes()));
    }
    Duration midnight = Duration.between(now(), now().toLocalDate().plusDays(1).atStartOfDay(zone));
    return midnight.compareTo(HOUR) < 0 ? midnight : HOUR;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }
}
