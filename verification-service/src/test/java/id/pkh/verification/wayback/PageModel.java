package id.pkh.verification.wayback;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One family as {@code docs/rules/sanction-ladder.md} and {@code docs/rules/decisions.md} describe
 * it, in the simplest words: letters of periods, and notes of what was done. It shares no code with
 * the service.
 */
final class PageModel {

    static final List<String> MEETING_CAUSES =
            List.of("GROUP_MEETING_ABSENCE", "P2K2_ABSENCE", "MEETING_NOT_HELD");

    /** The steps after one, two and three periods; a dash where none follows. */
    private static final Map<String, String> LADDER =
            Map.of(
                    "GROUP_MEETING_ABSENCE",
                    "REMINDER SUSPENSION_WARNING SUSPENSION_PROPOSED",
                    "P2K2_ABSENCE",
                    "REMINDER SUSPENSION_WARNING SUSPENSION_PROPOSED",
                    "MEETING_NOT_HELD",
                    "- - SUSPENSION_WARNING",
                    "COMMITMENT_NOT_MET",
                    "SUSPENSION_WARNING SUSPENSION_PROPOSED TERMINATION_PROPOSED",
                    "COMMITMENT_NOT_VERIFIED",
                    "SUSPENSION_WARNING SUSPENSION_WARNING SUSPENSION_WARNING");

    /** The better letter comes first. */
    private static final String BEST_FIRST = "CEUS";

    private static final List<String> HARDEST_FIRST =
            List.of("TERMINATE", "DECEASE", "MOVE", "GRADUATE", "INELIGIBLE", "SUSPEND");
    private static final List<String> STATUSES =
            List.of("TERMINATED", "DECEASED", "MOVED", "GRADUATED", "INELIGIBLE", "SUSPENDED");

    private final Terms terms;
    private final String base;
    private LocalDate today;
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, Set<String>> senders = new HashMap<>();
    private final Map<String, Set<Integer>> exempt = new HashMap<>();
    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private int proposals;

    PageModel(Terms terms, String base, LocalDate today) {
        this.terms = terms;
        this.base = base;
        this.today = today;
    }

    Collection<Matter> matters() {
        return matters.values();
    }

    LocalDate today() {
        return today;
    }

