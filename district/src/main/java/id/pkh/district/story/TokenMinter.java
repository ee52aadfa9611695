package id.pkh.district.story;

import java.util.List;

/** Makes the bearer token of somebody who takes part in the story. */
@FunctionalInterface
public interface TokenMinter {

    String token(String subject, List<String> roles, List<String> areas);
}
