package id.pkh.verification.notice;

import java.time.LocalDate;

/** What a family reads. */
public record FamilyNotice(String title, String text, LocalDate appealUntil) {}
