package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.dci.FindFamilies.Window;
import id.pkh.registry.dci.domain.DciRegistry;
import id.pkh.registry.dci.domain.RecordKind;
import id.pkh.registry.dci.domain.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request of a search message, whose form is checked. What it means is read later, because a
 * meaning that is not answered rejects this request alone.
 */
record SearchItem(String referenceId, MessageFields criteria, int pageSize, int pageNumber) {

    static final int MOST_REQUESTS = 100;
    static final int MOST_RECORDS = 200;

    private static final Set<String> QUERY_TYPES =
            Set.of("idtype-value", "expression", "predicate");
    private static final Set<String> NAMES =
            Set.of("version", "reg_type", "reg_record_type", "response_entity");

    private static final Set<String> SORTABLE = Set.of("kpm_id", "group_identifier");

    /** Reads the requests of a message, and refuses the message if one is malformed. */
    static List<SearchItem> of(Envelope envelope) {
        List<MessageFields> requests = envelope.message().objects("search_request");
        requireCount(envelope, requests.size());
        return requests.stream().map(SearchItem::read).toList();
    }

    static void requireCount(Envelope envelope, int requests) {
        if (requests > MOST_REQUESTS) {
            throw new DciRefused(
                    Rejection.TOTAL_COUNT_LIMIT,
                    "a message has at most %d requests".formatted(MOST_REQUESTS));
        }
        if (envelope.totalCount() != requests) {
            throw new DciRefused(
                    Rejection.TOTAL_COUNT, "header.total_count must be the number of requests");
        }
    }

    private static SearchItem read(MessageFields request) {
        String reference = request.text("reference_id", MessageFields.ID_CHARS);
        request.timestamp("timestamp", Rejection.TIMESTAMP);
        request.checkLocale();
        MessageFields criteria = request.object("search_criteria");
        criteria.word("query_type", QUERY_TYPES);
        if (!criteria.node().path("query").isContainerNode()) {
            throw criteria.malformed("query", "an object or a list");
        }
        NAMES.forEach(name -> criteria.optionalText(name, MessageFields.ID_CHARS));
        // clients of the standard send it beside the criteria too
        MessageFields paged = request.has("pagination") ? request : criteria;
        Optional<MessageFields> pagination = paged.optionalObject("pagination");
        return new SearchItem(
                reference,
                criteria,
                pagination.flatMap(page -> page.pageNumber("page_size")).orElse(MOST_RECORDS),
                pagination.flatMap(page -> page.pageNumber("page_number")).orElse(1));
    }

    /** What is searched. */
    SearchQuery query() {
        return SearchQuery.of(
                SearchCondition.read(
                        criteria.node().get("query_type").textValue(),
                        criteria.node().get("query")));
    }

    /** What kind of records is wanted of a query; lists have families only. */
    RecordKind kind(DciRegistry registry, SearchQuery query) {
        criteria.optionalText("reg_type", MessageFields.ID_CHARS)
                .filter(type -> !registry.isMeantBy(type))
                .ifPresent(
                        other -> {
                            throw SearchCondition.rejected("reg_type must be " + registry.type());
                        });
        RecordKind kind =
                named("response_entity")
                        .or(() -> named("reg_record_type"))
                        .or(this::collection)
                        .map(name -> known(registry, name))
                        .orElseGet(() -> usual(registry, query));
        if (query.isList() && (kind == RecordKind.MEMBER || kind == RecordKind.PERSON)) {
            throw SearchCondition.rejected("a location lists groups, and no members");
        }
        return kind;
    }

    private Optional<String> named(String field) {
        return criteria.optionalText(field, MessageFields.ID_CHARS);
    }

    private Optional<String> collection() {
        String collection = SearchCondition.collectionOf(criteria.node().get("query"));
        return collection.isBlank() ? Optional.empty() : Optional.of(collection);
    }

    private static RecordKind known(DciRegistry registry, String name) {
        return RecordKind.of(registry, name)
                .orElseThrow(
                        () ->
                                SearchCondition.rejected(
                                        "records of this type are not in this registry"));
    }

    private static RecordKind usual(DciRegistry registry, SearchQuery query) {
        if (registry == DciRegistry.IBR) {
            return RecordKind.BENEFICIARY;
        }
        return query.isPersons() ? RecordKind.MEMBER : RecordKind.GROUP;
    }

    Window window() {
        if (pageSize > MOST_RECORDS) {
            throw new Rejected(Rejection.PAGINATION, "page_size must be at most " + MOST_RECORDS);
        }
        return new Window(pageSize, pageNumber, isDescending());
    }

    private boolean isDescending() {
        JsonNode sort = criteria.node().path("sort");
        if (sort.isMissingNode() || sort.isArray() && sort.isEmpty()) {
            return false;
        }
        JsonNode first = sort.path(0);
        String order = first.path("sort_order").asText("asc");
        if (sort.size() != 1
                || !SORTABLE.contains(first.path("attribute_name").asText(""))
                || !Set.of("asc", "desc").contains(order)) {
            throw new Rejected(Rejection.SORT, "families are sorted by kpm_id, asc or desc");
        }
        return order.equals("desc");
    }
}
