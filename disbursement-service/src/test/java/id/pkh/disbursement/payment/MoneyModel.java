package id.pkh.disbursement.payment;

import id.pkh.disbursement.payment.Beat.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What docs/rules/entitlement.md pays one family in three cycles, in the simplest words. It shares
 * no code with the service.
 */
final class MoneyModel {

    static final String NOTHING = "nothing";

    private static final List<String> HARDEST_FIRST =
            List.of(
                    "TERMINATE",
                    "DECEASE",
                    "MOVE",
                    "GRADUATE",
                    "INELIGIBLE",
                    "FORFEIT",
                    "HOLD",
                    "NONE");
    private static final List<String> UNDOING =
            List.of("CORRECTED_FACT", "APPEAL_UPHELD", "OFFICER_ERROR");
    private static final List<String> EXITS = HARDEST_FIRST.subList(0, 5);
    private static final Map<String, Integer> RUPIAH =
            Map.of("SD", 225_000, "SMA", 500_000, "NONE", 0);

    private final Map<String, String> lastDays;
    private final Map<String, Beat> known = new HashMap<>();
    private final Map<String, String> sealed = new TreeMap<>();
    private final Map<String, List<Integer>> blockedAtSealing = new HashMap<>();

    /**
     * @param lastDays of the cycles
     */
    MoneyModel(Map<String, String> lastDays) {
        this.lastDays = lastDays;
    }

    void hear(Beat beat) {
        if (beat.kind() == Kind.STATE) {
            known.merge(
                    "STATE", beat, (one, other) -> one.sequence() > other.sequence() ? one : other);
        } else {
            known.put(beat.kind() + " " + beat.number(), beat);
        }
    }

    void seal(String cycle) {
        blockedAtSealing.put(cycle, blocking(cycle));
        sealed.put(cycle, regular(cycle));
    }

    /** The regular payment of a cycle, and the one that gives it back. */
    String lineOf(String cycle) {
        String line = sealed.containsKey(cycle) ? sealed.get(cycle) : regular(cycle);
        return line + (isGivenBack(cycle) ? ", given back" : "");
    }

    private String regular(String cycle) {
        Beat state = known.get("STATE");
        int rupiah = RUPIAH.get(state.word(1));
        if (!isMember(state) || isBeforeReturn(cycle) || rupiah == 0) {
            return NOTHING;
        }
        List<Integer> blocking = blocking(cycle);
        if (blocking.isEmpty()) {
            return "PAYABLE " + rupiah;
        }
        String hardest = effectOf(blocking.get(0));
        String status =
                hardest.equals("HOLD")
                        ? "HELD"
                        : hardest.equals("FORFEIT") ? "FORFEITED" : "NOT_ELIGIBLE";
        return status + " " + rupiah + " by " + blocking;
    }

    private boolean isMember(Beat state) {
        String[] words = state.detail().split(" ");
        if (words.length > 2) {
            return words[2].equals("ACTIVE");
        }
        if (words[0].equals("TERMINATED")) {
            return decisions().stream()
                    .anyMatch(i -> effectOf(i).equals("TERMINATE") && isInEffect(i));
        }
        return words[0].equals("ACTIVE") || words[0].equals("SUSPENDED");
    }

    /** A return after an exit that no decision explains: nothing before it is paid. */
    private boolean isBeforeReturn(String cycle) {
        Beat back = known.get("REINSTATE 9");
        return back != null
                && lastDays.get(cycle).compareTo(back.detail()) < 0
                && decisions().stream().noneMatch(this::isOver);
    }

    /** The exit took effect before the family came back. */
    private boolean isOver(int decision) {
        Beat back = known.get("REINSTATE 9");
        return back != null
                && EXITS.contains(effectOf(decision))
                && !awaitsNotice(decision)
                && sequenceOf(decision) < back.sequence();
    }

    private List<Integer> decisions() {
        List<Integer> decisions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (known.containsKey("DECIDE " + i) || known.containsKey("TAKE_EFFECT " + i)) {
                decisions.add(i);
            }
        }
        return decisions;
    }

    private List<Integer> blocking(String cycle) {
        List<Integer> blocking = new ArrayList<>();
        for (int i : decisions()) {
            boolean concerns = dayOf(i).compareTo(lastDays.get(cycle)) <= 0;
            boolean isAfterReturn =
                    isOver(i)
                            && lastDays.get(cycle).compareTo(known.get("REINSTATE 9").detail())
                                    >= 0;
            if (!effectOf(i).equals("NONE") && isInEffect(i) && concerns && !isAfterReturn) {
                blocking.add(i);
            }
        }
        blocking.sort(
                Comparator.<Integer>comparingInt(i -> HARDEST_FIRST.indexOf(effectOf(i)))
                        .thenComparing(this::sequenceOf));
        return blocking;
    }

    private boolean isInEffect(int decision) {
        boolean isStayed =
                known.containsKey("STAY " + decision) && !known.containsKey("END_STAY " + decision);
        return !awaitsNotice(decision) && !isStayed && !known.containsKey("LIFT " + decision);
    }

    private boolean awaitsNotice(int decision) {
        return !known.containsKey("TAKE_EFFECT " + decision)
                && known.get("DECIDE " + decision).detail().endsWith("ON_NOTICE");
    }

    private Beat latest(int decision) {
        Beat effect = known.get("TAKE_EFFECT " + decision);
        return effect == null ? known.get("DECIDE " + decision) : effect;
    }

    private String effectOf(int decision) {
        return latest(decision).word(0);
    }

    private String dayOf(int decision) {
        return latest(decision).word(1);
    }

    private long sequenceOf(int decision) {
        return latest(decision).sequence();
    }

    /** Each decision that withheld the sealed payment was lifted, so that it is given back. */
    private boolean isGivenBack(String cycle) {
        String line = sealed.getOrDefault(cycle, NOTHING);
        return line.contains(" by ")
                && blockedAtSealing.get(cycle).stream().allMatch(this::givesBack);
    }

    private boolean givesBack(int decision) {
        Beat lift = known.get("LIFT " + decision);
        return lift != null
                && (effectOf(decision).equals("HOLD") || UNDOING.contains(lift.detail()));
    }
}
