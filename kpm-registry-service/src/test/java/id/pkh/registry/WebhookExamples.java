package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provides the subscriptions of which the examples speak, and an event of the feed. */
final class WebhookExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 2;
    private static final int LAST = 9;
    private static final int WAITING = 3;
    private static final int PAUSED = 6;
    private static final String TYPE = "id.pkh.registry.kpm-registered.v1";

    /** Who sends the examples. */
    private static final Caller SYSTEM =
            Caller.named("external_system-1", Roles.EXTERNAL_SYSTEM, "*");

    private static final Caller OFFICER = Caller.officer("officer-2");

    private WebhookExamples() {}

    static Map<String, String> provide(Rows rows, String district) {
        Map<String, String> actual = new HashMap<>();
        for (int i = FIRST; i <= LAST; i++) {
            String id = subscribed(district, i);
            actual.put(PREFIX + "f0a2c4e6b8%02d".formatted(i), id);
            if (i != WAITING) {
                OFFICER.post("/webhooks/" + id + "/approval").statusCode(200);
            }
            if (i == PAUSED) {
                SYSTEM.post("/webhooks/" + id + "/pause").statusCode(200);
            }
        }
        event(rows, district + ".1001");
        return actual;
    }

    private static String subscribed(String district, int number) {
        return SYSTEM.post(
                        "/webhooks",
                        Map.of(
                                "url",
                                "http://localhost:9/hooks/" + number,
                                "event_types",
                                List.of(TYPE),
                                "area_code",
                                district))
                .statusCode(201)
                .extract()
                .path("webhook.webhook_id");
    }

    private static void event(Rows rows, String village) {
        rows.execute(
                "WITH head AS (UPDATE feed_head SET position = position + 1 RETURNING position)"
                        + " INSERT INTO feed_event (event_id, event_time, position, event_type,"
                        + " area_codes, event) SELECT gen_random_uuid(), now(), position, ?,"
                        + " ARRAY[?], '{\"specversion\":\"1.0\",\"data\":{}}' FROM head",
                TYPE,
                village);
    }
}
