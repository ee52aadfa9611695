package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A report is loaded, changed and saved by itself, and so it is an entity. */
@ApplicationScoped
class PanacheReports implements Reports, PanacheRepositoryBase<ReportEntity, UUID> {

    private final AdvisoryLocks locks;

    PanacheReports(AdvisoryLocks locks) {
        this.locks = locks;
    }

    @Override
    public Optional<Report> byBytes(String bank, String sha256) {
        return find("bank = ?1 and sha256 = ?2 and status <> REJECTED", bank, sha256)
                .firstResultOptional()
                .map(ReportEntity::toReport);
    }

    /** The report is read without a lock, and so a later change must read it again. */
    @Override
    public Optional<Report> byId(UUID reportId) {
        Optional<ReportEntity> report = findByIdOptional(reportId);
        report.ifPresent(getEntityManager()::detach);
        return report.map(ReportEntity::toReport);
    }

    @Override
    public Optional<Report> lock(UUID reportId) {
        return findByIdOptional(reportId, LockModeType.PESSIMISTIC_WRITE)
                .map(ReportEntity::toReport);
    }

    @Override
    public Optional<Instant> oldestWaiting() {
        return find("status = AWAITING_CONFIRMATION order by receivedAt")
                .page(0, 1)
                .firstResultOptional()
                .map(report -> report.receivedAt);
    }

    @Override
    public List<Report> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .andIfGiven("bank = ?", filter.bank())
                        .andIfGiven("batchId = ?", filter.batchId())
                        .andIfGiven("status = ?", filter.status());
        if (filter.beforeAt() != null) {
            where.and("(receivedAt, reportId) < (?, ?)", filter.beforeAt(), filter.beforeId());
        }
        return find(where.sql() + " order by receivedAt desc, reportId desc", where.values())
                .page(0, filter.limit() + 1)
                .stream()
                .map(ReportEntity::toReport)
                .toList();
    }

    /**
     * While another transaction adds the same bytes, this one waits for its end, so that requests
     * at the same time do not violate the unique constraint.
     */
    @Override
    public boolean add(Report report) {
        locks.take("disbursement.bank-report:" + report.bank() + ":" + report.sha256());
        if (byBytes(report.bank(), report.sha256()).isPresent()) {
            return false;
        }
        persistAndFlush(ReportEntity.of(report));
        return true;
    }

    @Override
    public void staged(
            UUID reportId, int lines, boolean movesAll, UUID corrects, ReportStatus status) {
        ReportEntity report = locked(reportId);
        report.corrects = corrects;
        report.lines = lines;
        report.movesAll = movesAll;
        report.status = status;
        flush();
    }

    @Override
    public void confirm(UUID reportId, String by, Instant at) {
        ReportEntity report = locked(reportId);
        report.status = ReportStatus.STAGED;
        report.confirmedBy = by;
        report.confirmedAt = at;
        flush();
    }

    @Override
    public void confirmFirst(UUID reportId, String by, Instant at) {
        ReportEntity report = locked(reportId);
        report.firstConfirmedBy = by;
        report.firstConfirmedAt = at;
        flush();
    }

    @Override
    public void sign(UUID reportId, UUID keyId) {
        ReportEntity report = locked(reportId);
        report.signedWith = keyId;
        report.status = ReportStatus.STAGED;
        flush();
    }

    @Override
    public void reject(UUID reportId, String reason, String by, Instant at) {
        ReportEntity report = locked(reportId);
        report.rejectedBy = by;
        report.rejectedAt = at;
        report.rejectionReason = reason;
        withheld(report, ReportStatus.REJECTED, report.lines, at);
    }

    @Override
    public void notBelieved(
            UUID reportId, ReportStatus status, int lines, Map<String, String> fault, Instant at) {
        ReportEntity report = locked(reportId);
        report.fault = fault;
        withheld(report, status, lines, at);
    }

    private void withheld(ReportEntity report, ReportStatus status, int lines, Instant at) {
        report.status = status;
        report.lines = lines;
        report.outcomes = lines == 0 ? Map.of() : Map.of(LineOutcome.WITHHELD, (long) lines);
        report.finishedAt = at;
        flush();
    }

    @Override
    public void advance(UUID reportId, Map<LineOutcome, Long> outcomes) {
        ReportEntity report = locked(reportId);
        Map<LineOutcome, Long> sums = new TreeMap<>(report.outcomes);
        outcomes.forEach(
                (outcome, lines) -> {
                    sums.merge(outcome, lines, Long::sum);
                    report.checkpoint += lines;
                });
        report.outcomes = sums;
        flush();
    }

    @Override
    public void finish(UUID reportId, Instant at) {
        ReportEntity report = locked(reportId);
        if (report.status != ReportStatus.STAGED) {
            return;
        }
        if (report.checkpoint < report.lines) {
            throw new IllegalStateException("lines without an outcome in report " + reportId);
        }
        report.status = ReportStatus.APPLIED;
        report.finishedAt = at;
        flush();
    }

    private ReportEntity locked(UUID reportId) {
        return findById(reportId, LockModeType.PESSIMISTIC_WRITE);
    }
}
