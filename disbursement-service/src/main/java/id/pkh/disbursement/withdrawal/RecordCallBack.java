package id.pkh.disbursement.withdrawal;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.withdrawal.CallBacks.CallBack;
import id.pkh.disbursement.withdrawal.ReportablePayments.ReportablePayment;
import id.pkh.disbursement.withdrawal.domain.CallBackOutcome;
import id.pkh.disbursement.withdrawal.domain.CallBackRule;
import id.pkh.disbursement.withdrawal.domain.CurrentReport;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records what a family told a person who did not report its withdrawal. The person who reports
 * would otherwise be the only one who holds the evidence.
 */
@ApplicationScoped
public class RecordCallBack {

    private final ReportablePayments payments;
    private final PaymentFamilies families;
    private final WithdrawalReports reports;
    private final CallBacks callBacks;
    private final Clock clock;

    RecordCallBack(
            ReportablePayments payments,
            PaymentFamilies families,
            WithdrawalReports reports,
            CallBacks callBacks,
            Clock clock) {
        this.payments = payments;
        this.families = families;
        this.reports = reports;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    /**
     * @param revision of the report that the family was asked about
     * @param amountIdr what the family says it received; null unless it differs
     */
    public record Answer(
            int revision, CallBackOutcome outcome, Long amountIdr, LocalDate askedOn) {}

    @Transactional
    public CallBack handle(UUID paymentId, Answer answer, Reporter asker) {
        PaymentKey key = PaymentKey.of(paymentId);
        ReportablePayment payment =
                Optional.ofNullable(payments.named(List.of(key)).get(key))
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        asker.areas().require(payment.villageCode());
        families.lock(List.of(payment.kpmId()));
        Map<UUID, CurrentReport> current = reports.current(List.of(paymentId));
        CallBackRule.refusal(
                        current.get(paymentId),
                        answer.revision(),
                        callBacks.reportersOf(paymentId),
                        asker.subject(),
                        answer.outcome(),
                        answer.amountIdr(),
                        answer.askedOn(),
                        BusinessDates.today(clock))
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with(
                                            "expected",
                                            current.containsKey(paymentId)
                                                    ? current.get(paymentId).revision()
                                                    : 0);
                        });
        CallBack callBack =
                new CallBack(
                        UuidCreator.getTimeOrderedEpoch(),
                        paymentId,
                        reports.revisions(paymentId, answer.revision() + 1, 1).get(0).reportId(),
                        answer.outcome(),
                        answer.amountIdr(),
                        answer.askedOn(),
                        asker.subject(),
                        clock.instant());
        callBacks.add(callBack);
        return callBack;
    }
}
