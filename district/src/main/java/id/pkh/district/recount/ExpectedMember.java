package id.pkh.district.recount;

import java.util.Set;

/**
 * The expected result of a member's quarter.
 *
 * @param result MET, NOT_MET, NOT_VERIFIED, EXEMPT or NOT_DUE
 * @param attributions the possible attributions of NOT_VERIFIED; empty for other results
 */
public record ExpectedMember(
        String nik, String component, String result, Set<String> attributions) {}
