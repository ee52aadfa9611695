package id.pkh.district.recount;

/**
 * How the payment of a family is expected to go.
 *
 * @param cycle the code of the cycle that pays it
 * @param bank the family's bank, or {@link AtBank#POST}
 * @param atBank what becomes of it at the bank if it is sent, with the reason; null at the post
 *     office, where only the number is known
 */
public record ExpectedRoute(String cycle, String bank, String atBank) {

    public boolean isThroughPost() {
        return bank.equals(AtBank.POST);
    }
}
