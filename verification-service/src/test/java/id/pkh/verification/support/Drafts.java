package id.pkh.verification.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Versions of policies, beginning with those of the examples, and replays of them. */
public final class Drafts {

    public static final Caller OFFICER = Caller.officer("officer-8");
    public static final Caller APPROVER = Caller.approver("approver-8");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> SCHEDULED = Set.of("EARLY_CHILD", "PREGNANT_POSTPARTUM");

    private Drafts() {}

    /** A ladder that warns after one absence and proposes after two. */
    public static ObjectNode ladder(String validFrom) {
        ObjectNode ladder = example("enterSanctionLadder", "LADDER", validFrom);
        ladder.set(
                "rungs",
                rungs(
                        "GROUP_MEETING_ABSENCE 1 SUSPENSION_WARNING false",
                        "GROUP_MEETING_ABSENCE 2 SUSPENSION_PROPOSED false",
                        "P2K2_ABSENCE 1 REMINDER false",
                        "MEETING_NOT_HELD 1 NONE true",
                        "COMMITMENT_NOT_MET 1 REMINDER false",
                        "COMMITMENT_NOT_VERIFIED 1 NONE true"));
        return ladder;
    }

    /** The commitments of the example: 80 percent of the school days. */
    public static ObjectNode commitments(String validFrom) {
        return example("enterCommitmentPolicy", "COMMITMENTS", validFrom);
    }

    /** The version of the rule page that names what is done at visits. */
    public static ObjectNode schedules(String validFrom) {
        ObjectNode document = commitments(validFrom);
        ArrayNode rows = (ArrayNode) document.path("commitments");
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (SCHEDULED.contains(rows.get(i).path("component").asText())) {
                rows.remove(i);
            }
        }
        RuleTable.rows(
                        "commitments.md",
                        "component",
                        "care",
                        "visits",
                        "window, months",
                        "age, months")
                .forEach(row -> schedule(rows.addObject(), row));
        return document;
    }

    private static void schedule(ObjectNode into, List<String> row) {
        String[] ages = row.get(4).replace("any", "0 and more").split(" ");
        into.put("component", row.get(0))
                .put("evidence", "HEALTH")
                .put("minimum_visits", Integer.parseInt(row.get(2)))
                .put("age_from_months", Integer.parseInt(ages[0]))
                .put("counts_excused", false);
        if (ages[1].equals("to")) {
            into.put("age_until_months", Integer.parseInt(ages[2]));
        }
        if (!row.get(1).equals("any")) {
            into.put("care", row.get(1));
        }
        String[] window = row.get(3).split(" ");
        if (window.length == 1) {
            into.put("window_months", Integer.parseInt(window[0]));
        } else {
            int from = Integer.parseInt(window[1]);
            int until = Integer.parseInt(window[3]);
            into.put("birth_from_month", from)
                    .put("birth_until_month", until)
                    .put("window_months", until - from + 1);
        }
    }

    public static ObjectNode exemptionReasons(String validFrom) {
        return example("enterExemptionReasons", "EXEMPTIONS", validFrom);
    }

    public static ObjectNode notices(String validFrom) {
        return example("enterNoticePolicy", "NOTICES", validFrom);
    }

    public static ArrayNode rungs(String... rows) {
        ArrayNode rungs = JSON.createArrayNode();
        for (String row : rows) {
            String[] cells = row.split(" ");
            rungs.addObject()
                    .put("cause", cells[0])
                    .put("running", Integer.parseInt(cells[1]))
                    .put("step", cells[2])
                    .put("is_protected", Boolean.parseBoolean(cells[3]))
                    .putArray("notified")
                    .add("FACILITATOR");
        }
        return rungs;
    }

    private static ObjectNode example(String operation, String code, String validFrom) {
        try (InputStream file =
                Drafts.class.getResourceAsStream("/META-INF/pkh/examples/" + operation + ".json")) {
            JsonNode request = JSON.readTree(file).path("request");
            return ((ObjectNode) request)
                    .put(
                            "policy_code",
                            code + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase())
                    .put("valid_from", validFrom);
        } catch (IOException e) {
            throw new IllegalStateException(operation, e);
        }
    }

    /** The id of the version. */
    public static String enter(String kind, String document) {
        return OFFICER.post("/policy-versions/" + kind, document)
                .statusCode(201)
                .extract()
                .path("version_id");
    }

    public static void approve(String versionId) {
        act(APPROVER, versionId, "approval", null).statusCode(200);
    }

    public static void revoke(String versionId) {
        act(OFFICER, versionId, "revocation-proposal", "the end of a test").statusCode(200);
        act(APPROVER, versionId, "revocation", null).statusCode(200);
    }

    private static ValidatableResponse act(
            Caller caller, String versionId, String act, String reason) {
        Map<String, String> body = new HashMap<>();
        body.put("sha256", caller.read("/policy-versions/" + versionId).getString("sha256"));
        if (reason != null) {
            body.put("reason", reason);
        }
        return caller.post("/policy-versions/" + versionId + "/" + act, body);
    }

    /** The id of the replay, which is done. */
    public static String replay(String versionId, String first, String last, String area) {
        String id =
                OFFICER.post(
                                "/policy-versions/" + versionId + "/replays",
                                Map.of(
                                        "first_quarter", first,
                                        "last_quarter", last,
                                        "area_code", area))
                        .statusCode(202)
                        .extract()
                        .path("replay_id");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                OFFICER.read("/policy-replays/" + id)
                                        .getString("state")
                                        .equals("DONE"));
        return id;
    }
}
