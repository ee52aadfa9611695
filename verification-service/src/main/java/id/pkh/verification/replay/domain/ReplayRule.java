package id.pkh.verification.replay.domain;

import static java.util.stream.Collectors.toMap;

import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares the steps that follow with the present policies and with a draft. */
public final class ReplayRule {

    private ReplayRule() {}

    /** The history of a cause, and the ladders that judge it. */
    public record Side(CauseHistory history, SanctionLadders ladders) {

        private Map<VerificationPeriod, Step> stepsWithin(ReplayRange range) {
            return ladders.stepsThatFollowFrom(history).stream()
                    .filter(due -> range.contains(due.period()))
                    .collect(toMap(DueStep::period, DueStep::step));
        }
    }

    /** The periods of the range in which the steps differ, in their order. */
    public static List<StepChange> changes(Side before, Side after, ReplayRange range) {
        Map<VerificationPeriod, Step> now = before.stepsWithin(range);
        Map<VerificationPeriod, Step> then = after.stepsWithin(range);
        TreeSet<VerificationPeriod> periods = new TreeSet<>(now.keySet());
        periods.addAll(then.keySet());
        return periods.stream()
                .map(
                        period ->
                                new StepChange(
                                        before.history().cause(),
                                        period,
                                        now.getOrDefault(period, Step.NONE),
                                        then.getOrDefault(period, Step.NONE)))
                .filter(change -> change.before() != change.after())
                .toList();
    }
}
