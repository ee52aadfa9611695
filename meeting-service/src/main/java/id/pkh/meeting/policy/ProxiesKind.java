package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether proxies count: {@code proxy_policy}. */
@ApplicationScoped
class ProxiesKind implements PolicyKind<ProxiesDocument> {

    static final String NAME = "ATTENDANCE_PROXIES";

    private final Database database;

    ProxiesKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ProxiesDocument> documentType() {
        return ProxiesDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM proxy_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** Both answers are possible. */
    @Override
    public void check(ProxiesDocument document) {
        // one field cannot contradict itself
    }

    @Override
    public void add(ProxiesDocument document) {
        database.update(
                "INSERT INTO proxy_policy (policy_code, valid_from, counts_as_present, legal_basis)"
                        + " VALUES (:code, :from, :counts, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("counts", document.countsAsPresent())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(ProxiesDocument document) {
        database.update(
                "DELETE FROM proxy_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
