package id.pkh.verification.notice;

import java.time.LocalDate;

/** The notice that a family reads. */
public record FamilyNotice(String title, String text, LocalDate appealUntil) {}
