package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.watchword.desk.Foreign;
import org.watchword.desk.delivery.GatewayFile.Bad;
import org.watchword.desk.delivery.GatewayFile.Good;
import org.watchword.desk.delivery.GatewayFile.Request;

/// Any text as a gateway file: it is refused with a line, or its requests can be made and ask no
/// other host than the one that was set.
public final class AnyGatewayFile {
    private static final Map<Gapped.Gap, String> VALUES = values();

    public static void fuzzerTestOneInput(byte[] data) {
        switch (GatewayFile.read(Foreign.text(data))) {
            case Bad(var why) -> promise(!why.key().isEmpty(), "a refusal says why");
            case Good(GatewayFile file) -> {
                asks(file.send());
                file.probe().ifPresent(AnyGatewayFile::asks);
            }
        }
    }

    private static void asks(Request request) {
        new GatewayCall(request, VALUES)
                .ask(Duration.ofSeconds(1))
                .ifPresent(ask -> {
                    promise("gateway.example".equals(ask.to().getHost()), "one host is asked");
                    promise(ask.to().getFragment() == null, "an address has no fragment");
                });
    }

    private static Map<Gapped.Gap, String> values() {
        var values = new EnumMap<Gapped.Gap, String>(Gapped.Gap.class);
        for (Gapped.Gap gap : Gapped.Gap.values()) {
            values.put(gap, "a/b?c#d");
        }
        values.put(Gapped.Gap.BASE, "https://gateway.example/api");
        return values;
    }

    private AnyGatewayFile() {}
}
