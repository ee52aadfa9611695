package id.pkh.verification.attendance;

import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.attendance.domain.AttendanceFact;
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
 * Groups tell of their meetings. Every record is kept; where it is the latest of its group, month
 * and kind, the families on it, and those on the record it supersedes, are looked at again.
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
        Map<MeetingKey, Set<UUID>> before = meetings.familiesOnStanding(latest.keySet());
        Set<MeetingKey> risen = meetings.supersede(List.copyOf(latest.values()));
        Map<UUID, ReassessmentRequest> families = new LinkedHashMap<>();
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (MeetingKey key : risen) {
            MeetingRecord record = latest.get(key);
            causes.addAll(causesOf(key));
            Set<UUID> touched = new HashSet<>(before.getOrDefault(key, Set.of()));
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
        return key.kind().equals(AttendanceFact.P2K2)
                ? EnumSet.of(Cause.P2K2_ABSENCE)
                : EnumSet.of(Cause.GROUP_MEETING_ABSENCE, Cause.MEETING_NOT_HELD);
    }
}
