package id.pkh.console.page;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats of numbers, times and ages; the same in both languages. */
@TemplateExtension(namespace = "fmt")
public final class Formats {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Formats() {}

    /**
     * 1 234 567, with a narrow space that cannot be mistaken for a decimal point in any language.
     */
    static String grouped(Long number) {
        return number == null
                ? "–"
                : String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    static String at(Instant time, String zone) {
        return time == null ? "–" : TIME.format(time.atZone(ZoneId.of(zone)));
    }

    /** 42 s, 5 min, 3 h, 2 d; short whole numbers, for a column. */
    static String age(Long seconds) {
        if (seconds == null) {
            return "–";
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        Duration age = Duration.ofSeconds(seconds);
        if (age.toMinutes() < 120) {
            return age.toMinutes() + " min";
        }
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
    }

    /** The last two words of an event type, as in {@code meeting-held.v1}. */
    static String shortType(String type) {
        if (type == null || type.isEmpty()) {
            return "–";
        }
        int version = type.lastIndexOf('.');
        int name = version < 0 ? -1 : type.lastIndexOf('.', version - 1);
        return type.substring(name + 1);
    }

    /** Encodes the value of a parameter in an address. */
    static String urlEncode(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The beginning of an identifier, long enough to distinguish identifiers on a page. */
    static String head(String id) {
        return id == null || id.length() <= 13 ? id : id.substring(0, 13) + "…";
    }
}
