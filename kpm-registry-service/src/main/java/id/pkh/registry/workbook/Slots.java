package id.pkh.registry.workbook;

import id.pkh.registry.workbook.WorkbookFacts.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The meetings of a group in a month by number, in the order in which they were recorded. A meeting
 * that is recorded later never changes the number of an earlier one, so a workbook that was made
 * before finds its meetings.
 */
record Slots(int groupMeetings, int sessions) {

    static final String GROUP_MEETING = "GROUP_MEETING";
    static final String P2K2 = "P2K2";

    /**
     * A second session of the month can be filled in, because groups make up for what they missed.
     */
    private static final int SESSIONS_OFFERED = 2;

    /** One of the meetings of a group in a month. */
    record Slot(String kind, int number) {

        /** Stays the same in every version, because it is in the tokens. */
        String code() {
            return (kind.equals(P2K2) ? "P" : "G") + number;
        }

        String title() {
            if (kind.equals(P2K2)) {
                return "P2K2 " + number;
            }
            return number == 1 ? "Pertemuan kelompok" : "Pertemuan kelompok " + number;
        }
    }

    static Slots of(WorkbookFacts facts) {
        return new Slots(
                Math.max(1, mostOf(facts, GROUP_MEETING)),
                Math.max(SESSIONS_OFFERED, mostOf(facts, P2K2)));
    }

    List<Slot> all() {
        List<Slot> slots = new ArrayList<>();
        for (int number = 1; number <= groupMeetings; number++) {
            slots.add(new Slot(GROUP_MEETING, number));
        }
        for (int number = 1; number <= sessions; number++) {
            slots.add(new Slot(P2K2, number));
        }
        return slots;
    }

    /** What is on record in a slot of a group. */
    static Optional<Meeting> meeting(WorkbookFacts facts, String groupCode, Slot slot) {
        return facts.meetings().stream()
                .filter(meeting -> meeting.groupCode().equals(groupCode))
                .filter(meeting -> meeting.kind().equals(slot.kind()))
                .skip(slot.number() - 1L)
                .findFirst();
    }

    private static int mostOf(WorkbookFacts facts, String kind) {
        Map<String, Long> byGroup =
                facts.meetings().stream()
                        .filter(meeting -> meeting.kind().equals(kind))
                        .collect(Collectors.groupingBy(Meeting::groupCode, Collectors.counting()));
        return byGroup.values().stream().mapToInt(Long::intValue).max().orElse(0);
    }
}