    /** Empty when the act is possible, or the code of the refusal. */
    String refusalOf(Act act) {
        Matter matter = matters.get(act.subject());
        return switch (act.kind()) {
            case PROPOSE -> isFitting(act.word(0)) ? "" : "STATUS_DOES_NOT_FIT";
            case PREPARE -> refusalToPrepare(matter, act.word(0), act.word(1));
            case CONFIRM -> refusalToConfirm(matter, act.by());
            case DROP -> matter.drafted == null ? "NOT_PREPARED" : "";
            case DELIVER_STEP -> refusalToDeliverStep(matter, act);
            case DELIVER -> refusalToDeliver(matter, act);
            case APPEAL_STEP ->
                    matter.isGone
                            ? "STEP_WITHDRAWN"
                            : refusalToAppeal(
                                    matter.onStep, matter.stepDeliveredOn, terms.stepAppealDays());
            case APPEAL ->
                    or(
                            refusalOfWhatIsDecided(matter),
                            refusalToAppeal(
                                    matter.onDecision,
                                    matter.deliveredOn,
                                    terms.decisionAppealDays()));
            case DECIDE_STEP_APPEAL -> refusalToJudge(matter, matter.onStep, act.by());
            case DECIDE_APPEAL -> refusalToJudge(matter, matter.onDecision, act.by());
            case LIFT -> or(refusalOfWhatIsDecided(matter), refusalToLift(matter, act));
            default -> "";
        };
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private String refusalToPrepare(Matter matter, String measure, String effect) {
        String refusal = refusalOfMatter(matter, measure, effect);
        return !refusal.isEmpty() ? refusal : matter.drafted == null ? "" : "ALREADY_PREPARED";
    }

    private String refusalOfMatter(Matter matter, String measure, String effect) {
        if (matter.measureProposed.isEmpty()) {
            return "STEP_NOT_A_PROPOSAL";
        }
        if (matter.isGone) {
            return matter.cause == null ? "PROPOSAL_WITHDRAWN" : "STEP_WITHDRAWN";
        }
        if (matter.decided != null) {
            return "ALREADY_DECIDED";
        }
        if (!measure.equals(matter.measureProposed) && !measure.equals("DISMISS")) {
            return "DECISION_DOES_NOT_FIT";
        }
        if (measure.equals("SUSPEND") == effect.equals("NONE")) {
            return "EFFECT_DOES_NOT_FIT";
        }
        if (matter.cause == null && !measure.equals("DISMISS") && !isFitting(measure)) {
            return "STATUS_DOES_NOT_FIT";
        }
        return matter.onStep != null && matter.onStep.isOpen ? "APPEAL_OPEN" : "";
    }

    private boolean isFitting(String measure) {
        String status = status();
        return switch (measure) {
            case "INELIGIBLE" -> status.equals("VALIDATED");
            case "REINSTATE" -> STATUSES.subList(0, 5).contains(status);
            default -> status.equals("ACTIVE") || status.equals("SUSPENDED");
        };
    }

    private String refusalToConfirm(Matter matter, String person) {
        if (matter.drafted == null) {
            return matter.decided == null ? "NOT_PREPARED" : "ALREADY_DECIDED";
        }
        if (person.equals(matter.preparedBy)) {
            return "DECISION_SAME_PERSON";
        }
        return isWitness(matter, person) ? "DECISION_BY_WITNESS" : "";
    }

    private String refusalToDeliverStep(Matter matter, Act act) {
        if (matter.isGone) {
            return "STEP_WITHDRAWN";
        }
        return matter.stepDeliveredOn != null
                ? "NOTICE_ALREADY_DELIVERED"
                : refusalOfRoute(act, matter.triesOfStep);
    }

    private String refusalToDeliver(Matter matter, Act act) {
        String refusal = refusalOfWhatIsDecided(matter);
        if (!refusal.isEmpty()) {
            return refusal;
        }
        return matter.deliveredOn != null
                ? "NOTICE_ALREADY_DELIVERED"
                : refusalOfRoute(act, matter.tries);
    }

    private String refusalOfRoute(Act act, Set<LocalDate> tries) {
        if (act.word(1).equals("NOT_REACHED")) {
            return "";
        }
        if (!terms.routes().contains(act.word(0))) {
            return "NOTICE_ROUTE_DOES_NOT_COUNT";
        }
        return act.word(0).equals("POSTED") && tries.size() < terms.attemptsUntilPosted()
                ? "NOTICE_ATTEMPTS_MISSING"
                : "";
    }

    private static String refusalOfWhatIsDecided(Matter matter) {
        if (matter.decided == null) {
            return "NOT_DECIDED";
        }
        if (!matter.isAgainstFamily()) {
            return "DECISION_WITHOUT_EFFECT";
        }
        return matter.lifted == null ? "" : "ALREADY_LIFTED";
    }

    private String refusalToAppeal(Matter.Contest before, LocalDate deliveredOn, int days) {
        if (before != null) {
            return "APPEAL_ALREADY_LODGED";
        }
        return deliveredOn != null && today.isAfter(deliveredOn.plusDays(days))
                ? "APPEAL_WINDOW_CLOSED"
                : "";
    }

    private static String refusalToJudge(Matter matter, Matter.Contest appeal, String person) {
        if (!appeal.isOpen) {
            return "APPEAL_ALREADY_DECIDED";
        }
        boolean isDecider =
                matter.decided != null
                        && (person.equals(matter.preparedBy) || person.equals(matter.decidedBy));
        return isDecider || person.equals(appeal.by) ? "SAME_PERSON" : "";
    }

    private static String refusalToLift(Matter matter, Act act) {
        boolean fits =
                switch (act.detail()) {
                    case "CORRECTED_FACT", "OFFICER_ERROR" -> true;
                    case "COMMITMENT_MET" -> matter.decided.equals("SUSPEND");
                    default -> false;
                };
        if (!fits) {
            return "LIFT_REASON_DOES_NOT_FIT";
        }
        return act.by().equals(matter.preparedBy) || act.by().equals(matter.decidedBy)
                ? "LIFT_SAME_PERSON"
                : "";
    }

    /** Lets a possible act happen. Returns the reason why a matter was left out of its draft. */
    String happen(Act act) {
        Matter matter = matters.get(act.subject());
        switch (act.kind()) {
            case FACT -> arrive(act);
            case EXEMPT -> exempt(LocalDate.parse(act.word(0)), LocalDate.parse(act.word(1)));
            case PASS -> pass(Integer.parseInt(act.detail()));
            case PROPOSE -> propose(act);
            case WITHDRAW -> matter.isGone = true;
            case PREPARE -> {
                matter.preparedBy = act.by();
                matter.drafted = act.word(0);
                matter.draftedEffect = act.word(1);
            }
            case CONFIRM -> {
                return confirm(matter, act.by());
            }
            case DROP -> matter.drafted = null;
            case DELIVER_STEP -> {
                if (act.word(1).equals("DELIVERED")) {
                    matter.stepDeliveredOn = today;
                } else {
                    matter.triesOfStep.add(today);
                }
            }
            case DELIVER -> deliver(matter, act);
            case APPEAL_STEP -> matter.onStep = contest(matter, act.by());
            case APPEAL -> matter.onDecision = contest(matter, act.by());
            case DECIDE_STEP_APPEAL -> judge(matter, matter.onStep, act.detail());
            case DECIDE_APPEAL -> judge(matter, matter.onDecision, act.detail());
            case LIFT -> matter.lifted = act.detail();
        }
        return "";
    }

    /** A later revision replaces an earlier one, whichever arrives first. */
    private void arrive(Act act) {
        String before = lists.get(act.subject());
        if (!act.by().isEmpty()) {
            senders.computeIfAbsent(placeOf(act.subject()), any -> new HashSet<>()).add(act.by());
        }
        if (before == null
                || Integer.parseInt(before.split(" ")[0]) < Integer.parseInt(act.word(0))) {
            lists.put(act.subject(), act.detail());
        }
        follow(causesOf(act.subject()), "CORRECTED_FACT");
    }

    private static String placeOf(String slot) {
        String[] words = slot.split("/");
        return words[0] + "/" + words[2];
    }

    private static List<String> causesOf(String slot) {
        return switch (slot.split("/")[0]) {
            case "GROUP_MEETING" -> List.of("GROUP_MEETING_ABSENCE", "MEETING_NOT_HELD");
            case "P2K2" -> List.of("P2K2_ABSENCE");
            default -> List.of(slot.split("/")[0]);
        };
    }

    private void exempt(LocalDate from, LocalDate until) {
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            if (day.getYear() == 2026) {
                int month = day.getMonthValue() - 1;
                MEETING_CAUSES.forEach(cause -> exemptMonth(cause, month));
            }
        }
        follow(MEETING_CAUSES, "CORRECTED_FACT");
    }

