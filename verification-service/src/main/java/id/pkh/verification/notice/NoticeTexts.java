package id.pkh.verification.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of notices, from {@code notices_id.properties}. A sentence without its variable, or
 * with another one, would leave an empty place in a letter: the service does not start with it.
 */
final class NoticeTexts {

    private static final String RESOURCE = "/notices_id.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    /** The variables of the sentences whose keys begin so; the longest beginning counts. */
    private static final Map<String, Set<String>> VARIABLES =
            Map.of(
                    "happened.", Set.of("period"),
                    "running.", Set.of("running"),
                    "withdrawn", Set.of("period"),
                    "decided.", Set.of("effective_from"),
                    "decided.DISMISS", Set.of(),
                    "appeal", Set.of("appeal_until"),
                    "appeal.undelivered", Set.of("days"),
                    "letter.received", Set.of("day"));

    private final Properties texts;

    NoticeTexts() {
        this(read());
    }

    NoticeTexts(Properties texts) {
        this.texts = texts;
        texts.stringPropertyNames().forEach(this::check);
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader in =
                new InputStreamReader(
                        NoticeTexts.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private void check(String key) {
        String text = texts.getProperty(key);
        Set<String> variables =
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        if (text.isBlank() || !variables.equals(variablesOf(key))) {
            throw new IllegalStateException(
                    "%s must contain %s and contains %s"
                            .formatted(key, variablesOf(key), variables));
        }
    }

    private static Set<String> variablesOf(String key) {
        return VARIABLES.keySet().stream()
                .filter(key::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(VARIABLES::get)
                .orElse(Set.of());
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
        return PLACEHOLDER.matcher(template).replaceAll(match -> valueOf(match, key, values));
    }

    private static String valueOf(MatchResult match, String key, Map<String, String> values) {
        String value = values.get(match.group(1));
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("no value for %s in %s".formatted(match.group(1), key));
        }
        return Matcher.quoteReplacement(value);
    }

    String of(String key) {
        return of(key, Map.of());
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }
}
