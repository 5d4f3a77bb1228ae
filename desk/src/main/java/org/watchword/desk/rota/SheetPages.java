package org.watchword.desk.rota;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// Shift sheets: what is needed on paper when the desk is out of reach. Every one has a number and
/// opens for whoever made it, for a while: it holds everybody's numbers.
final class SheetPages {
    static final String PATH = RotaPages.PATH + "/sheets";

    /// How long a sheet opens after it was made.
    static final Duration OPENS = Duration.ofMinutes(15);

    /// How far ahead a sheet says who is on duty.
    private static final Duration AHEAD = SheetCodes.LASTS;

    private static final Gate PRINT = new Gate.Freshly(Capability.ANSWER);

    private final RotaTools tools;
    private final RotaReading reading;
    private final Sheets sheets;

    SheetPages(RotaTools tools, RotaReading reading) {
        this.tools = tools;
        this.reading = reading;
        this.sheets = tools.sheets();
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, RotaPages.ANSWER, this::all),
                Route.post(PATH, PRINT, this::make),
                Route.get(PATH + "/{id}", PRINT, this::one));
    }

    private Answer all(Visit visit) {
        var made =
                tools.store()
                        .read(handle ->
                                sheets.newest(handle, Limits.SHEETS_LISTED).stream()
                                        .map(sheet -> made(handle, sheet))
                                        .toList());
        return Answer.page(
                "rota/sheets.jte", Sentence.of("rota.sheets.title"), new SheetView.All(made));
    }

    private SheetView.Made made(Handle handle, Sheets.Sheet sheet) {
        String name = tools.people().name(handle, sheet.by()).orElse("?");
        return new SheetView.Made(sheet.number(), name, sheet.at(), sheet.codeUsed());
    }

    private Answer make(Visit visit) {
        long number = sheets.make(visit.present().person(), visit.now());
        return Answer.goTo(PATH + "/" + number);
    }

    private Answer one(Visit visit) {
        long number = visit.number("id");
        var sheet =
                tools.store()
                        .read(handle -> sheets.find(handle, number))
                        .orElseThrow(Route.NotHere::new);
        boolean opens =
                sheet.by().equals(visit.present().person())
                        && sheet.at().plus(OPENS).isAfter(visit.now());
        Optional<SheetView.Content> content =
                opens ? Optional.of(content(visit)) : Optional.empty();
        var made = tools.store().read(handle -> made(handle, sheet));
        return Answer.page(
                "rota/sheet.jte",
                Sentence.of("rota.sheet.title"),
                new SheetView.One(made, content));
    }

    private SheetView.Content content(Visit visit) {
        var roles = reading.onSheet(visit, AHEAD);
        return new SheetView.Content(roles, tools.store().read(handle -> reachable(handle, visit)));
    }

    /// Everybody who is on duty in that time and everybody a ladder may ring.
    private List<SheetView.Reachable> reachable(Handle handle, Visit visit) {
        var roles = tools.people().roles(handle);
        Map<ChannelId, String> channels =
                tools.reach().channels().all(handle).stream()
                        .collect(
                                Collectors.toMap(
                                        Channels.Setup::id, Channels.Setup::label, (a, _) -> a));
        var wanted = wanted(handle, visit);
        Predicate<PersonId> shutOut = tools.people().shutOut(handle);
        return tools.people().all(handle).stream()
                .filter(Person::active)
                .filter(person -> wanted.contains(person.id()))
                .map(person -> {
                    boolean isOut = shutOut.test(person.id());
                    return new SheetView.Reachable(
                            person.name(),
                            labels(person, roles, visit),
                            isOut ? List.of() : ways(handle, person.id(), channels),
                            isOut);
                })
                .toList();
    }

    private Set<PersonId> wanted(Handle handle, Visit visit) {
        var wanted = new LinkedHashSet<>(tools.relied().people(handle));
        for (Role role : reading.shown(handle)) {
            tools.rota()
                    .between(handle, role.id(), visit.now(), visit.now().plus(AHEAD))
                    .forEach(segment -> wanted.addAll(segment.people()));
        }
        var relied = tools.relied().roles(handle);
        tools.people().all(handle).stream()
                .filter(person -> person.roles().stream().anyMatch(relied::contains))
                .forEach(person -> wanted.add(person.id()));
        return wanted;
    }

    private static String labels(Person person, List<Role> roles, Visit visit) {
        return RotaTools.list(
                visit.words(),
                roles.stream()
                        .filter(role -> person.roles().contains(role.id()))
                        .map(Role::label)
                        .toList());
    }

    private List<SheetView.Way> ways(
            Handle handle, PersonId person, Map<ChannelId, String> channels) {
        return tools.reach().addresses().of(handle, person).stream()
                .filter(address -> !address.value().isEmpty())
                .map(address -> way(address, channels))
                .toList();
    }

    private static SheetView.Way way(Address address, Map<ChannelId, String> channels) {
        return new SheetView.Way(
                channels.getOrDefault(address.channel(), "?"), address.value(), address.proved());
    }
}
