package id.pkh.verification.sanction;

import id.pkh.contracts.Event;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.verification.sanction.domain.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Publishes the changes of families: withdrawals first, each with what follows from it, then new
 * steps.
 */
@Startup
@ApplicationScoped
class SanctionAnnouncements {

    private static final String ISSUED = "issued";
    private static final String WITHDRAWN = "withdrawn";

    private final Outbox outbox;
    private final MeterRegistry meters;

    SanctionAnnouncements(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
        for (Step step : Step.values()) {
            if (step != Step.NONE) {
                counter(step, ISSUED);
                counter(step, WITHDRAWN);
            }
        }
    }

    /**
     * Appends the events under the current cause; returns the version of each family afterwards.
     */
    Map<UUID, Long> announce(
            List<FamilyChange> families,
            Map<UUID, Long> versions,
            WithdrawalReason why,
            LocalDate on,
            Instant at) {
        List<Sequenced> events = new ArrayList<>();
        Map<UUID, Long> after = new HashMap<>();
        for (FamilyChange family : families) {
            long version = versions.get(family.kpmId());
            for (Event event : eventsOf(family, why, on, at)) {
                version++;
                events.add(new Sequenced(event, version));
            }
            after.put(family.kpmId(), version);
        }
        outbox.appendAll(events);
        return after;
    }

    private List<Event> eventsOf(
            FamilyChange family, WithdrawalReason why, LocalDate on, Instant at) {
        List<Event> events = new ArrayList<>();
        for (IssuedStep step : family.withdrawn()) {
            counter(step.due().step(), WITHDRAWN).increment();
            events.add(SanctionEvents.withdrawn(step, family.villageCode(), why.name(), on, at));
            events.addAll(family.following().getOrDefault(step.stepId(), List.of()));
        }
        for (IssuedStep step : family.issued()) {
            counter(step.due().step(), ISSUED).increment();
            events.add(SanctionEvents.issued(step));
        }
        return events;
    }

    /** Registers each counter with 0 from the start. */
    private Counter counter(Step step, String change) {
        return meters.counter("sanction_steps_total", "step", step.name(), "change", change);
    }
}
