package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.testsupport.rest.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Families of two villages whose payments were sent to their bank today. */
public abstract class WithdrawalComponentTest extends BankComponentTest {

    protected static final String HERE = "17.71.08.1001";
    protected static final String BESIDE = "17.71.08.1002";
    protected static final String FAR = "18.01.01.2001";

    protected UUID familyIn(String village) {
        UUID kpm = UUID.randomUUID();
        tell(FactEvents.familyIn(kpm, "ACTIVE", village, "BRI", "SD"), 1);
        StubRegistry.knows(kpm, "BRI", "SITI CONTOH", "001234567890123");
        return kpm;
    }

    /** All payments are sent. */
    protected void sent() {
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        BankApi.batchIds(CYCLE).forEach(BankApi::approveAndSend);
    }

    /** The bank states that it credited these families. */
    protected void credited(List<UUID> families) {
        answered(families, "ACCC");
    }

    protected void answered(List<UUID> families, String status) {
        for (UUID family : families) {
            BankApi.report(
                            "BRI",
                            Pain002.answering(messageOf(family))
                                    .line(paymentOf(family), status, "AC04")
                                    .bytes())
                    .statusCode(201);
        }
    }

    private String messageOf(UUID family) {
        return tables.text(
                "SELECT message_id FROM instruction_status WHERE kpm_id = ? ORDER BY attempt DESC LIMIT 1",
                family);
    }

    /** The money was credited some days ago. */
    protected void creditedDaysAgo(int days, UUID... families) {
        for (UUID family : families) {
            tables.execute(
                    "UPDATE payment_instruction SET status_at = now() - make_interval(days => ?)"
                            + " WHERE kpm_id = ?",
                    days,
                    family);
        }
    }

    protected static Caller facilitator() {
        return Caller.named("facilitator-7", "FACILITATOR", HERE);
    }

    protected static String path(String paymentId) {
        return "/payments/" + paymentId + "/withdrawal-reports";
    }

    protected static String withdrawn(long amountIdr) {
        return withdrawn(amountIdr, today(), "");
    }

    protected static String withdrawn(long amountIdr, LocalDate day, String more) {
        return """
               {"outcome":"WITHDRAWN","amount_idr":%d,"occurred_on":"%s","channel":"ATM","accompanied_by":"NOBODY",
                "evidence":{"kind":"RECEIPT","reference":"folder 3, page 4"}%s}"""
                .formatted(amountIdr, day, more);
    }

    protected static String notWithdrawn(String reason) {
        return "{\"outcome\":\"NOT_WITHDRAWN\",\"occurred_on\":\"%s\",\"reason_code\":\"%s\"}"
                .formatted(today(), reason);
    }

    protected static String retracted(int revision) {
        return "{\"outcome\":\"RETRACTED\",\"supersedes_revision\":%d}".formatted(revision);
    }

    protected void reports(UUID family, String json) {
        facilitatorOf(family).post(path(paymentOf(family)), json).statusCode(201);
    }

    protected Caller facilitatorOf(UUID family) {
        return Caller.named(
                "facilitator-7",
                "FACILITATOR",
                tables.text("SELECT village_code FROM payment WHERE kpm_id = ?", family));
    }
}
