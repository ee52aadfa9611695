package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a social service, from the file to the closing and to what is missing. */
@QuarkusTest
@OnLocalStack("verification")
class SocialFormComponentTest {

    private static final String PATH = "/sheets/social-care";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String near = area + ".1001";
    private final String far = area + ".1002";
    private final String point = "LKS" + World.newSchool();
    private final Caller facilitator = Caller.facilitator(area);
    private Family family;
    private Family other;

    @BeforeEach
    void registerFamilies() {
        family = world.family(near).elder().infant();
        other = world.family(far).person("SEVERE_DISABILITY", null, null);
        world.register(family, other);
    }

    @Test
    void is_received_once_and_counts_for_the_year() {
        String form =
                FormText.social(point, 2025, 4)
                        .patient(family.first().nik(), "", "1", "TUTUP")
                        .text();
        facilitator
                .send(PATH, form)
                .statusCode(201)
                .body("kind", equalTo("social-care"))
                .body("rows_applied", equalTo(1))
                .body("details.service_point", equalTo(point));
        facilitator.send(PATH, form).statusCode(200).body("status", equalTo("ALREADY_RECEIVED"));
        assertThat(
                        rows.texts(
                                "SELECT kind || ' ' || month || ' ' || visits || ' ' || is_closed FROM standing_line"
                                        + " WHERE kpm_id = ? ORDER BY month",
                                family.kpmId))
                .containsExactly("SOCIAL 2025-11-01 1 false", "SOCIAL 2025-12-01 0 true");
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2025-Q4", "area_code", area))
                .statusCode(201);
        Caller.auditor()
                .get("/commitments?kpm=" + family.kpmId)
                .body("items[0].members.find { it.component == 'ELDERLY' }.result", equalTo("MET"));
    }

    @Test
    void coverage_shows_what_the_social_service_still_owes() {
        facilitator
                .send(
                        PATH,
                        FormText.social(point, 2025, 4)
                                .patient(family.first().nik(), "", "1", "")
                                .patient(other.first().nik(), "", "", "")
                                .text())
                .statusCode(201);
        facilitator
                .get("/evidence-coverage?quarter=2025-Q4&level=SOCIAL_SERVICE")
                .statusCode(200)
                .body("items.code", contains(point))
                .body("items.members", contains(2))
                .body("items.complete_members", contains(1))
                .body("items[0].not_reported", empty());
        facilitator
                .get("/evidence-coverage?quarter=2026-Q1&level=VILLAGE")
                .body("items.code", contains(near, far))
                .body("items[0].not_reported", contains(point));
        facilitator
                .get("/quarter-closings/preview?quarter=2026-Q1")
                .statusCode(200)
                .body("items.kind", hasItem("SOCIAL"));
        facilitator
                .get("/quarter-closings/preview?quarter=2026-Q1&limit=1")
                .body("items.kind", contains("SOCIAL"))
                .body("next", nullValue());
    }

    @Test
    void a_person_of_another_component_is_refused() {
        facilitator
                .send(
                        PATH,
                        FormText.social(point, 2026, 1)
                                .patient(family.people.get(1).nik(), "1", "", "")
                                .text())
                .statusCode(422)
                .body("refusals[0].code", equalTo("COMPONENT_IS_NOT_SOCIAL"));
    }

    @Test
    void words_for_care_and_other_forms_are_refused() {
        facilitator
                .send(
                        PATH,
                        FormText.social(point, 2026, 1)
                                .patient(family.first().nik(), "1 ANC", "1.5", "1")
                                .text())
                .statusCode(201)
                .body("refusals.code", contains("VISITS_UNREADABLE", "VISITS_UNREADABLE"))
                .body("refusals[0].expected", equalTo("0 - 31, TUTUP"));
        facilitator
                .send(PATH, FormText.health(point, 2026, 1).patient(family.first().nik()).text())
                .statusCode(422)
                .body("code", equalTo("FORM_OF_OTHER_KIND"));
        facilitator
                .send(PATH, "a;b;c\n1;2;3\n")
                .statusCode(422)
                .body("code", equalTo("FORM_NOT_A_SOCIAL_FORM"));
    }
}
