package id.pkh.disbursement.finding.domain;

/** What looks wrong about a payment before it is sent. It has no effect: people decide. */
public enum BatchFindingKind {
    /** Another family is paid to the same account of the bank in the cycle. */
    ACCOUNT_SHARED,
    /** Two people changed the account shortly before the cycle, or later. */
    ACCOUNT_CHANGED,
    /** The bank has last credited the account under nearly the same name. */
    NAME_NEARLY,
    /** The bank has last credited the account under another name. */
    NAME_DIFFERENT,
    /** In the cycle before, the bank refused or returned to this account because of it. */
    ACCOUNT_REFUSED_BEFORE
}
