package id.pkh.district.bank;

import java.math.BigDecimal;

/**
 * The parts of an instruction that the bank needs for its responses, without the name.
 *
 * @param endToEndId the payment; null on a list of the post office
 * @param account null on a list of the post office
 */
public record Instructed(
        String instructionId, String endToEndId, String amount, String currency, String account) {

    public long rupiah() {
        return new BigDecimal(amount).longValueExact();
    }
}
