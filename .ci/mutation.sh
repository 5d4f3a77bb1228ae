# shellcheck shell=sh disable=SC2154
# `./watchword test --long --only mutation`: read by tests.sh, whose functions and variables it uses.
# PIT puts one fault at a time into the rules of two rooms and runs the tests that pass through it.
# What is tried and by which tests is said here; docs/decisions/0072-mutation.md says why.

mutation_goal=85
mutation_rooms='watch rota'

# The rules: classes that say what an alarm, a watch, a word or a shift becomes.
rules_of_watch='Alarm AlarmKind Answers ClockWatch Draft Effect Endings Engine Entry Event Flag Flags
    HeardAt LadderMerge LateWord Leading LogKind MessageKey OpenAlarm OwnWords Policy Rings Seen
    Signs Situation Standing Timers Unproven Who Written WrittenSteps
    month.Csv month.Figures
    silence.DueHeap silence.DueTimes silence.OneWatch silence.PlanMerge silence.PlanRules
    silence.Schedule silence.ScheduleMerge silence.WatchEffect silence.WatchEngine
    silence.WrittenPlan silence.WrittenSchedule
    word.CardMaker word.Outcome word.Reading word.Said word.Spelling word.Verdict word.WordHash
    word.WordKind word.WordList'
rules_of_rota='Pattern Rota RotaDesk RungLess Segment ShiftChange ShiftChanges Span StandIn Stretch
    Swaps WallClock Weekly'

# Beside the unit tests of these rooms: tests on a disk that are quick, where a rule needs rows.
mutation_on_disk='SomebodyTakenOffTheRota rota.DutyRota rota.ShiftsThatChangeHands
    rota.SwapsAskedAndAnswered rota.WhatTheRotaRefuses'

# It plays two thousand nights: fourteen seconds for each fault.
mutation_left_out='watch.AnyNight'

mutate_the_rules() {
    most_minutes=$((most_minutes + 95))
    rm -rf "$root"/*/target/surefire-reports "$root/desk/target/pit-reports"
    say "Faults put into the rules of: $mutation_rooms"
    if ! run_mvn -pl formats,desk -Pmutation -Dspotless.check.skip=true \
        "-DtargetClasses=$(mutation_classes)" "-DtargetTests=$(mutation_tests)" \
        test-compile org.pitest:pitest-maven:mutationCoverage; then
        failures=$((failures + 1))
        why_it_failed
        return
    fi
    for room in $mutation_rooms; do mutation_share "$room"; done
    say "  which faults lived: desk/target/pit-reports/index.html"
}

# With the classes inside each.
mutation_classes() {
    for room in $mutation_rooms; do
        eval "rules=\$rules_of_$room"
        for rule in $rules; do printf '%s\n' "$room.$rule"; done
    done | with_nested
}

mutation_tests() {
    {
        for room in $mutation_rooms; do
            (cd "$root/desk/src/test/unit/java/org/watchword/desk" && find "$room" -name '*.java')
        done | sed 's,\.java$,,; s,/,.,g'
        for one in $mutation_on_disk; do printf '%s\n' "$one"; done
    } | grep -vxF "$mutation_left_out" | sort | with_nested
}

with_nested() {
    sed 's,.*,org.watchword.desk.&\,org.watchword.desk.&$*,' | tr '\n' , | sed 's/,$//'
}

# One line for a room; a share below the goal, or none at all, is a finding.
mutation_share() {
    said=$(cat "$root/desk/target/pit-reports/mutations.xml" 2>/dev/null |
        awk -v room="$1" -v goal="$mutation_goal" '
            /^<mutation / && index($0, "<mutatedClass>org.watchword.desk." room ".") {
                all++
                if ($0 ~ / detected=.true. /) killed++
            }
            END {
                share = all ? int(100 * killed / all) : 0
                most = all > 999 ? sprintf("%d,%03d", all / 1000, all % 1000) : all + 0
                printf "  %s: %d %% of %s mutants killed (goal %d)\n", room, share, most, goal
                exit share < goal
            }') || failures=$((failures + 1))
    echo "$said"
}
