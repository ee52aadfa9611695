package id.pkh.disbursement.report.file;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.BookingTotals;
import id.pkh.disbursement.report.domain.ReportKind;
import id.pkh.disbursement.report.domain.ReportTotals;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.domain.StatementBalances;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import id.pkh.disbursement.report.file.UnreadableReport.ElementFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles the bookings of a camt.054 or a camt.053. An entry has one line for each of its
 * transactions, or one line if it has no details. The amount of an entry with one transaction is
 * that of the transaction. An entry that names no payment may name a payment file as a whole.
 */
final class BookingAssembly extends ReportAssembly<BookingElement> {

    private static final int DAY_CHARS = 10;
    private static final List<String> TRUE = List.of("true", "1");
    private static final List<String> OPENING = List.of("OPBD", "PRCD");
    private static final String CLOSING = "CLBD";

    private final String namespace;
    private final Listener listener;
    private final boolean isStatement;
    private final BookingTotals totals = new BookingTotals();
    private final StatementBalances balances = new StatementBalances();
    private final Map<BookingElement, String> read = new EnumMap<>(BookingElement.class);
    private final ReportReasons reasons = new ReportReasons();
    private String currency;
    private String currencyOfEntry;
    private String currencyOfDetails;
    private boolean isReturn;
    private boolean groupSeen;
    private boolean notificationSeen;
    private int detailsOfEntry;
    private ParsedLine waiting;
    private String batchRef;
    private LocalDate closedOn;
    private int lines;

    BookingAssembly(ReportKind kind, String namespace, Listener listener) {
        super(path -> BookingElement.at(kind, path));
        this.isStatement = kind == ReportKind.CAMT_053;
        this.namespace = namespace;
        this.listener = listener;
    }

    @Override
    void opened(String elementCurrency) {
        currency = elementCurrency;
    }

    @Override
    void closed(ElementPath<BookingElement> element, ElementText text) throws UnreadableReport {
        BookingElement here = element.use();
        if (here == null) {
            return;
        }
        switch (here) {
            case DETAILS -> takeDetails();
            case ENTRY -> takeEntry();
            case BALANCE -> takeBalance();
            case NOTIFICATION -> takeNotification();
            case RETURN -> isReturn = true;
            case RETURN_REASON -> {
                isReturn = true;
                reasons.reason(whole(element, text));
            }
            case RETURN_TEXT -> reasons.text(text.stripped());
            default -> keep(element, whole(element, text));
        }
    }

    private void keep(ElementPath<BookingElement> element, String text) throws UnreadableReport {
        BookingElement here = element.use();
        if (text.isEmpty() || ofBatch(here) && !MessageId.isMessageId(text)) {
            return;
        }
        if (here == BookingElement.ENTRY_AMOUNT) {
            currencyOfEntry = currency;
        } else if (here == BookingElement.AMOUNT || here == BookingElement.AMOUNT_IN_DETAILS) {
            currencyOfDetails = currency;
        }
        read.putIfAbsent(here, text);
        if (here == BookingElement.MESSAGE_ID) {
            begin();
        }
    }

    private static boolean ofBatch(BookingElement element) {
        return element == BookingElement.BATCH_REF
                || element == BookingElement.BATCH_REF_IN_DETAILS;
    }

    private void begin() throws UnreadableReport {
        if (groupSeen) {
            throw UnreadableReport.element("GrpHdr/MsgId", ElementFault.TWICE);
        }
        groupSeen = true;
        listener.group(
                new Group(
                        namespace,
                        read.get(BookingElement.MESSAGE_ID),
                        null,
                        new Original(null, ReportedAmount.NOT_GIVEN),
                        null,
                        null,
                        null,
                        List.of()));
    }

    private void takeDetails() throws UnreadableReport {
        requireBegun();
        flush(ReportedAmount.NOT_GIVEN, false);
        String own = read.get(BookingElement.AMOUNT);
        String amount = own == null ? read.get(BookingElement.AMOUNT_IN_DETAILS) : own;
        detailsOfEntry++;
        waiting =
                line(amount == null ? ReportedAmount.NOT_GIVEN : amount(amount, currencyOfDetails));
        forget(BookingElement.INSTRUCTION, BookingElement.values().length);
        reasons.clear();
        isReturn = false;
        currencyOfDetails = null;
    }

    private void takeEntry() throws UnreadableReport {
        requireBegun();
        String stated = read.get(BookingElement.ENTRY_AMOUNT);
        ReportedAmount amount =
                stated == null ? ReportedAmount.NOT_GIVEN : amount(stated, currencyOfEntry);
        if (detailsOfEntry == 0) {
            waiting = line(amount);
        }
        boolean isOnly = detailsOfEntry <= 1;
        flush(isOnly ? amount : ReportedAmount.NOT_GIVEN, isOnly);
        if (isStatement) {
            balances.entry(stated, isDebit(read.get(BookingElement.ENTRY_DIRECTION)), isBooked());
        }
        totals.entry(amount, read.get(BookingElement.BATCH_COUNT), detailsOfEntry);
        forget(BookingElement.ENTRY_AMOUNT.ordinal(), BookingElement.values().length);
        detailsOfEntry = 0;
        currencyOfEntry = null;
    }

