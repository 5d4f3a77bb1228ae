package org.watchword.desk.partner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.KeyWords;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Frame.MenuItem;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Where a team sets who watches its desk and sees how that stands; and where heartbeats come in.
public final class PartnerPages implements Places.Filler {
    static final String PATH = "/partner";
    private static final String SET = PATH + "/set";
    private static final String CHANNELS = "channels";
    private static final String ANSWER = "answer";
    private static final String FORM = "partner/set.jte";

    private final Store store;
    private final Delivery delivery;
    private final WordBook book;
    private final Partner partner;
    private final PartnerChange change;
    private final PartnerForm form;

    public PartnerPages(
            Store store, Delivery delivery, WordBook book, Partner partner, Changes changes) {
        this.store = store;
        this.delivery = delivery;
        this.book = book;
        this.partner = partner;
        this.change = new PartnerChange(partner, delivery, changes);
        this.form = new PartnerForm(delivery, book, partner.own().publicKey());
    }

    public List<Route> routes() {
        var freshly = new Gate.Freshly(CHANNELS);
        return List.of(
                Route.get(PATH, new Gate.May(ANSWER), this::show),
                Route.get(SET, freshly, this::blank),
                Route.post(SET, freshly, this::set),
                Route.post(PATH + "/remove", freshly, this::remove),
                Route.post(PATH + "/seen", new Gate.May(ANSWER), this::seen),
                Route.post(Partner.BEAT_PATH, new Gate.Machine(), this::beat));
    }

    public static List<MenuItem> menu() {
        return List.of(new MenuItem("partner.menu", PATH, ANSWER));
    }

    /// One answer for whatever is not the partner's, and for a desk without a partner.
    private Answer beat(Visit visit) {
        return switch (partner.hear(visit.body()).orElseGet(Heard.NotTheirs::new)) {
            case Heard.Taken(Beat _, String answer) -> new Answer.Plain(200, answer);
            case Heard.Old() -> new Answer.Plain(409, "");
            case Heard.NotTheirs() -> new Answer.Plain(404, "");
        };
    }

    private Answer show(Visit visit) {
        return Answer.page(
                "partner/partner.jte",
                Sentence.of("partner.title"),
                store.read(handle -> page(handle, visit)));
    }

    private PartnerView.Page page(Handle handle, Visit visit) {
        byte[] own = partner.own().publicKey();
        boolean maySet = visit.present().may().contains(CHANNELS);
        Optional<PartnerRows.Kept> kept = partner.kept(handle);
        Optional<Standing> standing = partner.standing().filter(_ -> kept.isPresent());
        Optional<PartnerSettings> settings =
                kept.map(PartnerRows.Kept::settings).filter(PartnerSettings::isWhole);
        var said = new Said(visit.words(), visit.times());
        boolean rung = standing.filter(Standing::isRung).isPresent();
        return new PartnerView.Page(
                PublicKeyText.of(own),
                inWords(own),
                settings.map(PartnerSettings::name).orElse(""),
                settings.flatMap(one -> PublicKeyText.read(one.key()))
                        .map(this::inWords)
                        .orElse(List.of()),
                standing.map(said::all).orElse(List.of()),
                kept.isPresent() && settings.isEmpty(),
                settings.flatMap(PartnerSettings::number)
                        .map(PartnerSettings.GivenNumber::address)
                        .orElse(""),
                standing.filter(_ -> rung)
                        .map(one -> visit.words().say("partner.rung", "count", one.rings()))
                        .orElse(""),
                standing.filter(Standing::seen).isPresent(),
                maySet);
    }

    private List<PartnerView.InWords> inWords(byte[] key) {
        return book.languageTags().stream()
                .map(Language::new)
                .map(language ->
                        new PartnerView.InWords(
                                language.tag(), name(language), KeyWords.of(key, language)))
                .toList();
    }

    private static String name(Language language) {
        Locale locale = language.locale();
        return locale.getDisplayLanguage(locale);
    }

    private Answer blank(Visit visit) {
        return store.read(handle -> {
            PartnerView.Typed typed =
                    partner.kept(handle)
                            .map(kept -> PartnerView.Typed.of(kept.settings()))
                            .orElse(PartnerView.Typed.NOTHING);
            return Answer.page(
                    FORM, Sentence.of("partner.set.title"), view(handle, visit, typed, List.of()));
        });
    }

    private PartnerView.Set view(
            Handle handle, Visit visit, PartnerView.Typed typed, List<Wrong> wrong) {
        List<PartnerView.Choice> channels =
                delivery.channels().all(handle).stream()
                        .filter(form::canRing)
                        .map(one -> choice(one, typed))
                        .toList();
        String language =
                typed.language().isEmpty() ? visit.words().language().tag() : typed.language();
        List<PartnerView.Choice> languages =
                book.languageTags().stream()
                        .map(tag ->
                                new PartnerView.Choice(
                                        tag, name(new Language(tag)), tag.equals(language)))
                        .toList();
        return new PartnerView.Set(
                typed, partner.kept(handle).isPresent(), channels, languages, wrong);
    }

    private static PartnerView.Choice choice(Channels.Setup channel, PartnerView.Typed typed) {
        String id = "" + channel.id().value();
        return new PartnerView.Choice(id, channel.label(), id.equals(typed.channel()));
    }

    private Answer set(Visit visit) {
        var typed = PartnerView.Typed.of(visit.form());
        PartnerForm.Read read = store.read(handle -> form.read(handle, typed));
        if (read.settings().isEmpty()) {
            return store.read(handle ->
                    Answer.again(
                            FORM,
                            Sentence.of("partner.set.title"),
                            view(handle, visit, typed, read.wrong())));
        }
        PersonId by = visit.present().person();
        PartnerSettings settings = read.settings().get();
        return after(write(turn -> change.asked(turn, by, settings)));
    }

    private Answer remove(Visit visit) {
        PersonId by = visit.present().person();
        return after(write(turn -> change.removalAsked(turn, by)));
    }

    private static Answer after(Asked asked) {
        return switch (asked) {
            case Asked.Counts(), Asked.Gone() -> Answer.goTo(PATH);
            case Asked.Waits _ -> Answer.goTo(ChangePages.PATH);
        };
    }

    private Answer seen(Visit visit) {
        boolean _ = write(partner::seen);
        return Answer.goTo(PATH);
    }

    private <T> T write(Writer.Work<T> work) {
        return store.writer().write(Lane.ORDINARY, work);
    }

    @Override
    public String place() {
        return "board.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        boolean may = visit.caller().mayDo(ANSWER);
        var said = new Said(visit.words(), visit.times());
        return partner.standing()
                .filter(_ -> may)
                .map(said::troubles)
                .filter(lines -> !lines.isEmpty())
                .map(lines ->
                        new Places.Inside(
                                "partner/beside.jte", new PartnerView.Trouble(lines, PATH)));
    }
}
