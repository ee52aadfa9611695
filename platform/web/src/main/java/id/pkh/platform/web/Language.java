package id.pkh.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The two languages of the texts. English unless the caller prefers Indonesian. */
public enum Language {
    ENGLISH("en"),
    INDONESIAN("id");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public static Language of(HttpHeaders headers) {
        return headers == null ? ENGLISH : preferred(headers.getHeaderString("Accept-Language"));
    }

    /** The language that fits the value of an {@code Accept-Language} header best. */
    public static Language preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        for (Locale.LanguageRange range : ranges(acceptLanguage)) {
            if (range.getWeight() <= 0) {
                continue;
            }
            String primary = range.getRange().split("-", 2)[0];
            if (primary.equals("id") || primary.equals("in")) {
                return INDONESIAN;
            }
            if (primary.equals("en") || primary.equals("*")) {
                return ENGLISH;
            }
        }
        return ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
