package id.pkh.registry.complaint.domain;

import static id.pkh.registry.complaint.domain.StepKind.BANK_REPORTED;
import static id.pkh.registry.complaint.domain.StepKind.CARD_REPLACED;
import static id.pkh.registry.complaint.domain.StepKind.CARD_RETURNED;
import static id.pkh.registry.complaint.domain.StepKind.HOLDER_ASKED;
import static id.pkh.registry.complaint.domain.StepKind.POLICE_LETTER;
import static id.pkh.registry.complaint.domain.StepKind.UNBLOCKED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The steps of a card complaint by its cause, in their order; at the end one of several may come.
 */
public final class CardSteps {

    private static final Map<ComplaintType, List<List<StepKind>>> STEPS =
            Map.of(
                    ComplaintType.CARD_LOST,
                    List.of(List.of(POLICE_LETTER), List.of(BANK_REPORTED), List.of(CARD_REPLACED)),
                    ComplaintType.CARD_PIN_FORGOTTEN,
                    List.of(List.of(BANK_REPORTED), List.of(UNBLOCKED, CARD_REPLACED)),
                    ComplaintType.CARD_SWALLOWED,
                    List.of(List.of(BANK_REPORTED), List.of(CARD_RETURNED, CARD_REPLACED)),
                    ComplaintType.CARD_DAMAGED,
                    List.of(List.of(BANK_REPORTED), List.of(CARD_REPLACED)),
                    ComplaintType.CARD_NOT_RECEIVED,
                    List.of(List.of(BANK_REPORTED), List.of(CARD_RETURNED, CARD_REPLACED)),
                    ComplaintType.CARD_HELD_BY_OTHER,
                    List.of(List.of(HOLDER_ASKED), List.of(CARD_RETURNED, CARD_REPLACED)));

    private CardSteps() {}

    /** The places of a type; none when it is about no card. */
    public static List<List<StepKind>> of(ComplaintType type) {
        return STEPS.getOrDefault(type, List.of());
    }

    /** What comes next after so many steps; empty when all are taken. */
    public static List<StepKind> next(ComplaintType type, int taken) {
        List<List<StepKind>> places = of(type);
        return taken < places.size() ? places.get(taken) : List.of();
    }

    /** What comes next, for people. */
    public static String named(ComplaintType type, int taken) {
        List<StepKind> next = next(type, taken);
        return next.isEmpty()
                ? "any step that is not of a card"
                : next.stream().map(Enum::name).collect(Collectors.joining(" or "));
    }

    static boolean has(ComplaintType type, StepKind kind) {
        return of(type).stream().anyMatch(place -> place.contains(kind));
    }
}
