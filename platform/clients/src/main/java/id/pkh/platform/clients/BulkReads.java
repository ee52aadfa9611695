package id.pkh.platform.clients;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Admits reads about many families at once, by systems that have the scope for them. */
@ApplicationScoped
@Unremovable
public class BulkReads {

    private static final int MAX_PURPOSE_CHARS = 200;

    private final ActivityLog log;
    private final ClientLimits limits;
    private final LoggedRequest request;
    private final Caller caller;
    private final Clock clock;

    BulkReads(
            ActivityLog log,
            ClientLimits limits,
            LoggedRequest request,
            Caller caller,
            Clock clock) {
        this.log = log;
        this.limits = limits;
        this.request = request;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a read is about.
     *
     * @param operation as the API description names it
     * @param scope that the token needs
     * @param purpose as the caller stated it
     * @param askedBy by what families are asked for
     * @param areaCode the area that was asked for; null for all of the caller's areas
     */
    public record Asked(
            String operation, String scope, String purpose, AskedBy askedBy, String areaCode) {}

    /** By what families are asked for. */
    public enum AskedBy {
        AREA,
        IDS,
        FAMILY
    }

    /** Refuses a caller without the scope, without a purpose, or without pages left. */
    public BulkRead admit(Asked asked) {
        requireScope(asked.scope());
        String purpose = purposeOf(asked.purpose());
        limits.requirePagesLeft(caller.subject());
        ActivityEntry each =
                new ActivityEntry(
                        caller.subject(),
                        asked.operation(),
                        purpose,
                        AreaScope.requested(asked.areaCode()),
                        asked.askedBy().name(),
                        null,
                        0,
                        0,
                        null,
                        null);
        return new BulkRead(log, each, clock, request::done);
    }

    /** Refuses a token that has not the scope. */
    public void requireScope(String scope) {
        if (!caller.hasScope(scope)) {
            throw Refused.because("CLIENT_SCOPE_MISSING").with("scope", scope);
        }
    }

    private static String purposeOf(String stated) {
        if (stated == null || stated.isBlank() || stated.length() > MAX_PURPOSE_CHARS) {
            throw Refused.because("PURPOSE_MISSING").with("max_chars", MAX_PURPOSE_CHARS);
        }
        FreeTextRule.require("purpose", stated);
        return stated.strip();
    }
}
