package id.pkh.verification.signal.domain;

import java.util.List;
import java.util.TreeSet;

/**
 * One fact that the ladder may count: the state of a period for one family and cause.
 *
 * @param attribution who is responsible; NOBODY unless the state is SIGNAL
 * @param reasons reason codes, sorted
 */
public record PeriodState(
        VerificationPeriod period,
        SignalState state,
        Attribution attribution,
        List<String> reasons) {

    public PeriodState {
        reasons = List.copyOf(new TreeSet<>(reasons));
        if (state == SignalState.SIGNAL && attribution == Attribution.NOBODY) {
            throw new IllegalArgumentException("a signal needs an attribution");
        }
    }

    public static PeriodState clean(VerificationPeriod period) {
        return new PeriodState(period, SignalState.CLEAN, Attribution.NOBODY, List.of());
    }

    public static PeriodState exempt(VerificationPeriod period, String... reasons) {
        return new PeriodState(period, SignalState.EXEMPT, Attribution.NOBODY, List.of(reasons));
    }

    public static PeriodState unknown(VerificationPeriod period, String... reasons) {
        return new PeriodState(period, SignalState.UNKNOWN, Attribution.NOBODY, List.of(reasons));
    }

    public static PeriodState signal(
            VerificationPeriod period, Attribution whose, String... reasons) {
        return new PeriodState(period, SignalState.SIGNAL, whose, List.of(reasons));
    }

    /**
     * Combines two facts of one period: the one that is better for the family counts, whichever
     * came first.
     */
    public PeriodState moreFavourable(PeriodState other) {
        int order = state.compareTo(other.state);
        if (order != 0) {
            return order < 0 ? this : other;
        }
        TreeSet<String> both = new TreeSet<>(reasons);
        both.addAll(other.reasons);
        Attribution whose =
                attribution.compareTo(other.attribution) <= 0 ? attribution : other.attribution;
        return new PeriodState(period, state, whose, List.copyOf(both));
    }
}
