package id.pkh.disbursement.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bank's report is about families of the whole country; a caller reads of the own areas only. */
@QuarkusTest
class ReportAreasComponentTest extends BankComponentTest {

    private String reportOnTwoVillages() {
        UUID here = familyAt("BRI");
        UUID elsewhere = UUID.randomUUID();
        tell(FactEvents.familyIn(elsewhere, "ACTIVE", FactEvents.OTHER_VILLAGE, "BRI", "SD"), 1);
        StubRegistry.knows(elsewhere, "BRI", "ANI", "001234567890125");
        sentBatch();
        return BankApi.report(
                        "BRI",
                        Pain002.answering("PKH-2026T2-BRI-001")
                                .line(paymentOf(here), "ACCC")
                                .line(paymentOf(elsewhere), "ACSC")
                                .line(UUID.randomUUID().toString(), "ACSP")
                                .bytes())
                .statusCode(201)
                .extract()
                .path("report_id");
    }

    @Test
    void linesAreShownWithinTheCallersAreasAndFiguresToCallersWithAllAreas() {
        String report = reportOnTwoVillages();
        String lines = "/bank-reports/" + report + "/lines";

        Caller.officer().get(lines).body("items.status_code", contains("ACCC", "ACSC", "ACSP"));
        Caller.ofBank("BRI").get(lines).body("items", hasSize(3));
        Caller.ofBank("BNI").get(lines).statusCode(404);
        Caller.administrator(FactEvents.VILLAGE)
                .get(lines)
                .statusCode(200)
                .body("items.status_code", contains("ACCC"));
        Caller.named("a", Roles.DATA_ADMINISTRATOR, FactEvents.VILLAGE, FactEvents.OTHER_VILLAGE)
                .get(lines)
                .body("items.status_code", containsInAnyOrder("ACCC", "ACSC"));
        Caller.administrator("31").get(lines).statusCode(200).body("items", hasSize(0));
        Caller.named("a", Roles.DATA_ADMINISTRATOR).get(lines).body("items", hasSize(0));

        for (String path : new String[] {"/bank-reports", "/bank-reports/" + report}) {
            Caller.auditor().get(path).statusCode(200);
            Caller.ofBank("BRI").get(path).statusCode(200);
            Caller.administrator("17")
                    .get(path)
                    .statusCode(403)
                    .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        }
        Caller.officer()
                .get("/bank-reports?status=NONSENSE")
                .statusCode(422)
                .body("code", equalTo("REPORT_STATUS_UNKNOWN"));
    }
}
