package org.watchword.desk.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An {@link Inbound} that remembers what a channel handed in.
final class HeardWords implements Inbound {
    final List<Word> words = new CopyOnWriteArrayList<>();
    final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    @Override
    public void keep(ChannelId channel, Word word) {
        words.add(word);
    }

    @Override
    public void receipt(ChannelId channel, Receipt receipt) {
        receipts.add(receipt);
    }
}
