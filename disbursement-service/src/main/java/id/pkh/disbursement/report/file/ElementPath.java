package id.pkh.disbursement.report.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The path of an element in the file. Each path is created once and then reused: a file has a
 * million lines, but only some dozens of different paths.
 */
final class ElementPath {

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

    static final int MAX_PLACES = 2_000;

    private static final String REPORT = "Document/CstmrPmtStsRpt";
    private static final String GROUP = REPORT + "/OrgnlGrpInfAndSts";
    private static final String BLOCK = REPORT + "/OrgnlPmtInfAndSts";
    private static final String LINE = BLOCK + "/TxInfAndSts";
    private static final String PER_STATUS = "/NbOfTxsPerSts";

    private final ElementPath parent;
    private final String path;
    private final Map<String, ElementPath> below = new HashMap<>();
    private final Kind kind;
    private final String key;
    private final LineField field;
    private final boolean foreign;

    private ElementPath(ElementPath parent, String path) {
        this.parent = parent;
        this.path = path;
        this.kind = kindOf(path);
        this.key =
                switch (kind) {
                    case IN_GROUP -> keyOf(path.substring(GROUP.length() + 1));
                    case IN_BLOCK -> keyOf(path.substring(BLOCK.length() + 1));
                    default -> "";
                };
        this.foreign = path.endsWith("/SplmtryData");
        this.field = kind == Kind.IN_LINE ? LineField.of(path.substring(LINE.length() + 1)) : null;
    }

    /** The path outside the root element. */
    static ElementPath outside() {
        return new ElementPath(null, "");
    }

    /** Returns the child path with this name; null when it is not known yet. */
    ElementPath known(String name) {
        return below.get(name);
    }

    ElementPath make(String name) {
        ElementPath made = new ElementPath(this, path.isEmpty() ? name : path + "/" + name);
        below.put(name, made);
        return made;
    }

    ElementPath parent() {
        return parent;
    }

    Kind kind() {
        return kind;
    }

    /** The path below the enclosing group or block; empty when the element is not read. */
    String key() {
        return key;
    }

    private static String keyOf(String below) {
        return KEYS.contains(below) ? below : "";
    }

    /** Whether the contents are of other organizations, in their own namespaces. */
    boolean isForeign() {
        return foreign;
    }

    /** The path as it is shown to people, without the names of the document. */
    String shown() {
        return path.startsWith(REPORT + "/") ? path.substring(REPORT.length() + 1) : path;
    }

    /** The field of a line; null when the element is not read. */
    LineField field() {
        return field;
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
