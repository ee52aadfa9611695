package id.pkh.district.bank;

/**
 * A document as a bank sends it.
 *
 * @param whole whether all of it is there and its totals are those of its lines
 * @param asked whether people had asked for it
 */
public record BankDocument(
        String name, byte[] bytes, Signature signature, boolean whole, boolean asked) {

    /** Who signs it. */
    public enum Signature {
        OWN,
        NONE,
        OTHER
    }

    @Override
    public String toString() {
        return name
                + (signature == Signature.OWN ? "" : " signed by " + signature)
                + (whole ? "" : ", damaged")
                + (asked ? ", asked for" : "");
    }
}
