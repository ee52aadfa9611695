package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Membership proposals of the verification service, of which a family has one. */
public final class StubProposals {

    static final String PATH = "/api/v1/membership-proposals";

    private static final String PROPOSALS = "proposals";
    private static final String APPEALS = "appeals";
    private static final String LOST = "lost proposals";

    private StubProposals() {}

    /** The next proposal is recorded, and its answer does not arrive. */
    public static void loseNextAnswer() {
        StubFacts.keep(LOST, JsonNodeFactory.instance.arrayNode().add(true));
    }

    static boolean isAnswerLost() {
        boolean isLost = !StubFacts.all(LOST).isEmpty();
        StubFacts.keep(LOST, JsonNodeFactory.instance.arrayNode());
        return isLost;
    }

    /** The open proposal of the family; null if there is none. */
    public static JsonNode of(String kpmId) {
        for (JsonNode proposal : StubFacts.all(PROPOSALS)) {
            if (proposal.path("kpm_id").asText().equals(kpmId)) {
                return proposal;
            }
        }
        return null;
    }

    static ArrayNode open(String query) {
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        for (String parameter : query.split("&")) {
            JsonNode proposal =
                    parameter.startsWith("kpm=") ? of(parameter.substring("kpm=".length())) : null;
            if (proposal != null) {
                open.add(proposal);
            }
        }
        return open;
    }

    /** An appeal of the family is not decided. */
    public static void appeals(UUID kpmId) {
        StubFacts.keep(APPEALS, StubFacts.all(APPEALS).add("open=true&kpm=" + kpmId));
    }

    static ArrayNode appeals(String query) {
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        for (JsonNode asked : StubFacts.all(APPEALS)) {
            if (asked.asText().equals(query)) {
                open.addObject().put("state", "OPEN");
            }
        }
        return open;
    }

    /** Records a proposal, also one that somebody else made. */
    public static ObjectNode propose(ObjectNode sent) {
        ObjectNode proposal = sent.deepCopy();
        proposal.put("proposal_id", UUID.randomUUID().toString());
        ArrayNode proposals = StubFacts.all(PROPOSALS);
        proposals.add(proposal);
        StubFacts.keep(PROPOSALS, proposals);
        return proposal;
    }
}
