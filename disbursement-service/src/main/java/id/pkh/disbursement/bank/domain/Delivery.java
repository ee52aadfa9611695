package id.pkh.disbursement.bank.domain;

/** What a paying bank gets from the programme. */
public enum Delivery {
    /** A file that credits accounts. */
    PAIN_001,
    /** A list by which families are paid in cash, without accounts. */
    PAY_OUT_LIST
}
