package id.pkh.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The only mapping from refusal codes to HTTP statuses. Each service has one bean of this type, and
 * platform modules have their own. At start every code is checked to have a title and a detail in
 * English and Indonesian.
 */
public interface RefusalStatuses {

    /** The refusal codes of each HTTP status. */
    Map<Integer, List<String>> codes();

    /** Codes of a state that ends by itself: the caller repeats the request after a moment. */
    default Set<String> passing() {
        return Set.of();
    }

    /** Refusal code to HTTP status. */
    default Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new TreeMap<>();
        codes().forEach((status, codes) -> codes.forEach(code -> addOnce(statuses, code, status)));
        return statuses;
    }

    private static void addOnce(Map<String, Integer> statuses, String code, int status) {
        if (statuses.put(code, status) != null) {
            throw new IllegalStateException("refusal code " + code + " is listed twice");
        }
    }

    /**
     * Base name of the bundle with the texts of these codes: {@code <bundle>.properties} (English)
     * and {@code <bundle>_id.properties} (Indonesian) at the root of the class path.
     */
    default String bundle() {
        return "refusals";
    }
}
