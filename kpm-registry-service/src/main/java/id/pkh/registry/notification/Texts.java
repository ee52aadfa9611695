package id.pkh.registry.notification;

import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of notifications, in Indonesian and, for who reads lists in an office, in English. A
 * variable that is missing is an error, never an empty place.
 */
@ApplicationScoped
public class Texts {

    /** The languages of the texts. */
    public enum Language {
        ID,
        EN
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
    private static final int MAX_LINES = 10;

    private final Map<Language, Properties> texts =
            Map.of(Language.ID, read("_id"), Language.EN, read("_en"));

    /** One notification as it is written into a message. */
    public record Line(Template template, Map<String, String> variables) {}

    void requireComplete(Template template, Map<String, String> variables) {
        write(Language.ID, template, variables);
    }

    public String write(Language language, Template template, Map<String, String> variables) {
        return filled(language, template.name(), variables);
    }

    /** What a number receives: each text once, with how often it applies, after who sends it. */
    public String message(ReceiverRole role, List<Line> lines) {
        StringBuilder message = new StringBuilder(filled(Language.ID, "SENDER", Map.of()));
        List<String> written =
                lines.stream()
                        .map(line -> write(Language.ID, line.template(), line.variables()))
                        .toList();
        List<String> distinct = written.stream().distinct().toList();
        for (String line : distinct.subList(0, Math.min(MAX_LINES, distinct.size()))) {
            long times = written.stream().filter(line::equals).count();
            message.append('\n').append(line);
            if (times > 1) {
                message.append(" (").append(times).append("x)");
            }
        }
        if (distinct.size() > MAX_LINES) {
            message.append('\n')
                    .append(
                            filled(
                                    Language.ID,
                                    "MORE",
                                    Map.of("count", "" + (distinct.size() - MAX_LINES))));
        }
        if (role == ReceiverRole.FAMILY) {
            message.append('\n').append(filled(Language.ID, "ASK", Map.of()));
        }
        return message.toString();
    }

    private String filled(Language language, String key, Map<String, String> variables) {
        String text = texts.get(language).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text of " + key);
        }
        return VARIABLE.matcher(text)
                .replaceAll(
                        found -> {
                            String value = variables.get(found.group(1));
                            if (value == null) {
                                throw new IllegalStateException(
                                        "%s without its variable %s"
                                                .formatted(key, found.group(1)));
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    private static Properties read(String suffix) {
        Properties texts = new Properties();
        String name = "/notifications" + suffix + ".properties";
        try (Reader reader =
                new InputStreamReader(
                        Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
