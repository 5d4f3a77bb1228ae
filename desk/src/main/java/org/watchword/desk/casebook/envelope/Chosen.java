package org.watchword.desk.casebook.envelope;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Upload;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.entry.Enclosure;

/// What somebody chose in the form for the files of an envelope: new ones, each looked at, or that
/// what lies there is left out. Whatever is not chosen anew stays as it is.
final class Chosen implements AutoCloseable {
    static final String WITHOUT = "without";

    private static final int BYTES_OF_A_MEGABYTE = 1024 * 1024;

    private final Files files = new Files();
    private final Set<Enclosed> without = EnumSet.noneOf(Enclosed.class);
    private final List<Wrong> wrong = new ArrayList<>();

    private Chosen() {}

    static Chosen in(Form form) {
        var chosen = new Chosen();
        List<String> without = form.texts(WITHOUT);
        for (Enclosed which : Enclosed.values()) {
            if (without.contains(which.field())) {
                chosen.without.add(which);
            }
            form.file(which.field())
                    .flatMap(upload -> chosen.looked(which, upload))
                    .ifPresent(why -> chosen.wrong.add(new Wrong(which.field(), why)));
        }
        return chosen;
    }

    /// What is wrong with a file; empty when it was taken.
    private Optional<Sentence> looked(Enclosed which, Upload upload) {
        return switch (upload) {
            case Upload.TooLarge _ -> Optional.of(tooLarge());
            case Upload.Whole whole -> looked(which, whole.bytes());
        };
    }

    private Optional<Sentence> looked(Enclosed which, byte[] file) {
        if (file.length == 0) {
            return Optional.of(Sentence.of("envelope.file.empty"));
        }
        if (file.length > Enclosure.MOST_BYTES) {
            return Optional.of(tooLarge());
        }
        Optional<FileKind> kind = FileKind.of(file).filter(which::takes);
        if (kind.isEmpty()) {
            return Optional.of(Sentence.of("envelope." + which.field() + ".other-kind"));
        }
        Optional<byte[]> kept = kind.get().kept(file);
        kept.ifPresent(one -> files.put(which, one));
        return kept.isPresent() ? Optional.empty() : Optional.of(Sentence.of("envelope.file.cut"));
    }

    private static Sentence tooLarge() {
        int most = Enclosure.MOST_BYTES / BYTES_OF_A_MEGABYTE;
        return Sentence.of("envelope.file.too-large", "most", most);
    }

    /// A browser sends a file once: where anything else is wrong it must be chosen again.
    List<Wrong> wrong(List<Wrong> others) {
        var all = new ArrayList<>(others);
        all.addAll(wrong);
        if (!all.isEmpty()) {
            for (Enclosed which : Enclosed.values()) {
                if (files.has(which)) {
                    all.add(new Wrong(which.field(), Sentence.of("envelope.file.again")));
                }
            }
        }
        return all;
    }

    /// Whether what lies there is to stay.
    boolean keeps(Enclosed which) {
        return !files.has(which) && !without.contains(which);
    }

    Set<Enclosed> without() {
        return without;
    }

    /// To be filled up with what stays.
    Files files() {
        return files;
    }

    @Override
    public void close() {
        files.close();
    }
}
