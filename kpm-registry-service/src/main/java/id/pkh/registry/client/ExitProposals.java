package id.pkh.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Proposals in the verification service that a family leaves, made in the name of the caller. */
@ApplicationScoped
public class ExitProposals {

    private static final String PATH = "/membership-proposals";
    private static final String EVIDENCE = "evidence_reference";

    private final OtherServices others;

    ExitProposals(OtherServices others) {
        this.others = others;
    }

    /**
     * What is proposed.
     *
     * @param evidence names what the proposal is made for, so that it is found again by it
     * @param effectiveOn first day without membership
     */
    public record Exit(
            UUID kpmId, String kind, String reasonCode, String evidence, LocalDate effectiveOn) {}

    /**
     * The id there, also if an earlier attempt has made it and its answer was lost.
     *
     * @param notTaken the refusal when the other service refuses
     */
    public UUID propose(Exit exit, String notTaken) {
        try {
            return id(others.post(Owner.VERIFICATION, PATH, body(exit)));
        } catch (Refused refused) {
            if (refused.code().equals(OtherServices.UNAVAILABLE)) {
                throw refused;
            }
            return madeBefore(exit)
                    .orElseThrow(
                            () ->
                                    Refused.because(notTaken, refused)
                                            .with("refused_with", refused.code()));
        }
    }

    /** Whether a family waits for the decision on an appeal. */
    public boolean hasOpenAppeal(UUID kpmId) {
        return !others.everyItem(Owner.VERIFICATION, "/appeals?open=true&kpm=" + kpmId).isEmpty();
    }

    private Optional<UUID> madeBefore(Exit exit) {
        return others
                .everyItem(Owner.VERIFICATION, PATH + "?status=OPEN&kpm=" + exit.kpmId())
                .stream()
                .filter(open -> open.path(EVIDENCE).asText().equals(exit.evidence()))
                .map(ExitProposals::id)
                .findFirst();
    }

    private static UUID id(JsonNode proposal) {
        return UUID.fromString(proposal.path("proposal_id").asText());
    }

    private static ObjectNode body(Exit exit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kpm_id", exit.kpmId().toString())
                .put("kind", exit.kind())
                .put("reason_code", exit.reasonCode())
                .put(EVIDENCE, exit.evidence())
                .put("effective_on", exit.effectiveOn().toString());
    }
}
