package id.pkh.verification.sanction.domain;

import static id.pkh.verification.sanction.domain.SanctionFixture.laddersOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What has to hold whatever happens. Histories come from a seeded random, so that a failure
 * repeats.
 */
class SanctionLadderPropertiesTest {

    private static final int HISTORIES = 2_000;
    private static final int MOST_PERIODS = 14;
    private static final String[] LETTERS = {"S", "S", "S", "C", "E", "U"};

    private final SanctionLadders ladders = laddersOfTheRulePage();

    @ParameterizedTest
    @EnumSource
    void severity_never_falls_as_more_periods_run(Cause cause) {
        String run = "";
        Step before = Step.NONE;
        for (int running = 1; running <= MOST_PERIODS; running++) {
            run = run.isEmpty() ? "S" : run + " S";
            int now = running;
            Step step =
                    ladders.stepsThatFollowFrom(SanctionFixture.history(cause, run)).stream()
                            .filter(due -> due.running() == now)
                            .map(DueStep::step)
                            .findFirst()
                            .orElse(Step.NONE);
            assertThat(step).isGreaterThanOrEqualTo(before);
            before = step;
        }
    }

    @ParameterizedTest
    @EnumSource
    void replay_gives_the_same_and_order_of_arrival_does_not_matter(Cause cause) {
        Random random = new Random(20260105L + cause.ordinal());
        for (int i = 0; i < HISTORIES; i++) {
            List<PeriodState> facts = someFacts(cause, random);
            List<DueStep> once = ladders.stepsThatFollowFrom(CauseHistory.of(cause, facts));
            assertThat(ladders.stepsThatFollowFrom(CauseHistory.of(cause, facts))).isEqualTo(once);
            List<PeriodState> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(facts.subList(0, facts.size() / 2));
            assertThat(ladders.stepsThatFollowFrom(CauseHistory.of(cause, shuffled)))
                    .isEqualTo(once);
        }
    }

    /**
     * Facts come one by one in any order and each time the difference is applied: what stands in
     * the end is the same.
     */
    @ParameterizedTest
    @EnumSource
    void what_stands_in_the_end_does_not_depend_on_the_way_there(Cause cause) {
        Random random = new Random(77L + cause.ordinal());
        for (int i = 0; i < HISTORIES / 4; i++) {
            List<PeriodState> facts = someFacts(cause, random);
            Set<StepKey> inOrder = keysAfterArrival(cause, facts);
            List<PeriodState> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            assertThat(keysAfterArrival(cause, shuffled)).isEqualTo(inOrder);
        }
    }

    private Set<StepKey> keysAfterArrival(Cause cause, List<PeriodState> facts) {
        Map<StepKey, ActiveStep> standing = new HashMap<>();
        for (int arrived = 1; arrived <= facts.size(); arrived++) {
            List<DueStep> due =
                    ladders.stepsThatFollowFrom(CauseHistory.of(cause, facts.subList(0, arrived)));
            StepDifference difference = StepDifference.between(standing.values(), due);
            difference.toWithdraw().forEach(step -> standing.remove(step.key()));
            difference
                    .toIssue()
                    .forEach(step -> standing.put(step.key(), new ActiveStep(null, step.key())));
            assertThat(StepDifference.between(standing.values(), due).isEmpty()).isTrue();
        }
        return Set.copyOf(standing.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void only_signals_have_steps_and_a_step_runs_over_signals_only(Cause cause) {
        Random random = new Random(4711L + cause.ordinal());
        for (int i = 0; i < HISTORIES; i++) {
            CauseHistory history = CauseHistory.of(cause, someFacts(cause, random));
            Map<VerificationPeriod, SignalState> states =
                    history.states().stream()
                            .collect(Collectors.toMap(PeriodState::period, PeriodState::state));
            for (DueStep step : ladders.stepsThatFollowFrom(history)) {
                VerificationPeriod period = step.period();
                for (int back = 0; back < step.running(); back++) {
                    assertThat(states.get(period)).isEqualTo(SignalState.SIGNAL);
                    period = period.previous();
                }
                assertThat(states.get(period)).isNotEqualTo(SignalState.SIGNAL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_or_exempt_period_counts_as_little_as_a_clean_one(Cause cause) {
        Random random = new Random(99L + cause.ordinal());
        for (int i = 0; i < HISTORIES; i++) {
            List<PeriodState> facts = someFacts(cause, random);
            List<PeriodState> cleaned =
                    facts.stream()
                            .map(
                                    f ->
                                            f.state() == SignalState.SIGNAL
                                                    ? f
                                                    : PeriodState.clean(f.period()))
                            .toList();
            assertThat(ladders.stepsThatFollowFrom(CauseHistory.of(cause, facts)))
                    .isEqualTo(ladders.stepsThatFollowFrom(CauseHistory.of(cause, cleaned)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_protected_cause_never_yields_a_proposal(Cause cause) {
        Set<Cause> protectedCauses =
                EnumSet.of(Cause.MEETING_NOT_HELD, Cause.COMMITMENT_NOT_VERIFIED);
        Random random = new Random(13L + cause.ordinal());
        for (int i = 0; i < HISTORIES; i++) {
            for (DueStep step :
                    ladders.stepsThatFollowFrom(CauseHistory.of(cause, someFacts(cause, random)))) {
                assertThat(step.isProtected()).isEqualTo(protectedCauses.contains(cause));
                assertThat(step.isProtected() && step.step().isProposal()).isFalse();
                assertThat(step.attribution() == Attribution.FAMILY || !step.step().isProposal())
                        .isTrue();
            }
        }
    }

    private static List<PeriodState> someFacts(Cause cause, Random random) {
        int periods = 1 + random.nextInt(MOST_PERIODS);
        List<PeriodState> facts = new ArrayList<>();
        VerificationPeriod period = SanctionFixture.firstPeriod(cause);
        for (int i = 0; i < periods; i++) {
            boolean isThere = random.nextInt(8) > 0;
            int entries = isThere ? 1 + random.nextInt(8) / 7 : 0;
            VerificationPeriod at = period;
            IntStream.range(0, entries)
                    .forEach(
                            any ->
                                    facts.add(
                                            SanctionFixture.state(
                                                    cause,
                                                    at,
                                                    LETTERS[random.nextInt(LETTERS.length)])));
            period = period.next();
        }
        return facts;
    }
}
