package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Xsd;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchFileComponentTest extends BankComponentTest {

    @Test
    void anApprovedBatchIsAFileThatTheSchemaAccepts() throws Exception {
        UUID kpm = familyWith("BRI", "NUR'AINI <SITI> & ÉLOK", "001234567890123");
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.file(Caller.ofBank("BRI"), batch)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("BATCH_NOT_APPROVED"));
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);

        byte[] file = fetched(batch);

        Xsd.validate("pain.001.001.09", file);
        XmlPath xml = new XmlPath(new String(file, StandardCharsets.UTF_8));
        String all = "Document.CstmrCdtTrfInitn.";
        assertThat(xml.getString(all + "GrpHdr.MsgId")).isEqualTo("PKH-2026T2-BRI-001");
        assertThat(xml.getString(all + "GrpHdr.CreDtTm")).endsWith("+07:00");
        for (String part : new String[] {"GrpHdr.", "PmtInf."}) {
            assertThat(xml.getInt(all + part + "NbOfTxs")).isEqualTo(2);
            assertThat(xml.getString(all + part + "CtrlSum")).isEqualTo("450000.00");
        }
        assertThat(xml.getString(all + "PmtInf.DbtrAcct.Id.Othr.Id")).isEqualTo("001700000001301");
        String tx =
                all
                        + "PmtInf.CdtTrfTxInf.find { it.PmtId.EndToEndId == '"
                        + paymentOf(kpm).replace("-", "")
                        + "' }.";
        assertThat(xml.getString(tx + "Cdtr.Nm")).isEqualTo("NUR'AINI <SITI> & ÉLOK");
        assertThat(xml.getString(tx + "CdtrAcct.Id.Othr.Id")).isEqualTo("001234567890123");
        assertThat(xml.getString(tx + "Amt.InstdAmt")).isEqualTo("225000.00");
        assertThat(xml.getString(tx + "Amt.InstdAmt.@Ccy")).isEqualTo("IDR");
        assertThat(xml.getString(tx + "RmtInf.Ustrd")).isEqualTo("PKH TAHAP 2 2026");
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(kpm.toString());
    }

    @Test
    void theFileHasTheSameBytesEachTimeAndEachFetchIsLogged() {
        familiesAt("BRI", 3);
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        long before = reads(batch);

        byte[] first = fetched(batch);
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
        byte[] second = fetched(batch);

        assertThat(second).isEqualTo(first);
        assertThat(reads(batch) - before).isEqualTo(2);
        assertThat(
                        tables.lines(
                                "SELECT DISTINCT reader, fields FROM read_log WHERE subject_id = ?",
                                batch))
                .containsExactly("clerk-BRI payee_name,account_number");
    }

    @Test
    void aBatchWhoseFileWasDownloadedIsNotRejected() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        fetched(batch);

        BankApi.reject(batch, BankApi.CHECKER)
                .statusCode(409)
                .body("code", equalTo("BATCH_FILE_GIVEN_OUT"));

        assertThat(states()).containsExactly("APPROVED 1");
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
    }

    @Test
    void aBankListsTheFilesThatItCanFetch() {
        familiesAt("BRI", 5);
        familyAt("BNI");
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        for (String batch : BankApi.batchIds(CYCLE)) {
            BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        }

        Caller.ofBank("BRI")
                .get("/payment-batches")
                .statusCode(200)
                .body("items.bank", contains("BRI", "BRI"));
        Caller.ofBank("BRI").get("/payment-batches?bank=BNI").statusCode(403);
        Caller.officer()
                .get("/payment-batches?limit=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", notNullValue());
        Caller.as(Roles.AUDITOR, "17").get("/payment-batches").statusCode(403);
    }

    @Test
    void aBankCanFetchOnlyItsOwnFiles() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);

        BankApi.file(Caller.ofBank("BNI"), batch)
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        BankApi.file(Caller.as(Roles.BANK, "*"), batch).statusCode(404);
        BankApi.file(Caller.as(Roles.AUDITOR, "*"), batch).statusCode(403);
        BankApi.file(Caller.as(Roles.MINISTRY_OFFICER, "31"), batch).statusCode(403);
        BankApi.file(Caller.officer(), batch).statusCode(200);
        BankApi.file(Caller.ofBank("BRI"), UUID.randomUUID().toString()).statusCode(404);
        BankApi.file(Caller.ofBank("BRI"), batch)
                .statusCode(200)
                .header("Content-Disposition", containsString("PKH-2026T2-BRI-001.xml"))
                .header("Cache-Control", "no-store");
    }

    private static byte[] fetched(String batch) {
        return BankApi.file(Caller.ofBank("BRI"), batch).statusCode(200).extract().asByteArray();
    }

    private long reads(String batch) {
        return tables.number("SELECT count(*) FROM read_log WHERE subject_id = ?", batch);
    }
}
