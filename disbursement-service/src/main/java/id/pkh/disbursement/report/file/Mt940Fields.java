package id.pkh.disbursement.report.file;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of an MT940 that are read. */
final class Mt940Fields {

    private static final String AMOUNT = "(\\d{1,15},\\d{0,5})";
    private static final Pattern BALANCE =
            Pattern.compile("([CD])(\\d{6})([A-Z]{3})" + AMOUNT + "\\s*");
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(\\d{6})(\\d{4})?(R?[CD])[A-Z]?"
                            + AMOUNT
                            + "([A-Z][A-Z0-9]{3})(.*?)(//(.{0,16}).*)?");
    private static final Pattern OWN_REFERENCE =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?![0-9A-Za-z])");
    private static final Pattern OF_PAYMENT =
            Pattern.compile("(?:/EREF/|EREF\\+)([0-9A-Fa-f]{32})(?![0-9A-Za-z])");
    private static final Pattern OF_BATCH =
            Pattern.compile("(?<![0-9A-Za-z-])PKH-[0-9A-Za-z]+-[0-9A-Z]+-\\d{3,}(?![0-9A-Za-z])");
    private static final Pattern RETURN_REASON =
            Pattern.compile("/RTRN/([A-Z]{2}\\d{2}|[A-Z]{4})(?![0-9A-Za-z])");
    private static final String RETURNED_ITEM = "RTI";
    private static final int CENTURY = 2000;

    private Mt940Fields() {}

    /**
     * @param amount with a point in place of the comma
     */
    record Balance(boolean isDebit, LocalDate day, String currency, String amount) {}

    /**
     * @param texts what tells more about the entry, line by line
     */
    record Entry(
            boolean isDebit,
            boolean isReturn,
            LocalDate day,
            String amount,
            String bankRef,
            List<String> texts) {

        Entry withText(List<String> more) {
            List<String> all = new ArrayList<>(texts);
            all.addAll(more);
            return new Entry(isDebit, isReturn, day, amount, bankRef, List.copyOf(all));
        }

        ParsedLine line(int lineNo, String account, String currency) {
            References found = References.in(texts);
            return new ParsedLine(
                    lineNo,
                    found.instruction(),
                    found.payment(),
                    isReturn ? "RETURN" : "CREDIT",
                    found.reason(),
                    null,
                    ReportedAmount.of(amount, currency),
                    bankRef,
                    new Booking(account, null, isDebit, isReturn, true, day));
        }
    }

    /**
     * References of this service in a text of the bank. A bank breaks its lines anywhere, so they
     * are looked for across lines too.
     */
    private record References(String instruction, String payment, String reason) {

        static References in(List<String> lines) {
            String joined = String.join("", lines);
            String text = joined + "\n" + String.join("\n", lines);
            Set<String> own = new LinkedHashSet<>();
            Matcher each = OWN_REFERENCE.matcher(text);
            while (each.find()) {
                own.add(each.group());
            }
            String payment = first(OF_PAYMENT, text, 1);
            own.remove(payment);
            List<String> others = List.copyOf(own);
            if (payment == null && !others.isEmpty()) {
                payment = others.get(others.size() - 1);
                others = others.subList(0, others.size() - 1);
            }
            String instruction = others.isEmpty() ? null : others.get(0);
            return new References(
                    payment == null ? batchIn(text) : instruction,
                    payment,
                    first(RETURN_REASON, text, 1));
        }

        private static String batchIn(String text) {
            String found = first(OF_BATCH, text, 0);
            return MessageId.isMessageId(found) ? found : null;
        }

        private static String first(Pattern pattern, String text, int group) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group(group) : null;
        }
    }

    /** The number without the bank in front of it and the currency behind it. */
    static String account(String stated) {
        String number = stated.strip();
        number = number.substring(number.lastIndexOf('/') + 1);
        return number.endsWith("IDR") ? number.substring(0, number.length() - 3).strip() : number;
    }

    /** Null when it cannot be read. */
    static Balance balance(String stated) {
        Matcher parts = BALANCE.matcher(stated);
        LocalDate day = parts.matches() ? day(parts.group(2)) : null;
        return day == null
                ? null
                : new Balance(
                        parts.group(1).equals("D"), day, parts.group(3), plain(parts.group(4)));
    }

    /** Null when it cannot be read. A reversal of a credit is a debit. */
    static Entry entry(List<String> lines) {
        Matcher parts = ENTRY.matcher(lines.get(0));
        LocalDate valueDay = parts.matches() ? day(parts.group(1)) : null;
        LocalDate day = valueDay == null ? null : bookedOn(valueDay, parts.group(2));
        if (day == null) {
            return null;
        }
        String mark = parts.group(3);
        boolean reversal = mark.startsWith("R");
        String bankRef = parts.group(8) == null ? "" : parts.group(8).strip();
        return new Entry(
                reversal ? mark.equals("RC") : mark.equals("D"),
                reversal || parts.group(5).endsWith(RETURNED_ITEM),
                day,
                plain(parts.group(4)),
                bankRef.isEmpty() ? null : bankRef,
                lines.subList(1, lines.size()));
    }

    private static String plain(String amount) {
        String point = amount.replace(',', '.');
        return point.endsWith(".") ? point.substring(0, point.length() - 1) : point;
    }

    private static LocalDate day(String yymmdd) {
        try {
            return LocalDate.of(
                    CENTURY + Integer.parseInt(yymmdd.substring(0, 2)),
                    Integer.parseInt(yymmdd.substring(2, 4)),
                    Integer.parseInt(yymmdd.substring(4, 6)));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The day of the entry has no year: it is the one nearest to the day of its value. */
    private static LocalDate bookedOn(LocalDate valueDay, String mmdd) {
        if (mmdd == null) {
            return valueDay;
        }
        try {
            MonthDay of =
                    MonthDay.of(
                            Integer.parseInt(mmdd.substring(0, 2)),
                            Integer.parseInt(mmdd.substring(2, 4)));
            LocalDate sameYear = of.atYear(valueDay.getYear());
            if (sameYear.isAfter(valueDay.plusMonths(6))) {
                return of.atYear(valueDay.getYear() - 1);
            }
            return sameYear.isBefore(valueDay.minusMonths(6))
                    ? of.atYear(valueDay.getYear() + 1)
                    : sameYear;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
