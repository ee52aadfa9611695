package id.pkh.verification.notice.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The notice to a family. It has no names: the facilitator who hands it over knows the family. */
@Schema(name = "FamilyNotice")
public record NoticeView(
        UUID stepId,
        @Schema(enumeration = {"id"}) String language,
        String title,
        String text,
        @Schema(nullable = true) LocalDate appealUntil) {}
