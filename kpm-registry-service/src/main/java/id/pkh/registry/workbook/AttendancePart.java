package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.Slots.Slot;
import id.pkh.registry.workbook.WorkbookFacts.Meeting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Meetings and marks. The meeting service decides: a meeting that is not on record is recorded with
 * its marks, and one that is on record is corrected.
 */
@ApplicationScoped
class AttendancePart implements WorkbookPart {

    static final String DATE_MISSING = "WORKBOOK_MEETING_DATE_MISSING";
    static final String DATE_OF_ANOTHER_MONTH = "WORKBOOK_DATE_OF_ANOTHER_MONTH";
    static final String MEETING_HELD_BACK = "WORKBOOK_MEETING_NOT_CLEAR";

    private static final String NOT_IN_GROUP = "NOT_IN_GROUP";
    private static final String REASON = "Buku kerja pendamping";

    private final MeetingSheet meetings = new MeetingSheet();
    private final AttendanceSheet marks = new AttendanceSheet();
    private final OtherServices services;

    AttendancePart(OtherServices services) {
        this.services = services;
    }

    @Override
    public List<SheetForm> sheets() {
        return List.of(meetings, marks);
    }

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.MEETINGS);
    }

    /** What was filled in about one meeting of one group. */
    private record Filled(
            String group, Slot slot, Optional<ChangedRow> meeting, List<ChangedRow> marks) {

        List<ChangedRow> rows() {
            List<ChangedRow> rows = new ArrayList<>(marks);
            meeting.ifPresent(rows::add);
            return rows;
        }
    }

    @Override
    public void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes) {
        RowResults results = new RowResults(outcomes);
        List<Slot> slots = Slots.of(facts).all();
        Set<String> groups = new TreeSet<>();
        changed.of(meetings).forEach(row -> groups.add(row.key().ids().get(0)));
        changed.of(marks).forEach(row -> groups.add(row.key().ids().get(1)));
        for (String group : groups) {
            for (Slot slot : slots) {
                Filled filled = filled(changed, group, slot);
                if (!filled.rows().isEmpty()) {
                    record(filled, changed, facts, results);
                }
            }
        }
        results.close();
    }

    private Filled filled(ChangedRows changed, String group, Slot slot) {
        return new Filled(
                group,
                slot,
                changed.of(meetings).stream()
                        .filter(row -> row.key().ids().equals(List.of(group, slot.code())))
                        .findFirst(),
                changed.of(marks).stream()
                        .filter(row -> row.key().ids().get(1).equals(group))
                        .filter(row -> row.changed().contains(slot.code()))
                        .toList());
    }

    private void record(
            Filled filled, ChangedRows changed, WorkbookFacts facts, RowResults results) {
        Optional<Meeting> onRecord = Slots.meeting(facts, filled.group(), filled.slot());
        try {
            if (changed.isHeld(meetings, List.of(filled.group(), filled.slot().code()))) {
                throw Refused.because(MEETING_HELD_BACK).with("meeting", filled.slot().title());
            }
            refuseSessionOfGroupMeeting(filled);
            if (onRecord.isPresent()) {
                sendLeavingOut(
                        filled,
                        results,
                        "/meetings/" + onRecord.get().meetingId() + "/corrections",
                        correction(filled));
            } else {
                sendLeavingOut(filled, results, "/meetings", meeting(filled, facts.month()));
            }
        } catch (Refused refused) {
            requireAnswer(refused);
            filled.rows().forEach(row -> results.refused(row, refused));
        }
    }

    private static void refuseSessionOfGroupMeeting(Filled filled) {
        boolean namesSession =
                filled.meeting()
                        .filter(row -> row.changed().contains(MeetingSheet.SESSION))
                        .isPresent();
        if (namesSession && !filled.slot().kind().equals(Slots.P2K2)) {
            throw Refused.because(ApplyWorkbook.UNREADABLE).with("column", "Sesi P2K2");
        }
    }

    /** A service that does not answer ends the whole: what was recorded is found again later. */
    private static void requireAnswer(Refused refused) {
        if (refused.code().equals(OtherServices.UNAVAILABLE)) {
            throw refused;
        }
    }

    private ObjectNode correction(Filled filled) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", REASON);
        filled.meeting()
                .ifPresent(
                        row -> {
                            if (row.changed().contains(MeetingSheet.HELD_ON)) {
                                body.put("held_on", row.value(MeetingSheet.HELD_ON));
                            }
                            if (row.changed().contains(MeetingSheet.SESSION)) {
                                body.put("session_code", row.value(MeetingSheet.SESSION));
                            }
                        });
        return body;
    }

    private static ObjectNode meeting(Filled filled, YearMonth month) {
        String heldOn = filled.meeting().map(row -> row.value(MeetingSheet.HELD_ON)).orElse("");
        if (heldOn.isEmpty()) {
            throw Refused.because(DATE_MISSING).with("meeting", filled.slot().title());
        }
        if (!YearMonth.from(LocalDate.parse(heldOn)).equals(month)) {
            throw Refused.because(DATE_OF_ANOTHER_MONTH)
                    .with("date", heldOn)
                    .with("month", month.toString());
        }
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("group_code", filled.group())
                        .put("kind", filled.slot().kind())
                        .put("held_on", heldOn);
        String session = filled.meeting().map(row -> row.value(MeetingSheet.SESSION)).orElse("");
        return filled.slot().kind().equals(Slots.P2K2) && !session.isEmpty()
                ? body.put("session_code", session)
                : body;
    }

    /** A family that was not in the group on the day is refused for itself, and the rest sent. */
    private void sendLeavingOut(Filled filled, RowResults results, String path, ObjectNode body) {
        Map<String, ChangedRow> byFamily = new HashMap<>();
        filled.marks().forEach(row -> byFamily.put(row.key().ids().get(0), row));
        Set<String> left = new HashSet<>();
        while (true) {
            ArrayNode attendance = body.putArray("attendance");
            byFamily.forEach(
                    (kpmId, row) -> {
                        if (!left.contains(kpmId)) {
                            attendance
                                    .addObject()
                                    .put("kpm_id", kpmId)
                                    .put("mark", row.value(filled.slot().code()));
                        }
                    });
            if (attendance.isEmpty() && filled.meeting().isEmpty()) {
                return;
            }
            try {
                services.post(Owner.MEETING, path, body);
                filled.rows().stream()
                        .filter(row -> !left.contains(row.key().ids().get(0)))
                        .forEach(results::applied);
                return;
            } catch (Refused refused) {
                String kpmId = String.valueOf(refused.details().get("kpm_id"));
                if (!refused.code().equals(NOT_IN_GROUP)
                        || !byFamily.containsKey(kpmId)
                        || !left.add(kpmId)) {
                    requireAnswer(refused);
                    filled.rows().stream()
                            .filter(row -> !left.contains(row.key().ids().get(0)))
                            .forEach(row -> results.refused(row, refused));
                    return;
                }
                results.refused(byFamily.get(kpmId), refused);
            }
        }
    }
}
