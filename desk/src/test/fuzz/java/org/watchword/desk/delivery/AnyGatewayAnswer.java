package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.delivery.GatewayFile.Good;
import org.watchword.desk.delivery.GatewayFile.Meaning;
import org.watchword.desk.delivery.GatewayFile.Request;

/// Any answer of a ready gateway to a message: it means something or nothing, and a status that no
/// good answer has never means that the message went out.
///
/// The first byte says which gateway, the second the status.
public final class AnyGatewayAnswer {
    private static final List<Request> REQUESTS =
            List.of(request("form"), request("json"), request("kannel"));

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int status = 100 + (data[1] & 0xff) * 2;
        String body = Foreign.text(Arrays.copyOfRange(data, 2, data.length));
        Request request = REQUESTS.get((data[0] & 0xff) % REQUESTS.size());
        Optional<Meaning> meaning =
                new GatewayCall(request, Map.of()).meaning(new HttpTalk.Answered(status, body));
        boolean sent = meaning.equals(Optional.of(Meaning.SENT));
        promise(!sent || status / 100 == 2, "only a good status means that it is sent");
        GatewayCall.at(body, "/sid")
                .ifPresent(id -> promise(!id.isEmpty(), "an id that is read is one"));
    }

    private static Request request(String name) {
        return switch (GatewayFile.read(SmsSettings.ready(name))) {
            case Good(GatewayFile file) -> file.send();
            case GatewayFile.Bad bad -> throw new AssertionError(bad.why().key());
        };
    }

    private AnyGatewayAnswer() {}
}
