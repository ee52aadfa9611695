package id.pkh.verification.sanction.domain;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ladder as the rule page has it, and histories written as letters. */
final class SanctionFixture {

    static final LocalDate VALID_FROM = LocalDate.of(2019, 1, 1);

    private SanctionFixture() {}

    static List<Rung> rungsOfTheRulePage() {
        return RuleTable.rows(
                        "sanction-ladder.md",
                        "cause",
                        "running",
                        "step",
                        "protected",
                        "told besides the family")
                .stream()
                .map(
                        row ->
                                new Rung(
                                        Cause.valueOf(row.get(0)),
                                        Integer.parseInt(row.get(1)),
                                        Step.valueOf(row.get(2)),
                                        row.get(3).equals("yes"),
                                        Arrays.asList(row.get(4).split(", "))))
                .toList();
    }

    static SanctionLadder ladderOfTheRulePage() {
        return new SanctionLadder("LADDER-2026", VALID_FROM, "choice", rungsOfTheRulePage());
    }

    static SanctionLadders laddersOfTheRulePage() {
        return new SanctionLadders(List.of(ladderOfTheRulePage()));
    }

    /** {@code S C E U}, oldest first, from January or the first quarter of 2026 on. */
    static List<PeriodState> states(Cause cause, String letters) {
        VerificationPeriod period = firstPeriod(cause);
        List<PeriodState> states = new ArrayList<>();
        for (String letter : letters.split(" ")) {
            states.add(state(cause, period, letter));
            period = period.next();
        }
        return states;
    }

    static CauseHistory history(Cause cause, String letters) {
        return CauseHistory.of(cause, states(cause, letters));
    }

    static VerificationPeriod firstPeriod(Cause cause) {
        return VerificationPeriod.parse(Cause.OF_MEETINGS.contains(cause) ? "2026-01" : "2026-Q1");
    }

    static PeriodState state(Cause cause, VerificationPeriod period, String letter) {
        return switch (letter) {
            case "S" -> PeriodState.signal(period, whose(cause), "REASON");
            case "C" -> PeriodState.clean(period);
            case "E" -> PeriodState.exempt(period);
            case "U" -> PeriodState.unknown(period);
            default -> throw new IllegalArgumentException(letter);
        };
    }

    private static Attribution whose(Cause cause) {
        return switch (cause) {
            case MEETING_NOT_HELD, COMMITMENT_NOT_VERIFIED -> Attribution.FACILITATOR;
            default -> Attribution.FAMILY;
        };
    }
}
