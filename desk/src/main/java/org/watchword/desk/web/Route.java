package org.watchword.desk.web;

/// One address of the desk. `path` is in the form `/alarms/{id}/notes`; a GET never changes
/// anything.
///
/// @param renewing asked again and again by a page that renews itself: no sign of life of a person
/// @param text the field of a form that holds what somebody typed for a long time; empty for none
/// @param fileBytes that each file in its form may have; 0 where it takes none
public record Route(
        Method method,
        String path,
        Gate gate,
        Handler handler,
        boolean renewing,
        String text,
        int fileBytes) {
    public static Route get(String path, Gate gate, Handler handler) {
        return new Route(Method.GET, path, gate, handler, false, "", 0);
    }

    public static Route post(String path, Gate gate, Handler handler) {
        return new Route(Method.POST, path, gate, handler, false, "", 0);
    }

    /// A form in which somebody types for so long that a session may end meanwhile. Whoever is
    /// stopped at the gate is shown again what he typed in this field, to copy it. The desk keeps
    /// nothing of it.
    public static Route writing(String path, Gate gate, String text, Handler handler) {
        return new Route(Method.POST, path, gate, handler, false, text, 0);
    }

    /// A form in which somebody may choose files. It may come without any as every other form does.
    ///
    /// @param fileBytes that each of them may have
    public static Route uploading(String path, Gate gate, int fileBytes, Handler handler) {
        return new Route(Method.POST, path, gate, handler, false, "", fileBytes);
    }

    /// The inside of a page that renews itself.
    public static Route part(String path, Gate gate, Handler handler) {
        return new Route(Method.GET, path, gate, handler, true, "", 0);
    }

    /// The two methods the desk answers.
    public enum Method {
        GET,
        POST
    }

    /// What a room does with a visit. It may throw {@link NotHere}; anything else that it throws
    /// becomes "the desk could not do this", with a code for the log.
    @FunctionalInterface
    public interface Handler {
        Answer answer(Visit visit);
    }

    /// No such thing at this address.
    public static final class NotHere extends RuntimeException {}
}
