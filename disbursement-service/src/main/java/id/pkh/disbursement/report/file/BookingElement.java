package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportKind;
import java.util.HashMap;
import java.util.Map;

/**
 * What is read of a camt.054, by its path below the message. A camt.053 has the same entries below
 * a statement in place of a notification, and the balances of the account.
 */
enum BookingElement {
    MESSAGE_ID("GrpHdr/MsgId"),
    NOTIFICATION("Ntfctn"),
    ACCOUNT("Ntfctn/Acct/Id/Othr/Id", "Ntfctn/Acct/Id/IBAN", "Ntfctn/Acct/Id/Prtry/Id"),
    STATEMENT_NUMBER("Ntfctn/ElctrncSeqNb"),
    BALANCE("Ntfctn/Bal"),
    BALANCE_TYPE("Ntfctn/Bal/Tp/CdOrPrtry/Cd"),
    BALANCE_AMOUNT("Ntfctn/Bal/Amt"),
    BALANCE_DIRECTION("Ntfctn/Bal/CdtDbtInd"),
    BALANCE_DAY("Ntfctn/Bal/Dt/Dt", "Ntfctn/Bal/Dt/DtTm"),
    ENTRIES("Ntfctn/TxsSummry/TtlNtries/NbOfNtries"),
    SUM_OF_ENTRIES("Ntfctn/TxsSummry/TtlNtries/Sum"),
    ENTRY("Ntfctn/Ntry"),
    ENTRY_AMOUNT("Ntfctn/Ntry/Amt"),
    ENTRY_DIRECTION("Ntfctn/Ntry/CdtDbtInd"),
    ENTRY_REVERSAL("Ntfctn/Ntry/RvslInd"),
    ENTRY_STATUS("Ntfctn/Ntry/Sts", "Ntfctn/Ntry/Sts/Cd"),
    ENTRY_DAY("Ntfctn/Ntry/BookgDt/Dt", "Ntfctn/Ntry/BookgDt/DtTm"),
    ENTRY_REF("Ntfctn/Ntry/AcctSvcrRef"),
    BATCH_COUNT("Ntfctn/Ntry/NtryDtls/Btch/NbOfTxs"),
    BATCH_REF("Ntfctn/Ntry/NtryDtls/Btch/MsgId", "Ntfctn/Ntry/NtryDtls/Btch/PmtInfId"),
    DETAILS("Ntfctn/Ntry/NtryDtls/TxDtls"),
    INSTRUCTION("Refs/InstrId"),
    END_TO_END("Refs/EndToEndId"),
    BATCH_REF_IN_DETAILS("Refs/MsgId", "Refs/PmtInfId"),
    BANK_REF("Refs/AcctSvcrRef"),
    AMOUNT("Amt"),
    AMOUNT_IN_DETAILS("AmtDtls/TxAmt/Amt"),
    DIRECTION("CdtDbtInd"),
    CREDITOR(
            "RltdPties/CdtrAcct/Id/Othr/Id",
            "RltdPties/CdtrAcct/Id/IBAN",
            "RltdPties/CdtrAcct/Id/Prtry/Id"),
    RETURN_REASON("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
    RETURN_TEXT("RtrInf/AddtlInf"),
    RETURN("RtrInf");

    private static final String OF_DETAILS = "Ntfctn/Ntry/NtryDtls/TxDtls/";
    private static final Map<String, BookingElement> OF_NOTIFICATION =
            byPath("Document/BkToCstmrDbtCdtNtfctn/", "Ntfctn");
    private static final Map<String, BookingElement> OF_STATEMENT =
            byPath("Document/BkToCstmrStmt/", "Stmt");

    private final String[] paths;

    BookingElement(String... paths) {
        this.paths = paths;
    }

    private static Map<String, BookingElement> byPath(String message, String part) {
        Map<String, BookingElement> byPath = new HashMap<>();
        for (BookingElement element : values()) {
            String above = element.compareTo(DETAILS) > 0 ? OF_DETAILS : "";
            for (String path : element.paths) {
                byPath.put(message + (above + path).replace("Ntfctn", part), element);
            }
        }
        return byPath;
    }

    /** Null when the element is not read. */
    static BookingElement at(ReportKind kind, String path) {
        return (kind == ReportKind.CAMT_053 ? OF_STATEMENT : OF_NOTIFICATION).get(path);
    }
}
