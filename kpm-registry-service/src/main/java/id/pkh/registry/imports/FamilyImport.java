package id.pkh.registry.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.area.Areas;
import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Sealed;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The list of families with their caretakers. A status on record is not changed by a list. */
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

    private final JdbcFamilies families;
    private final JdbcFamilyChanges changes;
    private final Identities identities;
    private final Areas areas;

    FamilyImport(
            JdbcFamilies families, JdbcFamilyChanges changes, Identities identities, Areas areas) {
        this.families = families;
        this.changes = changes;
        this.identities = identities;
        this.areas = areas;
    }

    /** A row with the tokens under which its numbers are on record. */
    private record Tokens(String card, String nik, String account) {}

    @Override
    public String kind() {
        return "families";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public FamilyDraft read(Cells cells, Reading reading) {
        String village = reading.village("kode_desa", cells.of("kode_desa"));
        String nik = reading.nik("nik_pengurus", cells.of("nik_pengurus"));
        String name = reading.name("nama_pengurus", cells.of("nama_pengurus"));
        return new FamilyDraft(
                reading.familyCard("no_kk", cells.of("no_kk")),
                nik == null ? null : PersonDraft.known(nik, name),
                reading.address("alamat", cells.of("alamat")),
                village,
                reading.group("kode_kelompok", cells.of("kode_kelompok"), village),
                reading.bank("bank", cells.of("bank")),
                reading.account("no_rekening", cells.of("no_rekening")),
                reading.status("status", cells.of("status")),
                reading.date("peserta_sejak", cells.of("peserta_sejak")));
    }

    @Override
    public void remember(FamilyDraft draft, NumbersSeen seen) {
        seen.add(draft.familyCard());
    }

    @Override
    public void apply(List<Line<FamilyDraft>> lines, Chunk chunk) {
        List<Tokens> tokens = lines.stream().map(line -> tokensOf(line.draft())).toList();
        Families loaded =
                families.load(
                        tokens.stream().map(Tokens::card).distinct().toList(),
                        tokens.stream().map(Tokens::nik).distinct().toList());
        Set<String> villages = new HashSet<>();
        lines.forEach(line -> villages.add(line.draft().villageCode()));
        villages.removeIf(code -> !chunk.areas().covers(code));
        Set<String> known = areas.villagesAmong(villages);
        for (int i = 0; i < lines.size(); i++) {
            apply(lines.get(i), tokens.get(i), loaded, known, chunk);
        }
        changes.write(loaded, chunk);
    }

    private Tokens tokensOf(FamilyDraft draft) {
        return new Tokens(
                identities.tokenOf(PersonalField.FAMILY_CARD, draft.familyCard()),
                identities.tokenOf(PersonalField.NIK, draft.caretaker().nik()),
                identities.tokenOf(PersonalField.ACCOUNT, draft.account()));
    }

    private void apply(
            Line<FamilyDraft> line,
            Tokens tokens,
            Families loaded,
            Set<String> knownVillages,
            Chunk chunk) {
        FamilyDraft draft = line.draft();
        if (!knownVillages.contains(draft.villageCode())) {
            chunk.refuse(
                    line.number(),
                    "kode_desa",
                    draft.villageCode(),
                    "VILLAGE_UNKNOWN",
                    "code of a known village in your area");
            return;
        }
        FamilyState state = loaded.byCard(tokens.card()).orElse(null);
        boolean wentIn =
                state == null
                        ? register(line, tokens, loaded, chunk)
                        : update(line, tokens, state, loaded, chunk);
        if (wentIn) {
            chunk.seen().add(draft.familyCard());
        }
    }

    private boolean register(Line<FamilyDraft> line, Tokens tokens, Families loaded, Chunk chunk) {
        FamilyDraft draft = line.draft();
        if (!draft.status().canBeRegistered()) {
            chunk.refuse(
                    line.number(),
                    "status",
                    draft.status().name(),
                    "STATUS_NEEDS_DECISION",
                    "CALON to LAYAK, or AKTIF");
            return false;
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        if (loaded.isTakenElsewhere(tokens.nik(), id)) {
            refuseNik(line, chunk);
            return false;
        }
        MemberRecord caretaker = newCaretaker(id, draft.caretaker());
        FamilyRecord family =
                new FamilyRecord(
                        id,
                        identities.seal(PersonalField.FAMILY_CARD, draft.familyCard()),
                        caretaker.id(),
                        draft.villageCode(),
                        draft.groupCode(),
                        draft.payingBank(),
                        identities.seal(PersonalField.ACCOUNT, draft.account()),
                        identities.sealText(PersonalField.ADDRESS, draft.address()),
                        draft.status(),
                        draft.participatingSince(),
                        1);
        loaded.add(FamilyState.registered(family, caretaker));
        chunk.applied();
        return true;
    }

    private boolean update(
            Line<FamilyDraft> line,
            Tokens tokens,
            FamilyState state,
            Families loaded,
            Chunk chunk) {
        FamilyDraft draft = line.draft();
        if (!chunk.areas().covers(state.family().villageCode())) {
            refuseCard(line, "FAMILY_CARD_DUPLICATE", "a family of your area", chunk);
            return false;
        }
        if (isSame(state, draft, tokens)) {
            chunk.unchanged();
            return true;
        }
        if (state.isNew() || chunk.seen().contains(draft.familyCard())) {
            refuseCard(line, "FAMILY_CARD_DUPLICATE", "each family once in a file", chunk);
            return false;
        }
        if (!saysStatusOf(state, draft)) {
            chunk.refuse(
                    line.number(),
                    "status",
                    draft.status().name(),
                    "STATUS_NEEDS_DECISION",
                    state.family().status().name());
            return false;
        }
        if (state.family().status().isFinal()) {
            refuseCard(line, "KPM_CLOSED", "a family in the programme", chunk);
            return false;
        }
        if (loaded.isTakenElsewhere(tokens.nik(), state.family().id())) {
            refuseNik(line, chunk);
            return false;
        }
        change(draft, tokens, state, loaded, chunk);
        chunk.applied();
        return true;
    }

    private boolean isSame(FamilyState state, FamilyDraft draft, Tokens tokens) {
        FamilyRecord family = state.family();
        return saysStatusOf(state, draft)
                && family.villageCode().equals(draft.villageCode())
                && Objects.equals(family.groupCode(), draft.groupCode())
                && family.bank() == draft.payingBank()
                && Objects.equals(family.account().token(), tokens.account())
                && family.participatingSince().equals(draft.participatingSince())
                && state.caretaker().nik().token().equals(tokens.nik())
                && isNamed(state.caretaker(), draft.caretaker().name())
                && Objects.equals(
                        identities.open(PersonalField.ADDRESS, family.addressCipher()),
                        draft.address());
    }

    /** A suspended family is an active one to whoever writes the list. */
    private static boolean saysStatusOf(FamilyState state, FamilyDraft draft) {
        KpmStatus onRecord = state.family().status();
        return onRecord == draft.status()
                || (onRecord == KpmStatus.SUSPENDED && draft.status() == KpmStatus.ACTIVE);
    }

    private void change(
            FamilyDraft draft, Tokens tokens, FamilyState state, Families loaded, Chunk chunk) {
        MemberRecord caretaker =
                state.memberByNik(tokens.nik())
                        .map(member -> named(member, draft.caretaker().name()))
                        .orElseGet(() -> newCaretaker(state.family().id(), draft.caretaker()));
        state.put(caretaker, chunk.today());
        loaded.holds(state, caretaker);
        FamilyRecord family = state.family();
        Sealed account =
                Objects.equals(family.account().token(), tokens.account())
                        ? family.account()
                        : identities.seal(PersonalField.ACCOUNT, draft.account());
        state.change(
                new FamilyRecord(
                        family.id(),
                        family.card(),
                        caretaker.id(),
                        draft.villageCode(),
                        draft.groupCode(),
                        draft.payingBank(),
                        account,
                        identities.sealText(PersonalField.ADDRESS, draft.address()),
                        family.status(),
                        draft.participatingSince(),
                        family.version()),
                chunk.today());
    }

    private MemberRecord newCaretaker(UUID familyId, PersonDraft person) {
        return new MemberRecord(
                UuidCreator.getTimeOrderedEpoch(),
                familyId,
                identities.seal(PersonalField.NIK, person.nik()),
                identities.sealText(PersonalField.NAME, person.name()),
                person.birthDate(),
                person.sex(),
                null,
                null,
                null,
                null);
    }

    private MemberRecord named(MemberRecord member, String name) {
        return isNamed(member, name)
                ? member
                : member.named(identities.sealText(PersonalField.NAME, name));
    }

    private boolean isNamed(MemberRecord member, String name) {
        return identities.open(PersonalField.NAME, member.nameCipher()).equals(name);
    }

    private static void refuseCard(
            Line<FamilyDraft> line, String code, String expected, Chunk chunk) {
        chunk.refuse(line.number(), "no_kk", line.draft().familyCard(), code, expected);
    }

    private static void refuseNik(Line<FamilyDraft> line, Chunk chunk) {
        chunk.refuse(
                line.number(),
                "nik_pengurus",
                line.draft().caretaker().nik(),
                "NIK_DUPLICATE",
                "a NIK that nobody else has");
    }
}
