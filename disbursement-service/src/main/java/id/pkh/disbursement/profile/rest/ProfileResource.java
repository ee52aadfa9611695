package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.profile.DecideProfile;
import id.pkh.disbursement.profile.TryProfile;
import id.pkh.disbursement.profile.rest.ProfileRequests.ConfirmationRequest;
import id.pkh.disbursement.profile.rest.ProfileRequests.ReasonRequest;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/bank-profiles/{profileId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
public class ProfileResource {

    private final TryProfile tryProfile;
    private final DecideProfile decideProfile;
    private final Uploads uploads;
    private final NationalCaller caller;
    @Context HttpHeaders headers;

    ProfileResource(
            TryProfile tryProfile,
            DecideProfile decideProfile,
            Uploads uploads,
            NationalCaller caller) {
        this.tryProfile = tryProfile;
        this.decideProfile = decideProfile;
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Path("/trials")
    @Consumes({
        UploadTypes.CSV,
        UploadTypes.CSV_OF_APPLICATIONS,
        UploadTypes.PLAIN_TEXT,
        UploadTypes.EXCEL,
        UploadTypes.XLSX,
        UploadTypes.BYTES
    })
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "FILE_EMPTY",
        "FILE_ENCODING_WRONG",
        "FILE_HAS_MACROS",
        "FILE_IS_IMAGE",
        "FILE_IS_PDF",
        "FILE_KIND_UNKNOWN",
        "FILE_LEGACY_EXCEL",
        "FILE_PASSWORD_PROTECTED",
        "FILE_SEPARATOR_INVALID",
        "FILE_TOO_LARGE",
        "FILE_TOO_MANY_COLUMNS",
        "FILE_TOO_MANY_ROWS",
        "FILE_TRUNCATED",
        "FILE_UNREADABLE",
        "FILE_UNSAFE",
        "LINE_TOO_LONG",
        "PROFILE_NOT_WAITING",
        "PROFILE_OF_OTHER_FORMAT",
        "REPORT_COLUMN_MISSING",
        "REPORT_COLUMN_TWICE"
    })
    @Operation(
            operationId = "tryBankProfile",
            summary = "Show row by row what a profile reads of a sample file",
            description =
                    "Moves nothing, looks no payment up and keeps nothing of the sample but its"
                            + " hash and figures. A sample has up to 1,000 rows.")
    @Succeeds(status = 201, meaning = "Tried; the answer shows whether every line was read")
    public RestResponse<TrialView> tryOut(
            InputStream body, @PathParam("profileId") UUID profileId) {
        String person = caller.subject();
        try (ReceivedUpload upload = uploads.receive(body, headers, null)) {
            return RestResponse.status(
                    RestResponse.Status.CREATED,
                    TrialView.of(tryProfile.handle(profileId, upload, person)));
        }
    }

    @POST
    @Path("/confirmation")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "PROFILE_FIRST_DAY_TAKEN",
        "PROFILE_HASH_DIFFERS",
        "PROFILE_NOT_TRIED",
        "PROFILE_NOT_WAITING",
        "PROFILE_SAME_PERSON"
    })
    @Operation(
            operationId = "confirmBankProfile",
            summary = "Confirm a profile by its hash",
            description =
                    "Needs an Idempotency-Key, a trial that read every line of its sample, and"
                            + " another person than the one who entered it.")
    @Succeeds(status = 200, meaning = "It reads the files of its bank from its first day")
    public ProfileView confirm(
            @PathParam("profileId") UUID profileId, @NotNull @Valid ConfirmationRequest request) {
        String approver = caller.subject();
        return ProfileView.of(decideProfile.confirm(profileId, request.sha256(), approver));
    }

    @POST
    @Path("/refusal")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "PROFILE_NOT_WAITING",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "refuseBankProfile",
            summary = "Refuse or take back a profile that was not confirmed",
            description = "Needs an Idempotency-Key and a reason.")
    @Succeeds(status = 200, meaning = "Refused; another version can be entered")
    public ProfileView refuse(
            @PathParam("profileId") UUID profileId, @NotNull @Valid ReasonRequest request) {
        String person = caller.subject();
        return ProfileView.of(
                decideProfile.refuse(profileId, new Reason(request.reason()), person));
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "PROFILE_NOT_IN_USE",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "withdrawBankProfile",
            summary = "Take a confirmed profile out of use at once",
            description =
                    "Needs an Idempotency-Key and a reason. One person is enough, because less is"
                            + " read then. The version before it reads again, if there is one.")
    @Succeeds(status = 200, meaning = "Nothing is read with it any more")
    public ProfileView withdraw(
            @PathParam("profileId") UUID profileId, @NotNull @Valid ReasonRequest request) {
        String person = caller.subject();
        return ProfileView.of(
                decideProfile.withdraw(profileId, new Reason(request.reason()), person));
    }
}
