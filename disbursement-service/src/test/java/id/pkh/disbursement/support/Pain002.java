package id.pkh.disbursement.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds a bank's report for a test, valid or not. */
public final class Pain002 {

    public static final String V10 = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    public static final String V03 = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String original;
    private final List<String> lines = new ArrayList<>();
    private int number = NUMBERS.incrementAndGet();
    private String namespace = V10;
    private String groupStatus;
    private String groupReason;
    private String count;
    private String sum;
    private String perStatus = "";
    private String blockStatus;
    private boolean block;

    private Pain002(String original) {
        this.original = original;
    }

    public static Pain002 answering(String messageId) {
        return new Pain002(messageId);
    }

    /** With the message id of another one, which it therefore corrects. */
    public Pain002 correcting(Pain002 earlier) {
        number = earlier.number;
        return this;
    }

    public Pain002 in(String version) {
        namespace = version;
        return this;
    }

    public Pain002 group(String status, String reason) {
        groupStatus = status;
        groupReason = reason;
        return this;
    }

    public Pain002 block(String status) {
        blockStatus = status;
        block = true;
        return this;
    }

    public Pain002 totals(String transactions, String rupiah) {
        count = transactions;
        sum = rupiah;
        return this;
    }

    public Pain002 perStatus(String status, int lines) {
        perStatus +=
                "<NbOfTxsPerSts><DtldNbOfTxs>%d</DtldNbOfTxs><DtldSts>%s</DtldSts></NbOfTxsPerSts>"
                        .formatted(lines, status);
        return this;
    }

    public Pain002 line(String payment, String status) {
        return line(null, payment, status, null, null, null, null);
    }

    public Pain002 line(String payment, String status, String reason) {
        return line(null, payment, status, reason, null, null, null);
    }

    /**
     * A line that names its payment by the instruction, by the payment's own reference, or both.
     */
    public Pain002 naming(String instruction, String payment, String status) {
        return line(instruction, payment, status, null, null, null, null);
    }

    public Pain002 credited(String payment, String bankRef) {
        return line(null, payment, "ACCC", null, null, null, bankRef);
    }

    public Pain002 amount(String payment, String status, String amount, String currency) {
        return line(null, payment, status, null, amount, currency, null);
    }

    /** The order of the elements is that of the schema. */
    public Pain002 line(
            String instruction,
            String payment,
            String status,
            String reason,
            String amount,
            String currency,
            String bankRef) {
        lines.add(
                "<TxInfAndSts>"
                        + element("OrgnlInstrId", reference(instruction))
                        + element("OrgnlEndToEndId", reference(payment))
                        + element("TxSts", status)
                        + reason(reason)
                        + element("AcctSvcrRef", bankRef)
                        + (amount == null
                                ? ""
                                : "<OrgnlTxRef><Amt><InstdAmt Ccy=\"%s\">%s</InstdAmt></Amt></OrgnlTxRef>"
                                        .formatted(currency, amount))
                        + "</TxInfAndSts>");
        return this;
    }

    private static String reference(String id) {
        try {
            return id == null ? null : UUID.fromString(id).toString().replace("-", "");
        } catch (IllegalArgumentException another) {
            return id;
        }
    }

    private static String reason(String code) {
        return code == null ? "" : "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>".formatted(code);
    }

    private static String element(String name, String text) {
        return text == null ? "" : "<%s>%s</%s>".formatted(name, text, name);
    }

    public String text() {
        String blockPart =
                lines.isEmpty() && !block
                        ? ""
                        : "<OrgnlPmtInfAndSts>"
                                + element("OrgnlPmtInfId", original)
                                + element("PmtInfSts", blockStatus)
                                + String.join("\n", lines)
                                + "</OrgnlPmtInfAndSts>";
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="%s"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>ANSWER-%d</MsgId><CreDtTm>2026-04-20T10:00:00+07:00</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts>%s<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s%s%s%s%s</OrgnlGrpInfAndSts>
        %s
        </CstmrPmtStsRpt></Document>
        """
                .formatted(
                        namespace,
                        number,
                        element("OrgnlMsgId", original),
                        element("OrgnlNbOfTxs", count),
                        element("OrgnlCtrlSum", sum),
                        element("GrpSts", groupStatus),
                        reason(groupReason),
                        perStatus,
                        blockPart);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
