package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// On the board after a restore: whose cards may have been burned since the backup was made. It
/// stands there until somebody has decided about each.
record CardsInDoubt(WordPages.Tools tools) implements Places.Filler {
    private static final int NAMED = 20;

    @Override
    public String place() {
        return "board.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var may = visit.present().may();
        if (!may.contains(Capability.ANSWER) && !may.contains(Capability.LEAD)) {
            return Optional.empty();
        }
        List<CodenameId> all = tools.store().read(tools.words().cards().rows()::restored);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var names = all.stream().limit(NAMED).map(this::named).toList();
        var view =
                new WordsView.InDoubt(
                        names, all.size() - names.size(), may.contains(Capability.LEAD));
        return Optional.of(new Places.Inside("watch/word/in_doubt.jte", view));
    }

    private WordsView.Doubted named(CodenameId id) {
        String name =
                tools.store()
                        .read(handle -> tools.ladders().codename(handle, id))
                        .map(Codename::name)
                        .orElse("?");
        return new WordsView.Doubted(id.value(), name);
    }
}
