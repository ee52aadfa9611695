package id.pkh.verification;

import static id.pkh.verification.support.World.held;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.support.Drafts;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
@OnLocalStack("verification")
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final String WARNING = PREFIX + "8f2a4c6e0d31";
    private static final String PROPOSAL = PREFIX + "8f2a4c6e0d32";
    private static final String APPEAL = PREFIX + "9a3b5d7f1e41";
    private static final String DECISION = PREFIX + "ab4c6e8f2f51";
    private static final String EXEMPTION = PREFIX + "bc5d7f9a3061";
    private static final String CLOSING = PREFIX + "cd6e8f0b4171";
    private static final String CONTRADICTION = PREFIX + "c11a2b3c4d51";
    private static final String FORM_OF_A_LINE = PREFIX + "f0a1b2c3d402";
    private static final String DRAFT = PREFIX + "3c5e7a9b1d22";
    private static final String REPLAY = PREFIX + "3c5e7a9b1d21";
    private static final String CAUSE = "GROUP_MEETING_ABSENCE";

    @Inject World world;
    @Inject MovableClock clock;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";

    ApiDescriptionComponentTest() {
        super("verification-service");
    }

    @AfterEach
    void clockBack() {
        PolicyExamples.end(rows);
        clock.reset();
    }

    @Override
    protected Map<String, String> provide() {
        clock.setTo("2026-07-10");
        String school = World.newSchool();
        Family family = world.family(village).pupil(school).infant();
        Family appealing = world.family(village);
        Family suspended = world.family(village);
        world.register(family, appealing, suspended);
        threeAbsences(family, appealing, suspended);

        Map<String, String> actual = new HashMap<>(OperatorsExamples.provide(rows));
        actual.put("17.71.08", area);
        actual.put("10702026", school);
        actual.put("PKM-1771-08", "PKM-" + school);
        actual.put("1771081205160011", family.people.get(0).nik());
        actual.put("1771081506240012", family.people.get(1).nik());
        actual.put(WARNING, step(family, "2026-02").toString());
        actual.put(PROPOSAL, step(family, "2026-03").toString());
        actual.put(APPEAL, appealOf(appealing));
        actual.put(DECISION, suspensionOf(suspended));
        actual.put(EXEMPTION, exemption());
        actual.put(CLOSING, closing());
        actual.putAll(contradiction());
        policies(actual);
        return actual;
    }

    private void policies(Map<String, String> actual) {
        actual.putAll(
                PolicyExamples.provide(
                        rows,
                        "EXEMPTION_REASONS",
                        "{\"policy_code\":\"CODE\",\"valid_from\":\"DAY\",\"legal_basis\":\"an example\",\"reasons\":"
                                + "[{\"reason_code\":\"DISASTER\",\"scopes\":[\"KPM\"],\"description\":\"Bencana\"}]}",
                        "LADDER-2028",
                        "COMMITMENTS-2028",
                        "EXEMPTIONS-2028"));
        String version = Drafts.enter("sanction-ladders", Drafts.ladder("2028-01-01").toString());
        actual.put(DRAFT, version);
        actual.put(REPLAY, Drafts.replay(version, "2026-Q1", "2026-Q1", area));
    }

    private void threeAbsences(Family... families) {
        UUID group = UUID.randomUUID();
        Map<UUID, String> marks = new HashMap<>();
        for (Family family : families) {
            marks.put(family.kpmId, "ABSENT");
        }
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, marks), month);
        }
    }

    private UUID step(Family family, String month) {
        return world.standingStep(family.kpmId, month, CAUSE);
    }

    private String appealOf(Family family) {
        String step = step(family, "2026-02").toString();
        return Caller.named("facilitator-9", "FACILITATOR", area)
                .post("/appeals", Map.of("step_id", step, "statement", "she was there"))
                .statusCode(201)
                .extract()
                .path("appeal_id");
    }

    private String suspensionOf(Family family) {
        return Caller.officer("officer-9")
                .post(
                        "/sanction-steps/" + step(family, "2026-03") + "/decision",
                        Map.of("decision", "SUSPEND", "effect", "HOLD", "reason", "no excuse"))
                .statusCode(201)
                .extract()
                .path("decision_id");
    }

    private String exemption() {
        return Caller.coordinator(area)
                .post(
                        "/exemptions",
                        Map.of(
                                "scope", "AREA",
                                "scope_code", village,
                                "from", "2026-06-01",
                                "until", "2026-06-30",
                                "reason_code", "DISASTER",
                                "legal_basis", "decree of the regent"))
                .statusCode(201)
                .extract()
                .path("exemption_id");
    }

    private String closing() {
        return Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2025-Q4", "area_code", area))
                .statusCode(201)
                .extract()
                .path("closing_id");
    }

    private Map<String, String> contradiction() {
        String school = World.newSchool();
        Family family = world.family(village).pupil(school);
        world.register(family);
        String nik = family.first().nik();
        String path = "/sheets/school-attendance";
        Caller.named("facilitator-9", "FACILITATOR", area)
                .send(path, FormText.school(school, 2026, 1).pupilBelow(nik).text())
                .statusCode(201);
        String form =
                Caller.named("coordinator-9", "COORDINATOR", area)
                        .send(path, FormText.school(school, 2026, 1).pupilAlwaysThere(nik).text())
                        .statusCode(201)
                        .extract()
                        .path("details.form_id");
        return Map.of(
                CONTRADICTION,
                rows.texts(
                                "SELECT contradiction_id FROM evidence_contradiction WHERE kpm_id = ?",
                                family.kpmId)
                        .get(0),
                FORM_OF_A_LINE,
                form);
    }
}
