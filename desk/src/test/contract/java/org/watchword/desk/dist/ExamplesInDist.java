package org.watchword.desk.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies in `dist`, read by the programs it is written for, where they are.
class ExamplesInDist {
    private static final Path DIST = dist();

    @TempDir private Path temporary;

    private static Path dist() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("dist"))
                ? here.resolve("dist")
                : here.resolveSibling("dist");
    }

    private record Ran(int status, String said) {}

    /// Programs of administrators are not on everybody's path.
    private static Ran ran(String program, String... arguments)
            throws IOException, InterruptedException {
        var found =
                Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/")
                        .map(place -> Path.of(place + program))
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(found.isPresent(), program + " is not here");
        var line = new ArrayList<String>(List.of(found.orElseThrow().toString()));
        line.addAll(List.of(arguments));
        Process child = new ProcessBuilder(line).redirectErrorStream(true).start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(child.waitFor(), said);
    }

    private static String example(String name) throws IOException {
        return Files.readString(DIST.resolve(name));
    }

    @Tag("systemd-analyze")
    @Test
    void the_service_is_one_that_systemd_takes_and_calls_well_closed()
            throws IOException, InterruptedException {
        Path program = Files.writeString(temporary.resolve("program"), "#!/bin/sh\n");
        assertTrue(program.toFile().setExecutable(true));
        Path unit = temporary.resolve("watchword.service");
        Files.writeString(
                unit,
                example("watchword.service")
                        .replace("/opt/watchword/watchword serve", program + " serve")
                        .replace("User=watchword", "User=daemon")
                        .replace("Group=watchword", "Group=daemon"));
        var verified = ran("systemd-analyze", "verify", unit.toString());
        assertEquals(0, verified.status(), verified.said());
        assertFalse(verified.said().contains("watchword.service:"), verified.said());
        var looked =
                ran("systemd-analyze", "security", "--offline=true", "--no-pager", unit.toString());
        var level = Pattern.compile("exposure level for \\S+: ([0-9.]+)").matcher(looked.said());
        assertTrue(level.find(), looked.said());
        assertTrue(Double.parseDouble(level.group(1)) <= 1.5, level.group());
    }

    @Tag("tor")
    @Test
    void the_onions_are_ones_that_tor_takes() throws IOException, InterruptedException {
        Path own = Files.createDirectory(temporary.resolve("tor"));
        Path file = temporary.resolve("torrc");
        Files.writeString(
                file,
                "DataDirectory "
                        + own
                        + "\n"
                        + example("torrc.example").replace("/var/lib/tor/", own + "/"));
        var checked = ran("tor", "--verify-config", "-f", file.toString());
        assertEquals(0, checked.status(), checked.said());
        assertTrue(checked.said().contains("Configuration was valid"), checked.said());
        assertEquals(2, example("torrc.example").split("\nHiddenServiceDir ", -1).length - 1);
    }

    @Tag("nginx")
    @Test
    void the_proxy_is_one_that_nginx_takes() throws IOException, InterruptedException {
        for (String host : List.of("desk.example", "door.example")) {
            Path own = Files.createDirectories(temporary.resolve(host));
            var made =
                    ran(
                            "openssl",
                            "req",
                            "-x509",
                            "-newkey",
                            "rsa:2048",
                            "-nodes",
                            "-subj",
                            "/CN=" + host,
                            "-keyout",
                            own.resolve("privkey.pem").toString(),
                            "-out",
                            own.resolve("fullchain.pem").toString());
            assertEquals(0, made.status(), made.said());
        }
        Path file = temporary.resolve("nginx.conf");
        Files.writeString(
                file,
                "events {}\npid %s/pid;\nerror_log stderr;\nhttp {\n%s\n}\n"
                        .formatted(
                                temporary,
                                example("nginx.conf.example")
                                        .replace("/etc/ssl/", temporary + "/")));
        var checked = ran("nginx", "-t", "-p", temporary.toString(), "-c", file.toString());
        assertEquals(0, checked.status(), checked.said());
    }

    @Tag("caddy")
    @Test
    void the_proxy_is_one_that_caddy_takes() throws IOException, InterruptedException {
        var checked =
                ran(
                        "caddy",
                        "validate",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        DIST.resolve("Caddyfile.example").toString());
        assertEquals(0, checked.status(), checked.said());
    }

    @Test
    void no_proxy_keeps_a_list_of_who_came_and_none_has_both_names_in_one_certificate()
            throws IOException {
        String nginx = example("nginx.conf.example");
        assertEquals(3, nginx.split("access_log off;", -1).length - 1);
        for (String host : List.of("desk.example", "door.example")) {
            assertTrue(nginx.contains("server_name " + host + ";"));
            assertTrue(nginx.contains("/etc/ssl/" + host + "/fullchain.pem"));
            assertTrue(example("Caddyfile.example").contains("\n" + host + " {"));
        }
        assertFalse(example("Caddyfile.example").contains("log {"));
    }

    @Test
    void the_container_runs_as_nobody_in_particular_and_keeps_the_desk_outside()
            throws IOException {
        String file = Files.readString(DIST.resolveSibling("Containerfile"));
        assertTrue(file.contains("\nUSER watchword\n"), "not as root");
        assertTrue(file.contains("\nVOLUME /desk\n"), "the data lie outside the image");
        assertTrue(file.contains("\nRUN apt-get"), "age is in it");
    }
}
