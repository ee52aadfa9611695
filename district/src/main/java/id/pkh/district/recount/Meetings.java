package id.pkh.district.recount;

import id.pkh.district.recount.ExpectedMeetings.Absence;
import id.pkh.district.recount.ExpectedMeetings.GroupMonth;
import id.pkh.district.recount.ExpectedMeetings.Lapse;
import id.pkh.district.recount.ExpectedMeetings.NotHeld;
import id.pkh.district.recount.Facts.Family;
import id.pkh.district.recount.Facts.Mark;
import id.pkh.district.recount.Facts.Sheet;
import id.pkh.district.recount.Ladder.State;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Meetings held, absences, and how often a facilitator held no meeting, over closed months. */
final class Meetings {

    static final String GROUP_MEETING = "GROUP_MEETING";
    static final String P2K2 = "P2K2";
    private static final String NO_SHEET = "NO_SHEET_RECEIVED";
    private static final Set<String> NOBODYS_FAULT =
            Set.of("DISASTER", "PUBLIC_EMERGENCY", "VENUE_UNAVAILABLE", "NO_FACILITATOR_ASSIGNED");

    private final RegistryInput registry;
    private final SheetInput meetings;
    private final SheetInput sessions;
    private final List<YearMonth> months;
    private final Map<String, String> reportedReasons;

    /**
     * @param reportedReasons why a meeting was not held, by group and month, if it was reported
     */
    Meetings(
            RegistryInput registry,
            SheetInput meetings,
            SheetInput sessions,
            List<YearMonth> months,
            Map<String, String> reportedReasons) {
        this.registry = registry;
        this.meetings = meetings;
        this.sessions = sessions;
        this.months = months;
        this.reportedReasons = reportedReasons;
    }

    static String key(String group, String month) {
        return group + " " + month;
    }

    List<State> absenceStates(Family family, String kind) {
        return months.stream().map(month -> absenceState(family, kind, month)).toList();
    }

    private State absenceState(Family family, String kind, YearMonth month) {
        Sheet sheet = input(kind).sheet(family.group(), month);
        if (sheet == null) {
            return State.EXEMPT;
        }
        Mark mark = sheet.marks().getOrDefault(family.caretaker(), Mark.UNMARKED);
        return switch (mark) {
            case ABSENT -> State.SIGNAL;
            case PRESENT -> State.CLEAN;
            case SICK, PERMITTED -> State.EXEMPT;
            case UNMARKED -> State.UNKNOWN;
        };
    }

    List<State> notHeldStates(Family family) {
        return months.stream()
                .map(
                        month -> {
                            if (meetings.sheet(family.group(), month) != null) {
                                return State.CLEAN;
                            }
                            boolean excused = NOBODYS_FAULT.contains(reason(family.group(), month));
                            return excused ? State.EXEMPT : State.SIGNAL;
                        })
                .toList();
    }

    private String reason(String group, YearMonth month) {
        return reportedReasons.getOrDefault(key(group, month.toString()), NO_SHEET);
    }

    private SheetInput input(String kind) {
        return kind.equals(P2K2) ? sessions : meetings;
    }

    ExpectedMeetings expected() {
        Set<NotHeld> notHeld = new HashSet<>();
        for (String group : registry.villageOfGroup.keySet()) {
            for (YearMonth month : months) {
                if (meetings.sheet(group, month) == null) {
                    notHeld.add(new NotHeld(group, month.toString(), reason(group, month)));
                }
            }
        }
        Set<Absence> absences = absences(GROUP_MEETING);
        absences.addAll(absences(P2K2));
        Set<Lapse> lapses = new HashSet<>();
        List<Escalation> escalations = new ArrayList<>();
        duty(GROUP_MEETING, lapses, escalations);
        duty(P2K2, lapses, escalations);
        return new ExpectedMeetings(
                held(meetings), held(sessions), notHeld, absences, lapses, escalations);
    }

    private Set<GroupMonth> held(SheetInput input) {
        Set<GroupMonth> held = new HashSet<>();
        input.all().forEach(s -> held.add(new GroupMonth(s.group(), s.month().toString())));
        return held;
    }

    private Set<Absence> absences(String kind) {
        Set<Absence> absences = new HashSet<>();
        for (Sheet sheet : input(kind).all()) {
            sheet.marks()
                    .forEach(
                            (nik, mark) -> {
                                if (mark == Mark.ABSENT) {
                                    absences.add(new Absence(nik, sheet.month().toString(), kind));
                                }
                            });
        }
        return absences;
    }

    private void duty(String kind, Set<Lapse> lapses, List<Escalation> escalations) {
        Map<String, Integer> running = new HashMap<>();
        Map<String, String> lastFacilitator = new HashMap<>();
        for (YearMonth month : months) {
            Map<String, Set<String>> lapsed = new LinkedHashMap<>();
            Map<String, Set<String>> told = new LinkedHashMap<>();
            Map<String, Set<String>> toldHigher = new LinkedHashMap<>();
            registry.villageOfGroup.forEach(
                    (group, village) -> {
                        String facilitator = facilitator(village, month);
                        if (facilitator == null || !isLapse(kind, group, month)) {
                            running.remove(group);
                            return;
                        }
                        if (!facilitator.equals(lastFacilitator.put(group, facilitator))) {
                            running.remove(group);
                        }
                        int count = running.merge(group, 1, Integer::sum);
                        add(lapsed, facilitator, group);
                        if (count == 2) {
                            add(told, facilitator, group);
                        } else if (count > 2) {
                            add(toldHigher, facilitator, group);
                        }
                    });
            String in = month.toString();
            lapsed.forEach((who, groups) -> lapses.add(new Lapse(who, in, kind, groups)));
            told.forEach(
                    (who, groups) ->
                            escalations.add(new Escalation(who, in, kind, "COORDINATOR", groups)));
            toldHigher.forEach(
                    (who, groups) ->
                            escalations.add(
                                    new Escalation(who, in, kind, "REGENCY_COORDINATOR", groups)));
        }
    }

    private boolean isLapse(String kind, String group, YearMonth month) {
        if (input(kind).sheet(group, month) != null) {
            return false;
        }
        return kind.equals(P2K2) || !NOBODYS_FAULT.contains(reason(group, month));
    }

    private static void add(Map<String, Set<String>> groups, String facilitator, String group) {
        groups.computeIfAbsent(facilitator, key -> new TreeSet<>()).add(group);
    }

    private String facilitator(String village, YearMonth month) {
        return registry.assignments.stream()
                .filter(assignment -> assignment.covers(village, month))
                .map(Facts.Assignment::facilitator)
                .findFirst()
                .orElse(null);
    }
}
