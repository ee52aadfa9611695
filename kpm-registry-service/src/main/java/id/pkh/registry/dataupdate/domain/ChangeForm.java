package id.pkh.registry.dataupdate.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether submitted changes say what their kinds need, before anything of the family is known. */
public final class ChangeForm {

    public static final String TWICE = "UPDATE_CHANGE_TWICE";
    public static final String MEMBER = "UPDATE_MEMBER_DISAGREES";
    public static final String FIELD_MISSING = "UPDATE_FIELD_MISSING";
    public static final String FIELD_NOT_OF_KIND = "UPDATE_FIELD_NOT_OF_KIND";
    public static final String IN_FUTURE = "UPDATE_IN_FUTURE";
    public static final String NISN_INVALID = "NISN_INVALID";

    private static final int NISN_DIGITS = 10;

    /**
     * What is wrong.
     *
     * @param no the change, from 1
     * @param field null when it is about no single field
     */
    public record Fault(String code, int no, ChangeField field) {}

    private ChangeForm() {}

    public static Optional<Fault> faultOf(List<Change> changes, LocalDate today) {
        Set<List<Object>> seen = new HashSet<>();
        for (int no = 1; no <= changes.size(); no++) {
            Change change = changes.get(no - 1);
            Optional<Fault> fault = faultOf(change, no, today);
            if (fault.isPresent()) {
                return fault;
            }
            Object subject = change.memberId() == null ? "family" : change.memberId();
            if (!seen.add(List.of(change.kind(), subject)) && !change.kind().canBeOpenTwice()) {
                return Optional.of(new Fault(TWICE, no, null));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> faultOf(Change change, int no, LocalDate today) {
        ChangeKind kind = change.kind();
        if (kind.isAboutMember() == (change.memberId() == null)) {
            return Optional.of(new Fault(MEMBER, no, null));
        }
        if (change.effectiveOn().isAfter(today)) {
            return Optional.of(new Fault(IN_FUTURE, no, null));
        }
        for (ChangeField field : kind.needs()) {
            if (change.gets(field).isEmpty()) {
                return Optional.of(new Fault(FIELD_MISSING, no, field));
            }
        }
        if (change.becomes().isEmpty() && kind.needs().isEmpty() && needsAny(kind)) {
            return Optional.of(new Fault(FIELD_MISSING, no, kind.may().get(0)));
        }
        for (ChangeField field : change.becomes().keySet()) {
            if (!kind.needs().contains(field) && !kind.may().contains(field)) {
                return Optional.of(new Fault(FIELD_NOT_OF_KIND, no, field));
            }
        }
        return change.gets(ChangeField.NISN)
                .filter(nisn -> !isWholeNisn(nisn))
                .map(nisn -> new Fault(NISN_INVALID, no, ChangeField.NISN));
    }

    /** A pregnancy can begin without a word more; a correction corrects something. */
    private static boolean needsAny(ChangeKind kind) {
        return switch (kind) {
            case PERSON_CORRECTED, CARETAKER_CHANGED, DEATH_OF_CARETAKER -> true;
            default -> false;
        };
    }

    /** Lists drop leading zeros; what a person submits has all ten digits. */
    static boolean isWholeNisn(String nisn) {
        return nisn.length() == NISN_DIGITS && nisn.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
