package org.watchword.desk.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// SMS over whatever HTTP gateway a small file describes, out and in.
public final class SmsKind implements ChannelKind {
    static final String NAME = "sms";

    private final KeyedHash hash;
    private final InstantSource clock;

    /// @param hash makes the reference a gateway is given from the message's key without giving the
    ///   key away
    public SmsKind(KeyedHash hash, InstantSource clock) {
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.sms");
    }

    @Override
    public boolean byHand() {
        return false;
    }

    @Override
    public boolean brief() {
        return true;
    }

    @Override
    public boolean hears() {
        return true;
    }

    @Override
    public boolean reports(Map<String, String> settings) {
        return SmsSettings.reports(settings);
    }

    @Override
    public int parts(String text) {
        return SmsText.of(text).length().parts();
    }

    @Override
    public List<Setting> settings() {
        return SmsSettings.asked();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return SmsSettings.wrongWith(settings);
    }

    @Override
    public Typed address(String typed) {
        return PhoneNumber.of(typed)
                .<Typed>map(number -> new Kept(number.e164()))
                .orElseGet(() -> new NotOne(PhoneNumber.wrongWith(typed)));
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new SmsChannel(id, SmsSettings.of(settings), hash, clock, Limits.HTTP_SEND);
    }
}
