package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.dci.domain.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One condition of a query: what has to be equal to what. The three query types of the standard are
 * three ways to write some of them; a query that needs more is rejected.
 */
record SearchCondition(String attribute, boolean isAnyOf, JsonNode value) {

    private static final String NOT_ANSWERED = " is not answered";

    /** A query as its conditions, all of which have to hold. */
    static List<SearchCondition> read(String queryType, JsonNode query) {
        return switch (queryType) {
            case "idtype-value" -> ofIdType(query);
            case "predicate" -> ofPredicate(query);
            case "expression" -> ofExpression(query.path("value").path("expression").path("query"));
            default -> throw rejected("query_type " + queryType + NOT_ANSWERED);
        };
    }

    /** What an expression searches, such as {@code Group}; empty for another query. */
    static String collectionOf(JsonNode query) {
        return query.path("value").path("expression").path("collection").asText("");
    }

    static Rejected rejected(String text) {
        return new Rejected(Rejection.SEARCH_CRITERIA, text);
    }

    private static List<SearchCondition> ofIdType(JsonNode query) {
        if (!query.path("type").isTextual() || !query.has("value")) {
            throw rejected("an idtype-value query needs type and value");
        }
        return List.of(
                new SearchCondition(query.path("type").textValue(), false, query.get("value")));
    }

    private static List<SearchCondition> ofPredicate(JsonNode query) {
        if (!query.isArray() || query.size() != 1) {
            throw rejected("a predicate query of other than one predicate" + NOT_ANSWERED);
        }
        JsonNode predicate = query.get(0);
        List<SearchCondition> all = new ArrayList<>();
        all.add(ofExpressionObject(predicate.path("expression1")));
        String condition = predicate.path("condition").asText("and");
        if (predicate.has("expression2")) {
            if (!condition.equals("and")) {
                throw rejected("a predicate with " + quoted(condition) + NOT_ANSWERED);
            }
            all.add(ofExpressionObject(predicate.get("expression2")));
        }
        return all;
    }

    private static SearchCondition ofExpressionObject(JsonNode expression) {
        String operator = expression.path("operator").asText("");
        if (!expression.path("attribute_name").isTextual() || !expression.has("attribute_value")) {
            throw rejected("an expression needs attribute_name, operator and attribute_value");
        }
        return condition(
                expression.get("attribute_name").textValue(),
                operator,
                expression.get("attribute_value"));
    }

    private static List<SearchCondition> ofExpression(JsonNode query) {
        if (!query.isObject() || query.isEmpty()) {
            throw rejected("an expression query needs value.expression.query");
        }
        List<SearchCondition> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : query.properties()) {
            if (field.getKey().equals("$and") && field.getValue().isArray()) {
                field.getValue().forEach(part -> all.addAll(ofExpression(part)));
            } else if (field.getKey().startsWith("$")) {
                throw rejected("an expression with " + quoted(field.getKey()) + NOT_ANSWERED);
            } else {
                all.add(ofField(field.getKey(), field.getValue()));
            }
        }
        return all;
    }

    private static SearchCondition ofField(String attribute, JsonNode value) {
        if (!value.isObject()) {
            return condition(attribute, "eq", value);
        }
        if (value.size() != 1) {
            throw rejected("an expression with several operators" + NOT_ANSWERED);
        }
        Map.Entry<String, JsonNode> only = value.properties().iterator().next();
        return condition(attribute, only.getKey().replaceFirst("^\\$", ""), only.getValue());
    }

    private static SearchCondition condition(String attribute, String operator, JsonNode value) {
        return switch (operator) {
            case "eq" -> new SearchCondition(attribute, false, value);
            case "in" -> new SearchCondition(attribute, true, value);
            default -> throw rejected("the operator " + quoted(operator) + NOT_ANSWERED);
        };
    }

    /** What a sender wrote is repeated only if it is a word, so that no number gets into a text. */
    static String quoted(String word) {
        return word.matches("[$A-Za-z_.-]{1,40}") ? word : "of this name";
    }

    /** The value as a text; a number is one too. */
    String text() {
        if (isAnyOf || value.isContainerNode() || value.isNull()) {
            throw rejected("the value of " + quoted(attribute) + " must be a text");
        }
        return value.asText();
    }

    /** The values of a list, or the only one. */
    List<String> texts() {
        if (!isAnyOf) {
            return List.of(text());
        }
        if (!value.isArray()) {
            throw rejected("the value of " + quoted(attribute) + " must be a list");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
