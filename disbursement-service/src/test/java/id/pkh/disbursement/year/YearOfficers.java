package id.pkh.disbursement.year;

import id.pkh.disbursement.support.Tables;
import id.pkh.district.bank.BankDocument;
import id.pkh.district.bank.PlayedBank;
import id.pkh.testsupport.rest.Caller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/**
 * People of the ministry, always two, who do what the rules page says: they confirm what waits, ask
 * banks, and settle exceptions by what the banks say then.
 */
final class YearOfficers {

    private static final Set<String> DISPUTED =
            Set.of(
                    "CREDIT_NOT_INSTRUCTED",
                    "STATUS_CONTRADICTS",
                    "REFUSAL_UNCLEAR",
                    "CREDIT_AFTER_RETURN",
                    "RETURN_WITHOUT_CREDIT",
                    "ACCOUNT_MISMATCH",
                    "DUPLICATE_CREDIT");

    private final Tables tables;
    private final YearBanks banks;
    private final Random dice;

    YearOfficers(Tables tables, YearBanks banks, Random dice) {
        this.tables = tables;
        this.banks = banks;
        this.dice = dice;
    }

    /** Banks that did not respond are overdue. */
    void overdue() {
        Caller.officer().post("/bank-reports/overdue").statusCode(200);
    }

    /**
     * Two people without a part in a file read what waits for them, and confirm it. Returns whether
     * something waited.
     */
    boolean confirmWaiting() {
        List<String> waiting =
                tables.lines(
                        "SELECT report_id, sha256 FROM bank_report WHERE status = 'AWAITING_CONFIRMATION' ORDER BY received_at");
        for (String row : waiting) {
            String[] report = row.split(" ");
            for (String person : new String[] {"reader-1", "reader-2"}) {
                int status =
                        YearCalls.post(
                                        Caller.officer(person),
                                        "/bank-reports/" + report[0] + "/confirmation",
                                        "{\"sha256\":\"" + report[1] + "\"}")
                                .statusCode();
                if (status >= 300) {
                    break;
                }
            }
            awaitApplied(report[0]);
        }
        return !waiting.isEmpty();
    }

    private void awaitApplied(String report) {
        Awaitility.await()
                .until(
                        () ->
                                tables.number(
                                                "SELECT count(*) FROM bank_report WHERE report_id = ?::uuid AND status = 'STAGED'",
                                                report)
                                        == 0);
    }

    /**
     * @param percent how many of the open exceptions
     */
    void settle(int percent, Runnable afterEach) {
        for (String row :
                tables.lines(
                        "SELECT exception_id, exception_class, bank, coalesce(replace(instruction_id::text, '-', ''), '-')"
                                + " FROM bank_exception WHERE state <> 'RESOLVED' AND exception_class <> 'NOT_INSTRUCTED'"
                                + " ORDER BY found_at, line_no, exception_id")) {
            String[] exception = row.split(" ");
            // a fact, or the settlement of another one, may have ended it since the list was read
            if (dice.nextInt(100) < percent && isOpen(exception[0])) {
                settle(exception);
                afterEach.run();
            }
        }
    }

    private boolean isOpen(String exception) {
        return tables.number(
                        "SELECT count(*) FROM bank_exception WHERE exception_id = ?::uuid AND state <> 'RESOLVED'",
                        exception)
                == 1;
    }

    private void settle(String[] exception) {
        String finding = null;
        if (DISPUTED.contains(exception[1])) {
            PlayedBank bank = banks.of(exception[2]);
            boolean paid = exception[3].equals("-") || bank.paidWhenAsked(exception[3]);
            finding = paid ? "PAID" : "NOT_PAID";
        }
        String json = finding == null ? "" : ",\"finding\":\"" + finding + '"';
        String path = "/bank-exceptions/" + exception[0] + "/resolution";
        String evidence =
                exception[1].equals("CORRECTION_PENDING")
                        ? ",\"evidence\":\"letter of the bank\""
                        : "";
        YearCalls.done(
                Caller.officer("settler-1"),
                path,
                "{\"reason\":\"asked the bank\"" + json + evidence + "}");
        long version =
                tables.number(
                        "SELECT version FROM bank_exception WHERE exception_id = ?::uuid",
                        exception[0]);
        YearCalls.done(
                Caller.officer("settler-2"),
                path,
                "{\"confirm\":true,\"version\":%d%s}".formatted(version, json));
    }

    /**
     * Asks banks for their word about payments of which this service knows no end, or less than the
     * bank. It comes from the bank itself, or by the hands of two people.
     */
    void ask(LocalDate date, Runnable afterEach) {
        Map<String, Set<String>> open = new HashMap<>();
        for (String row :
                tables.lines(
                        "SELECT b.bank, replace(i.instruction_id::text, '-', '') FROM payment_instruction i JOIN payment_batch b USING (batch_id)"
                                + " WHERE b.status = 'SENT' AND i.status IN ('SENT', 'UNKNOWN', 'ACCEPTED', 'CREDITED')")) {
            String[] one = row.split(" ");
            open.computeIfAbsent(one[0], any -> new TreeSet<>()).add(one[1]);
        }
        banks.all()
                .forEach(
                        (code, bank) -> {
                            for (BankDocument document :
                                    bank.handedOut(open.getOrDefault(code, Set.of()), date)) {
                                if (dice.nextInt(3) > 0) {
                                    banks.deliver(code, document);
                                } else {
                                    bring(code, document);
                                }
                                afterEach.run();
                            }
                        });
    }

    private void bring(String bank, BankDocument document) {
        int status = banks.bring("carrier-1", bank, document);
        if (status != 202) {
            throw new AssertionError(document + " is not taken: " + banks.lastAnswer());
        }
        confirmWaiting();
    }
}