    private void exemptMonth(String cause, int period) {
        exempt.computeIfAbsent(cause, any -> new HashSet<>()).add(period);
    }

    private void pass(int days) {
        today = today.plusDays(days);
        matters.values().forEach(this::takeEffectIfDue);
        if (!terms.isLiftByPerson()) {
            matters.values().stream()
                    .filter(matter -> !metAgain(matter).isEmpty())
                    .forEach(matter -> matter.lifted = "COMMITMENT_MET");
        }
    }

    private void takeEffectIfDue(Matter matter) {
        if (matter.dueOn != null
                && !matter.dueOn.isAfter(today)
                && matter.inEffectFrom == null
                && matter.lifted == null
                && !matter.isStayed()) {
            matter.inEffectFrom = matter.dueOn;
        }
    }

    private void propose(Act act) {
        String name = act.word(0) + " " + ++proposals;
        Matter matter = new Matter(name, null, 0, "", act.word(0), LocalDate.parse(act.word(1)));
        matter.witnesses.add(act.by());
        matters.put(name, matter);
    }

    private String confirm(Matter matter, String person) {
        String measure = matter.drafted;
        String effect = matter.draftedEffect;
        String leftOut = refusalOfMatter(matter, measure, effect);
        matter.drafted = null;
        if (!leftOut.isEmpty()) {
            return leftOut;
        }
        matter.decided = measure;
        matter.effect = effect;
        matter.decidedBy = person;
        if (measure.equals("REINSTATE")) {
            matters.values().stream()
                    .filter(each -> each.isExit() && each.inEffectFrom != null)
                    .forEach(each -> each.isEnded = true);
        }
        return "";
    }

