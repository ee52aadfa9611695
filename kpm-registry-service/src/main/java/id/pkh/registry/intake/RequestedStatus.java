package id.pkh.registry.intake;

import id.pkh.registry.family.domain.KpmStatus;

/** The status by which a caller narrows a list, as a code or as a word of the forms. */
public final class RequestedStatus {

    private RequestedStatus() {}

    /** Null reads as null. */
    public static KpmStatus read(String status) {
        if (status == null) {
            return null;
        }
        FieldReader reader = new FieldReader();
        KpmStatus read = reader.status("status", status);
        RequestErrors.refuseIfAny(reader);
        return read;
    }
}
