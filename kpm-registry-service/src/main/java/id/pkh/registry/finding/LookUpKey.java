package id.pkh.registry.finding;

/** What is looked up: a normalised number, or the id of a member. */
public record LookUpKey(KeyKind kind, String value) {}
