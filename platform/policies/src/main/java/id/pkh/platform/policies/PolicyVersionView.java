package id.pkh.platform.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version as people see it. */
@Schema(name = "PolicyVersion", description = "A version of a policy and what became of it.")
public record PolicyVersionView(
        UUID versionId,
        @Schema(description = "The kind of policy, such as SANCTION_LADDER") String kind,
        String policyCode,
        @Schema(description = "The first day on which the version applies") LocalDate validFrom,
        String legalBasis,
        PolicyStatus status,
        @Schema(description = "SHA-256 of the document, in hexadecimal; an approval names it")
                String sha256,
        @Schema(type = SchemaType.OBJECT, description = "The version as it was entered")
                Map<String, Object> document,
        @Schema(description = "The first act first") List<Act> acts) {

    /** What a person did. */
    @Schema(name = "PolicyAct", description = "What a person did with a version.")
    public record Act(
            PolicyAct.Kind act,
            @Schema(description = "The person") String actedBy,
            Instant actedAt,
            @Schema(nullable = true) String reason) {

        static Act of(PolicyAct act) {
            return new Act(act.act(), act.byPerson(), act.actedAt(), act.reason());
        }
    }
}
