package org.watchword.bench;

import java.nio.file.Path;

record ResultPage(Report report) { void write(Path p) { throw new IllegalStateException(); } }
