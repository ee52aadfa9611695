package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.WorkbookFacts.MemberEvidence;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import id.pkh.registry.workbook.WorkbookFacts.RosterMember;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a school or a health service states about members in the month of the workbook. Verification
 * reads the cells as those of a form, in the name of the caller.
 */
abstract class EvidencePart implements WorkbookPart.OfOneSheet {

    private static final int MAX_ROWS = 500;
    private static final int MONTHS_A_QUARTER = 3;

    /** Written where the correction of a form has its reason. */
    private static final String REASON = "workbook";

    private final OtherServices services;
    private final String kind;
    private final List<String> cells;

    EvidencePart(OtherServices services, String kind, List<String> cells) {
        this.services = services;
        this.kind = kind;
        this.cells = cells;
    }

    /** The school or service that a row speaks for; refuses a row that names none. */
    abstract String pointOf(ChangedRow row);

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.EVIDENCE);
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        Map<UUID, RosterFamily> families = facts.familiesById();
        Map<UUID, MemberEvidence> evidence =
                facts.evidence().stream()
                        .filter(each -> each.kind().equals(kind))
                        .collect(
                                Collectors.toMap(
                                        MemberEvidence::memberId,
                                        Function.identity(),
                                        (one, same) -> one));
        List<SheetRow> rows = new ArrayList<>();
        for (RosterMember member : facts.members()) {
            MemberEvidence known = evidence.get(member.memberId());
            if (known == null) {
                continue;
            }
            RosterFamily family = families.get(member.kpmId());
            Map<String, String> values = new HashMap<>(known.values());
            values.put("group", facts.groupName(family.groupCode()));
            values.put("name", family.caretaker());
            values.put("member", member.name());
            values.put("has", Words.component(member.component()));
            values.put("npsn", known.schoolId());
            rows.add(new SheetRow(List.of(member.memberId().toString()), values, true));
        }
        return rows;
    }

    @Override
    public void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes) {
        Map<String, List<ChangedRow>> byPoint = new TreeMap<>();
        for (ChangedRow row : changed.of(this)) {
            try {
                byPoint.computeIfAbsent(pointOf(row), any -> new ArrayList<>()).add(row);
            } catch (Refused incomplete) {
                outcomes.refused(row, incomplete);
            }
        }
        byPoint.forEach(
                (point, rows) -> {
                    for (int from = 0; from < rows.size(); from += MAX_ROWS) {
                        send(
                                point,
                                facts.month(),
                                rows.subList(from, Math.min(rows.size(), from + MAX_ROWS)),
                                outcomes);
                    }
                });
    }

    private void send(String point, YearMonth month, List<ChangedRow> rows, Outcomes outcomes) {
        JsonNode answer;
        try {
            answer = services.post(Owner.VERIFICATION, "/evidence-lines", body(point, month, rows));
        } catch (Refused refused) {
            if (refused.code().equals(OtherServices.UNAVAILABLE)) {
                throw refused;
            }
            rows.forEach(row -> outcomes.refused(row, refused));
            return;
        }
        Map<Integer, JsonNode> refusals = new HashMap<>();
        answer.path("refusals")
                .forEach(refusal -> refusals.putIfAbsent(refusal.path("line").asInt(), refusal));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode refusal = refusals.get(i + 1);
            if (refusal == null) {
                outcomes.applied(rows.get(i));
            } else {
                outcomes.refused(
                        rows.get(i),
                        Refused.because(refusal.path("code").asText())
                                .with("detail", refusal.path("message").asText())
                                .with("expected", refusal.path("expected").asText("")));
            }
        }
    }

    private ObjectNode body(String point, YearMonth month, List<ChangedRow> rows) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        int quarter = (month.getMonthValue() + MONTHS_A_QUARTER - 1) / MONTHS_A_QUARTER;
        body.put("kind", kind)
                .put("point_code", point)
                .put("quarter", month.getYear() + "-Q" + quarter)
                .put("correction", true)
                .put("reason", REASON);
        ArrayNode lines = body.putArray("rows");
        for (ChangedRow row : rows) {
            ObjectNode line = lines.addObject().put("member_id", row.key().id(0).toString());
            ObjectNode entry = line.putArray("months").addObject().put("month", month.toString());
            cells.forEach(cell -> entry.put(cell, row.value(cell)));
        }
        return body;
    }
}
