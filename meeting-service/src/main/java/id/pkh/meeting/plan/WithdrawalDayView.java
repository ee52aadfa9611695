package id.pkh.meeting.plan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many groups got a withdrawal day. */
@Schema(name = "WithdrawalDayPlanned")
public record WithdrawalDayView(String areaCode, LocalDate plannedFor, int groupsPlanned) {}
