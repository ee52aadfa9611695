package id.pkh.verification.status;

import id.pkh.platform.clients.BulkRead;
import id.pkh.platform.files.CsvExport.Pages;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.status.ComplianceStatuses.Position;
import id.pkh.verification.status.ComplianceStatuses.Quarter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Reads the status of many families for another system. What is about to be answered is logged in
 * the transaction that reads it.
 */
@ApplicationScoped
public class ReadStatuses {

    /** Families in one part of a file, which is one transaction. */
    private static final int PART = 5_000;

    private final ComplianceStatuses statuses;
    private final Clock clock;

    ReadStatuses(ComplianceStatuses statuses, Clock clock) {
        this.statuses = statuses;
        this.clock = clock;
    }

    /** A page by village and family; one more than the limit when there are more. */
    public List<FamilyStatus> page(
            BulkRead read, VerificationPeriod quarter, AreaScope scope, Position after, int limit) {
        return inTransaction(
                () -> {
                    List<FamilyStatus> found = list(quarter, scope, after, limit + 1);
                    read.answers(Math.min(found.size(), limit));
                    return found;
                });
    }

    /** All families of the areas, part by part. */
    public Pages<FamilyStatus> all(BulkRead read, VerificationPeriod quarter, AreaScope scope) {
        return last ->
                inTransaction(
                        () -> {
                            List<FamilyStatus> part = list(quarter, scope, positionOf(last), PART);
                            logPart(read, part.size(), last == null);
                            return part;
                        });
    }

    /** Those of the families that take part and live in the areas. */
    public List<FamilyStatus> of(
            BulkRead read, VerificationPeriod quarter, AreaScope scope, Collection<UUID> kpmIds) {
        Instant now = clock.instant();
        return inTransaction(
                () -> {
                    List<FamilyStatus> found =
                            statuses.of(daysOf(quarter, now), scope, kpmIds).stream()
                                    .map(row -> FamilyStatus.of(row, quarter.text(), now))
                                    .toList();
                    read.answers(found.size());
                    return found;
                });
    }

    /** Behind the last part of a file is an empty one. */
    private static void logPart(BulkRead read, int families, boolean isFirst) {
        if (isFirst || families > 0) {
            read.answers(families);
        }
    }

    /** It ends before the answer is made, so a refusal does not take the row of the log away. */
    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }

    private List<FamilyStatus> list(
            VerificationPeriod quarter, AreaScope scope, Position after, int limit) {
        Instant now = clock.instant();
        return statuses.list(daysOf(quarter, now), scope, after, limit).stream()
                .map(row -> FamilyStatus.of(row, quarter.text(), now))
                .toList();
    }

    static Quarter daysOf(VerificationPeriod quarter, Instant now) {
        LocalDate today = BusinessDates.on(now);
        LocalDate last = quarter.lastDay();
        return new Quarter(quarter.firstDay(), last, last.isAfter(today) ? today : last);
    }

    private static Position positionOf(FamilyStatus last) {
        return last == null ? null : new Position(last.villageCode(), last.kpmId());
    }
}
