package id.pkh.verification.policy;

import id.pkh.platform.security.Roles;
import id.pkh.verification.Database;
import id.pkh.verification.policy.PolicyView.CommitmentView;
import id.pkh.verification.policy.PolicyView.CommitmentsView;
import id.pkh.verification.policy.PolicyView.ExemptionReasonView;
import id.pkh.verification.policy.PolicyView.LadderView;
import id.pkh.verification.policy.PolicyView.RungView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules as data. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Policies",
        description = "Ladders, commitments and reasons of exemption, with their legal basis")
public class PolicyResource {

    private final Database database;

    PolicyResource(Database database) {
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.FACILITATOR,
        Roles.COORDINATOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.EXTERNAL_SYSTEM
    })
    @Operation(summary = "Every policy there is")
    public PolicyView all() {
        return new PolicyView(ladders(), commitments(), exemptionReasons());
    }

    private List<LadderView> ladders() {
        return database.query(
                "SELECT * FROM ladder_policy ORDER BY valid_from",
                row ->
                        new LadderView(
                                row.getString("policy_code"),
                                Database.date(row, "valid_from"),
                                row.getString("legal_basis"),
                                row.getInt("appeal_window_days"),
                                row.getString("appeal_legal_basis"),
                                rungs(row.getString("policy_code"))));
    }

    private List<RungView> rungs(String policyCode) {
        return database.query(
                "SELECT * FROM ladder_rung WHERE policy_code = ? ORDER BY cause, running",
                row ->
                        new RungView(
                                row.getString("cause"),
                                row.getInt("running"),
                                row.getString("step"),
                                row.getBoolean("is_protected"),
                                Database.texts(row, "notified")),
                policyCode);
    }

    private List<CommitmentsView> commitments() {
        return database.query(
                "SELECT * FROM commitment_policy ORDER BY valid_from",
                row ->
                        new CommitmentsView(
                                row.getString("policy_code"),
                                Database.date(row, "valid_from"),
                                row.getString("legal_basis"),
                                rules(row.getString("policy_code"))));
    }

    private List<CommitmentView> rules(String policyCode) {
        return database.query(
                "SELECT * FROM commitment_rule WHERE policy_code = ? ORDER BY component, age_from_months",
                row ->
                        new CommitmentView(
                                row.getString("component"),
                                row.getString("evidence"),
                                row.getObject("minimum_percent", Integer.class),
                                row.getObject("minimum_visits", Integer.class),
                                row.getInt("window_months"),
                                row.getInt("age_from_months"),
                                row.getObject("age_until_months", Integer.class),
                                row.getBoolean("counts_excused")),
                policyCode);
    }

    private List<ExemptionReasonView> exemptionReasons() {
        return database.query(
                "SELECT * FROM exemption_reason ORDER BY reason_code",
                row ->
                        new ExemptionReasonView(
                                row.getString("reason_code"),
                                Database.texts(row, "scope_kinds"),
                                row.getString("description")));
    }
}
