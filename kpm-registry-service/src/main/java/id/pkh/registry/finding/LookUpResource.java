package id.pkh.registry.finding;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.identity.Subjects;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds a family by a number. The number is in the body, so that no address or log has it. */
@Path("/api/v1/look-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finding", description = "Finding a family, and who looked for which")
public class LookUpResource {

    private final LookUpFamilies lookUpFamilies;
    private final LookUps lookUps;
    private final Caller caller;

    LookUpResource(LookUpFamilies lookUpFamilies, LookUps lookUps, Caller caller) {
        this.lookUpFamilies = lookUpFamilies;
        this.lookUps = lookUps;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
    @Refuses({
        "ACCOUNT_NOT_DIGITS",
        "FAMILY_CARD_INVALID",
        "LOOK_UP_KEY_AMBIGUOUS",
        "LOOK_UP_LIMIT_REACHED",
        "LOOK_UP_SCOPE_MISSING",
        "PURPOSE_REQUIRED",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER,
        Nik.DATE_IMPOSSIBLE,
        Nik.LENGTH,
        Nik.NOT_DIGITS,
        Nik.NUMERIC_CELL,
        Nik.SERIAL_ZERO
    })
    @Operation(
            operationId = "lookUpFamily",
            summary = "Find a family by a number of it or of a member",
            description =
                    "Exactly one key. What is not in your areas is answered like what does not exist. Each"
                            + " look-up is logged, with its purpose and without the key. Another system needs the"
                            + " scope `families.look-up`.")
    @Succeeds(status = 200, meaning = "The families that have the key, or none")
    public LookUpAnswer lookUp(@NotNull @Valid LookUpRequest request) {
        return lookUpFamilies.handle(request.key(), request.purpose());
    }

    @GET
    @Transactional
    @RolesAllowed(Roles.AUDITOR)
    @Refuses("AREAS_NOT_NATIONAL")
    @Operation(
            operationId = "listLookUps",
            summary = "Who looked for families, the latest first",
            description =
                    "Also what was looked up in vain, which lies in no area: for auditors of the whole"
                            + " country. The read log has what was found, by area.")
    @Succeeds(status = 200, meaning = "A page of look-ups")
    public Page<LookUpView> list(
            @QueryParam("caller")
                    @CodeForm(Subjects.FORM)
                    @Parameter(description = "Subject of the caller's token")
                    String by,
            @QueryParam("only_in_vain") @Parameter(description = "true: those that found nothing")
                    Boolean onlyInVain,
            @BeanParam PageParams page) {
        caller.nationalSubject();
        return Page.of(
                lookUps.latest(
                        by,
                        Boolean.TRUE.equals(onlyInVain),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                view -> new Object[] {view.lookUpId()},
                view -> view);
    }
}
