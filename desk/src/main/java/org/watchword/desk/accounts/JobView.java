package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.basis.Sentence;

/// What the page of jobs shows.
public final class JobView {
    /// The page.
    ///
    /// @param ended one's own, the last first
    public record Page(List<Running> running, List<Ended> ended) {}

    /// A job that holds keys now.
    ///
    /// @param isMine whether the caller may cancel it
    public record Running(
            long id,
            Sentence name,
            String who,
            String since,
            String until,
            Sentence progress,
            boolean isMine) {}

    /// A job of before.
    public record Ended(Sentence name, String at, Sentence how) {}

    private JobView() {}
}
