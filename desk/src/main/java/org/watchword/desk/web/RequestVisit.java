package org.watchword.desk.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// One request on its way through a handler.
record RequestVisit(Asked asked, Caller caller, Form form, Frame frame, Sent sent)
        implements Visit {
    /// What came besides a form.
    static final class Sent {
        private final Map<String, String> parts;
        private final byte[] body;

        /// @param parts of the path, by their names
        /// @param body of a machine's post; empty for a browser's
        Sent(Map<String, String> parts, byte[] body) {
            this.parts = parts;
            this.body = body;
        }

        static Sent of(Map<String, String> parts) {
            return new Sent(parts, new byte[0]);
        }
    }

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
        String text = sent.parts.get(pathPart);
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
    public Optional<String> header(String name) {
        return asked.header(name);
    }

    @Override
    public Map<String, String> headers() {
        return asked.headers();
    }

    @Override
    public Map<String, String> queries() {
        return asked.queries();
    }

    @Override
    public byte[] body() {
        return sent.body.clone();
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
