package id.pkh.verification.compliance.domain;

/** A number of visits to a health service within a window. */
public record HealthVisits(String component, AgeRange ages, int minimumVisits, int windowMonths)
        implements Commitment {

    public HealthVisits {
        Commitment.requireWindow(windowMonths);
        if (minimumVisits < 1) {
            throw new IllegalArgumentException(
                    "%d visits oblige to nothing".formatted(minimumVisits));
        }
    }

    @Override
    public EvidenceKind evidence() {
        return EvidenceKind.HEALTH;
    }
}
