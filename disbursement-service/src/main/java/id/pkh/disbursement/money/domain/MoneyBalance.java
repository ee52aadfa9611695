package id.pkh.disbursement.money.domain;

/**
 * Whether the money of a sealed cycle is balanced: every rupiah of the seal has exactly one status,
 * the figures of every batch match its instructions, and no payment is credited twice.
 *
 * @param sealed the payments that the seal states as payable
 * @param placed the regular payments at their positions
 * @param unbalancedBatches batches whose figures do not match, and the difference
 * @param paidTwice payments that were credited more than once, and the surplus
 */
public record MoneyBalance(Tally sealed, Tally placed, Tally unbalancedBatches, Tally paidTwice) {

    /** A number and a total. */
    public record Tally(long count, long amountIdr) {

        public static final Tally NOTHING = new Tally(0, 0);

        public Tally plus(Tally other) {
            return new Tally(
                    Math.addExact(count, other.count), Math.addExact(amountIdr, other.amountIdr));
        }
    }

    public boolean isBalanced() {
        return sealed.equals(placed) && unbalancedBatches.count() == 0 && paidTwice.count() == 0;
    }

    /**
     * Rupiah that do not have exactly one status; never negative. A difference only in the number
     * of payments counts as one rupiah, so that 0 always means balanced.
     */
    public long differenceIdr() {
        if (isBalanced()) {
            return 0;
        }
        long lostOrTooMuch = Math.abs(Math.subtractExact(sealed.amountIdr(), placed.amountIdr()));
        return Math.max(
                1,
                Math.addExact(
                        lostOrTooMuch,
                        Math.addExact(unbalancedBatches.amountIdr(), paidTwice.amountIdr())));
    }
}
