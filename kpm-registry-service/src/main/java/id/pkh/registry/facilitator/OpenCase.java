package id.pkh.registry.facilitator;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.work.OpenCaseView;
import id.pkh.registry.facilitator.domain.CaseFate.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An open case of a village, of whichever service.
 *
 * @param text what to do next; null of a case that was kept, because it was of that day
 */
record OpenCase(
        String kind,
        List<String> subjectIds,
        UUID kpmId,
        LocalDate since,
        LocalDate dueOn,
        List<String> inHandsOf,
        String villageCode,
        String text,
        String href) {

    Case named() {
        return new Case(kind, subjectIds);
    }

    static OpenCase of(OpenCaseView view) {
        return new OpenCase(
                view.kind(),
                view.subjectIds(),
                view.kpmId(),
                view.since(),
                view.dueOn(),
                view.inHandsOf(),
                view.villageCode(),
                view.text(),
                view.href());
    }

    /** As another service answers. */
    static OpenCase of(JsonNode item) {
        return new OpenCase(
                item.path("kind").asText(),
                texts(item.path("subject_ids")),
                item.path("kpm_id").isTextual()
                        ? UUID.fromString(item.path("kpm_id").asText())
                        : null,
                LocalDate.parse(item.path("since").asText()),
                LocalDate.parse(item.path("due_on").asText()),
                texts(item.path("in_hands_of")),
                item.path("village_code").isTextual() ? item.path("village_code").asText() : null,
                item.path("text").asText(),
                item.path("href").asText());
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