    private void deliver(Matter matter, Act act) {
        if (act.word(1).equals("NOT_REACHED")) {
            matter.tries.add(today);
            return;
        }
        matter.deliveredOn = today;
        LocalDate afterNotice = today.plusDays(terms.daysUntilEffect());
        matter.dueOn = afterNotice.isBefore(matter.earliest) ? matter.earliest : afterNotice;
        takeEffectIfDue(matter);
    }

    private Matter.Contest contest(Matter matter, String person) {
        String measure =
                "SUSPEND".equals(matter.decided)
                        ? matter.decided + "_" + matter.effect
                        : String.valueOf(matter.decided);
        return new Matter.Contest(person, matter.lifted == null && terms.stays().contains(measure));
    }

    private void judge(Matter matter, Matter.Contest appeal, String outcome) {
        appeal.isOpen = false;
        if (outcome.equals("REJECTED")) {
            takeEffectIfDue(matter);
            return;
        }
        if (appeal == matter.onStep) {
            exemptMonth(matter.cause, matter.period);
            follow(List.of(matter.cause), "APPEAL_UPHELD");
        }
        if (matter.isAgainstFamily() && matter.lifted == null) {
            matter.lifted = "APPEAL_UPHELD";
        }
    }

    /** Steps that no longer follow are withdrawn, and those that follow now are issued. */
    private void follow(List<String> causes, String why) {
        for (String cause : causes) {
            Map<Integer, Character> letters = lettersOf(cause);
            Map<String, Integer> due = new TreeMap<>();
            for (int period : letters.keySet()) {
                int running = 0;
                while (letters.getOrDefault(period - running, 'C') == 'S') {
                    running++;
                }
                int rung = Math.min(running, 3);
                if (rung > 0 && !stepOf(cause, rung).equals("-")) {
                    due.put(keyOf(cause, period, rung), rung);
                }
            }
            for (Matter matter : matters.values()) {
                if (cause.equals(matter.cause)
                        && !matter.isGone
                        && due.remove(keyOf(matter)) == null) {
                    matter.isGone = true;
                    if (matter.isAgainstFamily() && matter.lifted == null) {
                        matter.lifted = why;
                    }
                }
            }
            due.forEach(this::issue);
        }
    }

    private void issue(String key, int rung) {
        String[] words = key.split(" ");
        int period = Integer.parseInt(words[1]);
        String step = stepOf(words[0], rung);
        long before = matters.values().stream().filter(m -> key.equals(keyOf(m))).count();
        String name = words[0] + " " + textOf(words[0], period) + " " + rung + " " + before;
        Matter matter =
                new Matter(
                        name,
                        words[0],
                        period,
                        step,
                        step.equals("SUSPENSION_PROPOSED")
                                ? "SUSPEND"
                                : step.equals("TERMINATION_PROPOSED") ? "TERMINATE" : "",
                        firstDay(words[0], period + 1));
        matters.put(name, matter);
    }

    /** Who proposed it, or sent the evidence behind it. */
    private boolean isWitness(Matter matter, String person) {
        return matter.witnesses.contains(person)
                || (matter.cause != null
                        && senders.getOrDefault(matter.cause + "/" + matter.period, Set.of())
                                .contains(person));
    }

    private static String keyOf(Matter matter) {
        return matter.cause == null
                ? ""
                : keyOf(matter.cause, matter.period, Integer.parseInt(matter.name.split(" ")[2]));
    }

