package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every command that could keep somebody from being rung, and who alone may call it: what goes
/// through the rule that such a change waits, or stands with a signed entry. A page that calls one
/// by itself fails here.
class WhatCouldSilence {
    private static final Map<String, Set<String>> ONLY =
            Map.ofEntries(
                    Map.entry("Addresses.remove", Set.of("AddressRemoval")),
                    Map.entry("Addresses.removeAll", Set.of()),
                    Map.entry("Channels.switchTo", Set.of("ChannelTurnedOff", "ChannelPages")),
                    Map.entry("Channels.change", Set.of("ChannelSetAnew", "ChannelPages")),
                    Map.entry("Templates.keep", Set.of("TextChange")),
                    Map.entry("Templates.backToBuiltIn", Set.of("TextChange", "Templates")),
                    Map.entry("Ladders.change", Set.of()),
                    Map.entry("Ladders.changeIn", Set.of("LadderChanges")),
                    Map.entry("Ladders.makeDefault", Set.of()),
                    Map.entry("Ladders.makeDefaultIn", Set.of("LadderChanges", "Ladders")),
                    Map.entry("Ladders.changeCodename", Set.of()),
                    Map.entry("Ladders.changeCodenameIn", Set.of("LadderChanges", "Ladders")),
                    Map.entry("Ladders.retireCodename", Set.of()),
                    Map.entry("Ladders.retireIn", Set.of("LadderChanges", "Ladders")),
                    Map.entry("Watches.changeIn", Set.of("WatchChanges")),
                    Map.entry("Watches.changedByItself", Set.of("WatchChanges")),
                    Map.entry("Watches.endIn", Set.of("WatchChanges")),
                    Map.entry("Watches.endedByItself", Set.of("WatchChanges")),
                    Map.entry("Watches.pause", Set.of()),
                    Map.entry("Watches.pauseIn", Set.of("WatchChanges", "Watches")),
                    Map.entry("RotaDesk.remove", Set.of()),
                    Map.entry("RotaDesk.removeIn", Set.of("ShiftChange", "RotaDesk")),
                    Map.entry("RotaDesk.stop", Set.of()),
                    Map.entry("RotaDesk.stopIn", Set.of("ShiftChange", "RotaDesk")),
                    Map.entry("RotaDesk.removeStandInIn", Set.of("ShiftChange")),
                    Map.entry("RotaDesk.standIn", Set.of()),
                    Map.entry("RotaDesk.standInIn", Set.of("ShiftChange", "RotaDesk")),
                    Map.entry("RotaDesk.stoodIn", Set.of("Swaps", "RotaDesk")),
                    Map.entry("Contacts.remove", Set.of("ContactRemoval", "FormerResidents")),
                    // These wait for nobody: a signed entry in the case says who did it.
                    Map.entry("PlantedTimers.cancel", Set.of("Reminders")),
                    Map.entry("Reminders.ending", Set.of("ReminderPages")),
                    Map.entry("Reminders.erasing", Set.of("ErasingPages")),
                    Map.entry("Partner.set", Set.of("PartnerChange")),
                    Map.entry("Partner.remove", Set.of("PartnerChange")),
                    Map.entry("Founding.changePerson", Set.of("Founding")),
                    Map.entry("Founding.changedPerson", Set.of("StaffChanges", "Founding")),
                    Map.entry("Founding.changeRole", Set.of()),
                    Map.entry("Founding.changedRole", Set.of("StaffChanges", "Founding")));

    @Test
    void is_called_only_by_what_lets_it_wait() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(OrderOfTheRooms.HOUSE);
        var past = new TreeSet<String>();
        var seen = new TreeSet<String>();
        for (JavaClass type : classes) {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                String command = call.getTargetOwner().getSimpleName() + "." + call.getName();
                if (ONLY.containsKey(command)) {
                    seen.add(command);
                    if (!ONLY.get(command).contains(outermost(type))) {
                        past.add(type.getName() + " calls " + command);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), past);
        assertEquals(28, seen.size(), "these were looked for and found: " + seen);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }
}
