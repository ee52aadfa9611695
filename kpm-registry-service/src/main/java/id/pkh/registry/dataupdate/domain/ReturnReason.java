package id.pkh.registry.dataupdate.domain;

/** Why a data update, or some of its changes, went back to the field. */
public enum ReturnReason {
    EVIDENCE_MISSING,
    EVIDENCE_UNREADABLE,
    EVIDENCE_DISAGREES,
    WRONG_PERSON,
    WRONG_DATE,
    ALREADY_RECORDED,
    CONTRADICTS_RECORD,
    OTHER
}
