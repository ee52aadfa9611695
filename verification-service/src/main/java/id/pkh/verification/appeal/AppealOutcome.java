package id.pkh.verification.appeal;

/** The possible decisions on an appeal. */
public enum AppealOutcome {
    UPHELD,
    REJECTED
}
