package id.pkh.verification.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a decision on the keys of a row back. It does not apply to later forms any more, and the
 * lines that counted by it are taken away, each in the name of its sender. Lines that the sender
 * stated otherwise stay.
 */
@ApplicationScoped
public class WithdrawPupilMatch {

    public record Command(UUID rowId, String reason, String by, AreaScope areas) {}

    private final PupilRows rows;
    private final Forms forms;
    private final AddForm addForm;
    private final Clock clock;

    WithdrawPupilMatch(PupilRows rows, Forms forms, AddForm addForm, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.addForm = addForm;
        this.clock = clock;
    }

    @Transactional
    public void handle(Command command) {
        PupilRows.Waiting row = PupilAccess.visible(rows, command.rowId(), command.areas());
        Map<VerificationPeriod, Set<UUID>> byQuarter = lockedForms(row);
        PupilRows.Match match =
                rows.matchOf(row.rowId())
                        .filter(found -> found.withdrawnAt() == null)
                        .orElseThrow(() -> Refused.because("PUPIL_MATCH_ENDED"));
        if (row.sentBy().equals(command.by())) {
            throw Refused.because("SETTLED_BY_SENDER");
        }
        boolean isOfCaller =
                row.sides().stream()
                        .filter(
                                side ->
                                        match.memberId() == null
                                                || side.memberId().equals(match.memberId()))
                        .anyMatch(side -> command.areas().covers(side.villageCode()));
        if (!isOfCaller) {
            throw Refused.because("PUPIL_NOT_A_CANDIDATE");
        }
        rows.withdraw(row.rowId(), command.reason(), command.by(), clock.instant());
        if (match.memberId() != null) {
            byQuarter.forEach((quarter, ids) -> takeAway(match, quarter, ids));
        }
    }

    private Map<VerificationPeriod, Set<UUID>> lockedForms(PupilRows.Waiting row) {
        new TreeSet<>(rows.formsOf(row.rowId()).values())
                .forEach(quarter -> forms.lock(FormKind.SCHOOL, row.pointCode(), quarter));
        rows.lock(row.pointCode());
        Map<VerificationPeriod, Set<UUID>> byQuarter = new TreeMap<>();
        rows.formsOf(row.rowId())
                .forEach(
                        (formId, quarter) ->
                                byQuarter
                                        .computeIfAbsent(quarter, any -> new TreeSet<>())
                                        .add(formId));
        return byQuarter;
    }

    private void takeAway(PupilRows.Match match, VerificationPeriod quarter, Set<UUID> formIds) {
        Map<String, Set<YearMonth>> bySender =
                forms
                        .lines(
                                FormKind.SCHOOL,
                                match.pointCode(),
                                quarter,
                                List.of(match.memberId()))
                        .stream()
                        .filter(line -> formIds.contains(line.formId()))
                        .collect(
                                Collectors.groupingBy(
                                        EvidenceLine::sentBy,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                EvidenceLine::month, Collectors.toSet())));
        forms.pupils(match.pointCode(), quarter).stream()
                .filter(pupil -> pupil.memberId().equals(match.memberId()))
                .findFirst()
                .ifPresent(
                        person ->
                                bySender.forEach(
                                        (sender, months) ->
                                                remove(match, quarter, person, sender, months)));
    }

    private void remove(
            PupilRows.Match match,
            VerificationPeriod quarter,
            Forms.Person person,
            String sender,
            Set<YearMonth> months) {
        int latest = forms.latestRevision(FormKind.SCHOOL, match.pointCode(), quarter);
        addForm.keep(
                new Forms.Received(
                        UuidCreator.getTimeOrderedEpoch(),
                        FormKind.SCHOOL,
                        match.pointCode(),
                        quarter,
                        latest + 1,
                        match.rowId().toString(),
                        "PUPIL_MATCH_WITHDRAWN",
                        sender,
                        clock.instant(),
                        AreaScope.only(person.villageCode())),
                new FormPeople.Found(
                        List.of(new Forms.Entry(person, null, new TreeMap<>(), months)),
                        List.of()));
    }
}
