package org.watchword.formats.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A membership as a vector tells it.
final class Told {
    static Map<String, Object> of(Membership membership) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("head", membership.head().octets().hex());
        told.put("accounts", accounts(membership));
        told.put("compartments", compartments(membership));
        return told;
    }

    private static List<Map<String, Object>> accounts(Membership membership) {
        List<Map<String, Object>> told = new ArrayList<>();
        membership.accounts().stream()
                .sorted()
                .forEach(account -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("account", account.number());
                    switch (membership.standing(account).orElseThrow()) {
                        case Standing.Invited _ -> one.put("is", "invited");
                        case Standing.Named(Keys keys) -> stands(one, "named", keys);
                        case Standing.Accepted(Keys keys) -> stands(one, "accepted", keys);
                        case Standing.Confirmed(Keys keys, boolean has) -> {
                            stands(one, "confirmed", keys);
                            one.put("has_authority", has);
                        }
                        case Standing.Suspended(Keys keys, boolean has) -> {
                            stands(one, "suspended", keys);
                            one.put("has_authority", has);
                        }
                    }
                    told.add(one);
                });
        return told;
    }

    private static void stands(Map<String, Object> one, String word, Keys keys) {
        one.put("is", word);
        one.put("signing", keys.signing().octets().hex());
        one.put("reading", keys.reading().octets().hex());
    }

    private static List<Map<String, Object>> compartments(Membership membership) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (CaseCompartment place : membership.compartments()) {
            Compartment compartment = membership.compartment(place).orElseThrow();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("case", place.ofCase().octets().hex());
            one.put("compartment", place.compartment().octets().hex());
            one.put("epoch", compartment.epoch());
            one.put("address", compartment.address().octets().hex());
            one.put("members", numbers(compartment.members()));
            one.put("readers", numbers(membership.readers(place).keySet()));
            one.put("is_rekey_pending", compartment.isRekeyPending());
            one.put("is_red", membership.isRed(place));
            told.add(one);
        }
        return told;
    }

    private static List<Long> numbers(Set<AccountNumber> accounts) {
        return accounts.stream().sorted().map(AccountNumber::number).toList();
    }

    private Told() {}
}
