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
 * @param areasNotTried operations whose example does not show yet that areas limit them
 */
public record DescriptionChecks(
        boolean answers, boolean refusals, Set<String> incomplete, Set<String> areasNotTried) {

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
        return new DescriptionChecks(
                Boolean.parseBoolean(settings.getProperty("answers")),
                Boolean.parseBoolean(settings.getProperty("refusals")),
                listed(settings, "incomplete"),
                listed(settings, "areas-not-tried"));
    }

    private static Set<String> listed(Properties settings, String name) {
        String listed = settings.getProperty(name, "").strip();
        return listed.isEmpty() ? Set.of() : new TreeSet<>(Set.of(listed.split("\\s*,\\s*")));
    }
}
