package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import id.pkh.registry.workbook.WorkbookFacts.MemberEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads from verification about whom schools and health services report, and what stands. */
@ApplicationScoped
class LoadEvidence {

    static final String SCHOOL = "SCHOOL";
    static final String HEALTH = "HEALTH";
    static final String POINT = "point";
    static final List<String> CELLS = List.of("alpa", "izin", "sakit", "jml", "visits");

    private static final String PAGE = "&limit=500";

    private final OtherServices services;

    LoadEvidence(OtherServices services) {
        this.services = services;
    }

    List<MemberEvidence> of(Holder holder, YearMonth month) {
        List<MemberEvidence> evidence = new ArrayList<>();
        for (String kind : List.of(SCHOOL, HEALTH)) {
            for (String village : holder.villages()) {
                String list =
                        "/evidence-lines?kind="
                                + kind
                                + "&month="
                                + month
                                + "&village="
                                + village
                                + PAGE;
                services.everyItem(Owner.VERIFICATION, list).stream()
                        .map(item -> evidence(kind, item))
                        .forEach(evidence::add);
            }
        }
        return evidence;
    }

    private static MemberEvidence evidence(String kind, JsonNode item) {
        Map<String, String> values = new HashMap<>();
        for (String cell : CELLS) {
            JsonNode value = item.path("entry").path(cell);
            if (value.isTextual()) {
                values.put(cell, value.asText());
            }
        }
        if (item.path("point_code").isTextual()) {
            values.put(POINT, item.path("point_code").asText());
        }
        return new MemberEvidence(
                UUID.fromString(item.path("member_id").asText()),
                UUID.fromString(item.path("kpm_id").asText()),
                kind,
                item.path("school_id").asText(""),
                values);
    }
}
