package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.Component;
import id.pkh.district.generate.GeneratedFamily.Member;
import id.pkh.district.generate.GeneratedFamily.School;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Generates the families of one district, each with its own random numbers. */
final class FamilyMaker {

    private static final String[] BANKS = {"BRI", "BNI", "MANDIRI", "BTN", "BSI", "POS"};

    private final DistrictSpec spec;
    private final Numbers numbers;
    private final Schools schools;
    private final PupilNumbers pupils;

    FamilyMaker(DistrictSpec spec, Numbers numbers, Schools schools, PupilNumbers pupils) {
        this.spec = spec;
        this.numbers = numbers;
        this.schools = schools;
        this.pupils = pupils;
    }

    /**
     * The position of a family: its group, its index in the group, and its number in the whole
     * population.
     */
    record Place(Areas.Village village, int group, String groupCode, int ordinal, long index) {}

    GeneratedFamily member(Place place) {
        return family(place, "AKTIF");
    }

    /** A family on the list of the ministry that is not validated yet and belongs to no group. */
    GeneratedFamily candidate(Areas.Village village, long index) {
        return family(new Place(village, -1, "", 0, index), "CALON");
    }

    private GeneratedFamily family(Place place, String status) {
        Dice dice = Dice.of(spec.seed(), 1, place.index());
        LocalDate since = LocalDate.of(spec.year() - dice.between(1, 7), dice.between(1, 11), 1);
        List<Draft> drafts = drafts(dice, place);
        boolean pregnant = drafts.stream().anyMatch(d -> d.is(Component.PREGNANT_POSTPARTUM));
        boolean oldCaretaker =
                drafts.size() == 1 && drafts.get(0).is(Component.ELDERLY) && dice.permille(700);
        LocalDate caretakerBirth =
                oldCaretaker ? drafts.get(0).birth : caretakerBirth(dice, drafts, pregnant);
        String caretakerNik = numbers.nik(caretakerBirth, true);
        String caretakerName = Names.caretaker(dice);
        List<Member> members = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean herself = oldCaretaker || draft.is(Component.PREGNANT_POSTPARTUM);
            members.add(
                    herself
                            ? draft.asCaretaker(caretakerNik, caretakerName, caretakerBirth, since)
                            : draft.finish(dice, place, since, members.size()));
        }
        String bank = BANKS[dice.weighted(40, 20, 20, 8, 8, 4)];
        return new GeneratedFamily(
                numbers.familyCard(since.minusDays(dice.between(30, 900))),
                caretakerNik,
                caretakerName,
                Names.address(dice),
                place.village(),
                place.groupCode(),
                bank,
                Numbers.account(bank, place.index()),
                status,
                since,
                List.copyOf(members));
    }

    private List<Draft> drafts(Dice dice, Place place) {
        List<Draft> drafts = new ArrayList<>();
        boolean many = Plot.manyMembers(place.group(), place.ordinal());
        boolean changes =
                Plot.newborn(place.group(), place.ordinal())
                        || Plot.leavesSchool(place.group(), place.ordinal())
                        || Plot.schoolNotRecorded(place.group(), place.ordinal());
        add(drafts, dice, Component.EARLY_CHILD, many ? 2 : dice.weighted(68, 28, changes ? 0 : 4));
        int primary = dice.weighted(48, 36, 13, 3);
        add(drafts, dice, Component.SD, many || changes ? Math.max(1, primary) : primary);
        add(drafts, dice, Component.SMP, many ? 1 : dice.weighted(70, 27, 3));
        add(drafts, dice, Component.SMA, many ? 1 : dice.weighted(75, 23, 2));
        add(drafts, dice, Component.ELDERLY, many ? 1 : dice.weighted(86, 14));
        add(drafts, dice, Component.SEVERE_DISABILITY, dice.weighted(96, 4));
        add(drafts, dice, Component.PREGNANT_POSTPARTUM, dice.weighted(94, 6));
        if (drafts.isEmpty()) {
            add(drafts, dice, Component.SD, 1);
        }
        if (Plot.newborn(place.group(), place.ordinal())) {
            drafts.add(newborn());
        }
        if (Plot.leavesSchool(place.group(), place.ordinal())) {
            Draft leaver = new Draft(Component.SMA, dice);
            leaver.until = spec.months().get(1).atDay(15);
            drafts.add(leaver);
        }
        return drafts;
    }

    private void add(List<Draft> drafts, Dice dice, Component component, int count) {
        for (int i = 0; i < count; i++) {
            drafts.add(new Draft(component, dice));
        }
    }

    private Draft newborn() {
        Draft draft = new Draft(Component.EARLY_CHILD, Dice.of(spec.seed(), 2));
        draft.birth = spec.months().get(0).atDay(12);
        draft.from = spec.months().get(1).atDay(3);
        return draft;
    }

    private LocalDate caretakerBirth(Dice dice, List<Draft> drafts, boolean pregnant) {
        int eldest =
                drafts.stream()
                        .filter(d -> d.component.atSchool() || d.is(Component.EARLY_CHILD))
                        .mapToInt(d -> spec.year() - d.birth.getYear())
                        .max()
                        .orElse(5);
        int age = Math.max(pregnant ? 21 : 25, eldest + 18) + dice.upTo(pregnant ? 5 : 12);
        return LocalDate.of(spec.year() - age, dice.between(1, 12), dice.between(1, 28));
    }

    /** A member without a name and a number. */
    private final class Draft {

        private final Component component;
        private final boolean woman;
        private final int grade;
        private LocalDate birth;
        private LocalDate from;
        private LocalDate until;

        Draft(Component component, Dice dice) {
            this.component = component;
            this.woman = component == Component.PREGNANT_POSTPARTUM || dice.permille(500);
            this.grade =
                    switch (component) {
                        case SD -> dice.between(1, 6);
                        case SMP -> dice.between(7, 9);
                        case SMA -> dice.between(10, 12);
                        default -> 0;
                    };
            this.birth = birth(dice);
        }

        boolean is(Component other) {
            return component == other;
        }

        private LocalDate birth(Dice dice) {
            int day = dice.between(1, 28);
            int month = dice.between(1, 12);
            int year = spec.year();
            return switch (component) {
                case SD, SMP, SMA -> LocalDate.of(year - 7 - grade, month, day);
                case ELDERLY -> LocalDate.of(year - 70 - dice.upTo(15), month, day);
                case SEVERE_DISABILITY -> LocalDate.of(year - dice.between(8, 50), month, day);
                default -> earlyBirth(dice).atDay(day);
            };
        }

        /** 0 to 5 years old; no child turns 60 months old in the quarter's first month. */
        private YearMonth earlyBirth(Dice dice) {
            int months = dice.between(1, 70);
            return spec.months().get(0).minusMonths(months == 60 ? 61 : months);
        }

        Member finish(Dice dice, Place place, LocalDate since, int ordinal) {
            boolean unrecorded =
                    component == Component.SD
                            && Plot.schoolNotRecorded(place.group(), place.ordinal());
            School school =
                    component.atSchool() && !unrecorded
                            ? schools.forPupil(dice, component, place.village())
                            : null;
            String nisn = component.atSchool() ? pupils.next(birth, place.index(), ordinal) : "";
            return new Member(
                    numbers.nik(birth, woman),
                    Names.person(dice, woman),
                    birth,
                    woman,
                    component,
                    school,
                    nisn,
                    grade,
                    validFrom(since),
                    until);
        }

        Member asCaretaker(String nik, String name, LocalDate herBirth, LocalDate since) {
            return new Member(
                    nik, name, herBirth, true, component, null, "", 0, validFrom(since), until);
        }

        private LocalDate validFrom(LocalDate since) {
            if (from != null) {
                return from;
            }
            LocalDate start =
                    switch (component) {
                        case SD -> LocalDate.of(spec.year() - grade, 7, 15);
                        case SMP -> LocalDate.of(spec.year() + 6 - grade, 7, 15);
                        case SMA -> LocalDate.of(spec.year() + 9 - grade, 7, 15);
                        case EARLY_CHILD -> birth;
                        case PREGNANT_POSTPARTUM -> LocalDate.of(spec.year() - 1, 10, 6);
                        default -> since;
                    };
            return start.isAfter(since) ? start : since;
        }
    }
}
