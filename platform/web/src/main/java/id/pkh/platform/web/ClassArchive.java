package id.pkh.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts into the archive of classes what a whole start needs. Quarkus makes the archive by a start
 * that ends before anything is connected, so the classes of Kafka, Flyway and most of Hibernate
 * would not be in it. They are loaded from a list that such a start once gave; a name that is gone
 * costs nothing but the time that it saved.
 */
@ApplicationScoped
class ClassArchive {

    static final String LIST = "META-INF/pkh/classes-of-a-start.txt";

    private static final String MAKING_IT = "quarkus.appcds.generate";

    void load(@Observes @Initialized(ApplicationScoped.class) Object container) {
        if (Boolean.getBoolean(MAKING_IT)) {
            missing();
        }
    }

    /** Loads the classes of the list; those that are not there. */
    static List<String> missing() {
        ClassLoader loader = ClassArchive.class.getClassLoader();
        try (BufferedReader list =
                new BufferedReader(
                        new InputStreamReader(
                                loader.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            try (Stream<String> names = list.lines()) {
                return names.filter(name -> !isLoaded(name, loader)).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLoaded(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
