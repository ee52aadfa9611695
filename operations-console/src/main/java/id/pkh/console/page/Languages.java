package id.pkh.console.page;

import java.util.List;
import java.util.Locale;

/** Indonesian and English; the user's choice has priority over the browser's preference. */
public final class Languages {

    public static final String COOKIE = "pkh_console_language";
    static final String ENGLISH = "en";
    static final String INDONESIAN = "id";

    private Languages() {}

    public static boolean isOurs(String tag) {
        return ENGLISH.equals(tag) || INDONESIAN.equals(tag);
    }

    static String of(String chosen, String acceptLanguage) {
        return isOurs(chosen) ? chosen : preferred(acceptLanguage);
    }

    private static String preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return INDONESIAN;
        }
        try {
            String best =
                    Locale.lookupTag(
                            Locale.LanguageRange.parse(acceptLanguage),
                            List.of(INDONESIAN, ENGLISH));
            return best == null ? ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
