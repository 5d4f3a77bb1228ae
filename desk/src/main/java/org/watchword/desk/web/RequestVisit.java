package org.watchword.desk.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// One request on its way through a handler.
record RequestVisit(Asked asked, Caller caller, Form form, Frame frame, Map<String, String> parts)
        implements Visit {
    @Override
    public Caller.Present present() {
        if (caller instanceof Caller.Present present) {
            return present;
        }
        throw new IllegalStateException("this route's gate lets others in as well");
    }

    @Override
    public long number(String pathPart) {
        String text = part(pathPart);
        if (!text.matches("[0-9]{1,18}")) {
            throw new Route.NotHere();
        }
        return Long.parseLong(text);
    }

    @Override
    public String part(String pathPart) {
        String text = parts.get(pathPart);
        if (text == null) {
            throw new IllegalArgumentException("no {" + pathPart + "} in this route");
        }
        return text;
    }

    @Override
    public Optional<String> query(String name) {
        return asked.query(name);
    }

    @Override
    public String source() {
        return asked.source();
    }

    @Override
    public Words words() {
        return frame.words();
    }

    @Override
    public TimeWords times() {
        return frame.times();
    }

    @Override
    public Instant now() {
        return frame.now();
    }
}
