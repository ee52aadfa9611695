package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.BankStatus;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportTotals.StatusTotal;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.StatusElement.LineField;
import id.pkh.disbursement.report.file.UnreadableReport.ElementFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assembles the elements of a pain.002; it keeps one transaction at a time in memory. */
final class StatusAssembly extends ReportAssembly<StatusElement> {

    private static final int MAX_STATUSES = 64;
    private static final String REASON = "StsRsnInf/Rsn/";
    private static final String REASON_TEXT = "StsRsnInf/AddtlInf";

    private final Listener listener;
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> block = new HashMap<>();
    private final String[] line = new String[LineField.values().length];
    private final ReportReasons reasonsOfGroup = new ReportReasons();
    private final ReportReasons reasonsOfBlock = new ReportReasons();
    private final ReportReasons reasonsOfLine = new ReportReasons();
    private String lastStatus;
    private final List<StatusTotal> totals = new ArrayList<>();
    private final String namespace;
    private String currency;
    private String messageId;
    private String statusOfGroup;
    private boolean groupSeen;
    private int linesOfBlock;
    private int lines;

    StatusAssembly(String namespace, Listener listener) {
        super(StatusElement::at);
        this.namespace = namespace;
        this.listener = listener;
    }

    @Override
    void opened(String elementCurrency) {
        currency = elementCurrency == null ? currency : elementCurrency;
    }

    @Override
    void closed(ElementPath<StatusElement> element, ElementText text) throws UnreadableReport {
        StatusElement here = element.use();
        switch (here.kind()) {
            case MESSAGE_ID -> messageId = whole(element, text);
            case GROUP -> listener.group(takeGroup());
            case LINE -> listener.line(takeLine());
            case BLOCK -> listener.block(takeBlock());
            case TOTAL_OF_GROUP -> takeTotal(element, group);
            case TOTAL_OF_BLOCK -> takeTotal(element, block);
            case IN_LINE -> keepOfLine(element, text);
            case IN_BLOCK -> {
                requireGroup();
                requireBeforeLines(element);
                keep(element, block, reasonsOfBlock, text);
            }
            case IN_GROUP -> keep(element, group, reasonsOfGroup, text);
            case OTHER -> {
                // the element is not needed
            }
        }
    }

    /** A report that does not name the original file is refused. */
    @Override
    void end() throws UnreadableReport {
        requireGroup();
    }

    /** A file that is cut off still names its batch, if it was not cut before that. */
    @Override
    void cut() throws UnreadableReport {
        if (!groupSeen && messageId != null && group.containsKey("OrgnlMsgId")) {
            listener.group(takeGroup());
        }
    }

    private void requireGroup() throws UnreadableReport {
        if (!groupSeen) {
            throw UnreadableReport.element("OrgnlGrpInfAndSts", ElementFault.MISSING);
        }
    }

    /** The status of a block counts for its lines, so it has to be known before them. */
    private void requireBeforeLines(ElementPath<StatusElement> here) throws UnreadableReport {
        boolean counts =
                here.use().key().equals("PmtInfSts") || here.use().key().startsWith(REASON);
        if (counts && linesOfBlock > 0) {
            throw UnreadableReport.element(here.shown(), ElementFault.OUT_OF_ORDER);
        }
    }

    private static void keep(
            ElementPath<StatusElement> here,
            Map<String, String> part,
            ReportReasons reasons,
            ElementText text)
            throws UnreadableReport {
        if (here.use().key().isEmpty()) {
            return;
        }
        if (here.use().key().equals(REASON_TEXT)) {
            reasons.text(text.stripped());
            return;
        }
        String kept = whole(here, text);
        if (here.use().key().startsWith(REASON)) {
            reasons.reason(kept);
        } else if (!kept.isEmpty()) {
            part.putIfAbsent(here.use().key(), kept);
        }
    }

