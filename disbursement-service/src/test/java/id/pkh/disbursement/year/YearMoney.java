package id.pkh.disbursement.year;

import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Tables;
import id.pkh.disbursement.support.TreasuryApi;
import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How the money of a cycle leaves: three people for each file, two more for the treasury's. */
final class YearMoney {

    private static final String DOUBTER = "doubter-1";

    private final Tables tables;
    private final YearBanks banks;
    private final Map<String, Long> given = new HashMap<>();

    YearMoney(Tables tables, YearBanks banks) {
        this.tables = tables;
        this.banks = banks;
    }

    void prepare(String cycle, boolean includeFailed) {
        BankApi.prepare(cycle, includeFailed).statusCode(200);
    }

    /** An officer doubts one payment of some files, and takes it out before the approval. */
    void takeSomeOut(String cycle, Random dice) {
        for (String batch : batches(cycle, "PREPARED")) {
            if (dice.nextInt(3) == 0) {
                List<String> payments =
                        tables.texts(
                                "SELECT payment_id::text FROM payment_instruction WHERE batch_id = ?::uuid AND line_no > 1"
                                        + " ORDER BY line_no",
                                batch);
                if (!payments.isEmpty()) {
                    YearCalls.done(
                            Caller.officer(DOUBTER),
                            of(batch, "taken-out-payments"),
                            "{\"payment_id\":\"%s\",%s,\"reason\":\"NAME_DIFFERS\",\"words\":\"another name\"}"
                                    .formatted(
                                            payments.get(dice.nextInt(payments.size())),
                                            hash(batch)));
                }
            }
        }
    }

    void approveAll(String cycle) {
        for (String batch : batches(cycle, "PREPARED")) {
            YearCalls.done(
                    Caller.approver(BankApi.CHECKER),
                    of(batch, "approval"),
                    "{" + hash(batch) + "," + findings(batch) + "}");
        }
    }

    /** What looks wrong about the batch, as the approver has read it. */
    private static String findings(String batch) {
        JsonPath summary =
                Caller.approver(BankApi.CHECKER)
                        .read("/payment-batches/" + batch + "/findings/summary");
        return "\"findings\":%d,\"findings_sha256\":\"%s\""
                .formatted(summary.getLong("findings"), summary.getString("findings_sha256"));
    }

    private String hash(String batch) {
        return "\"list_sha256\":\"%s\"".formatted(column(batch, "list_sha256"));
    }

    private String column(String batch, String name) {
        return tables.text(
                "SELECT " + name + " FROM payment_batch WHERE batch_id = ?::uuid", batch);
    }

    private static String of(String batch, String act) {
        return "/payment-batches/" + batch + "/" + act;
    }

    /**
     * What was disputed meanwhile is not sent; the file is rejected. Returns the number of files
     * that were sent.
     */
    int sendAll(String cycle) {
        int sent = 0;
        for (String batch : batches(cycle, "APPROVED")) {
            sent += send(cycle, batch) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(String cycle, String batch) {
        String refusal = refusalOf(batch);
        if (refusal.startsWith("SP2D")) {
            give(cycle, batch);
            refusal = refusalOf(batch);
        }
        if (refusal.equals("BATCH_DISPUTED")) {
            YearCalls.done(
                    Caller.approver(BankApi.CHECKER),
                    of(batch, "rejection"),
                    "{" + hash(batch) + ",\"reason\":\"disputed meanwhile\"}");
            return false;
        }
        if (!refusal.isEmpty()) {
            throw new AssertionError("a file is not sent: " + refusal);
        }
        String bank = column(batch, "bank");
        banks.of(bank).receive(fetched(bank, batch));
        return true;
    }

    /** Empty when the file is sent. */
    private String refusalOf(String batch) {
        HttpResponse<String> answer =
                YearCalls.post(
                        Caller.approver(BankApi.SENDER),
                        of(batch, "sending"),
                        "{" + hash(batch) + "}");
        return answer.statusCode() == 200 ? "" : YearCalls.field(answer, "code");
    }

    /** Two people record what the treasury gives for this file. */
    private void give(String cycle, String batch) {
        String bank = column(batch, "bank");
        long idr = Long.parseLong(column(batch, "amount_idr"));
        String document =
                "\"sp2d_number\":\"%s\",\"amount_idr\":%d".formatted(TreasuryApi.newNumber(), idr);
        HttpResponse<String> recorded =
                YearCalls.done(
                        Caller.officer(TreasuryApi.CLERK),
                        "/cycles/" + cycle + "/sp2d",
                        "{\"bank\":\"%s\",\"issued_on\":\"%s\",\"spm_number\":\"SPM-1\",%s}"
                                .formatted(bank, TreasuryApi.ISSUED_ON, document));
        YearCalls.done(
                Caller.approver(TreasuryApi.APPROVER),
                "/sp2d/" + YearCalls.field(recorded, "sp2d_id") + "/approval",
                "{" + document + "}");
        banks.of(bank).fund(idr);
        given.merge(cycle + " " + bank, idr, Long::sum);
    }

    long given(String cycle, String bank) {
        return given.getOrDefault(cycle + " " + bank, 0L);
    }

    private static byte[] fetched(String bank, String batch) {
        boolean isPost = bank.equals(YearBanks.POST);
        HttpResponse<String> file =
                Caller.ofBank(bank)
                        .send(
                                "GET",
                                "/api/v1/payment-batches/"
                                        + batch
                                        + (isPost ? "/pay-out-list" : "/pain.001"),
                                Map.of("Accept", isPost ? "text/csv" : "application/xml"),
                                new byte[0]);
        if (file.statusCode() != 200) {
            throw new AssertionError("a file is not given: " + file.body());
        }
        return file.body().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> batches(String cycle, String status) {
        return tables.lines(
                "SELECT b.batch_id FROM payment_batch b JOIN payment_cycle c USING (cycle_id)"
                        + " WHERE c.cycle_code = ? AND b.status = ? ORDER BY b.message_id",
                cycle,
                status);
    }
}
