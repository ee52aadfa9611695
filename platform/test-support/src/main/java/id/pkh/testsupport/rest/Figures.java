package id.pkh.testsupport.rest;

import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the figures of a month as {@code "FIGURE item" -> value}. */
public final class Figures {

    private Figures() {}

    /** By area or group; what is known of an area alone has the code of the area. */
    public static Map<String, Map<String, Long>> of(
            Caller caller, String month, String by, String area) {
        Map<String, Map<String, Long>> figures = new TreeMap<>();
        List<Map<String, Object>> rows =
                caller.read("/figures/" + month + "?by=" + by + "&area=" + area).getList("areas");
        for (Map<String, Object> row : rows) {
            Object group = row.get("group_code");
            figures.put(
                    String.valueOf(group == null ? row.get("area_code") : group), valuesOf(row));
        }
        return figures;
    }

    /** Of one area as a whole. */
    public static Map<String, Long> of(Caller caller, String month, String village) {
        return of(caller, month, "VILLAGE", village).getOrDefault(village, Map.of());
    }

    /** The codes that the page of the rules names for a service. */
    public static List<String> ofPage(String service) {
        return RuleTable.rows("figures.md", "figure", "item", "service", "counted").stream()
                .filter(row -> row.get(2).equals(service))
                .map(row -> row.get(0))
                .toList();
    }

    @SuppressWarnings("unchecked") // a list of objects in JSON
    private static Map<String, Long> valuesOf(Map<String, Object> row) {
        Map<String, Long> values = new TreeMap<>();
        for (Map<String, Object> each : (List<Map<String, Object>>) row.get("figures")) {
            values.put(
                    (each.get("figure") + " " + each.get("item")).strip(),
                    ((Number) each.get("value")).longValue());
        }
        return values;
    }
}
