package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.platform.web.FreeTextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The reasons of one status: codes or own words of the bank, and what it adds in a text. */
final class ReportReasons {

    private static final int MAX_REASONS = 16;
    private static final int MAX_REASON_CHARS = 35;
    private static final int MAX_TEXT_CHARS = 140;

    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Nd}\\p{Cc}\\p{Cf}]");

    /** In place of further reasons; it is in no table, so people ask the bank. */
    private static final String MORE = "MORE_REASONS";

    private final List<String> reasons = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void reason(String stated) {
        String reason = withoutNumbers(stated);
        if (reason.isEmpty() || reasons.contains(reason)) {
            return;
        }
        if (reasons.size() < MAX_REASONS) {
            reasons.add(cut(reason, MAX_REASON_CHARS));
        } else if (BankReasons.namesDuplicate(reason)) {
            reasons.set(MAX_REASONS - 1, cut(reason, MAX_REASON_CHARS));
        } else if (!BankReasons.namesDuplicate(reasons.get(MAX_REASONS - 1))) {
            reasons.set(MAX_REASONS - 1, MORE);
        }
    }

    void text(String stated) {
        String more = withoutNumbers(stated);
        if (!more.isEmpty() && text.length() < MAX_TEXT_CHARS) {
            text.append(text.length() == 0 ? "" : " ").append(more);
        }
    }

    /**
     * Adds what the bank states about the block or the file of this status: all of it when this
     * status has no reason of its own, otherwise only that the bank has it already.
     */
    void inherit(ReportReasons above) {
        if (reasons.isEmpty()) {
            above.reasons.forEach(this::reason);
        } else {
            above.reasons.stream().filter(BankReasons::namesDuplicate).forEach(this::reason);
        }
        if (text.length() == 0) {
            text.append(above.text);
        }
    }

    String codes() {
        return BankReasons.together(reasons);
    }

    String text() {
        return text.length() == 0 ? null : cut(text.toString(), MAX_TEXT_CHARS).strip();
    }

    void clear() {
        reasons.clear();
        text.setLength(0);
    }

    boolean isEmpty() {
        return reasons.isEmpty() && text.length() == 0;
    }

    /** A bank may repeat the number of an account, which is not stored in a text. */
    private static String withoutNumbers(String stated) {
        return FreeTextRule.faultOf(stated).isEmpty()
                ? stated
                : NOT_IN_A_TEXT.matcher(stated).replaceAll("*");
    }

    private static String cut(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars);
    }
}
