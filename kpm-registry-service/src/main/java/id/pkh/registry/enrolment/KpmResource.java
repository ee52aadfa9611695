package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.family.domain.GroupCode;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.identity.CanReveal;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.intake.RequestedStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads of families. */
@Path("/api/v1/kpm")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
@RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
public class KpmResource {

    private final KpmQueries queries;
    private final MembershipQueries memberships;
    private final Caller caller;

    KpmResource(KpmQueries queries, MembershipQueries memberships, Caller caller) {
        this.queries = queries;
        this.memberships = memberships;
        this.caller = caller;
    }

    /** Parameters of every read: which values to show unmasked, and for which purpose. */
    public static class Reveal {

        @QueryParam("reveal")
        @Parameter(
                description =
                        "`identifiers`: unmasked numbers; for data administrators only; each "
                                + "read is logged",
                schema = @Schema(enumeration = "identifiers"))
        String reveal;

        @QueryParam("purpose")
        @Parameter(description = "purpose of the read; required with `reveal`")
        String purpose;

        Disclosure asked(Caller caller) {
            return Disclosure.asked(caller, reveal, purpose);
        }
    }

    @GET
    @Refuses({"AREA_CODE_INVALID", "STATUS_UNKNOWN"})
    @CanReveal
    @Operation(operationId = "listFamilies", summary = "List the families of your areas")
    @Succeeds(status = 200, meaning = "A page of families in order of registration")
    public Page<KpmView> list(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("group") @CodeForm(GroupCode.FORM) String group,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = KpmStatus.class))
                    String status,
            @BeanParam PageParams page,
            @BeanParam Reveal reveal) {
        return queries.list(
                village, group, RequestedStatus.read(status), page, reveal.asked(caller));
    }

    @GET
    @Path("/{id}")
    @CanReveal
    @Operation(
            operationId = "getFamily",
            summary = "Show one family",
            description = "The header `ETag` is for `If-Match` of a change.")
    @Succeeds(status = 200, meaning = "The family")
    public RestResponse<KpmView> one(@PathParam("id") UUID id, @BeanParam Reveal reveal) {
        return KpmTags.ok(queries.one(id, reveal.asked(caller)));
    }

    @GET
    @Path("/{id}/members")
    @CanReveal
    @Operation(operationId = "listMembers", summary = "List a family's members")
    @Succeeds(status = 200, meaning = "All members, including the caretaker")
    public Page<MemberView> members(@PathParam("id") UUID id, @BeanParam Reveal reveal) {
        return queries.members(id, reveal.asked(caller));
    }

    @GET
    @Path("/{id}/membership")
    @Operation(
            operationId = "getMembership",
            summary = "Show why a family has its status",
            description =
                    "Decisions against the family, reinstatements, and the history of its status:"
                            + " who, when, why and by which decision")
    @Succeeds(status = 200, meaning = "The facts behind the status")
    public MembershipView membership(@PathParam("id") UUID id) {
        return memberships.of(id);
    }
}
