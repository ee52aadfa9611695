package id.pkh.district.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The entries of a camt.054 or a camt.053. */
final class Entries {

    private Entries() {}

    /**
     * @param together whether the credits of a day are one entry with details
     */
    static List<String> onFundingAccount(List<Booked> booked, boolean together, LocalDate day) {
        List<String> entries = new ArrayList<>();
        List<Booked> credits =
                booked.stream().filter(one -> one.isOfPayment() && !one.back()).toList();
        if (together && credits.size() > 1) {
            StringBuilder details = new StringBuilder("<Btch>");
            details.append(Xml.element("NbOfTxs", Integer.toString(credits.size())))
                    .append("</Btch>");
            credits.forEach(one -> details.append(details(one)));
            entries.add(entry(Booked.sum(credits), "DBIT", day, details.toString()));
        }
        for (Booked one : booked) {
            if (together && credits.size() > 1 && credits.contains(one)) {
                continue;
            }
            entries.add(
                    entry(
                            one.rupiah(),
                            one.debit() ? "DBIT" : "CRDT",
                            day,
                            one.isOfPayment() ? details(one) : ""));
        }
        return entries;
    }

    /** On the account of the family the same booking has the other direction. */
    static List<String> onAccountOfFamily(Booked one, LocalDate day) {
        return List.of(entry(one.rupiah(), one.debit() ? "CRDT" : "DBIT", day, details(one)));
    }

    private static String entry(long rupiah, String direction, LocalDate day, String details) {
        return "<Ntry>"
                + Xml.amount(rupiah)
                + Xml.element("CdtDbtInd", direction)
                + "<Sts><Cd>BOOK</Cd></Sts><BookgDt>"
                + Xml.element("Dt", day.toString())
                + "</BookgDt>"
                + (details.isEmpty() ? "" : Xml.element("NtryDtls", details))
                + "</Ntry>";
    }

    private static String details(Booked one) {
        return "<TxDtls><Refs>"
                + Xml.element("AcctSvcrRef", one.reference())
                + Xml.element("InstrId", one.instruction())
                + Xml.element("EndToEndId", one.payment())
                + "</Refs>"
                + Xml.amount(one.rupiah())
                + (one.back()
                        ? "<RtrInf><Rsn>" + Xml.element("Cd", one.reason()) + "</Rsn></RtrInf>"
                        : "")
                + "</TxDtls>";
    }
}
