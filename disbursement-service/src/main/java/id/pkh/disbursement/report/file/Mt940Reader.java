package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportKind;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.domain.StatementBalances;
import id.pkh.disbursement.report.file.Mt940Fields.Balance;
import id.pkh.disbursement.report.file.Mt940Fields.Entry;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import id.pkh.disbursement.report.file.UnreadableReport.ElementFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads statements in the form of SWIFT MT940, one field at a time: tags 20, 25, 28C, 60, 61, 86
 * and 62. Other tags are passed over. An entry is complete when the next one or the closing balance
 * begins.
 */
final class Mt940Reader {

    private static final int HEAD_BYTES = 16;
    private static final int MAX_LINE_CHARS = 512;
    private static final int MAX_LINES_OF_FIELD = 100;
    private static final Pattern BEGIN = Pattern.compile("(?s)\\s*(:20:|\\{1:F).*");
    private static final Pattern FIELD = Pattern.compile(":(\\d{2}[A-Z]?):(.*)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(/(\\d{1,5}))?");

    private final Listener listener;
    private final StatementBalances balances = new StatementBalances();
    private final List<String> value = new ArrayList<>();
    private String tag;
    private int lineNo;
    private int lineOfTag = 1;
    private boolean ended;
    private boolean groupSeen;
    private boolean isOpen;
    private String account;
    private Long number;
    private Balance opening;
    private Entry waiting;
    private int lines;

    private Mt940Reader(Listener listener) {
        this.listener = listener;
    }

    /** Whether the file begins like an MT940, with or without the envelope of SWIFT. */
    static boolean isMt940(BufferedInputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        return BEGIN.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }

    static void read(BufferedInputStream in, Listener listener)
            throws UnreadableReport, IOException {
        new Mt940Reader(listener).read(in);
    }

    private void read(BufferedInputStream in) throws UnreadableReport, IOException {
        try {
            for (String line = line(in); line != null; line = line(in)) {
                take(line);
            }
            ended = true;
            endField();
            if (isOpen) {
                throw new UnreadableReport(UnreadableReport.REPORT_CUT);
            }
            if (!groupSeen) {
                throw UnreadableReport.element(":20:", ElementFault.MISSING);
            }
        } catch (UnreadableReport refused) {
            throw refused.with("line", Integer.toString(lineOfTag))
                    .with("column", "1")
                    .with("element", tag == null ? ":20:" : ":" + tag + ":");
        }
        balances.fault().ifPresent(listener::fault);
    }

    private String line(BufferedInputStream in) throws IOException, UnreadableReport {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        lineNo++;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() == MAX_LINE_CHARS) {
                throw UnreadableReport.element(shown(), ElementFault.TOO_LONG);
            }
            if (next != '\r') {
                line.append(next < ' ' ? '?' : (char) next);
            }
        }
        return line.toString();
    }

    private String shown() {
        return tag == null ? ":20:" : ":" + tag + ":";
    }

    private void take(String line) throws UnreadableReport {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            endField();
            tag = field.group(1);
            lineOfTag = lineNo;
            value.add(field.group(2));
        } else if (line.equals("-") || line.startsWith("-}")) {
            endField();
        } else if (!value.isEmpty()) {
            if (value.size() == MAX_LINES_OF_FIELD) {
                throw UnreadableReport.element(shown(), ElementFault.TOO_MANY);
            }
            value.add(line);
        }
    }

    private void endField() throws UnreadableReport {
        if (value.isEmpty()) {
            return;
        }
        List<String> whole = List.copyOf(value);
        value.clear();
        switch (tag) {
            case "20" -> begin(whole.get(0).strip());
            case "25", "25P" -> account = Mt940Fields.account(whole.get(0));
            case "28", "28C" -> number(whole.get(0));
            case "60F", "60M" -> open(readable(Mt940Fields.balance(whole.get(0))));
            case "61" -> entry(readable(Mt940Fields.entry(whole)));
            case "86" -> {
                if (waiting != null) {
                    waiting = waiting.withText(whole);
                }
            }
            case "62F", "62M" -> close(readable(Mt940Fields.balance(whole.get(0))));
            default -> {
                // the field is not needed
            }
        }
    }

    /** What cannot be read at the very end of the file is cut. */
    private <T> T readable(T read) throws UnreadableReport {
        if (read == null) {
            throw new UnreadableReport(
                    ended ? UnreadableReport.REPORT_CUT : UnreadableReport.REPORT_UNREADABLE);
        }
        return read;
    }

    private void begin(String reference) throws UnreadableReport {
        if (isOpen) {
            throw UnreadableReport.element(":62F:", ElementFault.MISSING);
        }
        if (reference.isEmpty()) {
            throw UnreadableReport.element(":20:", ElementFault.MISSING);
        }
        isOpen = true;
        account = null;
        number = null;
        opening = null;
        if (!groupSeen) {
            groupSeen = true;
            listener.group(
                    new Group(
                            ReportKind.MT940_NAMESPACE,
                            reference,
                            null,
                            new Original(null, ReportedAmount.NOT_GIVEN),
                            null,
                            null,
                            null,
                            List.of()));
        }
    }

    /** The further pages of a statement have its number. */
    private void number(String stated) {
        Matcher parts = NUMBER.matcher(stated.strip());
        boolean isFirstPage =
                parts.matches()
                        && (parts.group(3) == null || Integer.parseInt(parts.group(3)) <= 1);
        number = isFirstPage ? Long.valueOf(parts.group(1)) : null;
    }

    private void open(Balance balance) throws UnreadableReport {
        requireOpen();
        if (opening != null) {
            throw UnreadableReport.element(shown(), ElementFault.TWICE);
        }
        opening = balance;
        balances.opening(balance.amount(), balance.isDebit());
    }

    private void entry(Entry entry) throws UnreadableReport {
        requireOpen();
        if (opening == null) {
            throw UnreadableReport.element(":60F:", ElementFault.MISSING);
        }
        flush();
        waiting = entry;
    }

    private void flush() {
        if (waiting != null) {
            balances.entry(waiting.amount(), waiting.isDebit(), true);
            listener.line(waiting.line(++lines, account, opening.currency()));
            waiting = null;
        }
    }

    private void close(Balance balance) throws UnreadableReport {
        requireOpen();
        flush();
        balances.closing(balance.amount(), balance.isDebit());
        balances.end();
        listener.statement(new Statement(account, number, balance.day()));
        isOpen = false;
    }

    private void requireOpen() throws UnreadableReport {
        if (!isOpen) {
            throw UnreadableReport.element(":20:", ElementFault.MISSING);
        }
    }
}
