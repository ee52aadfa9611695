package id.pkh.verification.compliance.domain;

/** A number of visits at which something is done. */
public sealed interface HealthCommitment extends Commitment
        permits HealthVisits, BirthCare, SocialCare {

    /** What has to be done at the visits; null for any visit. */
    Care care();

    int minimumVisits();

    @Override
    default EvidenceKind evidence() {
        return EvidenceKind.HEALTH;
    }

    static void requireMinimum(int visits) {
        if (visits < 1) {
            throw new IllegalArgumentException("%d visits oblige to nothing".formatted(visits));
        }
    }
}
