package id.pkh.registry.facilitator;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.facilitator.ImportFacilitators.EntryOutcome;
import id.pkh.registry.facilitator.domain.Appointments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Imports appointments from a list that has one row for each. */
@ApplicationScoped
public class ImportAppointments {

    /** One row. */
    public record Entry(String facilitatorCode, AppointmentDraft appointment) {}

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final Outbox outbox;
    private final Clock clock;

    ImportAppointments(
            FacilitatorRecords records, AppointmentRows appointments, Outbox outbox, Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the rows concern, with the additions of the rows. */
    private record OnRecord(
            Map<String, FacilitatorEntity> byCode,
            List<Sequenced> events,
            String sender,
            AreaScope areas,
            Instant now) {}

    /**
     * Applies rows whose areas are known and those of the sender. Returns one outcome per row, in
     * their order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<EntryOutcome> handle(List<Entry> entries, String sender, AreaScope areas) {
        OnRecord onRecord =
                new OnRecord(
                        records
                                .lockByCode(
                                        entries.stream()
                                                .map(Entry::facilitatorCode)
                                                .collect(toSet()))
                                .stream()
                                .collect(toMap(one -> one.code, Function.identity())),
                        new ArrayList<>(),
                        sender,
                        areas,
                        clock.instant());
        List<EntryOutcome> outcomes =
                entries.stream().map(entry -> enter(entry, onRecord)).toList();
        records.flush();
        outbox.appendAll(onRecord.events());
        return outcomes;
    }

    private EntryOutcome enter(Entry entry, OnRecord onRecord) {
        FacilitatorEntity facilitator = onRecord.byCode().get(entry.facilitatorCode());
        if (facilitator == null || !records.isIn(onRecord.areas(), facilitator)) {
            return EntryOutcome.refused("FACILITATOR_UNKNOWN");
        }
        AppointmentDraft draft = entry.appointment();
        List<AppointmentRow> known =
                appointments
                        .ofEach(List.of(facilitator.id))
                        .getOrDefault(facilitator.id, List.of());
        if (known.stream().anyMatch(draft::is)) {
            return EntryOutcome.UNCHANGED;
        }
        if (known.stream().anyMatch(row -> row.overlaps(draft))) {
            return EntryOutcome.refused("APPOINTMENT_OVERLAPS");
        }
        Appointments permitted = appointments.permissionsWith(draft, known);
        List<AssignmentEntity> assignments = records.ofFacilitator(facilitator.id);
        if (!assignments.stream()
                .allMatch(one -> KeepWithinAppointments.canBeKept(one, permitted))) {
            return EntryOutcome.refused(Assigning.OUTSIDE_APPOINTMENT);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        appointments.add(id, facilitator.id, draft, onRecord.sender(), onRecord.now());
        onRecord.events()
                .addAll(
                        KeepWithinAppointments.keep(
                                facilitator, assignments, permitted, onRecord.now()));
        return EntryOutcome.CHANGED;
    }
}
