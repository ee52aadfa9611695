package id.pkh.meeting.support;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.security.NikTokens;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The registry as this service sees it: events on real topics. */
@ApplicationScoped
@Unremovable
public class Registry {

    private static final Instant RECORDED = Instant.parse("2026-01-16T03:00:00Z");

    private final EventStreams streams;
    private final EventArrivals arrivals;
    private final NikTokens tokens;
    private final List<UUID> sent = new ArrayList<>();

    Registry(EventStreams streams, EventArrivals arrivals, NikTokens tokens) {
        this.streams = streams;
        this.arrivals = arrivals;
        this.tokens = tokens;
    }

    /** Families of a group since 2025, known to the service when this returns. */
    public List<Family> families(Village village, String groupCode, int count) {
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Family family = Family.another();
            state(family, 1, village, groupCode, "2025-01-01", "ACTIVE");
            families.add(family);
        }
        await();
        return families;
    }

    public UUID state(
            Family family,
            long version,
            Village village,
            String groupCode,
            String from,
            String status) {
        return send(kpmState(family, village, groupCode, from, status), version);
    }

    public KpmState kpmState(
            Family family, Village village, String groupCode, String from, String status) {
        return new KpmState(
                family.kpmId(),
                status,
                village.code(),
                groupCode,
                family.kpmId(),
                tokens.tokenOf(family.nik()),
                "BRI",
                true,
                List.of(),
                LocalDate.parse(from),
                RECORDED);
    }

    /** The village's facilitator, from a day on; known to the service when this returns. */
    public UUID assign(Village village, String from, String until) {
        UUID assignment = UUID.randomUUID();
        assign(assignment, 1, village, "FACILITATOR", from, until);
        await();
        return assignment;
    }

    public UUID assign(
            UUID assignment,
            long version,
            Village village,
            String role,
            String from,
            String until) {
        return send(
                new FacilitatorAssigned(
                        assignment,
                        village.facilitatorId(),
                        village.facilitatorCode(),
                        role,
                        village.code(),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until),
                        LocalDate.parse(from),
                        RECORDED),
                version);
    }

    public UUID send(Event event, long sequence) {
        return send(UUID.randomUUID(), event, sequence);
    }

    public UUID send(UUID id, Event event, long sequence) {
        return send(id, EventCatalogue.of(event), event, sequence);
    }

    public UUID send(UUID id, EventType<?> type, Event event, long sequence) {
        sent.add(streams.publish(id, type, event, sequence));
        return id;
    }

    /** Waits until everything that was sent has had its effect or is parked. */
    public void await() {
        arrivals.awaitAppliedOrParked(sent);
        sent.clear();
    }
}
