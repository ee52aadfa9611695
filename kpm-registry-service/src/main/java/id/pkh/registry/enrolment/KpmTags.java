package id.pkh.registry.enrolment;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with a family and its version as entity tag, for {@code If-Match}. */
final class KpmTags {

    private KpmTags() {}

    static RestResponse<KpmView> ok(KpmView family) {
        return ResponseBuilder.ok(family).tag(tag(family)).build();
    }

    static RestResponse<KpmView> created(String location, KpmView family) {
        return ResponseBuilder.<KpmView>created(URI.create(location))
                .entity(family)
                .tag(tag(family))
                .build();
    }

    private static String tag(KpmView family) {
        return String.valueOf(family.version());
    }
}
