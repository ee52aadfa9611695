package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Posting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A booking as a document tells it.
 *
 * @param instruction null where the bank does not name it; as is {@code payment}
 * @param reason of a return; null for none
 */
record Booked(
        String reference,
        boolean debit,
        long rupiah,
        String instruction,
        String payment,
        String account,
        boolean back,
        String reason) {

    private static final long OTHER = 1_000;
    private static final long INVENTED = 100_000;

    static List<Booked> of(List<Posting> postings, BankKind kind, Draft.Style style) {
        List<Booked> all = new ArrayList<>();
        for (Posting one : postings) {
            all.add(of(one, kind, style.otherAmount() && all.isEmpty()));
        }
        if (style.invented() != null) {
            all.add(
                    new Booked(
                            "X" + style.number(),
                            true,
                            INVENTED,
                            style.invented(),
                            style.invented(),
                            "9990001112223",
                            false,
                            null));
        }
        if (style.reversed()) {
            Collections.reverse(all);
        }
        return all;
    }

    private static Booked of(Posting one, BankKind kind, boolean other) {
        boolean ofPayment = one.isOfPayment();
        return new Booked(
                one.reference(),
                one.debit(),
                one.rupiah() + (other && ofPayment ? OTHER : 0),
                ofPayment ? kind.instructionOf(one.entry().order()) : null,
                ofPayment ? kind.paymentOf(one.entry().order()) : null,
                ofPayment ? one.entry().order().account() : null,
                one.back(),
                one.back() ? one.entry().reason() : null);
    }

    boolean isOfPayment() {
        return instruction != null || payment != null;
    }

    static long sum(List<Booked> all) {
        return all.stream().mapToLong(Booked::rupiah).sum();
    }
}
