package id.pkh.district.recount;

import java.util.List;
import java.util.Map;

/**
 * What the services have to come to, counted straight from the files.
 *
 * @param families by NIK of the caretaker
 * @param refusals rows that cannot be taken in, corrections included
 */
public record Expectations(
        Map<String, ExpectedFamily> families,
        ExpectedMeetings meetings,
        List<RowProblem> refusals) {}
