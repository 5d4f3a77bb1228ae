package org.watchword.desk.web;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Limits;

/// A failure nobody foresaw: a short code for the person, and in the log the same code with where
/// it happened. An exception's message is never logged: it may repeat what somebody typed.
record Incident(String code) {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);

    static Incident of(Throwable failure, String where, RandomGenerator random) {
        String code = "%08x".formatted(random.nextInt()).toUpperCase(Locale.ROOT);
        LOG.error("incident {} at {}{}", code, where, trace(failure));
        return new Incident(code);
    }

    /// Class names and frames, of the failure and of its causes.
    static String trace(Throwable failure) {
        var out = new StringBuilder();
        int frames = 0;
        Throwable at = failure;
        while (at != null && frames < Limits.TRACE_FRAMES) {
            out.append(System.lineSeparator()).append("  ").append(at.getClass().getName());
            for (StackTraceElement frame : at.getStackTrace()) {
                if (frames++ == Limits.TRACE_FRAMES) {
                    break;
                }
                out.append(System.lineSeparator()).append("    at ").append(frame);
            }
            at = at.getCause();
        }
        return out.toString();
    }
}
