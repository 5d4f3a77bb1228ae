package org.watchword.desk.delivery;

import java.util.HashMap;
import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// A gateway file that cannot be used. Thrown while it is read and caught where that began: nobody
/// else sees it.
final class BadGateway extends RuntimeException {
    private final Sentence why;

    BadGateway(int line, String what, Map<String, Object> gaps) {
        super(what);
        var all = new HashMap<String, Object>(gaps);
        all.put("line", line);
        why = new Sentence("delivery.gateway.wrong." + what, all);
    }

    /// With one gap, `field`.
    BadGateway(int line, String what, String field) {
        this(line, what, Map.of("field", field));
    }

    Sentence why() {
        return why;
    }
}
