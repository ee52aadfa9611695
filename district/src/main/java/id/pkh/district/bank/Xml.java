package id.pkh.district.bank;

/** Elements of a message. Only references, codes, numbers and days are written, never names. */
final class Xml {

    private Xml() {}

    /** Nothing for null. */
    static String element(String name, String text) {
        return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
    }

    static String amount(long rupiah) {
        return "<Amt Ccy=\"IDR\">" + rupiah + ".00</Amt>";
    }

    static String account(String number) {
        return "<Acct><Id><Othr><Id>" + number + "</Id></Othr></Id></Acct>";
    }
}
