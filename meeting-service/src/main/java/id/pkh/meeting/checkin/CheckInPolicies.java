package id.pkh.meeting.checkin;

import id.pkh.meeting.checkin.domain.CheckInPolicy;
import id.pkh.meeting.checkin.domain.CodeSteps;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The versions of the policy in the database. */
@ApplicationScoped
class CheckInPolicies {

    private final Database database;

    CheckInPolicies(Database database) {
        this.database = database;
    }

    private record Row(
            String policyCode,
            LocalDate validFrom,
            int openMinutes,
            int stepSeconds,
            int stepsBack) {

        CheckInPolicy policy() {
            return new CheckInPolicy(
                    policyCode, validFrom, openMinutes, new CodeSteps(stepSeconds, stepsBack));
        }
    }

    CheckInPolicy on(LocalDate day) {
        return CheckInPolicy.on(
                database
                        .query(
                                "SELECT policy_code, valid_from, open_minutes, step_seconds, steps_back"
                                        + " FROM check_in_policy",
                                q -> q.map(database.rowsAs(Row.class)).list())
                        .stream()
                        .map(Row::policy)
                        .toList(),
                day);
    }
}
