package id.pkh.verification.support;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One officer prepares a decision, another confirms it, and a facilitator delivers its notice. */
public final class Deciding {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Map<String, String> REASONS =
            Map.of(
                    "SUSPEND", "OBLIGATION_NOT_MET",
                    "TERMINATE", "REPEATED_BREACH",
                    "GRADUATE", "INCOME_IMPROVED",
                    "MOVE", "MOVED_AWAY",
                    "DECEASE", "NO_MEMBER_LEFT",
                    "INELIGIBLE", "NO_COMPONENT",
                    "REINSTATE", "RETURNED",
                    "DISMISS", "EXCUSED");

    private Deciding() {}

    public static String reasonOf(String measure) {
        return REASONS.get(measure);
    }

    /** A draft about steps. */
    public static Map<String, Object> draft(String measure, String effect, UUID... steps) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("step_ids", List.of(steps));
        draft.put("measure", measure);
        if (effect != null) {
            draft.put("effect", effect);
        }
        draft.put("reason_code", REASONS.get(measure));
        draft.put("note", "visited, no excuse");
        return draft;
    }

    /** A draft about a person's proposal. */
    public static Map<String, Object> draftOf(String proposal, String measure) {
        Map<String, Object> draft = draft(measure, null);
        draft.put("proposal_ids", List.of(proposal));
        return draft;
    }

    public static ValidatableResponse prepare(Map<String, ?> draft) {
        return Caller.officer("officer-1").post("/decision-drafts", draft);
    }

    public static ValidatableResponse confirm(String officer, JsonPath draft) {
        return Caller.officer(officer)
                .post(
                        "/decision-drafts/" + draft.getString("draft_id") + "/confirmation",
                        Map.of("hash", draft.getString("hash")));
    }

    /** The id of the decision that officer-1 prepared and officer-2 confirmed. */
    public static String decide(Map<String, ?> draft) {
        JsonPath prepared = prepare(draft).statusCode(201).extract().jsonPath();
        return confirm("officer-2", prepared)
                .statusCode(200)
                .extract()
                .path("items[0].decision_id");
    }

    public static String suspend(UUID step) {
        return decide(draft("SUSPEND", "HOLD", step));
    }

    /** Decided and delivered. */
    public static String suspended(UUID step, String area) {
        String decision = suspend(step);
        delivered(area, "/decisions/" + decision).statusCode(201);
        return decision;
    }

    /** The notice of a step or decision is handed over now. */
    public static ValidatableResponse delivered(String area, String subject) {
        return attempt(area, subject, delivery(today()));
    }

    public static ValidatableResponse attempt(String area, String subject, Map<String, ?> attempt) {
        return Caller.facilitator(area).post(subject + "/notices", attempt);
    }

    public static Map<String, Object> delivery(LocalDate day) {
        Map<String, Object> delivery = new HashMap<>();
        delivery.put("outcome", "DELIVERED");
        delivery.put("route", "LETTER");
        delivery.put("occurred_on", day.toString());
        delivery.put("evidence_reference", "letter book, page 12");
        delivery.put("acknowledged", true);
        return delivery;
    }
}
