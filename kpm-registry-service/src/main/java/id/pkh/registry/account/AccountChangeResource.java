package id.pkh.registry.account;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.account.AccountChangeRequests.Confirmation;
import id.pkh.registry.account.AccountChangeRequests.Confirmations;
import id.pkh.registry.account.AccountChangeRequests.OutcomeItem;
import id.pkh.registry.account.AccountChangeRequests.Outcomes;
import id.pkh.registry.account.AccountChangeRequests.Refusal;
import id.pkh.registry.account.DecideAccounts.Outcome;
import id.pkh.registry.identity.CanReveal;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.intake.RequestErrors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Changes of accounts and caretakers. A payment goes to an account only when a person who did not
 * change it has confirmed it.
 */
@Path("/api/v1/account-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountChangeResource {

    private final AccountChangeQueries queries;
    private final DecideAccounts decideAccounts;
    private final Caller caller;

    AccountChangeResource(
            AccountChangeQueries queries, DecideAccounts decideAccounts, Caller caller) {
        this.queries = queries;
        this.decideAccounts = decideAccounts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"ACCOUNT_STATUS_UNKNOWN", "AREA_CODE_INVALID"})
    @CanReveal
    @Operation(
            operationId = "listAccountChanges",
            summary = "List changes of accounts and caretakers, the oldest first")
    @Succeeds(status = 200, meaning = "A page of changes of your areas")
    public Page<AccountChangeView> list(
            @QueryParam("status")
                    @Parameter(schema = @Schema(implementation = AccountChangeStatus.class))
                    String status,
            @QueryParam("kpm_id") @Parameter(description = "The history of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page,
            @QueryParam("reveal")
                    @Parameter(
                            description = "`identifiers`: unmasked, for data administrators",
                            schema = @Schema(enumeration = "identifiers"))
                    String reveal,
            @QueryParam("purpose") @Parameter(description = "required with `reveal`")
                    String purpose) {
        return queries.list(
                read(status), kpmId, village, page, Disclosure.asked(caller, reveal, purpose));
    }

    private static Optional<AccountChangeStatus> read(String status) {
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(
                AccountChangeStatus.of(status)
                        .orElseThrow(
                                () ->
                                        RequestErrors.refused(
                                                "ACCOUNT_STATUS_UNKNOWN",
                                                "status",
                                                AccountChangeStatus.KNOWN)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Operation(
            operationId = "getAccountChange",
            summary = "Show one change of an account or caretaker")
    @Succeeds(status = 200, meaning = "The change")
    public AccountChangeView one(@PathParam("id") UUID id) {
        return queries.one(id, Disclosure.masked(caller));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({
        "ACCOUNT_CHANGE_DECIDED",
        "ACCOUNT_CHANGE_DIFFERS",
        "ACCOUNT_CHANGE_NAME_NOT_SHOWN",
        "ACCOUNT_CHANGE_NOT_WAITING",
        "ACCOUNT_CHANGE_SAME_PERSON",
        "ACCOUNT_CHANGE_SUPERSEDED"
    })
    @Operation(
            operationId = "confirmAccountChange",
            summary = "Confirm a change that another person made, as it was shown",
            description =
                    "A change of the caretaker, or of the caretaker's name, is confirmed by a person"
                            + " who may see names.")
    @Succeeds(status = 200, meaning = "The change, which is confirmed")
    public AccountChangeView confirm(@PathParam("id") UUID id, Confirmation request) {
        Confirmation given = required(request);
        Outcome outcome =
                decideAccounts
                        .confirm(
                                List.of(
                                        new NamedChange(
                                                id, given.changeNo(), given.accountNumber())))
                        .get(0);
        if (!outcome.outcome().equals(DecideAccounts.CONFIRMED)) {
            throw refused(outcome, id);
        }
        return one(id);
    }

    /** A refusal says what is on record, so that the caller can look again. */
    private Refused refused(Outcome outcome, UUID id) {
        Refused refused = Refused.because(outcome.outcome());
        if (outcome.outcome().equals("NOT_FOUND")) {
            return refused;
        }
        AccountChangeView now = one(id);
        return refused.with("status", now.status())
                .with("change_no", now.changeNo())
                .with("account_number", Optional.ofNullable(now.now().accountNumber()).orElse(""));
    }

    @POST
    @Path("/confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({"ACCOUNT_CHANGES_INVALID"})
    @Operation(
            operationId = "confirmAccountChanges",
            summary = "Confirm up to 1,000 changes, each as it was shown",
            description =
                    "Each change is confirmed or left as it is; the response has the outcome of"
                            + " each. A change that you have confirmed before counts as confirmed.")
    @Succeeds(status = 200, meaning = "The outcome of each change")
    public Outcomes confirmAll(Confirmations request) {
        List<AccountChangeRequests.Item> items = required(request).changes();
        List<NamedChange> named =
                items == null || items.contains(null)
                        ? List.of()
                        : items.stream().map(AccountChangeRequests.Item::named).toList();
        return new Outcomes(
                decideAccounts.confirm(named).stream()
                        .map(one -> new OutcomeItem(one.changeId(), one.outcome()))
                        .toList());
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({
        "ACCOUNT_CHANGE_DECIDED",
        "ACCOUNT_CHANGE_DIFFERS",
        "ACCOUNT_CHANGE_NAME_NOT_SHOWN",
        "ACCOUNT_CHANGE_NOT_WAITING",
        "REASON_UNKNOWN"
    })
    @Operation(
            operationId = "refuseAccountChange",
            summary = "Refuse a change",
            description =
                    "The account and the caretaker that two people answered for before stand"
                            + " again, as a new change. The person who made the change can withdraw it in this way."
                            + " A change of the caretaker, or of the caretaker's name, is decided by a person who"
                            + " may see names.")
    @Succeeds(status = 200, meaning = "The change, which is refused")
    public AccountChangeView refuse(@PathParam("id") UUID id, Refusal request) {
        Refusal given = required(request);
        RefusalReason reason =
                RefusalReason.of(given.reason())
                        .orElseThrow(
                                () ->
                                        RequestErrors.refused(
                                                "REASON_UNKNOWN", "reason", RefusalReason.KNOWN));
        decideAccounts.refuse(new NamedChange(id, given.changeNo(), given.accountNumber()), reason);
        return one(id);
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        return body;
    }
}
