package id.pkh.disbursement.report.file;

import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.disbursement.profile.file.ProfileFile;
import id.pkh.disbursement.profile.file.ReadRow;
import id.pkh.disbursement.profile.file.ReadRow.Line;
import id.pkh.disbursement.profile.file.ReadRow.Totals;
import id.pkh.disbursement.profile.file.ReadRow.Unreadable;
import id.pkh.disbursement.report.domain.BankStatus;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.BookingTotals;
import id.pkh.disbursement.report.domain.ReportKind;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Reads a bank's table with the profile of the bank. A cell that cannot be read refuses the whole
 * file, because such a fault is seldom in one cell only; what a line states is judged line by line.
 */
public final class TableReport {

    public static final String REPORT_CELL_UNREADABLE = "REPORT_CELL_UNREADABLE";

    private static final String CREDIT = "CREDIT";
    private static final String RETURN = "RETURN";
    private static final int HASH_CHARS = 16;

    private final ProfileContent content;
    private final Listener listener;
    private final boolean namesAccounts;
    private final BookingTotals totals = new BookingTotals();
    private boolean totalsSeen;
    private int lines;
    private int lastRow = 1;

    private TableReport(ProfileContent content, Listener listener) {
        this.content = content;
        this.listener = listener;
        this.namesAccounts =
                content.columns().stream()
                        .anyMatch(column -> column.field() == ProfileField.ACCOUNT);
    }

    /**
     * @param sha256 of the file, which has no number of its own
     */
    public static void read(
            Path file, String sha256, UUID profileId, ProfileContent content, Listener listener)
            throws UnreadableReport {
        listener.group(
                new Group(
                        ReportKind.PROFILE_PREFIX + profileId,
                        "LIST-" + sha256.substring(0, HASH_CHARS),
                        null,
                        new Original(null, ReportedAmount.NOT_GIVEN),
                        null,
                        null,
                        null,
                        List.of()));
        TableReport report = new TableReport(content, listener);
        ProfileFile.read(file, content, TabularLimits.defaults(), report::take);
        report.end();
    }

    private void take(ReadRow row) {
        lastRow = row.row();
        if (row instanceof Unreadable unreadable) {
            throw Refused.because(REPORT_CELL_UNREADABLE)
                    .with("line", unreadable.row())
                    .with("column", unreadable.column())
                    .with("found", unreadable.found())
                    .with("expected", unreadable.expected());
        }
        if (row instanceof Line line) {
            ParsedLine parsed = parsed(line);
            totals.line(parsed.amount());
            totals.entry(parsed.amount(), null, 0);
            listener.line(parsed);
        } else if (row instanceof Totals stated) {
            totalsSeen = true;
            totals.notification(text(stated.count()), text(stated.sumIdr()));
        }
    }

    private void end() throws UnreadableReport {
        if (content.totals() != null && !totalsSeen) {
            throw new UnreadableReport(UnreadableReport.REPORT_CUT)
                    .with("line", Integer.toString(lastRow))
                    .with("column", Integer.toString(content.totals().row().position()))
                    .with("element", content.totals().row().word());
        }
        totals.fault().ifPresent(listener::fault);
    }

    private ParsedLine parsed(Line line) {
        ReportReasons reasons = new ReportReasons();
        if (line.reason() != null) {
            reasons.reason(content.reasonOf(line.reason()));
            reasons.text(line.reason());
        }
        return new ParsedLine(
                ++lines,
                ReportAssembly.reference(line.instructionRef()),
                ReportAssembly.reference(line.endToEndRef()),
                statusOf(line.status()),
                reasons.codes(),
                reasons.text(),
                line.amountIdr() == null
                        ? ReportedAmount.NOT_GIVEN
                        : new ReportedAmount(line.amountIdr(), null),
                line.bankRef(),
                line.status() != null && line.status().isBooking() ? booking(line) : null);
    }

    /**
     * An unknown word has no status, so that it never is one that the profile does not name. It is
     * not kept, because a column that has moved may contain names.
     */
    private static String statusOf(ListedStatus status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case SALUR -> CREDIT;
            case RETUR -> RETURN;
            case GAGAL_SALUR -> BankStatus.REJECTED;
            default -> status.name();
        };
    }

    private Booking booking(Line line) {
        boolean isReturn = line.status() == ListedStatus.RETUR;
        return new Booking(
                namesAccounts ? line.account() : Booking.OF_PAYEE,
                null,
                isReturn,
                isReturn,
                true,
                line.day());
    }

    private static String text(Long number) {
        return number == null ? null : number.toString();
    }
}
