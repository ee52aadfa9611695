package id.pkh.registry.support;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Users of the registry who work in the district of the tests, and their lists. */
public final class Api {

    private Api() {}

    public static Caller inTheDistrict(String role) {
        return Caller.as(role, "17.71.08");
    }

    public static Caller administrator() {
        return inTheDistrict(Roles.DATA_ADMINISTRATOR);
    }

    public static ValidatableResponse importing(String kind, Rows rows) {
        return importing(administrator(), kind, rows.text());
    }

    /** Sends a list; where it has active families, an officer has permitted it as a roster. */
    public static ValidatableResponse importing(Caller caller, String kind, String text) {
        if (kind.equals("families") && text.toUpperCase(Locale.ROOT).contains("AKTIF")) {
            InitialRosterFiles.permit(text.getBytes(StandardCharsets.UTF_8));
        }
        return sending(caller, kind, text);
    }

    /** Sends a list that nobody has permitted. */
    public static ValidatableResponse sending(Caller caller, String kind, String text) {
        return caller.send(
                "/imports/" + kind,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("filename", kind + ".csv"));
    }
}
