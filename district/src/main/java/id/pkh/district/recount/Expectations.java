package id.pkh.district.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results that the services must produce, counted directly from the files.
 *
 * @param families by NIK of the caretaker
 * @param facilitatorOfVillage staff code of the facilitator of each village
 * @param refusals rows that must be refused, including those of corrections
 */
public record Expectations(
        Map<String, ExpectedFamily> families,
        ExpectedMeetings meetings,
        Map<String, String> facilitatorOfVillage,
        List<RowProblem> refusals) {

    /** Villages by facilitator. */
    public Map<String, List<String>> villagesOfFacilitator() {
        Map<String, List<String>> villages = new TreeMap<>();
        facilitatorOfVillage.forEach(
                (village, code) ->
                        villages.computeIfAbsent(code, key -> new ArrayList<>()).add(village));
        return villages;
    }

    public List<RowProblem> refusalsOf(String file) {
        return refusals.stream().filter(problem -> problem.file().equals(file)).toList();
    }
}
