package id.pkh.verification.compliance.domain;

/**
 * A share of the effective school days of a month.
 *
 * @param minimumPercent of the effective days
 * @param countsExcused whether sick and permitted leave count as absence too
 */
public record SchoolAttendance(
        String component, AgeRange ages, int minimumPercent, boolean countsExcused)
        implements Commitment {

    public SchoolAttendance {
        if (minimumPercent < 1 || minimumPercent > 100) {
            throw new IllegalArgumentException("no share is %d percent".formatted(minimumPercent));
        }
    }

    @Override
    public int windowMonths() {
        return 1;
    }

    @Override
    public EvidenceKind evidence() {
        return EvidenceKind.SCHOOL;
    }

    @Override
    public String subject() {
        return "SCHOOL";
    }

    /** Days that count as attended. */
    public int attendedDays(SchoolMonth month) {
        int absent = month.alpa() + (countsExcused ? month.izin() + month.sakit() : 0);
        return month.effectiveDays() - absent;
    }

    /** The fewest days that meet the commitment. */
    public int neededDays(SchoolMonth month) {
        return (minimumPercent * month.effectiveDays() + 99) / 100;
    }

    /** Compared exactly, without a division. */
    CommitmentResult resultOf(SchoolMonth month) {
        long effective = month.effectiveDays();
        if (effective == 0) {
            return CommitmentResult.EXEMPT;
        }
        return 100L * attendedDays(month) >= minimumPercent * effective
                ? CommitmentResult.MET
                : CommitmentResult.NOT_MET;
    }
}
