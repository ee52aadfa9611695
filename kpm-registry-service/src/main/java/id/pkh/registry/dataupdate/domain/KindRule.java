package id.pkh.registry.dataupdate.domain;

import static id.pkh.registry.dataupdate.domain.ChangeField.CARETAKER_MEMBER_ID;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT;
import static id.pkh.registry.dataupdate.domain.ChangeField.VILLAGE_CODE;

import java.util.Optional;
import java.util.Set;

/** Whether a change is what its kind says, given what the registry has. */
public final class KindRule {

    public static final String COMPONENT_DISAGREES = "UPDATE_COMPONENT_DISAGREES";
    public static final String MOVE_DISAGREES = "UPDATE_MOVE_DISAGREES";
    public static final String NOT_CARETAKER = "UPDATE_NOT_CARETAKER";

    private static final Set<String> SCHOOLS = Set.of("SD", "SMP", "SMA");
    private static final String PREGNANT = "PREGNANT_POSTPARTUM";
    private static final int REGENCY_CHARS = 5;

    private KindRule() {}

    public static Optional<String> faultOf(Change change) {
        String has = change.had(COMPONENT).orElse("");
        String gets = change.gets(COMPONENT).orElse("");
        return switch (change.kind()) {
            case SCHOOL_CHANGED -> unless(SCHOOLS.contains(gets), COMPONENT_DISAGREES);
            case SCHOOL_LEFT -> unless(SCHOOLS.contains(has), COMPONENT_DISAGREES);
            case PREGNANCY_ENDED -> unless(has.equals(PREGNANT), COMPONENT_DISAGREES);
            case MOVE_WITHIN -> unless(isInRegency(change), MOVE_DISAGREES);
            case MOVE_AWAY -> unless(!isInRegency(change), MOVE_DISAGREES);
            case DEATH_OF_CARETAKER ->
                    unless(
                            change.had(CARETAKER_MEMBER_ID)
                                    .filter(change.memberId().toString()::equals)
                                    .isPresent(),
                            NOT_CARETAKER);
            default -> Optional.empty();
        };
    }

    private static boolean isInRegency(Change move) {
        return regency(move.had(VILLAGE_CODE).orElse(""))
                .equals(regency(move.gets(VILLAGE_CODE).orElse("")));
    }

    private static String regency(String village) {
        return village.substring(0, Math.min(REGENCY_CHARS, village.length()));
    }

    private static Optional<String> unless(boolean fits, String code) {
        return fits ? Optional.empty() : Optional.of(code);
    }
}
