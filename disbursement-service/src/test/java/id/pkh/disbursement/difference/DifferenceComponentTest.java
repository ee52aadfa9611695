package id.pkh.disbursement.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer sees before a list is sealed: who is paid otherwise than before. */
@QuarkusTest
class DifferenceComponentTest extends DisbursementComponentTest {

    private static final String HERE = "17.71.08.1001";
    private static final String FAR = "18.01.01.2001";
    private static final String PATH = "/cycles/2026-T3/differences";

    private UUID same;
    private UUID fresh;
    private UUID larger;
    private UUID held;
    private UUID gone;
    private UUID moved;

    @BeforeEach
    void twoCycles() {
        same = familyIn(HERE, 1, "SD");
        larger = familyIn(HERE, 1, "SD");
        held = familyIn(HERE, 1, "SD");
        gone = familyIn(FAR, 1, "SD");
        moved = familyIn(FAR, 1, "SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        Api.seal("2026-T2").statusCode(200);

        fresh = familyIn(HERE, 1, "SMP");
        state(larger, HERE, 2, "SMP");
        tell(FactEvents.familyIn(gone, "MOVED", FAR, "BRI", "SD"), 2);
        state(moved, HERE, 2, "SD");
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate("2026-T3").statusCode(200);
        tell(FactEvents.decision(held, UUID.randomUUID(), "HOLD"), 2);
    }

    private UUID familyIn(String village, long sequence, String... components) {
        UUID kpm = UUID.randomUUID();
        state(kpm, village, sequence, components);
        return kpm;
    }

    private void state(UUID kpm, String village, long sequence, String... components) {
        tell(FactEvents.familyIn(kpm, "ACTIVE", village, "BRI", components), sequence);
    }

    @Test
    void listsEveryFamilyThatIsPaidOtherwiseWithTheCauses() {
        Map<String, String> seen = kinds(Caller.officer(), "");
        assertThat(seen)
                .containsEntry(fresh.toString(), "NEW [NOT_IN_FORMER_CYCLE] 0 375000")
                .containsEntry(gone.toString(), "GONE [NOT_ACTIVE] 225000 0")
                .containsEntry(held.toString(), "WITHHELD [SUSPENSION_DECIDED] 225000 0")
                .doesNotContainKeys(same.toString(), moved.toString());
        assertThat(seen.get(larger.toString())).startsWith("MORE [").endsWith(" 225000 375000");
        assertThat(seen).hasSize(4);
        assertThat(kinds(Caller.officer(), "?kind=SAME"))
                .containsOnlyKeys(same.toString(), moved.toString());
        Caller.officer()
                .in("id")
                .get(PATH + "?kind=GONE")
                .statusCode(200)
                .body("items.payment_id", contains(nullValue()))
                .body("items.village_code", contains(FAR))
                .body("items[0].causes.text", contains("keluarga bukan peserta program"));
    }

    @Test
    void theSummaryIsWhatTheListAddsUpTo() {
        JsonPath summary = Caller.officer().read(PATH + "/summary");
        assertThat(summary.getString("former_cycle_code")).isEqualTo("2026-T2");
        Map<String, Long> summed = new HashMap<>();
        List<Map<String, Object>> kinds = summary.getList("kinds");
        kinds.forEach(
                kind ->
                        summed.put(
                                (String) kind.get("kind"),
                                ((Number) kind.get("families")).longValue()));
        Map<String, Long> listed = new HashMap<>();
        for (String query : List.of("", "?kind=SAME")) {
            kinds(Caller.officer(), query)
                    .values()
                    .forEach(text -> listed.merge(text.split(" ")[0], 1L, Long::sum));
        }
        assertThat(summed).isEqualTo(listed);
        assertThat(summary.getLong("kinds.find { it.kind == 'GONE' }.former_idr"))
                .isEqualTo(225_000);
    }

    @Test
    void callersSeeTheFamiliesOfTheirAreasPageByPage() {
        assertThat(kinds(Caller.facilitator(FAR), "")).containsOnlyKeys(gone.toString());
        assertThat(kinds(Caller.officer(), "?village=" + FAR)).containsOnlyKeys(gone.toString());
        Caller.facilitator(FAR)
                .get(PATH + "/summary")
                .statusCode(200)
                .body("kinds.kind", contains("GONE"));
        assertThat(kinds(Caller.as(Roles.FACILITATOR), "")).isEmpty();

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            JsonPath page =
                    Caller.officer()
                            .read(PATH + "?limit=1" + (next == null ? "" : "&after=" + next));
            seen.addAll(page.getList("items.kpm_id"));
            next = page.getString("next");
        } while (next != null);
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        fresh.toString(), larger.toString(), held.toString(), gone.toString());
    }

    @Test
    void refusesACycleWithoutOneBeforeAndUnknownKinds() {
        Caller.officer()
                .get("/cycles/2026-T2/differences")
                .statusCode(409)
                .body("code", equalTo("CYCLE_IS_FIRST"));
        Caller.officer().get("/cycles/2026-T2/differences/summary").statusCode(409);
        Caller.officer().get("/cycles/2031-T1/differences").statusCode(404);
        Caller.officer()
                .get(PATH + "?kind=OTHER")
                .statusCode(422)
                .body("code", equalTo("DIFFERENCE_KIND_UNKNOWN"));
        Caller.ofBank("BRI").get(PATH).statusCode(403);
        Caller.officer().get(PATH + "?kind=RESUMED").statusCode(200).body("items", hasSize(0));
    }

    private static Map<String, String> kinds(Caller caller, String query) {
        Map<String, String> kinds = new HashMap<>();
        List<Map<String, Object>> items = caller.read(PATH + query).getList("items");
        for (Map<String, Object> item : items) {
            List<?> causes = (List<?>) item.get("causes");
            kinds.put(
                    (String) item.get("kpm_id"),
                    item.get("kind")
                            + " "
                            + causes.stream().map(cause -> ((Map<?, ?>) cause).get("code")).toList()
                            + " "
                            + item.get("former_idr")
                            + " "
                            + item.get("present_idr"));
        }
        return kinds;
    }
}
