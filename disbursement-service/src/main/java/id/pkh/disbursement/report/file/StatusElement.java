package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.file.StatusElement.Kind;
import id.pkh.disbursement.report.file.StatusElement.LineField;
import java.util.Set;

/**
 * What is made of an element of a pain.002.
 *
 * @param key path below the enclosing group or block; empty when the element is not read
 * @param field the field of a line; null when the element is not read
 */
record StatusElement(Kind kind, String key, LineField field) {

    /** The meaning of an element. */
    enum Kind {
        MESSAGE_ID,
        GROUP,
        BLOCK,
        LINE,
        TOTAL_OF_GROUP,
        TOTAL_OF_BLOCK,
        IN_GROUP,
        IN_BLOCK,
        IN_LINE,
        OTHER
    }

    /** What is read of a group or a block, by its path below it. */
    private static final Set<String> KEYS =
            Set.of(
                    "OrgnlMsgId",
                    "OrgnlNbOfTxs",
                    "OrgnlCtrlSum",
                    "GrpSts",
                    "PmtInfSts",
                    "StsRsnInf/Rsn/Cd",
                    "StsRsnInf/Rsn/Prtry",
                    "StsRsnInf/AddtlInf",
                    "NbOfTxsPerSts/DtldSts",
                    "NbOfTxsPerSts/DtldNbOfTxs");

    /** The fields of a line that are read, by their paths. */
    enum LineField {
        INSTRUCTION("OrgnlInstrId"),
        END_TO_END("OrgnlEndToEndId"),
        STATUS("TxSts"),
        REASON("StsRsnInf/Rsn/Cd"),
        OWN_REASON("StsRsnInf/Rsn/Prtry"),
        REASON_TEXT("StsRsnInf/AddtlInf"),
        AMOUNT("OrgnlTxRef/Amt/InstdAmt"),
        BANK_REF("AcctSvcrRef");

        private final String path;

        LineField(String path) {
            this.path = path;
        }

        private static LineField of(String path) {
            for (LineField field : values()) {
                if (field.path.equals(path)) {
                    return field;
                }
            }
            return null;
        }
    }

    private static final String REPORT = "Document/CstmrPmtStsRpt";
    private static final String GROUP = REPORT + "/OrgnlGrpInfAndSts";
    private static final String BLOCK = REPORT + "/OrgnlPmtInfAndSts";
    private static final String LINE = BLOCK + "/TxInfAndSts";
    private static final String PER_STATUS = "/NbOfTxsPerSts";

    static StatusElement at(String path) {
        Kind kind = kindOf(path);
        String key =
                switch (kind) {
                    case IN_GROUP -> keyOf(path.substring(GROUP.length() + 1));
                    case IN_BLOCK -> keyOf(path.substring(BLOCK.length() + 1));
                    default -> "";
                };
        return new StatusElement(
                kind,
                key,
                kind == Kind.IN_LINE ? LineField.of(path.substring(LINE.length() + 1)) : null);
    }

    private static String keyOf(String below) {
        return KEYS.contains(below) ? below : "";
    }

    private static Kind kindOf(String path) {
        if (path.equals(REPORT + "/GrpHdr/MsgId")) {
            return Kind.MESSAGE_ID;
        }
        if (path.equals(GROUP)) {
            return Kind.GROUP;
        }
        if (path.equals(LINE)) {
            return Kind.LINE;
        }
        if (path.equals(BLOCK)) {
            return Kind.BLOCK;
        }
        if (path.endsWith(PER_STATUS)) {
            return path.equals(GROUP + PER_STATUS) ? Kind.TOTAL_OF_GROUP : Kind.TOTAL_OF_BLOCK;
        }
        if (path.startsWith(LINE + "/")) {
            return Kind.IN_LINE;
        }
        if (path.startsWith(BLOCK + "/")) {
            return Kind.IN_BLOCK;
        }
        return path.startsWith(GROUP + "/") ? Kind.IN_GROUP : Kind.OTHER;
    }
}
