package org.watchword.desk;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a desk write its log beside its data, in files that stay small. It says the same as on the
/// terminal: words of ours, ids and class names.
final class DeskLog {
    private static final int OLD_FILES = 4;
    private static final long BYTES = 2L * 1024 * 1024;

    /// From now on into `logs/desk.log` of this directory, and no longer on the terminal.
    static void into(Path directory) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        String file = directory.resolve("logs").resolve("desk.log").toString();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS, UTC} %-5level %logger{20} %msg%n%nopex");
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder);
        var old = new FixedWindowRollingPolicy();
        old.setContext(context);
        old.setParent(appender);
        old.setFileNamePattern(file + ".%i");
        old.setMinIndex(1);
        old.setMaxIndex(OLD_FILES);
        old.start();
        var full = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        full.setContext(context);
        full.setMaxFileSize(new FileSize(BYTES));
        full.start();
        appender.setRollingPolicy(old);
        appender.setTriggeringPolicy(full);
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender("console");
        root.addAppender(appender);
    }

    private DeskLog() {}
}
