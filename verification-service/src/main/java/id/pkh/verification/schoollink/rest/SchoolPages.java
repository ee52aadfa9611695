package id.pkh.verification.schoollink.rest;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.files.RowRefusalView;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.form.MemberLines;
import id.pkh.verification.schoollink.UseSchoolLink.Listed;
import id.pkh.verification.schoollink.UseSchoolLink.SchoolList;
import id.pkh.verification.schoollink.rest.SchoolPage.MonthRow;
import id.pkh.verification.schoollink.rest.SchoolPage.PupilBox;
import id.pkh.verification.schoollink.rest.SchoolPage.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the pages for a school, and reads what was filled in on one of them. */
@ApplicationScoped
class SchoolPages {

    /** A page has twelve fields for each pupil, and an old telephone little memory. */
    private static final int PUPILS_A_PAGE = 40;

    private static final int MAX_CELL = 20;
    private static final Locale READER = Locale.forLanguageTag("id");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", READER);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm", READER);
    private static final List<String> FIELDS = List.of("alpa", "izin", "sakit", "jml");

    private final RefusalTexts texts;

    SchoolPages(RefusalTexts texts) {
        this.texts = texts;
    }

    /** The lines of the pupils on a page about whom something is filled in. */
    List<MemberLines.Line> lines(SchoolList list, int page, MultivaluedMap<String, String> form) {
        List<MemberLines.Line> lines = new ArrayList<>();
        for (int at : positions(list, page)) {
            Listed pupil = list.pupils().get(at);
            SortedMap<YearMonth, List<String>> months = new TreeMap<>();
            for (YearMonth month : list.quarter().months()) {
                List<String> cells = filled(form, pupil, month);
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    months.put(month, cells);
                }
            }
            if (!months.isEmpty()) {
                lines.add(new MemberLines.Line(at + 1, pupil.memberId(), months));
            }
        }
        return lines;
    }

    /** What is written in a field that is longer than any number is no number either. */
    private static List<String> filled(
            MultivaluedMap<String, String> form, Listed pupil, YearMonth month) {
        return FIELDS.stream()
                .map(field -> form.getFirst(name(pupil, month) + field))
                .map(cell -> cell == null ? "" : cell.strip())
                .map(cell -> cell.substring(0, Math.min(cell.length(), MAX_CELL)))
                .toList();
    }

    SchoolPage page(SchoolList list, int page) {
        return page(list, page, null, List.of(), null);
    }

    /** After something was sent: refused rows are shown as they were written. */
    SchoolPage page(
            SchoolList list, int page, FileResult sent, MultivaluedMap<String, String> form) {
        return page(
                list,
                page,
                new Result(sent.rowsApplied(), sent.rowsUnchanged(), sent.rowsRefused(), null),
                sent.refusals(),
                form);
    }

    /** Nothing of what was sent was recorded. */
    SchoolPage page(
            SchoolList list, int page, Refused refused, MultivaluedMap<String, String> form) {
        return page(
                list,
                page,
                new Result(
                        0,
                        0,
                        0,
                        texts.detail(refused.code(), Language.INDONESIAN, refused.details())),
                List.of(),
                form);
    }

    private SchoolPage page(
            SchoolList list,
            int page,
            Result result,
            List<RowRefusal> refusals,
            MultivaluedMap<String, String> form) {
        int number = numberOf(list, page);
        return new SchoolPage(
                list.schoolId(),
                list.quarter().text(),
                DAY.format(list.closesAt().atZone(BusinessDates.ZONE)),
                number,
                pagesOf(list),
                positions(list, number).stream()
                        .map(at -> box(list, at, refusals, result, form))
                        .toList(),
                result);
    }

    private PupilBox box(
            SchoolList list,
            int at,
            List<RowRefusal> refusals,
            Result result,
            MultivaluedMap<String, String> form) {
        Listed pupil = list.pupils().get(at);
        List<RowRefusal> own = refusals.stream().filter(each -> each.line() == at + 1).toList();
        boolean isAsWritten =
                form != null && (!own.isEmpty() || result != null && result.fault() != null);
        return new PupilBox(
                at + 1,
                pupil.memberId().toString(),
                pupil.caretaker() == null ? "" : pupil.caretaker(),
                pupil.component(),
                pupil.birthMonth() == null ? "" : MONTH.format(pupil.birthMonth()),
                list.quarter().months().stream()
                        .map(month -> row(pupil, month, isAsWritten ? form : null))
                        .toList(),
                own.stream()
                        .map(each -> RowRefusalView.of(each, texts, Language.INDONESIAN))
                        .map(each -> each.column() + ": " + each.message())
                        .toList());
    }

    private static MonthRow row(
            Listed pupil, YearMonth month, MultivaluedMap<String, String> written) {
        List<String> cells =
                written == null ? known(pupil.days().get(month)) : filled(written, pupil, month);
        return new MonthRow(
                name(pupil, month),
                MONTH.format(month),
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3));
    }

    private static List<String> known(SchoolMonth days) {
        return days == null ? List.of("", "", "", "") : MemberLines.cells(days);
    }

    private static String name(Listed pupil, YearMonth month) {
        return pupil.memberId() + "." + month + ".";
    }

    private static int pagesOf(SchoolList list) {
        return Math.max(1, (list.pupils().size() + PUPILS_A_PAGE - 1) / PUPILS_A_PAGE);
    }

    private static int numberOf(SchoolList list, int page) {
        return Math.max(1, Math.min(page, pagesOf(list)));
    }

    private static List<Integer> positions(SchoolList list, int page) {
        int from = (numberOf(list, page) - 1) * PUPILS_A_PAGE;
        List<Integer> positions = new ArrayList<>();
        for (int at = from; at < Math.min(list.pupils().size(), from + PUPILS_A_PAGE); at++) {
            positions.add(at);
        }
        return positions;
    }
}
