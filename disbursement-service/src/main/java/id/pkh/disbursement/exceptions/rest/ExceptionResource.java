package id.pkh.disbursement.exceptions.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.Filter;
import id.pkh.disbursement.exceptions.BankExceptions.Settler;
import id.pkh.disbursement.exceptions.ResolveException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-exceptions")
@Tag(name = "Banks")
public class ExceptionResource {

    @Inject BankExceptions exceptions;
    @Inject ResolveException resolveException;
    @Inject Caller caller;

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"EXCEPTION_CLASS_UNKNOWN"})
    @Operation(
            operationId = "listBankExceptions",
            summary = "Exceptions in the caller's areas, the oldest first",
            description =
                    "Exceptions without a village are shown only to callers whose areas are "
                            + "the whole country.")
    public Page<ExceptionView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @QueryParam("class") @Parameter(schema = @Schema(implementation = ExceptionClass.class))
                    String exceptionClass,
            @QueryParam("open") @Parameter(description = "true: open ones; false: resolved ones")
                    Boolean open,
            @BeanParam PageParams page) {
        if (exceptionClass != null
                && Arrays.stream(ExceptionClass.values())
                        .noneMatch(known -> known.name().equals(exceptionClass))) {
            throw Refused.because("EXCEPTION_CLASS_UNKNOWN");
        }
        return Page.of(
                exceptions.page(
                        new Filter(
                                bank,
                                exceptionClass,
                                open,
                                caller.areas(),
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                                page.limit())),
                page.limit(),
                exception -> new Object[] {exception.exceptionId()},
                ExceptionView::of);
    }

    @POST
    @Path("/{exceptionId}/resolution")
    @Idempotent
    @RolesAllowed({RoleSets.MINISTRY, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "EXCEPTION_NEEDS_MINISTRY",
        "EXCEPTION_NOT_PROPOSED",
        "EXCEPTION_PROPOSAL_DIFFERS",
        "EXCEPTION_RESOLVED",
        "EXCEPTION_SAME_PERSON",
        "FINDING_INVALID",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "resolveBankException",
            summary =
                    "Propose how an exception is settled, or confirm the proposal of another "
                            + "person",
            description =
                    "Needs an Idempotency-Key. A confirmation names the finding and the version "
                            + "of the proposal. One of the two persons is of the ministry.")
    @Succeeds(status = 200, meaning = "Proposed, or resolved")
    public ExceptionView resolve(
            @PathParam("exceptionId") UUID exceptionId, @NotNull @Valid ResolutionRequest request) {
        if (Boolean.TRUE.equals(request.confirm())) {
            return ExceptionView.of(
                    resolveException.confirm(
                            exceptionId, request.finding(), request.version(), settler()));
        }
        return ExceptionView.of(
                resolveException.propose(
                        exceptionId, new Reason(request.reason()), request.finding(), settler()));
    }

    private Settler settler() {
        return new Settler(caller.subject(), caller.hasRole(RoleSets.MINISTRY), caller.areas());
    }
}
