package id.pkh.disbursement.report.file;

import java.util.HashMap;
import java.util.Map;

/** What is read of a camt.054, by its path below the message. */
enum BookingElement {
    MESSAGE_ID("GrpHdr/MsgId"),
    NOTIFICATION("Ntfctn"),
    ACCOUNT("Ntfctn/Acct/Id/Othr/Id", "Ntfctn/Acct/Id/IBAN", "Ntfctn/Acct/Id/Prtry/Id"),
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
    DETAILS("Ntfctn/Ntry/NtryDtls/TxDtls"),
    INSTRUCTION("Refs/InstrId"),
    END_TO_END("Refs/EndToEndId"),
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

    private static final String MESSAGE = "Document/BkToCstmrDbtCdtNtfctn/";
    private static final String OF_DETAILS = MESSAGE + "Ntfctn/Ntry/NtryDtls/TxDtls/";
    private static final Map<String, BookingElement> BY_PATH = new HashMap<>();

    static {
        for (BookingElement element : values()) {
            boolean ofDetails = element.compareTo(DETAILS) > 0;
            for (String path : element.paths) {
                BY_PATH.put((ofDetails ? OF_DETAILS : MESSAGE) + path, element);
            }
        }
    }

    private final String[] paths;

    BookingElement(String... paths) {
        this.paths = paths;
    }

    /** Null when the element is not read. */
    static BookingElement at(String path) {
        return BY_PATH.get(path);
    }
}
