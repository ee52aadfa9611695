package id.pkh.disbursement.exceptions.rest;

import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.Filter;
import id.pkh.disbursement.exceptions.BankExceptions.Settler;
import id.pkh.disbursement.exceptions.ResolveException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.exceptions.domain.ExceptionOwner;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-exceptions")
@Tag(name = "Banks")
public class ExceptionResource {

    private static final String OWNED_BY_BANKS = ExceptionOwner.BANK.name();

    @Inject BankExceptions exceptions;
    @Inject ResolveException resolveException;
    @Inject Caller caller;
    @Inject BankCaller bankCaller;
    @Inject Clock clock;

    @GET
    @RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
    @Refuses({"EXCEPTION_CLASS_UNKNOWN", "EXCEPTION_OWNER_UNKNOWN"})
    @Operation(
            operationId = "listBankExceptions",
            summary = "Exceptions in the caller's areas, the oldest first",
            description =
                    "Exceptions without a village are shown only to callers whose areas are "
                            + "the whole country. A bank sees those that it owns: what it has not"
                            + " responded to, and files that it has to send again.")
    public Page<ExceptionView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @QueryParam("class") @Parameter(schema = @Schema(implementation = ExceptionClass.class))
                    String exceptionClass,
            @QueryParam("owner")
                    @Parameter(
                            description = "Who has to act",
                            schema = @Schema(implementation = ExceptionOwner.class))
                    String owner,
            @QueryParam("open") @Parameter(description = "true: open ones; false: resolved ones")
                    Boolean open,
            @QueryParam("overdue")
                    @Parameter(description = "true: only open ones past their deadline")
                    Boolean overdue,
            @BeanParam PageParams page) {
        LocalDate today = BusinessDates.today(clock);
        boolean forBank = bankCaller.isBank();
        return Page.of(
                exceptions.page(
                        new Filter(
                                bankCaller.listed(bank),
                                classes(exceptionClass, forBank ? OWNED_BY_BANKS : owner),
                                open,
                                Boolean.TRUE.equals(overdue) ? today : null,
                                forBank ? AreaScope.everywhere() : caller.areas(),
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                                page.limit())),
                page.limit(),
                exception -> new Object[] {exception.exceptionId()},
                exception -> ExceptionView.of(exception, today, forBank));
    }

    /** The names of the classes that are listed; null for all. */
    private static List<String> classes(String exceptionClass, String owner) {
        requireKnown(exceptionClass, ExceptionClass.values(), "EXCEPTION_CLASS_UNKNOWN");
        requireKnown(owner, ExceptionOwner.values(), "EXCEPTION_OWNER_UNKNOWN");
        if (exceptionClass == null && owner == null) {
            return null;
        }
        return Arrays.stream(ExceptionClass.values())
                .filter(each -> exceptionClass == null || each.name().equals(exceptionClass))
                .filter(each -> owner == null || each.owner().name().equals(owner))
                .map(Enum::name)
                .toList();
    }

    private static void requireKnown(String asked, Enum<?>[] known, String refusal) {
        if (asked != null && Arrays.stream(known).noneMatch(one -> one.name().equals(asked))) {
            throw Refused.because(refusal);
        }
    }

    @POST
    @Path("/{exceptionId}/resolution")
    @Idempotent
    @RolesAllowed({RoleSets.MINISTRY, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "EVIDENCE_REQUIRED",
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
                            + "of the proposal. One of the two persons is of the ministry. Who"
                            + " proposes that a refused account needs no correction gives the"
                            + " evidence (CORRECTION_PENDING).")
    @Succeeds(status = 200, meaning = "Proposed, or resolved")
    public ExceptionView resolve(
            @PathParam("exceptionId") UUID exceptionId, @NotNull @Valid ResolutionRequest request) {
        if (Boolean.TRUE.equals(request.confirm())) {
            return view(
                    resolveException.confirm(
                            exceptionId, request.finding(), request.version(), settler()));
        }
        return view(
                resolveException.propose(
                        exceptionId,
                        new Reason(request.reason()),
                        request.finding(),
                        request.evidence(),
                        settler()));
    }

    private ExceptionView view(BankException exception) {
        return ExceptionView.of(exception, BusinessDates.today(clock), false);
    }

    private Settler settler() {
        return new Settler(caller.subject(), caller.hasRole(RoleSets.MINISTRY), caller.areas());
    }
}
