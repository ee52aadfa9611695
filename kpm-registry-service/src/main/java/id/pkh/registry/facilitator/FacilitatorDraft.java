package id.pkh.registry.facilitator;

/** A facilitator as read from a row or a request; each value has been validated. */
public record FacilitatorDraft(String code, String name, String nik) {}
