package id.pkh.disbursement.support;

import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.Days;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** The acts of people on profiles of banks. */
public final class ProfileApi {

    public static final String CLERK = "profile-clerk-1";
    public static final String APPROVER = "profile-approver-1";

    private ProfileApi() {}

    /** Enters a profile that two people agree on, from today on. Returns its id. */
    public static String inUse(String bank, ProfileContent content, byte[] sample) {
        String profile = enter(bank, content, today()).statusCode(201).extract().path("profile_id");
        tryOut(Caller.officer(CLERK), profile, sample).statusCode(201);
        confirm(APPROVER, profile, hashOf(profile)).statusCode(200);
        return profile;
    }

    public static ValidatableResponse enter(String bank, ProfileContent content, String from) {
        return enter(bank, SampleProfile.json(content), from);
    }

    public static ValidatableResponse enter(String bank, String content, String from) {
        return Caller.officer(CLERK)
                .withNewKey()
                .post(
                        "/bank-profiles",
                        "{\"bank\":\"%s\",\"valid_from\":\"%s\",\"content\":%s}"
                                .formatted(bank, from, content));
    }

    public static ValidatableResponse tryOut(Caller person, String profile, byte[] sample) {
        return person.send(of(profile, "trials"), sample);
    }

    public static ValidatableResponse confirm(String person, String profile, String sha256) {
        return Caller.approver(person)
                .withNewKey()
                .post(of(profile, "confirmation"), Map.of("sha256", sha256));
    }

    public static ValidatableResponse refuse(Caller person, String profile, String reason) {
        return person.withNewKey().post(of(profile, "refusal"), Map.of("reason", reason));
    }

    public static ValidatableResponse withdraw(Caller person, String profile, String reason) {
        return person.withNewKey().post(of(profile, "withdrawal"), Map.of("reason", reason));
    }

    public static String hashOf(String profile) {
        return Caller.auditor().read("/bank-profiles/" + profile).getString("sha256");
    }

    public static String today() {
        return Days.today().toString();
    }

    private static String of(String profile, String act) {
        return "/bank-profiles/" + profile + "/" + act;
    }
}
