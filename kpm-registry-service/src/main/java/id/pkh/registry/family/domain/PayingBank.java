package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The bank that pays a family, or PT Pos where there is no bank nearby. */
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
