package id.pkh.verification.notice.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.UUID;

/** The operation of the registry that reveals the names of caretakers. */
@Path("/api/v1/caretakers/reveal")
public interface RegistryCaretakers {

    /** The families, and why the names are read. */
    record Question(
            @JsonProperty("family_ids") Collection<UUID> familyIds,
            @JsonProperty("purpose") String purpose) {}

    /** The answer as it is, because it is read more leniently than the requests of callers. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    byte[] reveal(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Correlation-ID") String correlationId,
            @HeaderParam("traceparent") String traceparent,
            Question question);
}
