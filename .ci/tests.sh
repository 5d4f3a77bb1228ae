# shellcheck shell=sh disable=SC2154
# `./watchword test`: read by the launcher, whose functions and variables it uses.
# The kinds of tests are the folders src/test/KIND/java; CONTRIBUTING says what belongs in which.

kinds='unit contract fuzz story browser'
# A whole run is meant to take 30 minutes at most on a quiet machine with two cores. Beyond this, which
# leaves room for one that is not quiet, and for one that is half as fast, it failed.
most_minutes=75
# Programs that some contract tests call; each is also the tag of those tests.
more_programs='age tor nginx caddy systemd-analyze strace initdb'

test_command() {
    install= long= only= minutes= parser=
    while [ $# -gt 0 ]; do
        case $1 in
            --install) install=yes ;;
            --long) long=yes ;;
            --only)
                [ $# -gt 1 ] || refuse "--only needs a kind of tests: format, reproducible $kinds"
                shift
                only=$1 ;;
            --minutes)
                case ${2:-} in
                    '' | 0* | *[!0-9]* | ????*) refuse "--minutes needs a number from 1 to 999" ;;
                esac
                shift
                minutes=$1 ;;
            --parser)
                [ $# -gt 1 ] || refuse "--parser needs the name of a target, such as AnyMail"
                shift
                parser=$1 ;;
            *)
                refuse "test does not know '$1'." \
                    "It takes --install, --long, --only KIND, --minutes M and --parser NAME." ;;
        esac
        shift
    done
    case " format reproducible mutation memory $kinds " in
        *" ${only:-unit} "*) ;;
        *) refuse "there is no kind of tests '$only'." \
            "Kinds: format, reproducible, mutation, memory, $kinds." ;;
    esac
    case $only in
        mutation | memory)
            [ -n "$long" ] || refuse "--only $only takes long: say --long with it" ;;
    esac
    [ -z "$minutes$parser" ] || [ "$long $only" = 'yes fuzz' ] ||
        refuse "--minutes and --parser are for test --long --only fuzz"
    [ -z "$parser" ] || [ -n "$(find "$root/desk/src/test/fuzz/java" -name "$parser.java")" ] ||
        refuse "no target of the fuzzer is named '$parser'; they lie in desk/src/test/fuzz/java."
    minutes=${minutes:-10}
    test_began=$(date +%s)
    failures=0
    not_run=
    lacking=
    [ -z "$install" ] || install_what_is_missing
    need_java javac
    need_mvn
    one_at_a_time
    : >"$log"
    choose_test_modules
    [ -n "$only" ] && [ "$only" != format ] || check_format
    case $only in format | reproducible | mutation) ;; *) run_the_tests ;; esac
    [ "$long $only" != 'yes fuzz' ] || { . "$root/.ci/fuzz.sh" && fuzz_the_parsers; }
    [ "$only" != mutation ] || { . "$root/.ci/mutation.sh" && mutate_the_rules; }
    [ -n "$only" ] && [ "$only" != reproducible ] || check_reproducible
    done_building
    closing
}

# --- installing -----------------------------------------------------------------------------------

install_what_is_missing() {
    wanted=
    find_java javac
    [ -n "$java_home" ] || wanted="jdk"
    find_mvn
    [ -n "$mvn" ] || wanted="$wanted mvn"
    [ -n "$(find_chromium)" ] || wanted="$wanted chromium"
    has_kannel || [ "$(system)" != apt ] || wanted="$wanted kannel"
    for one in $more_programs; do
        [ -n "$(find_program "$one")" ] || ! installs "$one" || wanted="$wanted $one"
    done
    [ -n "$wanted" ] || { say "Nothing to install: all that can be installed here is here."; return; }
    say "To be installed through the system's package manager:"
    for what in $wanted; do
        case $what in
            jdk) why='a JDK, to build and run' ;;
            mvn) why='Maven, to build' ;;
            chromium) why='Chromium, for the browser tests' ;;
            kannel) why='Kannel, an SMS gateway for the tests; no daemon is started' ;;
            age) why='age, which seals backups' ;;
            tor | nginx | caddy) why="$what, to check the examples in dist; no daemon is started" ;;
            strace) why='strace, which records what the desk writes, for the tests of power loss' ;;
            initdb) why='PostgreSQL, on which peers of the measurements run; no daemon is started' ;;
            systemd-analyze) why='systemd-analyze, to check the service unit in dist' ;;
        esac
        say "  $why:  $(install_line "$what")"
    done
    mkdir -p "$build"
    : >"$build/install.log"
    for what in $wanted; do install_run "$(install_line "$what")"; done
}

