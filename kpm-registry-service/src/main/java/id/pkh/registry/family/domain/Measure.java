package id.pkh.registry.family.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What a decision does to a family. If several are in effect, the first of this order counts. */
public enum Measure {
    TERMINATE(KpmStatus.TERMINATED),
    DECEASE(KpmStatus.DECEASED),
    MOVE(KpmStatus.MOVED),
    GRADUATE(KpmStatus.GRADUATED),
    INELIGIBLE(KpmStatus.INELIGIBLE),
    SUSPEND(KpmStatus.SUSPENDED);

    private final KpmStatus status;

    Measure(KpmStatus status) {
        this.status = status;
    }

    public static Optional<Measure> of(String code) {
        return Stream.of(values()).filter(measure -> measure.name().equals(code)).findFirst();
    }

    /** The status of a family while this is in effect. */
    public KpmStatus status() {
        return status;
    }

    /** Whether the family leaves the programme. */
    public boolean isExit() {
        return this != SUSPEND;
    }
}
