package id.pkh.verification.notice.rest;

import java.time.LocalDate;
import java.util.UUID;

/** The notice to a family. It has no names: the facilitator who hands it over knows the family. */
public record NoticeView(
        UUID stepId, String language, String title, String text, LocalDate appealUntil) {}
