package id.pkh.platform.settings;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start with the former name of a setting: it would be ignored, and the default would
 * apply. Quarkus refuses unknown names in files and system properties, but not in environment
 * variables. Each module lists its former names with the present ones in {@value #LIST}.
 */
@ApplicationScoped
public class RenamedSettings {

    private static final String LIST = "META-INF/pkh/renamed-settings.properties";

    void refuse(@Observes @Priority(1) StartupEvent event, Config config) {
        refuse(config);
    }

    public static void refuse(Config config) {
        List<String> found =
                all().entrySet().stream()
                        .filter(renamed -> isSet(config, renamed.getKey()))
                        .map(renamed -> renamed.getKey() + " is now " + renamed.getValue())
                        .toList();
        if (!found.isEmpty()) {
            throw new IllegalStateException(
                    "settings with former names would be ignored: " + String.join(", ", found));
        }
    }

    /** Present names by former names, of all modules on the class path. */
    public static Map<String, String> all() {
        Map<String, String> names = new TreeMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL list : Collections.list(loader.getResources(LIST))) {
                Properties properties = new Properties();
                try (InputStream in = list.openStream()) {
                    properties.load(in);
                }
                properties.forEach((former, now) -> names.put((String) former, (String) now));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a list of renamed settings cannot be read", unreadable);
        }
        return names;
    }

    private static boolean isSet(Config config, String name) {
        return config.getConfigValue(name).getRawValue() != null;
    }
}
