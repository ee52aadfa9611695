package id.pkh.testsupport.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the API description of the module under test is checked, from {@code
 * api-description.properties} in its test resources. Without the file nothing is checked.
 *
 * @param answers whether the bodies of answers are validated
 * @param refusals whether statuses and refusal codes must be documented as well
 * @param incomplete operations that still lack an identifier, an example, or a schema
 */
public record DescriptionChecks(boolean answers, boolean refusals, Set<String> incomplete) {

    private static final String FILE = "api-description.properties";

    public static final DescriptionChecks OF_THIS_MODULE = read();

    private static DescriptionChecks read() {
        Properties settings = new Properties();
        try (InputStream in = DescriptionChecks.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in != null) {
                settings.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        String listed = settings.getProperty("incomplete", "").strip();
        return new DescriptionChecks(
                Boolean.parseBoolean(settings.getProperty("answers")),
                Boolean.parseBoolean(settings.getProperty("refusals")),
                listed.isEmpty() ? Set.of() : new TreeSet<>(Set.of(listed.split("\\s*,\\s*"))));
    }
}
