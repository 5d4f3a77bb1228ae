package org.watchword.desk.delivery;

import java.time.Duration;

/// Mail that goes out and comes in. The two lines are apart: one that is broken says nothing about
/// the other.
final class MailBothWays implements Channel {
    private final MailChannel out;
    private final MailEar in;

    MailBothWays(MailChannel out, MailEar in) {
        this.out = out;
        this.in = in;
    }

    @Override
    public Result send(Outgoing message) {
        return out.send(message);
    }

    @Override
    public Health probe() {
        Health sending = out.probe();
        return sending instanceof Alive
                ? in.trouble().<Health>map(Deaf::new).orElse(sending)
                : sending;
    }

    @Override
    public Duration deadline() {
        return out.deadline();
    }

    @Override
    public void start(Inbound inbound) {
        in.start(inbound);
    }

    @Override
    public void close() {
        in.close();
        out.close();
    }
}
