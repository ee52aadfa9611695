package id.pkh.district.bank;

import id.pkh.district.bank.BankDocument.Signature;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a bank sends, on the day and in the way in which it does. */
final class Outbox {

    private static final int MOST_DAYS_LATE = 4;
    private static final int REPEATED_AFTER = 3;
    private static final double CUT_AT = 0.66;

    private record Waiting(int day, BankDocument document) {}

    private final String bank;
    private final boolean signs;
    private final Mischief mischief;
    private final Random dice;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<BankDocument> prompt = new ArrayList<>();
    private int numbers;
    private int minutes;
    private int today;
    private LocalDate date;
    private boolean reversed;

    Outbox(String bank, boolean signs, Mischief mischief, Random dice) {
        this.bank = bank;
        this.signs = signs;
        this.mischief = mischief;
        this.dice = dice;
    }

    void day(int day, LocalDate on) {
        today = day;
        date = on;
        reversed = mischief.happens(Misbehaviour.OUT_OF_ORDER, dice);
    }

    /** What is asked for is written without a mistake. */
    BankDocument asked(Draft draft) {
        return document(draft, style(number()), Signature.OWN, true);
    }

    /** Without a mistake, and before everything else of the day. */
    void promptly(Draft draft) {
        prompt.add(document(draft, style(number()), Signature.OWN, false));
    }

    void send(Draft draft) {
        if (isSpoilt(draft)) {
            return;
        }
        Draft.Style style = style(number());
        if (draft.takesOtherLines() && mischief.happens(Misbehaviour.INVENTED_LINE, dice)) {
            style = with(style, invented(), false);
        } else if (draft.takesOtherLines()
                && !(draft instanceof StatusReport)
                && mischief.happens(Misbehaviour.OTHER_AMOUNT, dice)) {
            add(1, document(draft, style(number()), Signature.OWN, false));
            style = with(style, null, true);
        }
        BankDocument document = document(draft, style, Signature.OWN, false);
        int late = mischief.happens(Misbehaviour.LATE, dice) ? 1 + dice.nextInt(MOST_DAYS_LATE) : 0;
        add(late, document);
        if (mischief.happens(Misbehaviour.SAME_BYTES_TWICE, dice)) {
            add(late + dice.nextInt(2), document);
        }
        if (mischief.happens(Misbehaviour.SAME_CONTENT_OTHER_NUMBER, dice)) {
            add(late + REPEATED_AFTER, document(draft, style(number()), Signature.OWN, false));
        }
        if (mischief.happens(Misbehaviour.SAME_NUMBER_OTHER_BYTES, dice)) {
            add(late + 1, document(draft, style(style.number()), Signature.OWN, false));
        }
    }

    /** A document that nobody may believe; the right one follows tomorrow. */
    private boolean isSpoilt(Draft draft) {
        Draft.Style style = style(number());
        BankDocument spoilt = null;
        if (mischief.happens(Misbehaviour.CUT, dice)) {
            BankDocument whole = document(draft, style, Signature.OWN, false);
            int until = (int) (whole.bytes().length * CUT_AT);
            spoilt =
                    new BankDocument(
                            "cut-" + whole.name(),
                            Arrays.copyOf(whole.bytes(), until),
                            Signature.OWN,
                            false,
                            false);
        } else if (mischief.happens(Misbehaviour.WRONG_TOTALS, dice)) {
            Draft.Style lying =
                    new Draft.Style(
                            style.day(), style.number(), style.minute(), true, false, null, false);
            BankDocument lie = document(draft, lying, Signature.OWN, false);
            spoilt =
                    new BankDocument(
                            "lying-" + lie.name(), lie.bytes(), Signature.OWN, false, false);
        } else if (signs && mischief.happens(Misbehaviour.NOT_SIGNED, dice)) {
            spoilt = document(draft, style, Signature.NONE, false);
        } else if (signs && mischief.happens(Misbehaviour.SIGNED_BY_OTHER, dice)) {
            spoilt = document(draft, style, Signature.OTHER, false);
        }
        if (spoilt == null) {
            return false;
        }
        add(0, spoilt);
        add(1, document(draft, style(number()), Signature.OWN, false));
        return true;
    }

    private static Draft.Style with(Draft.Style style, String invented, boolean otherAmount) {
        return new Draft.Style(
                style.day(),
                style.number(),
                style.minute(),
                false,
                style.reversed(),
                invented,
                otherAmount);
    }

    private String invented() {
        return "%08x".formatted(dice.nextInt()) + "f".repeat(24);
    }

    private String number() {
        return bank + "-" + ++numbers;
    }

    private Draft.Style style(String number) {
        return new Draft.Style(date, number, ++minutes, false, reversed, null, false);
    }

    private BankDocument document(
            Draft draft, Draft.Style style, Signature signature, boolean asked) {
        return new BankDocument(
                style.number() + "-" + style.minute() + "." + draft.extension(),
                draft.write(style).getBytes(StandardCharsets.UTF_8),
                signs ? signature : Signature.NONE,
                true,
                asked);
    }

    private void add(int days, BankDocument document) {
        waiting.add(new Waiting(today + days, document));
    }

    /** Tomorrow, as it is. */
    void again(BankDocument document) {
        add(1, document);
    }

    /** What is sent today. */
    List<BankDocument> take() {
        List<Waiting> due = waiting.stream().filter(one -> one.day() <= today).toList();
        waiting.removeAll(due);
        List<BankDocument> documents = new ArrayList<>();
        due.forEach(one -> documents.add(one.document()));
        if (reversed) {
            Collections.reverse(documents);
        }
        documents.addAll(0, prompt);
        prompt.clear();
        return documents;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
