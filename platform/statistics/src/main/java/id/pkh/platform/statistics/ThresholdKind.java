package id.pkh.platform.statistics;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.platform.statistics.domain.ThresholdVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The threshold of a service's statistics: {@code statistics_threshold}. */
@ApplicationScoped
class ThresholdKind implements PolicyKind<ThresholdDocument> {

    private final Database database;

    ThresholdKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "STATISTICS_THRESHOLD";
    }

    @Override
    public Class<ThresholdDocument> documentType() {
        return ThresholdDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM statistics_threshold",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    List<ThresholdVersion> versions() {
        return database.query(
                "SELECT valid_from, threshold FROM statistics_threshold",
                q -> q.map(database.rowsAs(ThresholdVersion.class)).list());
    }

    /** The form states the smallest and the greatest threshold. */
    @Override
    public void check(ThresholdDocument document) {
        // a single number contradicts nothing
    }

    @Override
    public void add(ThresholdDocument document) {
        database.update(
                "INSERT INTO statistics_threshold (policy_code, valid_from, threshold, legal_basis)"
                        + " VALUES (:code, :from, :threshold, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("threshold", document.threshold())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(ThresholdDocument document) {
        database.update(
                "DELETE FROM statistics_threshold WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
