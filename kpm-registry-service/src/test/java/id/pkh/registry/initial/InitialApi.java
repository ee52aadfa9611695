package id.pkh.registry.initial;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people of a workplace send about candidates and their initial meetings. */
final class InitialApi {

    static final List<String> ITEMS =
            List.of("CARETAKER", "MEMBERS", "SCHOOL", "HEALTH", "CARE", "ADDRESS", "TELEPHONE");

    private static final Map<String, String> EVIDENCE =
            Map.of("CARETAKER", "ID_CARD", "TELEPHONE", "STATEMENT_OF_FAMILY");

    private final Workplace place;
    private final Caller facilitator;

    InitialApi(Workplace place, Caller facilitator) {
        this.place = place;
        this.facilitator = facilitator;
    }

    /** A family that the administrator registers, as the list of the ministry names it. */
    String candidate(int village) {
        return place.administrator()
                .post(
                        "/kpm",
                        Map.of(
                                "family_card",
                                TestPeople.card(),
                                "caretaker",
                                Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Siti Calon"),
                                "village_code",
                                place.village(village),
                                "participating_since",
                                today().minusDays(30).toString()))
                .statusCode(201)
                .extract()
                .path("kpm_id");
    }

    static Map<String, Object> meeting(String village, LocalDate day, String... candidates) {
        Map<String, Object> meeting = new HashMap<>();
        meeting.put("village_code", village);
        meeting.put("batch", "2026-12");
        meeting.put("meets_on", day.toString());
        meeting.put("starts_at", "09:00");
        meeting.put("ends_at", "12:00");
        meeting.put("place", "Balai desa");
        meeting.put("speakers", List.of("FACILITATOR", "VILLAGE_HEAD"));
        if (candidates.length > 0) {
            meeting.put("kpm_ids", List.of(candidates));
        }
        return meeting;
    }

    ValidatableResponse plan(Map<String, Object> meeting) {
        return facilitator.withNewKey().post("/initial-meetings", meeting);
    }

    String planned(LocalDate day, String... candidates) {
        return plan(meeting(place.village(1), day, candidates))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }

    /** The outcome of one letter. */
    String deliver(String meeting, String family, LocalDate day) {
        return deliver(facilitator, meeting, family, day)
                .statusCode(200)
                .extract()
                .path("items[0].outcome");
    }

    static ValidatableResponse deliver(Caller who, String meeting, String family, LocalDate day) {
        return who.post(
                "/initial-meetings/" + meeting + "/deliveries",
                Map.of(
                        "deliveries",
                        List.of(
                                Map.of(
                                        "kpm_id",
                                        family,
                                        "delivered_on",
                                        day.toString(),
                                        "delivered_to",
                                        "CARETAKER"))));
    }

    ValidatableResponse record(String meeting, Map<String, String> marks) {
        return facilitator
                .withNewKey()
                .post(
                        "/initial-meetings/" + meeting + "/records",
                        Map.of(
                                "topics",
                                List.of("AIMS", "SANCTIONS"),
                                "marks",
                                marks.entrySet().stream()
                                        .map(
                                                mark ->
                                                        Map.of(
                                                                "kpm_id", mark.getKey(),
                                                                "mark", mark.getValue()))
                                        .toList()));
    }

    static Map<String, Object> item(String item, String verdict) {
        return verdict.equals("MISSING")
                ? Map.of("item", item, "verdict", verdict)
                : Map.of(
                        "item",
                        item,
                        "verdict",
                        verdict,
                        "evidence",
                        EVIDENCE.getOrDefault(item, "FAMILY_CARD"));
    }

    /** All items but these match. */
    static List<Map<String, Object>> itemsWithout(List<String> others) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String item : ITEMS) {
            if (!others.contains(item)) {
                items.add(item(item, "MATCHES"));
            }
        }
        return items;
    }

    ValidatableResponse compare(
            String family,
            String visit,
            List<Map<String, Object>> items,
            List<Map<String, Object>> changes) {
        Map<String, Object> body = new HashMap<>();
        body.put("items", items);
        if (visit != null) {
            body.put("visit_id", visit);
        }
        if (!changes.isEmpty()) {
            body.put("changes", changes);
        }
        return facilitator
                .withNewKey()
                .post("/initial-candidates/" + family + "/comparisons", body);
    }

    /** A visit at home that met the family, or nobody. */
    String visited(String family, String purpose, boolean isMet) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("kpm_id", family);
        visit.put("visited_on", today().toString());
        visit.put("purpose", purpose);
        visit.put("findings", List.of(isMet ? "NOTHING_NEW" : "NOBODY_MET"));
        if (isMet) {
            visit.put(
                    "house",
                    Map.of(
                            "ownership", "OWN",
                            "head_job", "FARMER",
                            "components_on_card", 0,
                            "toilet", "OWN",
                            "water", "PIPED",
                            "electricity", "VA_450"));
        }
        return facilitator
                .withNewKey()
                .post("/home-visits", visit)
                .statusCode(201)
                .extract()
                .path("visit_id");
    }
}
