package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** Who pays a family; PT Pos where banks are far. */
public enum PayingBank {
    BRI,
    BNI,
    MANDIRI,
    BTN,
    BSI,
    POS;

    public static Optional<PayingBank> of(String code) {
        return Stream.of(values()).filter(bank -> bank.name().equals(code)).findFirst();
    }
}
