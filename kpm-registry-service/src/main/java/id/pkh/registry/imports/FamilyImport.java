package id.pkh.registry.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.area.Areas;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.CaretakerAge;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.family.domain.Ruling;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.BirthDates;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.roster.PermittedAreas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports the list of families with their caretakers. A list does not change a recorded status. */
@ApplicationScoped
class FamilyImport implements RowImport<FamilyDraft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("no_kk", "nomor_kk", "family_card"),
        ColumnSpec.required("nik_pengurus"),
        ColumnSpec.required("nama_pengurus"),
        ColumnSpec.optional("alamat"),
        ColumnSpec.required("kode_desa", "kode_kelurahan"),
        ColumnSpec.optional("kode_kelompok"),
        ColumnSpec.optional("bank"),
        ColumnSpec.optional("no_rekening", "nomor_rekening"),
        ColumnSpec.required("status"),
        ColumnSpec.required("peserta_sejak")
    };

    private final Families families;
    private final Identities identities;
    private final DraftSealing sealing;
    private final Areas areas;
    private final BirthDates birthDates;

    FamilyImport(
            Families families,
            Identities identities,
            DraftSealing sealing,
            Areas areas,
            BirthDates birthDates) {
        this.families = families;
        this.identities = identities;
        this.sealing = sealing;
        this.areas = areas;
        this.birthDates = birthDates;
    }

    /** A row with the tokens of its numbers. */
    private record Stated(ImportLine<FamilyDraft> line, String cardToken, String nikToken) {

        FamilyDraft draft() {
            return line.draft();
        }
    }

    @Override
    public String kind() {
        return "families";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public boolean canBeInitialRoster() {
        return true;
    }

    @Override
    public FamilyDraft read(NamedRow row, FieldReader reader) {
        String village = reader.village("kode_desa", row.of("kode_desa"));
        String nik = reader.nik("nik_pengurus", row.of("nik_pengurus"));
        String name = reader.name("nama_pengurus", row.of("nama_pengurus"));
        return new FamilyDraft(
                reader.familyCard("no_kk", row.of("no_kk")),
                nik == null ? null : PersonDraft.known(nik, name),
                reader.address("alamat", row.of("alamat")),
                village,
                reader.group("kode_kelompok", row.of("kode_kelompok"), village),
                reader.bank("bank", row.of("bank")),
                reader.account("no_rekening", row.of("no_rekening")),
                reader.status("status", row.of("status")),
                reader.date("peserta_sejak", row.of("peserta_sejak")));
    }

    @Override
    public void remember(FamilyDraft draft, SeenIdentifiers seen) {
        seen.add(draft.familyCard());
    }

    @Override
    public void apply(List<ImportLine<FamilyDraft>> lines, Chunk chunk) {
        List<Stated> rows = lines.stream().map(this::stated).toList();
        ChunkFamilies loaded =
                ChunkFamilies.lock(
                        families,
                        rows.stream().map(Stated::cardToken).distinct().toList(),
                        rows.stream().map(Stated::nikToken).distinct().toList());
        Set<String> villages =
                lines.stream()
                        .map(line -> line.draft().villageCode())
                        .filter(chunk.areas()::covers)
                        .collect(Collectors.toSet());
        Set<String> known = areas.villagesAmong(villages);
        rows.forEach(row -> apply(row, loaded, known, chunk));
        families.save(loaded.all(), chunk.provenance());
    }

    private Stated stated(ImportLine<FamilyDraft> line) {
        FamilyDraft draft = line.draft();
        return new Stated(
                line,
                identities.tokenOf(PersonalField.FAMILY_CARD, draft.familyCard()),
                identities.tokenOf(PersonalField.NIK, draft.caretaker().nik()));
    }

    private void apply(Stated row, ChunkFamilies loaded, Set<String> villages, Chunk chunk) {
        FamilyDraft draft = row.draft();
        if (!villages.contains(draft.villageCode())) {
            chunk.refuseVillage(row.line().number(), "kode_desa", draft.villageCode());
            return;
        }
        Optional<Family> onRecord = loaded.byCard(row.cardToken());
        if (isOutsideRoster(draft.villageCode(), onRecord, chunk)) {
            chunk.refuse(
                    row.line().number(),
                    "kode_desa",
                    draft.villageCode(),
                    "OUTSIDE_ROSTER_AREA",
                    "a village in the area of the initial roster");
            return;
        }
        boolean isAccepted =
                onRecord.isEmpty()
                        ? register(row, loaded, chunk)
                        : update(row, onRecord.get(), loaded, chunk);
        if (isAccepted) {
            chunk.see(draft.familyCard());
        }
    }

    /** An initial roster is about its own area alone, also where a family lives now. */
    private static boolean isOutsideRoster(String village, Optional<Family> onRecord, Chunk chunk) {
        PermittedAreas roster = chunk.roster();
        return !roster.isEmpty()
                && Stream.concat(
                                Stream.of(village),
                                onRecord.map(family -> family.details().villageCode()).stream())
                        .anyMatch(code -> roster.permitterFor(code).isEmpty());
    }

    private boolean register(Stated row, ChunkFamilies loaded, Chunk chunk) {
        FamilyDraft draft = row.draft();
        Optional<String> permitter = chunk.roster().permitterFor(draft.villageCode());
        if (permitter.isEmpty() && !draft.status().canBeRegistered()) {
            return refuseStatus(row, "CALON, outside an initial roster", chunk);
        }
        if (!draft.status().canBeOnInitialRoster()) {
            return refuseStatus(row, "CALON to LAYAK, or AKTIF", chunk);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        if (loaded.isTakenElsewhere(row.nikToken(), id)) {
            return refuseNik(row, chunk);
        }
        if (loaded.isCaretakerOfFamilyThatLeft(row.nikToken())) {
            return refuseCard(row, "KPM_LEFT_REINSTATE", "a family that has not left", chunk);
        }
        LocalDate today = chunk.today();
        Optional<String> tooYoung =
                CaretakerAge.refusal(BirthDates.latestOf(draft.caretaker(), today), today);
        if (tooYoung.isPresent()) {
            return refuseCaretaker(row, tooYoung.get(), chunk);
        }
        Family family =
                Family.registered(
                        id,
                        identities.seal(PersonalField.FAMILY_CARD, draft.familyCard()),
                        sealing.details(draft, Optional.empty()),
                        draft.status(),
                        UuidCreator.getTimeOrderedEpoch(),
                        sealing.person(draft.caretaker(), Optional.empty()));
        loaded.put(family, family.caretaker(), chunk.today());
        int line = row.line().number();
        permitter.ifPresentOrElse(
                by -> chunk.bringsIn(id, line, by), () -> chunk.statesAccount(id, line));
        chunk.applied();
        return true;
    }

    private boolean update(Stated row, Family family, ChunkFamilies loaded, Chunk chunk) {
        FamilyDraft draft = row.draft();
        if (!chunk.areas().covers(family.details().villageCode())) {
            chunk.refuseArea(
                    row.line().number(),
                    "no_kk",
                    draft.familyCard(),
                    family.details().villageCode(),
                    "FAMILY_CARD_DUPLICATE",
                    "a family of your area");
            return false;
        }
        boolean isListedStatus = family.status().isListedAs(draft.status());
        Ruling<Family> ruling = changed(row, family, chunk.today());
        if (isListedStatus && ruling.equals(Ruling.permitted(family))) {
            chunk.unchanged();
            return true;
        }
        if (family.isNew() || chunk.hasSeen(draft.familyCard())) {
            return refuseCard(row, "FAMILY_CARD_DUPLICATE", "each family once in a file", chunk);
        }
        if (!isListedStatus && family.status().isFinal()) {
            return refuseCard(row, "KPM_LEFT_REINSTATE", "a family that has not left", chunk);
        }
        if (!isListedStatus) {
            return refuseStatus(row, family.status().name(), chunk);
        }
        if (family.status().isFinal()) {
            return refuseCard(row, "KPM_CLOSED", "a family in the programme", chunk);
        }
        if (loaded.isTakenElsewhere(row.nikToken(), family.id())) {
            return refuseNik(row, chunk);
        }
        if (ruling instanceof Ruling.Refused<Family> refused) {
            return refuseCaretaker(row, refused.code(), chunk);
        }
        Family changed = ((Ruling.Permitted<Family>) ruling).after();
        loaded.put(changed, changed.caretaker(), chunk.today());
        chunk.statesAccount(changed.id(), row.line().number());
        chunk.applied();
        return true;
    }

    /**
     * Returns the family as the row states it, or the same object when the row states nothing new.
     */
    private Ruling<Family> changed(Stated row, Family family, LocalDate today) {
        Optional<Member> known = family.memberByNik(row.nikToken());
        Person caretaker = sealing.person(row.draft().caretaker(), known);
        UUID caretakerId = known.map(Member::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
        Family withCaretaker =
                known.isPresent()
                        ? family.with(known.get().described(caretaker), today)
                        : family.joinedBy(caretakerId, caretaker, today);
        FamilyDetails details = sealing.details(row.draft(), Optional.of(family.details()));
        if (caretakerId.equals(family.caretaker().id())) {
            return Ruling.permitted(withCaretaker.describedAs(details, today));
        }
        Member next = withCaretaker.member(caretakerId).orElseThrow();
        return withCaretaker
                .caredForBy(caretakerId, birthDates.latestOf(next, today), today, today)
                .map(caredFor -> caredFor.describedAs(details, today));
    }

    private static boolean refuseStatus(Stated row, String expected, Chunk chunk) {
        chunk.refuse(
                row.line().number(),
                "status",
                row.draft().status().name(),
                "STATUS_NEEDS_DECISION",
                expected);
        return false;
    }

    private static boolean refuseCaretaker(Stated row, String code, Chunk chunk) {
        chunk.refuse(
                row.line().number(),
                "nik_pengurus",
                row.draft().caretaker().nik(),
                code,
                "the NIK of a person of " + CaretakerAge.ADULT_YEARS + " or older");
        return false;
    }

    private static boolean refuseCard(Stated row, String code, String expected, Chunk chunk) {
        chunk.refuse(row.line().number(), "no_kk", row.draft().familyCard(), code, expected);
        return false;
    }

    private static boolean refuseNik(Stated row, Chunk chunk) {
        chunk.refuse(
                row.line().number(),
                "nik_pengurus",
                row.draft().caretaker().nik(),
                "NIK_DUPLICATE",
                "a NIK that no other person has");
        return false;
    }
}
