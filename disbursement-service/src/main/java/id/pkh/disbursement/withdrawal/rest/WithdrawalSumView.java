package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.WithdrawalSums.WithdrawalSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalSum", description = "Figures of one area.")
record WithdrawalSumView(
        String areaCode,
        @Schema(description = "Payments that were sent to a bank") Sum sent,
        @Schema(description = "Of these, what banks credited") Sum credited,
        @Schema(description = "Of those sent, what is reported as withdrawn") Withdrawn withdrawn,
        @Schema(description = "Of those sent, what is reported as not withdrawn") Sum notWithdrawn,
        @Schema(description = "The same by reason") List<ReasonSum> reasons,
        @Schema(description = "Of those sent, those about which nothing is reported")
                Sum notReported,
        @Schema(description = "Credited, and nothing is reported") Sum creditedNotReported) {

    @Schema(name = "WithdrawalCount", description = "Payments, and what was to be paid.")
    record Sum(long payments, long paymentIdr) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(WithdrawalSum sum) {
            return new Sum(payments + sum.payments(), paymentIdr + sum.paymentIdr());
        }
    }

    @Schema(name = "WithdrawnCount", description = "Payments, what was to be paid, and withdrawn.")
    record Withdrawn(long payments, long paymentIdr, long withdrawnIdr) {}

    @Schema(name = "WithdrawalReasonCount")
    record ReasonSum(String reasonCode, long payments, long paymentIdr) {}

    static WithdrawalSumView nothingIn(String areaCode) {
        return of(areaCode, List.of());
    }

    /** By area. */
    static Map<String, WithdrawalSumView> of(List<WithdrawalSum> sums) {
        Map<String, List<WithdrawalSum>> byArea = new LinkedHashMap<>();
        sums.forEach(
                sum -> byArea.computeIfAbsent(sum.areaCode(), area -> new ArrayList<>()).add(sum));
        Map<String, WithdrawalSumView> views = new LinkedHashMap<>();
        byArea.forEach((area, own) -> views.put(area, of(area, own)));
        return views;
    }

    private static WithdrawalSumView of(String areaCode, List<WithdrawalSum> sums) {
        Sum sent = Sum.NOTHING;
        Sum credited = Sum.NOTHING;
        Sum withdrawn = Sum.NOTHING;
        Sum notReported = Sum.NOTHING;
        Sum creditedNotReported = Sum.NOTHING;
        Sum notWithdrawn = Sum.NOTHING;
        long withdrawnIdr = 0;
        Map<String, Sum> reasons = new TreeMap<>();
        for (WithdrawalSum sum : sums) {
            sent = sent.plus(sum);
            credited = sum.isCredited() ? credited.plus(sum) : credited;
            if (sum.outcome() == null) {
                notReported = notReported.plus(sum);
                creditedNotReported =
                        sum.isCredited() ? creditedNotReported.plus(sum) : creditedNotReported;
            } else if (sum.reasonCode() == null) {
                withdrawn = withdrawn.plus(sum);
                withdrawnIdr += sum.withdrawnIdr();
            } else {
                notWithdrawn = notWithdrawn.plus(sum);
                reasons.put(
                        sum.reasonCode(),
                        reasons.getOrDefault(sum.reasonCode(), Sum.NOTHING).plus(sum));
            }
        }
        return new WithdrawalSumView(
                areaCode,
                sent,
                credited,
                new Withdrawn(withdrawn.payments(), withdrawn.paymentIdr(), withdrawnIdr),
                notWithdrawn,
                reasons.entrySet().stream()
                        .map(
                                reason ->
                                        new ReasonSum(
                                                reason.getKey(),
                                                reason.getValue().payments(),
                                                reason.getValue().paymentIdr()))
                        .toList(),
                notReported,
                creditedNotReported);
    }
}
