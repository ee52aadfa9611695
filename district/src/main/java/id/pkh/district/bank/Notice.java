package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Posting;
import java.util.List;
import java.util.stream.Collectors;

/** A camt.054.001.08 about what was booked for payments, in the form of the bank. */
record Notice(BankKind kind, String fundingAccount, List<Posting> postings) implements Draft {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";

    @Override
    public String write(Style style) {
        List<Booked> booked = Booked.of(postings, kind, style);
        String parts =
                kind == BankKind.BLOCK_STATUS
                        ? booked.stream()
                                .map(
                                        one ->
                                                part(
                                                        one.account(),
                                                        Entries.onAccountOfFamily(one, style.day()),
                                                        List.of(one),
                                                        style))
                                .collect(Collectors.joining("\n"))
                        : part(
                                fundingAccount,
                                Entries.onFundingAccount(
                                        booked, kind == BankKind.EVERY_LINE, style.day()),
                                booked,
                                style);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\""
                + NAMESPACE
                + "\"><BkToCstmrDbtCdtNtfctn><GrpHdr>"
                + Xml.element("MsgId", style.number())
                + Xml.element("CreDtTm", style.createdAt())
                + "</GrpHdr>\n"
                + parts
                + "</BkToCstmrDbtCdtNtfctn></Document>\n";
    }

    private static String part(
            String account, List<String> entries, List<Booked> booked, Style style) {
        return "<Ntfctn>"
                + Xml.element("Id", style.number())
                + Xml.element("CreDtTm", style.createdAt())
                + Xml.account(account)
                + "<TxsSummry><TtlNtries>"
                + Xml.element(
                        "NbOfNtries", Integer.toString(entries.size() + (style.lies() ? 1 : 0)))
                + Xml.element("Sum", Booked.sum(booked) + ".00")
                + "</TtlNtries></TxsSummry>\n"
                + String.join("\n", entries)
                + "</Ntfctn>";
    }

    @Override
    public String extension() {
        return "camt054.xml";
    }

    @Override
    public boolean takesOtherLines() {
        return true;
    }
}
