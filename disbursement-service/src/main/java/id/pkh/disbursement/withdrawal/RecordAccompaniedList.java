package id.pkh.disbursement.withdrawal;

import static java.util.stream.Collectors.toSet;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.withdrawal.AccompaniedLists.AccompaniedList;
import id.pkh.disbursement.withdrawal.AccompaniedLists.ListFacts;
import id.pkh.disbursement.withdrawal.AccompaniedLists.PresentFamily;
import id.pkh.disbursement.withdrawal.ReportablePayments.ReportablePayment;
import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records the attendance list of an accompanied withdrawal, with a report for each family on it. It
 * is one document, so it is recorded as a whole or not at all. A correction is a whole new list: a
 * family that is no longer on it has its report retracted, unless that was corrected meanwhile.
 */
@ApplicationScoped
public class RecordAccompaniedList {

    private final RecordWithdrawals recordWithdrawals;
    private final ReportablePayments payments;
    private final AccompaniedLists lists;
    private final WithdrawalReports reports;
    private final Clock clock;

    RecordAccompaniedList(
            RecordWithdrawals recordWithdrawals,
            ReportablePayments payments,
            AccompaniedLists lists,
            WithdrawalReports reports,
            Clock clock) {
        this.recordWithdrawals = recordWithdrawals;
        this.payments = payments;
        this.lists = lists;
        this.reports = reports;
        this.clock = clock;
    }

    /** A family on the list, and what it received. */
    public record Line(UUID kpmId, long amountIdr) {}

    @Transactional
    public AccompaniedList handle(ListFacts facts, List<Line> lines, Reporter reporter) {
        reporter.areas().require(facts.villageCode());
        UUID listId = UuidCreator.getTimeOrderedEpoch();
        return recorded(listId, listId, 1, facts, lines, Set.of(), reporter);
    }

    /** Supersedes the latest revision of a list; the cycle and the village stay. */
    @Transactional
    public AccompaniedList correct(
            UUID listId, ListFacts facts, List<Line> lines, Reporter reporter) {
        AccompaniedList former = lists.lock(listId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        reporter.areas().require(former.facts().villageCode());
        if (!former.isLatest()) {
            throw Refused.because("WITHDRAWAL_LIST_CHANGED").with("list_id", former.firstListId());
        }
        if (!former.facts().villageCode().equals(facts.villageCode())
                || !former.facts().cycleCode().equals(facts.cycleCode())) {
            throw Refused.because("WITHDRAWAL_LIST_OF_OTHER_VILLAGE");
        }
        Set<UUID> formerPayments =
                lists.families(listId).stream().map(PresentFamily::paymentId).collect(toSet());
        return recorded(
                UuidCreator.getTimeOrderedEpoch(),
                former.firstListId(),
                former.revision() + 1,
                facts,
                lines,
                formerPayments,
                reporter);
    }

    private AccompaniedList recorded(
            UUID listId,
            UUID firstListId,
            int revision,
            ListFacts facts,
            List<Line> lines,
            Set<UUID> formerPayments,
            Reporter reporter) {
        List<PresentFamily> families = families(facts, lines);
        AccompaniedList list =
                new AccompaniedList(
                        listId,
                        firstListId,
                        revision,
                        true,
                        facts,
                        families.size(),
                        families.stream().mapToLong(PresentFamily::amountIdr).sum(),
                        reporter.subject(),
                        clock.instant());
        lists.add(list, families);
        retractLeftOut(firstListId, families, formerPayments, reporter);
        report(list, families, reporter);
        return list;
    }

    private List<PresentFamily> families(ListFacts facts, List<Line> lines) {
        Map<PaymentKey, ReportablePayment> known =
                payments.named(
                        lines.stream()
                                .map(line -> PaymentKey.of(line.kpmId(), facts.cycleCode()))
                                .toList());
        Set<UUID> seen = new HashSet<>();
        List<PresentFamily> families = new ArrayList<>();
        for (Line line : lines) {
            ReportablePayment payment = known.get(PaymentKey.of(line.kpmId(), facts.cycleCode()));
            if (payment == null || !payment.villageCode().equals(facts.villageCode())) {
                throw refusedLine(families.size(), ReportOutcome.PAYMENT_UNKNOWN);
            }
            if (!seen.add(payment.paymentId())) {
                throw refusedLine(families.size(), "FAMILY_TWICE");
            }
            families.add(new PresentFamily(payment.paymentId(), line.kpmId(), line.amountIdr()));
        }
        return families;
    }

    private void report(AccompaniedList list, List<PresentFamily> families, Reporter reporter) {
        Map<UUID, Integer> superseded =
                reports.latestOfList(
                        list.firstListId(),
                        families.stream().map(PresentFamily::paymentId).toList());
        List<ReportOutcome> outcomes =
                recordWithdrawals.handle(
                        families.stream()
                                .map(
                                        family ->
                                                new StatedReport(
                                                        PaymentKey.of(family.paymentId()),
                                                        facts(list.facts(), family),
                                                        superseded.get(family.paymentId())))
                                .toList(),
                        reporter,
                        list.listId());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).isRefused()) {
                throw refusedLine(i, outcomes.get(i).code());
            }
        }
    }

    private void retractLeftOut(
            UUID firstListId,
            List<PresentFamily> families,
            Set<UUID> formerPayments,
            Reporter reporter) {
        Set<UUID> present = families.stream().map(PresentFamily::paymentId).collect(toSet());
        List<UUID> leftOut =
                formerPayments.stream().filter(payment -> !present.contains(payment)).toList();
        recordWithdrawals.handle(
                reports.latestOfList(firstListId, leftOut).entrySet().stream()
                        .map(
                                report ->
                                        new StatedReport(
                                                PaymentKey.of(report.getKey()),
                                                WithdrawalFacts.RETRACTED,
                                                report.getValue()))
                        .toList(),
                reporter);
    }

    private static WithdrawalFacts facts(ListFacts list, PresentFamily family) {
        return new WithdrawalFacts(
                WithdrawalOutcome.WITHDRAWN,
                family.amountIdr(),
                list.heldOn(),
                list.channel(),
                null,
                list.accompaniedBy(),
                new WithdrawalEvidence(EvidenceKind.ATTENDANCE_LIST, null, null));
    }

    private static Refused refusedLine(int index, String code) {
        return Refused.because("WITHDRAWAL_LIST_LINE_REFUSED")
                .with("line", index + 1)
                .with("refusal", code);
    }
}
