package id.pkh.meeting.group;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The families of the officers that a group elected. */
public record OfficersRequest(
        @NotNull UUID chairKpmId,
        @NotNull UUID secretaryKpmId,
        @NotNull UUID treasurerKpmId,
        @NotNull LocalDate electedOn) {

    List<UUID> kpmIds() {
        return List.of(chairKpmId, secretaryKpmId, treasurerKpmId);
    }
}
