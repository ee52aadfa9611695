package id.pkh.disbursement.profile.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.disbursement.profile.Profiles;
import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.domain.BankProfile.Act;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import id.pkh.disbursement.profile.domain.ProfileStatus;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The content of a profile is JSON: it is read as a whole or not at all. */
@ApplicationScoped
class JdbcProfiles implements Profiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADD =
            """
            INSERT INTO bank_profile (profile_id, bank, format, valid_from, content, sha256, status, entered_by, entered_at)
            SELECT :id, :bank, :format, :from, c.content::json, encode(sha256(convert_to(c.content, 'UTF8')), 'hex'),
                   'ENTERED', :by, :at
              FROM (SELECT :content::text AS content) c
            """;

    private static final String ADD_TRIAL =
            """
            INSERT INTO bank_profile_trial (trial_id, profile_id, sha256, lines, unreadable, totals_agree, tried_by, tried_at)
            VALUES (:id, :profile, :sha256, :lines, :unreadable, :agree, :by, :at)
            """;

    /** While it waits, the latest trial that read its whole sample; then the one that counted. */
    private static final String SELECT =
            """
            SELECT p.profile_id, p.bank, p.valid_from, p.content::text AS content, p.sha256, p.status, p.entered_by, p.entered_at,
                   coalesce(p.trial_id, (SELECT t.trial_id FROM bank_profile_trial t
                                          WHERE t.profile_id = p.profile_id AND t.all_read
                                          ORDER BY t.tried_at DESC, t.trial_id DESC LIMIT 1)) AS trial_id,
                   p.decided_by, p.decided_at, p.refusal_reason, p.withdrawn_by, p.withdrawn_at, p.withdrawal_reason
              FROM bank_profile p WHERE\s
            """;

    private static final String IN_USE =
            "p.bank = :bank AND p.format = :format AND p.status = 'CONFIRMED' AND p.valid_from <= :day"
                    + " ORDER BY p.valid_from DESC LIMIT 1";

    private static final String DECIDE =
            """
            UPDATE bank_profile SET status = :status, trial_id = :trial, decided_by = :by, decided_at = :at, refusal_reason = :reason
             WHERE profile_id = :id
            """;

    private static final String WITHDRAW =
            """
            UPDATE bank_profile SET status = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, withdrawal_reason = :reason
             WHERE profile_id = :id
            """;

    private final Database database;

    JdbcProfiles(Database database) {
        this.database = database;
    }

    @Override
    public void add(BankProfile profile) {
        String content = write(profile.content());
        database.update(
                ADD,
                u ->
                        u.bind("id", profile.profileId())
                                .bind("bank", profile.bank())
                                .bind("format", profile.content().format().name())
                                .bind("from", profile.validFrom())
                                .bind("content", content)
                                .bind("by", profile.enteredBy())
                                .bind("at", profile.enteredAt()));
    }

    @Override
    public void add(Trial trial) {
        database.update(
                ADD_TRIAL,
                u ->
                        u.bind("id", trial.trialId())
                                .bind("profile", trial.profileId())
                                .bind("sha256", trial.sha256())
                                .bind("lines", trial.lines())
                                .bind("unreadable", trial.unreadable())
                                .bind("agree", trial.totalsAgree())
                                .bind("by", trial.by())
                                .bind("at", trial.at()));
    }

    @Override
    public Optional<BankProfile> byId(UUID profileId) {
        return one("p.profile_id = :id", profileId);
    }

    @Override
    public Optional<BankProfile> lock(UUID profileId) {
        return one("p.profile_id = :id FOR UPDATE OF p", profileId);
    }

    private Optional<BankProfile> one(String condition, UUID profileId) {
        return database.query(
                SELECT + condition,
                q -> q.bind("id", profileId).map((row, context) -> profile(row)).findOne());
    }

    @Override
    public Optional<BankProfile> inUse(String bank, ProfileFormat format, LocalDate day) {
        return database.query(
                SELECT + IN_USE,
                q ->
                        q.bind("bank", bank)
                                .bind("format", format.name())
                                .bind("day", day)
                                .map((row, context) -> profile(row))
                                .findOne());
    }

    @Override
    public boolean isTaken(String bank, ProfileFormat format, LocalDate firstDay) {
        return database.query(
                "SELECT EXISTS (SELECT FROM bank_profile WHERE bank = :bank AND format = :format"
                        + " AND valid_from = :day AND status = 'CONFIRMED')",
                q ->
                        q.bind("bank", bank)
                                .bind("format", format.name())
                                .bind("day", firstDay)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public void confirm(UUID profileId, UUID trialId, String by, Instant at) {
        decide(profileId, ProfileStatus.CONFIRMED, trialId, by, at, null);
    }

    @Override
    public void refuse(UUID profileId, String reason, String by, Instant at) {
        decide(profileId, ProfileStatus.REFUSED, null, by, at, reason);
    }

    private void decide(
            UUID profileId,
            ProfileStatus status,
            UUID trialId,
            String by,
            Instant at,
            String reason) {
        database.update(
                DECIDE,
                u ->
                        u.bind("id", profileId)
                                .bind("status", status.name())
                                .bind("trial", trialId)
                                .bind("by", by)
                                .bind("at", at)
                                .bind("reason", reason));
    }

    @Override
    public void withdraw(UUID profileId, String reason, String by, Instant at) {
        database.update(
                WITHDRAW,
                u -> u.bind("id", profileId).bind("by", by).bind("at", at).bind("reason", reason));
    }

    @Override
    public List<BankProfile> page(String bank, UUID after, int limit) {
        Conditions where =
                new Conditions()
                        .and("TRUE")
                        .andIfGiven("p.bank = ?", bank)
                        .andIfGiven("p.profile_id > ?", after);
        return database.query(
                SELECT + where.sql() + " ORDER BY p.profile_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map((row, context) -> profile(row))
                                .list());
    }

    private static BankProfile profile(ResultSet row) throws SQLException {
        return new BankProfile(
                row.getObject("profile_id", UUID.class),
                row.getString("bank"),
                row.getObject("valid_from", LocalDate.class),
                read(row.getString("content")),
                row.getString("sha256"),
                ProfileStatus.valueOf(row.getString("status")),
                row.getString("entered_by"),
                instant(row, "entered_at"),
                row.getObject("trial_id", UUID.class),
                act(row, "decided_by", "decided_at", "refusal_reason"),
                act(row, "withdrawn_by", "withdrawn_at", "withdrawal_reason"));
    }

    private static Act act(ResultSet row, String by, String at, String reason) throws SQLException {
        return row.getString(by) == null
                ? null
                : new Act(row.getString(by), instant(row, at), row.getString(reason));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String write(ProfileContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a profile cannot be written", never);
        }
    }

    private static ProfileContent read(String content) {
        try {
            return JSON.readValue(content, ProfileContent.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a profile cannot be read", broken);
        }
    }
}
