package id.pkh.registry.complementary;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Advocacies as work that waits, and as a file. */
@QuarkusTest
class AdvocacyListsComponentTest extends RegistryComponentTest {

    private Workplace place;
    private Caller facilitator;
    private UUID family;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1));
        family = anotherFamily(1);
    }

    private UUID anotherFamily(int village) {
        UUID another = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(village),
                place.village(village) + "-01",
                another);
        return another;
    }

    private String listed(Caller who, UUID kpm) {
        Map<String, Object> gap = new HashMap<>(Map.of("kpm_id", kpm, "programme", "SEMBAKO"));
        Map<String, Object> status = new HashMap<>(gap);
        status.put("status", "LACKS");
        status.put("effective_on", today().toString());
        status.put("source", "CARD_SEEN");
        who.withNewKey().post("/complementary-statuses", status).statusCode(201);
        return who.withNewKey()
                .post("/advocacies", gap)
                .statusCode(201)
                .extract()
                .path("advocacy_id");
    }

    private static void bulk(Caller who, String act, String advocacy, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("advocacies", List.of(Map.of("advocacy_id", advocacy, "version", version)));
        if (act.equals("proposals")) {
            body.put("period", "2027-01");
        }
        who.post("/advocacies/" + act, body).statusCode(200);
    }

    /** What waits of advocacies: "kind href". */
    private List<String> work(Caller who) {
        return who
                .read("/my-work?village=" + place.village(1))
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(item -> item.get("kind").toString().startsWith("ADVOCACY"))
                .map(item -> item.get("kind") + " " + item.get("href"))
                .toList();
    }

    @Test
    void eachStepWaitsForThosePeopleWhoTakeIt() {
        String advocacy = listed(facilitator, family);
        String path = " /api/v1/advocacies/" + advocacy;
        Caller administrator = place.administrator();
        assertThat(work(facilitator)).containsExactly("ADVOCACY_TO_REPORT" + path);
        assertThat(work(administrator)).isEmpty();

        bulk(facilitator, "reports", advocacy, 1);
        assertThat(work(facilitator)).isEmpty();
        assertThat(work(administrator)).containsExactly("ADVOCACY_TO_PROPOSE" + path);

        bulk(administrator, "proposals", advocacy, 2);
        assertThat(work(administrator)).isEmpty();

        bulk(administrator, "answers", advocacy, 3);
        assertThat(work(facilitator)).containsExactly("ADVOCACY_TO_SETTLE" + path + "/outcome");
        assertThat(work(place.coordinator())).hasSize(1);
        assertThat(work(Caller.facilitator("17.71"))).isEmpty();
    }

    @Test
    void whoListedAFamilyHasNothingToPropose() {
        Caller both =
                Caller.named(
                        "two-roles",
                        List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR),
                        place.subDistrict());
        String advocacy = listed(both, family);
        bulk(both, "reports", advocacy, 1);
        assertThat(work(both)).isEmpty();
        assertThat(work(place.administrator())).hasSize(1);
    }

    @Test
    void theFileHasTheAdvocaciesOfTheListAndNoOthers() {
        String advocacy = listed(facilitator, family);
        String elsewhere = listed(place.coordinator(), anotherFamily(2));

        String file = file(place.coordinator(), "village=" + place.subDistrict());
        assertThat(file.split("\r\n"))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines[0]).startsWith("\uFEFFadvocacy_id;kpm_id;"))
                .satisfies(
                        lines ->
                                assertThat(lines[1])
                                        .startsWith(
                                                advocacy
                                                        + ";"
                                                        + family
                                                        + ";"
                                                        + place.village(1)
                                                        + ";Desa Kerja;SEMBAKO;;LACKS;"
                                                        + today()
                                                        + ";LISTED;;;"));
        assertThat(file(place.coordinator(), "village=" + place.village(2)))
                .contains(elsewhere)
                .doesNotContain(advocacy);
        assertThat(file(place.coordinator(), "state=REPORTED")).doesNotContain(advocacy);
        assertThat(file(place.coordinator(), "kpm_id=" + family)).doesNotContain(elsewhere);
        assertThat(file(Caller.coordinator("17.71"), "programme=SEMBAKO"))
                .doesNotContain(advocacy, elsewhere);
        place.coordinator().get("/advocacies/csv?village=x").statusCode(422);
    }

    /** A subject is a text of another system, and the only one in the file. */
    @Test
    void noProgramComputesWhatStandsInTheFile() {
        listed(Caller.named("=1+1", Roles.FACILITATOR, place.subDistrict()), family);
        assertThat(file(place.coordinator(), "kpm_id=" + family))
                .contains(";'=1+1;", ";Desa Kerja;");
    }

    private static String file(Caller who, String query) {
        return who.get("/advocacies/csv?" + query)
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"advocacies.csv\"")
                .extract()
                .asString();
    }
}
