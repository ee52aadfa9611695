package id.pkh.meeting.meeting.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/** Whether a family counts as present when another adult came in place of its caretaker. */
public record ProxyRule(String policyCode, LocalDate validFrom, boolean countsAsPresent) {

    /** The rule of a day: the latest that has begun. */
    public static ProxyRule on(Collection<ProxyRule> known, LocalDate day) {
        return known.stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .max(Comparator.comparing(ProxyRule::validFrom))
                .orElseThrow(() -> new IllegalStateException("no rule about proxies on " + day));
    }

    /**
     * The mark as others are told it. A proxy that does not count keeps its own code, which says of
     * the family neither that it came nor that it was absent.
     */
    public AttendanceMark told(AttendanceMark mark) {
        return countsAsPresent && mark == AttendanceMark.PRESENT_BY_PROXY
                ? AttendanceMark.PRESENT
                : mark;
    }
}
