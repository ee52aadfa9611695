package id.pkh.meeting.support;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups, proposals and terms of which the examples of the API description speak. */
@ApplicationScoped
@Unremovable
public class GroupExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";

    private final Registry registry;

    GroupExamples(Registry registry) {
        this.registry = registry;
    }

    /**
     * Beside the first group: a thirteenth, a fourteenth, and villages whose families have no
     * group.
     */
    public Map<String, String> provide(Village village) {
        Map<String, String> actual = new HashMap<>();
        List<Family> thirteenth = registry.families(village, village.group(13), 2);
        Family fourteenth = registry.families(village, village.group(14), 1).get(0);
        actual.put(PREFIX + "5b9e0d4f2a04", thirteenth.get(0).kpmId().toString());
        actual.put(PREFIX + "5b9e0d4f2a05", thirteenth.get(1).kpmId().toString());
        actual.put(PREFIX + "5b9e0d4f2a06", fourteenth.kpmId().toString());
        actual.put(PREFIX + "3f0a7c2e1b46", Api.formGroup(village, village.group(13)).toString());
        String group = Api.formGroup(village, village.group(14)).toString();
        actual.put(PREFIX + "3f0a7c2e1b47", group);
        actual.put(
                PREFIX + "2c4e6f8a1b01",
                Api.facilitator(village)
                        .post(
                                "/groups/" + group + "/officer-terms",
                                Map.of(
                                        "office", "CHAIR",
                                        "kpm_id", fourteenth.kpmId(),
                                        "first_day", "2026-01-10"))
                        .statusCode(201)
                        .extract()
                        .path("terms[0].term_id"));
        for (int n = 1; n <= 3; n++) {
            Village neighbour = village.neighbour(n);
            Family first = waiting(neighbour);
            Family second = waiting(neighbour);
            actual.put(PREFIX + "5b9e0d4f2b0" + (2 * n - 1), first.kpmId().toString());
            actual.put(PREFIX + "5b9e0d4f2b0" + 2 * n, second.kpmId().toString());
            actual.put(PREFIX + "7a1c3e5f9b0" + n, propose(neighbour));
        }
        waiting(village.neighbour(4));
        return actual;
    }

    private Family waiting(Village village) {
        Family family = Family.another();
        registry.state(family, 1, village, null, "2025-01-01", "ACTIVE");
        registry.await();
        return family;
    }

    private static String propose(Village village) {
        return Api.facilitator(village)
                .post("/group-proposals", Map.of("village_code", village.code()))
                .statusCode(201)
                .extract()
                .path("proposal_id");
    }
}
