package id.pkh.disbursement.withdrawal.messaging;

import id.pkh.contracts.disbursement.WithdrawalReported;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.withdrawal.WithdrawalAnnouncements;
import id.pkh.disbursement.withdrawal.WithdrawalReports.WithdrawalReport;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Appends reports to the outbox. */
@ApplicationScoped
class OutboxWithdrawalAnnouncements implements WithdrawalAnnouncements {

    private final Outbox outbox;

    OutboxWithdrawalAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<WithdrawalReport> reports, LockedFamilies families) {
        outbox.appendAll(
                reports.stream()
                        .map(
                                report ->
                                        new Sequenced(
                                                eventOf(report),
                                                families.nextVersion(report.payment().kpmId())))
                        .toList());
    }

    private static WithdrawalReported eventOf(WithdrawalReport report) {
        WithdrawalFacts facts = report.facts();
        return new WithdrawalReported(
                report.reportId(),
                report.payment().paymentId(),
                report.payment().kpmId(),
                report.payment().villageCode(),
                report.payment().cycleCode(),
                report.revision(),
                facts.outcome().name(),
                facts.amountIdr(),
                facts.reasonCode(),
                facts.occurredOn() == null
                        ? BusinessDates.on(report.recordedAt())
                        : facts.occurredOn(),
                report.recordedAt());
    }
}
