package id.pkh.registry.dci;

import id.pkh.platform.web.Refused;
import id.pkh.registry.dci.FindFamilies.Part;
import id.pkh.registry.dci.FindFamilies.Window;
import id.pkh.registry.dci.domain.DciRegistry;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.dci.domain.RecordKind;
import id.pkh.registry.dci.domain.Rejection;
import id.pkh.registry.family.domain.KpmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the requests of a search message one by one. */
@ApplicationScoped
class AnswerSearch {

    private static final Set<KpmStatus> ENROLLED_ONCE =
            Stream.of(EnrolmentCode.values())
                    .map(code -> KpmStatus.valueOf(code.name()))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String LIMIT_REACHED = "LOOK_UP_LIMIT_REACHED";

    private final FindFamilies findFamilies;
    private final DciRecords records;
    private final Answers answers;

    AnswerSearch(FindFamilies findFamilies, DciRecords records, Answers answers) {
        this.findFamilies = findFamilies;
        this.records = records;
        this.answers = answers;
    }

    Answer handle(Envelope envelope, String correlationId) {
        List<SearchItem> items = SearchItem.of(envelope);
        List<ItemResult> results = new ArrayList<>();
        List<Map<String, Object>> responses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SearchItem item : items) {
            Map<String, Object> found = new LinkedHashMap<>();
            ItemResult result;
            try {
                if (!seen.add(item.referenceId())) {
                    throw new Rejected(
                            Rejection.REFERENCE_ID_DUPLICATE, "another request has this id");
                }
                found.putAll(found(envelope, item));
                result = ItemResult.success(item.referenceId(), answers.timestamp());
            } catch (Rejected rejected) {
                result = ItemResult.rejected(item.referenceId(), answers.timestamp(), rejected);
            } catch (Refused refused) {
                result = refused(item, refused, results);
            }
            results.add(result);
            Map<String, Object> response = result.shown();
            response.putAll(found);
            responses.add(response);
        }
        Map<String, Object> message = answers.message(envelope, correlationId);
        message.put("search_response", responses);
        return answers.of(envelope, "on-search", message, correlationId, results);
    }

    /** A limit that is reached within a message leaves what was answered before it. */
    private ItemResult refused(SearchItem item, Refused refused, List<ItemResult> before) {
        Rejected rejected = null;
        if (Purposes.isRefusedBy(refused)) {
            rejected = new Rejected(Rejection.SEARCH_CRITERIA, Purposes.MISSING);
        } else if (refused.code().equals(LIMIT_REACHED) && !before.isEmpty()) {
            rejected = new Rejected(null, "too many searches; send it later");
        }
        if (rejected == null) {
            throw refused;
        }
        return ItemResult.rejected(item.referenceId(), answers.timestamp(), rejected);
    }

    private Map<String, Object> found(Envelope envelope, SearchItem item) {
        DciRegistry registry = envelope.registry();
        SearchQuery query = item.query();
        RecordKind kind = item.kind(registry, query);
        Window window = item.window();
        String purpose = Purposes.of(item.criteria(), envelope.sender());
        Part part =
                findFamilies.find(
                        registry == DciRegistry.IBR ? query.amongst(ENROLLED_ONCE) : query,
                        purpose,
                        window);
        List<Map<String, Object>> all = records.of(kind, part);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", Answers.VERSION);
        data.put("reg_type", registry.type());
        data.put("reg_record_type", kind.type());
        data.put("reg_records", query.isList() ? all : window.of(all));
        return Map.of(
                "data",
                data,
                "pagination",
                Map.of(
                        "page_size", window.size(),
                        "page_number", window.number(),
                        "total_count", query.isList() ? part.total() : all.size()));
    }
}
