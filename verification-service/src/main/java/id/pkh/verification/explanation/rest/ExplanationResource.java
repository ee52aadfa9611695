package id.pkh.verification.explanation.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import id.pkh.verification.explanation.ExplainStep;
import id.pkh.verification.explanation.ExplanationTexts;
import id.pkh.verification.sanction.StepQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explanations of steps. */
@Path("/api/v1/sanction-steps/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sanction steps")
public class ExplanationResource {

    private final StepQueries queries;
    private final ExplainStep explain;
    private final ExplanationTexts texts;
    private final Caller caller;

    ExplanationResource(
            StepQueries queries, ExplainStep explain, ExplanationTexts texts, Caller caller) {
        this.queries = queries;
        this.explain = explain;
        this.texts = texts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "explainSanctionStep",
            summary = "Why a step was issued",
            description =
                    "The evidence behind it, the policies, the count before and after, what would have made the difference, and"
                            + " until when an appeal can be lodged. It is explained from the facts that stand now. A withdrawn step has"
                            + " no differences and no appeal.")
    public ExplanationView explain(@PathParam("id") UUID id) {
        StepQueries.Seen seen =
                queries.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        return ExplanationView.of(explain.handle(seen.step()), texts);
    }
}
