package id.pkh.district.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes story.json: which files are sent where, in which order and by whom, and what the officer
 * decides. It contains no expected number.
 */
final class StoryFile {

    static final String CORRECTIONS = "corrections";
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final Path out;
    private final DistrictSpec spec;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final List<String> areas = new ArrayList<>();
    private int groupsOfFirst;

    StoryFile(Path out, DistrictSpec spec) {
        this.out = out;
        this.spec = spec;
    }

    void district(Areas.District district, int groups) {
        if (areas.isEmpty()) {
            groupsOfFirst = groups;
        }
        areas.add(district.code());
    }

    void write() throws IOException {
        ObjectNode story = json.createObjectNode();
        story.put("title", Areas.district(0).name() + ", " + spec.quarter());
        story.put("quarter", spec.quarter());
        spec.months().forEach(m -> story.withArray("months").add(m.toString()));
        areas.forEach(story.withArray("areas")::add);
        ArrayNode chapters = story.putArray("chapters");
        registry(chapters);
        for (int month = 0; month < spec.months().size(); month++) {
            month(chapters, month);
        }
        quarter(chapters);
        decisions(chapters);
        if (Files.isDirectory(out.resolve(CORRECTIONS))) {
            corrections(chapters);
        }
        payments(chapters);
        wayBack(chapters);
        save("story.json", story);
    }

    private void registry(ArrayNode chapters) {
        ArrayNode acts = chapter(chapters, "The registry is filled");
        if (areas.size() > 1) { // every registry knows the first district
            importing(acts, "registry", "areas");
        }
        importing(acts, "registry", "facilitators");
        importing(acts, "meeting", "groups");
        act(acts, "PERMIT_ROSTER", "MINISTRY_OFFICER")
                .put("kind", "families")
                .put("file", "families.csv");
        importing(acts, "registry", "families");
        importing(acts, "registry", "members");
    }

    private void importing(ArrayNode acts, String service, String kind) {
        act(acts, "IMPORT", "DATA_ADMINISTRATOR")
                .put("service", service)
                .put("kind", kind)
                .put("file", kind + ".csv");
    }

    private void month(ArrayNode chapters, int index) throws IOException {
        YearMonth month = spec.months().get(index);
        ArrayNode acts =
                chapter(chapters, MONTHS[month.getMonthValue() - 1] + " " + month.getYear());
        act(acts, "SHEETS", "FACILITATOR")
                .put("kind", "group-meeting")
                .put("folder", AttendanceSheets.GROUP_MEETINGS + "/" + month);
        act(acts, "SHEETS", "FACILITATOR")
                .put("kind", "p2k2")
                .put("folder", AttendanceSheets.SESSIONS + "/" + month);
        if (index == 1 && groupsOfFirst > Plot.DISASTER_GROUP) {
            act(acts, "NOT_HELD", "COORDINATOR")
                    .put("group", groupCode(Plot.DISASTER_GROUP))
                    .put("month", month.toString())
                    .put("reason", "DISASTER");
        }
        if (index == 1 && groupsOfFirst > Plot.SENT_TWICE_GROUP) {
            act(acts, "SEND_AGAIN", "FACILITATOR")
                    .put("kind", "group-meeting")
                    .put("file", sentTwice());
        }
        act(acts, "CLOSE_MONTH", "COORDINATOR").put("month", month.toString());
    }

    private String groupCode(int group) {
        int ordinal = group * Areas.VILLAGES_PER_DISTRICT / groupsOfFirst;
        int number = 1;
        while ((group - number) * Areas.VILLAGES_PER_DISTRICT / groupsOfFirst == ordinal
                && group - number >= 0) {
            number++;
        }
        return String.format(
                Locale.ROOT, "%s-%02d", Areas.district(0).villages().get(ordinal).code(), number);
    }

    /** A sheet of the first month, in the format in which it was written. */
    private String sentTwice() throws IOException {
        String code = groupCode(Plot.SENT_TWICE_GROUP);
        Path folder =
                out.resolve(AttendanceSheets.GROUP_MEETINGS)
                        .resolve(spec.months().get(0).toString())
                        .resolve(code.substring(0, code.indexOf('-')));
        return only(folder, code);
    }

