package id.pkh.registry.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.enrolment.domain.ComponentChange;
import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.ComponentType;
import id.pkh.registry.enrolment.domain.Sex;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The list of members with their components, after that of the families. */
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

    private final JdbcFamilies families;
    private final JdbcFamilyChanges changes;
    private final Identities identities;

    MemberImport(JdbcFamilies families, JdbcFamilyChanges changes, Identities identities) {
        this.families = families;
        this.changes = changes;
        this.identities = identities;
    }

    private record Tokens(String card, String nik) {}

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public MemberDraft read(Cells cells, Reading reading) {
        String nik = reading.nik("nik", cells.of("nik"));
        LocalDate birthDate = reading.date("tanggal_lahir", cells.of("tanggal_lahir"));
        Sex sex = reading.sex("jenis_kelamin", cells.of("jenis_kelamin"));
        reading.agreement(nik, birthDate, sex);
        ComponentType type = reading.component("komponen", cells.of("komponen"));
        reading.plausible("komponen", type, sex);
        return new MemberDraft(
                reading.familyCard("no_kk", cells.of("no_kk")),
                new PersonDraft(
                        nik,
                        reading.name("nama", cells.of("nama")),
                        birthDate,
                        sex,
                        readSpan(cells, reading, type),
                        reading.npsn("npsn", cells.of("npsn")),
                        reading.nisn("nisn", cells.of("nisn")),
                        reading.grade("tingkat", cells.of("tingkat"))));
    }

    private static ComponentSpan readSpan(Cells cells, Reading reading, ComponentType type) {
        LocalDate since = reading.date("berlaku_mulai", cells.of("berlaku_mulai"));
        LocalDate until = reading.optionalDate("berlaku_sampai", cells.of("berlaku_sampai"));
        boolean isRange = reading.range("berlaku_sampai", since, until);
        return type == null || since == null || !isRange
                ? null
                : new ComponentSpan(type, since, until);
    }

    @Override
    public void remember(MemberDraft draft, NumbersSeen seen) {
        seen.add(draft.person().nik());
    }

    @Override
    public void apply(List<Line<MemberDraft>> lines, Chunk chunk) {
        List<Tokens> tokens = lines.stream().map(line -> tokensOf(line.draft())).toList();
        Families loaded =
                families.load(
                        tokens.stream().map(Tokens::card).distinct().toList(),
                        tokens.stream().map(Tokens::nik).distinct().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (apply(lines.get(i), tokens.get(i), loaded, chunk)) {
                chunk.seen().add(lines.get(i).draft().person().nik());
            }
        }
        changes.write(loaded, chunk);
    }

    private Tokens tokensOf(MemberDraft draft) {
        return new Tokens(
                identities.tokenOf(PersonalField.FAMILY_CARD, draft.familyCard()),
                identities.tokenOf(PersonalField.NIK, draft.person().nik()));
    }

    private boolean apply(Line<MemberDraft> line, Tokens tokens, Families loaded, Chunk chunk) {
        FamilyState state = loaded.byCard(tokens.card()).orElse(null);
        if (state == null || !chunk.areas().covers(state.family().villageCode())) {
            refuseCard(line, "FAMILY_UNKNOWN", "a family on record in your area", chunk);
            return false;
        }
        if (loaded.isTakenElsewhere(tokens.nik(), state.family().id())) {
            refuseNik(line, chunk);
            return false;
        }
        MemberRecord onRecord = state.memberByNik(tokens.nik()).orElse(null);
        PersonDraft person = line.draft().person();
        if (onRecord != null && isOnRecord(state, onRecord, person)) {
            chunk.unchanged();
            return true;
        }
        if (state.family().status().isFinal()) {
            refuseCard(line, "KPM_CLOSED", "a family in the programme", chunk);
            return false;
        }
        if (onRecord != null
                && chunk.seen().contains(person.nik())
                && !isLaterComponent(onRecord, person)) {
            refuseNik(line, chunk);
            return false;
        }
        if (onRecord != null && isOlderThanOnRecord(state, onRecord, person.component())) {
            chunk.refuse(
                    line.number(),
                    "berlaku_mulai",
                    person.component().since().toString(),
                    ComponentChange.BEFORE_CURRENT_COMPONENT,
                    onRecord.component().since() + " or later");
            return false;
        }
        put(state, loaded, onRecord, person, chunk.today());
        chunk.applied();
        return true;
    }

    private boolean isOnRecord(FamilyState state, MemberRecord member, PersonDraft person) {
        if (!isSamePerson(member, person)) {
            return false;
        }
        boolean isAsWritten =
                person.component().equals(member.component())
                        && Objects.equals(member.npsn(), person.npsn())
                        && Objects.equals(member.nisn(), person.nisn())
                        && Objects.equals(member.grade(), person.grade());
        return isAsWritten || state.carriedBefore(member.id(), person.component());
    }

    private boolean isSamePerson(MemberRecord member, PersonDraft person) {
        return person.birthDate().equals(member.birthDate())
                && member.sex() == person.sex()
                && identities.open(PersonalField.NAME, member.nameCipher()).equals(person.name());
    }

    /** The first day of the present component may be corrected, its place in time may not. */
    private static boolean isOlderThanOnRecord(
            FamilyState state, MemberRecord member, ComponentSpan span) {
        ComponentSpan present = member.component();
        return present != null
                && span.since().isBefore(present.since())
                && (span.type() != present.type()
                        || state.carriedAnotherOn(member.id(), span.since()));
    }

    /** One person may stand in a file twice: with one component, and with the one after it. */
    private boolean isLaterComponent(MemberRecord member, PersonDraft person) {
        return isSamePerson(member, person)
                && member.component() != null
                && person.component().since().isAfter(member.component().since());
    }

    private void put(
            FamilyState state,
            Families loaded,
            MemberRecord onRecord,
            PersonDraft person,
            LocalDate today) {
        ComponentSpan span = person.component();
        if (onRecord == null) {
            MemberRecord member = record(UuidCreator.getTimeOrderedEpoch(), state, null, person);
            state.put(member, span.since());
            loaded.holds(state, member);
            return;
        }
        ComponentSpan earlier = onRecord.component();
        if (earlier != null && span.since().isAfter(earlier.since())) {
            state.displace(onRecord, cut(earlier, span.since().minusDays(1)));
        }
        state.put(record(onRecord.id(), state, onRecord, person), changedOn(earlier, span, today));
    }

    private static ComponentSpan cut(ComponentSpan earlier, LocalDate lastDay) {
        boolean wasOver = !earlier.isOpen() && earlier.until().isBefore(lastDay);
        return wasOver ? earlier : earlier.endedOn(lastDay);
    }

    private static LocalDate changedOn(ComponentSpan earlier, ComponentSpan now, LocalDate today) {
        if (now.equals(earlier)) {
            return today;
        }
        boolean ended =
                earlier != null
                        && earlier.type() == now.type()
                        && earlier.since().equals(now.since())
                        && !now.isOpen();
        return ended ? now.until().plusDays(1) : now.since();
    }

    private MemberRecord record(
            UUID id, FamilyState state, MemberRecord onRecord, PersonDraft person) {
        boolean isNew = onRecord == null;
        boolean isNamed =
                !isNew
                        && identities
                                .open(PersonalField.NAME, onRecord.nameCipher())
                                .equals(person.name());
        return new MemberRecord(
                id,
                state.family().id(),
                isNew ? identities.seal(PersonalField.NIK, person.nik()) : onRecord.nik(),
                isNamed
                        ? onRecord.nameCipher()
                        : identities.sealText(PersonalField.NAME, person.name()),
                person.birthDate(),
                person.sex(),
                person.component(),
                person.npsn(),
                person.nisn(),
                person.grade());
    }

    private static void refuseCard(
            Line<MemberDraft> line, String code, String expected, Chunk chunk) {
        chunk.refuse(line.number(), "no_kk", line.draft().familyCard(), code, expected);
    }

    private static void refuseNik(Line<MemberDraft> line, Chunk chunk) {
        chunk.refuse(
                line.number(),
                "nik",
                line.draft().person().nik(),
                "NIK_DUPLICATE",
                "a NIK that nobody else has");
    }
}
