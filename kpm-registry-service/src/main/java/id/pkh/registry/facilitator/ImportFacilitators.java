package id.pkh.registry.facilitator;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.registry.facilitator.domain.Appointments;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports facilitators from a list that has one row for each village of a facilitator. */
@ApplicationScoped
public class ImportFacilitators {

    /** One row. */
    public record Entry(FacilitatorDraft facilitator, AssignmentDraft assignment) {}

    /**
     * The result of a row.
     *
     * @param refusal reason code; null when it was not refused
     */
    public record EntryOutcome(boolean isChange, String refusal) {

        static final EntryOutcome CHANGED = new EntryOutcome(true, null);
        static final EntryOutcome UNCHANGED = new EntryOutcome(false, null);

        static EntryOutcome refused(String code) {
            return new EntryOutcome(false, code);
        }
    }

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final Identities identities;
    private final Outbox outbox;
    private final Clock clock;

    ImportFacilitators(
            FacilitatorRecords records,
            AppointmentRows appointments,
            Identities identities,
            Outbox outbox,
            Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.identities = identities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The recorded facilitators and assignments that the rows concern, with the additions of the
     * rows.
     */
    private record OnRecord(
            Map<String, FacilitatorEntity> byCode,
            Map<String, FacilitatorEntity> byNik,
            Map<String, List<AssignmentEntity>> byVillage,
            Map<UUID, Appointments> appointments,
            List<Sequenced> events,
            Instant now) {}

    /** Applies rows whose villages are known. Returns one outcome per row, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<EntryOutcome> handle(List<Entry> entries) {
        OnRecord onRecord = load(entries);
        List<EntryOutcome> outcomes = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            outcomes.add(enter(entry, onRecord));
        }
        records.flush();
        outbox.appendAll(onRecord.events());
        return outcomes;
    }

    private OnRecord load(List<Entry> entries) {
        Set<String> codes =
                entries.stream()
                        .map(entry -> entry.facilitator().code())
                        .collect(Collectors.toSet());
        Set<String> niks = entries.stream().map(this::tokenOf).collect(Collectors.toSet());
        Set<String> villages =
                entries.stream()
                        .map(entry -> entry.assignment().villageCode())
                        .collect(Collectors.toSet());
        List<FacilitatorEntity> byCode = records.lockByCode(codes);
        return new OnRecord(
                indexed(byCode, facilitator -> facilitator.code),
                indexed(
                        FacilitatorEntity.list("nikToken in ?1", niks),
                        facilitator -> facilitator.nikToken),
                records.ofVillages(villages).stream()
                        .collect(
                                Collectors.groupingBy(
                                        assignment -> assignment.villageCode,
                                        HashMap::new,
                                        Collectors.toCollection(ArrayList::new))),
                appointments.permissions(
                        byCode.stream().map(facilitator -> facilitator.id).toList()),
                new ArrayList<>(),
                clock.instant());
    }

    private static Map<String, FacilitatorEntity> indexed(
            List<FacilitatorEntity> facilitators, Function<FacilitatorEntity, String> key) {
        Map<String, FacilitatorEntity> index = new HashMap<>();
        facilitators.forEach(facilitator -> index.put(key.apply(facilitator), facilitator));
        return index;
    }

    private EntryOutcome enter(Entry entry, OnRecord onRecord) {
        FacilitatorDraft draft = entry.facilitator();
        FacilitatorEntity facilitator = onRecord.byCode().get(draft.code());
        FacilitatorEntity holder = onRecord.byNik().get(tokenOf(entry));
        if (facilitator == null && holder != null) {
            return EntryOutcome.refused("NIK_DUPLICATE");
        }
        if (facilitator != null && facilitator != holder) {
            return EntryOutcome.refused("FACILITATOR_CODE_TAKEN");
        }
        return assign(entry, facilitator, onRecord);
    }

    /**
     * @param known null for a facilitator who is new to the registry
     */
    private EntryOutcome assign(Entry entry, FacilitatorEntity known, OnRecord onRecord) {
        List<AssignmentEntity> ofVillage =
                onRecord.byVillage()
                        .computeIfAbsent(
                                entry.assignment().villageCode(), village -> new ArrayList<>());
        if (known == null && Assigning.overlaps(entry.assignment(), ofVillage, Optional.empty())) {
            return EntryOutcome.refused(Assigning.OVERLAPS);
        }
        if (known == null && !isPermitted(entry.assignment(), appointments.ofNew())) {
            return EntryOutcome.refused(Assigning.OUTSIDE_APPOINTMENT);
        }
        FacilitatorEntity facilitator = known == null ? add(entry, onRecord) : known;
        Assigning.Result result =
                Assigning.assign(
                        facilitator,
                        entry.assignment(),
                        ofVillage,
                        onRecord.appointments()
                                .computeIfAbsent(facilitator.id, appointments::permissions),
                        onRecord.now());
        if (result.refusal() != null) {
            return EntryOutcome.refused(result.refusal());
        }
        result.event().ifPresent(onRecord.events()::add);
        result.changed().filter(changed -> changed.version == 1).ifPresent(ofVillage::add);
        boolean isRenamed = rename(facilitator, entry.facilitator().name(), onRecord.now());
        return result.changed().isPresent() || isRenamed
                ? EntryOutcome.CHANGED
                : EntryOutcome.UNCHANGED;
    }

    private static boolean isPermitted(AssignmentDraft draft, Appointments permitted) {
        return permitted.permit(draft.villageCode(), draft.range());
    }

    private FacilitatorEntity add(Entry entry, OnRecord onRecord) {
        FacilitatorEntity added = records.add(entry.facilitator(), onRecord.now());
        onRecord.byCode().put(added.code, added);
        onRecord.byNik().put(added.nikToken, added);
        return added;
    }

    private static boolean rename(FacilitatorEntity facilitator, String name, Instant now) {
        if (facilitator.name.equals(name)) {
            return false;
        }
        facilitator.name = name;
        facilitator.version++;
        facilitator.changedAt = now;
        return true;
    }

    private String tokenOf(Entry entry) {
        return identities.tokenOf(PersonalField.NIK, entry.facilitator().nik());
    }
}
