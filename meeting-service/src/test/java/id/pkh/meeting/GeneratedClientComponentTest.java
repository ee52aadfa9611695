package id.pkh.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import id.pkh.client.PkhClient;
import id.pkh.client.RefusedCall;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.model.AttendanceMark;
import id.pkh.client.meeting.model.GroupDetail;
import id.pkh.client.meeting.model.GroupRequest;
import id.pkh.client.meeting.model.MarkRequest;
import id.pkh.client.meeting.model.MeetingDetail;
import id.pkh.client.meeting.model.MeetingKind;
import id.pkh.client.meeting.model.MeetingRequest;
import id.pkh.localstack.OnLocalStack;
import id.pkh.localstack.TestTokens;
import id.pkh.meeting.support.Family;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that is generated from the API description calls the running service. */
@QuarkusTest
@OnLocalStack("meeting")
class GeneratedClientComponentTest extends MeetingComponentTest {

    @TestHTTPResource URI address;

    private PkhClient client;

    @BeforeEach
    void aClientOfAFacilitator() {
        client =
                PkhClient.at(
                        address,
                        () ->
                                TestTokens.token(
                                        "facilitator-1",
                                        List.of("FACILITATOR"),
                                        List.of(village.code())));
    }

    private GroupRequest melati() {
        return new GroupRequest()
                .groupCode(group)
                .name("Melati")
                .formedOn(LocalDate.parse("2025-01-01"));
    }

    @Test
    void itFormsAGroupAndRecordsAMeeting() {
        Family family = registry.families(village, group, 1).get(0);
        GroupDetail formed = client.call(GroupsApi::new, groups -> groups.formGroup(melati()));

        assertThat(formed.getGroupCode()).isEqualTo(group);
        assertThat(formed.getOfficers()).isNull();
        assertThat(
                        client.call(GroupsApi::new, groups -> groups.getGroup(formed.getGroupId()))
                                .getKpmIds())
                .containsExactly(family.kpmId());

        MeetingDetail meeting =
                client.call(
                        MeetingsApi::new,
                        meetings ->
                                meetings.recordMeeting(
                                        new MeetingRequest()
                                                .groupCode(group)
                                                .kind(MeetingKind.GROUP_MEETING)
                                                .heldOn(LocalDate.parse("2026-01-15"))
                                                .addAttendanceItem(
                                                        new MarkRequest()
                                                                .kpmId(family.kpmId())
                                                                .mark(AttendanceMark.PRESENT))));

        assertThat(meeting.getMonth()).isEqualTo("2026-01");
        assertThat(meeting.getAttendance().get(0).getMark()).isEqualTo(AttendanceMark.PRESENT);
    }

    @Test
    void aRefusalHasItsCode() {
        client.call(GroupsApi::new, groups -> groups.formGroup(melati()));

        assertThatThrownBy(
                        () ->
                                client.call(
                                        GroupsApi::new,
                                        groups ->
                                                groups.formGroup(
                                                        melati().formedOn(
                                                                        LocalDate.parse(
                                                                                "2025-02-01")))))
                .asInstanceOf(type(RefusedCall.class))
                .satisfies(
                        refused -> {
                            assertThat(refused.status()).isEqualTo(409);
                            assertThat(refused.code()).isEqualTo("GROUP_ALREADY_FORMED");
                            assertThat(refused.member("group_code")).contains(group);
                        });
    }
}
