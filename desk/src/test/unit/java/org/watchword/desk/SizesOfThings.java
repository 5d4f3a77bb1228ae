package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Rooms, methods and lists of parameters stay small; what exceeds that is named with its reason in
/// `ARCHITECTURE.md`.
class SizesOfThings {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;
    private static final int COLUMNS = 100;

    @Test
    void what_exceeds_the_sizes_is_listed_with_its_reason() {
        List<Path> files = Repository.files("src/main/java", ".java");
        assertTrue(files.size() >= 60, "only " + files.size() + " files read");
        var listed = new TreeSet<String>();
        for (List<String> row : ArchitectureTables.under("## The sizes")) {
            assertTrue(row.get(1).length() > 20, "no reason given for " + row.get(0));
            listed.addAll(ArchitectureTables.names(row.get(0)));
        }
        assertEquals(listed, tooLarge(files));
    }

    private static Set<String> tooLarge(List<Path> files) {
        var found = new TreeSet<String>();
        for (Path file : files) {
            List<String> lines = Repository.text(file).lines().toList();
            if (lines.size() >= FILE_LINES) {
                found.add(simple(file));
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS) {
                    found.add(simple(file) + ":" + (i + 1));
                }
            }
        }
        found.addAll(largeMethods(files));
        return found;
    }

    private static String simple(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Set<String> largeMethods(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new TreeSet<String>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, manager, null, List.of("-proc:none"), null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Methods extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Set<String> found;

        Methods(CompilationUnitTree unit, SourcePositions positions, Set<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            String name = owner.getSimpleName() + "." + method.getName();
            if (method.getParameters().size() > PARAMETERS && !isCanonical(owner, method)) {
                found.add(name);
            }
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 >= METHOD_LINES) {
                found.add(name);
            }
            return super.visitMethod(method, null);
        }

        /// A compact constructor of a record lists its components.
        private static boolean isCanonical(ClassTree owner, MethodTree method) {
            if (owner.getKind() != Tree.Kind.RECORD || !method.getName().contentEquals("<init>")) {
                return false;
            }
            Set<String> fields =
                    owner.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(Object::toString)
                            .collect(Collectors.toSet());
            return fields.size() >= method.getParameters().size();
        }
    }
}
