package id.pkh.verification.quarter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two villages, whose pupils go to two schools. */
@QuarkusTest
@OnLocalStack("verification")
class QuarterPreviewComponentTest {

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String near = area + ".1001";
    private final String far = area + ".1002";
    private final String school = World.newSchool();
    private final String otherSchool = World.newSchool();

    @Test
    void schoolsAreMissingForTheVillagesOfWhichNothingWasReported() {
        Family pupil = world.family(near).pupil(school);
        Family candidate = world.family(near).pupil(World.newSchool());
        candidate.status = "CANDIDATE";
        world.register(
                pupil,
                candidate,
                world.family(far).pupil(school),
                world.family(far).pupil(otherSchool));
        preview(area)
                .body("items.kind", contains("SCHOOL", "SCHOOL"))
                .body("items.point_code", contains(school, otherSchool))
                .body("items.village_codes", contains(List.of(near, far), List.of(far)));

        Caller.facilitator(near)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(pupil.first().nik())
                                .text())
                .statusCode(201);

        preview(area)
                .body("items.point_code", contains(school, otherSchool))
                .body("items.village_codes", contains(List.of(far), List.of(far)));
        preview(near).body("items", empty());
        preview(World.newSubDistrict()).body("items", empty());
        Caller.auditor()
                .get("/quarter-closings/preview/counts?quarter=2026-Q1&village=" + area)
                .statusCode(200)
                .body("closes_at", equalTo("2026-04-09T18:00:00Z"))
                .body("areas.area_code", contains(near, far))
                .body("areas.points", contains(1, 2))
                .body("areas.points_missing", contains(0, 2))
                .body("areas.villages_missing", contains(0, 1));
    }

    @Test
    void aHealthServiceThatReportedBeforeIsMissingInTheNextQuarter() {
        Family infant = world.family(near).infant();
        world.register(infant, world.family(near).pupil(school));
        String point = "P" + school;
        Caller.facilitator(near)
                .send(
                        "/sheets/health-visits",
                        FormText.health(point, 2026, 1)
                                .patient(infant.first().nik(), "1", "1", "1")
                                .text())
                .statusCode(201);

        preview(area).body("items.point_code", contains(school));
        Caller caller = Caller.facilitator(area);
        caller.get("/quarter-closings/preview?quarter=2026-Q2")
                .body("items.kind", contains("SCHOOL", "HEALTH"))
                .body("items.point_code", contains(school, point));
        String next =
                caller.get("/quarter-closings/preview?quarter=2026-Q2&limit=1")
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        caller.get("/quarter-closings/preview?quarter=2026-Q2&after=" + next)
                .body("items.point_code", contains(point));
    }

    @Test
    void aQuarterThatIsNoneIsRefused() {
        for (String query : List.of("?quarter=2026", "?quarter=1999-Q1")) {
            Caller.auditor()
                    .get("/quarter-closings/preview" + query)
                    .statusCode(400)
                    .body("code", equalTo("INVALID_PARAMETER"));
        }
        Caller.auditor().get("/quarter-closings/preview?limit=1").statusCode(200);
    }

    private static ValidatableResponse preview(String area) {
        return Caller.facilitator(area)
                .get("/quarter-closings/preview?quarter=2026-Q1")
                .statusCode(200);
    }
}
