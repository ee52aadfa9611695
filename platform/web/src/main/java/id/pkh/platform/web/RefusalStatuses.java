package id.pkh.platform.web;

import java.util.Map;

/**
 * The only mapping from refusal codes to HTTP statuses. Each service has one bean of this type, and
 * platform modules have their own. At start every code is checked to have a title and a detail in
 * English and Indonesian.
 */
public interface RefusalStatuses {

    /** Refusal code to HTTP status. */
    Map<String, Integer> statuses();

    /**
     * Base name of the bundle with the texts of these codes: {@code <bundle>.properties} (English)
     * and {@code <bundle>_id.properties} (Indonesian) at the root of the class path.
     */
    default String bundle() {
        return "refusals";
    }
}
