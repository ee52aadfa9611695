package id.pkh.disbursement.withdrawal.domain;

/** What a report of a withdrawal is based on. */
public enum EvidenceKind {
    ATTENDANCE_LIST,
    RECEIPT,
    PASSBOOK,
    PHOTO,
    NONE
}
