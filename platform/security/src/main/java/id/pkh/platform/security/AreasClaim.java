package id.pkh.platform.security;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code areas} claim, which providers write as a JSON array or as one string. */
final class AreasClaim {

    private AreasClaim() {}

    static AreaScope scopeOf(Object claim) {
        List<String> codes = new ArrayList<>();
        collect(claim, codes);
        return AreaScope.of(codes);
    }

    private static void collect(Object claim, List<String> codes) {
        if (claim instanceof Iterable<?> many) {
            many.forEach(one -> collect(one, codes));
        } else if (claim instanceof JsonString text) {
            collect(text.getString(), codes);
        } else if (claim instanceof String text) {
            codes.addAll(List.of(text.trim().split("[\\s,]+")));
        }
    }
}
