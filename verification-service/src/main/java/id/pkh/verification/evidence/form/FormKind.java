package id.pkh.verification.evidence.form;

import id.pkh.verification.compliance.domain.EvidenceKind;
import java.util.List;
import java.util.stream.Stream;

/** The forms: what each is called and which column identifies the person. */
public enum FormKind {
    SCHOOL("school-attendance", EvidenceKind.SCHOOL, "nikSiswa", "NPSN", "FORM_NOT_A_SCHOOL_FORM"),
    HEALTH(
            "health-visits",
            EvidenceKind.HEALTH,
            "nikAnggota",
            "Kode Faskes",
            "FORM_NOT_A_HEALTH_FORM"),
    SOCIAL("social-care", EvidenceKind.SOCIAL, "nikPenerima", "Kode LKS", "FORM_NOT_A_SOCIAL_FORM");

    private final String fileKind;
    private final EvidenceKind evidence;
    private final String nikColumn;
    private final String pointLabel;
    private final String notThisForm;

    FormKind(
            String fileKind,
            EvidenceKind evidence,
            String nikColumn,
            String pointLabel,
            String notThisForm) {
        this.fileKind = fileKind;
        this.evidence = evidence;
        this.nikColumn = nikColumn;
        this.pointLabel = pointLabel;
        this.notThisForm = notThisForm;
    }

    /** Kind of file in the list of received files, and the path it is sent to. */
    public String fileKind() {
        return fileKind;
    }

    public EvidenceKind evidence() {
        return evidence;
    }

    /** Column with the person's NIK; a form that has another kind's column is of that kind. */
    public String nikColumn() {
        return nikColumn;
    }

    String pointLabel() {
        return pointLabel;
    }

    String notThisForm() {
        return notThisForm;
    }

    List<FormKind> others() {
        return Stream.of(values()).filter(kind -> kind != this).toList();
    }

    public String componentRefusal() {
        return "COMPONENT_IS_NOT_" + name();
    }
}
