package id.pkh.verification.schoollink.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.schoollink.CreateSchoolLink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that was made; its address is not shown again. */
@Schema(name = "NewSchoolLink")
public record NewSchoolLinkView(
        UUID linkId,
        @Schema(description = "The page for the school, below the address of this service")
                String path,
        @Schema(description = "The same list as JSON") String apiPath,
        Instant expiresAt,
        @Schema(description = "On the list now, in your areas") int pupils,
        @JsonProperty("has_names")
                @Schema(
                        description =
                                "false when the registry named nobody; the list then has months of birth alone")
                boolean hasNames) {

    static NewSchoolLinkView of(CreateSchoolLink.Created created) {
        return new NewSchoolLinkView(
                created.linkId(),
                SchoolPageResource.PATH + created.token(),
                SchoolListResource.PATH + created.token(),
                created.expiresAt(),
                created.pupils(),
                created.hasNames());
    }
}
