package org.watchword.desk.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the pages of shift sheets show.
public final class SheetView {
    /// Every sheet that was made, the newest first.
    public record All(List<Made> made) {}

    /// A sheet in the list.
    ///
    /// @param codeUsed when its code shut somebody out
    public record Made(long number, String by, Instant at, Optional<Instant> codeUsed) {}

    /// One sheet.
    ///
    /// @param content only for whoever made it, and only for a while
    public record One(Made made, Optional<Content> content) {}

    public record Content(List<OfRole> roles, List<Reachable> people) {}

    public record OfRole(String label, List<RotaView.Days> days, Optional<RotaView.Note> note) {}

    /// How somebody is reached.
    ///
    /// @param isOut shut out: he is not to be called, and no number of his is printed
    public record Reachable(String name, String roles, List<Way> ways, boolean isOut) {}

    public record Way(String channel, String address, boolean proved) {}

    private SheetView() {}
}
