package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The results of a family's commitments in a quarter, and the part of them that the ladder may
 * count.
 *
 * @param members one for each person and component, in a fixed order
 */
public record FamilyAssessment(VerificationPeriod quarter, List<MemberAssessment> members) {

    private static final Comparator<MemberAssessment> ORDER =
            Comparator.comparing((MemberAssessment m) -> m.member().memberId())
                    .thenComparing(m -> m.member().component());

    public FamilyAssessment {
        members = members.stream().sorted(ORDER).toList();
    }

    /** The worst result of its members; NOT_DUE for a family without any commitment. */
    public CommitmentResult result() {
        return members.stream()
                .map(MemberAssessment::result)
                .reduce(CommitmentResult.NOT_DUE, CommitmentResult::orWorse);
    }

    public Attribution attribution() {
        return attributionOf(result());
    }

    /** The reasons behind the result. */
    public List<String> reasons() {
        return reasonsOf(result());
    }

    /** The quarter for the cause COMMITMENT_NOT_MET. */
    public PeriodState notMet() {
        return stateOf(CommitmentResult.NOT_MET);
    }

    /** The quarter for the cause COMMITMENT_NOT_VERIFIED. */
    public PeriodState notVerified() {
        return stateOf(CommitmentResult.NOT_VERIFIED);
    }

    private PeriodState stateOf(CommitmentResult failure) {
        if (with(failure).findAny().isPresent()) {
            return PeriodState.signal(
                    quarter, attributionOf(failure), reasonsOf(failure).toArray(String[]::new));
        }
        boolean isShown =
                members.stream()
                        .anyMatch(
                                m ->
                                        m.result() == CommitmentResult.MET
                                                || m.result() == CommitmentResult.NOT_MET);
        return isShown ? PeriodState.clean(quarter) : PeriodState.exempt(quarter);
    }

    private Attribution attributionOf(CommitmentResult result) {
        return with(result)
                .map(MemberAssessment::attribution)
                .min(Comparator.naturalOrder())
                .orElse(Attribution.NOBODY);
    }

    private List<String> reasonsOf(CommitmentResult result) {
        TreeSet<String> reasons = new TreeSet<>();
        with(result).forEach(m -> reasons.addAll(m.reasons()));
        return List.copyOf(reasons);
    }

    private Stream<MemberAssessment> with(CommitmentResult result) {
        return members.stream().filter(m -> m.result() == result);
    }
}