    private static String keyOf(String cause, int period, int rung) {
        return cause + " " + period + " " + rung;
    }

    private static String stepOf(String cause, int rung) {
        return LADDER.get(cause).split(" ")[rung - 1];
    }

    private Map<Integer, Character> lettersOf(String cause) {
        Map<Integer, Character> letters = new TreeMap<>();
        lists.forEach(
                (slot, words) -> {
                    if (causesOf(slot).contains(cause)) {
                        int period = Integer.parseInt(slot.split("/")[2]);
                        letters.merge(period, letter(cause, words), PageModel::better);
                    }
                });
        exempt.getOrDefault(cause, Set.of())
                .forEach(period -> letters.merge(period, 'E', PageModel::better));
        return letters;
    }

    private static char better(char one, char other) {
        return BEST_FIRST.indexOf(one) < BEST_FIRST.indexOf(other) ? one : other;
    }

    private static char letter(String cause, String words) {
        String mark = words.split(" ")[1];
        if (cause.equals("MEETING_NOT_HELD")) {
            return !mark.equals("NOT_HELD") ? 'C' : words.endsWith(" FACILITATOR") ? 'S' : 'E';
        }
        return switch (mark) {
            case "PRESENT", "CLEAN" -> 'C';
            case "SICK", "PERMITTED", "NOT_HELD", "EXEMPT" -> 'E';
            case "ABSENT", "SIGNAL" -> 'S';
            default -> 'U';
        };
    }

    /** The period with the last evidence after a suspension's own, if it is good; else empty. */
    String metAgain(Matter matter) {
        if (matter.cause == null
                || !"SUSPEND".equals(matter.decided)
                || matter.inEffectFrom == null
                || matter.lifted != null) {
            return "";
        }
        String last = "";
        for (Map.Entry<Integer, Character> each : lettersOf(matter.cause).entrySet()) {
            if (each.getKey() > matter.period && each.getValue() == 'S') {
                last = "";
            } else if (each.getKey() > matter.period && each.getValue() == 'C') {
                last = textOf(matter.cause, each.getKey());
            }
        }
        return last;
    }

    /** The hardest decision in effect gives the family its status. */
    String status() {
        return matters.values().stream()
                .filter(Matter::isInEffect)
                .map(matter -> matter.decided)
                .filter(measure -> !measure.equals("SUSPEND") || base.equals("ACTIVE"))
                .min(Comparator.comparing(HARDEST_FIRST::indexOf))
                .map(measure -> STATUSES.get(HARDEST_FIRST.indexOf(measure)))
                .orElse(base);
    }

    /** Every matter, by its name. */
    Map<String, String> state() {
        Map<String, String> lines = new HashMap<>();
        for (Matter matter : matters.values()) {
            lines.put(
                    matter.name,
                    lineOf(
                            matter.step,
                            matter.state(),
                            matter.inEffectFrom,
                            matter.lifted,
                            metAgain(matter)));
        }
        return lines;
    }

    static String lineOf(
            Object step, Object state, LocalDate inEffectFrom, Object lift, String metAgain) {
        return step
                + " "
                + state
                + " from "
                + inEffectFrom
                + ", lift "
                + lift
                + ", met again "
                + metAgain;
    }

    static boolean isQuarterly(String cause) {
        return cause.startsWith("COMMITMENT");
    }

    /** Months of 2026, and quarters from 2025 on, by their number. */
    static String textOf(String cause, int period) {
        return isQuarterly(cause)
                ? 2025 + period / 4 + "-Q" + (period % 4 + 1)
                : "2026-" + (period < 9 ? "0" : "") + (period + 1);
    }

    private static LocalDate firstDay(String cause, int period) {
        return isQuarterly(cause)
                ? LocalDate.of(2025, 1, 1).plusMonths(3L * period)
                : LocalDate.of(2026, 1, 1).plusMonths(period);
    }

    @Override
    public String toString() {
        return today + " " + status() + " " + state();
    }
}
