package id.pkh.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the checkout these tests run in. */
final class Tree {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final List<String> SERVICES =
            List.of(
                    "kpm-registry-service",
                    "meeting-service",
                    "verification-service",
                    "disbursement-service");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".pkh", "node_modules");

    private Tree() {}

    /** Every file of ours whose name ends so. */
    static List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(f -> f.getFileName().toString().endsWith(suffix))
                    .filter(Tree::isOurs)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static String read(String file) {
        return read(ROOT.resolve(file));
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
