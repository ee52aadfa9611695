package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.WithdrawalsApi;
import id.pkh.client.disbursement.model.WithdrawalChannel;
import id.pkh.client.disbursement.model.WithdrawalOutcome;
import id.pkh.client.disbursement.model.WithdrawalReportItem;
import id.pkh.client.disbursement.model.WithdrawalReportRequest;
import id.pkh.client.disbursement.model.WithdrawalReportsRequest;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.model.AttendanceMark;
import id.pkh.client.meeting.model.MarkRequest;
import id.pkh.client.meeting.model.MeetingKind;
import id.pkh.client.meeting.model.MeetingRequest;
import id.pkh.client.registry.ComplaintsApi;
import id.pkh.client.registry.DataUpdatesApi;
import id.pkh.client.registry.HomeVisitsApi;
import id.pkh.client.registry.model.ChangeKind;
import id.pkh.client.registry.model.Channel;
import id.pkh.client.registry.model.ComplaintLodging;
import id.pkh.client.registry.model.ComplaintType;
import id.pkh.client.registry.model.ComponentType;
import id.pkh.client.registry.model.DataUpdateChange;
import id.pkh.client.registry.model.DataUpdateEvidence;
import id.pkh.client.registry.model.DataUpdateSubmission;
import id.pkh.client.registry.model.EvidenceKind;
import id.pkh.client.registry.model.Finding;
import id.pkh.client.registry.model.HomeVisitReport;
import id.pkh.client.registry.model.Purpose;
import id.pkh.client.verification.SheetsApi;
import id.pkh.client.verification.model.EvidenceLineMonth;
import id.pkh.client.verification.model.EvidenceLineOfMember;
import id.pkh.client.verification.model.EvidenceLinesRequest;
import id.pkh.client.verification.model.FormKind;
import id.pkh.district.story.Cast;
import id.pkh.district.story.SchoolChange;
import id.pkh.district.story.Stage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Each fact by its own operation, as an app states it. */
final class MonthByRest implements MonthWay {

    private final TwinVillage village;
    private final PkhClient registry;
    private final PkhClient meetings;
    private final PkhClient verification;
    private final PkhClient money;
    private final WithdrawalReportsRequest reports = new WithdrawalReportsRequest();

    MonthByRest(Stage stage, Cast cast, TwinVillage village) {
        String facilitator = cast.facilitatorOf(village.code());
        this.village = village;
        this.registry = stage.registry(facilitator);
        this.meetings = stage.meeting(facilitator);
        this.verification = stage.verification(facilitator);
        this.money = stage.disbursement(facilitator);
    }

    @Override
    public void meeting(
            MeetingKind kind, LocalDate day, String session, Map<String, String> marks) {
        MeetingRequest request =
                new MeetingRequest()
                        .groupCode(village.group())
                        .kind(kind)
                        .heldOn(day)
                        .sessionCode(session);
        marks.forEach(
                (family, mark) ->
                        request.addAttendanceItem(
                                new MarkRequest()
                                        .kpmId(village.idOf(family))
                                        .mark(AttendanceMark.fromValue(mark))));
        meetings.call(MeetingsApi::new, all -> all.recordMeeting(request));
    }

    @Override
    public void withdrawn(String family, LocalDate day, long rupiah) {
        report(
                family,
                new WithdrawalReportRequest()
                        .outcome(WithdrawalOutcome.WITHDRAWN)
                        .occurredOn(day)
                        .amountIdr(rupiah)
                        .channel(WithdrawalChannel.ATM)
                        .accompaniedBy(id.pkh.client.disbursement.model.Companion.FACILITATOR));
    }

    @Override
    public void notWithdrawn(String family, LocalDate day, String reason) {
        report(
                family,
                new WithdrawalReportRequest()
                        .outcome(WithdrawalOutcome.NOT_WITHDRAWN)
                        .occurredOn(day)
                        .reasonCode(reason));
    }

    private void report(String family, WithdrawalReportRequest report) {
        reports.addReportsItem(
                new WithdrawalReportItem().paymentId(village.paymentOf(family)).report(report));
    }

    @Override
    public void visitedInVain(String family, LocalDate day) {
        visit(visitOf(family, day, Purpose.COMMITMENT, Finding.NOBODY_MET));
    }

    @Override
    public void visited(String family, LocalDate day, String finding) {
        visit(
                visitOf(family, day, Purpose.DATA, Finding.fromValue(finding))
                        .house(SchoolChange.house()));
    }

    private HomeVisitReport visitOf(String family, LocalDate day, Purpose why, Finding finding) {
        return new HomeVisitReport()
                .kpmId(village.idOf(family))
                .visitedOn(day)
                .purpose(why)
                .findings(Set.of(finding));
    }

    private void visit(HomeVisitReport visit) {
        registry.call(HomeVisitsApi::new, visits -> visits.recordHomeVisit(newKey(), visit));
    }

    @Override
    public void schoolChanged(String family, LocalDate day, String school) {
        DataUpdateSubmission update =
                new DataUpdateSubmission()
                        .kpmId(village.idOf(family))
                        .evidence(
                                new DataUpdateEvidence()
                                        .kind(EvidenceKind.SCHOOL_LETTER)
                                        .reference("Map 3")
                                        .on(day))
                        .changes(
                                List.of(
                                        new DataUpdateChange()
                                                .kind(ChangeKind.SCHOOL_CHANGED)
                                                .memberId(village.pupilOf(family))
                                                .effectiveOn(day)
                                                .component(ComponentType.SMP)
                                                .npsn(school)
                                                .grade("7")));
        registry.call(DataUpdatesApi::new, updates -> updates.submitDataUpdate(newKey(), update));
    }

    @Override
    public void attended(String family, LocalDate day, int present, int absent) {
        EvidenceLinesRequest days =
                new EvidenceLinesRequest()
                        .kind(FormKind.SCHOOL)
                        .pointCode(TwinVillage.SCHOOL)
                        .quarter(day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3)
                        .addRowsItem(
                                new EvidenceLineOfMember()
                                        .memberId(village.pupilOf(family))
                                        .addMonthsItem(
                                                new EvidenceLineMonth()
                                                        .month(YearMonth.from(day).toString())
                                                        .jml(Integer.toString(present))
                                                        .alpa(Integer.toString(absent))));
        verification.call(SheetsApi::new, sheets -> sheets.enterEvidenceLines(days));
    }

    @Override
    public void complains(String family, String type, String text) {
        ComplaintLodging complaint =
                new ComplaintLodging()
                        .kpmId(village.idOf(family))
                        .type(ComplaintType.fromValue(type))
                        .channel(Channel.TELEPHONE)
                        .text(text);
        registry.call(ComplaintsApi::new, all -> all.lodgeComplaint(newKey(), complaint));
    }

    /** The withdrawals go together, as an app sends what it kept without a network. */
    @Override
    public void send() {
        money.call(WithdrawalsApi::new, withdrawals -> withdrawals.reportWithdrawals(reports));
    }

    /** Each act of a person is a new one. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
