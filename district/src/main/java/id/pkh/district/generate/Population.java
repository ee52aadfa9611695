package id.pkh.district.generate;

import id.pkh.district.generate.AttendanceSheets.Group;
import id.pkh.district.generate.GeneratedFamily.Member;
import id.pkh.district.generate.GeneratedFamily.School;
import id.pkh.district.generate.HealthForms.Patient;
import id.pkh.district.generate.RegistryFiles.Facilitator;
import id.pkh.district.generate.SchoolForms.Pupil;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes districts one after the other and counts the families. */
final class Population {

    private static final List<List<Integer>> VILLAGES_OF_FACILITATORS =
            List.of(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6));
    private static final int GROUPS_BETWEEN_BAD_ROWS = 3;

    private final Path out;
    private final DistrictSpec spec;
    private final RegistryFiles files;
    private final StoryFile story;
    private final PupilNumbers pupilNumbers = new PupilNumbers();
    private long familyIndex;
    private long groupIndex;

    Population(Path out, DistrictSpec spec, RegistryFiles files, StoryFile story) {
        this.out = out;
        this.spec = spec;
        this.files = files;
        this.story = story;
    }

    void writeDistrict(Areas.District district, List<Integer> groupSizes) throws IOException {
        new OneDistrict(district).write(groupSizes);
    }

    /**
     * The part of a district that stays in memory while it is written: its pupils and its patients.
     */
    private final class OneDistrict {

        private final Areas.District district;
        private final Numbers numbers;
        private final Schools schools;
        private final FamilyMaker maker;
        private final AttendanceSheets sheets = new AttendanceSheets(out, spec);
        private final Map<String, List<Pupil>> pupils = new HashMap<>();
        private final Map<String, List<Patient>> patients = new HashMap<>();
        private final Map<String, String> facilitatorNames = new HashMap<>();
        private BadRows badRows;

        OneDistrict(Areas.District district) {
            this.district = district;
            this.numbers = new Numbers(district);
            this.schools = new Schools(district);
            this.maker = new FamilyMaker(spec, numbers, schools, pupilNumbers);
        }

        void write(List<Integer> groupSizes) throws IOException {
            files.district(district);
            story.district(district, groupSizes.size());
            writeFacilitators();
            int[] inVillage = new int[Areas.VILLAGES_PER_DISTRICT];
            GeneratedFamily visitor = null;
            for (int group = 0; group < groupSizes.size(); group++) {
                int ordinal = group * Areas.VILLAGES_PER_DISTRICT / groupSizes.size();
                Areas.Village village = district.villages().get(ordinal);
                int number = ++inVillage[ordinal];
                String code = String.format(Locale.ROOT, "%s-%02d", village.code(), number);
                files.group(code, village, number);
                List<GeneratedFamily> families =
                        families(village, group, code, groupSizes.get(group));
                writeSheets(new Group(village, code, group, groupIndex++, families, visitor));
                visitor = families.get(families.size() - 1);
                if (group + 1 == groupSizes.size() || ordinal < villageOf(group + 1, groupSizes)) {
                    writeFamily(maker.candidate(village, familyIndex++));
                }
            }
            writeForms();
        }

        private int villageOf(int group, List<Integer> groupSizes) {
            return group * Areas.VILLAGES_PER_DISTRICT / groupSizes.size();
        }

        private void writeFacilitators() throws IOException {
            Dice dice = Dice.of(spec.seed(), 7, district.index());
            for (int i = 0; i < VILLAGES_OF_FACILITATORS.size(); i++) {
                List<String> villages =
                        VILLAGES_OF_FACILITATORS.get(i).stream()
                                .map(ordinal -> district.villages().get(ordinal).code())
                                .toList();
                String code = String.format(Locale.ROOT, "PDP-%s-%02d", district.digits(), i + 1);
                Facilitator facilitator = staff(dice, code, "PENDAMPING", villages);
                villages.forEach(v -> facilitatorNames.put(v, facilitator.name()));
            }
            List<String> seat = List.of(district.villages().get(0).code());
            String code = "KRC-" + district.digits();
            facilitatorNames.put(district.code(), staff(dice, code, "KOORDINATOR", seat).name());
        }

        private Facilitator staff(Dice dice, String code, String role, List<String> villages)
                throws IOException {
            boolean woman = dice.permille(600);
            LocalDate birth =
                    LocalDate.of(
                            dice.between(1980, 1996), dice.between(1, 12), dice.between(1, 28));
            Facilitator person =
                    new Facilitator(
                            code,
                            Names.person(dice, woman),
                            numbers.nik(birth, woman),
                            role,
                            villages);
            files.facilitator(person);
            return person;
        }

        private List<GeneratedFamily> families(
                Areas.Village village, int group, String code, int size) throws IOException {
            List<GeneratedFamily> families = new ArrayList<>();
            for (int ordinal = 0; ordinal < size; ordinal++) {
                GeneratedFamily family =
                        maker.member(
                                new FamilyMaker.Place(
                                        village, group, code, ordinal, familyIndex++));
                writeFamily(family);
                remember(family);
                families.add(family);
            }
            writeBadRow(group, families.get(families.size() - 1));
            return families;
        }

        private void writeFamily(GeneratedFamily family) throws IOException {
            files.family(family);
        }

        private void writeBadRow(int group, GeneratedFamily neighbour) throws IOException {
            if (district.index() > 0) {
                return;
            }
            if (badRows == null) {
                badRows = new BadRows(neighbour.caretakerNik());
                BadRows.memberWithoutComponent(files, neighbour);
            }
            if (badRows.left() && group % GROUPS_BETWEEN_BAD_ROWS == 1) {
                files.familyRow(badRows.next(neighbour));
            }
        }

        private void remember(GeneratedFamily family) {
            for (Member member : family.members()) {
                if (member.component().atSchool() && member.hasSchool()) {
                    pupils.computeIfAbsent(member.school().npsn(), key -> new ArrayList<>())
                            .add(new Pupil(family, member));
                }
                if (!member.component().atSchool()) {
                    patients.computeIfAbsent(family.village().code(), key -> new ArrayList<>())
                            .add(new Patient(family, member));
                }
            }
        }

        private void writeSheets(Group group) throws IOException {
            if (!Plot.negligent(district, group.village())) {
                sheets.write(group);
            }
            if (district.index() == 0 && group.inDistrict() == Plot.CORRECTED_GROUP) {
                sheets.writeCorrection(group, out.resolve(StoryFile.CORRECTIONS));
            }
        }

        private void writeForms() throws IOException {
            SchoolForms schoolForms = new SchoolForms(out, spec, district.index());
            for (School school : schools.all()) {
                schoolForms.write(
                        school,
                        pupils.getOrDefault(school.npsn(), List.of()),
                        facilitatorNames.get(school.area()));
            }
            HealthForms healthForms = new HealthForms(out, spec, district);
            for (Areas.Village village : district.villages()) {
                healthForms.write(
                        village,
                        patients.getOrDefault(village.code(), List.of()),
                        facilitatorNames.get(village.code()));
            }
        }
    }
}
