package org.watchword.desk.delivery;

import java.util.Map;

class OnPaper extends ChannelContract {
    @Override
    Channel channel() {
        return new PaperKind().open(new ChannelId(1), Map.of());
    }

    @Override
    String address() {
        return "Knock at the green door";
    }
}
