package id.pkh.disbursement.bankkey.domain;

/** What the signature of a bank's file comes to. */
public enum SignatureResult {
    /** The bank has never had a key, so its files need no signature. */
    NOT_NEEDED,
    /** The bank has signed exactly these bytes with a key that counts today. */
    VALID,
    MISSING,
    /** It cannot be read, no known key made it, or it is of other bytes. */
    INVALID,
    /** It is of these bytes, with the key of another bank. */
    WRONG_BANK,
    /** The last day of the key has passed. */
    EXPIRED,
    NOT_YET_VALID,
    /** The ministry has withdrawn the key. */
    WITHDRAWN,
    /** Its hash or its algorithm can be forged today. */
    ALGORITHM_WEAK;

    /** Whether the file is read; otherwise it is kept in quarantine. */
    public boolean opens() {
        return this == VALID || this == NOT_NEEDED;
    }
}
