package id.pkh.disbursement.withdrawal;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.withdrawal.ReportablePayments.ReportablePayment;
import id.pkh.disbursement.withdrawal.WithdrawalReports.WithdrawalReport;
import id.pkh.disbursement.withdrawal.domain.CallBackSample;
import id.pkh.disbursement.withdrawal.domain.CurrentReport;
import id.pkh.disbursement.withdrawal.domain.ReportVerdict;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.disbursement.withdrawal.domain.WithdrawalReportRule;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records what the field reports, whether it comes alone, with others, in a file or on an
 * attendance list. Each report is judged by itself, and one that is refused does not hold up the
 * others.
 */
@ApplicationScoped
public class RecordWithdrawals {

    private final ReportablePayments payments;
    private final PaymentFamilies families;
    private final WithdrawalReports reports;
    private final WithdrawalReasons reasons;
    private final WithdrawalPolicies policies;
    private final CallBacks callBacks;
    private final WithdrawalAnnouncements announcements;
    private final Clock clock;

    RecordWithdrawals(
            ReportablePayments payments,
            PaymentFamilies families,
            WithdrawalReports reports,
            WithdrawalReasons reasons,
            WithdrawalPolicies policies,
            CallBacks callBacks,
            WithdrawalAnnouncements announcements,
            Clock clock) {
        this.payments = payments;
        this.families = families;
        this.reports = reports;
        this.reasons = reasons;
        this.policies = policies;
        this.callBacks = callBacks;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The outcomes in the order of the reports. */
    @Transactional
    public List<ReportOutcome> handle(List<StatedReport> stated, Reporter reporter) {
        return handle(stated, reporter, null);
    }

    /**
     * @param listId the attendance list that the reports come from; null for none
     */
    @Transactional
    public List<ReportOutcome> handle(List<StatedReport> stated, Reporter reporter, UUID listId) {
        Map<PaymentKey, ReportablePayment> known =
                payments.named(stated.stream().map(StatedReport::payment).toList());
        LockedFamilies locked =
                families.lock(
                        known.values().stream().map(ReportablePayment::kpmId).distinct().toList());
        Map<UUID, CurrentReport> current =
                reports.current(
                        known.values().stream()
                                .map(ReportablePayment::paymentId)
                                .distinct()
                                .toList());
        List<ReportOutcome> outcomes = new ArrayList<>(stated.size());
        List<WithdrawalReport> added = new ArrayList<>();
        Instant now = clock.instant();
        for (StatedReport report : stated) {
            ReportablePayment payment = known.get(report.payment());
            if (payment == null || !reporter.areas().covers(payment.villageCode())) {
                outcomes.add(ReportOutcome.unknown());
                continue;
            }
            ReportVerdict verdict = judged(payment, current.get(payment.paymentId()), report, now);
            outcomes.add(outcome(payment.paymentId(), verdict));
            if (verdict instanceof ReportVerdict.Recorded recorded) {
                current.put(
                        payment.paymentId(),
                        new CurrentReport(recorded.revision(), report.facts()));
                added.add(
                        new WithdrawalReport(
                                UuidCreator.getTimeOrderedEpoch(),
                                payment,
                                recorded.revision(),
                                report.facts(),
                                listId,
                                isSampled(payment, report.facts()),
                                reporter.subject(),
                                now));
            }
        }
        reports.add(added);
        callBacks.follow(added);
        announcements.announce(added, locked);
        families.saveVersions(locked);
        return outcomes;
    }

    private ReportVerdict judged(
            ReportablePayment payment, CurrentReport current, StatedReport report, Instant now) {
        LocalDate day = report.facts().occurredOn();
        return WithdrawalReportRule.judge(
                payment.sentAt() == null ? null : BusinessDates.on(payment.sentAt()),
                current,
                report.facts(),
                report.supersedes(),
                day == null ? Set.of() : reasons.on(day),
                BusinessDates.on(now));
    }

    private boolean isSampled(ReportablePayment payment, WithdrawalFacts facts) {
        return facts.outcome() == WithdrawalOutcome.WITHDRAWN
                && CallBackSample.includes(
                        payment.paymentId(),
                        payment.sealSha256(),
                        policies.inForceOn(payment.cycleFrom()).callBackPercent());
    }

    private static ReportOutcome outcome(UUID paymentId, ReportVerdict verdict) {
        if (verdict instanceof ReportVerdict.Recorded recorded) {
            return ReportOutcome.recorded(paymentId, recorded.revision());
        }
        if (verdict instanceof ReportVerdict.Unchanged unchanged) {
            return ReportOutcome.unchanged(paymentId, unchanged.revision());
        }
        ReportVerdict.Refused refused = (ReportVerdict.Refused) verdict;
        return ReportOutcome.refused(paymentId, refused.code(), refused.detail());
    }
}
