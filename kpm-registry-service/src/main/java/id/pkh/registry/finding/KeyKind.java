package id.pkh.registry.finding;

/** By what a family was looked up. The registry holds neither KKS numbers nor former ids. */
public enum KeyKind {
    NIK,
    FAMILY_CARD,
    MEMBER_ID,
    ACCOUNT_NUMBER,
    NAME;

    /** How the read log names what a family was found by. */
    String field() {
        return "look_up:" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
