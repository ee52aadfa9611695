package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.Plan.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** What will become of the instructions of a bank, and on which of its days. */
final class Fates {

    /** Codes that every bank knows, for refusals and for returns. */
    static final List<String> REASONS = List.of("AC04", "AC01", "AC06", "BE01", "MD07");

    static final String NOT_COLLECTED = "NCOL";
    static final String FILE_INVALID = "FF01";
    static final int REFUSED_AFTER = 2;

    private static final List<String> OTHER_REASONS =
            List.of("XX99", "NARR", "DITOLAK SISTEM", "AM05");
    private static final int CREDITED_AFTER = 3;
    private static final int PAID_NEVERTHELESS_AFTER = 5;
    private static final int BACK_AFTER = 5;
    private static final int CREDITED_AGAIN_AFTER = 7;
    private static final int REFUSED_PERMILLE = 70;
    private static final int PERMILLE = 1_000;

    enum What {
        CREDIT,
        REFUSE,
        GIVE_BACK
    }

    /** Something that will happen. */
    record Fate(int day, Entry entry, What what, String reason) {}

    private final BankKind kind;
    private final Mischief mischief;
    private final Random dice;
    private final Plan plan;
    private final List<Fate> coming = new ArrayList<>();

    Fates(BankKind kind, Mischief mischief, Random dice, Plan plan) {
        this.kind = kind;
        this.mischief = mischief;
        this.dice = dice;
        this.plan = plan;
    }

    void refuseAll(List<Entry> entries, int today) {
        entries.forEach(entry -> add(today + REFUSED_AFTER, entry, What.REFUSE, FILE_INVALID));
    }

    void plan(Entry entry, int today) {
        plan.of(entry.order(), entry.line())
                .ifPresentOrElse(
                        outcome -> planned(outcome, entry, today), () -> thrown(entry, today));
    }

    private void planned(Outcome outcome, Entry entry, int today) {
        if (outcome.what() == Outcome.What.REFUSED) {
            int after = kind == BankKind.POST_OFFICE ? BACK_AFTER : REFUSED_AFTER;
            add(today + after, entry, What.REFUSE, outcome.reason());
            return;
        }
        add(today + CREDITED_AFTER, entry, What.CREDIT, null);
        if (outcome.what() == Outcome.What.RETURNED) {
            add(today + BACK_AFTER, entry, What.GIVE_BACK, outcome.reason());
        }
    }

    private void thrown(Entry entry, int today) {
        boolean refused = dice.nextInt(PERMILLE) < REFUSED_PERMILLE;
        if (kind == BankKind.POST_OFFICE) {
            if (refused) {
                add(today + BACK_AFTER, entry, What.REFUSE, NOT_COLLECTED);
            } else {
                add(today + CREDITED_AFTER + dice.nextInt(2), entry, What.CREDIT, null);
            }
        } else if (mischief.happens(Misbehaviour.REASON_NOT_IN_TABLE, dice)) {
            String odd = OTHER_REASONS.get(dice.nextInt(OTHER_REASONS.size()));
            add(today + REFUSED_AFTER, entry, What.REFUSE, odd);
            if (odd.equals("AM05") || dice.nextBoolean()) {
                add(today + PAID_NEVERTHELESS_AFTER, entry, What.CREDIT, null);
            }
        } else if (refused) {
            add(today + REFUSED_AFTER, entry, What.REFUSE, anyReason());
            if (mischief.happens(Misbehaviour.PAYS_AFTER_REFUSAL, dice)) {
                add(today + PAID_NEVERTHELESS_AFTER, entry, What.CREDIT, null);
            }
        } else {
            credited(entry, today);
        }
    }

    private void credited(Entry entry, int today) {
        add(today + CREDITED_AFTER, entry, What.CREDIT, null);
        if (mischief.happens(Misbehaviour.PAYS_TWICE, dice)) {
            add(today + CREDITED_AFTER, entry, What.CREDIT, null);
        }
        if (mischief.happens(Misbehaviour.RETURNS_AFTER_CREDIT, dice)) {
            add(today + BACK_AFTER, entry, What.GIVE_BACK, anyReason());
            if (mischief.happens(Misbehaviour.CREDITS_AFTER_RETURN, dice)) {
                add(today + CREDITED_AGAIN_AFTER, entry, What.CREDIT, null);
            }
        }
    }

    private String anyReason() {
        return REASONS.get(dice.nextInt(REASONS.size()));
    }

    private void add(int day, Entry entry, What what, String reason) {
        coming.add(new Fate(day, entry, what, reason));
    }

    /** What happens today, in the order in which it was planned. */
    List<Fate> due(int today) {
        List<Fate> due = coming.stream().filter(fate -> fate.day() <= today).toList();
        coming.removeAll(due);
        return due;
    }

    /** What is to come for an instruction no longer comes. */
    List<Fate> takeAll(Entry entry) {
        List<Fate> taken = new ArrayList<>();
        for (Iterator<Fate> each = coming.iterator(); each.hasNext(); ) {
            Fate fate = each.next();
            if (fate.entry() == entry) {
                taken.add(fate);
                each.remove();
            }
        }
        return taken;
    }

    boolean isEmpty() {
        return coming.isEmpty();
    }
}
