package id.pkh.district.recount;

import java.util.Set;

/**
 * What a member's quarter has to come to.
 *
 * @param result MET, NOT_MET, NOT_VERIFIED, EXEMPT or NOT_DUE
 * @param attributions whose failure a NOT_VERIFIED may be; empty for other results
 */
public record ExpectedMember(
        String nik, String component, String result, Set<String> attributions) {}