install_run() {
    say "  running: $1"
    if ! DEBIAN_FRONTEND=noninteractive sh -c "$1" >>"$build/install.log" 2>&1; then
        say "  that did not work. The last lines:"
        tail -n 10 "$build/install.log" >&2
    fi
}

# --- the stages -----------------------------------------------------------------------------------

# All modules of the build; the browser's only where there is a browser.
choose_test_modules() {
    name_chromium
    test_modules=
    for module in $(sed -n 's,.*<module>\(.*\)</module>.*,\1,p' "$root/pom.xml"); do
        if [ "$module" = browser ] && [ -z "$chromium" ]; then
            case $only in
                '' | browser)
                    lacking=yes
                    not_run="the browser tests (no chromium): $(install_line chromium)" ;;
            esac
            continue
        fi
        test_modules="$test_modules $module"
    done
    [ "$only" != fuzz ] || test_modules='formats desk'
    test_list=$(echo $test_modules | tr ' ' ,)
    left_out=
    has_kannel || leave_out_kannel
    for one in $more_programs; do [ -n "$(find_program "$one")" ] || leave_out "$one"; done
}

# What tests need and is missing is left out and listed with the line that installs it.
leave_out() {
    left_out=$left_out${left_out:+,}$1
    case $only in '' | contract | story) ;; *) return ;; esac
    not_run="$not_run${not_run:+
Not run: }the tests with $1 (no $1): $(install_line "$1")"
    ! installs "$1" || lacking=yes
}

# What examples are checked with is installed by Debian's package manager alone.
installs() { [ "$1" = age ] || [ "$(system)" = apt ]; }

# Without kannel its tests are left out and listed. Where no package manager has it that is no
# failure of whoever asked for everything.
leave_out_kannel() {
    left_out=kannel
    case $only in '' | contract | story) ;; *) return ;; esac
    not_run="$not_run${not_run:+
Not run: }the tests with kannel (no kannel with its fake SMSC): $(install_line kannel)"
    [ "$(system)" != apt ] || lacking=yes
}

check_format() {
    say "Format"
    run_mvn -pl "$test_list" spotless:check && return
    failures=$((failures + 1))
    why_it_failed
    say "  'mvn spotless:apply' puts it right."
}

