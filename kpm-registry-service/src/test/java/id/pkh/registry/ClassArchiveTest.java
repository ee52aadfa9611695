package id.pkh.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what a start loads goes stale with new versions of the libraries; this says when. */
class ClassArchiveTest {

    private static final String LIST = "META-INF/pkh/classes-of-a-start.txt";

    @Test
    void nearlyEveryClassOfTheListIsThere() throws IOException {
        List<String> names = names();
        List<String> missing = names.stream().filter(name -> !exists(name)).toList();
        assertThat(names).hasSizeGreaterThan(1_000);
        assertThat(missing)
                .as("list the classes of a start anew, see docs/adr/0016-class-archive.md")
                .hasSizeLessThan(names.size() / 20);
    }

    private static List<String> names() throws IOException {
        ClassLoader loader = ClassArchiveTest.class.getClassLoader();
        try (BufferedReader list =
                new BufferedReader(
                        new InputStreamReader(
                                loader.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return list.lines().toList();
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, ClassArchiveTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
