package id.pkh.registry.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.merge.FamilyMerges.MergeRow;
import id.pkh.registry.merge.domain.MergeRule.Exit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The exit of the family that ends, proposed in the verification service as the caller. */
@ApplicationScoped
class MergeExits {

    private static final String PATH = "/membership-proposals";
    private static final String EVIDENCE = "evidence_reference";

    private final OtherServices others;

    MergeExits(OtherServices others) {
        this.others = others;
    }

    /** Whether the family waits for the decision on an appeal. */
    boolean hasOpenAppeal(UUID family) {
        return !others.everyItem(Owner.VERIFICATION, "/appeals?open=true&kpm=" + family).isEmpty();
    }

    /** The id there, also if an earlier attempt has made it and its answer was lost. */
    UUID propose(MergeRow row, Exit exit) {
        try {
            return id(others.post(Owner.VERIFICATION, PATH, body(row, exit)));
        } catch (Refused refused) {
            if (refused.code().equals(OtherServices.UNAVAILABLE)) {
                throw refused;
            }
            return madeBefore(row)
                    .orElseThrow(
                            () ->
                                    Refused.because("MERGE_NOT_TAKEN", refused)
                                            .with("refused_with", refused.code()));
        }
    }

    private Optional<UUID> madeBefore(MergeRow row) {
        return others
                .everyItem(Owner.VERIFICATION, PATH + "?status=OPEN&kpm=" + row.endedKpm())
                .stream()
                .filter(open -> open.path(EVIDENCE).asText().equals(evidence(row)))
                .map(MergeExits::id)
                .findFirst();
    }

    private static UUID id(JsonNode proposal) {
        return UUID.fromString(proposal.path("proposal_id").asText());
    }

    private static ObjectNode body(MergeRow row, Exit exit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kpm_id", row.endedKpm().toString())
                .put("kind", exit.name())
                .put("reason_code", exit.reason())
                .put(EVIDENCE, evidence(row))
                .put("effective_on", row.effectiveOn().toString());
    }

    private static String evidence(MergeRow row) {
        return "merge " + row.mergeId() + ", family " + row.survivorKpm() + " stays";
    }
}
