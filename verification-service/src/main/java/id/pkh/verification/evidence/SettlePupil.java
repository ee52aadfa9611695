package id.pkh.verification.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.retention.FactRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A person who did not send it decides whom a row of a school form is about, or that it is about
 * nobody in the programme. What every open row with these keys states then counts, and the decision
 * applies to later forms of the school until it is taken back.
 */
@ApplicationScoped
public class SettlePupil {

    /**
     * @param memberId null when the keys are those of nobody in the programme
     */
    public record Command(UUID rowId, UUID memberId, String reason, String by, AreaScope areas) {}

    private final PupilRows rows;
    private final Forms forms;
    private final AddForm addForm;
    private final FactRetention retention;
    private final Clock clock;

    SettlePupil(
            PupilRows rows, Forms forms, AddForm addForm, FactRetention retention, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.addForm = addForm;
        this.retention = retention;
        this.clock = clock;
    }

    @Transactional
    public void handle(Command command) {
        PupilRows.Waiting asked = PupilAccess.visible(rows, command.rowId(), command.areas());
        List<PupilRows.Waiting> open = lockedOpen(asked);
        if (open.stream().noneMatch(row -> row.rowId().equals(asked.rowId()))) {
            throw Refused.because("PUPIL_ROW_ENDED");
        }
        if (open.stream().anyMatch(row -> row.sentBy().equals(command.by()))) {
            throw Refused.because("SETTLED_BY_SENDER");
        }
        requireCandidate(asked, command);
        rows.settle(
                new PupilRows.Match(
                        asked.rowId(),
                        asked.pointCode(),
                        asked.keys().nikToken(),
                        asked.keys().nisnToken(),
                        command.memberId(),
                        command.reason(),
                        command.by(),
                        clock.instant(),
                        null),
                open.stream().map(PupilRows.Waiting::rowId).toList());
        if (command.memberId() != null) {
            open.forEach(row -> apply(row, asked.rowId(), command.memberId()));
        }
    }

    /** In the order in which a form locks: its quarter first, then the keys of the school. */
    private List<PupilRows.Waiting> lockedOpen(PupilRows.Waiting asked) {
        rows.open(asked.pointCode(), asked.keys()).stream()
                .map(PupilRows.Waiting::quarter)
                .distinct()
                .sorted()
                .forEach(quarter -> forms.lock(FormKind.SCHOOL, asked.pointCode(), quarter));
        rows.lock(asked.pointCode());
        return rows.open(asked.pointCode(), asked.keys());
    }

    /**
     * Nobody decides against a pupil of other areas: for "nobody", all of them are the caller's.
     */
    private static void requireCandidate(PupilRows.Waiting row, Command command) {
        boolean isPossible =
                command.memberId() == null
                        ? row.sides().stream()
                                .allMatch(side -> command.areas().covers(side.villageCode()))
                        : row.sides().stream()
                                .filter(side -> side.memberId().equals(command.memberId()))
                                .anyMatch(side -> command.areas().covers(side.villageCode()));
        if (!isPossible) {
            throw Refused.because("PUPIL_NOT_A_CANDIDATE");
        }
    }

    private void apply(PupilRows.Waiting row, UUID matchId, UUID memberId) {
        retention.require(row.quarter());
        Forms.Person person =
                forms.pupils(row.pointCode(), row.quarter()).stream()
                        .filter(pupil -> pupil.memberId().equals(memberId))
                        .findFirst()
                        .orElseThrow(() -> Refused.because("PUPIL_NOT_A_CANDIDATE"));
        SortedMap<YearMonth, MonthEvidence> months = monthsWithoutLine(row, memberId);
        if (months.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Forms.Received received =
                new Forms.Received(
                        UuidCreator.getTimeOrderedEpoch(),
                        FormKind.SCHOOL,
                        row.pointCode(),
                        row.quarter(),
                        forms.latestRevision(FormKind.SCHOOL, row.pointCode(), row.quarter()) + 1,
                        row.sha256(),
                        null,
                        row.sentBy(),
                        now,
                        AreaScope.only(person.villageCode()));
        addForm.keep(
                received,
                new FormPeople.Found(
                        List.of(new Forms.Entry(person, null, months, Set.of())), List.of()));
        rows.count(List.of(matchId), received.formId());
    }

    /** What the sender stated about the pupil by other means meanwhile stays. */
    private SortedMap<YearMonth, MonthEvidence> monthsWithoutLine(
            PupilRows.Waiting row, UUID memberId) {
        SortedMap<YearMonth, MonthEvidence> months = new TreeMap<>(row.entries());
        forms.lines(FormKind.SCHOOL, row.pointCode(), row.quarter(), List.of(memberId)).stream()
                .filter(line -> line.sentBy().equals(row.sentBy()))
                .map(EvidenceLine::month)
                .forEach(months::remove);
        return months;
    }
}
