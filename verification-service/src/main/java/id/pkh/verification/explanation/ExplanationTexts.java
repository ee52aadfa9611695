package id.pkh.verification.explanation;

import id.pkh.verification.explanation.domain.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences for differences, from {@code explanations.properties} in both languages. */
@ApplicationScoped
public class ExplanationTexts {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Map<Locale, Properties> texts =
            Map.of(
                    Locale.ENGLISH,
                    read("/explanations.properties"),
                    INDONESIAN,
                    read("/explanations_id.properties"));

    public String english(Difference difference) {
        return sentence(difference, Locale.ENGLISH);
    }

    public String indonesian(Difference difference) {
        return sentence(difference, INDONESIAN);
    }

    /** A missing text or value is a programming error. */
    private String sentence(Difference difference, Locale language) {
        Map<String, String> values = new TreeMap<>(difference.values());
        values.computeIfPresent(
                "component", (name, code) -> named("component." + code, code, language));
        values.computeIfPresent("form", (name, code) -> named("form." + code, code, language));
        values.computeIfPresent("care", (name, code) -> named("care." + code, code, language));
        String template = texts.get(language).getProperty(textOf(difference));
        if (template == null) {
            throw new IllegalStateException("no text for " + difference.code());
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        shown(values.get(match.group(1)), match, language)));
    }

    /** The same difference reads otherwise where something has to be done at a visit. */
    private static String textOf(Difference difference) {
        String code = difference.code().name();
        return difference.values().containsKey("care") ? code + ".care" : code;
    }

    private String named(String key, String code, Locale language) {
        return texts.get(language).getProperty(key, code);
    }

    private static String shown(String value, MatchResult placeholder, Locale language) {
        if (value == null) {
            throw new IllegalStateException("no value for " + placeholder.group());
        }
        return MONTH.matcher(value).matches()
                ? YearMonth.parse(value).format(DateTimeFormatter.ofPattern("MMMM yyyy", language))
                : value;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (Reader in =
                new InputStreamReader(
                        ExplanationTexts.class.getResourceAsStream(resource),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
