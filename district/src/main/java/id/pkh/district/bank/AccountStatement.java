package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Posting;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A statement of the funding account: a camt.053.001.08 or, of banks with nothing newer, MT940. */
record AccountStatement(
        BankKind kind, String fundingAccount, int no, long opening, List<Posting> postings)
        implements Draft {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");

    @Override
    public String write(Style style) {
        List<Booked> booked = Booked.of(postings, kind, style);
        long closing = opening;
        for (Booked one : booked) {
            closing += one.debit() ? -one.rupiah() : one.rupiah();
        }
        closing += style.lies() ? 1 : 0;
        return kind == BankKind.REFUSALS_ONLY
                ? mt940(booked, closing, style)
                : camt053(booked, closing, style);
    }

    private String camt053(List<Booked> booked, long closing, Style style) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\""
                + NAMESPACE
                + "\"><BkToCstmrStmt><GrpHdr>"
                + Xml.element("MsgId", style.number())
                + Xml.element("CreDtTm", style.createdAt())
                + "</GrpHdr><Stmt>"
                + Xml.element("Id", style.number())
                + Xml.element("ElctrncSeqNb", Integer.toString(no))
                + Xml.element("CreDtTm", style.createdAt())
                + Xml.account(fundingAccount)
                + balance("OPBD", opening, style.day().minusDays(1))
                + balance("CLBD", closing, style.day())
                + "\n"
                + String.join(
                        "\n",
                        Entries.onFundingAccount(booked, kind == BankKind.EVERY_LINE, style.day()))
                + "</Stmt></BkToCstmrStmt></Document>\n";
    }

    private static String balance(String type, long rupiah, LocalDate day) {
        return "<Bal><Tp><CdOrPrtry>"
                + Xml.element("Cd", type)
                + "</CdOrPrtry></Tp>"
                + Xml.amount(Math.abs(rupiah))
                + Xml.element("CdtDbtInd", rupiah < 0 ? "DBIT" : "CRDT")
                + "<Dt>"
                + Xml.element("Dt", day.toString())
                + "</Dt></Bal>";
    }

    private String mt940(List<Booked> booked, long closing, Style style) {
        StringBuilder text = new StringBuilder();
        text.append(":20:")
                .append(style.number())
                .append("\r\n:25:")
                .append(fundingAccount)
                .append("\r\n:28C:")
                .append(no)
                .append("/1\r\n:60F:")
                .append(balance940(opening, style.day().minusDays(1)));
        for (Booked one : booked) {
            text.append("\r\n:61:")
                    .append(SHORT.format(style.day()))
                    .append(SHORT.format(style.day()).substring(2))
                    .append(one.back() ? "RD" : one.debit() ? "D" : "C")
                    .append(one.rupiah())
                    .append(",00NTRFNONREF//")
                    .append(one.reference());
            if (one.isOfPayment()) {
                text.append("\r\n:86:/EREF/")
                        .append(one.payment())
                        .append(one.back() ? "/RTRN/" + one.reason() : "");
            }
        }
        return text.append("\r\n:62F:")
                .append(balance940(closing, style.day()))
                .append("\r\n-\r\n")
                .toString();
    }

    private static String balance940(long rupiah, LocalDate day) {
        return (rupiah < 0 ? "D" : "C") + SHORT.format(day) + "IDR" + Math.abs(rupiah) + ",00";
    }

    @Override
    public String extension() {
        return kind == BankKind.REFUSALS_ONLY ? "mt940" : "camt053.xml";
    }

    @Override
    public boolean takesOtherLines() {
        return false;
    }
}
