package id.pkh.registry.dataupdate;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.PayingBank;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about data updates. */
public final class DataUpdateRequests {

    static final int MAX_CHANGES = 20;
    static final int MAX_UPDATES = 200;
    private static final int MAX_NOTE_CHARS = 500;

    private DataUpdateRequests() {}

    @Schema(name = "DataUpdateSubmission", description = "What has changed in one family.")
    public record Submission(
            @NotNull UUID kpmId,
            @NotNull @Valid EvidenceEntry evidence,
            @FreeText @Size(min = 1, max = MAX_NOTE_CHARS) String note,
            @NotNull @Size(min = 1, max = MAX_CHANGES) List<@NotNull @Valid ChangeEntry> changes) {}

    @Schema(name = "DataUpdateRevision", description = "The same update again, corrected.")
    public record Revision(
            @NotNull @Min(1) @Schema(description = "the revision that was returned")
                    Integer revision,
            @NotNull @Valid EvidenceEntry evidence,
            @FreeText @Size(min = 1, max = MAX_NOTE_CHARS) String note,
            @NotNull @Size(min = 1, max = MAX_CHANGES) List<@NotNull @Valid ChangeEntry> changes) {}

    @Schema(name = "DataUpdateEvidence", description = "What shows that the changes are true.")
    public record EvidenceEntry(
            @NotNull EvidenceKind kind,
            @FreeText
                    @NotBlank
                    @Size(max = 200)
                    @Schema(description = "where it is kept; no number of eight digits or more")
                    String reference,
            @NotNull @Schema(description = "its day, not in the future") LocalDate on) {

        Evidence with(String note) {
            return new Evidence(kind, reference, on, note);
        }
    }

    @Schema(
            name = "DataUpdateChange",
            description = "One change. Which fields a kind needs is in docs/rules/data-updates.md.")
    public record ChangeEntry(
            @NotNull ChangeKind kind,
            @Schema(description = "for a change of a member") UUID memberId,
            @NotNull @Schema(description = "first day on which it is so") LocalDate effectiveOn,
            @Schema(description = "16 digits") String nik,
            String name,
            LocalDate birthDate,
            @Schema(implementation = ComponentType.class) String component,
            @Schema(description = "school, 8 digits") String npsn,
            @Schema(description = "pupil number, 10 digits") String nisn,
            String grade,
            @Schema(description = "the member who becomes the caretaker") UUID caretakerMemberId,
            @Schema(examples = "17.71.08.1002") String villageCode,
            String groupCode,
            @Schema(implementation = PayingBank.class) String payingBank,
            String accountNumber,
            String telephone,
            @Schema(implementation = ContactRoute.class) String route) {

        Change change() {
            Map<ChangeField, String> becomes = new EnumMap<>(ChangeField.class);
            put(becomes, ChangeField.NIK, nik);
            put(becomes, ChangeField.NAME, name);
            put(becomes, ChangeField.BIRTH_DATE, birthDate);
            put(becomes, ChangeField.COMPONENT, component);
            put(becomes, ChangeField.NPSN, npsn);
            put(becomes, ChangeField.NISN, nisn);
            put(becomes, ChangeField.GRADE, grade);
            put(becomes, ChangeField.CARETAKER_MEMBER_ID, caretakerMemberId);
            put(becomes, ChangeField.VILLAGE_CODE, villageCode);
            put(becomes, ChangeField.GROUP_CODE, groupCode);
            put(becomes, ChangeField.PAYING_BANK, payingBank);
            put(becomes, ChangeField.ACCOUNT_NUMBER, accountNumber);
            put(becomes, ChangeField.TELEPHONE, telephone);
            put(becomes, ChangeField.ROUTE, route);
            return new Change(kind, memberId, effectiveOn, Map.of(), becomes);
        }

        private static void put(Map<ChangeField, String> values, ChangeField field, Object value) {
            if (value != null && !value.toString().isBlank()) {
                values.put(field, value.toString().strip());
            }
        }
    }

    @Schema(name = "DataUpdateAcceptance", description = "What is accepted of a revision.")
    public record Acceptance(
            @NotNull @Min(1) @Schema(description = "the revision that was read") Integer revision,
            @Size(min = 1, max = MAX_CHANGES)
                    @Schema(description = "numbers of the changes; leave out for all")
                    Set<@NotNull Integer> changes,
            @Size(max = 8) @Schema(description = "why the other changes go back")
                    Set<@NotNull ReturnReason> reasons,
            @FreeText @Size(min = 1, max = MAX_NOTE_CHARS) String note) {

        AcceptUpdate.Acceptance read() {
            return new AcceptUpdate.Acceptance(
                    revision, changes, reasons == null ? List.of() : List.copyOf(reasons), note);
        }
    }

    @Schema(name = "DataUpdateReturn", description = "Why a revision goes back to the field.")
    public record Return(
            @NotNull @Min(1) Integer revision,
            @NotNull @Size(min = 1, max = 8) Set<@NotNull ReturnReason> reasons,
            @FreeText @NotBlank @Size(max = MAX_NOTE_CHARS) String note) {}

    @Schema(name = "DataUpdateWithdrawal", description = "The revision that was read.")
    public record Withdrawal(@NotNull @Min(1) Integer revision) {}

    @Schema(name = "DataUpdateReversal", description = "Why an accepted update was wrong.")
    public record ReversalEntry(@FreeText @NotBlank @Size(max = MAX_NOTE_CHARS) String note) {}

    @Schema(name = "DataUpdateAcceptances", description = "Updates that were read, each once.")
    public record Acceptances(
            @NotNull @Size(min = 1, max = MAX_UPDATES) List<@NotNull @Valid Read> updates) {}

    @Schema(name = "DataUpdateRead", description = "An update and the revision that was read.")
    public record Read(@NotNull UUID updateId, @NotNull @Min(1) Integer revision) {}
}
