package id.pkh.disbursement.status;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.status.PaymentProgressLines.LineRow;
import id.pkh.disbursement.status.PaymentProgressLines.Position;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.platform.clients.BulkRead;
import id.pkh.platform.files.CsvExport.Pages;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads the payments of many families for another system. What is about to be answered is logged in
 * the transaction that reads it; that ends before the answer is made, so a refusal does not take
 * the row of the log away.
 */
@ApplicationScoped
public class ReadProgress {

    /** Lines in one part of a file, which is one transaction. */
    private static final int PART = 5_000;

    private final PaymentProgressLines lines;
    private final WithdrawalPolicies policies;
    private final Clock clock;

    ReadProgress(PaymentProgressLines lines, WithdrawalPolicies policies, Clock clock) {
        this.lines = lines;
        this.policies = policies;
        this.clock = clock;
    }

    /** A page by village, family and kind; one more than the limit when there are more. */
    public List<FamilyProgress> page(
            BulkRead read, PaymentCycle cycle, AreaScope scope, Position after, int limit) {
        return logged(
                read,
                limit,
                true,
                () -> told(cycle, lines.list(cycle.cycleId(), scope, after, limit + 1)));
    }

    /** All lines of the areas, part by part. */
    public Pages<FamilyProgress> all(BulkRead read, PaymentCycle cycle, AreaScope scope) {
        return last ->
                logged(
                        read,
                        PART,
                        last == null,
                        () ->
                                told(
                                        cycle,
                                        lines.list(
                                                cycle.cycleId(), scope, positionOf(last), PART)));
    }

    /** The lines of those of the families that lie in the areas. */
    public List<FamilyProgress> of(
            BulkRead read, PaymentCycle cycle, AreaScope scope, Collection<UUID> kpmIds) {
        return logged(
                read,
                Integer.MAX_VALUE,
                true,
                () -> told(cycle, lines.of(cycle.cycleId(), scope, kpmIds)));
    }

    /**
     * @param most how many of the lines are answered
     * @param isFirst behind the last part of a file is an empty one
     */
    private static List<FamilyProgress> logged(
            BulkRead read, int most, boolean isFirst, Supplier<List<FamilyProgress>> lines) {
        return QuarkusTransaction.joiningExisting()
                .call(
                        () -> {
                            List<FamilyProgress> found = lines.get();
                            if (isFirst || !found.isEmpty()) {
                                read.answers(familiesOf(found, most));
                            }
                            return found;
                        });
    }

    private static int familiesOf(List<FamilyProgress> lines, int most) {
        return Math.toIntExact(
                lines.stream().limit(most).map(FamilyProgress::kpmId).distinct().count());
    }

    private List<FamilyProgress> told(PaymentCycle cycle, List<LineRow> rows) {
        Instant now = clock.instant();
        LocalDate listedUntil =
                BusinessDates.on(now)
                        .minusDays(policies.inForceOn(cycle.range().from()).daysUntilListed());
        return rows.stream().map(row -> FamilyProgress.of(row, cycle, listedUntil, now)).toList();
    }

    private static Position positionOf(FamilyProgress last) {
        return last == null ? null : new Position(last.villageCode(), last.kpmId(), last.kind());
    }
}
