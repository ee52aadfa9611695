package id.pkh.disbursement.year;

import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Tables;
import id.pkh.disbursement.support.TreasuryApi;
import id.pkh.testsupport.rest.Caller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the money of a cycle leaves: three people for each file, two more for the treasury's. */
final class YearMoney {

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

    void approveAll(String cycle) {
        for (String batch : batches(cycle, "PREPARED")) {
            BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        }
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
        var first = BankApi.sendAsGiven(batch, BankApi.SENDER).extract();
        String code = first.statusCode() == 200 ? null : first.path("code");
        if (code != null && code.startsWith("SP2D")) {
            give(cycle, batch);
            first = BankApi.sendAsGiven(batch, BankApi.SENDER).extract();
            code = first.statusCode() == 200 ? null : first.path("code");
        }
        if ("BATCH_DISPUTED".equals(code)) {
            BankApi.reject(batch, BankApi.CHECKER).statusCode(200);
            return false;
        }
        if (code != null) {
            throw new AssertionError("a file is not sent: " + first.asString());
        }
        String bank = tables.text("SELECT bank FROM payment_batch WHERE batch_id = ?::uuid", batch);
        banks.of(bank).receive(fetched(bank, batch));
        return true;
    }

    private void give(String cycle, String batch) {
        String bank = tables.text("SELECT bank FROM payment_batch WHERE batch_id = ?::uuid", batch);
        long idr =
                tables.number(
                        "SELECT amount_idr FROM payment_batch WHERE batch_id = ?::uuid", batch);
        TreasuryApi.give(cycle, bank, idr);
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
