package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.Attribution;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The permitted reasons why a meeting was not held, according to the rules of that month. */
@ApplicationScoped
public class NotHeldReasons {

    /** A reason, its attribution, and its legal basis. */
    @Schema(name = "NotHeldReason")
    public record Reason(
            String code, Attribution attribution, LocalDate validFrom, String legalBasis) {}

    private final Database database;

    NotHeldReasons(Database database) {
        this.database = database;
    }

    public List<Reason> in(YearMonth month) {
        return database.query(
                "SELECT code, attribution, valid_from, legal_basis FROM not_held_reason WHERE valid_from ="
                        + " (SELECT max(valid_from) FROM not_held_reason WHERE valid_from <= :month)"
                        + " ORDER BY code",
                q -> q.bind("month", month).map(database.rowsAs(Reason.class)).list());
    }

    public Reason require(String code, YearMonth month) {
        List<Reason> known = in(month);
        return known.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.because("NOT_HELD_REASON_UNKNOWN")
                                        .with("reason", code)
                                        .with(
                                                "known",
                                                String.join(
                                                        ", ",
                                                        known.stream()
                                                                .map(Reason::code)
                                                                .toList())));
    }
}