    private String only(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name + ".*")) {
            return out.relativize(found.iterator().next()).toString();
        }
    }

    private void quarter(ArrayNode chapters) {
        ArrayNode acts = chapter(chapters, "The quarter " + spec.quarter());
        act(acts, "FORMS", "AREA")
                .put("kind", "school-attendance")
                .put("folder", SchoolForms.FOLDER + "/" + spec.quarter());
        act(acts, "FORMS", "AREA")
                .put("kind", "health-visits")
                .put("folder", HealthForms.FOLDER + "/" + spec.quarter());
        act(acts, "CLOSE_QUARTER", "DATA_ADMINISTRATOR").put("quarter", spec.quarter());
    }

    private void decisions(ArrayNode chapters) {
        ArrayNode acts = chapter(chapters, "The officer decides");
        act(acts, "DECIDE", "MINISTRY_OFFICER")
                .put("decision", "SUSPEND")
                .put("effect", "HOLD")
                .put("reason", "Absent three months running without excuse")
                .put("except", "LOWEST_CARETAKER_NIK")
                .put("except_decision", "DISMISS")
                .put("except_reason", "The caretaker nursed a sick child; the village confirms it");
    }

    private void corrections(ArrayNode chapters) throws IOException {
        String manifest = CORRECTIONS + "/manifest.json";
        act(chapter(chapters, "A sheet is corrected late"), "CORRECT", "FACILITATOR")
                .put("manifest", manifest);
        ObjectNode corrected = json.createObjectNode();
        String code = groupCode(Plot.CORRECTED_GROUP);
        corrected
                .putArray("corrections")
                .addObject()
                .put("kind", "group-meeting")
                .put("file", only(out.resolve(CORRECTIONS), code))
                .put("reason", "Two marks were copied into the wrong rows");
        save(manifest, corrected);
    }

    private void payments(ArrayNode chapters) {
        LocalDate from = spec.months().get(2).plusMonths(1).atDay(1);
        String cycle = from.getYear() + "-T" + ((from.getMonthValue() + 2) / 3);
        String postal = cycle + "-POS";
        ArrayNode acts = chapter(chapters, "The payment cycles " + cycle + " and " + postal);
        openCycle(acts, cycle, from, "BANK");
        openCycle(acts, postal, from, "POS");
        act(acts, "CALCULATE", "MINISTRY_OFFICER").put("cycle", cycle);
        act(acts, "CALCULATE", "MINISTRY_OFFICER").put("cycle", postal);
    }

    private void openCycle(ArrayNode acts, String cycle, LocalDate from, String channel) {
        act(acts, "OPEN_CYCLE", "MINISTRY_OFFICER")
                .put("cycle", cycle)
                .put("covers_from", from.toString())
                .put("covers_until", from.plusMonths(3).minusDays(1).toString())
                .put("channel", channel)
                .put("quarter", spec.quarter());
    }

    /** Who is meant is a rule, because the files do not know who is suspended. */
    private void wayBack(ArrayNode chapters) {
        ArrayNode acts = chapter(chapters, "The way back");
        act(acts, "UNDO_TERMINATION", "FACILITATOR")
                .put("family", "LOWEST_CARETAKER_NIK_WITHOUT_STEPS")
                .put("reason", "The report was about a family with the same name");
        act(acts, "UPHOLD_APPEAL", "FACILITATOR")
                .put("family", "LOWEST_CARETAKER_NIK_SUSPENDED_ONCE")
                .put("reason", "The caretaker was in hospital in March");
        act(acts, "LIFT", "MINISTRY_OFFICER")
                .put("family", "SECOND_CARETAKER_NIK_SUSPENDED_ONCE")
                .put("reason", "The caretaker comes to the meetings again");
    }

    private ArrayNode chapter(ArrayNode chapters, String title) {
        return chapters.addObject().put("title", title).putArray("acts");
    }

    private ObjectNode act(ArrayNode acts, String act, String by) {
        return acts.addObject().put("act", act).put("by", by);
    }

    private void save(String name, ObjectNode node) throws IOException {
        byte[] bytes = (json.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(out.resolve(name), bytes);
    }
}
