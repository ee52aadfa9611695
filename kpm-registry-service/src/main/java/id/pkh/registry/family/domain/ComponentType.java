package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The component of a person, which makes the family eligible. */
public enum ComponentType {
    PREGNANT_POSTPARTUM,
    EARLY_CHILD,
    SD,
    SMP,
    SMA,
    SEVERE_DISABILITY,
    ELDERLY;

    public static Optional<ComponentType> of(String code) {
        return Stream.of(values()).filter(type -> type.name().equals(code)).findFirst();
    }

    public boolean canBeCarriedBy(Sex sex) {
        return this != PREGNANT_POSTPARTUM || sex == Sex.FEMALE;
    }
}
