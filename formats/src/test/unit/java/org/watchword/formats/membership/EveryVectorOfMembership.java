package org.watchword.formats.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.formats.VectorFile.bytes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.Membership.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EveryVectorOfMembership {
    private static final int COUNT = 45;
    private static final int SOUND = 13;

    private final List<JsonNode> vectors = VectorFile.vectors(MembershipVectors.FILE);
    private final Map<String, List<byte[]>> chains = new HashMap<>();

    /// The chain of the vector that it goes on from, and its own statements.
    private List<byte[]> chain(JsonNode vector) {
        List<byte[]> chain =
                new ArrayList<>(chains.getOrDefault(vector.get("after").asString(), List.of()));
        vector.get("statements").forEach(one -> chain.add(HexFormat.of().parseHex(one.asString())));
        chains.put(vector.get("name").asString(), chain);
        return chain;
    }

    @Test
    void ends_as_it_says() {
        int sound = 0;
        for (JsonNode vector : vectors) {
            String name = vector.get("name").asString();
            List<byte[]> chain = chain(vector);
            var outcome =
                    Membership.read(
                            new OrganisationId(Octets.of(bytes(vector, "organisation"))),
                            new ChainHead(Octets.of(bytes(vector, "fingerprint"))),
                            chain);
            String expected = vector.get("expect").asString();
            switch (outcome) {
                case Outcome.Follows(Membership membership) -> {
                    assertEquals(expected, VectorFile.OPENED, name);
                    var told = Told.of(membership);
                    var json = JsonMapper.builder().build();
                    var again = json.readTree(json.writeValueAsString(told));
                    assertEquals(vector.get("stands"), again, name);
                    sound++;
                }
                case Outcome.Refused(long number, MembershipFailure why) -> {
                    assertEquals(expected, why.name(), name);
                    assertEquals(chain.size() - 1, number, name);
                }
            }
        }
        assertEquals(COUNT, vectors.size());
        assertEquals(SOUND, sound);
        System.out.println("vectors/" + MembershipVectors.FILE + ": " + vectors.size() + " played");
    }

    @Test
    void is_made_again_from_its_seed_byte_for_byte() {
        assertEquals(VectorFile.kept(MembershipVectors.FILE), MembershipVectors.text());
    }
}
