package org.watchword.desk.web;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What a door says to a request that was too broken to be anybody's: the same page as for any
/// other that is not so.
final class DoorErrors extends ErrorHandler {
    private final Supplier<DoorDrawing> drawn;

    DoorErrors(Supplier<DoorDrawing> drawn) {
        this.drawn = drawn;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        DoorDrawing drawing = drawn.get();
        DoorHeaders.put(response, drawing.policy(), false);
        ByteBuffer page = response.getStatus() >= 500 ? drawing.later() : drawing.notSo();
        response.write(true, page.duplicate(), callback);
        return true;
    }
}
