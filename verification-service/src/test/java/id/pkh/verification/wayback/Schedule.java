package id.pkh.verification.wayback;

import id.pkh.verification.wayback.Act.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invents what happens next, from a seed: facts in any order, and acts of people. */
final class Schedule {

    private static final List<String> PEOPLE = List.of("ani", "budi", "citra", "dedi");
    private static final int TRIES = 6;

    /** What happens more often stands here more often. */
    private static final List<Kind> KINDS =
            List.of(
                    Kind.FACT,
                    Kind.FACT,
                    Kind.PASS,
                    Kind.PREPARE,
                    Kind.PREPARE,
                    Kind.CONFIRM,
                    Kind.CONFIRM,
                    Kind.CONFIRM,
                    Kind.DELIVER,
                    Kind.DELIVER,
                    Kind.APPEAL,
                    Kind.DECIDE_APPEAL,
                    Kind.DECIDE_STEP_APPEAL,
                    Kind.LIFT,
                    Kind.PROPOSE);

    private static final List<Kind> SELDOM =
            List.of(Kind.DELIVER_STEP, Kind.APPEAL_STEP, Kind.DROP, Kind.WITHDRAW, Kind.EXEMPT);

    private final Random random;
    private final PageModel model;
    private final List<Act> facts;

    Schedule(Random random, PageModel model, List<Act> facts) {
        this.random = random;
        this.model = model;
        this.facts = new ArrayList<>(facts);
    }

    /** The facts that are known before people begin to act. */
    List<Act> past() {
        List<Act> past = facts.subList(0, random.nextInt(facts.size() + 1));
        List<Act> copy = List.copyOf(past);
        past.clear();
        return copy;
    }

    /** The facts of a family, each in a few revisions, in an order of their own. */
    static List<Act> facts(Random random, boolean isWithQuarters) {
        List<Act> facts = new ArrayList<>();
        int course = random.nextInt(isWithQuarters ? 4 : 2);
        int periods = 3 + random.nextInt(5);
        for (int period = 0; period < periods; period++) {
            switch (course) {
                case 0 -> revise(facts, random, "GROUP_MEETING", period, true);
                case 1 -> revise(facts, random, "P2K2", period, true);
                case 2 -> revise(facts, random, "COMMITMENT_NOT_MET", period, false);
                default -> revise(facts, random, "COMMITMENT_NOT_VERIFIED", period, false);
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(facts, random);
        }
        return facts;
    }

    private static void revise(
            List<Act> facts, Random random, String kind, int period, boolean isOfMeeting) {
        int groups = isOfMeeting && random.nextInt(6) == 0 ? 2 : 1;
        for (int group = 0; group < groups; group++) {
            int revisions = 1 + (random.nextInt(4) == 0 ? 1 : 0) + (random.nextInt(8) == 0 ? 1 : 0);
            for (int revision = 1; revision <= revisions; revision++) {
                facts.add(
                        new Act(
                                Kind.FACT,
                                kind + "/" + group + "/" + period,
                                isOfMeeting ? "" : one(random, PEOPLE),
                                revision
                                        + " "
                                        + (isOfMeeting ? mark(random, kind) : quarter(random))));
            }
        }
    }

    private static String mark(Random random, String kind) {
        int dice = random.nextInt(10);
        if (dice < 6) {
            return "ABSENT";
        }
        if (dice == 9 && kind.equals("GROUP_MEETING")) {
            return "NOT_HELD " + one(random, List.of("FACILITATOR", "NOBODY"));
        }
        return one(random, List.of("PRESENT", "PRESENT", "SICK", "PERMITTED", "UNMARKED"));
    }

    private static String quarter(Random random) {
        return one(random, List.of("SIGNAL", "SIGNAL", "SIGNAL", "CLEAN", "EXEMPT", "UNKNOWN"));
    }

    /** Mostly what is possible; null when nothing of its kind can be thought of. */
    Act next() {
        Act act = null;
        for (int i = 0; i < TRIES; i++) {
            act = some(kind());
            if (act != null && (random.nextInt(5) == 0 || model.refusalOf(act).isEmpty())) {
                break;
            }
        }
        if (act != null && act.kind() == Kind.FACT) {
            facts.remove(act);
        }
        return act;
    }

    /** Only what people can do to this family now, or a fact; null when nothing was found. */
    Act nextPossible() {
        for (int i = 0; i < 4 * TRIES; i++) {
            Kind kind = kind();
            boolean isOfOneFamily = kind != Kind.PASS && kind != Kind.EXEMPT;
            Act act = isOfOneFamily ? some(kind) : null;
            if (act != null && model.refusalOf(act).isEmpty()) {
                if (act.kind() == Kind.FACT) {
                    facts.remove(act);
                }
                return act;
            }
        }
        return null;
    }

    private Kind kind() {
        return one(random, random.nextInt(14) == 0 ? SELDOM : KINDS);
    }

    private Act some(Kind kind) {
        return switch (kind) {
            case FACT -> facts.isEmpty() ? null : facts.get(0);
            case PASS -> new Act(kind, "", "", "" + (1 + random.nextInt(20)));
            case EXEMPT -> random.nextInt(3) > 0 ? null : exempt();
            case PROPOSE -> propose();
            default -> about(kind);
        };
    }

    private Act exempt() {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(240));
        return new Act(Kind.EXEMPT, "", "", from + " " + from.plusDays(random.nextInt(40)));
    }

