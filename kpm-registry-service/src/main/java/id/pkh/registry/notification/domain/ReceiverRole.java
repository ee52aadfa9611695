package id.pkh.registry.notification.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** Who can be notified, and hold a telephone number. The names are codes. */
public enum ReceiverRole {
    /** A family; its number is that of its caretaker. */
    FAMILY,
    /** The elected chair of a group (ketua kelompok). */
    GROUP_CHAIR,
    FACILITATOR,
    /** The office of a sub-district (kecamatan). */
    COORDINATOR(3),
    /** The office of a regency or city. */
    REGENCY_COORDINATOR(2),
    /** The office of a regency or city. */
    DATA_ADMINISTRATOR(2);

    public static final String KNOWN =
            "FAMILY, GROUP_CHAIR, FACILITATOR, COORDINATOR, REGENCY_COORDINATOR,"
                    + " DATA_ADMINISTRATOR";

    private final int areaParts;

    ReceiverRole() {
        this(0);
    }

    ReceiverRole(int areaParts) {
        this.areaParts = areaParts;
    }

    public static Optional<ReceiverRole> of(String code) {
        return Stream.of(values()).filter(role -> role.name().equals(code)).findFirst();
    }

    public boolean isOffice() {
        return areaParts > 0;
    }

    /** The area of the office that is responsible for a village or for a larger area in it. */
    public String officeOf(String areaCode) {
        String[] parts = areaCode.split("\\.");
        return String.join(".", Stream.of(parts).limit(areaParts).toList());
    }

    public boolean isOfficeArea(String areaCode) {
        return isOffice() && areaCode.split("\\.").length == areaParts;
    }
}
