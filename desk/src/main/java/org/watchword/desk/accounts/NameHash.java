package org.watchword.desk.accounts;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import org.watchword.desk.basis.KeyedHash;

/// By which a person is found who types a name: case, ё or е, and the number of spaces do not
/// matter.
final class NameHash {
    private final KeyedHash hash;

    NameHash(KeyedHash hash) {
        this.hash = hash;
    }

    byte[] of(String name) {
        String folded =
                Normalizer2.getNFKCCasefoldInstance()
                        .normalize(name)
                        .replace('ё', 'е')
                        .replaceAll("\\s+", " ")
                        .strip();
        return hash.of("person-name", folded.getBytes(StandardCharsets.UTF_8));
    }
}
