package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dci.FindFamilies.Window;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.dci.domain.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says whether a person is in a family that takes part, in the areas of the caller. A family that
 * is suspended takes part: its money waits, and its place stays.
 */
@ApplicationScoped
class AnswerEnrolled {

    /** The only programme of this registry. */
    static final String PROGRAMME = "PKH";

    private static final String PERSON = "person_identifier";
    private static final String PROGRAMME_ATTRIBUTE =
            "programme_identifier.program.programme_identifier";
    private static final Window ALL = new Window(SearchItem.MOST_RECORDS, 1, false);

    private final FindFamilies findFamilies;
    private final Answers answers;

    AnswerEnrolled(FindFamilies findFamilies, Answers answers) {
        this.findFamilies = findFamilies;
        this.answers = answers;
    }

    Answer handle(Envelope envelope, String correlationId) {
        SearchItem.requireCount(envelope, 1);
        MessageFields criteria = envelope.message().object("enrolled_criteria");
        SearchQuery query = query(criteria);
        boolean isEnrolled = isEnrolled(query, Purposes.of(criteria, envelope.sender()));
        ItemResult result = ItemResult.success(envelope.transactionId(), answers.timestamp());
        Map<String, Object> response = result.shown();
        response.put("enrolled_status", isEnrolled ? "yes" : "no");
        Map<String, Object> message = answers.message(envelope, correlationId);
        message.put("enrolled_response", List.of(response));
        return answers.of(envelope, "on-search", message, correlationId, List.of(result));
    }

    private boolean isEnrolled(SearchQuery query, String purpose) {
        try {
            return findFamilies.find(query, purpose, ALL).found().stream()
                    .anyMatch(
                            found ->
                                    EnrolmentCode.of(found.family().status())
                                            .filter(EnrolmentCode::isEnrolled)
                                            .isPresent());
        } catch (Refused refused) {
            if (Purposes.isRefusedBy(refused)) {
                throw new DciRefused(Rejection.SEARCH_CRITERIA, Purposes.MISSING);
            }
            throw refused;
        }
    }

    /** Neither yes nor no can be said to what is not understood, so the message is refused. */
    private static SearchQuery query(MessageFields criteria) {
        try {
            List<SearchCondition> conditions = new ArrayList<>();
            JsonNode query = criteria.object("query").node();
            for (Map.Entry<String, JsonNode> field : query.properties()) {
                conditions.add(condition(field.getKey(), field.getValue()));
            }
            SearchQuery read = SearchQuery.of(conditions.stream().filter(c -> c != null).toList());
            if (read.isList()) {
                throw SearchCondition.rejected("the query needs " + PERSON);
            }
            return read;
        } catch (Rejected rejected) {
            throw new DciRefused(Rejection.SEARCH_CRITERIA, rejected.getMessage());
        }
    }

    /** Null for the programme, which is always this one. */
    private static SearchCondition condition(String attribute, JsonNode value) {
        JsonNode equal = value.isObject() ? value.path("eq") : value;
        if (attribute.equals(PROGRAMME_ATTRIBUTE)) {
            if (!PROGRAMME.equals(equal.asText(""))) {
                throw SearchCondition.rejected("the only programme here is " + PROGRAMME);
            }
            return null;
        }
        if (!attribute.equals(PERSON)) {
            throw SearchCondition.rejected(
                    "the attribute " + SearchCondition.quoted(attribute) + " is not answered");
        }
        boolean isOurs = equal.asText("").contains("-");
        return new SearchCondition(isOurs ? "member_id" : "uin", false, equal);
    }
}
