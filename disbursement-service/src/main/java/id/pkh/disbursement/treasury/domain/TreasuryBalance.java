package id.pkh.disbursement.treasury.domain;

import java.util.Optional;

/**
 * What the treasury has given to a bank for a cycle, and what was sent of it.
 *
 * @param documents the documents in force
 * @param receivedIdr the sum of the documents in force
 * @param usedIdr what was sent, without what the bank refused
 */
public record TreasuryBalance(String bank, long documents, long receivedIdr, long usedIdr) {

    public static final String SP2D_NOT_RECORDED = "SP2D_NOT_RECORDED";
    public static final String SP2D_EXCEEDED = "SP2D_EXCEEDED";
    public static final String SP2D_BELOW_SENT = "SP2D_BELOW_SENT";

    public long leftIdr() {
        return receivedIdr - usedIdr;
    }

    /** The code of the refusal if a file of this amount may not be sent; empty otherwise. */
    public Optional<String> sendingRefusal(long amountIdr) {
        if (documents == 0) {
            return Optional.of(SP2D_NOT_RECORDED);
        }
        return amountIdr > leftIdr() ? Optional.of(SP2D_EXCEEDED) : Optional.empty();
    }

    /** The code of the refusal if one document may not be replaced by another amount. */
    public Optional<String> correctionRefusal(long formerIdr, long correctedIdr) {
        return receivedIdr - formerIdr + correctedIdr < usedIdr
                ? Optional.of(SP2D_BELOW_SENT)
                : Optional.empty();
    }
}
