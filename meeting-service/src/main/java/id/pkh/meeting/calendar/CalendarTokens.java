package id.pkh.meeting.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.Sha256;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The addresses at which facilitators subscribe to their calendar. A calendar program cannot sign
 * in, so the address is the secret. It is shown once; here is only its hash, which needs no salt
 * because the secret is random.
 */
@ApplicationScoped
class CalendarTokens {

    private static final int SECRET_BYTES = 32;
    private static final int MAX_TOKENS = 5;

    private static final String OF_FACILITATOR =
            "SELECT id AS calendar_token_id, label, created_at, expires_at FROM calendar_token"
                    + " WHERE facilitator_id = :facilitator AND withdrawn_at IS NULL AND expires_at > :now"
                    + " ORDER BY id";

    private final Database database;
    private final AdvisoryLocks locks;
    private final ResponsibleFacilitators facilitators;
    private final MeetingConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarTokens(
            Database database,
            AdvisoryLocks locks,
            ResponsibleFacilitators facilitators,
            MeetingConfig config,
            Clock clock) {
        this.database = database;
        this.locks = locks;
        this.facilitators = facilitators;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    NewCalendarTokenView create(String label, String subject) {
        UUID facilitator = requireFacilitator(subject);
        locks.take("calendar-tokens:" + facilitator);
        Instant now = clock.instant();
        if (list(facilitator, now).size() >= MAX_TOKENS) {
            throw Refused.because("CALENDAR_TOKENS_TOO_MANY").with("max_tokens", MAX_TOKENS);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant expires =
                now.atZone(BusinessDates.ZONE).plus(config.calendar().tokenLifetime()).toInstant();
        database.update(
                "INSERT INTO calendar_token (id, facilitator_id, token_sha256, label, created_at, created_by,"
                        + " expires_at) VALUES (:id, :facilitator, :hash, :label, :now, :by, :expires)",
                u ->
                        u.bind("id", id)
                                .bind("facilitator", facilitator)
                                .bind("hash", Sha256.of(token))
                                .bind("label", label.strip())
                                .bind("now", now)
                                .bind("by", subject)
                                .bind("expires", expires));
        return new NewCalendarTokenView(id, "/api/v1/calendar/" + token + ".ics", expires);
    }

    /** Those that work; empty for a caller who is no facilitator. */
    List<CalendarTokenView> own(String subject) {
        return facilitators
                .knownAs(subject)
                .map(facilitator -> list(facilitator, clock.instant()))
                .orElse(List.of());
    }

    private List<CalendarTokenView> list(UUID facilitator, Instant now) {
        return database.query(
                OF_FACILITATOR,
                q ->
                        q.bind("facilitator", facilitator)
                                .bind("now", now)
                                .map(database.rowsAs(CalendarTokenView.class))
                                .list());
    }

    /** Again changes nothing; a token of another person is not found. */
    @Transactional
    void withdraw(UUID id, String subject) {
        UUID facilitator =
                facilitators.knownAs(subject).orElseThrow(() -> Refused.because("NOT_FOUND"));
        int found =
                database.update(
                        "UPDATE calendar_token SET withdrawn_at = coalesce(withdrawn_at, :now),"
                                + " withdrawn_by = coalesce(withdrawn_by, :by)"
                                + " WHERE id = :id AND facilitator_id = :facilitator",
                        u ->
                                u.bind("id", id)
                                        .bind("facilitator", facilitator)
                                        .bind("now", clock.instant())
                                        .bind("by", subject));
        if (found == 0) {
            throw Refused.because("NOT_FOUND");
        }
    }

    /**
     * Whose calendar it is. A token that is unknown, expired or withdrawn, and one of a facilitator
     * who answers for no village any more, are the same: there is no such calendar.
     */
    UUID requireOwner(String token) {
        Instant now = clock.instant();
        Optional<UUID> owner =
                database.query(
                        "SELECT facilitator_id FROM calendar_token WHERE token_sha256 = :hash"
                                + " AND withdrawn_at IS NULL AND expires_at > :now",
                        q ->
                                q.bind("hash", Sha256.of(token))
                                        .bind("now", now)
                                        .mapTo(UUID.class)
                                        .findOne());
        return owner.filter(id -> facilitators.isAssignedFrom(id, BusinessDates.on(now)))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private UUID requireFacilitator(String subject) {
        return facilitators
                .knownAs(subject)
                .filter(id -> facilitators.isAssignedFrom(id, BusinessDates.today(clock)))
                .orElseThrow(() -> Refused.because("FACILITATOR_UNKNOWN"));
    }
}
