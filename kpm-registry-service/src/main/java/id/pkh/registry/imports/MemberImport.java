package id.pkh.registry.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.family.domain.Ruling;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports the list of members with their components; the families must be imported before. */
@ApplicationScoped
class MemberImport implements RowImport<MemberDraft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("no_kk", "nomor_kk", "family_card"),
        ColumnSpec.required("nik"),
        ColumnSpec.required("nama"),
        ColumnSpec.required("tanggal_lahir", "tgl_lahir"),
        ColumnSpec.required("jenis_kelamin"),
        ColumnSpec.required("komponen"),
        ColumnSpec.optional("npsn"),
        ColumnSpec.optional("nisn"),
        ColumnSpec.optional("tingkat"),
        ColumnSpec.required("berlaku_mulai"),
        ColumnSpec.optional("berlaku_sampai")
    };

    private final Families families;
    private final Identities identities;
    private final DraftSealing sealing;

    MemberImport(Families families, Identities identities, DraftSealing sealing) {
        this.families = families;
        this.identities = identities;
        this.sealing = sealing;
    }

    /** A row with the tokens of its numbers. */
    private record Stated(ImportLine<MemberDraft> line, String cardToken, String nikToken) {

        PersonDraft person() {
            return line.draft().person();
        }
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public MemberDraft read(NamedRow row, FieldReader reader) {
        String nik = reader.nik("nik", row.of("nik"));
        LocalDate birthDate = reader.date("tanggal_lahir", row.of("tanggal_lahir"));
        Sex sex = reader.sex("jenis_kelamin", row.of("jenis_kelamin"));
        reader.agreement(nik, birthDate, sex);
        ComponentType type = reader.component("komponen", row.of("komponen"));
        reader.plausible("komponen", type, sex);
        return new MemberDraft(
                reader.familyCard("no_kk", row.of("no_kk")),
                new PersonDraft(
                        nik,
                        reader.name("nama", row.of("nama")),
                        birthDate,
                        sex,
                        readSpan(row, reader, type),
                        reader.nisn("nisn", row.of("nisn")),
                        reader.grade("tingkat", row.of("tingkat"))));
    }

    private static ComponentSpan readSpan(NamedRow row, FieldReader reader, ComponentType type) {
        LocalDate since = reader.date("berlaku_mulai", row.of("berlaku_mulai"));
        LocalDate until = reader.optionalDate("berlaku_sampai", row.of("berlaku_sampai"));
        boolean isRange = reader.range("berlaku_sampai", since, until);
        String school = reader.npsn("npsn", row.of("npsn"));
        return type == null || since == null || !isRange
                ? null
                : new ComponentSpan(type, since, until, school);
    }

    @Override
    public void remember(MemberDraft draft, SeenIdentifiers seen) {
        seen.add(draft.person().nik());
    }

    @Override
    public void apply(List<ImportLine<MemberDraft>> lines, Chunk chunk) {
        List<Stated> rows = lines.stream().map(this::stated).toList();
        ChunkFamilies loaded =
                ChunkFamilies.lock(
                        families,
                        rows.stream().map(Stated::cardToken).distinct().toList(),
                        rows.stream().map(Stated::nikToken).distinct().toList());
        for (Stated row : rows) {
            if (apply(row, loaded, chunk)) {
                chunk.see(row.person().nik());
            }
        }
        families.save(loaded.all(), chunk.provenance());
    }

    private Stated stated(ImportLine<MemberDraft> line) {
        return new Stated(
                line,
                identities.tokenOf(PersonalField.FAMILY_CARD, line.draft().familyCard()),
                identities.tokenOf(PersonalField.NIK, line.draft().person().nik()));
    }

    private boolean apply(Stated row, ChunkFamilies loaded, Chunk chunk) {
        Family family = loaded.byCard(row.cardToken()).orElse(null);
        if (family == null || !chunk.areas().covers(family.details().villageCode())) {
            chunk.refuseArea(
                    row.line().number(),
                    "no_kk",
                    row.line().draft().familyCard(),
                    family == null ? null : family.details().villageCode(),
                    "FAMILY_UNKNOWN",
                    "a family on record in your area");
            return false;
        }
        if (loaded.isTakenElsewhere(row.nikToken(), family.id())) {
            return refuseNik(row, chunk);
        }
        Optional<Member> known = family.memberByNik(row.nikToken());
        Person stated = sealing.person(row.person(), known);
        Ruling<Member> ruling =
                known.map(member -> member.learn(stated))
                        .orElseGet(() -> Ruling.permitted(Member.joining(newId(), stated)));
        if (known.isPresent() && ruling.equals(Ruling.permitted(known.get()))) {
            chunk.unchanged();
            return true;
        }
        if (family.status().isFinal()) {
            return refuseCard(row, "KPM_CLOSED", "a family in the programme", chunk);
        }
        if (chunk.hasSeen(row.person().nik())
                && known.filter(member -> !isLaterComponent(member, stated)).isPresent()) {
            return refuseNik(row, chunk);
        }
        if (ruling instanceof Ruling.Refused<Member> refused) {
            return refuseFirstDay(row, known, refused.code(), chunk);
        }
        Member member = ((Ruling.Permitted<Member>) ruling).after();
        Family changed = family.withDated(member, chunk.today());
        loaded.put(changed, member, chunk.today());
        if (changed.isPayeeChanged() && !family.isPayeeChanged()) {
            chunk.statesAccount(changed.id(), row.line().number());
        }
        chunk.applied();
        return true;
    }

    /**
     * A person may be in a file twice: with a component, and with the component that follows it.
     */
    private static boolean isLaterComponent(Member member, Person stated) {
        ComponentSpan present = member.components().present();
        return member.isDescribedAs(stated)
                && present != null
                && stated.component().since().isAfter(present.since());
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private static boolean refuseFirstDay(
            Stated row, Optional<Member> known, String code, Chunk chunk) {
        chunk.refuse(
                row.line().number(),
                "berlaku_mulai",
                row.person().component().since().toString(),
                code,
                known.map(m -> m.components().present().since() + " or later").orElse(""));
        return false;
    }

    private static boolean refuseCard(Stated row, String code, String expected, Chunk chunk) {
        chunk.refuse(row.line().number(), "no_kk", row.line().draft().familyCard(), code, expected);
        return false;
    }

    private static boolean refuseNik(Stated row, Chunk chunk) {
        chunk.refuse(
                row.line().number(),
                "nik",
                row.person().nik(),
                "NIK_DUPLICATE",
                "a NIK that no other person has");
        return false;
    }
}
