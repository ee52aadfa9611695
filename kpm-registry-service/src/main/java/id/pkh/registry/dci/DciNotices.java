package id.pkh.registry.dci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.registry.dci.Subscriptions.Subscription;
import id.pkh.registry.dci.domain.DciEvent;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.feed.FedEvent;
import id.pkh.registry.webhook.NoticeForm;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes an event of the feed as a notification of the standard. It has what the event has: ids and
 * codes, and nobody's name or number.
 */
@ApplicationScoped
@Unremovable
class DciNotices implements NoticeForm {

    static final String FORM = "DCI";

    private final Subscriptions subscriptions;
    private final Answers answers;
    private final ObjectMapper json;

    DciNotices(Subscriptions subscriptions, Answers answers, ObjectMapper json) {
        this.subscriptions = subscriptions;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public String name() {
        return FORM;
    }

    @Override
    public String body(UUID webhookId, FedEvent event, Instant now) {
        Subscription subscription = subscriptions.find(webhookId).orElseThrow();
        JsonNode fed = read(event);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", Answers.VERSION);
        data.put("reg_type", subscription.event().registry().type());
        data.put("reg_event_type", subscription.event().type());
        data.put("reg_record_type", subscription.recordType());
        data.put("reg_records", recordOf(subscription.event(), fed.path("data")));
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("reference_id", event.eventId().toString());
        notice.put("timestamp", fed.path("time").asText());
        notice.put("data", data);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("transaction_id", subscription.transactionId());
        message.put("notify_event", List.of(notice));
        return answers.notice(event.eventId().toString(), subscription.senderId(), message, now);
    }

    private static Map<String, Object> recordOf(DciEvent event, JsonNode data) {
        String kpm = data.path("kpm_id").asText();
        String status =
                data.path(event == DciEvent.STATUS_CHANGE ? "new_status" : "status").asText();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@type", event == DciEvent.STATUS_CHANGE ? "Beneficiary" : "Group");
        record.put("@id", "urn:uuid:" + kpm);
        record.put("group_identifier", List.of(DciRecords.identifier("KPM_ID", kpm)));
        KpmStatus.of(status)
                .flatMap(EnrolmentCode::of)
                .ifPresent(code -> record.put("enrolment_status", code.code()));
        record.put("status_change_date", data.path("occurred_on").asText());
        record.put(
                "additional_attributes",
                List.of(
                        Map.of("location", data.path("village_code").asText()),
                        Map.of("status", status)));
        return record;
    }

    private JsonNode read(FedEvent event) {
        try {
            return json.readTree(event.event());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
