package id.pkh.disbursement.money.domain;

/**
 * Whether the money of a sealed cycle adds up: every rupiah of the seal in exactly one state, every
 * batch of what its instructions say, and nothing credited twice.
 *
 * @param sealed what the seal says is to be paid
 * @param placed the regular payments, each where it is
 * @param unbalancedBatches batches that do not add up, and by how much
 * @param paidTwice payments credited more than once, and what went out too much
 */
public record MoneyBalance(Tally sealed, Tally placed, Tally unbalancedBatches, Tally paidTwice) {

    /** So many, and so much together. */
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
     * Rupiah that are not in exactly one state, never negative. A difference in numbers alone
     * counts as one rupiah, so that 0 says balanced and nothing else does.
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
