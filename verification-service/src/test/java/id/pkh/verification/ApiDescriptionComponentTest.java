package id.pkh.verification;

import static id.pkh.verification.support.World.held;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Drafts;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.SchoolLinkExamples;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
    private static final String UNMATCHED = PREFIX + "aa6f8b0a2e01";
    private static final String MATCHED = PREFIX + "aa6f8b0a2e02";
    private static final String POLICY_DRAFT = PREFIX + "3c5e7a9b1d22";
    private static final String REPLAY = PREFIX + "3c5e7a9b1d21";
    private static final String TAKEN = PREFIX + "ab4c6e8f2f53";
    private static final String DRAFT = PREFIX + "de7f9a1c5281";
    private static final String DRAFT_TO_WITHDRAW = PREFIX + "de7f9a1c5282";
    private static final String PROPOSED = PREFIX + "f09b1c3e74a1";
    private static final String PROPOSING = PREFIX + "5b9e0d4f2a04";
    private static final String HASH =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
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
        Family family = world.family(village).pupil(school).infant().elder();
        Family appealing = world.family(village);
        Family suspended = world.family(village);
        Family decided = world.family(village);
        Family drafted = world.family(village);
        Family redrafted = world.family(village);
        Family proposed = world.family(village);
        Family proposing = world.family(village);
        world.register(
                family, appealing, suspended, decided, drafted, redrafted, proposed, proposing);
        threeAbsences(family, appealing, suspended, decided, drafted, redrafted);

        Map<String, String> actual = new HashMap<>(OperatorsExamples.provide(rows));
        actual.put("17.71.08", area);
        actual.put("10702026", school);
        actual.put("PKM-1771-08", "PKM-" + school);
        actual.put("1771081205160011", family.people.get(0).nik());
        actual.put("1771081506240012", family.people.get(1).nik());
        actual.put("LKS-1771-08", "LKS-" + school);
        actual.put("1771081506500012", family.people.get(2).nik());
        actual.put(WARNING, step(family, "2026-02").toString());
        actual.put(PROPOSAL, step(family, "2026-03").toString());
        actual.put(APPEAL, appealOf(appealing));
        actual.put(DECISION, suspensionOf(suspended));
        world.tell(held(UUID.randomUUID(), "2026-04", Map.of(suspended.kpmId, "PRESENT")), 1);
        actual.put(TAKEN, Deciding.suspend(step(decided, "2026-03")));
        JsonPath draft = draftOf(drafted);
        actual.put(DRAFT, draft.getString("draft_id"));
        actual.put(HASH, draft.getString("hash"));
        actual.put(DRAFT_TO_WITHDRAW, draftOf(redrafted).getString("draft_id"));
        actual.put(PROPOSED, proposalOf(proposed));
        actual.put(PROPOSING, proposing.kpmId.toString());
        actual.put(EXEMPTION, exemption());
        actual.put(CLOSING, closing());
        actual.putAll(contradiction());
        actual.putAll(unmatched());
        actual.putAll(SchoolLinkExamples.provide(world, area, village));
        published();
        policies(actual);
        return actual;
    }

    private void published() {
        rows.execute(
                "INSERT INTO published_period (period, threshold, counted_at) VALUES ('2026-Q1', 5, now())"
                        + " ON CONFLICT DO NOTHING");
        rows.execute(
                "INSERT INTO published_count (period, area_code, status, families)"
                        + " VALUES ('2026-Q1', ?, 'TOTAL', 203), ('2026-Q1', ?, 'MET', NULL)",
                area,
                area);
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
                        "EXEMPTIONS-2028",
                        "QUARTERS-2028",
                        "NOTICES-2028",
                        "STATISTICS-2028"));
        String version = Drafts.enter("sanction-ladders", Drafts.ladder("2028-01-01").toString());
        actual.put(POLICY_DRAFT, version);
        actual.put(REPLAY, Drafts.replay(version, "2026-Q1", "2026-Q1", area));
    }

    /** Only the person who made a proposal withdraws it. */
    @Override
    protected Caller callerOf(String operationId, List<String> roles) {
        return operationId.equals("withdrawMembershipProposal")
                ? Caller.facilitator("*")
                : super.callerOf(operationId, roles);
    }

    private JsonPath draftOf(Family family) {
        return Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", step(family, "2026-03")))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String proposalOf(Family family) {
        return Caller.facilitator(area)
                .post(
                        "/membership-proposals",
                        Map.of(
                                "kpm_id", family.kpmId,
                                "kind", "GRADUATE",
                                "reason_code", "INCOME_IMPROVED",
                                "evidence_reference", "Visit report",
                                "effective_on", "2026-10-01"))
                .statusCode(201)
                .extract()
                .path("proposal_id");
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
        String decision = Deciding.suspend(step(family, "2026-03"));
        Deciding.attempt(area, "/decisions/" + decision, Deciding.delivery(TODAY)).statusCode(201);
        return decision;
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

    /** A row that waits, and one that was settled. */
    private Map<String, String> unmatched() {
        String school = World.newSchool();
        Family waiting = world.family(village).pupil(school, "0161110001");
        Family settled = world.family(village).pupil(school, "0162220002");
        world.register(waiting, settled);
        Caller.named("coordinator-9", "COORDINATOR", area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupilByKeys("", "0161110009", "1;0;0;19;95")
                                .pupilByKeys("", "0162220009", "1;0;0;19;95")
                                .text())
                .statusCode(422);
        String matched = unmatched(settled);
        Caller.named("facilitator-9", "FACILITATOR", area)
                .post(
                        "/unmatched-pupils/" + matched + "/settlement",
                        Map.of("member_id", settled.first().memberId(), "reason", "compared"))
                .statusCode(200);
        return Map.of(
                "10702347",
                school,
                UNMATCHED,
                unmatched(waiting),
                MATCHED,
                matched,
                "01980a10-0000-7000-8000-000000000004",
                waiting.first().memberId().toString());
    }

    private String unmatched(Family family) {
        return rows.text("SELECT row_id FROM unmatched_pupil_side WHERE kpm_id = ?", family.kpmId);
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
