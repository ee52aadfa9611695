package id.pkh.registry.facilitator;

/** A facilitator as read from a row or a request, checked by itself. */
public record FacilitatorDraft(String code, String name, String nik) {}
