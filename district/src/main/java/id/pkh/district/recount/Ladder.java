package id.pkh.district.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A second implementation of the table in docs/rules/sanction-ladder.md. */
final class Ladder {

    static final String GROUP_MEETING_ABSENCE = "GROUP_MEETING_ABSENCE";
    static final String P2K2_ABSENCE = "P2K2_ABSENCE";
    static final String MEETING_NOT_HELD = "MEETING_NOT_HELD";
    static final String COMMITMENT_NOT_MET = "COMMITMENT_NOT_MET";
    static final String COMMITMENT_NOT_VERIFIED = "COMMITMENT_NOT_VERIFIED";
    static final String REMINDER = "REMINDER";
    static final String WARNING = "SUSPENSION_WARNING";
    static final String PROPOSAL = "SUSPENSION_PROPOSED";
    static final String TERMINATION = "TERMINATION_PROPOSED";
    static final String NONE = "NONE";

    private static final List<String> ABSENCE = List.of(REMINDER, WARNING, PROPOSAL);
    private static final Map<String, List<String>> STEPS =
            Map.of(
                    GROUP_MEETING_ABSENCE, ABSENCE,
                    P2K2_ABSENCE, ABSENCE,
                    MEETING_NOT_HELD, List.of(NONE, NONE, WARNING),
                    COMMITMENT_NOT_MET, List.of(WARNING, PROPOSAL, TERMINATION),
                    COMMITMENT_NOT_VERIFIED, List.of(WARNING, WARNING, WARNING));

    private Ladder() {}

    enum State {
        SIGNAL,
        CLEAN,
        EXEMPT,
        UNKNOWN
    }

    static String step(String cause, int running) {
        if (running == 0) {
            return NONE;
        }
        return STEPS.get(cause).get(Math.min(running, 3) - 1);
    }

    static boolean isProtected(String cause) {
        return cause.equals(MEETING_NOT_HELD) || cause.equals(COMMITMENT_NOT_VERIFIED);
    }

    /** The steps in effect for one family and cause, period after period, oldest first. */
    static List<ExpectedStep> climb(String cause, List<String> periods, List<State> states) {
        List<ExpectedStep> steps = new ArrayList<>();
        int running = 0;
        for (int i = 0; i < periods.size(); i++) {
            running = states.get(i) == State.SIGNAL ? running + 1 : 0;
            String step = step(cause, running);
            if (!step.equals(NONE)) {
                steps.add(
                        new ExpectedStep(
                                periods.get(i),
                                cause,
                                Math.min(running, 3),
                                running,
                                step,
                                isProtected(cause)));
            }
        }
        return steps;
    }
}
