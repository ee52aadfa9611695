package id.pkh.registry.identity;

/** What is kept as ciphertext; each kind is bound to its own purpose. */
public enum PersonalField {
    NIK("registry.nik"),
    FAMILY_CARD("registry.family_card"),
    ACCOUNT("registry.account"),
    NAME("registry.name"),
    ADDRESS("registry.address");

    private final String purpose;

    PersonalField(String purpose) {
        this.purpose = purpose;
    }

    String purpose() {
        return purpose;
    }
}
