package id.pkh.district.recount;

/**
 * What a family has to get in the cycle.
 *
 * @param status PAYABLE or HELD
 */
public record ExpectedPayment(long amountIdr, String status, boolean warned) {}
