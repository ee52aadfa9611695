package id.pkh.meeting.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pkh.meeting.meeting.MeetingDetailView.MarkView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting with its current attendance list. */
@Schema(name = "AttendanceList")
public record AttendanceListView(@JsonUnwrapped MeetingView meeting, List<MarkView> attendance) {}
