package id.pkh.registry.figure;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.figures.FigureSource;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.complaint.ComplaintApi;
import id.pkh.registry.dataupdate.DataUpdateApi;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the field did in a month is counted; a complaint that began above it is not. */
@QuarkusTest
class FiguresComponentTest extends RegistryComponentTest {

    @Inject @All List<FigureSource> sources;

    private Workplace place;
    private Caller facilitator;

    @BeforeEach
    void aVillage() {
        place = Workplace.another();
        facilitator = Caller.named("facilitator-9", Roles.FACILITATOR, place.village(1));
    }

    @Test
    void visitsAndUpdatesOfTheMonthAreCounted() {
        String month = YearMonth.from(today()).toString();
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
        String first = visited("/home-visits", family);
        visited("/home-visits/" + first + "/corrections", family);
        DataUpdateApi.submit(
                        facilitator,
                        family,
                        Map.of(
                                "kind", "TELEPHONE_CHANGED",
                                "effective_on", today().toString(),
                                "telephone", "+6281200000001"))
                .statusCode(201);
        ComplaintApi.lodged(facilitator, ComplaintApi.lodging(family, "CARD_LOST"));
        ComplaintApi.lodged(facilitator, ComplaintApi.lodging(family, "AID_SHORT"));
        facilitator
                .withNewKey()
                .post(
                        "/complementary-statuses",
                        Map.of(
                                "kpm_id", family,
                                "programme", "SEMBAKO",
                                "status", "LACKS",
                                "effective_on", today().toString(),
                                "source", "CARD_SEEN"))
                .statusCode(201);
        facilitator
                .withNewKey()
                .post("/advocacies", Map.of("kpm_id", family, "programme", "SEMBAKO"))
                .statusCode(201);

        tables.execute(
                "INSERT INTO graduation (graduation_id, kpm_id, type, reason, welfare_category, ppse,"
                        + " year_joined, household_size, visit_id, effective_on, policy_code, state,"
                        + " version, proposed_by, proposed_at) VALUES (gen_random_uuid(), ?,"
                        + " 'NATURAL', 'LAST_COMPONENT_ENDED', 'PROSPEROUS', 'NONE', 2019, 4,"
                        + " ?::uuid, current_date, 'GRADUATION-2026', 'PROPOSED', 1,"
                        + " 'facilitator-9', now())",
                family,
                first);

        Map<String, Long> expected =
                Map.of(
                        "GRADUATIONS PROPOSED", 1L,
                        "COMPLAINTS OPEN", 1L,
                        "COMPLEMENTARY_LACKING SEMBAKO", 1L,
                        "ADVOCACIES LISTED", 1L,
                        "REGISTERED_FAMILIES ACTIVE", 1L,
                        "HOME_VISITS DATA", 1L,
                        "DATA_UPDATES SUBMITTED", 1L);
        assertThat(Figures.of(facilitator, month, place.village(1))).isEqualTo(expected);
        assertThat(Figures.of(facilitator, month, "GROUP", place.village(1)))
                .isEqualTo(Map.of(place.village(1) + "-01", expected));
        assertThat(Figures.of(facilitator, "2020-01", place.village(1))).isEmpty();
    }

    @Test
    void thePageOfTheRulesNamesEveryFigure() {
        assertThat(sources.stream().flatMap(source -> source.figures().stream()))
                .containsExactlyInAnyOrderElementsOf(Figures.ofPage("registry"));
    }

    private String visited(String path, UUID family) {
        Map<String, Object> visit =
                Map.of(
                        "kpm_id",
                        family,
                        "visited_on",
                        today().toString(),
                        "purpose",
                        "DATA",
                        "findings",
                        List.of("NOBODY_MET"));
        return facilitator
                .withNewKey()
                .post(path, visit)
                .statusCode(201)
                .extract()
                .path("visit_id");
    }
}
