package id.pkh.disbursement.year;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.support.Tables;
import id.pkh.district.bank.BankBooks;
import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.BankBooks.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has to be true after every step, counted from the tables by simple words and compared with
 * the books of the banks. It shares no rule with the service.
 */
final class YearLedger {

    private static final Set<String> ENDED = Set.of("REJECTED", "RETURNED", "VOIDED");

    /** An attempt as the service has it. */
    private record Attempt(
            String instruction,
            String payment,
            long idr,
            int number,
            String status,
            String reason,
            String bank,
            String cycle,
            boolean sent) {}

    private final Tables tables;
    private final YearBanks banks;
    private final YearMoney money;
    private final YearSituations service;

    YearLedger(Tables tables, YearBanks banks, YearMoney money, YearSituations service) {
        this.tables = tables;
        this.banks = banks;
        this.money = money;
        this.service = service;
    }

    void check(String when, List<String> cycles) {
        Map<String, List<Attempt>> byPayment = new TreeMap<>();
        List<Attempt> attempts = attempts();
        attempts.forEach(
                one -> byPayment.computeIfAbsent(one.payment(), any -> new ArrayList<>()).add(one));
        Set<String> kept = keptFromAnotherFile();
        byPayment.forEach((payment, all) -> onePayment(when, payment, all, kept));
        attempts.stream().filter(Attempt::sent).forEach(one -> oneAttempt(when, one));
        sumsOfBanks(when, attempts);
        files(when);
        for (String cycle : cycles) {
            said(when, cycle, byPayment);
        }
    }

    private List<Attempt> attempts() {
        return tables.read(
                "SELECT replace(i.instruction_id::text, '-', ''), i.payment_id::text, i.amount_idr, i.attempt, i.status,"
                        + " coalesce(i.status_reason, ''), b.bank, c.cycle_code, b.status = 'SENT' AND i.status <> 'VOIDED'"
                        + " FROM payment_instruction i JOIN payment_batch b USING (batch_id)"
                        + " JOIN payment_cycle c ON c.cycle_id = b.cycle_id ORDER BY i.payment_id, i.attempt",
                row ->
                        new Attempt(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getBoolean(9)));
    }

    /** Payments that people have not settled, or have found to be paid. */
    private Set<String> keptFromAnotherFile() {
        return new HashSet<>(
                tables.texts(
                        "SELECT payment_id::text FROM bank_exception WHERE payment_id IS NOT NULL"
                                + " AND exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS', 'CREDIT_AFTER_RETURN',"
                                + " 'RETURN_WITHOUT_CREDIT', 'ACCOUNT_MISMATCH', 'DUPLICATE_CREDIT', 'REFUSAL_UNCLEAR')"
                                + " AND (state <> 'RESOLVED' OR finding = 'PAID')"));
    }

    private void onePayment(String when, String payment, List<Attempt> all, Set<String> kept) {
        long open = all.stream().filter(one -> !ENDED.contains(one.status())).count();
        assertThat(open).as("%s: open attempts of %s", when, payment).isLessThanOrEqualTo(1);
        for (Attempt one : all.subList(0, all.size() - 1)) {
            assertThat(ENDED)
                    .as("%s: an attempt after an open one, of %s", when, payment)
                    .contains(one.status());
        }
        int paid =
                all.stream()
                        .filter(Attempt::sent)
                        .mapToInt(one -> entry(one) == null ? 0 : entry(one).paid())
                        .sum();
        assertThat(paid).as("%s: %s is paid twice, %s", when, payment, all).isLessThanOrEqualTo(1);
        if (open == 0 && !kept.contains(payment)) {
            assertThat(paid)
                    .as("%s: %s may be sent again although it is paid, %s", when, payment, all)
                    .isZero();
        }
    }

    private Entry entry(Attempt attempt) {
        return banks.booksOf(attempt.bank()).ofInstruction(attempt.instruction()).orElse(null);
    }

    private void oneAttempt(String when, Attempt attempt) {
        Entry entry = entry(attempt);
        assertThat(entry).as("%s: %s is not at its bank", when, attempt).isNotNull();
        assertThat(entry.order().rupiah()).isEqualTo(attempt.idr());
        if (attempt.status().equals("CREDITED")) {
            assertThat(entry.everCredited())
                    .as("%s: %s was never credited", when, attempt)
                    .isTrue();
        }
        if (attempt.status().equals("RETURNED")) {
            assertThat(entry.everReturned()).as("%s: %s never came back", when, attempt).isTrue();
        }
    }

