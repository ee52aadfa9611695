package id.pkh.disbursement.support;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Builds a bank's statement of an account: the entries of a notification, with balances. */
public final class Camt053 {

    public static final String V08 = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private final Camt054 entries;
    private String namespace = V08;
    private String number = "";
    private String balances = "";

    private Camt053(Camt054 entries) {
        this.entries = entries;
    }

    /** A statement of this account. */
    public static Camt053 of(String account) {
        return new Camt053(Camt054.of(account));
    }

    /**
     * @param version such as 02
     */
    public Camt053 in(String version) {
        namespace = V08.replace("08", version);
        entries.in(version.equals("08") ? Camt054.V08 : Camt054.V02);
        return this;
    }

    public Camt053 number(int no) {
        number = "<ElctrncSeqNb>%d</ElctrncSeqNb>".formatted(no);
        return this;
    }

    public Camt053 with(UnaryOperator<Camt054> more) {
        more.apply(entries);
        return this;
    }

    /** A payment file that left the account as one sum. */
    public Camt053 file(String messageId, String direction, String amount, String bankRef) {
        String reference = bankRef == null ? "" : "<AcctSvcrRef>" + bankRef + "</AcctSvcrRef>";
        entries.entry(
                direction,
                amount,
                "2026-04-20",
                "<Btch><MsgId>"
                        + messageId
                        + "</MsgId></Btch>"
                        + (reference.isEmpty()
                                ? ""
                                : "<TxDtls><Refs>" + reference + "</Refs></TxDtls>"));
        return this;
    }

    /** Opening and closing balance in rupiah; below zero the account owes the bank. */
    public Camt053 balances(String opening, String closing) {
        balances = balance("OPBD", opening, "2026-04-19") + balance("CLBD", closing, "2026-04-20");
        return this;
    }

    private static String balance(String type, String amount, String day) {
        return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"IDR\">%s</Amt>"
                        + "<CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>")
                .formatted(
                        type,
                        amount.replace("-", ""),
                        amount.startsWith("-") ? "DBIT" : "CRDT",
                        day);
    }

    public String text() {
        return entries.text()
                .replaceAll("urn:iso:std:iso:20022:tech:xsd:camt.054.001.0\\d", namespace)
                .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt")
                .replace("Ntfctn>", "Stmt>")
                .replace("<Id>N-1</Id>", "<Id>S-1</Id>" + number)
                .replace("</Acct>", "</Acct>" + balances);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
