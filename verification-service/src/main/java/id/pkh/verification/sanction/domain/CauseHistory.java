package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All facts about one family and cause: one state per period, oldest first.
 *
 * @param states at most one per period, in order
 */
public record CauseHistory(Cause cause, List<PeriodState> states) {

    public CauseHistory {
        states = List.copyOf(states);
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i - 1).period().compareTo(states.get(i).period()) >= 0) {
                throw new IllegalArgumentException(
                        "periods of a history are in order, one state each");
            }
        }
    }

    /**
     * Orders facts, whatever the order in which they arrived; of two facts for one period the
     * better one counts.
     */
    public static CauseHistory of(Cause cause, Collection<PeriodState> facts) {
        TreeMap<VerificationPeriod, PeriodState> byPeriod = new TreeMap<>();
        facts.forEach(fact -> byPeriod.merge(fact.period(), fact, PeriodState::moreFavourable));
        return new CauseHistory(cause, List.copyOf(byPeriod.values()));
    }

    /**
     * The running count at the i-th state: 0 unless it is a signal, then one more than at the
     * period right before it.
     */
    int runningAt(int i) {
        int running = 0;
        for (int at = i; at >= 0 && isSignal(at) && (at == i || isRightBefore(at, at + 1)); at--) {
            running++;
        }
        return running;
    }

    /**
     * The period in which evidence showed again that there was no failure; empty when the last
     * evidence after the given period shows one, or there is none.
     */
    public Optional<VerificationPeriod> metAgainAfter(VerificationPeriod period) {
        return states.stream()
                .filter(state -> state.period().compareTo(period) > 0)
                .filter(
                        state ->
                                state.state() == SignalState.CLEAN
                                        || state.state() == SignalState.SIGNAL)
                .reduce((earlier, later) -> later)
                .filter(last -> last.state() == SignalState.CLEAN)
                .map(PeriodState::period);
    }

    private boolean isSignal(int i) {
        return states.get(i).state() == SignalState.SIGNAL;
    }

    private boolean isRightBefore(int i, int later) {
        return states.get(i).period().next().equals(states.get(later).period());
    }
}
