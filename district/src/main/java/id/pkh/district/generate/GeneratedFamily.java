package id.pkh.district.generate;

import java.time.LocalDate;
import java.util.List;

/** A family as in families.csv, with its rows of members.csv. */
record GeneratedFamily(
        String familyCard,
        String caretakerNik,
        String caretakerName,
        String address,
        Areas.Village village,
        String groupCode,
        String bank,
        String account,
        String status,
        LocalDate since,
        List<Member> members) {

    record Member(
            String nik,
            String name,
            LocalDate birth,
            boolean woman,
            Component component,
            School school,
            String nisn,
            int grade,
            LocalDate from,
            LocalDate until) {

        /** Whether the member carries the component on every day of the month. */
        boolean holdsAllOf(java.time.YearMonth month) {
            return !from.isAfter(month.atDay(1))
                    && (until == null || !until.isBefore(month.atEndOfMonth()));
        }

        boolean hasSchool() {
            return school != null;
        }
    }

    enum Component {
        PREGNANT_POSTPARTUM("HAMIL/NIFAS"),
        EARLY_CHILD("ANAK USIA DINI"),
        SD("SD"),
        SMP("SMP"),
        SMA("SMA"),
        SEVERE_DISABILITY("DISABILITAS BERAT"),
        ELDERLY("LANSIA");

        final String label;

        Component(String label) {
            this.label = label;
        }

        boolean atSchool() {
            return this == SD || this == SMP || this == SMA;
        }
    }

    /** A school; {@code area} is the village or district whose people receive its form. */
    record School(int index, String npsn, String name, Component level, String area) {}
}
