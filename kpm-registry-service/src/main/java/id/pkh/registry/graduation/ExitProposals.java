package id.pkh.registry.graduation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.graduation.Graduations.GraduationRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Proposals in the verification service, made in the name of the caller. */
@ApplicationScoped
class ExitProposals {

    private static final String PATH = "/membership-proposals";
    private static final String EVIDENCE = "evidence_reference";

    private final OtherServices others;

    ExitProposals(OtherServices others) {
        this.others = others;
    }

    /** The id there, also if an earlier attempt has made it and its answer was lost. */
    UUID propose(GraduationRow row) {
        try {
            return id(others.post(Owner.VERIFICATION, PATH, body(row)));
        } catch (Refused refused) {
            if (refused.code().equals(OtherServices.UNAVAILABLE)) {
                throw refused;
            }
            return madeBefore(row)
                    .orElseThrow(
                            () ->
                                    Refused.because("GRADUATION_NOT_TAKEN", refused)
                                            .with("refused_with", refused.code()));
        }
    }

    private Optional<UUID> madeBefore(GraduationRow row) {
        return others
                .everyItem(Owner.VERIFICATION, PATH + "?status=OPEN&kpm=" + row.kpmId())
                .stream()
                .filter(open -> open.path(EVIDENCE).asText().equals(evidence(row)))
                .map(ExitProposals::id)
                .findFirst();
    }

    private static UUID id(JsonNode proposal) {
        return UUID.fromString(proposal.path("proposal_id").asText());
    }

    private static ObjectNode body(GraduationRow row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kpm_id", row.kpmId().toString())
                .put("kind", "GRADUATE")
                .put("reason_code", row.reason().name())
                .put(EVIDENCE, evidence(row))
                .put("effective_on", row.effectiveOn().toString());
    }

    private static String evidence(GraduationRow row) {
        return "graduation " + row.graduationId() + ", home visit " + row.visitId();
    }
}
