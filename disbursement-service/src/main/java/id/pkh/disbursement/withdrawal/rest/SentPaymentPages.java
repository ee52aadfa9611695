package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.walk.BoundedWalk.Walked;
import id.pkh.disbursement.withdrawal.SentPayments.Position;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pages of the walk through payments that were sent. */
@ApplicationScoped
class SentPaymentPages {

    static final String PARTIAL =
            "With filters, a page can have fewer items than its limit, even none, while `next` says"
                    + " that more payments are to be looked through.";

    private static final int REGENCY_CHARS = 5;

    private final Caller caller;
    private final BankCaller bankCaller;

    SentPaymentPages(Caller caller, BankCaller bankCaller) {
        this.caller = caller;
        this.bankCaller = bankCaller;
    }

    Selection selection(PaymentCycle cycle, String village) {
        return new Selection(cycle.cycleId(), RequestedArea.of(village), caller.areas());
    }

    /** So many payments can be looked through at once, however rare the wanted ones are. */
    boolean isWithinRegency(Selection selection) {
        return isWithinRegency(selection.scope())
                || selection.area() != null && isWithinRegency(selection.area());
    }

    private static boolean isWithinRegency(AreaScope scope) {
        Set<String> regencies =
                scope.codes().stream()
                        .map(code -> code.substring(0, Math.min(code.length(), REGENCY_CHARS)))
                        .collect(Collectors.toSet());
        return !scope.isEverywhere()
                && regencies.size() <= 1
                && regencies.stream().allMatch(code -> code.length() == REGENCY_CHARS);
    }

    /** A bank sees its payments wherever the families live. */
    Selection selectionOfBanks(PaymentCycle cycle, String village) {
        return new Selection(
                cycle.cycleId(),
                RequestedArea.of(village),
                bankCaller.isBank() ? AreaScope.everywhere() : caller.areas());
    }

    static Position position(PageParams page) {
        return page.cursor()
                .map(cursor -> new Position(cursor.text(0), cursor.uuid(1), cursor.uuid(2)))
                .orElse(null);
    }

    <T> Page<T> of(List<SentPayment> payments, int limit, Function<SentPayment, T> view) {
        return Page.of(
                payments,
                limit,
                payment ->
                        new Object[] {payment.villageCode(), payment.kpmId(), payment.paymentId()},
                view);
    }

    <T> Page<T> of(Walked<T, Position> walked) {
        Position next = walked.next();
        return new Page<>(
                walked.items(),
                next == null
                        ? null
                        : Cursor.encode(next.villageCode(), next.kpmId(), next.paymentId()));
    }
}
