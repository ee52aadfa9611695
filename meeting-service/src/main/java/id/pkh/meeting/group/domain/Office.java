package id.pkh.meeting.group.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What a group elects a family for. The names are the codes of the interface. */
public enum Office {
    /** Ketua. */
    CHAIR,
    /** Sekretaris. */
    SECRETARY,
    /** Bendahara. */
    TREASURER;

    public static Optional<Office> ofCode(String code) {
        return Stream.of(values()).filter(office -> office.name().equals(code)).findFirst();
    }
}
