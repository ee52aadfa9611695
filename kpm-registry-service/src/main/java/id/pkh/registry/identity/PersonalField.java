package id.pkh.registry.identity;

/** The fields that are stored as ciphertext. Each field has its own encryption context. */
public enum PersonalField {
    NIK("registry.nik"),
    FAMILY_CARD("registry.family_card"),
    ACCOUNT("registry.account"),
    NAME("registry.name"),
    ADDRESS("registry.address"),
    TELEPHONE("registry.telephone"),
    DATA_UPDATE("registry.data_update"),
    POSITION("registry.position"),
    PHOTO("registry.photo"),
    COMPLAINT("registry.complaint");

    private final String purpose;

    PersonalField(String purpose) {
        this.purpose = purpose;
    }

    String purpose() {
        return purpose;
    }
}
