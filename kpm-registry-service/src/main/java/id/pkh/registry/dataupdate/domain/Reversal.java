package id.pkh.registry.dataupdate.domain;

import static id.pkh.registry.dataupdate.domain.ChangeField.CARETAKER_MEMBER_ID;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT_SINCE;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT_UNTIL;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The changes that bring back what an accepted change replaced. They are proposed as a new data
 * update, which another person accepts.
 */
public final class Reversal {

    private Reversal() {}

    /**
     * The opposite of an accepted change; empty when no rule can bring back what was before.
     *
     * @param joined the person whom the change added; null when it added none
     */
    public static List<Change> of(Change accepted, UUID joined) {
        return switch (accepted.kind()) {
            case BIRTH -> List.of(ended(joined, accepted.effectiveOn().plusDays(1)));
            case DEATH -> List.of(alive(accepted));
            case DEATH_OF_CARETAKER -> List.of(alive(accepted), formerCaretaker(accepted));
            case DEATH_CORRECTED ->
                    accepted
                            .had(ChangeField.DIED_ON)
                            .map(LocalDate::parse)
                            .map(day -> change(ChangeKind.DEATH, accepted.memberId(), day))
                            .stream()
                            .toList();
            case CARETAKER_CHANGED -> List.of(formerCaretaker(accepted));
            case SCHOOL_CHANGED, COMPONENT_BEGAN, PREGNANCY_BEGAN ->
                    List.of(componentBefore(accepted));
            case SCHOOL_LEFT, COMPONENT_ENDED, PREGNANCY_ENDED -> resumed(accepted);
            case PERSON_CORRECTED, MOVE_WITHIN, MOVE_AWAY, ACCOUNT, TELEPHONE_CHANGED ->
                    formerValues(accepted);
        };
    }

    private static Change alive(Change accepted) {
        return change(ChangeKind.DEATH_CORRECTED, accepted.memberId(), accepted.effectiveOn());
    }

    private static Change formerCaretaker(Change accepted) {
        return new Change(
                ChangeKind.CARETAKER_CHANGED,
                null,
                accepted.effectiveOn(),
                Map.of(),
                Map.of(CARETAKER_MEMBER_ID, accepted.had(CARETAKER_MEMBER_ID).orElseThrow()));
    }

    /** The component of before begins on the same day; without one, the new one ends at once. */
    private static Change componentBefore(Change accepted) {
        boolean hadNone =
                accepted.had(COMPONENT).isEmpty()
                        || accepted.had(COMPONENT_UNTIL)
                                .map(LocalDate::parse)
                                .filter(until -> until.isBefore(accepted.effectiveOn()))
                                .isPresent();
        return hadNone
                ? ended(accepted.memberId(), accepted.effectiveOn().plusDays(1))
                : began(accepted, accepted.effectiveOn());
    }

    /** What was ended is carried on from its own first day. */
    private static List<Change> resumed(Change accepted) {
        return accepted
                .had(COMPONENT_SINCE)
                .map(LocalDate::parse)
                .map(since -> began(accepted, since))
                .stream()
                .toList();
    }

    private static Change began(Change accepted, LocalDate on) {
        Map<ChangeField, String> former = new EnumMap<>(ChangeField.class);
        for (ChangeField field :
                List.of(COMPONENT, ChangeField.NPSN, ChangeField.NISN, ChangeField.GRADE)) {
            accepted.had(field)
                    .filter(value -> field != ChangeField.NISN || ChangeForm.isWholeNisn(value))
                    .ifPresent(value -> former.put(field, value));
        }
        return new Change(ChangeKind.COMPONENT_BEGAN, accepted.memberId(), on, Map.of(), former);
    }

    private static List<Change> formerValues(Change accepted) {
        Map<ChangeField, String> former = new EnumMap<>(ChangeField.class);
        accepted.kind()
                .from()
                .forEach(
                        field ->
                                accepted.had(field)
                                        .filter(value -> isRestored(accepted, field))
                                        .ifPresent(value -> former.put(field, value)));
        Optional<ChangeField> missing =
                accepted.kind().needs().stream()
                        .filter(field -> !former.containsKey(field))
                        .findFirst();
        return missing.isPresent() || former.isEmpty()
                ? List.of()
                : List.of(
                        new Change(
                                accepted.kind(),
                                accepted.memberId(),
                                accepted.effectiveOn(),
                                Map.of(),
                                former));
    }

    /** A correction brings back only what it corrected. */
    private static boolean isRestored(Change accepted, ChangeField field) {
        return accepted.kind() != ChangeKind.PERSON_CORRECTED || accepted.gets(field).isPresent();
    }

    private static Change ended(UUID member, LocalDate on) {
        return change(ChangeKind.COMPONENT_ENDED, member, on);
    }

    private static Change change(ChangeKind kind, UUID member, LocalDate on) {
        return new Change(kind, member, on, Map.of(), Map.of());
    }
}
