package id.pkh.district.recount;

/**
 * The expected payment of a family in the cycle.
 *
 * @param status PAYABLE or HELD
 */
public record ExpectedPayment(long amountIdr, String status, boolean warned) {}