    private void keepOfLine(ElementPath<StatusElement> here, ElementText text)
            throws UnreadableReport {
        LineField field = here.use().field();
        if (field == null) {
            return;
        }
        if (field == LineField.REASON_TEXT) {
            reasonsOfLine.text(text.stripped());
            return;
        }
        requireWhole(here, text);
        if (field == LineField.REASON || field == LineField.OWN_REASON) {
            reasonsOfLine.reason(text.stripped());
        } else if (line[field.ordinal()] == null) {
            String kept =
                    field == LineField.STATUS
                            ? (lastStatus = text.strippedOr(lastStatus))
                            : text.stripped();
            line[field.ordinal()] = kept.isEmpty() ? null : kept;
        }
    }

    private String ofLine(LineField field) {
        return line[field.ordinal()];
    }

    private void takeTotal(ElementPath<StatusElement> here, Map<String, String> part)
            throws UnreadableReport {
        String status = part.remove("NbOfTxsPerSts/DtldSts");
        String count = part.remove("NbOfTxsPerSts/DtldNbOfTxs");
        if (status != null && count != null) {
            totals.add(new StatusTotal(status, count));
        }
        if (totals.size() > MAX_STATUSES) {
            throw UnreadableReport.element(here.shown(), ElementFault.TOO_MANY);
        }
    }

    private Group takeGroup() throws UnreadableReport {
        String original = group.get("OrgnlMsgId");
        if (groupSeen) {
            throw UnreadableReport.element("OrgnlGrpInfAndSts", ElementFault.TWICE);
        }
        if (messageId == null || original == null) {
            throw UnreadableReport.element(
                    messageId == null ? "GrpHdr/MsgId" : "OrgnlGrpInfAndSts/OrgnlMsgId",
                    ElementFault.MISSING);
        }
        groupSeen = true;
        statusOfGroup = group.get("GrpSts");
        Group taken =
                new Group(
                        namespace,
                        messageId,
                        original,
                        original(group),
                        statusOfGroup,
                        reasonsOfGroup.codes(),
                        reasonsOfGroup.text(),
                        takeTotals());
        group.clear();
        return taken;
    }

    private Block takeBlock() throws UnreadableReport {
        requireGroup();
        String status = block.get("PmtInfSts");
        reasonsOfBlock.inherit(reasonsOfGroup);
        Block taken =
                new Block(
                        original(block),
                        status == null ? statusOfGroup : status,
                        reasonsOfBlock.codes(),
                        reasonsOfBlock.text(),
                        takeTotals());
        block.clear();
        reasonsOfBlock.clear();
        linesOfBlock = 0;
        return taken;
    }

    private ParsedLine takeLine() throws UnreadableReport {
        requireGroup();
        linesOfBlock++;
        String amount = ofLine(LineField.AMOUNT);
        String status = statusOfLine();
        if (BankStatus.REJECTED.equals(status)) {
            reasonsOfLine.inherit(reasonsOfBlock);
            reasonsOfLine.inherit(reasonsOfGroup);
        }
        ParsedLine taken =
                new ParsedLine(
                        ++lines,
                        reference(ofLine(LineField.INSTRUCTION)),
                        reference(ofLine(LineField.END_TO_END)),
                        status,
                        reasonsOfLine.codes(),
                        reasonsOfLine.text(),
                        amount == null
                                ? ReportedAmount.NOT_GIVEN
                                : ReportedAmount.of(amount, currency),
                        ofLine(LineField.BANK_REF),
                        null);
        Arrays.fill(line, null);
        if (!reasonsOfLine.isEmpty()) {
            reasonsOfLine.clear();
        }
        currency = null;
        return taken;
    }

    /** A line without a status has that of its block, or of the file, if it is for all lines. */
    private String statusOfLine() {
        String own = ofLine(LineField.STATUS);
        if (own != null) {
            return own;
        }
        String ofBlock = block.get("PmtInfSts");
        String above = ofBlock == null ? statusOfGroup : ofBlock;
        return BankStatus.speaksForAll(above) ? above : null;
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
}
