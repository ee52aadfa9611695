package id.pkh.verification.compliance.domain;

/**
 * A number of visits to a health service within a window.
 *
 * @param care what has to be done at them; null for any visit
 */
public record HealthVisits(
        String component, AgeRange ages, Care care, int minimumVisits, int windowMonths)
        implements HealthCommitment {

    public HealthVisits {
        Commitment.requireWindow(windowMonths);
        HealthCommitment.requireMinimum(minimumVisits);
    }

    public HealthVisits(String component, AgeRange ages, int minimumVisits, int windowMonths) {
        this(component, ages, null, minimumVisits, windowMonths);
    }

    @Override
    public String subject() {
        return care == null ? "VISIT" : care.name();
    }
}
