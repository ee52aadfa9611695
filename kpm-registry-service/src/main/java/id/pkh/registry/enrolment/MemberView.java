package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Member", description = "A person of a family. Numbers are masked unless revealed.")
public record MemberView(
        UUID memberId,
        @Schema(examples = "************0001") String nik,
        @Schema(nullable = true, description = "null for callers who may not see names")
                String name,
        @Schema(nullable = true, description = "null for callers who may not see names")
                LocalDate birthDate,
        Sex sex,
        boolean isCaretaker,
        @Schema(nullable = true) ComponentType component,
        @Schema(nullable = true) LocalDate componentSince,
        @Schema(nullable = true) LocalDate componentUntil,
        @Schema(nullable = true, description = "school") String npsn,
        @Schema(nullable = true, description = "pupil number, masked like a NIK") String nisn,
        @Schema(nullable = true) String grade) {}
