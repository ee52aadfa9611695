package id.pkh.registry.graduation.domain;

import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Why a family counts as ready. It is a sign for people; nothing follows from it by itself. */
public final class Readiness {

    private Readiness() {}

    public static Set<Type> of(GraduationFacts facts, GraduationPolicy policy, LocalDate today) {
        Set<Type> ready = EnumSet.noneOf(Type.class);
        LocalDate until = facts.lastComponentUntil();
        if (until != null && !until.isAfter(policy.lastNaturalEnd(today))) {
            ready.add(Type.NATURAL);
        }
        LocalDate improved = facts.incomeImprovedOn();
        if (improved != null && !improved.isBefore(policy.firstVisit(today))) {
            ready.add(Type.SELF_RELIANT);
        }
        if (facts.memberSince().isBefore(policy.memberBefore(today))) {
            ready.add(Type.MEMBERSHIP);
        }
        return ready;
    }
}
