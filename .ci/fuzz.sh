# shellcheck shell=sh disable=SC2154
# `./watchword test --long --only fuzz`: read by tests.sh, whose functions and variables it uses.
# Jazzer plays every target in desk/src/test/fuzz for so many minutes, from its corpus on. It is
# fetched here and only here, into target/jazzer, and stands on no other class path.

jazzer=0.26.0

fuzz_the_parsers() {
    targets=$(fuzz_targets)
    # shellcheck disable=SC2086 # class names hold no spaces
    most_minutes=$((most_minutes + minutes * $(printf '%s\n' $targets | wc -l)))
    for part in jazzer jazzer-api; do
        run_mvn -N dependency:copy "-Dartifact=com.code-intelligence:$part:$jazzer" \
            "-DoutputDirectory=$build/jazzer" && continue
        failures=$((failures + 1))
        why_it_failed
        return
    done
    path=$root/desk/target/test-classes:$root/desk/target/classes
    for jar in "$root"/desk/target/lib/*.jar "$build"/jazzer/*-"$jazzer".jar; do
        path=$path:$jar
    done
    say "Fuzzing, $minutes min each"
    for target in $targets; do fuzz_one "$target"; done
}

fuzz_targets() {
    (cd "$root/desk/src/test/fuzz/java" &&
        grep -rl 'public static void fuzzerTestOneInput(byte\[\]' . | sort |
        sed 's,^\./,,; s,\.java$,,; s,/,.,g' | grep "\.${parser:-.*}\$")
}

# One line for each: what it ran, what it covers, what it found. What it learned stays in
# target/fuzz and is where the next run begins; what it found lies beside that.
fuzz_one() {
    name=${1##*.}
    at=$build/fuzz/$name
    rm -rf "$at/found"
    mkdir -p "$at/found" "$at/learned"
    began=$(date +%s)
    # In the background, so that whoever stops this stops that too.
    "$java_home/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -XX:+EnableDynamicAgentLoading \
        -cp "$path" com.code_intelligence.jazzer.Jazzer "--target_class=$1" \
        '--instrumentation_includes=org.watchword.**:jakarta.mail.**:org.eclipse.angus.**' \
        "--reproducer_path=$at/found" "-artifact_prefix=$at/found/" \
        "-max_total_time=$((minutes * 60))" -max_len=4096 -timeout=10 -rss_limit_mb=2560 \
        -print_final_stats=1 "$at/learned" "$root/desk/src/test/fuzz/corpus/$name" \
        >"$at/log" 2>&1 </dev/null &
    fuzzing=$!
    trap 'kill $fuzzing 2>/dev/null; rm -rf "$build/building"' EXIT
    wait $fuzzing
    fuzzed=$?
    trap 'rm -rf "$build/building"' EXIT
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$at/log" | tail -n 1)
    covered=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$at/log" | tail -n 1)
    outcome='no finding'
    if [ "$fuzzed" -ne 0 ]; then
        failures=$((failures + 1))
        what=$(sed -n 's/^== Java Exception: //p; s/^==[0-9]*== ERROR: //p' "$at/log" | sed -n 1p)
        outcome="FOUND: ${what:-status $fuzzed}, see target/fuzz/$name"
    fi
    printf '    %-17s %9s runs  %5s places  %4s s  %s\n' "$name" "${runs:-0}" "${covered:-0}" \
        $(($(date +%s) - began)) "$outcome" >&2
}
