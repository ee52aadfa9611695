package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.withdrawal.AccompaniedLists;
import id.pkh.disbursement.withdrawal.AccompaniedLists.AccompaniedList;
import id.pkh.disbursement.withdrawal.AccompaniedLists.Filter;
import id.pkh.disbursement.withdrawal.RecordAccompaniedList;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.rest.AccompaniedListViews.DetailView;
import id.pkh.disbursement.withdrawal.rest.AccompaniedListViews.HeadingView;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Attendance lists of accompanied withdrawals. */
@Path(AccompaniedListResource.PATH)
@Tag(name = "Withdrawals")
public class AccompaniedListResource {

    static final String PATH = "/api/v1/withdrawal-lists";
    private static final String CYCLE_CODE = "^[A-Z0-9._-]{1,30}$";

    private final RecordAccompaniedList recordList;
    private final AccompaniedLists lists;
    private final Caller caller;

    AccompaniedListResource(
            RecordAccompaniedList recordList, AccompaniedLists lists, Caller caller) {
        this.recordList = recordList;
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listAccompaniedLists",
            summary = "Attendance lists of accompanied withdrawals, the oldest first")
    public Page<HeadingView> list(
            @QueryParam("cycle") @CodeForm(CYCLE_CODE) String cycle,
            @QueryParam("latest")
                    @Parameter(description = "true: without those that were superseded")
                    Boolean latest,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        return Page.of(
                lists.page(
                        new Filter(
                                cycle,
                                Boolean.TRUE.equals(latest),
                                RequestedArea.of(village),
                                caller.areas(),
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                                page.limit())),
                page.limit(),
                list -> new Object[] {list.listId()},
                HeadingView::of);
    }

    @GET
    @Path("/{listId}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getAccompaniedList",
            summary = "One attendance list with its families")
    public DetailView one(@PathParam("listId") UUID listId) {
        AccompaniedList list = lists.one(listId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(list.facts().villageCode());
        return detail(list);
    }

    @POST
    @Idempotent
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "NOT_FOUND",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER",
        "WITHDRAWAL_LIST_LINE_REFUSED"
    })
    @Operation(
            operationId = "recordAccompaniedList",
            summary = "Record the attendance list of an accompanied withdrawal",
            description =
                    "Needs an Idempotency-Key. Each family on it is reported as withdrawn. A list"
                            + " is of one cycle and one village, and is recorded as a whole.")
    @Succeeds(status = 201, meaning = "The list, and a report for each family")
    public RestResponse<DetailView> record(@NotNull @Valid AccompaniedListRequest request) {
        return created(recordList.handle(request.facts(), request.lines(), reporter()));
    }

    @POST
    @Path("/{listId}/corrections")
    @Idempotent
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER",
        "WITHDRAWAL_LIST_CHANGED",
        "WITHDRAWAL_LIST_LINE_REFUSED",
        "WITHDRAWAL_LIST_OF_OTHER_VILLAGE"
    })
    @Operation(
            operationId = "correctAccompaniedList",
            summary = "Supersede an attendance list by a whole new one",
            description =
                    "Needs an Idempotency-Key. The report of a family that is no longer on it is"
                            + " retracted, unless it was corrected meanwhile.")
    @Succeeds(status = 201, meaning = "The new revision")
    public RestResponse<DetailView> correct(
            @PathParam("listId") UUID listId, @NotNull @Valid AccompaniedListRequest request) {
        return created(recordList.correct(listId, request.facts(), request.lines(), reporter()));
    }

    private RestResponse<DetailView> created(AccompaniedList list) {
        return ResponseBuilder.<DetailView>created(URI.create(PATH + "/" + list.listId()))
                .entity(detail(list))
                .build();
    }

    private DetailView detail(AccompaniedList list) {
        return DetailView.of(list, lists.families(list.listId()));
    }

    private Reporter reporter() {
        return new Reporter(caller.subject(), caller.areas());
    }
}
