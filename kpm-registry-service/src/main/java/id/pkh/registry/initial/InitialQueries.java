package id.pkh.registry.initial;

import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.Candidates.ComparedRow;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import id.pkh.registry.initial.InitialViews.CandidateView;
import id.pkh.registry.initial.InitialViews.ItemView;
import id.pkh.registry.initial.InitialViews.MeetingView;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.Item;
import id.pkh.registry.initial.domain.ItemState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Initial meetings and their candidates as the caller may see them, without names. */
@ApplicationScoped
class InitialQueries {

    private static final String MEETING_AREA = "m.village_code";
    private static final String FAMILY_AREA = "k.village_code";

    private final InitialMeetings meetings;
    private final Candidates candidates;
    private final CallerAreas areas;

    InitialQueries(InitialMeetings meetings, Candidates candidates, CallerAreas areas) {
        this.meetings = meetings;
        this.candidates = candidates;
        this.areas = areas;
    }

    @Transactional
    Page<MeetingView> meetings(String village, String batch, PageParams page) {
        Conditions which =
                areas.visible(MEETING_AREA)
                        .andArea(MEETING_AREA, AreaScope.requested(village))
                        .andIfGiven("m.batch = ?", batch)
                        .andIfGiven(
                                "m.meeting_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                meetings.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.meetingId()},
                InitialQueries::view);
    }

    @Transactional
    MeetingView meeting(UUID id) {
        return meetings.list(areas.visible(MEETING_AREA).and("m.meeting_id = ?", id), 1).stream()
                .findFirst()
                .map(InitialQueries::view)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** Which candidates a list shows; null for all. */
    record Filter(UUID meetingId, String village, boolean toTrace) {}

    @Transactional
    Page<CandidateView> candidates(Filter filter, PageParams page) {
        Conditions which =
                areas.visible(FAMILY_AREA)
                        .andArea(FAMILY_AREA, AreaScope.requested(filter.village()))
                        .andIfGiven("i.meeting_id = ?", filter.meetingId())
                        .andIfGiven(
                                "i.kpm_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (filter.toTrace()) {
            which.and("a.mark = 'DID_NOT_COME' AND k.status = 'INVITED'");
        }
        List<CandidateRow> rows = candidates.list(which, page.limit() + 1);
        Map<UUID, List<ComparedRow>> compared =
                candidates.compared(rows.stream().map(CandidateRow::kpmId).toList());
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.kpmId()},
                row -> view(row, compared.getOrDefault(row.kpmId(), List.of())));
    }

    @Transactional
    CandidateView candidate(UUID family) {
        return candidates.list(areas.visible(FAMILY_AREA).and("i.kpm_id = ?", family), 1).stream()
                .findFirst()
                .map(row -> view(row, candidates.compared(family)))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static MeetingView view(MeetingRow row) {
        return new MeetingView(
                row.meetingId(),
                row.villageCode(),
                row.batch(),
                row.meetsOn(),
                row.startsAt().toString(),
                row.endsAt().toString(),
                row.place(),
                codes(row.speakers(), Speaker::valueOf),
                row.cancelReason(),
                row.listed(),
                row.delivered(),
                row.came(),
                row.sent(),
                row.absent(),
                codes(row.topics(), Topic::valueOf),
                row.plannedBy(),
                row.plannedAt());
    }

    private static <E extends Enum<E>> List<E> codes(String written, Function<String, E> code) {
        return written == null
                ? List.of()
                : Stream.of(written.split(",")).map(code).sorted().toList();
    }

    private static CandidateView view(CandidateRow row, List<ComparedRow> compared) {
        Map<Item, ComparedRow> byItem =
                compared.stream().collect(toMap(ComparedRow::item, Function.identity()));
        return new CandidateView(
                row.kpmId(),
                row.meetingId(),
                row.villageCode(),
                row.batch(),
                row.meetsOn(),
                row.status(),
                row.deliveredOn(),
                row.deliveredTo(),
                row.mark(),
                row.next(compared),
                Stream.of(Item.values()).map(item -> view(item, byItem.get(item))).toList());
    }

    private static ItemView view(Item item, ComparedRow row) {
        return row == null
                ? new ItemView(item, ItemState.OPEN, null, null, null, null, null, null)
                : new ItemView(
                        item,
                        row.state(),
                        row.verdict(),
                        row.evidence(),
                        row.visitId(),
                        row.updateId(),
                        row.recordedBy(),
                        row.recordedAt());
    }
}
