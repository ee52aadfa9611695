package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimultaneousImportsComponentTest extends RegistryComponentTest {

    private static final String WAITING =
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted";

    private final ExecutorService senders = Executors.newFixedThreadPool(4);

    @AfterEach
    void closesTheSenders() {
        senders.shutdownNow();
    }

    @Test
    void anImportDoesNotWaitForOneOfOtherFamilies() throws Exception {
        String card = TestPeople.card();
        String nik = TestPeople.woman("1985-03-02");
        Api.importing("families", row(card, nik, "17.71.08.1001")).statusCode(201);
        CompletableFuture<JsonPath> first;
        try (Connection held =
                tables.holding("SELECT FROM kpm WHERE id = '" + familyOf(card) + "' FOR UPDATE")) {
            first = sending(row(card, nik, "17.71.08.1002").text());
            awaitWaiting(1);

            Api.importing(
                            "families",
                            row(TestPeople.card(), TestPeople.woman("1990-01-31"), "17.71.08.1002"))
                    .statusCode(201);

            assertThat(first).isNotDone();
            held.rollback();
        }
        assertThat(first.get().getInt("rows_applied")).isEqualTo(1);
    }

    @Test
    void twoListsOfDifferentSendersAreAppliedAtTheSameTime() throws Exception {
        Workplace one = Workplace.another();
        Workplace other = Workplace.another();
        String card = TestPeople.card();
        String nik = TestPeople.woman("1985-03-02");
        Api.importing(one.administrator(), "families", row(card, nik, one.village(1)).text())
                .statusCode(201);
        CompletableFuture<JsonPath> first;
        try (Connection held =
                tables.holding("SELECT FROM kpm WHERE id = '" + familyOf(card) + "' FOR UPDATE")) {
            first =
                    CompletableFuture.supplyAsync(
                            () ->
                                    Api.importing(
                                                    one.administrator(),
                                                    "families",
                                                    row(card, nik, one.village(2)).text())
                                            .extract()
                                            .body()
                                            .jsonPath(),
                            senders);
            awaitWaiting(1);

            Api.importing(
                            other.administrator(),
                            "families",
                            row(TestPeople.card(), TestPeople.woman("1990-01-31"), other.village(1))
                                    .text())
                    .statusCode(201)
                    .body("rows_applied", equalTo(1));

            assertThat(first).isNotDone();
            held.rollback();
        }
        assertThat(first.get().getInt("rows_applied")).isEqualTo(1);
    }

    @Test
    void ofTwoImportsOfTheSameNewFamilyTheSecondDecidesFromWhatTheFirstHasCommitted()
            throws Exception {
        String card = TestPeople.card();
        String nik = TestPeople.woman("1985-03-02");
        CompletableFuture<JsonPath> first;
        CompletableFuture<JsonPath> second;
        try (Connection held =
                tables.holding("SELECT FROM area WHERE code = '17.71.08.1006' FOR UPDATE")) {
            first = sending(row(card, nik, "17.71.08.1006").text());
            awaitWaiting(1); // the family is inserted; whether its village exists is being checked
            second = sending(row(card, nik, "17.71.08.1002").text());
            awaitWaiting(2); // the family card is taken by a transaction that has not ended
            held.rollback();
        }
        assertThat(first.get().getInt("rows_applied")).isEqualTo(1);
        assertThat(second.get().getInt("rows_applied")).isEqualTo(1);
        assertThat(tables.names(familyOf(card)))
                .containsExactly("kpm-registered", "kpm-state", "kpm-moved", "kpm-state");
        assertThat(tables.text("SELECT village_code FROM kpm WHERE id = ?", familyOf(card)))
                .isEqualTo("17.71.08.1002");
    }

    @Test
    void ofTwoImportsThatNameOneCaretakerForTwoFamiliesTheSlowerIsRefused() throws Exception {
        String nik = TestPeople.woman("1985-03-02");
        CompletableFuture<JsonPath> first;
        CompletableFuture<JsonPath> second;
        try (Connection held =
                tables.holding("SELECT FROM area WHERE code = '17.71.08.1006' FOR UPDATE")) {
            first = sending(row(TestPeople.card(), nik, "17.71.08.1006").text());
            awaitWaiting(1);
            second = sending(row(TestPeople.card(), nik, "17.71.08.1002").text());
            second.join(); // it commits the caretaker after the first import has inserted only
            // its family
            held.rollback();
        }
        List<String> codes = new ArrayList<>();
        codes.addAll(codesOf(first.get()));
        codes.addAll(codesOf(second.get()));
        assertThat(codes).containsExactly("NIK_DUPLICATE");
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM family_member WHERE nik_token = ?",
                                nikToken(nik)))
                .isEqualTo(1);
    }

    @Test
    void theSameFamiliesInOppositeOrdersAreEachRegisteredOnce() throws Exception {
        List<String[]> families = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            families.add(
                    new String[] {
                        TestPeople.card(), TestPeople.woman("1985-03-02"), "17.71.08.1003"
                    });
        }
        String forwards = text(families);
        Collections.reverse(families);
        String backwards = text(families);

        List<CompletableFuture<JsonPath>> imports =
                List.of(
                        sending(forwards),
                        sending(backwards),
                        sending(forwards + "\n"),
                        sending(backwards + "\n"));

        int applied = 0;
        int unchanged = 0;
        for (CompletableFuture<JsonPath> answer : imports) {
            applied += answer.get().getInt("rows_applied");
            unchanged += answer.get().getInt("rows_unchanged");
        }
        assertThat(applied).isEqualTo(300);
        assertThat(unchanged).isEqualTo(900);
        for (String[] family : families) {
            assertThat(tables.names(familyOf(family[0])))
                    .containsExactly("kpm-registered", "kpm-state");
        }
    }

    @Test
    void ofTwoImportsOfTheSameNewFacilitatorTheSecondFindsThePersonOnRecord() throws Exception {
        String nik = TestPeople.woman("1985-03-02");
        CompletableFuture<JsonPath> first;
        CompletableFuture<JsonPath> second;
        try (Connection held =
                tables.holding("SELECT FROM area WHERE code = '17.71.08.1006' FOR UPDATE")) {
            first = sending("facilitators", facilitator(nik, "17.71.08.1006"));
            awaitWaiting(1); // the person is inserted; whether the village exists is being checked
            second = sending("facilitators", facilitator(nik, "17.71.08.1007"));
            awaitWaiting(2); // the code is taken by a transaction that has not ended
            held.rollback();
        }
        assertThat(first.get().getInt("rows_applied")).isEqualTo(1);
        assertThat(second.get().getInt("rows_applied")).isEqualTo(1);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM facilitator_assignment a"
                                        + " JOIN facilitator f ON f.id = a.facilitator_id"
                                        + " WHERE f.nik_token = ?",
                                nikToken(nik)))
                .isEqualTo(2);
    }

    private static String facilitator(String nik, String village) {
        return Rows.facilitators()
                .row("PS-SERENTAK", "RINI CONTOH", nik, "PENDAMPING", village, "2031-01-01", "")
                .text();
    }

    private static String text(List<String[]> families) {
        Rows rows = Rows.families();
        families.forEach(family -> rows.row(cells(family[0], family[1], family[2])));
        return rows.text();
    }

    private static Rows row(String card, String nik, String village) {
        return Rows.families().row(cells(card, nik, village));
    }

    private static String[] cells(String card, String nik, String village) {
        return new String[] {
            card, nik, "SITI CONTOH", "", village, "", "BRI", "", "CALON", "2024-01-01"
        };
    }

    private CompletableFuture<JsonPath> sending(String text) {
        return sending("families", text);
    }

    private CompletableFuture<JsonPath> sending(String kind, String text) {
        return CompletableFuture.supplyAsync(
                () -> Api.importing(Api.administrator(), kind, text).extract().body().jsonPath(),
                senders);
    }

    private void awaitWaiting(int transactions) {
        await().atMost(Duration.ofSeconds(30)).until(() -> tables.number(WAITING) >= transactions);
    }

    private static List<String> codesOf(JsonPath answer) {
        List<String> codes = answer.getList("refusals.code");
        return codes == null ? List.of() : codes;
    }
}
