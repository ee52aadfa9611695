package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.profile.EnterProfile;
import id.pkh.disbursement.profile.Profiles;
import id.pkh.disbursement.profile.rest.ProfileRequests.EntryRequest;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/bank-profiles")
@Tag(name = "Banks")
public class ProfileListResource {

    private final Profiles profiles;
    private final EnterProfile enterProfile;
    private final NationalCaller caller;

    ProfileListResource(Profiles profiles, EnterProfile enterProfile, NationalCaller caller) {
        this.profiles = profiles;
        this.enterProfile = enterProfile;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Operation(
            operationId = "listBankProfiles",
            summary = "How the files of banks are read, in the order of entry",
            description = "Also those that were refused or taken out of use.")
    public Page<ProfileView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank, @BeanParam PageParams page) {
        return Page.of(
                profiles.page(
                        bank,
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit()),
                page.limit(),
                profile -> new Object[] {profile.profileId()},
                ProfileView::of);
    }

    @GET
    @Path("/{profileId}")
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Operation(operationId = "getBankProfile", summary = "One version of a profile")
    public ProfileView one(@PathParam("profileId") UUID profileId) {
        return ProfileView.of(
                profiles.byId(profileId).orElseThrow(() -> Refused.because("NOT_FOUND")));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_CODE_UNKNOWN",
        "PROFILE_FIRST_DAY_PASSED",
        "PROFILE_INCOMPLETE"
    })
    @Operation(
            operationId = "enterBankProfile",
            summary = "Enter how the CSV or XLSX files of a bank are read",
            description =
                    "Needs an Idempotency-Key. Nothing is read with it until a sample was tried and"
                            + " another person has confirmed it.")
    @Succeeds(status = 201, meaning = "Entered; try a sample, then an approver confirms it")
    public RestResponse<ProfileView> enter(@NotNull @Valid EntryRequest request) {
        String officer = caller.subject();
        return RestResponse.status(
                RestResponse.Status.CREATED,
                ProfileView.of(
                        enterProfile.handle(
                                request.bank(),
                                request.validFrom(),
                                request.content().content(),
                                officer)));
    }
}
