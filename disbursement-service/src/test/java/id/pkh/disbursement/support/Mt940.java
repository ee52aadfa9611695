package id.pkh.disbursement.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds a bank's statement in the older form of SWIFT for a test. */
public final class Mt940 {

    private final String account;
    private final List<String> entries = new ArrayList<>();
    private String number = "17/1";
    private String opening = "C260419IDR0,00";
    private String closing = "C260420IDR0,00";

    private Mt940(String account) {
        this.account = account;
    }

    public static Mt940 of(String account) {
        return new Mt940(account);
    }

    public Mt940 number(String number) {
        this.number = number;
        return this;
    }

    /**
     * @param mark C, D, RC or RD
     * @param text what the bank tells more, as it breaks its lines; null for nothing
     */
    public Mt940 entry(String mark, String amount, String bankRef, String text) {
        entries.add(
                ":61:2604200420"
                        + mark
                        + amount
                        + "NTRFNONREF"
                        + (bankRef == null ? "" : "//" + bankRef)
                        + "\r\n"
                        + (text == null ? "" : ":86:" + text + "\r\n"));
        return this;
    }

    /** Balances such as C1000,00 or D0,50. */
    public Mt940 balances(String first, String last) {
        opening = balance(first, "260419");
        closing = balance(last, "260420");
        return this;
    }

    private static String balance(String stated, String day) {
        return stated.charAt(0) + day + "IDR" + stated.substring(1);
    }

    public String text() {
        return ":20:STMT-260420\r\n:25:"
                + account
                + "\r\n:28C:"
                + number
                + "\r\n:60F:"
                + opening
                + "\r\n"
                + String.join("", entries)
                + ":62F:"
                + closing
                + "\r\n-\r\n";
    }

    /** With the envelope in which SWIFT carries it. */
    public String enveloped() {
        return "{1:F01BRINIDJAXXXX0000000000}{2:O9401200260420BRINIDJAXXXX00000000002604201200N}{4:\r\n"
                + text().replace("\r\n-\r\n", "\r\n-}\r\n");
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
