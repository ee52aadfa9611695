package id.pkh.meeting.group;

import java.time.LocalDate;

/** A group as a user reports it formed. */
public record NewGroup(String code, String name, String meetingPlace, LocalDate formedOn) {

    public String villageCode() {
        return GroupCode.villageOf(code);
    }
}
