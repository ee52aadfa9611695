package id.pkh.verification.attendance;

import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Groups report their meetings. Every record is kept. Where it is the latest about its meeting, the
 * families on it, and those on the records of the month until then, are re-evaluated.
 */
@ApplicationScoped
public class RecordMeetings {

    private final Meetings meetings;
    private final RecomputeSanctions recompute;

    RecordMeetings(Meetings meetings, RecomputeSanctions recompute) {
        this.meetings = meetings;
        this.recompute = recompute;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<MeetingRecord> records) {
        meetings.add(records);
        Map<MeetingKey, MeetingRecord> latest =
                records.stream()
                        .collect(
                                Collectors.toMap(
                                        MeetingRecord::key,
                                        Function.identity(),
                                        BinaryOperator.maxBy(
                                                Comparator.comparing(MeetingRecord::sequence)),
                                        LinkedHashMap::new));
        Map<MeetingKey, Set<UUID>> before = meetings.currentFamilies(latest.keySet());
        Set<MeetingKey> changed = meetings.supersede(List.copyOf(latest.values()));
        Map<UUID, ReassessmentRequest> families = new LinkedHashMap<>();
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (MeetingKey key : changed) {
            MeetingRecord record = latest.get(key);
            causes.addAll(causesOf(key));
            Set<UUID> touched = new HashSet<>(before.getOrDefault(key.ofTheMonth(), Set.of()));
            touched.addAll(record.kpmIds());
            touched.forEach(
                    kpmId ->
                            families.put(
                                    kpmId,
                                    new ReassessmentRequest(
                                            kpmId, record.villageCode(), record.causation())));
        }
        recompute.handle(families.values(), causes, WithdrawalReason.CORRECTED_FACT);
    }

    private static Set<Cause> causesOf(MeetingKey key) {
        return switch (key.kind()) {
            case P2K2 -> Set.of(Cause.P2K2_ABSENCE);
            case GROUP_MEETING -> Set.of(Cause.GROUP_MEETING_ABSENCE, Cause.MEETING_NOT_HELD);
        };
    }
}
