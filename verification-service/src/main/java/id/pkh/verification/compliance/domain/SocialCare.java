package id.pkh.verification.compliance.domain;

/**
 * A number of visits to a person at home, or of health checks, within a window. The social service
 * answers for it; a health service that states a check fulfils it as well.
 */
public record SocialCare(String component, AgeRange ages, int minimumVisits, int windowMonths)
        implements HealthCommitment {

    public SocialCare {
        Commitment.requireWindow(windowMonths);
        HealthCommitment.requireMinimum(minimumVisits);
    }

    @Override
    public EvidenceKind evidence() {
        return EvidenceKind.SOCIAL;
    }

    @Override
    public Care care() {
        return null;
    }

    @Override
    public String subject() {
        return "VISIT";
    }
}
