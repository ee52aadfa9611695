package id.pkh.disbursement.profile.domain;

/** The kinds of files that a bank sends in place of messages of ISO 20022. */
public enum ProfileFormat {
    CSV,
    XLSX
}
