package id.pkh.verification.wayback;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The numbers of a notice policy, which the model and the rules get alike. */
record Terms(
        Set<String> routes,
        int daysUntilEffect,
        int attemptsUntilPosted,
        int stepAppealDays,
        int decisionAppealDays,
        Set<String> stays,
        boolean isLiftByPerson) {

    private static final List<String> CAN_BE_STAYED =
            List.of(
                    "SUSPEND_HOLD",
                    "SUSPEND_FORFEIT",
                    "TERMINATE",
                    "GRADUATE",
                    "MOVE",
                    "DECEASE",
                    "INELIGIBLE");

    /** The policies of the rule pages, which are in the database. */
    static Terms ofThePages() {
        return new Terms(
                Set.of("LETTER", "VISIT", "POSTED"),
                0,
                2,
                30,
                30,
                Set.of("SUSPEND_FORFEIT", "TERMINATE", "GRADUATE", "MOVE", "DECEASE", "INELIGIBLE"),
                true);
    }

    static Terms some(Random random) {
        Set<String> stays = new TreeSet<>(CAN_BE_STAYED);
        stays.removeIf(each -> random.nextInt(3) == 0);
        return new Terms(
                Set.of("LETTER", "VISIT", random.nextBoolean() ? "POSTED" : "TELEPHONE"),
                random.nextInt(3) * 5,
                random.nextInt(3),
                5 + random.nextInt(20),
                5 + random.nextInt(30),
                stays,
                random.nextBoolean());
    }
}
