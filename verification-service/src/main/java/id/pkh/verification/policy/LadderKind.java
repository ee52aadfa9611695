package id.pkh.verification.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.platform.web.Refused;
import id.pkh.verification.policy.LadderDocument.RungEntry;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sanction ladder: {@code ladder_policy} and {@code ladder_rung}. */
@ApplicationScoped
class LadderKind implements PolicyKind<LadderDocument> {

    static final String NAME = "SANCTION_LADDER";

    /** A longer run would need facts that are no longer kept. */
    private static final int LONGEST_RUN = 12;

    private static final Set<String> NOTIFIED =
            Set.of("FACILITATOR", "COORDINATOR", "REGENCY_COORDINATOR");

    /** Failures of a facilitator, a school or a health service: no family loses money for them. */
    private static final Set<Cause> OF_OTHERS =
            EnumSet.of(Cause.MEETING_NOT_HELD, Cause.COMMITMENT_NOT_VERIFIED);

    private final Database database;

    LadderKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<LadderDocument> documentType() {
        return LadderDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM ladder_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(LadderDocument document) {
        PolicyRows.requireDistinct(document.rungs(), RungEntry::name);
        for (RungEntry rung : document.rungs()) {
            check(rung);
        }
        for (Cause cause : Cause.values()) {
            List<RungEntry> ofCause =
                    document.rungs().stream()
                            .filter(rung -> rung.cause() == cause)
                            .sorted(Comparator.comparingInt(RungEntry::running))
                            .toList();
            PolicyRows.require(!ofCause.isEmpty(), cause.name());
            requireAscent(ofCause);
        }
        document.ladder();
    }

    private static void check(RungEntry rung) {
        boolean isPossible =
                rung.running() >= 1
                        && rung.running() <= LONGEST_RUN
                        && !(rung.isProtected() && rung.step().isProposal())
                        && NOTIFIED.containsAll(rung.notified());
        PolicyRows.requirePossible(isPossible, rung.name());
        if (OF_OTHERS.contains(rung.cause()) && !rung.isProtected()) {
            throw Refused.because("LADDER_CHARGES_FAMILY").with("row", rung.name());
        }
    }

    /** Each rung is one period above the one below it, and never milder. */
    private static void requireAscent(List<RungEntry> rungs) {
        for (int i = 0; i < rungs.size(); i++) {
            RungEntry rung = rungs.get(i);
            boolean isMilder = i > 0 && rung.step().compareTo(rungs.get(i - 1).step()) < 0;
            if (rung.running() != i + 1 || isMilder) {
                throw Refused.because("LADDER_NOT_ASCENDING").with("row", rung.name());
            }
        }
    }

    @Override
    public void add(LadderDocument document) {
        database.update(
                "INSERT INTO ladder_policy (policy_code, valid_from, legal_basis, appeal_window_days,"
                        + " appeal_legal_basis) VALUES (:code, :from, :basis, :days, :appealBasis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("basis", document.legalBasis())
                                .bind("days", document.appealWindowDays())
                                .bind("appealBasis", document.appealLegalBasis()));
        database.batch(
                "INSERT INTO ladder_rung (policy_code, cause, running, step, is_protected, notified)"
                        + " VALUES (:code, :cause, :running, :step, :protected, :notified)",
                document.rungs(),
                (row, rung) ->
                        row.bind("code", document.policyCode())
                                .bind("cause", rung.cause().name())
                                .bind("running", rung.running())
                                .bind("step", rung.step().name())
                                .bind("protected", rung.isProtected())
                                .bind("notified", SqlArrays.texts(rung.notified())));
    }

    @Override
    public void remove(LadderDocument document) {
        for (String table : List.of("ladder_rung", "ladder_policy")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
