package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import java.util.UUID;

/** A row is visible to whoever may see one of the pupils whom it may be about. */
final class PupilAccess {

    private PupilAccess() {}

    static PupilRows.Waiting visible(PupilRows rows, UUID rowId, AreaScope areas) {
        return rows.find(rowId)
                .filter(
                        row ->
                                row.sides().stream()
                                        .anyMatch(side -> areas.covers(side.villageCode())))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
