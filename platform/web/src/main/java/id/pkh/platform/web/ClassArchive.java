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

/**
 * Puts into the archive of classes what a whole start needs. Quarkus makes the archive by a start
 * that ends before anything is connected, so the classes of Kafka, Flyway and most of Hibernate
 * would not be in it. They are loaded from a list that such a start once gave; a name that is gone
 * costs nothing but the time that it saved.
 */
@ApplicationScoped
public class ClassArchive {

    private static final String LIST = "META-INF/pkh/classes-of-a-start.txt";

    private static final String MAKING_IT = "quarkus.appcds.generate";

    void load(@Observes @Initialized(ApplicationScoped.class) Object container) {
        if (Boolean.getBoolean(MAKING_IT)) {
            missing();
        }
    }

    /** The names of the list. */
    public static List<String> names() {
        try (BufferedReader list =
                new BufferedReader(
                        new InputStreamReader(
                                ClassArchive.class.getClassLoader().getResourceAsStream(LIST),
                                StandardCharsets.UTF_8))) {
            return list.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the classes of the list. Which of them are not there. */
    public static List<String> missing() {
        return names().stream().filter(name -> !isLoaded(name)).toList();
    }

    private static boolean isLoaded(String name) {
        try {
            Class.forName(name, false, ClassArchive.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
