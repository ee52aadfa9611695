package id.pkh.disbursement.cycle.domain;

import id.pkh.disbursement.entitlement.domain.Rupiah;

/**
 * The payment list of a cycle in figures.
 *
 * @param listSha256 hash over the ordered lines
 */
public record ListFigures(Sum payable, Sum held, Sum forfeited, String listSha256) {

    /** A number of payments and their total. */
    public record Sum(long payments, Rupiah amount) {

        public static final Sum NOTHING = new Sum(0, Rupiah.ZERO);

        public Sum plus(Rupiah one) {
            return new Sum(payments + 1, amount.plus(one));
        }
    }
}
