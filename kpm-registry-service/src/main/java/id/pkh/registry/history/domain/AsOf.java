package id.pkh.registry.history.domain;

import java.time.LocalDate;

/** What was so on a day. That it is not known is an answer of its own, and never a guess. */
public sealed interface AsOf {

    /** It was so by this fact. */
    record Known(Fact fact) implements AsOf {}

    /** What was before that day was overwritten. */
    record NotKnownBefore(LocalDate day) implements AsOf {}

    /** The family takes part since a later day, or nothing was recorded yet. */
    record NotYet() implements AsOf {}
}
