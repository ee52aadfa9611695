package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportTotals.StatusTotal;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ElementPath.LineField;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assembles the elements of a pain.002; it keeps one transaction at a time in memory. */
final class ReportAssembly {

    private static final int MAX_STATUSES = 64;

    private final Listener listener;
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> block = new HashMap<>();
    private final String[] line = new String[LineField.values().length];
    private String lastStatus;
    private String lastReason;
    private final List<StatusTotal> totals = new ArrayList<>();
    private ElementPath place = ElementPath.outside();
    private int places;
    private String namespace;
    private String currency;
    private String messageId;
    private boolean groupSeen;
    private int lines;

    ReportAssembly(Listener listener) {
        this.listener = listener;
    }

    void open(String name, String elementNamespace, String elementCurrency)
            throws UnreadableReport {
        ElementPath known = place.known(name);
        if (known == null && ++places > ElementPath.MAX_PLACES) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
        place = known == null ? place.make(name) : known;
        namespace = elementNamespace;
        currency = elementCurrency == null ? currency : elementCurrency;
    }

    void close(ElementText text) throws UnreadableReport {
        ElementPath here = place;
        place = here.parent();
        switch (here.kind()) {
            case MESSAGE_ID -> messageId = text.stripped();
            case GROUP -> listener.group(takeGroup());
            case LINE -> listener.line(takeLine());
            case BLOCK -> listener.block(takeBlock());
            case TOTAL_OF_GROUP -> takeTotal(group);
            case TOTAL_OF_BLOCK -> takeTotal(block);
            case IN_LINE -> keepOfLine(here.field(), text);
            case IN_BLOCK -> {
                requireGroup();
                keep(block, here.key(), text);
            }
            case IN_GROUP -> keep(group, here.key(), text);
            case OTHER -> {
                // the element is not needed
            }
        }
    }

    boolean hasRoot() {
        return namespace != null;
    }

    /** A report that does not name the original file is refused. */
    void end() throws UnreadableReport {
        requireGroup();
    }

    private void requireGroup() throws UnreadableReport {
        if (!groupSeen) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
    }

    /** Of several values, such as reasons, the first counts. */
    private static void keep(Map<String, String> part, String name, ElementText text) {
        String kept = text.stripped();
        if (!kept.isEmpty()) {
            part.putIfAbsent(name, kept);
        }
    }

    private void keepOfLine(LineField field, ElementText text) {
        if (field == null || line[field.ordinal()] != null) {
            return;
        }
        String kept =
                switch (field) {
                    case STATUS -> lastStatus = text.strippedOr(lastStatus);
                    case REASON -> lastReason = text.strippedOr(lastReason);
                    default -> text.stripped();
                };
        line[field.ordinal()] = kept.isEmpty() ? null : kept;
    }

    private String ofLine(LineField field) {
        return line[field.ordinal()];
    }

    private void takeTotal(Map<String, String> part) throws UnreadableReport {
        String status = part.remove("NbOfTxsPerSts/DtldSts");
        String count = part.remove("NbOfTxsPerSts/DtldNbOfTxs");
        part.remove("NbOfTxsPerSts/DtldCtrlSum");
        if (status != null && count != null) {
            totals.add(new StatusTotal(status, count));
        }
        if (totals.size() > MAX_STATUSES) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
    }

    private Group takeGroup() throws UnreadableReport {
        String original = group.get("OrgnlMsgId");
        if (groupSeen || messageId == null || original == null) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
        groupSeen = true;
        Group taken =
                new Group(
                        namespace,
                        messageId,
                        original,
                        original(group),
                        group.get("GrpSts"),
                        reason(group),
                        takeTotals());
        group.clear();
        return taken;
    }

    private Block takeBlock() {
        Block taken =
                new Block(original(block), block.get("PmtInfSts"), reason(block), takeTotals());
        block.clear();
        return taken;
    }

    private ParsedLine takeLine() throws UnreadableReport {
        requireGroup();
        String amount = ofLine(LineField.AMOUNT);
        String reason = ofLine(LineField.REASON);
        ParsedLine taken =
                new ParsedLine(
                        ++lines,
                        ofLine(LineField.INSTRUCTION),
                        ofLine(LineField.END_TO_END),
                        ofLine(LineField.STATUS),
                        reason == null ? ofLine(LineField.OWN_REASON) : reason,
                        amount == null
                                ? ReportedAmount.NOT_GIVEN
                                : ReportedAmount.of(amount, currency),
                        ofLine(LineField.BANK_REF));
        Arrays.fill(line, null);
        currency = null;
        return taken;
    }

    private List<StatusTotal> takeTotals() {
        List<StatusTotal> taken = List.copyOf(totals);
        totals.clear();
        return taken;
    }

    private static Original original(Map<String, String> part) {
        String sum = part.get("OrgnlCtrlSum");
        return new Original(
                part.get("OrgnlNbOfTxs"),
                sum == null ? ReportedAmount.NOT_GIVEN : ReportedAmount.total(sum));
    }

    private static String reason(Map<String, String> part) {
        return part.getOrDefault("StsRsnInf/Rsn/Cd", part.get("StsRsnInf/Rsn/Prtry"));
    }
}