run_the_tests() {
    say "Static checks and tests"
    rm -rf "$root"/*/target/surefire-reports
    # Two modules at once where they do not need each other: measurements and the browser.
    set -- -T 2 -fae -Dspotless.check.skip=true -Dmaven.test.failure.ignore=true
    groups=$left_out
    [ -n "$long" ] && set -- "$@" -Dwatchword.long=true || groups=long${left_out:+,$left_out}
    [ -z "$groups" ] || set -- "$@" "-DexcludedGroups=$groups"
    if [ -n "$only" ]; then
        classes=$(classes_of "$only")
        [ "$only" != memory ] || classes="MemoryOfARunningDesk#holds_none*"
        [ -n "$classes" ] || { say "  there are no $only tests"; return; }
        set -- "$@" "-Dtest=$classes" -Dsurefire.failIfNoSpecifiedTests=false
    fi
    for module in $test_modules; do rm -rf "$root/$module/target/lib"; done
    : >"$build/started"
    if run_mvn -pl "$test_list" "$@" verify; then
        for module in $test_modules; do mv_stamp "$module"; done
    else
        failures=$((failures + 1))
        why_it_failed
    fi
    # What failed, and the summary of each module, in the words of the test runner.
    sed -n '/^\[[A-Z]*\] Results:/,/Tests run:/p' "$log" | grep -v -e '^\[[A-Z]*\] *$' -e 'Results:'
}

# The classes in a kind's folders, with the nested ones, as Surefire wants them.
classes_of() {
    for module in $test_modules; do
        top=$root/$module/src/test/$1/java
        [ -d "$top" ] || continue
        (cd "$top" && find . -name '*.java' ! -name package-info.java) |
            sed 's,^\./,,; s,\.java$,,; s,/,.,g; s,.*,&\,&$*,'
    done | tr '\n' ,
}

# The desk built a second time, in another directory, must be the same jar to the last byte.
check_reproducible() {
    say "The same jar twice"
    again=$build/again
    rm -rf "$again"
    mkdir -p "$again/desk" "$again/formats"
    : >"$build/started"
    { ! stale formats desk || { run_mvn -pl formats,desk -Dmaven.test.skip=true package &&
        mv_stamp formats && mv_stamp desk; }; } &&
        cp -R "$root/pom.xml" "$root/.mvn" "$again" &&
        cp -R "$root/desk/pom.xml" "$root/desk/src" "$again/desk" &&
        cp -R "$root/formats/pom.xml" "$root/formats/src" "$again/formats" &&
        sed -i.bak '/<module>desk</!{/<module>formats</!{/<module>/d;};}' "$again/pom.xml" &&
        run_mvn -f "$again/pom.xml" -pl formats,desk -Dmaven.test.skip=true package &&
        cmp "$(jar_of desk)" "$again/desk/target/watchword-desk.jar" >&2 &&
        cmp "$(jar_of formats)" "$again/formats/target/watchword-formats.jar" >&2
    same=$?
    rm -rf "$again"
    [ "$same" -eq 0 ] && return
    failures=$((failures + 1))
    say "  two builds of the same sources gave two different jars, or one of them failed: see $log"
}

# --- the closing lines ----------------------------------------------------------------------------

# One line per test class: kind seconds tests failed skipped.
measured() {
    for report in "$root"/*/target/surefire-reports/TEST-*.xml; do
        [ -f "$report" ] || continue
        class=${report##*/TEST-}
        class=${class%.xml}
        module=${report%/target/surefire-reports/*}
        file=$(printf '%s\n' "${class%%\$*}" | tr . /).java
        kind=other
        for one in $kinds; do [ ! -f "$module/src/test/$one/java/$file" ] || kind=$one; done
        suite=$(grep '<testsuite ' "$report" | sed -n 1p)
        printf '%s %s %s %s %s %s\n' "$kind" "$(part time)" "$(part tests)" "$(part errors)" \
            "$(part failures)" "$(part skipped)"
    done
}

part() { printf '%s\n' "$suite" | sed -n "s/.* $1=\"\([0-9.,]*\)\".*/\1/p" | tr -d ,; }

closing() {
    measured >"$build/measured"
    say ""
    LC_ALL=C awk '
        { seconds[$1] += $2; tests[$1] += $3; failed[$1] += $4 + $5; skipped[$1] += $6 }
        END { for (k in tests)
            printf "  %-9s %6.2f min  %4d tests  %d failed  %d skipped\n",
                k, seconds[k] / 60, tests[k], failed[k], skipped[k] }' "$build/measured" | sort
    counts=$(LC_ALL=C awk '{ n += $3; f += $4 + $5; s += $6 }
        END { printf "%d %d %d\n", n - f - s, f, s }' "$build/measured")
    passed=${counts%% *} skipped=${counts##* } failed=${counts#* }
    failed=$((${failed%% *} + failures))
    seconds=$(($(date +%s) - test_began))
    echo "  in all    $((seconds / 60)) min $((seconds % 60)) s, everything counted"
    if [ "$seconds" -gt $((most_minutes * 60)) ]; then
        echo "This is longer than $most_minutes minutes, which counts as a failure."
        failed=$((failed + 1))
    fi
    [ -z "$not_run" ] || printf 'Not run: %s\n' "$not_run"
    if [ -n "$install" ] && { [ -n "$lacking" ] || [ "$skipped" -gt 0 ]; }; then
        echo "With --install, what was not run counts as a failure."
        failed=$((failed + 1))
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ]
    exit
}
