package id.pkh.meeting.policy;

import id.pkh.contracts.NotHeldReasons;
import id.pkh.meeting.meeting.domain.Attribution;
import id.pkh.meeting.policy.NotHeldReasonsDocument.ReasonEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The reasons why meetings are not held: {@code not_held_reason}. */
@ApplicationScoped
class NotHeldReasonsKind implements PolicyKind<NotHeldReasonsDocument> {

    static final String NAME = "NOT_HELD_REASONS";

    /** Closing a month gives these reasons by itself. */
    private static final List<String> OF_CLOSINGS =
            List.of(NotHeldReasons.NO_SHEET_RECEIVED, NotHeldReasons.NO_FACILITATOR_ASSIGNED);

    private final Database database;

    NotHeldReasonsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NotHeldReasonsDocument> documentType() {
        return NotHeldReasonsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT DISTINCT policy_code, valid_from, NULL::date AS valid_until FROM not_held_reason",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(NotHeldReasonsDocument document) {
        PolicyRows.requireDistinct(document.reasons(), ReasonEntry::code);
        List<String> codes = document.reasons().stream().map(ReasonEntry::code).toList();
        OF_CLOSINGS.forEach(code -> PolicyRows.require(codes.contains(code), code));
        document.reasons()
                .forEach(reason -> PolicyRows.requirePossible(isPossible(reason), reason.code()));
    }

    /** Where no facilitator is assigned, the failure cannot be a facilitator's. */
    private static boolean isPossible(ReasonEntry reason) {
        return reason.attribution() == Attribution.NOBODY
                || !reason.code().equals(NotHeldReasons.NO_FACILITATOR_ASSIGNED);
    }

    @Override
    public void add(NotHeldReasonsDocument document) {
        database.batch(
                "INSERT INTO not_held_reason (policy_code, code, valid_from, attribution, legal_basis)"
                        + " VALUES (:policy, :code, :from, :attribution, :basis)",
                document.reasons(),
                (row, reason) ->
                        row.bind("policy", document.policyCode())
                                .bind("code", reason.code())
                                .bind("from", document.validFrom())
                                .bind("attribution", reason.attribution().name())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(NotHeldReasonsDocument document) {
        database.update(
                "DELETE FROM not_held_reason WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
