package id.pkh.verification.replay.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.replay.ChangeCount;
import id.pkh.verification.replay.PolicyReplay;
import id.pkh.verification.replay.Replays;
import id.pkh.verification.replay.Replays.ReplayedStep;
import id.pkh.verification.replay.rest.ReplayResultViews.CountView;
import id.pkh.verification.replay.rest.ReplayResultViews.FamilyView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replays and what they found. */
@Path("/api/v1/policy-replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policy replays", description = "What a draft would have changed in past quarters")
public class ReplayResource {

    private final Replays replays;
    private final ReplayViews views;
    private final Caller caller;

    ReplayResource(Replays replays, ReplayViews views, Caller caller) {
        this.replays = replays;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(operationId = "listPolicyReplays", summary = "Replays, the oldest first")
    public Page<ReplayView> list(
            @QueryParam("version_id") UUID versionId, @BeanParam PageParams page) {
        List<PolicyReplay> found =
                replays.list(
                        versionId,
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(found, page.limit(), replay -> new Object[] {replay.replayId()}, views::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(operationId = "getPolicyReplay", summary = "One replay and how far it is")
    public ReplayView get(@PathParam("id") UUID id) {
        return views.of(found(id));
    }

    @GET
    @Path("{id}/counts")
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(
            operationId = "listPolicyReplayCounts",
            summary = "How often another step would have followed, by sub-district and cause")
    public Page<CountView> counts(@PathParam("id") UUID id, @BeanParam PageParams page) {
        List<ChangeCount> rows =
                replays.counts(
                        found(id).replayId(),
                        caller.areas(),
                        page.cursor().map(ReplayResource::countAt).orElse(null),
                        page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                row ->
                        new Object[] {
                            row.areaCode(), row.cause(), row.stepBefore(), row.stepAfter()
                        },
                CountView::of);
    }

    @GET
    @Path("{id}/families")
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Refuses("AREA_CODE_INVALID")
    @Operation(
            operationId = "listPolicyReplayFamilies",
            summary = "The families for which another step would have followed")
    public Page<FamilyView> families(
            @PathParam("id") UUID id,
            @QueryParam("area_code") String areaCode,
            @BeanParam PageParams page) {
        List<ReplayedStep> rows =
                replays.changes(
                        found(id).replayId(),
                        caller.areas(),
                        areaCode,
                        page.cursor().map(ReplayResource::stepAt).orElse(null),
                        page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.kpmId(), row.cause(), row.period()},
                FamilyView::of);
    }

    private static ChangeCount countAt(Cursor cursor) {
        return new ChangeCount(
                cursor.text(0), cursor.text(1), cursor.text(2), cursor.text(3), 0, 0);
    }

    private static ReplayedStep stepAt(Cursor cursor) {
        return new ReplayedStep(cursor.uuid(0), null, cursor.text(1), cursor.text(2), null, null);
    }

    private PolicyReplay found(UUID id) {
        return replays.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
