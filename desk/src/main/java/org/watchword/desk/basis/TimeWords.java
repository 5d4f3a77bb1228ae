package org.watchword.desk.basis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Instants and durations as people read them, in the desk's zone: `15:00`, `15:00:40`, `4 Feb
/// 15:00`, and `04:12` for how long something lasts.
public record TimeWords(ZoneId zone, Language language) {
    public String minute(Instant at) {
        return format("HH:mm", at);
    }

    public String second(Instant at) {
        return format("HH:mm:ss", at);
    }

    public String dayAndMinute(Instant at) {
        return format("d MMM HH:mm", at);
    }

    /// With its year and its zone, for what is read long afterwards.
    public String dated(Instant at) {
        return format("d MMM yyyy HH:mm O", at);
    }

    public boolean isOneDay(Instant one, Instant other) {
        return LocalDate.ofInstant(one, zone).equals(LocalDate.ofInstant(other, zone));
    }

    /// When something ends: with its day where that is another than the day it began on.
    public String end(Instant from, Instant to) {
        return isOneDay(from, to) ? minute(to) : dayAndMinute(to);
    }

    /// For a `time` element's `datetime`.
    public String machine(Instant at) {
        return at.toString();
    }

    /// `mm:ss` below an hour, `h:mm:ss` from there on; never below zero.
    public String lasting(Duration duration) {
        long s = Math.max(0, duration.toSeconds());
        return s < 3600
                ? "%02d:%02d".formatted(s / 60, s % 60)
                : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(zone).format(at);
    }
}
