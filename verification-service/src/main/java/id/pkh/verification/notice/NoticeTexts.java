package id.pkh.verification.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of notices, from {@code notices_id.properties}. */
final class NoticeTexts {

    private static final String RESOURCE = "/notices_id.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final Properties texts = new Properties();

    NoticeTexts() {
        try (Reader in =
                new InputStreamReader(
                        NoticeTexts.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The text of a key with its placeholders filled; a missing text or value is a programming
     * error.
     */
    String of(String key, Map<String, String> values) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        match -> {
                            String value = values.get(match.group(1));
                            if (value == null) {
                                throw new IllegalStateException(
                                        "no value for %s in %s".formatted(match.group(1), key));
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }
}