    /** A family can have one open proposal. */
    private Act propose() {
        boolean isOpen =
                model.matters().stream()
                        .anyMatch(m -> m.cause == null && !m.isGone && m.decided == null);
        String kind =
                !List.of("ACTIVE", "SUSPENDED", "VALIDATED").contains(model.status())
                                && random.nextInt(4) > 0
                        ? "REINSTATE"
                        : one(
                                random,
                                List.of(
                                        "TERMINATE",
                                        "GRADUATE",
                                        "MOVE",
                                        "DECEASE",
                                        "INELIGIBLE",
                                        "REINSTATE"));
        return isOpen
                ? null
                : new Act(
                        Kind.PROPOSE,
                        "",
                        one(random, PEOPLE),
                        kind + " " + model.today().plusDays(random.nextInt(30) - 10));
    }

    private Act about(Kind kind) {
        List<Matter> fitting =
                model.matters().stream().filter(matter -> isThinkable(kind, matter)).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Matter matter = one(random, fitting);
        if (matter.measureProposed.isEmpty() && kind == Kind.PREPARE) {
            // reminders and warnings are many, and nothing can be decided about them
            matter = one(random, fitting);
        }
        return new Act(kind, matter.name, one(random, PEOPLE), detail(kind, matter));
    }

    private static boolean isThinkable(Kind kind, Matter matter) {
        return switch (kind) {
            case WITHDRAW -> matter.cause == null && !matter.isGone && matter.decided == null;
            case CONFIRM, DROP -> matter.drafted != null;
            case DELIVER_STEP, APPEAL_STEP -> matter.cause != null;
            case DELIVER, APPEAL, LIFT -> matter.decided != null;
            case DECIDE_STEP_APPEAL -> matter.onStep != null;
            case DECIDE_APPEAL -> matter.onDecision != null;
            default -> true;
        };
    }

    private String detail(Kind kind, Matter matter) {
        return switch (kind) {
            case PREPARE -> {
                String measure =
                        random.nextInt(8) == 0 || matter.measureProposed.isEmpty()
                                ? one(random, List.of("DISMISS", "SUSPEND", "TERMINATE"))
                                : matter.measureProposed;
                String effect =
                        measure.equals("SUSPEND")
                                ? one(random, List.of("HOLD", "FORFEIT", "HOLD", "FORFEIT", "NONE"))
                                : random.nextInt(20) == 0 ? "HOLD" : "NONE";
                yield measure + " " + effect;
            }
            case DELIVER, DELIVER_STEP ->
                    one(random, List.of("LETTER", "LETTER", "VISIT", "TELEPHONE", "POSTED"))
                            + (random.nextInt(4) == 0 ? " NOT_REACHED" : " DELIVERED");
            case DECIDE_APPEAL, DECIDE_STEP_APPEAL -> one(random, List.of("UPHELD", "REJECTED"));
            case LIFT ->
                    one(
                            random,
                            List.of(
                                    "CORRECTED_FACT",
                                    "OFFICER_ERROR",
                                    "COMMITMENT_MET",
                                    "APPEAL_UPHELD",
                                    "OFFICER"));
            default -> "";
        };
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
