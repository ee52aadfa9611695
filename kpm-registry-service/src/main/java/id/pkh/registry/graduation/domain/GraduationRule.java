package id.pkh.registry.graduation.domain;

import id.pkh.registry.graduation.domain.GraduationCodes.Reason;
import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the field can propose that a family graduates. */
public final class GraduationRule {

    public static final String REASON_NOT_OF_TYPE = "GRADUATION_REASON_NOT_OF_TYPE";
    public static final String VISIT_NOT_USABLE = "GRADUATION_VISIT_NOT_USABLE";
    public static final String NOT_READY = "GRADUATION_NOT_READY";
    public static final String YEAR_DISAGREES = "GRADUATION_YEAR_DISAGREES";
    public static final String DAY_INVALID = "GRADUATION_DAY_INVALID";

    private static final int FIRST_YEAR_OF_PROGRAMME = 2007;
    private static final int YEARS_AHEAD_AT_MOST = 1;

    private GraduationRule() {}

    /**
     * The visit that is the evidence.
     *
     * @param isForGraduation whether that was its purpose, somebody was met, and no correction
     *     supersedes it
     * @param foundImprovedIncome what it found
     */
    public record Evidence(
            LocalDate visitedOn, boolean isForGraduation, boolean foundImprovedIncome) {}

    /** What the field states. */
    public record Statement(Type type, Reason reason, int yearJoined, LocalDate effectiveOn) {}

    /** The code of what is wrong; empty if it can be proposed. */
    public static Optional<String> faultOf(
            Statement stated,
            Evidence visit,
            GraduationFacts facts,
            GraduationPolicy policy,
            LocalDate today) {
        if (!stated.reason().isOf(stated.type())) {
            return Optional.of(REASON_NOT_OF_TYPE);
        }
        if (!visit.isForGraduation() || visit.visitedOn().isBefore(policy.firstVisit(today))) {
            return Optional.of(VISIT_NOT_USABLE);
        }
        if (!isReady(stated.type(), visit, facts, policy, today)) {
            return Optional.of(NOT_READY);
        }
        // a family may have joined before it came into the registry, and never after
        if (stated.yearJoined() < FIRST_YEAR_OF_PROGRAMME
                || stated.yearJoined() > facts.memberSince().getYear()) {
            return Optional.of(YEAR_DISAGREES);
        }
        return isDayPossible(stated, facts, today) ? Optional.empty() : Optional.of(DAY_INVALID);
    }

    /** Self-reliance is what this very visit found. */
    private static boolean isReady(
            Type type,
            Evidence visit,
            GraduationFacts facts,
            GraduationPolicy policy,
            LocalDate today) {
        return type == Type.SELF_RELIANT
                ? visit.foundImprovedIncome()
                : Readiness.of(facts, policy, today).contains(type);
    }

    /** Nobody leaves while a component lasts that is the very reason. */
    private static boolean isDayPossible(Statement stated, GraduationFacts facts, LocalDate today) {
        LocalDate day = stated.effectiveOn();
        boolean isInTime =
                !day.isBefore(today) && !day.isAfter(today.plusYears(YEARS_AHEAD_AT_MOST));
        return isInTime
                && (stated.type() != Type.NATURAL || day.isAfter(facts.lastComponentUntil()));
    }
}