    private void takeBalance() {
        String type = read.getOrDefault(BookingElement.BALANCE_TYPE, "");
        String amount = read.get(BookingElement.BALANCE_AMOUNT);
        Boolean isDebit = isDebit(read.get(BookingElement.BALANCE_DIRECTION));
        if (OPENING.contains(type)) {
            balances.opening(amount, isDebit);
        } else if (type.equals(CLOSING)) {
            balances.closing(amount, isDebit);
            closedOn = day(read.get(BookingElement.BALANCE_DAY));
        }
        forget(BookingElement.BALANCE, BookingElement.ENTRIES.ordinal());
    }

    private void takeNotification() throws UnreadableReport {
        requireBegun();
        notificationSeen = true;
        if (isStatement) {
            balances.end();
            listener.statement(
                    new Statement(
                            read.get(BookingElement.ACCOUNT),
                            ReportTotals.number(read.get(BookingElement.STATEMENT_NUMBER)),
                            closedOn));
            closedOn = null;
        }
        totals.notification(
                read.get(BookingElement.ENTRIES), read.get(BookingElement.SUM_OF_ENTRIES));
        forget(BookingElement.ACCOUNT.ordinal(), BookingElement.values().length);
    }

    /**
     * The line that waits for the amount of its entry, unless it has its own. The only line of an
     * entry may be a payment file as a whole.
     */
    private void flush(ReportedAmount ofEntry, boolean isOnly) {
        if (waiting == null) {
            return;
        }
        ParsedLine line = waiting.amount().isGiven() ? waiting : waiting.withAmount(ofEntry);
        if (isOnly && line.instructionRef() == null && line.endToEndRef() == null) {
            line = line.withInstruction(batchRef);
        }
        waiting = null;
        batchRef = null;
        totals.line(line.amount());
        listener.line(line);
    }

    private ParsedLine line(ReportedAmount amount) {
        String direction = read.get(BookingElement.DIRECTION);
        String ownRef = read.get(BookingElement.BANK_REF);
        String ofDetails = read.get(BookingElement.BATCH_REF_IN_DETAILS);
        batchRef = ofDetails == null ? read.get(BookingElement.BATCH_REF) : ofDetails;
        boolean reversal = TRUE.contains(read.getOrDefault(BookingElement.ENTRY_REVERSAL, ""));
        Booking booking =
                new Booking(
                        read.get(BookingElement.ACCOUNT),
                        read.get(BookingElement.CREDITOR),
                        isDebit(
                                direction == null
                                        ? read.get(BookingElement.ENTRY_DIRECTION)
                                        : direction),
                        isReturn || reversal,
                        isBooked(),
                        day(read.get(BookingElement.ENTRY_DAY)));
        return new ParsedLine(
                ++lines,
                reference(read.get(BookingElement.INSTRUCTION)),
                reference(read.get(BookingElement.END_TO_END)),
                booking.isReturn() ? "RETURN" : "CREDIT",
                reasons.codes(),
                reasons.text(),
                amount,
                ownRef == null ? read.get(BookingElement.ENTRY_REF) : ownRef,
                booking);
    }

    private boolean isBooked() {
        return "BOOK".equals(read.get(BookingElement.ENTRY_STATUS));
    }

    private static Boolean isDebit(String direction) {
        return direction == null || !List.of("DBIT", "CRDT").contains(direction)
                ? null
                : (Boolean) direction.equals("DBIT");
    }

    private static ReportedAmount amount(String text, String currency) {
        return ReportedAmount.of(text, currency);
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.length() < DAY_CHARS
                    ? null
                    : LocalDate.parse(text.substring(0, DAY_CHARS));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private void forget(BookingElement from, int until) {
        forget(from.ordinal(), until);
    }

    private void forget(int from, int until) {
        Arrays.stream(BookingElement.values(), from, until).forEach(read::remove);
    }

    private void requireBegun() throws UnreadableReport {
        if (!groupSeen) {
            throw UnreadableReport.element("GrpHdr/MsgId", ElementFault.MISSING);
        }
    }

    /** The totals are compared when all is read. */
    @Override
    void end() throws UnreadableReport {
        requireBegun();
        if (!notificationSeen) {
            throw UnreadableReport.element("Ntfctn", ElementFault.MISSING);
        }
        totals.fault().or(balances::fault).ifPresent(listener::fault);
    }

    @Override
    void cut() {
        // what was read names its message, and that is enough to record it
    }
}
