package id.pkh.registry.support;

import id.pkh.testsupport.rest.Caller;
import io.quarkus.arc.Arc;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Permits files as initial rosters of the district of the tests. An area is brought in once, so the
 * rosters of earlier tests are forgotten first.
 */
public final class InitialRosterFiles {

    public static final String DISTRICT = "17.71.08";
    public static final String OFFICER = "officer-of-rosters";

    private InitialRosterFiles() {}

    public static void permit(byte[] file) {
        forgetAll();
        Caller.officer(OFFICER)
                .post("/initial-rosters", Map.of("area", DISTRICT, "sha256", sha256(file)))
                .statusCode(201);
    }

    public static void forgetAll() {
        Arc.container().instance(RegistryTables.class).get().execute("DELETE FROM initial_roster");
    }

    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
