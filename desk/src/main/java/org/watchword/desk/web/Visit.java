package org.watchword.desk.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.CaseKeys;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// One request, as a handler sees it.
public interface Visit {
    Caller caller();

    /// The caller of a route behind {@link Gate.May}, {@link Gate.Freshly} or {@link
    /// Gate.FilesOpen} or {@link Gate.FilesOpenFreshly}.
    Caller.Present present();

    /// What opens the caller's case files, behind {@link Gate.FilesOpen} or {@link
    /// Gate.FilesOpenFreshly}.
    default CaseKeys caseKeys() {
        return switch (present().files()) {
            case CaseFiles.Open open -> open.keys();
            case CaseFiles.Shut _ ->
                    throw new IllegalStateException("this route's gate lets others in as well");
        };
    }

    /// What was posted; empty on a GET.
    Form form();

    /// A part of the path that must be a number.
    ///
    /// @throws Route.NotHere when it is not
    long number(String pathPart);

    /// A part of the path as it stands.
    String part(String pathPart);

    Optional<String> query(String name);

    /// A header of the request, as it stands.
    default Optional<String> header(String name) {
        return Optional.empty();
    }

    /// All headers by their lower-case names, of repeated ones the first; behind {@link
    /// Gate.Machine} only.
    default Map<String, String> headers() {
        return Map.of();
    }

    /// All query parameters, of repeated ones the first; behind {@link Gate.Machine} only.
    default Map<String, String> queries() {
        return Map.of();
    }

    /// What a machine posted, as it came; behind {@link Gate.Machine} only.
    default byte[] body() {
        return new byte[0];
    }

    Words words();

    TimeWords times();

    Instant now();

    /// Where the request comes from, as far as that is known: for slowing tries down, nothing else.
    default String source() {
        return "";
    }

    /// The frame around the page to be shown, for filling a view.
    Frame frame();
}
