package id.pkh.platform.security;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/** Reads a claim of several words, which providers write as a JSON array or as one string. */
final class ClaimWords {

    private ClaimWords() {}

    static List<String> of(Object claim) {
        List<String> words = new ArrayList<>();
        collect(claim, words);
        return words;
    }

    private static void collect(Object claim, List<String> words) {
        if (claim instanceof Iterable<?> many) {
            many.forEach(one -> collect(one, words));
        } else if (claim instanceof JsonString text) {
            collect(text.getString(), words);
        } else if (claim instanceof String text) {
            words.addAll(List.of(text.trim().split("[\\s,]+")));
        }
    }
}
