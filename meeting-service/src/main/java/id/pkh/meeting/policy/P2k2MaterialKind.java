package id.pkh.meeting.policy;

import id.pkh.meeting.p2k2.domain.Course;
import id.pkh.meeting.policy.P2k2MaterialDocument.ModuleEntry;
import id.pkh.meeting.policy.P2k2MaterialDocument.SessionEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The modules and sessions of P2K2: {@code p2k2_session}. */
@ApplicationScoped
class P2k2MaterialKind implements PolicyKind<P2k2MaterialDocument> {

    static final String NAME = "P2K2_MATERIAL";

    private final Database database;

    P2k2MaterialKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<P2k2MaterialDocument> documentType() {
        return P2k2MaterialDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT DISTINCT policy_code, valid_from, NULL::date AS valid_until FROM p2k2_session",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** A module or a session is named once, and there is something that every group learns. */
    @Override
    public void check(P2k2MaterialDocument document) {
        PolicyRows.requireDistinct(document.modules(), ModuleEntry::module);
        PolicyRows.requireDistinct(
                document.modules().stream().flatMap(module -> module.sessions().stream()).toList(),
                SessionEntry::sessionCode);
        PolicyRows.require(
                document.modules().stream().anyMatch(module -> module.course() == Course.REGULAR),
                "course " + Course.REGULAR);
    }

    /** A session at its place in the whole material and in its module. */
    private record Row(int position, int number, ModuleEntry module, SessionEntry session) {}

    @Override
    public void add(P2k2MaterialDocument document) {
        List<Row> rows = new ArrayList<>();
        for (ModuleEntry module : document.modules()) {
            for (int i = 0; i < module.sessions().size(); i++) {
                rows.add(new Row(rows.size() + 1, i + 1, module, module.sessions().get(i)));
            }
        }
        database.batch(
                "INSERT INTO p2k2_session (policy_code, valid_from, position, code, title, module, module_title,"
                        + " course, number, legal_basis) VALUES (:policy, :from, :position, :code, :title,"
                        + " :module, :moduleTitle, :course, :number, :basis)",
                rows,
                (batch, row) ->
                        batch.bind("policy", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("position", row.position())
                                .bind("code", row.session().sessionCode())
                                .bind("title", row.session().title())
                                .bind("module", row.module().module())
                                .bind("moduleTitle", row.module().title())
                                .bind("course", row.module().course().name())
                                .bind("number", row.number())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(P2k2MaterialDocument document) {
        database.update(
                "DELETE FROM p2k2_session WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