    /** Instructed = credited + refused + returned + open; what was sent is within the SP2D. */
    private void sumsOfBanks(String when, List<Attempt> attempts) {
        Map<String, Long> sent = new TreeMap<>();
        Map<String, Long> used = new TreeMap<>();
        for (Attempt one : attempts) {
            if (!one.sent()) {
                continue;
            }
            sent.merge(one.bank(), one.idr(), Long::sum);
            boolean isUsed =
                    !one.status().equals("REJECTED") || one.reason().equals("NOT_COLLECTED");
            used.merge(one.cycle() + " " + one.bank(), isUsed ? one.idr() : 0, Long::sum);
        }
        used.forEach(
                (of, idr) ->
                        assertThat(idr)
                                .as("%s: sent of the SP2D for %s", when, of)
                                .isLessThanOrEqualTo(
                                        money.given(of.split(" ")[0], of.split(" ")[1])));
        banks.all()
                .forEach(
                        (code, bank) -> {
                            BankBooks books = bank.books();
                            long instructed = 0;
                            long against = 0;
                            Map<State, Long> byState = new HashMap<>();
                            for (Entry one : books.entries()) {
                                instructed += one.order().rupiah();
                                byState.merge(one.state(), one.order().rupiah(), Long::sum);
                                against += one.creditedAgainstItsWord() ? one.order().rupiah() : 0;
                            }
                            assertThat(sent.getOrDefault(code, 0L))
                                    .as("%s: sent to %s", when, code)
                                    .isEqualTo(instructed)
                                    .isEqualTo(
                                            byState.values().stream()
                                                    .mapToLong(Long::longValue)
                                                    .sum());
                            assertThat(books.balance() + against)
                                    .as("%s: the funding account at %s", when, code)
                                    .isNotNegative();
                        });
    }

    /** A file has what was approved, by three people; nothing is posted twice. */
    private void files(String when) {
        List<String> found =
                tables.lines(
                        "SELECT bank, message_id, payments, amount_idr, (approved_by <> sent_by AND NOT approved_by = ANY (makers)"
                                + " AND NOT sent_by = ANY (makers))::text FROM payment_batch WHERE status = 'SENT' ORDER BY 1, 2");
        List<String> expected = new ArrayList<>();
        for (String row : found) {
            String[] file = row.split(" ");
            List<Entry> entries = banks.booksOf(file[0]).ofFile(file[1]);
            long idr = entries.stream().mapToLong(one -> one.order().rupiah()).sum();
            expected.add("%s %s %d %d true".formatted(file[0], file[1], entries.size(), idr));
        }
        assertThat(found).as("%s: files", when).isEqualTo(expected);
        assertThat(
                        tables.lines(
                                "SELECT instruction_id, new_status FROM instruction_history GROUP BY 1, 2 HAVING count(*) > 1"))
                .as("%s: posted twice", when)
                .isEmpty();
    }

    /** What the service says about a cycle is what its rows say. */
    private void said(String when, String cycle, Map<String, List<Attempt>> byPayment) {
        Map<String, String> situations = new HashMap<>();
        Map<String, Long> sums = new TreeMap<>();
        byPayment.forEach(
                (payment, attempts) -> {
                    Attempt latest = latest(attempts);
                    if (latest != null && latest.sent() && latest.cycle().equals(cycle)) {
                        situations.put(payment, latest.status());
                        sums.merge(latest.bank() + " " + latest.status(), latest.idr(), Long::sum);
                    }
                });
        service.check(when, cycle, situations, sums);
    }

    private static Attempt latest(List<Attempt> attempts) {
        Attempt latest = null;
        for (Attempt one : attempts) {
            latest = one.status().equals("VOIDED") ? latest : one;
        }
        return latest;
    }

    /** When nothing more comes and all is settled, the service knows what the banks did. */
    void checkEnd(String when) {
        for (Attempt one : attempts()) {
            if (!one.sent()) {
                continue;
            }
            Entry entry = entry(one);
            List<String> found =
                    tables.texts(
                            "SELECT DISTINCT finding FROM bank_exception WHERE payment_id = ?::uuid"
                                    + " AND state = 'RESOLVED' AND finding IS NOT NULL",
                            one.payment());
            boolean agrees =
                    entry.paid() > 0
                            ? one.status().equals("CREDITED") || found.contains("PAID")
                            : one.status().equals("REJECTED")
                                    || one.status().equals("RETURNED")
                                    || found.contains("NOT_PAID");
            assertThat(agrees)
                    .as("%s: %s, and in the books %s, found %s", when, one, entry.state(), found)
                    .isTrue();
        }
    }
}
