package id.pkh.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentListComponentTest extends DisbursementComponentTest {

    private static final String[] VILLAGES = {
        "17.71.08.1001", "17.71.08.1002", "17.71.09.1001", "18.01.01.2001"
    };

    @Test
    void filtersByStatusVillageWarningAndFamily() {
        UUID here = family("17.71.08.1001", "SD");
        UUID there = family("17.71.08.1002", "SMA");
        tell(FactEvents.decision(there, UUID.randomUUID(), "HOLD"), 1);
        tell(FactEvents.warning(here, UUID.randomUUID(), "P2K2_ABSENCE"), 1);
        calculated();

        items("?status=HELD", there);
        items("?status=PAYABLE", here);
        items("?status=FORFEITED");
        items("?village=17.71.08.1001", here);
        items("?village=17.71.08", here, there);
        items("?warned=true", here);
        items("?warned=false", there);
        items("?kpm=" + here, here);
        items("?kpm=" + UUID.randomUUID());
        items("?status=HELD&village=17.71.08.1001");
        Caller.officer()
                .get("/cycles/2026-T2/payments?status=PAID")
                .statusCode(422)
                .body("code", equalTo("STATUS_UNKNOWN"));
        Caller.officer()
                .get("/cycles/2026-T2/payments?village=17.71.8")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"))
                .body("area_code", equalTo("17.71.8"));
    }

    @Test
    void showsOnlyTheCallersAreas() {
        UUID one = family("17.71.08.1001", "SD");
        UUID two = family("17.71.08.1002", "SD");
        UUID three = family("17.71.09.1001", "SD");
        UUID far = family("18.01.01.2001", "SD");
        family("17.71.08.1002");
        calculated();

        seenBy(List.of("17.71.08.1001"), one);
        seenBy(List.of("17.71.08.1001", "18.01"), one, far);
        seenBy(List.of("17.71.08"), one, two);
        seenBy(List.of("17.71"), one, two, three);
        seenBy(List.of("*"), one, two, three, far);
        seenBy(List.of());
        Caller.as(Roles.FACILITATOR, "17.71.08.1001")
                .get("/cycles/2026-T2/payments?kpm=" + two)
                .statusCode(200)
                .body("items", empty());
        Caller.as(Roles.COORDINATOR, "17.71.08")
                .get("/cycles/2026-T2/summary")
                .body("payable_payments", equalTo(2))
                .body("not_eligible_families", equalTo(1));
        Caller.as(Roles.FACILITATOR, "17.71.08.1001")
                .get("/cycles/2026-T2/summary")
                .body("payable_payments", equalTo(1))
                .body("not_eligible_families", equalTo(0));
    }

    @Test
    void aPaymentWithItsHistoryIsShownOnlyInItsArea() {
        family("17.71.08.1001", "SD");
        calculated();
        String id = Api.payments("2026-T2", "").extract().path("items[0].payment_id");

        Caller.as(Roles.FACILITATOR, "17.71.08.1001")
                .get("/payments/" + id)
                .statusCode(200)
                .body("payment.amount_idr", equalTo(225_000))
                .body("history.new_status", contains("PAYABLE"))
                .body("history.cause", contains("CALCULATION"));
        Caller.as(Roles.FACILITATOR, "17.71.08.1002").get("/payments/" + id).statusCode(404);
        Caller.officer().get("/payments/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void listsAllPaymentsPageByPageAndTheSumsMatch() {
        int families = 31;
        List<UUID> told = new ArrayList<>();
        for (int i = 0; i < families; i++) {
            UUID kpm = UUID.randomUUID();
            UUID decision = UUID.randomUUID();
            told.add(
                    events.publish(
                            FactEvents.familyIn(
                                    kpm,
                                    "ACTIVE",
                                    VILLAGES[i % VILLAGES.length],
                                    "BRI",
                                    i % 3 == 0 ? "SD" : "SMA"),
                            1));
            if (i % 4 == 1) {
                told.add(events.publish(FactEvents.decision(kpm, decision, "HOLD"), 1));
            } else if (i % 9 == 2) {
                told.add(events.publish(FactEvents.decision(kpm, decision, "FORFEIT"), 1));
            }
        }
        told.forEach(arrivals::awaitApplied);
        calculated();

        Map<String, Long> sums = new HashMap<>();
        List<String> places = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            JsonPath page =
                    Api.payments("2026-T2", "?limit=7" + (next == null ? "" : "&after=" + next))
                            .extract()
                            .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            for (Map<String, Object> item : items) {
                sums.merge(
                        (String) item.get("status"),
                        ((Number) item.get("amount_idr")).longValue(),
                        Long::sum);
                sums.merge(item.get("status") + " payments", 1L, Long::sum);
                places.add(item.get("village_code") + " " + item.get("kpm_id"));
            }
            next = page.getString("next");
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(5);
        assertThat(places).hasSize(families).isSorted().doesNotHaveDuplicates();
        JsonPath summary = Api.summary("2026-T2").extract().jsonPath();
        assertThat(summary.getLong("payable_idr")).isEqualTo(sums.get("PAYABLE"));
        assertThat(summary.getLong("held_idr")).isEqualTo(sums.get("HELD"));
        assertThat(summary.getLong("forfeited_idr")).isEqualTo(sums.get("FORFEITED"));
        assertThat(summary.getLong("payable_payments")).isEqualTo(sums.get("PAYABLE payments"));
        assertThat(summary.getLong("held_payments")).isEqualTo(sums.get("HELD payments"));
        assertThat(summary.getLong("forfeited_payments")).isEqualTo(sums.get("FORFEITED payments"));
    }

    @Test
    void anInvalidCursorOrLimitIsRefused() {
        calculated();

        for (String query : new String[] {"?limit=0", "?limit=501", "?limit=x", "?after=x"}) {
            Caller.officer().get("/cycles/2026-T2/payments" + query).statusCode(400);
        }
    }

    private UUID family(String village, String... components) {
        UUID kpm = UUID.randomUUID();
        tell(FactEvents.familyIn(kpm, "ACTIVE", village, "BRI", components), 1);
        return kpm;
    }

    private void calculated() {
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
    }

    private static void items(String query, UUID... families) {
        Api.payments("2026-T2", query)
                .body("items", hasSize(families.length))
                .body(
                        "items.kpm_id",
                        containsInAnyOrder(
                                List.of(families).stream().map(UUID::toString).toArray()));
    }

    private static void seenBy(List<String> areas, UUID... families) {
        List<String> seen =
                Caller.as(Roles.COORDINATOR, areas.toArray(String[]::new))
                        .get("/cycles/2026-T2/payments")
                        .statusCode(200)
                        .extract()
                        .path("items.kpm_id");
        assertThat(new HashSet<>(seen))
                .isEqualTo(new HashSet<>(List.of(families).stream().map(UUID::toString).toList()));
    }
}
