package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pain.002.001.10 about one file, in the form of the bank.
 *
 * @param groupReason null for none
 * @param lines those that it lists
 * @param counts lines of the file by status, whether listed or not
 */
record StatusReport(
        BankKind kind,
        List<Entry> file,
        String groupStatus,
        String groupReason,
        List<Line> lines,
        Map<String, Integer> counts)
        implements Draft {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final long INVENTED = 100_000;

    /** What is stated of one payment; the reason is null for none. */
    record Line(Entry entry, String status, String reason) {}

    @Override
    public String write(Style style) {
        List<Line> listed = new ArrayList<>(lines);
        if (style.reversed()) {
            Collections.reverse(listed);
        }
        String original = file.get(0).messageId();
        long sum = file.stream().mapToLong(one -> one.order().rupiah()).sum();
        String count = Integer.toString(file.size() + (style.lies() ? 1 : 0));
        StringBuilder text = new StringBuilder();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"")
                .append(NAMESPACE)
                .append("\"><CstmrPmtStsRpt><GrpHdr>")
                .append(Xml.element("MsgId", style.number()))
                .append(Xml.element("CreDtTm", style.createdAt()))
                .append("</GrpHdr><OrgnlGrpInfAndSts>")
                .append(Xml.element("OrgnlMsgId", original))
                .append(Xml.element("OrgnlMsgNmId", "pain.001.001.09"))
                .append(
                        Xml.element(
                                "OrgnlNbOfTxs",
                                kind == BankKind.REFUSALS_ONLY ? "0".repeat(6) + count : count))
                .append(Xml.element("OrgnlCtrlSum", sum + ".00"))
                .append(Xml.element("GrpSts", groupStatus))
                .append(reason(groupReason))
                .append(kind == BankKind.REFUSALS_ONLY ? countsText() : "")
                .append("</OrgnlGrpInfAndSts>\n");
        blocks(listed, style).forEach(block -> text.append(block).append('\n'));
        return text.append("</CstmrPmtStsRpt></Document>\n").toString();
    }

    private String countsText() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts)
                .forEach(
                        (status, number) ->
                                text.append("<NbOfTxsPerSts>")
                                        .append(
                                                Xml.element(
                                                        "DtldNbOfTxs", "%05d".formatted(number)))
                                        .append(Xml.element("DtldSts", status))
                                        .append("</NbOfTxsPerSts>"));
        return text.toString();
    }

    private List<String> blocks(List<Line> listed, Style style) {
        List<String> blocks = new ArrayList<>();
        if (kind == BankKind.BLOCK_STATUS) {
            Map<String, List<Line>> byStatus = new TreeMap<>();
            listed.forEach(
                    line ->
                            byStatus.computeIfAbsent(line.status(), any -> new ArrayList<>())
                                    .add(line));
            byStatus.forEach((status, some) -> blocks.add(block(status, some, style, false)));
        } else if (kind == BankKind.REFUSALS_ONLY && listed.size() > 1) {
            int half = listed.size() / 2;
            blocks.add(block(null, listed.subList(0, half), style, false));
            blocks.add(block(null, listed.subList(half, listed.size()), style, true));
        } else if (!listed.isEmpty()) {
            blocks.add(block(null, listed, style, true));
        }
        return blocks;
    }

    private String block(String status, List<Line> some, Style style, boolean last) {
        StringBuilder text = new StringBuilder("<OrgnlPmtInfAndSts>");
        text.append(Xml.element("OrgnlPmtInfId", file.get(0).messageId()))
                .append(Xml.element("PmtInfSts", status));
        some.forEach(line -> text.append(transaction(line, status != null)));
        if (last && style.invented() != null) {
            text.append("<TxInfAndSts>")
                    .append(Xml.element("OrgnlInstrId", style.invented()))
                    .append(Xml.element("OrgnlEndToEndId", style.invented()))
                    .append(Xml.element("TxSts", "ACSC"))
                    .append(amount(INVENTED))
                    .append("</TxInfAndSts>");
        }
        return text.append("</OrgnlPmtInfAndSts>").toString();
    }

    private String transaction(Line line, boolean inBlock) {
        Instructed order = line.entry().order();
        return "<TxInfAndSts>"
                + Xml.element("OrgnlInstrId", kind.instructionOf(order))
                + Xml.element("OrgnlEndToEndId", kind.paymentOf(order))
                + Xml.element("TxSts", inBlock ? null : line.status())
                + reason(line.reason())
                + (kind == BankKind.EVERY_LINE ? amount(order.rupiah()) : "")
                + "</TxInfAndSts>\n";
    }

    private static String amount(long rupiah) {
        return "<OrgnlTxRef><Amt><InstdAmt Ccy=\"IDR\">"
                + rupiah
                + ".00</InstdAmt></Amt></OrgnlTxRef>";
    }

    /** Codes have four signs; what is longer is in the bank's own words. */
    private static String reason(String reason) {
        if (reason == null) {
            return "";
        }
        return "<StsRsnInf><Rsn>"
                + Xml.element(reason.length() == 4 ? "Cd" : "Prtry", reason)
                + "</Rsn></StsRsnInf>";
    }

    @Override
    public String extension() {
        return "pain002.xml";
    }

    @Override
    public boolean takesOtherLines() {
        return !lines.isEmpty() && kind != BankKind.BLOCK_STATUS && kind != BankKind.REFUSALS_ONLY;
    }
}
