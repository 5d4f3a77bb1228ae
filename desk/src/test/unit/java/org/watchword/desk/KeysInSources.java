package org.watchword.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The keys that classes and templates name, as literals: `"web.refused.role"`, or the beginning of
/// several, `"web.outage." + …`.
record KeysInSources(MessageKeys keys) {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(///|//|\\*).*$");

    Map<String, Path> named() {
        var literal =
                Pattern.compile(
                        "\"((?:" + String.join("|", keys.beginnings()) + ")\\.[a-z0-9_.-]*)\"");
        List<Path> sources = new ArrayList<>(Repository.files("src/main/java", ".java"));
        sources.addAll(Repository.files("src/main/jte", ".jte"));
        var named = new TreeMap<String, Path>();
        for (Path source : sources) {
            var code = COMMENT.matcher(Repository.text(source)).replaceAll("");
            literal.matcher(code).results().forEach(found -> named.put(found.group(1), source));
        }
        return named;
    }
}
