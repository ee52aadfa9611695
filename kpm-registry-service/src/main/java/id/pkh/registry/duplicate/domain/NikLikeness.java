package id.pkh.registry.duplicate.domain;

import java.util.LinkedHashSet;
import java.util.Set;

/** How the NIKs of two persons differ. Equal ones are refused before anybody compares them. */
public enum NikLikeness {
    ONE_DIGIT,
    EXCHANGED,
    OTHER;

    public static NikLikeness of(String one, String other) {
        if (one.length() != other.length()) {
            return OTHER;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = differing == 0 ? i : first;
                differing++;
            }
        }
        if (differing == 1) {
            return ONE_DIGIT;
        }
        boolean isExchanged =
                differing == 2
                        && first + 1 < one.length()
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first);
        return isExchanged ? EXCHANGED : OTHER;
    }

    /** Every number that is written like this one but for one digit, or two that changed places. */
    public static Set<String> near(String nik) {
        Set<String> near = new LinkedHashSet<>();
        for (int i = 0; i < nik.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                near.add(nik.substring(0, i) + digit + nik.substring(i + 1));
            }
            if (i > 0) {
                near.add(
                        nik.substring(0, i - 1)
                                + nik.charAt(i)
                                + nik.charAt(i - 1)
                                + nik.substring(i + 1));
            }
        }
        near.remove(nik);
        return near;
    }
}
