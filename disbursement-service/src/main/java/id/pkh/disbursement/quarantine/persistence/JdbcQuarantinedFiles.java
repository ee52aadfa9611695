package id.pkh.disbursement.quarantine.persistence;

import id.pkh.disbursement.bankkey.domain.SignatureResult;
import id.pkh.disbursement.quarantine.QuarantinedFiles;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcQuarantinedFiles implements QuarantinedFiles {

    private static final String ADD =
            """
            INSERT INTO quarantined_file (file_id, bank, sha256, bytes, filename, channel, received_by, received_at,
                                          signature_result, key_id, signature, exception_id)
            VALUES (:id, :bank, :sha256, :bytes, :filename, :channel, :by, :at, :result, :key, :signature, :exception)
            """;

    private static final String SELECT =
            """
            SELECT q.*, r.report_id AS accepted_as FROM quarantined_file q
              LEFT JOIN bank_report r ON r.bank = q.bank AND r.sha256 = q.sha256 AND r.status <> 'REJECTED'
             WHERE\s""";

    private static final String UNSETTLED =
            """
            SELECT count(*) FROM quarantined_file q JOIN bank_exception e USING (exception_id) WHERE e.state <> 'RESOLVED'
            """;

    private final Database database;
    private final AdvisoryLocks locks;

    JdbcQuarantinedFiles(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public void lock(String bank, String sha256) {
        locks.take("disbursement.quarantined-file:" + bank + ":" + sha256);
    }

    @Override
    public Optional<UUID> known(String bank, String sha256, SignatureResult signature) {
        return database.query(
                "SELECT file_id FROM quarantined_file"
                        + " WHERE bank = :bank AND sha256 = :sha256 AND signature_result = :result",
                q ->
                        q.bind("bank", bank)
                                .bind("sha256", sha256)
                                .bind("result", signature.name())
                                .mapTo(UUID.class)
                                .findOne());
    }

    @Override
    public void add(QuarantinedFile file, byte[] signature) {
        database.update(
                ADD,
                u ->
                        u.bind("id", file.fileId())
                                .bind("bank", file.bank())
                                .bind("sha256", file.sha256())
                                .bind("bytes", file.bytes())
                                .bind("filename", file.filename())
                                .bind("channel", file.channel())
                                .bind("by", file.receivedBy())
                                .bind("at", file.receivedAt())
                                .bind("result", file.signature().name())
                                .bind("key", file.keyId())
                                .bind("signature", signature)
                                .bind("exception", file.exceptionId()));
    }

    @Override
    public List<QuarantinedFile> page(String bank, UUID before, int limit) {
        Conditions where =
                new Conditions().andIfGiven("q.bank = ?", bank).andIfGiven("q.file_id < ?", before);
        return database.query(
                SELECT + where.sql() + " ORDER BY q.file_id DESC LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map((row, context) -> file(row))
                                .list());
    }

    @Override
    public long countUnsettled() {
        return database.query(UNSETTLED, q -> q.mapTo(Long.class).one());
    }

    private static QuarantinedFile file(ResultSet row) throws SQLException {
        return new QuarantinedFile(
                row.getObject("file_id", UUID.class),
                row.getString("bank"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("filename"),
                row.getString("channel"),
                row.getString("received_by"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                SignatureResult.valueOf(row.getString("signature_result")),
                row.getObject("key_id", UUID.class),
                row.getObject("exception_id", UUID.class),
                row.getObject("accepted_as", UUID.class));
    }
}
