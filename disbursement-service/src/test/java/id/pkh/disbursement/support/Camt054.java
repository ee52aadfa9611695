package id.pkh.disbursement.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds a bank's notification of bookings for a test, written by hand from the names of ISO 20022.
 */
public final class Camt054 {

    public static final String V02 = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.02";
    public static final String V04 = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.04";
    public static final String V08 = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String account;
    private final List<String> entries = new ArrayList<>();
    private final int number = NUMBERS.incrementAndGet();
    private String namespace = V08;
    private String status = "BOOK";
    private String summary = "";

    private Camt054(String account) {
        this.account = account;
    }

    /** A notification about this account. */
    public static Camt054 of(String account) {
        return new Camt054(account);
    }

    public Camt054 in(String version) {
        namespace = version;
        return this;
    }

    public Camt054 entriesAre(String status) {
        this.status = status;
        return this;
    }

    public Camt054 declaring(int count, String sum) {
        summary =
                "<TxsSummry><TtlNtries><NbOfNtries>%d</NbOfNtries><Sum>%s</Sum></TtlNtries></TxsSummry>"
                        .formatted(count, sum);
        return this;
    }

    /** A transaction of an entry; the amount is left out where it is null. */
    public static String details(String payment, String amount, String bankRef, String reason) {
        return details(payment, "", amount, bankRef, reason);
    }

    public static String details(
            String payment, String parties, String amount, String bankRef, String reason) {
        return "<TxDtls><Refs>"
                + (bankRef == null ? "" : "<AcctSvcrRef>" + bankRef + "</AcctSvcrRef>")
                + "<EndToEndId>"
                + reference(payment)
                + "</EndToEndId></Refs>"
                + (amount == null ? "" : "<Amt Ccy=\"IDR\">" + amount + "</Amt>")
                + parties
                + (reason == null
                        ? ""
                        : "<RtrInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>kembali</AddtlInf></RtrInf>"
                                .formatted(reason))
                + "</TxDtls>";
    }

    public static String payee(String account) {
        return "<RltdPties><CdtrAcct><Id><Othr><Id>%s</Id></Othr></Id></CdtrAcct></RltdPties>"
                .formatted(account);
    }

    private static String reference(String id) {
        try {
            return UUID.fromString(id).toString().replace("-", "");
        } catch (IllegalArgumentException another) {
            return id;
        }
    }

    public Camt054 entry(String direction, String amount, String day, String details) {
        boolean old = !namespace.equals(V08);
        entries.add(
                "<Ntry><Amt Ccy=\"IDR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts><BookgDt><Dt>%s</Dt></BookgDt>%s</Ntry>"
                        .formatted(
                                amount,
                                direction,
                                old ? status : "<Cd>" + status + "</Cd>",
                                day,
                                details.isEmpty() ? "" : "<NtryDtls>" + details + "</NtryDtls>"));
        return this;
    }

    /** One payment that left the funding account. */
    public Camt054 credit(String payment, String amount, String bankRef) {
        return entry("DBIT", amount, "2026-04-20", details(payment, null, bankRef, null));
    }

    /** One payment that came back to the funding account. */
    public Camt054 back(String payment, String amount, String bankRef, String reason) {
        return entry("CRDT", amount, "2026-04-22", details(payment, null, bankRef, reason));
    }

    public String text() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="%s"><BkToCstmrDbtCdtNtfctn>
        <GrpHdr><MsgId>NOTICE-%d</MsgId><CreDtTm>2026-04-22T10:00:00+07:00</CreDtTm></GrpHdr>
        <Ntfctn><Id>N-1</Id><CreDtTm>2026-04-22T10:00:00+07:00</CreDtTm><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s
        %s
        </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
        """
                .formatted(namespace, number, account, summary, String.join("\n", entries));
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
