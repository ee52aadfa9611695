package id.pkh.platform.work;

import id.pkh.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences for kinds of work, from {@code work.properties} of the service in both languages. */
@ApplicationScoped
class WorkTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    WorkTexts() {
        texts.put(Language.ENGLISH, read("/work.properties"));
        texts.put(Language.INDONESIAN, read("/work_id.properties"));
    }

    /** A missing text or value is a programming error. */
    String sentence(String kind, Map<String, String> values, Language language) {
        String template = texts.get(language).getProperty(kind);
        if (template == null) {
            throw new IllegalStateException("no text for " + kind);
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1))));
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource.substring(1))) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
