package id.pkh.registry.history.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The facts about one aspect of a family. A change is true from its first day on, until a later
 * change says otherwise: of the changes whose first day has come, the last that was recorded
 * counts. So a correction of the past is a new fact, and what was known before it can still be
 * asked for. {@code docs/rules/finding.md} lists the cases.
 *
 * @param facts in the order of their versions
 */
public record Timeline(List<Fact> facts, ZoneId zone) {

    public Timeline {
        facts = facts.stream().sorted(Comparator.comparingLong(Fact::version)).toList();
    }

    /** As it was known then: without what was recorded later. */
    public Timeline knownBefore(Instant moment) {
        return new Timeline(
                facts.stream().filter(fact -> fact.recordedAt().isBefore(moment)).toList(), zone);
    }

    public AsOf on(LocalDate day) {
        Optional<Fact> last =
                facts.stream()
                        .filter(fact -> !firstKnownDay(fact).isAfter(day))
                        .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            return new AsOf.Known(last.get());
        }
        return facts.stream()
                .filter(fact -> fact.since() == null)
                .findFirst()
                .<AsOf>map(fact -> new AsOf.NotKnownBefore(firstKnownDay(fact)))
                .orElseGet(AsOf.NotYet::new);
    }

    /** What was carried over is known from the day of its record on. */
    private LocalDate firstKnownDay(Fact fact) {
        return fact.since() == null ? LocalDate.ofInstant(fact.recordedAt(), zone) : fact.since();
    }
}
